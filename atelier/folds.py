"""Folds of cloth and laces: short strokes where shirt and shorts are pulled, and on shoes; each ends in a point."""

from __future__ import annotations

from functools import cache

from atelier.body import LIMBS, body
from atelier.people import DEFAULT
from atelier.raster import Faces
from atelier.scene import Scene
from atelier.soup import MATERIAL
from atelier.strokes import Bow, Look, Stroke, bows, tapering
from kit.figures.palette import DRAWN

LOOK = Look(wide=0.75, under=0.03, shortest=0.012, even=5.0)  # the skin lies under the cloth
# Cosine from which a fold is seen well enough: at a lower angle it would be a speck. Laces lie on the instep.
FACING = {"shirt": 0.35, "shorts": 0.35, "shoe": 0.05}
FREE = 0.72  # of a fold's length on the right side of the body: cloth never hangs alike on both
_ARMS = [LIMBS.index(f"arm.{side}") for side in "LR"]
_FOLDS: dict[tuple[str, str], tuple[Bow, ...]] = {
    ("shirt", "front"): (
        ((0.094, 0.754), (0.072, 0.733), (0.050, 0.728)),
        ((0.090, 0.734), (0.076, 0.712), (0.062, 0.702)),
        ((0.084, 0.590), (0.062, 0.589), (0.040, 0.572)),
    ),
    ("shirt", "back"): (
        ((0.098, 0.744), (0.079, 0.725), (0.060, 0.722)),
        ((0.084, 0.602), (0.060, 0.603), (0.036, 0.588)),
        ((0.076, 0.624), (0.062, 0.626), (0.048, 0.616)),
    ),
    ("shirt", "outside"): (((-0.050, 0.604), (-0.023, 0.605), (0.004, 0.586)),),
    ("shorts", "front"): (
        ((0.007, 0.455), (0.0235, 0.4645), (0.040, 0.486)),
        ((0.088, 0.514), (0.073, 0.500), (0.058, 0.494)),
    ),
    ("shorts", "back"): (((0.022, 0.452), (0.042, 0.465), (0.062, 0.462)),),
    ("shoe", "outside"): (
        ((0.049, 0.053), (0.0445, 0.0415), (0.040, 0.030)),
        ((0.0615, 0.043), (0.057, 0.0335), (0.0525, 0.024)),
        ((0.0735, 0.036), (0.069, 0.0275), (0.0645, 0.019)),
    ),
    ("shorts", "outside"): (
        ((0.034, 0.510), (0.012, 0.496), (-0.010, 0.494)),
        ((0.040, 0.486), (0.021, 0.467), (0.002, 0.460)),
    ),
}


@cache
def _laid() -> tuple[Stroke, ...]:
    """All folds, by their garment, as places on the bodysuit."""
    return bows(_FOLDS, _cloth, FREE)


def _cloth(_garment: str, _side: str) -> Faces:
    return body(DEFAULT).top.cloth


def folds(scene: Scene) -> list[str]:
    """SVG of the folds that are seen. None lies on an arm, which would pull it: a sleeve lies close to the trunk."""
    text = tapering(scene, _laid(), LOOK, {garment: MATERIAL[garment] for garment in FACING}, FACING, _ARMS)
    return [f'<path d="{"".join(text)}" fill="{DRAWN["line"]}"/>'] if text else []
