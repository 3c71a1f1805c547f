"""Strokes that ride on the body: laid on its surface once, at rest, and drawn where the viewer sees that spot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.angles import SIDES, Array
from atelier.body import body
from atelier.camera import view
from atelier.curve import UNITS, fit, path, smooth
from atelier.people import DEFAULT
from atelier.raster import Faces, Screen, drawn
from atelier.scene import Scene

FACING = 0.12  # cosine from which a spot of skin is seen well enough
SLACK = 0.010  # H that a spot may lie behind what is seen there
Stroke = tuple[str, NDArray[np.int32], Array]  # kind, corners (k, 3) and their shares (k, 3)
Box = tuple[float, float, float, float]
BOX = (-0.35, 0.35, 0.0, 0.96)  # of the views in which bows are laid on the body
PPU, POINTS = 2000.0, 24  # pixels for each H of those views, and points along a bow
# A short stroke: where it begins, the point that bends it, and where it ends, (across, up) in H on the left side of the
# body at rest. Across is from the middle to the left, seen from the front or the back, and to the front from a side.
Point = tuple[float, float]
Bow = tuple[Point, Point, Point]
_AZ = {"front": 90.0, "back": -90.0}


@dataclass(frozen=True)
class Look:
    """Of bows of one kind: `wide`, the share of an outline with which they begin; in H, how far `under` what is seen
    they may lie and the `shortest` that is no speck; over how many points they are `even`, which ride on triangles."""

    wide: float
    under: float
    shortest: float
    even: float


def bows(
    table: Mapping[tuple[str, str], Iterable[Bow]], faces: Callable[[str, str], Faces], right: float = 1.0
) -> tuple[Stroke, ...]:
    """All bows of a table of parts and views, on both sides of the body; on its right side so much of each.

    `faces` gives the triangles of a part on a side. Seen from the inside, the other side is out of the way.
    """
    return tuple(
        stroke
        for (part, name), some in table.items()
        for side, sign in SIDES
        for stroke in laid(
            faces(part, side), _az(name, sign), BOX, PPU, _lines(part, name, sign, some, 1.0 if sign > 0 else right)
        )
    )


def _az(name: str, sign: int) -> float:
    return _AZ.get(name, 90.0 + 90.0 * (sign if name == "outside" else -sign))


def _lines(part: str, name: str, sign: int, some: Iterable[Bow], share: float) -> Iterator[tuple[str, Array, Array]]:
    t = np.linspace(0, share, POINTS)[:, None]
    right = view(_az(name, sign), 0)[0]
    way = right[1] * sign if name in _AZ else right[0]
    for start, bend, end in some:
        line = (1 - t) ** 2 * start + 2 * t * (1 - t) * np.array(bend) + t**2 * end
        yield part, way * line[:, 0], line[:, 1]


def tapering(
    scene: Scene,
    some: Iterable[Stroke],
    look: Look,
    on: Mapping[str, int],
    facing: Mapping[str, float],
    off: Iterable[int] = (),
) -> list[str]:
    """SVG paths of the bows that are seen: each part's `on` one material, turned to the viewer by `facing`, and where
    no limb of `off` hides it."""
    wide, shortest, text = look.wide * scene.stroke / UNITS, look.shortest * scene.screen.ppu, []
    for part, corners, shares in some:
        pixels, where = seen(scene, scene.mesh, corners, shares, (on[part],), facing[part], look.under)
        even = smooth(pixels, look.even, False)
        x, y, _ = at(scene, even)
        text += runs(even, where & ~np.isin(scene.limb[y, x], list(off)), wide, shortest)
    return text


def laid(faces: Faces, az: float, box: Box, ppu: float, lines: Iterable[tuple[str, Array, Array]]) -> Iterator[Stroke]:
    """Lines (kind, across, up; in H) of a view of the body at rest, as places on triangles that all bodies share.

    What misses the triangles is left out.
    """
    buffer = drawn(body(DEFAULT).places, faces, Screen(view(az, 0), box, ppu))
    for kind, across, up in lines:
        column, row = ((across - box[0]) * ppu).astype(int), ((box[3] - up) * ppu).astype(int)
        on = buffer.index[row, column] >= 0
        yield kind, faces[buffer.index[row, column][on]], buffer.shares[row, column][on]


def seen(
    scene: Scene,
    places: Array,
    corners: Faces,
    shares: Array,
    on: tuple[int, ...],
    facing: float = FACING,
    slack: float = SLACK,
) -> tuple[Array, NDArray[np.bool_]]:
    """The pixels of a stroke, and where it is seen."""
    three = places[corners]
    pixels, near = scene.screen.pixels((three * shares[:, :, None]).sum(1))
    x, y, inside = at(scene, pixels)
    out = np.cross(three[:, 1] - three[:, 0], three[:, 2] - three[:, 0])
    out /= np.linalg.norm(out, axis=1, keepdims=True) + 1e-15
    open_ = (near > scene.buffer.depth[y, x] - slack) & np.isin(scene.material[y, x], on)
    return pixels, open_ & inside & (out @ scene.screen.view[2] > facing)


def at(scene: Scene, pixels: Array) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Column and row of places in the picture, and which of them lie inside of it."""
    rows, columns = scene.buffer.index.shape
    inside = np.asarray(((pixels >= 0) & (pixels < (columns, rows))).all(1))
    return np.clip(pixels[:, 0].astype(int), 0, columns - 1), np.clip(pixels[:, 1].astype(int), 0, rows - 1), inside


def runs(pixels: Array, where: NDArray[np.bool_], wide: float = 0.0, shortest: float = 0.0) -> list[str]:
    """SVG paths of the seen stretches of a stroke, from `shortest` pixels on; tapering where it is `wide`."""
    patches, count = ndimage.label(where)
    some = [run for i in range(1, count + 1) if len(run := pixels[patches == i]) > 3]
    long = [run for run in some if np.hypot(*(run[-1] - run[0])) >= shortest]
    return [path(tapered(run, wide), True) if wide else path(fit(run, 0.35)) for run in long]


def tapered(run: Array, wide: float, blunt: bool = False) -> list[Array]:
    """Curves round a stroke that begins `wide` pixels wide and ends in a point; a little rounded if it is not `blunt`,
    as what goes on from a line is."""
    way = np.gradient(run, axis=0)
    across = np.stack([-way[:, 1], way[:, 0]], axis=1) / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-9)
    t = np.linspace(0, 1, len(run))[:, None]
    rounded = 1.0 if blunt else np.sqrt(np.minimum(t / 0.15, 1))
    aside = across * wide / 2 * rounded * (1 - t)
    return fit(run + aside, 0.9) + fit((run - aside)[::-1], 0.9)
