"""Whether the pictures may be handed out: drawn from their pose files as they stand, and possible for a body.

Each rule gives faults with the value, the rule and the mend. `check` runs them all; nothing is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import numpy as np
from scipy.spatial import ConvexHull

from kit.errors import ContentError, Fault
from kit.figures import contacts
from kit.figures.gallery import index_path, motion_path, picture_path, read_motion, write_index
from kit.figures.landmarks import spot
from kit.figures.motion import Found, below_floor, in_walls
from kit.figures.paint import pictures
from kit.figures.pose import Panel, Pose, pose_ids, read_pose
from kit.figures.proportions import ANGLES, RANGE, STATURE_CM, Array
from kit.figures.props import planes
from kit.figures.scene import Posed
from kit.figures.skeleton import Frames, frames, vector
from kit.figures.studio import Angles, index, keys, motion_key, movement, read_solved
from kit.figures.svg import alike, bounds, forbidden, frame
from kit.files import read_text

CONTACT_CM = 0.6  # a contact may be off by this much
RANGE_DEGREES = 0.5
BALANCE_CM = 2.0  # how far outside of its feet the middle of a standing body may be
MOST_KB = 40
MOTION_KB = 60
_REDRAW = "Run: kit figures draw {id}"


def check(ids: Iterable[str] = ()) -> list[Fault]:
    """Every fault of these exercises' pictures, or of all that have a pose file. Empty when all is well."""
    faults: list[Fault] = []
    for exercise_id in tuple(ids) or pose_ids():
        try:
            faults += _check_one(read_pose(exercise_id))
        except ContentError as error:
            faults += error.faults
    return faults


def still(ids: Iterable[str] = ()) -> list[str]:
    """Which of these exercises, or of all that have a pose file, show no movement: no fault, but worth a count."""
    kept = {exercise_id: read_motion(exercise_id) for exercise_id in tuple(ids) or pose_ids()}
    return [exercise_id for exercise_id, motion in kept.items() if motion is None or not motion.frames]


def _check_one(pose: Pose) -> list[Fault]:
    stored, wanted = read_solved(pose.id), keys(pose)
    stale = [name for name, key in wanted.items() if stored.get(name, {}).get("key") != key]
    if stale:
        what = f"panel {', '.join(stale)}: the pose file has changed since it was solved."
        return [Fault(f"poses/{pose.id}.toml", what, _REDRAW.format(id=pose.id))]
    angles = {name: cast("Angles", stored[name]["angles"]) for name in wanted}
    faults = [*_files(pose, angles), *_movement(pose, angles)]
    for panel in pose.panels:
        faults += check_panel(pose.id, panel, angles[panel.name])
    return faults


def check_panel(exercise_id: str, panel: Panel, angles: Mapping[str, float]) -> list[Fault]:
    """Faults of one solved panel as a body: contacts, ranges, floor and walls, balance."""
    now = frames(vector(angles)[None], panel.preset)
    where = f"poses/{exercise_id}.toml, panel {panel.name}"
    rules = (
        _contacts(panel, now),
        _ranges(panel, angles),
        below_floor(now),
        in_walls(panel, now),
        _balance(panel, now),
    )
    return [Fault(where, what, mend) for rule in rules for what, mend in rule]


def _contacts(panel: Panel, now: Frames) -> Found:
    """Contacts of full weight hold; lighter ones are wishes."""
    known = planes(panel.props)
    for contact in panel.contacts:
        off = contacts.error_cm(now, contact, known)
        if contact.weight >= 1 and off > CONTACT_CM:
            what = f"{contacts.label(contact)} is off by {off:.1f} cm; at most {CONTACT_CM} cm."
            yield what, "Write the angles nearer, or take out a contact that contradicts it."


def _ranges(panel: Panel, angles: Mapping[str, float]) -> Found:
    for name, (low, high) in zip(ANGLES, RANGE, strict=True):
        value = angles.get(name, 0.0)
        if not low - RANGE_DEGREES <= value <= high + RANGE_DEGREES and not panel.beyond.get(name, "").strip():
            what = f"{name} is {value:.0f}; its range is {low:.0f} to {high:.0f}."
            yield what, f'Bend another joint, or give the reason: beyond = {{ "{name}" = "…" }}.'


def _balance(panel: Panel, now: Frames) -> Found:
    """A body that stands or kneels and holds on to nothing does not fall: its middle is over what touches the floor."""
    held = any(contact.on not in (None, "floor") for contact in panel.contacts)
    if panel.preset != "stand" or panel.rest or held:
        return
    base = _base(panel, now)
    if len(base) < 3:
        return
    hull = ConvexHull(base)
    middle = centre_of_mass(Posed.of(now))[:2]
    outside = float((hull.equations[:, :2] @ middle + hull.equations[:, 2]).max()) * STATURE_CM
    if outside > BALANCE_CM:
        what = f"the body's middle is {outside:.1f} cm outside of its feet; at most {BALANCE_CM} cm."
        yield what, "Shift the hips over the feet, or let a hand hold on to something."


def _base(panel: Panel, now: Frames) -> Array:
    """(k, 2) what touches the floor: the whole sole of a foot that stands, and every other point on the floor."""
    feet: set[str] = set()
    spots: set[str] = set()
    for contact in panel.contacts:
        if contact.weight < 1:
            continue
        if contact.flat:
            feet.add(contact.flat)
        elif contact.point and contact.point.startswith(("ball", "heel", "toe")):
            feet.add(contact.point[-1])
        elif contact.point and contact.on == "floor":
            spots.add(contact.point)
    names = [f"{end}.{side}" for side in sorted(feet) for end in _SOLE] + sorted(spots)
    return np.array([spot(now, name)[0][0, :2] for name in names]).reshape(-1, 2)


_SOLE = ("heel_back", "ball", "toe_tip", "foot_lat", "foot_med")


def centre_of_mass(posed: Posed) -> Array:
    """(3,) middle of all flesh by volume; ellipsoids overlap, so it is a fair estimate, not a measurement."""
    volume = np.abs(np.linalg.det(posed.axes))
    return np.asarray((posed.centre * volume[:, None]).sum(0) / volume.sum())


def _files(pose: Pose, angles: Mapping[str, Angles]) -> Iterator[Fault]:
    """The committed files are what the pose file gives."""
    redraw = _REDRAW.format(id=pose.id)
    made = {picture_path(pose.id, name): svg for name, svg in pictures(pose, angles).items()}
    made[index_path(pose.id)] = write_index(index(pose, angles))
    for path, text in made.items():
        old = read_text(path) if path.is_file() else None
        if old is None:
            yield Fault(f"figures/{path.name}", "is missing.", redraw)
        elif not _same(old, text):
            yield Fault(f"figures/{path.name}", "is not what its pose file gives.", redraw)
        if path.suffix == ".svg":
            yield from _picture(f"figures/{path.name}", text)


def _movement(pose: Pose, angles: Mapping[str, Angles]) -> Iterator[Fault]:
    """The committed movement is what the pose file gives, is small, and every frame of it is a picture."""
    redraw, path = _REDRAW.format(id=pose.id), motion_path(pose.id)
    where, old = f"figures/{path.name}", read_motion(pose.id)
    if old is None:
        yield Fault(where, "is missing.", redraw)
        return
    if old.key != motion_key(pose):
        yield Fault(where, "the pose file has changed since it was drawn.", redraw)
        return
    new = movement(pose, angles).frames
    if len(new) != len(old.frames) or not all(map(_same, old.frames, new)):
        yield Fault(where, "is not what its pose file gives.", redraw)
    size = path.stat().st_size / 1024
    if size > MOTION_KB:
        yield Fault(where, f"has {size:.0f} KB; at most {MOTION_KB} KB.", "Choose a calmer view.")
    for svg in old.frames:
        yield from _picture(where, svg)


def _same(old: str, new: str) -> bool:
    """Whether a committed picture is the one drawn now: byte for byte, or nearly with other versions of the tools."""
    exact = sys.version_info[:2] == (3, 11)  # the versions that the committed files were drawn with
    return old == new or (not exact and alike(old, new))


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
