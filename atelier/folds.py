"""Folds of cloth and laces: short strokes where shirt and shorts are pulled, and on shoes; each ends in a point."""

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
from atelier.strokes import Stroke, at, laid, runs, seen
from kit.figures.palette import DRAWN

PPU = 2000.0  # of the views in which the folds are laid on the body
BOX = (-0.25, 0.25, 0.0, 0.90)
WIDE = 0.75  # of an outline: how wide a fold begins
UNDER = 0.03  # H that the skin may lie under the cloth
# Cosine from which a fold is seen well enough: at a lower angle it would be a speck. Laces lie on the instep.
FACING = {"shirt": 0.35, "shorts": 0.35, "shoe": 0.05}
POINTS = 24
EVEN = 5.0  # points over which a fold is evened out, which rides on triangles
SHORTEST = 0.012  # H: less of a fold would be a speck
FREE = 0.72  # of a fold's length on the right side of the body: cloth never hangs alike on both
# Where a fold begins and ends, across and up in H on the body at rest, and how far its middle hangs. Across is from the
# middle to the left, seen from the front or the back, and to the front, seen from the side.
Fold = tuple[float, float, float, float, float]
_ARMS = [LIMBS.index(f"arm.{side}") for side in "LR"]
_FOLDS: dict[tuple[str, str], tuple[Fold, ...]] = {
    ("shirt", "front"): (
        (0.094, 0.754, 0.050, 0.728, 0.004),
        (0.090, 0.734, 0.062, 0.702, 0.003),
        (0.084, 0.590, 0.040, 0.572, -0.004),
    ),
    ("shirt", "back"): (
        (0.098, 0.744, 0.060, 0.722, 0.004),
        (0.084, 0.602, 0.036, 0.588, -0.004),
        (0.076, 0.624, 0.048, 0.616, -0.003),
    ),
    ("shirt", "side"): ((-0.050, 0.604, 0.004, 0.586, -0.005),),
    ("shorts", "front"): ((0.007, 0.455, 0.040, 0.486, 0.003), (0.088, 0.514, 0.058, 0.494, 0.002)),
    ("shorts", "back"): ((0.022, 0.452, 0.062, 0.462, -0.004),),
    ("shoe", "side"): (
        (0.049, 0.053, 0.040, 0.030, 0.0),
        (0.0615, 0.043, 0.0525, 0.024, 0.0),
        (0.0735, 0.036, 0.0645, 0.019, 0.0),
    ),
    ("shorts", "side"): ((0.034, 0.510, -0.010, 0.494, 0.003), (0.040, 0.486, 0.002, 0.460, 0.003)),
}


@cache
def _laid() -> tuple[Stroke, ...]:
    """All folds, by their garment, as places on the bodysuit. None lies on an arm, which would pull it."""
    cloth = body(DEFAULT).top.cloth
    return tuple(
        stroke
        for (garment, name), some in _FOLDS.items()
        for _, sign in SIDES
        for stroke in laid(cloth, _az(name, sign), BOX, PPU, _lines(garment, name, sign, some))
    )


def _az(name: str, sign: int) -> float:
    return {"front": 90.0, "back": -90.0, "side": 90.0 + 90.0 * sign}[name]


def _lines(garment: str, name: str, sign: int, some: tuple[Fold, ...]) -> Iterator[tuple[str, Array, Array]]:
    t = np.linspace(0, 1 if sign > 0 else FREE, POINTS)
    right = view(_az(name, sign), 0)[0]
    way = right[0] if name == "side" else right[1] * sign
    for start, low, end, high, hang in some:
        yield garment, way * (start + (end - start) * t), low + (high - low) * t - 4 * hang * t * (1 - t)


def folds(scene: Scene) -> list[str]:
    """SVG of the folds that are seen."""
    wide, shortest, text = WIDE * scene.stroke / UNITS, SHORTEST * scene.screen.ppu, []
    for garment, corners, shares in _laid():
        pixels, where = seen(scene, scene.mesh, corners, shares, (MATERIAL[garment],), FACING[garment], UNDER)
        x, y, _ = at(scene, pixels)
        where &= ~np.isin(scene.limb[y, x], _ARMS)  # a sleeve lies close to the trunk
        text += runs(smooth(pixels, EVEN, False), where, wide, shortest)
    return [f'<path d="{"".join(text)}" fill="{DRAWN["line"]}"/>'] if text else []
