"""Whether a solved panel is possible for a body: contacts hold, joints bend as they can, nothing is in floor or wall.

Each rule gives what is wrong, with the value and the rule, and the mend.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.spatial import ConvexHull

from atelier import contacts
from atelier.angles import ANGLES, RANGE, STATURE_CM, Array
from atelier.camera import view
from atelier.motion import Found, below_floor, in_props, in_walls
from atelier.pose import Panel
from atelier.posed import Posed
from atelier.props import Wall, planes
from kit.errors import Fault

CONTACT_CM = 0.6  # a contact may be off by this much
RANGE_DEGREES = 0.5
TURNED = 5.0  # degrees a wall faces the viewer by at least: along its face what touches it is hidden
BALANCE_CM = 2.0  # how far outside of its feet the middle of a standing body may be
_SOLE = ("heel_back", "ball", "toe_tip", "foot_lat", "foot_med")


def check_panel(exercise_id: str, panel: Panel, angles: Mapping[str, float]) -> list[Fault]:
    """Faults of one solved panel as a body: contacts, ranges, floor and walls, balance; and a wall that nobody sees."""
    now = panel.posed(angles)
    where = f"poses/{exercise_id}.toml, panel {panel.name}"
    rules = (
        _contacts(panel, now),
        _ranges(panel, angles),
        _written(panel),
        below_floor(now),
        in_walls(panel, now),
        in_props(panel, now),
        _balance(panel, now),
        _walls_seen(panel),
    )
    return [Fault(where, what, mend) for rule in rules for what, mend in rule]


def _contacts(panel: Panel, now: Posed) -> Found:
    """Contacts of full weight hold; lighter ones are wishes."""
    known = planes(panel.props)
    for contact in panel.contacts:
        off = contacts.error_cm(now, contact, known)
        if contact.weight >= 1 and off > CONTACT_CM:
            what = f"{contacts.label(contact)} is off by {off:.1f} cm; at most {CONTACT_CM} cm."
            yield what, "Write the angles nearer, or take out a contact that contradicts it."


def _ranges(panel: Panel, angles: Mapping[str, float]) -> Found:
    for name, (low, high) in zip(ANGLES, RANGE, strict=True):
        value = angles.get(name, 0.0)
        if not low - RANGE_DEGREES <= value <= high + RANGE_DEGREES and not panel.beyond.get(name, "").strip():
            what = f"{name} is {value:.0f}; its range is {low:.0f} to {high:.0f}."
            yield what, f'Bend another joint, or give the reason: beyond = {{ "{name}" = "…" }}.'


def _written(panel: Panel) -> Found:
    """What the author writes can be: the solver would go to the end of the range without a word."""
    for name, (low, high) in zip(ANGLES, RANGE, strict=True):
        value = panel.angles.get(name, 0.0)
        if not low - RANGE_DEGREES <= value <= high + RANGE_DEGREES and not panel.beyond.get(name, "").strip():
            what = f"{name} = {value:.0f} is written; its range is {low:.0f} to {high:.0f}."
            yield what, f'Write what it can be, or give the reason: beyond = {{ "{name}" = "…" }}.'


def _walls_seen(panel: Panel) -> Found:
    towards = view(panel.camera.az, 0)[2][:2]
    for wall in panel.props:
        if isinstance(wall, Wall):
            turned = np.degrees(np.arcsin(np.clip(towards @ wall.facing / np.hypot(*wall.facing), -1, 1)))
            if turned < TURNED:
                what = f"the wall faces the viewer by {turned:.0f}°; under {TURNED:.0f}° it is not seen."
                yield what, "Turn the camera (az), or the face of the wall (facing)."


def _balance(panel: Panel, now: Posed) -> Found:
    """A body that stands or kneels and holds on to nothing does not fall: its middle is over what touches the floor."""
    held = any(contact.on not in (None, "floor") for contact in panel.contacts)
    if panel.preset != "stand" or panel.rest or held:
        return
    base = _base(panel, now)
    if len(base) < 3:
        return
    hull = ConvexHull(base)
    middle = centre_of_mass(now)[:2]
    outside = float((hull.equations[:, :2] @ middle + hull.equations[:, 2]).max()) * STATURE_CM
    if outside > BALANCE_CM:
        what = f"the body's middle is {outside:.1f} cm outside of its feet; at most {BALANCE_CM} cm."
        yield what, "Shift the hips over the feet, or let a hand hold on to something."


def _base(panel: Panel, now: Posed) -> Array:
    """(k, 2) what touches the floor: the whole sole of a foot that stands, and every other point on the floor."""
    feet: set[str] = set()
    spots: set[str] = set()
    for contact in panel.contacts:
        if contact.weight < 1:
            continue
        if contact.flat:
            feet.add(contact.flat)
        elif contact.point and contact.point.startswith(("ball", "heel", "toe")):
            feet.add(contact.point[-1])
        elif contact.point and contact.on == "floor":
            spots.add(contact.point)
    names = [f"{end}.{side}" for side in sorted(feet) for end in _SOLE] + sorted(spots)
    return np.array([now.spot(name)[0][0, :2] for name in names]).reshape(-1, 2)


def centre_of_mass(now: Posed) -> Array:
    """(3,) middle of the first pose's volume, as if all of it were of one density."""
    a, b, c = (now.mesh[now.body.top.skin[:, i]] for i in range(3))
    volume = (a * np.cross(b, c)).sum(1) / 6
    return np.asarray((volume[:, None] * (a + b + c) / 4).sum(0) / volume.sum())
