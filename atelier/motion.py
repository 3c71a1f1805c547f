"""A movement as a few frames: joints go evenly from one panel to the next, while what touches stays where it is.

`ways` finds the poses, `drawn` draws them, and `faults` says why a movement must not be shown. `studio` keeps what
they give beside the panels; `gallery.frames` hands it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from atelier.angles import ANGLES, RANGE, STATURE_CM, Array, named, vector
from atelier.collide import PAIRS, gaps
from atelier.landmarks import LANDMARKS
from atelier.paint import pictures
from atelier.pose import Contact, Coordinates, Panel, Pose
from atelier.posed import Posed
from atelier.props import Face, Prop, faces, planes
from atelier.skeleton import BONE, BONES
from atelier.solve import solve

COUNT = 8
PPU = 480.0  # pixels for each H in a frame: coarser than the panels
WAY = 3  # raised when the way between panels changes
STAYS = 0.006  # H: a point that is this near in both panels stays put between them
TOUCHING = ("heel", "ball", "palm", "shin_top", "knee_front", "elbow", "forearm_ulna", "ischium", "scapula", "occiput")
HELD = 1.5  # degrees that a joint may stray from its way to keep what touches in place
FLESH_CM = 3.9  # soft parts may be pressed this far into the floor
WALL_CM = 1.6
BONE_CM = 0.3  # a joint's centre may be below the floor by this much
SLIDE_CM = 1.5  # a hand or foot that touches may slide this far
GRAZE_CM = 1.0  # the middle line of a limb may be this deep in a prop
OVERLAP_CM = 2.0  # limbs may run so much deeper through each other than in the panels on either side
NEAR_CM = 1.0  # a point of a hand or foot that is this near in both panels touches
TOUCH_CM = 0.6  # one that is this near between panels touches
LIFT = 0.045  # H that a foot which steps is lifted on its way
STEPS = 12.0  # degrees that its leg may stray for that
_ENDS = tuple(f"{point}.{side}" for point in ("heel", "ball", "toe_tip", "palm") for side in "LR")
_LIMBS = (("uarm", "farm"), ("farm", "hand"), ("thigh", "shank"), ("shank", "foot"), ("foot", "toes"))
Angles = dict[str, float]
Found = Iterator[tuple[str, str]]  # what is wrong, and the mend


def ways(pose: Pose, angles: Mapping[str, Mapping[str, float]], count: int = COUNT) -> tuple[Angles, ...]:
    """Angles of `count` poses (or one a panel, if those are more) through all panels; every panel is among them."""
    first = pose.panels[0]
    out = [_rounded(angles[first.name])]
    for (one, two), steps in zip(pairwise(pose.panels), _steps(len(pose.panels) - 1, count), strict=True):
        out += map(_rounded, between(first, angles[one.name], angles[two.name], steps + 1)[1:])
    return tuple(out)


def drawn(pose: Pose, found: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """An SVG of each of these poses, all in one frame, seen as the first panel is; without the panels' marks."""
    plain = {"felt": (), "arrows": (), "ghost": False, "inset": None, "closeup": None, "follows": None, "keep": ()}
    panels = tuple(
        panel.model_copy(update={**plain, "name": f"frame_{i}"}) for i, panel in enumerate(furnished(pose, len(found)))
    )
    solved = {panel.name: way for panel, way in zip(panels, found, strict=True)}
    return tuple(pictures(Pose(id=pose.id, panels=panels), solved, PPU).values())


def faults(pose: Pose, found: Sequence[Mapping[str, float]]) -> list[str]:
    """Why these poses must not be shown as a movement: one sentence for each reason, none when all is well."""
    first = pose.panels[0]
    same = {(panel.preset, panel.camera, tuple(map(_kind, panel.props))) for panel in pose.panels}
    if len(pose.panels) < 2 or len(same) > 1:
        return ["the panels differ in view or props, or there is only one."]
    now = first.posed(np.stack([vector(way) for way in found]))
    told = [f"frame {i + 1}: {what}" for i, what in _through(furnished(pose, len(found)), found)]
    marks = [0, *accumulate(_steps(len(pose.panels) - 1, len(found)))]
    for start, end in pairwise(marks):
        told += [*_overlaps(now, start, end), *_slides(first, now, start, end)]
    return told


def between(panel: Panel, start: Mapping[str, float], end: Mapping[str, float], count: int) -> list[Angles]:
    """Angles of `count` poses from `start` to `end`, both among them; what touches in both stays in place."""
    one, two = vector(start), vector(end)
    stays, steps = touching(panel, one, two), stepping(panel, one, two)
    out = []
    for t in np.linspace(0, 1, count):
        way = one + (two - one) * t
        held = stays + _lifted(panel, one, two, float(t), steps)
        between_ends = 0.0 < t < 1.0
        if between_ends and held:
            out.append(_settled(panel, way, held, steps))
        else:
            out.append(named(_grounded(panel, one, two, way, float(t)) if between_ends else way))
    return out


def _grounded(panel: Panel, one: Array, two: Array, way: Array, t: float) -> Array:
    """Who stands with nothing held, as in walking, stays as deep on the floor as in the panels."""
    if panel.preset != "stand":
        return way
    first, now, last = panel.posed(np.stack([one, way, two])).skin()[:, :, 2].min(1)
    out = way.copy()
    out[ANGLES.index("root.z")] += first + (last - first) * t - now
    return out


def touching(panel: Panel, one: Array, two: Array) -> tuple[Contact, ...]:
    """Points that touch something in the first pose and are in the same place in the second, as contacts."""
    now = panel.posed(np.stack([one, two]))
    out = []
    for name in LANDMARKS:
        place, _ = now.spot(name)
        if name.startswith(TOUCHING) and np.linalg.norm(place[0] - place[1]) < STAYS:
            x, y, z = (float(v) for v in place.mean(0))
            out.append(Contact(point=name, at=Coordinates(x=x, y=y, z=z)))
    return tuple(out)


def stepping(panel: Panel, one: Array, two: Array) -> str:
    """The side of the foot that who stands or sits sets to another place: down in either pose, and gone in the other
    with heel and ball. None if both go: one must stay."""
    if panel.preset != "stand":
        return ""
    now = panel.posed(np.stack([one, two]))
    out = ""
    for side in (side for side in "LR" if f"heel.{side}" not in panel.slides):
        places = np.stack([now.spot(f"{part}.{side}")[0] for part in ("heel", "ball")])  # (parts, poses, 3)
        off = [np.abs((places - plane.point) @ plane.normal) for plane in planes(panel.props).values()]
        down = np.min(off) * STATURE_CM < NEAR_CM
        gone = np.linalg.norm((places[:, 1] - places[:, 0])[:, :2], axis=1).min() * STATURE_CM > SLIDE_CM
        out += side if down and gone else ""
    return out if len(out) == 1 else ""


def _lifted(panel: Panel, one: Array, two: Array, t: float, sides: str) -> tuple[Contact, ...]:
    """Where these feet are on their way: over the line between their two places; going up comes first, down last."""
    now = panel.posed(np.stack([one, one + (two - one) * t, two]))
    out = []
    for name in (f"{part}.{side}" for side in sides for part in ("heel", "ball")):
        first, way, last = now.spot(name)[0]
        up = np.sin(np.pi / 2 * t) if last[2] > first[2] else 1 - np.cos(np.pi / 2 * t)
        z = max(way[2], first[2] + (last[2] - first[2]) * up) + LIFT * np.sin(np.pi * t)
        out.append(Contact(point=name, at=Coordinates(x=float(way[0]), y=float(way[1]), z=float(z))))
    return tuple(out)


def below_floor(now: Posed) -> Found:
    """Joints and flesh of one pose that are under the floor."""
    for bone, place in zip(BONES, now.frames.place[0], strict=True):
        if place[2] * STATURE_CM < -BONE_CM and not bone.startswith("toes"):
            yield (
                f"the joint of {bone} is {-place[2] * STATURE_CM:.1f} cm below the floor.",
                "Raise root.z, or solve anew.",
            )
    yield from _deep(-now.skin()[0, :, 2] * STATURE_CM, FLESH_CM, "the floor")


def in_walls(panel: Panel, now: Posed) -> Found:
    """Flesh of one pose that is inside of a wall."""
    for name, plane in planes(panel.props).items():
        if plane.solid:
            yield from _deep(-(now.skin()[0] - plane.point) @ plane.normal * STATURE_CM, WALL_CM, f"the {name}")


def in_props(panel: Panel, now: Posed) -> Found:
    """Limbs of one pose whose middle line runs through a seat, a table, a step or a door post."""
    for side in "LR":
        for upper, lower in _LIMBS:
            ends = now.frames.place[0, [BONE[f"{upper}.{side}"], BONE[f"{lower}.{side}"]]]
            line = ends[0] + np.linspace(0, 1, 25)[:, None] * (ends[1] - ends[0])
            for prop in panel.props:
                flat = faces((prop,))
                boxes = [flat[i : i + 6] for i in range(0, len(flat), 6)]  # each prop is made of boxes
                if any(_inside(line, box) for box in boxes):
                    yield f"{upper}.{side} runs through the {prop.type}.", "Move the limb or the prop."


def _inside(line: Array, box: Sequence[Face]) -> bool:
    """Whether a point of a line (n, 3) is clearly behind all faces of a box."""
    behind = [(line - face.corners[0]) @ face.normal * STATURE_CM < -GRAZE_CM for face in box]
    return bool(np.all(behind, axis=0).any())


def _deep(depth: Array, most: float, where: str) -> Found:
    """How deep the skin is in a plane, if it is too deep."""
    worst = float(depth.max())
    if worst > most:
        yield (
            f"the body is {worst:.1f} cm inside of {where}; at most {most} cm.",
            "Add a contact, or move the body away.",
        )


def furnished(pose: Pose, count: int) -> list[Panel]:
    """The first panel `count` times, with the props as they stand in each frame: a cloth slides, a towel is pressed."""
    first = pose.panels[0]
    steps = _steps(len(pose.panels) - 1, count)
    out = [first]
    for (one, two), many in zip(pairwise(pose.panels), steps, strict=True):
        for step in range(1, many + 1):
            props = [_moved(a, b, step / many) for a, b in zip(one.props, two.props, strict=True)]
            out.append(first.model_copy(update={"props": tuple(props)}))
    return out


def _kind(prop: Prop) -> str:
    """All that stays of a prop which only changes place and size."""
    return re.sub(r"-?\d[\d.e+-]*", "0", prop.model_dump_json())


def _moved(one: Prop, two: Prop, t: float) -> Prop:
    return one if one == two else type(one).model_validate(_mixed(one.model_dump(), two.model_dump(), t))


def _mixed(one: Any, two: Any, t: float) -> Any:
    """Every number so far on its way; all else as it is at the start."""
    match one:
        case dict():
            return {name: _mixed(value, two[name], t) for name, value in one.items()}
        case list() | tuple():
            return [_mixed(a, b, t) for a, b in zip(one, two, strict=True)]
        case float() | int() if not isinstance(one, bool):
            return one + (two - one) * t
        case _:
            return one


def _through(furnished: Sequence[Panel], found: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, str]]:
    """Which pose goes through floor, wall or prop, and how."""
    for i, (panel, way) in enumerate(zip(furnished, found, strict=True)):
        now = panel.posed(way)
        for rule in (below_floor(now), in_walls(panel, now), in_props(panel, now)):
            yield from ((i, what) for what, _ in rule)


def _overlaps(now: Posed, start: int, end: int) -> Iterator[str]:
    """Limbs that run through each other between two panels, and not so in the panels themselves."""
    depth = np.maximum(-gaps(now)[start : end + 1], 0) * STATURE_CM
    more = (depth - np.maximum(depth[0], depth[-1])).max(0)
    for i in np.flatnonzero(more > OVERLAP_CM):
        yield f"{PAIRS[i][0]} and {PAIRS[i][1]} run {more[i]:.1f} cm through each other; at most {OVERLAP_CM} cm."


def _slides(first: Panel, now: Posed, start: int, end: int) -> Iterator[str]:
    """Points of hands and feet that move on a plane: touching it in both panels, or in two frames one after another.

    One that is clear of it in all frames between is lifted and set down: a step.
    """
    for name in (end for end in _ENDS if end not in first.slides):
        place = now.spot(name)[0][start : end + 1]
        steps = np.linalg.norm(np.diff(place, axis=0), axis=1) * STATURE_CM
        away = float(np.linalg.norm(place - place[0], axis=1).max()) * STATURE_CM
        for where, plane in planes(first.props).items():
            off = np.abs((place - plane.point) @ plane.normal) * STATURE_CM
            touches = off < TOUCH_CM
            moved = float(steps[touches[1:] & touches[:-1]].sum())
            if max(off[0], off[-1]) < NEAR_CM and not (len(off) > 2 and off[1:-1].min() > TOUCH_CM):
                moved = max(moved, away)
            if moved > SLIDE_CM:
                yield f"{name} slides {moved:.1f} cm on the {where}; at most {SLIDE_CM} cm."


def _steps(parts: int, count: int) -> list[int]:
    """How many steps each part of a way has, `count` poses in all, the earlier parts taking what is left over."""
    each, over = divmod(count - 1, max(1, parts))
    return [max(1, each + (i < over)) for i in range(parts)]


def _rounded(angles: Mapping[str, float]) -> Angles:
    """Angles that are not 0, as they are kept: to a ten-thousandth."""
    return {name: round(value, 4) for name, value in angles.items() if round(value, 4)}


def _settled(panel: Panel, way: Array, stays: tuple[Contact, ...], steps: str) -> Angles:
    """The pose nearest to `way` in which what stays is in place, and the feet that step are lifted."""
    stiff = dict.fromkeys((name.split(".")[0] for name in ANGLES), HELD) | {
        "root.x": 0.05,
        "root.y": 0.05,
        "root.z": 0.05,
    }
    stiff |= {f"{joint}.{side}": STEPS for joint in ("hip", "knee", "ankle") for side in steps}
    beyond = {
        name: "as in a panel"
        for name, (low, high), value in zip(ANGLES, RANGE, way, strict=True)
        if not low <= value <= high
    }
    asked = Panel(
        name="way",
        camera=panel.camera,
        preset=panel.preset,
        person=panel.person,
        hands=panel.hands,
        angles=named(way),
        contacts=stays,
        props=panel.props,
        stiff=stiff,
        beyond=beyond,
        sink=0.02,
        collide=False,
        steps=20,
    )
    found, _ = solve(asked)
    return found
