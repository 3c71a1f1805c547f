"""What lies under bare skin and shows on it: kneecap, ankle bones, calf, toes, elbow and the cord of the neck."""

from __future__ import annotations

from functools import cache

from atelier.body import LIMBS, body
from atelier.people import DEFAULT
from atelier.raster import Faces
from atelier.scene import Scene
from atelier.soup import MATERIAL
from atelier.strokes import Bow, Look, Stroke, bows, tapering
from kit.figures.palette import DRAWN

LOOK = Look(wide=0.55, under=0.006, shortest=0.007, even=4.0)
FACING = 0.30  # cosine from which a line is seen well enough: at a lower angle it would lie along the outline
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
_PARTS = {part for part, _ in _LINES}


@cache
def _laid() -> tuple[Stroke, ...]:
    """All lines, as places on the skin of the part that each lies on, so that no other part hides it."""
    return bows(_LINES, _skin)


def _skin(part: str, side: str) -> Faces:
    top, name = body(DEFAULT).top, f"{part}.{side}" if part in ("leg", "arm") else part
    faces: Faces = top.skin[(top.limb[top.skin] == LIMBS.index(name)).all(1)]
    return faces


def anatomy(scene: Scene) -> list[str]:
    """SVG of the lines that are seen."""
    on, facing = dict.fromkeys(_PARTS, MATERIAL["skin"]), dict.fromkeys(_PARTS, FACING)
    text = tapering(scene, _laid(), LOOK, on, facing)
    return [f'<path d="{"".join(text)}" fill="{DRAWN["line"]}"/>'] if text else []
