"""The picture of one panel, as SVG text.

Units of the drawing: two for each pixel of the depth buffer, 1640 for the stature. No ids, no opacity, no text: many
pictures stand in one page, and every viewer draws them alike.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from atelier import arrows, fills, ink, marks
from atelier.anatomy import anatomy
from atelier.angles import Array
from atelier.camera import view
from atelier.curve import UNITS
from atelier.face import face
from atelier.folds import folds
from atelier.landmarks import LANDMARKS
from atelier.pose import Camera, CloseUp, Panel, Pose
from atelier.posed import Posed
from atelier.props import Mat, Prop
from atelier.scene import Box, Heap, Scene, heap
from atelier.tones import SHADOW_HIGH, colours
from kit.figures.palette import DRAWN

PPU = 820.0  # pixels for each H
PAD = 0.03  # H of white around what is drawn
MAT_ROOM = 0.07  # H of mat round the body
INSET = 0.22  # H of room for the body map
MAP_SHARE = 0.40  # of the picture's scale
MAP_PPU = 0.6  # of the picture's pixels: what is so small needs no more
MAP_LOOSE = 1.25  # times as far off its lines may be
MAP_FOOT = 0.26  # H from the floor: the map goes down to the knees
ZOOM = 2.0  # of a close-up
GAP = 0.02  # H between the picture and its close-up
Angles = Mapping[str, float]


def pictures(pose: Pose, solved: Mapping[str, Angles], ppu: float = PPU) -> dict[str, str]:
    """SVG of every panel; panels seen by the same camera share one frame, so that start and end can be compared."""
    posed = {p.name: p.posed(solved[p.name]) for p in pose.drawn}
    panels = _with_fitted_mats(pose.drawn, posed)
    heaps = {p.name: heap(p, posed[p.name]) for p in panels}
    boxes = {p.name: extent(p, heaps[p.name]) for p in panels}
    out = {}
    for panel in panels:
        box = _around([boxes[p.name] for p in panels if p.camera == panel.camera])
        before = posed[panel.follows] if panel.ghost and panel.follows else None
        out[panel.name] = picture(panel, posed[panel.name], heaps[panel.name], box, before, ppu)
    return out


def _with_fitted_mats(panels: tuple[Panel, ...], posed: Mapping[str, Posed]) -> list[Panel]:
    """Mats cut down to what the body needs in any panel, so that the body fills the picture."""
    flat = np.vstack([now.mesh[np.unique(now.body.top.skin), :2] for now in posed.values()])
    low, high = flat.min(0) - MAT_ROOM, flat.max(0) + MAT_ROOM
    return [p.model_copy(update={"props": tuple(_fitted(prop, low, high) for prop in p.props)}) for p in panels]


def _fitted(prop: Prop, low: Array, high: Array) -> Prop:
    if not isinstance(prop, Mat):
        return prop
    x0, x1, y0, y1 = prop.rect
    rect = (max(x0, float(low[0])), min(x1, float(high[0])), max(y0, float(low[1])), min(y1, float(high[1])))
    return prop.model_copy(update={"rect": rect})


def extent(panel: Panel, shown: Heap) -> Box:
    """Left, right, bottom, top, in H on the picture plane, of all that a panel shows."""
    axis = view(panel.camera.az, panel.camera.el)
    soup, mesh, _, lines = shown
    shadow = mesh[mesh[:, 2] < SHADOW_HIGH] * [1, 1, 0]
    points = [soup.shown(), *lines]
    points += [shadow + np.array([room, 0, 0]) for room in (-0.015, 0.027)] if len(shadow) else []
    seen = np.vstack(points) @ axis.T
    left, bottom, _ = seen.min(0)
    right, top, _ = seen.max(0)
    before, beside = _room(panel)
    return float(left) - before, float(right) + beside, float(bottom), max(float(top), _highest(panel, seen))


def _room(panel: Panel) -> tuple[float, float]:
    """H beside the body, left and right, for the body map and the close-up."""
    out = {"left": 0.0, "right": 0.0}
    if panel.inset:
        out[panel.inset] += INSET
    if panel.closeup and panel.closeup.corner in out:
        out[panel.closeup.corner] += 2 * ZOOM * panel.closeup.size + GAP
    return out["left"], out["right"]


def _highest(panel: Panel, seen: Array) -> float:
    """Where a close-up above the body ends: it stands over what is in its own columns, beside what is higher there."""
    if not panel.closeup or not panel.closeup.corner.startswith("above"):
        return -np.inf
    side = 2 * ZOOM * panel.closeup.size
    x = seen[:, 0]
    under = x < x.min() + side + GAP if panel.closeup.corner.endswith("left") else x > x.max() - side - GAP
    return float(seen[under, 1].max()) + GAP + side


def _around(boxes: list[Box]) -> Box:
    left, right, bottom, top = zip(*boxes, strict=True)
    return min(left) - PAD, max(right) + PAD, min(bottom) - PAD, max(top) + PAD


def picture(panel: Panel, now: Posed, shown: Heap, box: Box, before: Posed | None = None, ppu: float = PPU) -> str:
    """SVG of one panel in the frame `box`; `before` is drawn as a dashed outline."""
    scene = Scene(panel, now, shown, box, ppu)
    layers = _body(scene, before)
    for arrow, points in zip(panel.arrows, shown.arrows, strict=True):
        layers += arrows.svg(points, scene.screen, scene.stroke, arrow.both)
    rows, columns = scene.screen.shape
    width, height = round(columns * UNITS), round(rows * UNITS)
    if panel.inset and panel.felt:
        layers.append(_body_map(panel, width, ppu))
    if panel.closeup:
        layers.append(_close_up(panel, panel.closeup, now, scene.stroke, width, ppu))
    inner = "\n".join(layers)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\n{inner}\n</svg>\n'


def _body(scene: Scene, before: Posed | None = None, small: bool = False) -> list[str]:
    out = fills.fills(scene, colours(scene)) + ([] if small else folds(scene) + anatomy(scene))
    for felt in scene.panel.felt:
        out += marks.felt_area(scene, felt)
    out += ink.ink(scene)
    return out + face(scene) + (marks.ghost(scene, before) if before else [])


def _body_map(panel: Panel, width: int, ppu: float) -> str:
    """A standing body, turned so that the felt area faces the viewer, in a corner of the picture."""
    outward = np.mean([LANDMARKS[felt.at].faces for felt in panel.felt], axis=0)
    az = round(float(np.degrees(np.arctan2(outward[0], -outward[1]))) / 45) * 45
    angles = {"root.z": float(panel.body.joint("pelvis")[2])}
    for side in "LR":
        angles |= {f"shoulder.{side}.abd": 16.0, f"hip.{side}.abd": 4.0, f"elbow.{side}.flex": 8.0}
    camera = Camera(az=az, el=3)
    standing = Panel(name="map", person=panel.person, camera=camera, angles=angles, felt=panel.felt, even=True)
    now = standing.posed(angles)
    shown = heap(standing, now)
    left, right, _, top = extent(standing, shown)
    scene = Scene(standing, now, shown, (left - PAD, right + PAD, MAP_FOOT, top + PAD), ppu * MAP_PPU)
    scene.loose = MAP_LOOSE
    scale = round(MAP_SHARE / MAP_PPU, 3)
    rows, columns = (side * UNITS * scale for side in scene.screen.shape)
    x = 16 if panel.inset == "left" else width - columns - 16
    inner = "\n".join(_body(scene, small=True))
    group = f'<g transform="translate({x:.0f} 16) scale({scale})">\n{inner}\n</g>'
    return _frame(x, columns, rows, DRAWN["paper"]) + group


def _close_up(panel: Panel, part: CloseUp, now: Posed, stroke: float, width: int, ppu: float) -> str:
    """A part of the picture, larger, in a corner, with the arrows that lie whole in it."""
    seen = panel.model_copy(update={"camera": part.camera or panel.camera, "closeup": None})
    middle = now.spot(part.at)[0][0] + np.asarray(part.shift)
    x, y, _ = view(seen.camera.az, seen.camera.el) @ middle
    box = (float(x) - part.size, float(x) + part.size, float(y) - part.size, float(y) + part.size)
    shown = heap(seen, now)
    scene = Scene(seen, now, shown, box, ppu * ZOOM)
    scene.stroke = stroke
    rows, columns = (side * UNITS for side in scene.screen.shape)
    layers = _body(scene)
    for arrow, points in zip(seen.arrows, shown.arrows, strict=True):
        path = points @ view(seen.camera.az, seen.camera.el).T
        if np.abs(path[:, :2] - [x, y]).max() < part.size:
            layers += arrows.svg(points, scene.screen, stroke, arrow.both)
    left = 16 if part.corner.endswith("left") else width - columns - 16
    inner = "\n".join(layers)
    group = f'<g transform="translate({left:.0f} 16)">\n{inner}\n</g>'
    return _frame(left, columns, rows, DRAWN["paper"]) + group + _frame(left, columns, rows, "none")


def _frame(x: float, wide: float, tall: float, fill: str) -> str:
    return (
        f'<path d="M{x:.0f} 16h{wide:.0f}v{tall:.0f}h{-wide:.0f}z" fill="{fill}"'
        f' stroke="{DRAWN["mat_edge"]}" stroke-width="6" stroke-linejoin="round"/>'
    )
