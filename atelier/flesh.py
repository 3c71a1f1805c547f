"""Flesh: the body as some hundred overlapping ellipsoids, each fixed to one bone or blended between two.

Built once for the body at rest; `posed` moves them all with the bones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from atelier.proportions import BONE, NEUTRAL, Array
from atelier.skeleton import Frames

Row = Sequence[float]


@dataclass(frozen=True)
class Flesh:
    """m ellipsoids at rest: part number (1..), bones and weight of the second bone, centre (m, 3), semi-axes (m, 3, 3).

    The columns of an `axes` matrix are the three semi-axes.
    """

    parts: tuple[str, ...]
    part: NDArray[np.int32]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    weight: Array
    centre: Array
    axes: Array

    def posed(self, frames: Frames) -> tuple[Array, Array]:
        """Centres (n, m, 3) and semi-axes (n, m, 3, 3) of the ellipsoids in n poses."""
        a, b, w = self.first, self.second, self.weight
        at_a = frames.place[:, a] + (frames.turn[:, a] @ (self.centre - NEUTRAL[a])[..., None])[..., 0]
        turn = frames.turn[:, a]
        mixed = np.flatnonzero((w > 0) & (a != b))
        centre = at_a
        if len(mixed):
            j, v = b[mixed], w[mixed][:, None]
            at_b = frames.place[:, j] + (frames.turn[:, j] @ (self.centre[mixed] - NEUTRAL[j])[..., None])[..., 0]
            centre[:, mixed] = at_a[:, mixed] * (1 - v) + at_b * v
            turn[:, mixed] = _squared(turn[:, mixed] * (1 - v[..., None]) + frames.turn[:, j] * v[..., None])
        return centre, turn @ self.axes

    def thinned(self, step: int) -> Flesh:
        """Every `step`-th ellipsoid: enough for where the body touches the floor, at a fraction of the cost."""
        k = slice(None, None, step)
        return Flesh(
            self.parts, self.part[k], self.first[k], self.second[k], self.weight[k], self.centre[k], self.axes[k]
        )

    def on(self, names: Iterable[str]) -> NDArray[np.bool_]:
        """(m,) which ellipsoids belong to a part, or hang on a bone, whose name starts with one of `names`."""
        starts = tuple(names)
        parts = np.array([False] + [part.startswith(starts) for part in self.parts])
        bones = np.array([bone.startswith(starts) for bone in BONE])
        return np.asarray(parts[self.part] | bones[self.first])


def _squared(mixed: Array) -> Array:
    """(n, m, 3, 3) means of two rotations made rotations again (Gram-Schmidt), so that no flesh shrinks in a bend."""
    x = mixed[..., 0] / np.linalg.norm(mixed[..., 0], axis=-1, keepdims=True)
    y = mixed[..., 1] - x * (x * mixed[..., 1]).sum(-1, keepdims=True)
    y /= np.linalg.norm(y, axis=-1, keepdims=True)
    return np.stack([x, y, np.cross(x, y)], axis=-1)


@dataclass
class Sculptor:
    """Collects ellipsoids while a body is built."""

    rows: list[tuple[str, str, str, float, Array, Array]] = field(default_factory=list)

    def blob(
        self,
        part: str,
        bone: str,
        centre: Row,
        radii: Row,
        second: str = "",
        weight: float = 0.0,
        turn: Array | None = None,
    ) -> None:
        """One ellipsoid with semi-axes `radii` (front, side, up)."""
        axes = np.diag(np.asarray(radii, dtype=np.float64))
        axes = axes if turn is None else turn @ axes
        self.rows.append((part, bone, second or bone, weight, np.asarray(centre, dtype=np.float64), axes))

    def limb(
        self, part: str, bone: str, profile: Sequence[Row], count: int, at: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        """`count` ellipsoids along z through rows of (z, x offset, y offset, front radius, side radius)."""
        for z, (x, y, front, side) in smooth_rows(profile, count):
            self.blob(part, bone, (at[0] + x, at[1] + y, z), (front, side, 0.8 * min(front, side)))

    def blended(
        self,
        part: Callable[[float], str],
        bones: Callable[[float], tuple[str, str, float]],
        profile: Sequence[Row],
        count: int,
        up: Callable[[float], float],
    ) -> None:
        """As `limb`, with the part, the two bones and the height of each ellipsoid chosen by its z."""
        for z, (x, y, front, side) in smooth_rows(profile, count):
            first, second, weight = bones(z)
            self.blob(part(z), first, (x, y, z), (front, side, up(z)), second, weight)

    def flesh(self) -> Flesh:
        names = tuple(dict.fromkeys(row[0] for row in self.rows))
        number = {name: i + 1 for i, name in enumerate(names)}
        return Flesh(
            parts=names,
            part=np.array([number[row[0]] for row in self.rows], dtype=np.int32),
            first=np.array([BONE[row[1]] for row in self.rows]),
            second=np.array([BONE[row[2]] for row in self.rows]),
            weight=np.array([row[3] for row in self.rows]),
            centre=np.array([row[4] for row in self.rows]),
            axes=np.array([row[5] for row in self.rows]),
        )


def smooth_rows(profile: Sequence[Row], count: int) -> list[tuple[float, Array]]:
    """`count` rows along a profile whose first column rises or falls, without overshoot between its rows."""
    rows = np.array(sorted(profile, key=lambda row: row[0]), dtype=np.float64)
    between = PchipInterpolator(rows[:, 0], rows[:, 1:], axis=0)
    return [(float(z), between(z)) for z in np.linspace(rows[0, 0], rows[-1, 0], count)]
