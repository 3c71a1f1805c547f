"""From a panel to angles: bounded least squares inside the joints' ranges.

The sum of squares pulls towards contacts, out of floor and walls, apart where limbs collide, and softly towards the
angles that the author wrote. Contradictory contacts do not fail, they bend something else: read the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import least_squares

from atelier import collide, contacts
from atelier.angles import ANGLE, ANGLES, RANGE, Array, named, resting_angles, vector
from atelier.pose import Contact, Coordinates, Panel
from atelier.posed import Posed, coarse_part
from atelier.props import planes

LEANS = 10.0  # degrees that the whole body may turn by without a word
_TURNS = ("root.pitch", "root.roll", "root.yaw", "root.twist")
PULL = 0.35  # of the authored angles, in units of each angle's freedom
PENETRATION = 0.006  # H of depth that counts as 1
FLESH = 0.5  # of the weight of a point of skin in floor or wall: they are many
STEP = 1e-4  # of a scaled unknown, for the derivative
SCALE_H, SCALE_DEGREES = 0.05, 10.0  # one unit of an unknown
STILL = ("toes", "clav")  # as authored, unless the panel frees them
# How far an angle strays for its pull to count as much as a contact that is off by its unit (H, then degrees).
_FREEDOM: tuple[tuple[tuple[str, ...], float], ...] = (
    (("root.x", "root.y"), 0.3),
    (("root.z",), 0.08),
    (("root",), 9.0),
    (("lumbar", "thorax", "neck"), 8.0),
    (("shoulder", "elbow", "forearm", "wrist"), 22.0),
    (("",), 12.0),
)


@dataclass(frozen=True)
class Report:
    """How well a panel is solved. Distances in cm of a 175 cm body."""

    contacts: tuple[tuple[str, float], ...]  # each contact and its error
    at_limit: tuple[tuple[str, float], ...]  # angles at the end of their range that the author did not put there
    leans: tuple[tuple[str, float, float], ...]  # turns of the whole body that are not as written: found, written
    overlaps: tuple[tuple[str, str, float], ...]  # limbs that run through each other, and how deep

    def lines(self) -> list[str]:
        """For the author's eyes."""
        worst = sorted(self.contacts, key=lambda item: -item[1])[:4]
        out = ["  contacts " + ", ".join(f"{name} {cm:.1f} cm" for name, cm in worst if cm >= 0.3)]
        out += [f"  at its limit: {name} {value:.0f}" for name, value in self.at_limit]
        out += [f"  leans: {name} is {value:.0f}, {written:.0f} is written" for name, value, written in self.leans]
        out += [f"  overlap: {one} and {two} {cm} cm" for one, two, cm in self.overlaps]
        return out if any(cm >= 0.3 for _, cm in worst) else out[1:]


class Problem:
    """One panel as a least-squares problem in the scaled unknowns of its free angles."""

    def __init__(self, panel: Panel, before: Mapping[str, float] | None) -> None:
        self.panel = panel
        start = resting_angles() | (dict(before) if before and panel.follows else {}) | panel.angles
        self.fixed = vector(start)
        self.free = np.array([i for i, name in enumerate(ANGLES) if _moves(name, panel)])
        self.scale = np.array([SCALE_H if ANGLES[i] in ANGLES[:3] else SCALE_DEGREES for i in self.free])
        self.freedom = np.array([_freedom(ANGLES[i], panel.stiff) for i in self.free])
        limits = RANGE.copy()
        for name in panel.beyond:
            limits[ANGLE[name]] = (-200, 200)
        self.low, self.high = limits[self.free, 0], limits[self.free, 1]
        self.aim = np.clip(self.fixed[self.free], self.low + 1e-3, self.high - 1e-3)
        self.planes = planes(panel.props)
        self.contacts = [*panel.contacts, *self._kept(before)]
        self.resting = [coarse_part(self.panel.body, name) for name in panel.rest]

    def _kept(self, before: Mapping[str, float] | None) -> list[Contact]:
        if not self.panel.keep or before is None:
            return []
        was = self.panel.posed(before)
        places = {name: was.spot(name)[0][0] for name in self.panel.keep}
        return [
            Contact(point=name, at=Coordinates(x=float(p[0]), y=float(p[1]), z=float(p[2])))
            for name, p in places.items()
        ]

    def posed(self, unknowns: Array) -> Posed:
        """The body for (n, free) scaled unknowns."""
        angles = np.repeat(self.fixed[None], len(unknowns), axis=0)
        angles[:, self.free] = unknowns * self.scale
        return self.panel.posed(angles)

    def residuals(self, unknowns: Array) -> Array:
        """(n, m) residuals for (n, free) scaled unknowns."""
        now = self.posed(unknowns)
        out = [contacts.residual(now, contact, self.planes) for contact in self.contacts]
        out += self._floor_and_walls(now)
        if self.panel.collide:
            out.append(np.minimum(collide.gaps(now) + 0.004, 0) / PENETRATION)
        out.append((unknowns * self.scale - self.aim) / self.freedom * PULL)
        return np.concatenate(out, axis=1)

    def _floor_and_walls(self, now: Posed) -> list[Array]:
        skin = now.skin()
        low, sink = skin[..., 2], self.panel.sink
        out = [(low[:, mask].min(1, keepdims=True) + sink) / contacts.PLACE for mask in self.resting]
        out.append(_depth(np.minimum(low + sink, 0)) * FLESH)
        for plane in self.planes.values():
            if plane.solid:
                out.append(_depth(np.minimum((skin - plane.point) @ plane.normal + 0.003, 0)) * FLESH)
        return out

    def slope(self, unknowns: Array) -> Array:
        """(m, free) derivative: all forward steps at once, each away from a bound."""
        n = len(unknowns)
        step = np.where(unknowns + STEP > self.high / self.scale, -STEP, STEP)
        tries = np.repeat(unknowns[None], n + 1, axis=0)
        tries[np.arange(n), np.arange(n)] += step
        values = self.residuals(tries)
        return np.asarray(((values[:n] - values[n]) / step[:, None]).T)


def solve(panel: Panel, before: Mapping[str, float] | None = None) -> tuple[dict[str, float], Report]:
    """Angles of a panel, rounded as they are stored, and how well its contacts hold.

    `before` are the solved angles of the panel that this one follows.
    """
    problem = Problem(panel, before)
    found = least_squares(
        lambda x: problem.residuals(x[None])[0],
        problem.aim / problem.scale,
        jac=problem.slope,
        bounds=(problem.low / problem.scale, problem.high / problem.scale),
        method="trf",
        max_nfev=panel.steps,
        ftol=1e-5,
        xtol=1e-5,
    )
    angles = problem.fixed.copy()
    angles[problem.free] = found.x * problem.scale
    rounded = {name: round(value, 4 if name in ANGLES[:3] else 2) for name, value in named(angles).items()}
    return rounded, report(problem, rounded)


def report(problem: Problem, angles: Mapping[str, float]) -> Report:
    now = problem.panel.posed(angles)
    at_limit = []
    for i, low, high, aim in zip(problem.free, problem.low, problem.high, problem.aim, strict=True):
        name, value = ANGLES[i], angles[ANGLES[i]]
        straight = name.endswith("flex") and low == 0 and value < 2
        near = value < low + 1.5 or value > high - 1.5
        if near and high - low > 20 and not straight and not name.startswith("root") and abs(value - aim) > 3:
            at_limit.append((name, value))
    return Report(
        contacts=tuple(
            (contacts.label(c), round(contacts.error_cm(now, c, problem.planes), 2)) for c in problem.contacts
        ),
        at_limit=tuple(at_limit),
        leans=tuple(
            (name, angles[name], float(written))
            for name, written in zip(ANGLES, problem.fixed, strict=True)
            if name in _TURNS and abs(angles[name] - written) > LEANS
        ),
        overlaps=tuple(collide.overlaps_cm(now)) if problem.panel.collide else (),
    )


def _depth(below: Array) -> Array:
    return np.asarray(np.sqrt((below**2).sum(1, keepdims=True)) / PENETRATION)


def _moves(name: str, panel: Panel) -> bool:
    if any(name == lock or name.startswith(f"{lock}.") for lock in panel.lock):
        return False
    return not name.startswith(STILL) or any(name.startswith(free) for free in panel.free)


def _freedom(name: str, stiff: Mapping[str, float]) -> float:
    own = [value for start, value in stiff.items() if name.startswith(start)]
    return own[-1] if own else next(value for starts, value in _FREEDOM if name.startswith(starts))
