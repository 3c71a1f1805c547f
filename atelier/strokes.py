"""Strokes that ride on the body: laid on its surface once, at rest, and drawn where the viewer sees that spot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from atelier.angles import Array
from atelier.body import body
from atelier.camera import view
from atelier.curve import fit, path
from atelier.people import DEFAULT
from atelier.raster import Faces, Screen, drawn
from atelier.scene import Scene

FACING = 0.12  # cosine from which a spot of skin is seen well enough
SLACK = 0.010  # H that a spot may lie behind what is seen there
Stroke = tuple[str, NDArray[np.int32], Array]  # kind, corners (k, 3) and their shares (k, 3)
Box = tuple[float, float, float, float]


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
    return [path(_tapered(run, wide), True) if wide else path(fit(run, 0.35)) for run in long]


def _tapered(run: Array, wide: float) -> list[Array]:
    """Curves round a stroke that begins `wide` pixels wide, a little rounded, and ends in a point."""
    way = np.gradient(run, axis=0)
    across = np.stack([-way[:, 1], way[:, 0]], axis=1) / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-9)
    t = np.linspace(0, 1, len(run))[:, None]
    aside = across * wide / 2 * np.sqrt(np.minimum(t / 0.15, 1)) * (1 - t)
    return fit(run + aside, 0.9) + fit((run - aside)[::-1], 0.9)
