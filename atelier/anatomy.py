"""What lies under bare skin and shows on it: kneecap, ankle bones, calf, toes, elbow and the cord of the neck."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from atelier.angles import SIDES, Array
from atelier.body import LIMBS, body
from atelier.camera import view
from atelier.curve import UNITS, smooth
from atelier.people import DEFAULT
from atelier.scene import Scene
from atelier.soup import MATERIAL
from atelier.strokes import Stroke, laid, runs, seen
from kit.figures.palette import DRAWN

PPU = 2000.0  # of the views in which the lines are laid on the body
BOX = (-0.35, 0.35, 0.0, 0.96)
WIDE = 0.55  # of an outline: how wide a line begins
FACING = 0.30  # cosine from which it is seen well enough: at a lower angle it would lie along the outline
UNDER = 0.006  # H that a line may lie behind the skin
POINTS = 24
EVEN = 4.0  # points over which a line is evened out, which rides on triangles
SHORTEST = 0.007  # H: less of a line would be a speck
# Where a line begins and ends, and the point between them that bends it, (across, up) in H on the left side of the body
# at rest. Across is from the middle to the left, seen from the front or the back, and to the front, seen from a side.
Point = tuple[float, float]
Bow = tuple[Point, Point, Point]
_LINES: dict[tuple[str, str], tuple[Bow, ...]] = {
    ("leg", "front"): (
        ((0.063, 0.303), (0.056, 0.282), (0.070, 0.263)),
        ((0.104, 0.294), (0.110, 0.277), (0.096, 0.263)),
    ),
    ("leg", "outside"): (
        ((0.006, 0.055), (0.008, 0.036), (0.027, 0.043)),
        ((0.010, 0.232), (-0.006, 0.195), (0.006, 0.150)),
        ((0.0915, 0.0135), (0.1005, 0.011), (0.1005, 0.002)),
        ((0.104, 0.0145), (0.1115, 0.011), (0.1105, 0.002)),
        ((0.115, 0.0130), (0.1215, 0.009), (0.1195, 0.002)),
    ),
    ("leg", "inside"): (
        ((0.006, 0.055), (0.008, 0.036), (0.027, 0.043)),
        ((0.117, 0.0145), (0.1205, 0.0105), (0.1325, 0.0100)),
    ),
    ("leg", "back"): (
        ((0.082, 0.268), (0.090, 0.258), (0.100, 0.262)),
        ((0.092, 0.196), (0.094, 0.178), (0.092, 0.150)),
    ),
    ("arm", "back"): (((0.207, 0.686), (0.216, 0.676), (0.224, 0.686)),),
    ("head", "outside"): (((0.006, 0.893), (0.016, 0.875), (0.030, 0.852)),),
}
_AZ = {"front": 90.0, "back": -90.0}


@cache
def _laid() -> tuple[Stroke, ...]:
    """All lines, as places on the skin of the part that each lies on, so that no other part hides it."""
    top = body(DEFAULT).top
    return tuple(
        stroke
        for (part, name), some in _LINES.items()
        for side, sign in SIDES
        for stroke in laid(
            top.skin[np.isin(top.limb[top.skin], _limbs(part, side)).all(1)],
            _az(name, sign),
            BOX,
            PPU,
            _curves(name, sign, some),
        )
    )


def _limbs(part: str, side: str) -> list[int]:
    return [i for i, name in enumerate(LIMBS) if name == (f"{part}.{side}" if part in ("leg", "arm") else name)]


def _az(name: str, sign: int) -> float:
    turned = sign if name == "outside" else -sign
    return _AZ.get(name, 90.0 + 90.0 * turned)


def _curves(name: str, sign: int, some: tuple[Bow, ...]) -> Iterator[tuple[str, Array, Array]]:
    t = np.linspace(0, 1, POINTS)[:, None]
    right = view(_az(name, sign), 0)[0]
    way = right[1] * sign if name in _AZ else right[0]
    for start, bend, end in some:
        line = (1 - t) ** 2 * start + 2 * t * (1 - t) * np.array(bend) + t**2 * end
        yield "skin", way * line[:, 0], line[:, 1]


def anatomy(scene: Scene) -> list[str]:
    """SVG of the lines that are seen."""
    wide, shortest, text = WIDE * scene.stroke / UNITS, SHORTEST * scene.screen.ppu, []
    for material, corners, shares in _laid():
        pixels, where = seen(scene, scene.mesh, corners, shares, (MATERIAL[material],), FACING, UNDER)
        text += runs(smooth(pixels, EVEN, False), where, wide, shortest)
    return [f'<path d="{"".join(text)}" fill="{DRAWN["line"]}"/>'] if text else []
