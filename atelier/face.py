"""The face: two eyes, brows and a calm mouth, each drawn only where the viewer sees that spot of the head."""

from __future__ import annotations

import numpy as np

from atelier.curve import UNITS, polyline
from atelier.ink import WEIGHT
from atelier.proportions import BONE, Array
from atelier.scene import Scene
from kit.figures.palette import DRAWN

HEAD = BONE["head"]
FACING = 0.16  # cosine from which a spot of skin is seen well enough
EYE = (0.0478, 0.0165, 0.9395)  # on the head at rest; the left one
EYE_SIZE = (0.0042, 0.0050)
MOUTH = 0.0125  # half its width


def face(scene: Scene) -> list[str]:
    """SVG of what is seen of the face."""
    out = []
    for side in (1, -1):
        out += _eye(scene, side)
        out += _line(scene, _brow(side), 0.009, 0.6)
    return out + _line(scene, _mouth(), 0.010, 0.55)


def _mouth() -> list[tuple[Array, Array]]:
    """A line whose corners rise a little."""
    return [
        (
            np.array([0.0525 - 0.33 * abs(y), y, 0.8980 + 0.0026 * (y / MOUTH) ** 2]),
            np.array([0.93, np.sign(y) * 0.3, 0]),
        )
        for y in np.linspace(-MOUTH, MOUTH, 7)
    ]


def _brow(side: int) -> list[tuple[Array, Array]]:
    """Low arches whose inner ends stand no lower than the outer ones: a calm look."""
    return [
        (
            np.array([0.0495 - 0.011 * t * t, (0.0090 + 0.0165 * t) * side, 0.9555 - 0.0020 * t + 0.010 * t * (1 - t)]),
            np.array([0.95, 0.3 * side, 0.1]),
        )
        for t in np.linspace(0, 1, 5)
    ]


def _seen(scene: Scene, place: Array, faces: Array, slack: float) -> Array | None:
    """Where a spot of the head is on the picture, in pixels; none where it is hidden or turned away."""
    frames, screen = scene.posed.frames, scene.screen
    at, near = screen.pixels(frames.point(HEAD, place))
    x, y = int(at[0, 0]), int(at[0, 1])
    if not (0 <= y < scene.region.shape[0] and 0 <= x < scene.region.shape[1]):
        return None
    turned = frames.direction(HEAD, faces)[0] @ screen.view[2]
    hidden = scene.names.get(int(scene.region[y, x])) != "head" or scene.buffer.depth[y, x] > near[0] + slack
    return None if turned < FACING or hidden else np.asarray(at[0])


def _eye(scene: Scene, side: int) -> list[str]:
    place = np.array([EYE[0], EYE[1] * side, EYE[2]])
    middle = _seen(scene, place, np.array([0.88, 0.42 * side, 0.1]), 0.007)
    if middle is None:
        return []
    frames, screen = scene.posed.frames, scene.screen
    flip = np.array([1, -1])
    wide = (screen.view @ frames.direction(HEAD, (-0.42 * side, 0.88, 0))[0])[:2] * flip * EYE_SIZE[0] * screen.ppu
    high = (screen.view @ frames.direction(HEAD, (0, 0, 1))[0])[:2] * flip * EYE_SIZE[1] * screen.ppu
    angle = np.linspace(0, 2 * np.pi, 14, endpoint=False)[:, None]
    ring = middle + wide * np.cos(angle) + high * np.sin(angle)
    return [f'<path d="{polyline(ring, True)}" fill="{DRAWN["line"]}"/>']


def _line(scene: Scene, spots: list[tuple[Array, Array]], slack: float, share: float) -> list[str]:
    seen = [at for at in (_seen(scene, place, faces, slack) for place, faces in spots) if at is not None]
    if len(seen) < 3:
        return []
    width = WEIGHT * UNITS * share
    text = polyline(np.array(seen))
    return [
        f'<path d="{text}" fill="none" stroke="{DRAWN["line"]}" stroke-width="{width:.1f}" stroke-linecap="round"/>'
    ]
