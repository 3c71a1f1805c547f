"""Whether the pictures may be handed out: drawn from their pose files as they stand.

Each rule gives faults with the value, the rule and the mend. `check` draws anew, compares and runs them all; nothing
is written. `record` says which exercises need it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from atelier.likeness import alike
from atelier.paint import pictures
from atelier.pose import Pose, read_pose
from atelier.possible import check_panel
from atelier.studio import Angles, all_alike, index, keys, motion_key, movement, read_solved, write_index
from atelier.svg import bounds, forbidden, frame
from atelier.workers import each
from kit.errors import Fault, KitError
from kit.figures.gallery import index_path, motion_path, picture_path, read_motion
from kit.files import read_text

MOST_KB = 40
MOTION_KB = 60
_REDRAW = "Run: kit figures draw {id}"


def check(ids: Sequence[str]) -> list[Fault]:
    """Every fault of these exercises' pictures. Empty when all is well."""
    return [fault for faults in each(check_one, ids) for fault in faults]


def still(ids: Sequence[str]) -> list[str]:
    """Which of these exercises show no movement: no fault, but worth a count."""
    kept = {exercise_id: read_motion(exercise_id) for exercise_id in ids}
    return [exercise_id for exercise_id, motion in kept.items() if motion is None or not motion.frames]


def check_one(exercise_id: str) -> list[Fault]:
    """Every fault of one exercise's pictures, which are drawn anew."""
    try:
        pose = read_pose(exercise_id)
        if stale := _stale(pose):
            return stale
        angles = _solved(pose)
        faults = [*_drawn_anew(pose, angles)] or check_files(pose)
        return faults + check_bodies(pose, angles)
    except KitError as error:
        return list(error.faults)


def check_bodies(pose: Pose, angles: Mapping[str, Angles]) -> list[Fault]:
    """What is not possible for a body, in any solved panel."""
    return [fault for panel in pose.panels for fault in check_panel(pose.id, panel, angles[panel.name])]


def check_files(pose: Pose) -> list[Fault]:
    """What may not stand in the committed pictures of an exercise, which are all there."""
    path, moves = motion_path(pose.id), read_motion(pose.id)
    pictured = {picture_path(pose.id, panel.name) for panel in pose.drawn}
    faults = [fault for file in sorted(pictured) for fault in _picture(f"figures/{file.name}", read_text(file))]
    faults += [fault for svg in (moves.frames if moves else ()) for fault in _picture(f"figures/{path.name}", svg)]
    size = path.stat().st_size / 1024
    if size > MOTION_KB:
        what = f"has {size:.0f} KB; at most {MOTION_KB} KB."
        faults.append(Fault(f"figures/{path.name}", what, "Choose a calmer view."))
    return faults


def _stale(pose: Pose) -> list[Fault]:
    stored = read_solved(pose.id)
    stale = [name for name, key in keys(pose).items() if stored.get(name, {}).get("key") != key]
    what = f"panel {', '.join(stale)}: the pose file has changed since it was solved."
    return [Fault(f"poses/{pose.id}.toml", what, _REDRAW.format(id=pose.id))] if stale else []


def _solved(pose: Pose) -> dict[str, Angles]:
    stored = read_solved(pose.id)
    return {panel.name: cast("Angles", stored[panel.name]["angles"]) for panel in pose.panels}


def _drawn_anew(pose: Pose, angles: Mapping[str, Angles]) -> Iterator[Fault]:
    """The committed files are what the pose file gives."""
    redraw = _REDRAW.format(id=pose.id)
    made = {picture_path(pose.id, name): svg for name, svg in pictures(pose, angles).items()}
    made[index_path(pose.id)] = write_index(index(pose, angles))
    for path, text in made.items():
        old = read_text(path) if path.is_file() else None
        if old is None:
            yield Fault(f"figures/{path.name}", "is missing.", redraw)
        elif not (old == text if path.suffix == ".json" else alike(old, text)):
            yield Fault(f"figures/{path.name}", "is not what its pose file gives.", redraw)
    yield from _moves_anew(pose, angles)


def _moves_anew(pose: Pose, angles: Mapping[str, Angles]) -> Iterator[Fault]:
    """The committed movement is what the pose file gives."""
    redraw, where = _REDRAW.format(id=pose.id), f"figures/{motion_path(pose.id).name}"
    old = read_motion(pose.id)
    if old is None:
        yield Fault(where, "is missing.", redraw)
    elif old.key != motion_key(pose):
        yield Fault(where, "the pose file has changed since it was drawn.", redraw)
    elif not all_alike(old.frames, movement(pose, angles).frames):
        yield Fault(where, "is not what its pose file gives.", redraw)


def _picture(where: str, svg: str) -> Iterator[Fault]:
    """What holds for every picture: all of it in the frame, small, nothing that a viewer might refuse."""
    width, height = frame(svg)
    left, top, right, bottom = bounds(svg)
    if left < 0 or top < 0 or right > width or bottom > height:
        drawn = f"({left:.0f}, {top:.0f}) to ({right:.0f}, {bottom:.0f})"
        what = f"draws from {drawn} in a frame of {width:.0f} by {height:.0f}."
        yield Fault(where, what, "Move the arrow or the mark inwards.")
    size = len(svg.encode()) / 1024
    if size > MOST_KB:
        yield Fault(where, f"has {size:.0f} KB; at most {MOST_KB} KB.", "Choose a calmer view.")
    for word in forbidden(svg):
        yield Fault(where, f"holds {word}, which a picture must not.", "Draw it with plain paths.")
