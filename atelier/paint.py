"""The picture of one panel, as SVG text.

Units of the drawing: two for each pixel of the depth buffer, 1640 for the stature. No ids, no opacity, no text: many
pictures stand in one page, and every viewer draws them alike.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from atelier import fills, ground, ink, marks
from atelier.camera import view
from atelier.curve import UNITS
from atelier.depth import Screen
from atelier.face import face
from atelier.landmarks import LANDMARKS
from atelier.pose import Camera, Panel, Pose
from atelier.proportions import HIP_Z, Array, resting_angles
from atelier.props import Mat, Prop, faces
from atelier.scene import Posed, Scene
from atelier.skeleton import frames, vector
from kit.figures.palette import DRAWN

PPU = 820.0  # pixels for each H
PAD = 0.03  # H of white around what is drawn
MAT_ROOM = 0.05  # H of mat round the body
INSET = 0.26  # H of room for the body map
Box = tuple[float, float, float, float]
Angles = Mapping[str, float]


def pictures(pose: Pose, solved: Mapping[str, Angles]) -> dict[str, str]:
    """SVG of every panel; panels seen by the same camera share one frame, so that start and end can be compared."""
    posed = {p.name: Posed.of(frames(vector(solved[p.name])[None], p.preset)) for p in pose.panels}
    panels = _with_fitted_mats(pose.panels, posed)
    boxes = {p.name: extent(p, posed[p.name]) for p in panels}
    out = {}
    for panel in panels:
        fellows = [boxes[p.name] for p in panels if p.camera == panel.camera]
        box = _around(fellows)
        before = posed[panel.follows] if panel.ghost and panel.follows else None
        out[panel.name] = picture(panel, posed[panel.name], box, before)
    return out


def _with_fitted_mats(panels: tuple[Panel, ...], posed: Mapping[str, Posed]) -> list[Panel]:
    """Mats cut down to what the body needs in any panel, so that the body fills the picture."""
    flat = [one.centre[:, :2] for one in posed.values()]
    reach = [np.linalg.norm(one.axes[:, :2, :], axis=2) for one in posed.values()]
    low = np.min([(c - r).min(0) for c, r in zip(flat, reach, strict=True)], axis=0) - MAT_ROOM
    high = np.max([(c + r).max(0) for c, r in zip(flat, reach, strict=True)], axis=0) + MAT_ROOM
    return [p.model_copy(update={"props": tuple(_fitted(prop, low, high) for prop in p.props)}) for p in panels]


def _fitted(prop: Prop, low: Array, high: Array) -> Prop:
    if not isinstance(prop, Mat):
        return prop
    x0, x1, y0, y1 = prop.rect
    rect = (max(x0, float(low[0])), min(x1, float(high[0])), max(y0, float(low[1])), min(y1, float(high[1])))
    return prop.model_copy(update={"rect": rect})


def extent(panel: Panel, posed: Posed) -> Box:
    """Left, right, bottom, top, in H on the picture plane, of all that a panel shows."""
    axis = view(panel.camera.az, panel.camera.el)
    seen = posed.centre @ axis.T
    reach = np.sqrt(((axis @ posed.axes) ** 2).sum(2))
    corners = [seen[:, :2] - reach[:, :2], seen[:, :2] + reach[:, :2]]
    others = [*ground.outline_points(panel.props), *(flat.corners for flat in faces(panel.props))]
    others.append(ground.shadow_points(posed))
    others += [marks.arrow_points(arrow, posed.frames) for arrow in panel.arrows]
    corners += [(points @ axis.T)[:, :2] for points in others]
    every = np.vstack(corners)
    (left, bottom), (right, top) = every.min(0), every.max(0)
    room = {"left": (INSET, 0.0), "right": (0.0, INSET)}.get(panel.inset or "", (0.0, 0.0))
    return float(left - room[0]), float(right + room[1]), float(bottom), float(top)


def _around(boxes: list[Box]) -> Box:
    left, right, bottom, top = zip(*boxes, strict=True)
    return min(left) - PAD, max(right) + PAD, min(bottom) - PAD, max(top) + PAD


def picture(panel: Panel, posed: Posed, box: Box, before: Posed | None = None) -> str:
    """SVG of one panel in the frame `box`; `before` is drawn as a dashed outline."""
    axis = view(panel.camera.az, panel.camera.el)
    scene = Scene(posed, panel.props, Screen(axis, box, PPU), panel.even)
    layers = [
        *ground.backdrop(panel.props, scene.screen),
        *ground.shadow(posed, scene.screen),
        *(ground.ghost(before, scene.screen) if before else []),
        *_body(panel, scene, dashed=panel.inset is None),
    ]
    for arrow in panel.arrows:
        layers += marks.arrow(marks.arrow_points(arrow, posed.frames), scene.screen)
    rows, columns = scene.screen.shape
    width, height = round(columns * UNITS), round(rows * UNITS)
    if panel.inset and panel.felt:
        layers.append(_body_map(panel, width))
    inner = "\n".join(layers)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\n{inner}\n</svg>\n'


def _body(panel: Panel, scene: Scene, dashed: bool) -> list[str]:
    out = fills.fills(scene)
    for felt in panel.felt:
        out += marks.felt_area(scene, felt, dashed)
    for weight, text in ink.lines(scene):
        out.append(
            f'<path d="{text}" fill="none" stroke="{DRAWN["line"]}" stroke-width="{weight:.1f}"'
            ' stroke-linecap="round" stroke-linejoin="round"/>'
        )
    return out + face(scene)


MAP_PPU = 420.0
MAP_SHARE = 0.42


def _body_map(panel: Panel, width: int) -> str:
    """A standing body, turned so that the felt area faces the viewer, in a corner of the picture."""
    outward = np.mean([LANDMARKS[felt.at].faces for felt in panel.felt], axis=0)
    az = round(float(np.degrees(np.arctan2(outward[0], -outward[1]))) / 45) * 45
    standing = Panel(
        name="map",
        camera=Camera(az=az, el=3),
        angles=resting_angles() | _standing(),
        felt=panel.felt,
    )
    posed = Posed.of(frames(vector(standing.angles)[None]))
    left, right, bottom, top = extent(standing, posed)
    box = (left - 0.03, right + 0.03, bottom - 0.03, top + 0.03)
    scene = Scene(posed, (), Screen(view(az, 3), box, MAP_PPU), even=True)
    rows, columns = (side * UNITS * MAP_SHARE * PPU / MAP_PPU for side in scene.screen.shape)
    share = MAP_SHARE * PPU / MAP_PPU
    x = 16 if panel.inset == "left" else width - columns - 16
    inner = "\n".join(_body(standing, scene, dashed=False))
    return (
        f'<path d="M{x:.0f} 16h{columns:.0f}v{rows:.0f}h{-columns:.0f}z" fill="{DRAWN["paper"]}"'
        f' stroke="{DRAWN["mat_edge"]}" stroke-width="5" stroke-linejoin="round"/>'
        f'<g transform="translate({x:.0f} 16) scale({share:.3f})">\n{inner}\n</g>'
    )


def _standing() -> dict[str, float]:
    arms = {f"shoulder.{s}.abd": 14.0 for s in "LR"} | {f"hip.{s}.abd": 4.0 for s in "LR"}
    return {"root.z": HIP_Z} | arms
