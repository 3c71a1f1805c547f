"""A movement as a few frames: joints go evenly from one panel to the next, while what touches stays where it is.

Frames are drawn when asked for and not committed; they need the extra `draw`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from kit.figures.gallery import Side, mirrored
from kit.figures.landmarks import LANDMARKS, spot
from kit.figures.paint import pictures
from kit.figures.palette import PALETTES, painted
from kit.figures.pose import Contact, Coordinates, Panel, Pose, read_pose
from kit.figures.proportions import ANGLES, Array
from kit.figures.skeleton import frames, named, vector
from kit.figures.solve import solve
from kit.figures.studio import drawn_side, solved_angles

COUNT = 10
STAYS = 0.006  # H: a point that is this near in both panels stays put between them
TOUCHING = ("heel", "ball", "palm", "shin_top", "knee_front", "elbow", "forearm_ulna", "ischium", "scapula", "occiput")
HELD = 1.5  # degrees that a joint may stray from its way to keep what touches in place


def motion(
    exercise_id: str, count: int = COUNT, side: Side | None = None, palette: str = PALETTES[0]
) -> tuple[str, ...]:
    """About `count` SVG frames through all panels of an exercise, first to last, all seen as the first panel is.

    Every panel is among them, without its marks. Raises `ContentError` when the pose file has faults.
    """
    pose = read_pose(exercise_id)
    angles, _ = solved_angles(pose)
    first, last = pose.panels[0], pose.panels[-1]
    steps = max(1, round((count - 1) / max(1, len(pose.panels) - 1)))
    ways = [angles[first.name]]
    for one, two in pairwise(panel.name for panel in pose.panels):
        ways += between(first, angles[one], angles[two], steps + 1)[1:]
    plain = {"felt": (), "arrows": (), "ghost": False, "inset": None, "follows": None, "keep": ()}
    panels = tuple(
        last.model_copy(update={**plain, "name": f"frame_{i}", "camera": first.camera, "preset": first.preset})
        for i in range(len(ways))
    )
    drawn = pictures(Pose(id=exercise_id, panels=panels), {p.name: a for p, a in zip(panels, ways, strict=True)})
    flip = side is not None and side != drawn_side(exercise_id)
    return tuple(painted(mirrored(svg) if flip else svg, palette) for svg in drawn.values())


def between(panel: Panel, start: Mapping[str, float], end: Mapping[str, float], count: int) -> list[dict[str, float]]:
    """Angles of `count` poses from `start` to `end`, both among them; what touches in both stays in place."""
    one, two = vector(start), vector(end)
    stays = touching(panel, one, two)
    out = []
    for t in np.linspace(0, 1, count):
        way = one + (two - one) * t
        out.append(named(way) if t in (0.0, 1.0) or not stays else _settled(panel, way, stays))
    return out


def touching(panel: Panel, one: Array, two: Array) -> tuple[Contact, ...]:
    """Points that touch something in the first pose and are in the same place in the second, as contacts."""
    now = frames(np.stack([one, two]), panel.preset)
    out = []
    for name in LANDMARKS:
        place, _ = spot(now, name)
        if name.startswith(TOUCHING) and np.linalg.norm(place[0] - place[1]) < STAYS:
            x, y, z = (float(v) for v in place.mean(0))
            out.append(Contact(point=name, at=Coordinates(x=x, y=y, z=z)))
    return tuple(out)


def _settled(panel: Panel, way: Array, stays: tuple[Contact, ...]) -> dict[str, float]:
    """The pose nearest to `way` in which what stays is in place."""
    stiff = dict.fromkeys((name.split(".")[0] for name in ANGLES), HELD) | {
        "root.x": 0.05,
        "root.y": 0.05,
        "root.z": 0.05,
    }
    asked = Panel(
        name="way",
        camera=panel.camera,
        preset=panel.preset,
        angles=named(way),
        contacts=stays,
        props=panel.props,
        stiff=stiff,
        sink=0.02,
        collide=False,
        steps=20,
    )
    found, _ = solve(asked)
    return found
