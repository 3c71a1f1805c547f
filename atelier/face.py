"""The face, the knuckles of a fist, the windings of a towel: strokes that are drawn where the viewer sees that spot."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from atelier.angles import Array
from atelier.body import body
from atelier.curve import UNITS, polyline
from atelier.hair import EAR, EAR_LEANS, EAR_LONG, EAR_WIDE, strands
from atelier.knuckles import bent, valleys
from atelier.landmarks import Spot
from atelier.people import DEFAULT
from atelier.props import Roll
from atelier.raster import Faces
from atelier.scene import Scene
from atelier.soup import MATERIAL
from atelier.strokes import FACING, Stroke, at, laid, runs, seen
from atelier.towel import windings
from kit.figures.palette import DRAWN

PPU = 4000.0  # of the views in which the strokes are laid on the head
LOCK = 0.75  # of an outline: the width of a stroke in the hair, where it is widest
NEAR = 0.003  # H that a line on a thing may lie behind what is seen there
# stroke: share of the weight of outlines
_WEIGHTS = {
    "lid": 0.8,
    "low": 0.28,
    "brow": 0.75,
    "nose": 0.4,
    "mouth": 0.65,
    "lip": 0.3,
    "ear": 0.6,
    "knuckle": 0.55,
    "winding": 0.5,
}
_SOFT = (MATERIAL["soft"], MATERIAL["soft_under"])


@cache
def _faces() -> Faces:
    top = body(DEFAULT).top
    return np.vstack([top.skin, top.eyes])


@cache
def strokes() -> tuple[Stroke, ...]:
    """All strokes, as places on triangles that all bodies share."""
    return (*laid(_faces(), 90.0, (-0.08, 0.08, 0.85, 1.01), PPU, _front()), *_ears())


def _front() -> Iterator[tuple[str, Array, Array]]:
    """Strokes of the face, seen from the front: y to the left and z."""
    model = body(DEFAULT)
    eyes = model.places[np.unique(model.top.eyes)]
    eye = eyes[eyes[:, 1] > 0].mean(0)
    t = np.linspace(-1, 1, 15)
    for side in (1, -1):
        y, z = eye[1] * side, eye[2]
        yield "lid", y + 0.0092 * t, z + 0.0034 - 0.0042 * t**2 + 0.0008 * t * side
        yield "low", y + 0.0058 * t, z - 0.0044 + 0.002 * t**2
        yield "iris", y + 0.0030 * np.cos(t * np.pi), z - 0.0003 + 0.0036 * np.sin(t * np.pi)
        yield "brow", y + 0.0015 * side + 0.0112 * t, z + 0.0165 - 0.0032 * (t + 0.35 * side) ** 2
        yield "nose", (0.0095 + 0.001 * np.cos(t * 2)) * side * np.ones(15), 0.908 + 0.003 * t
    yield "nose", 0.0045 * t, 0.9056 - 0.0009 * (1 - t**2)
    yield "mouth", 0.0128 * t, 0.8943 + 0.0033 * t**2
    yield "lip", 0.006 * t, 0.8868 + 0.0008 * t**2


def _ears() -> Iterator[Stroke]:
    """Rim and fold of the ears, seen from either side."""
    for az, side in ((0.0, 1), (180.0, -1)):
        box = (-0.08, 0.16, 0.85, 1.01) if side > 0 else (-0.16, 0.08, 0.85, 1.01)
        lines = [("ear", side * x, z) for x, z in (_round_ear(0.94, -70, -215), _round_ear(0.55, 25, -150))]
        yield from laid(_faces(), az, box, PPU, lines)


def _round_ear(share: float, start: float, end: float) -> tuple[Array, Array]:
    """x and z of this share of the ear's rim, from the one angle to the other: degrees from its top, to the front."""
    turn = np.radians(np.linspace(start, end, 18))
    along, across = share * EAR_LONG * np.cos(turn), share * EAR_WIDE * np.sin(turn)
    lean, up = EAR_LEANS
    return EAR[0] + along * lean + across * up, EAR[1] + along * up - across * lean


def face(scene: Scene) -> list[str]:
    """SVG of what is seen of face, ears and combed hair."""
    texts: dict[str, list[str]] = {}
    skin = (MATERIAL["skin"], MATERIAL["eye"])
    for kind, corners, shares in strokes():
        pixels, where = seen(scene, scene.mesh, corners, shares, skin, -0.2 if kind == "ear" else FACING)
        if kind == "iris":
            if where.mean() > 0.6:
                texts.setdefault(kind, []).append(polyline(pixels[::2], True))
        else:
            texts.setdefault(kind, []).extend(runs(pixels, where))
    for line in strands(scene.now.body.person.hair):
        texts.setdefault("strand", []).extend(
            _along(scene, scene.hair, line, MATERIAL["hair"], LOCK * scene.stroke / UNITS)
        )
    for side in "LR":
        if bent(scene.now.hands.get(side, "relaxed")):
            for line in valleys(side):
                texts.setdefault("knuckle", []).extend(_along(scene, scene.mesh, line, MATERIAL["skin"]))
    for prop in scene.panel.props:
        if isinstance(prop, Roll):
            for points in windings(prop, scene.now, scene.screen.view):
                texts.setdefault("winding", []).extend(runs(*_on_things(scene, points)))
    return [_svg(scene, kind, "".join(text)) for kind, text in texts.items() if text]


def _along(scene: Scene, places: Array, line: tuple[Spot, ...], on: int, wide: float = 0.0) -> list[str]:
    """The seen runs of a stroke that is given as spots; tapering shapes where it is `wide`, in pixels."""
    corners, shares = np.array([spot.vertices for spot in line]), np.array([spot.shares for spot in line])
    pixels, where = seen(scene, places, corners, shares, (on,))
    return runs(pixels, where, wide)


def _on_things(scene: Scene, points: Array) -> tuple[Array, NDArray[np.bool_]]:
    """The pixels of a line (k, 3) on soft things, and where it is seen."""
    pixels, near = scene.screen.pixels(points)
    x, y, inside = at(scene, pixels)
    open_ = (near > scene.buffer.depth[y, x] - NEAR) & np.isin(scene.material[y, x], _SOFT)
    return pixels, open_ & inside


def _strand(scene: Scene) -> str:
    """The colour of strokes in the hair: light on hair that is cropped, whose shade is nearly black."""
    return "hair_light" if scene.now.body.person.hair == "short" else "hair_shade"


def _svg(scene: Scene, kind: str, text: str) -> str:
    if kind == "strand":
        return f'<path d="{text}" fill="{scene.role(_strand(scene))}"/>'
    if kind == "iris":
        return f'<path d="{text}" fill="{DRAWN["line"]}"/>'
    colour = scene.role("hair_shade") if kind == "brow" else DRAWN["line"]
    width = _WEIGHTS[kind] * scene.stroke * 0.66
    return f'<path d="{text}" fill="none" stroke="{colour}" stroke-width="{width:.1f}" stroke-linecap="round"/>'
