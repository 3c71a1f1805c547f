"""Drawing the pictures: pose file in, solved angles, SVG panels and the movement between them out.

`draw` is what an author runs. It solves only what has changed, and writes a picture only where it differs.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kit.errors import ContentError
from kit.figures import motion
from kit.figures.describe import describe
from kit.figures.gallery import (
    Index,
    Motion,
    Side,
    figures_dir,
    index_path,
    motion_path,
    picture_path,
    read_motion,
    write_index,
    write_motion,
)
from kit.figures.paint import pictures
from kit.figures.pose import Panel, Pose, pose_ids, poses_dir, read_pose
from kit.figures.solve import Report, solve
from kit.files import PUBLIC, read_text, write_atomic
from kit.places import data_dir

SOLVER = 1  # raised when the solver or the skeleton changes what it finds
# What a picture shows but the solver does not see.
_SEEN_ONLY = {"says", "camera", "felt", "arrows", "ghost", "inset", "even"}
Angles = dict[str, float]


@dataclass(frozen=True)
class Drawn:
    """What drawing one exercise came to.

    The reports of the panels solved now, the files' sizes in bytes, and why no movement is shown.
    """

    id: str
    reports: dict[str, Report]
    sizes: dict[str, int]
    still: list[str]

    def lines(self) -> list[str]:
        out = [f"{self.id}: " + ", ".join(f"{name} {size / 1024:.1f} KB" for name, size in self.sizes.items())]
        for name, report in self.reports.items():
            told = report.lines()
            out += [f" {name}:", *told] if told else []
        if self.still:
            out += [" no movement:", *(f"  {why}" for why in self.still)]
        return out


def solved_path(exercise_id: str) -> Path:
    return poses_dir() / "solved" / f"{exercise_id}.json"


def panel_key(panel: Panel, before: str) -> str:
    """What the solved angles of a panel depend on, as a short hash; `before` is the key of the panel it follows."""
    data = panel.model_dump(mode="json", exclude=_SEEN_ONLY, exclude_defaults=True)
    text = json.dumps([SOLVER, before, data], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def keys(pose: Pose) -> dict[str, str]:
    """The key of each panel."""
    out: dict[str, str] = {}
    for panel in pose.panels:
        out[panel.name] = panel_key(panel, out.get(panel.follows or "", ""))
    return out


def read_solved(exercise_id: str) -> dict[str, dict[str, object]]:
    """Panel to its `key` and `angles`; empty when the exercise was never solved."""
    path = solved_path(exercise_id)
    if not path.is_file():
        return {}
    panels: dict[str, dict[str, object]] = json.loads(read_text(path))["panels"]
    return panels


def solved_angles(pose: Pose) -> tuple[dict[str, Angles], dict[str, Report]]:
    """Angles of every panel, taken from the stored ones where nothing has changed; and reports of those solved now."""
    stored, wanted = read_solved(pose.id), keys(pose)
    angles: dict[str, Angles] = {}
    reports: dict[str, Report] = {}
    for panel in pose.panels:
        old = stored.get(panel.name)
        if old is not None and old["key"] == wanted[panel.name]:
            angles[panel.name] = dict(old["angles"])  # type: ignore[call-overload]
        else:
            before = angles.get(panel.follows or "")
            angles[panel.name], reports[panel.name] = solve(panel, before)
    return angles, reports


def draw_one(exercise_id: str) -> Drawn:
    """Solve and draw one exercise into `data/`. Raises `ContentError` when its pose file has faults."""
    pose = read_pose(exercise_id)
    angles, reports = solved_angles(pose)
    wanted = keys(pose)
    panels = {name: {"key": wanted[name], "angles": _short(values)} for name, values in angles.items()}
    _write(solved_path(exercise_id), json.dumps({"format": 1, "panels": panels}, indent=1) + "\n")
    made = pictures(pose, angles)
    for name, svg in made.items():
        _write(picture_path(exercise_id, name), svg)
    for old in figures_dir().glob(f"{exercise_id}.*.svg"):
        if old.name.split(".")[1] not in made:
            old.unlink()
    _write(index_path(exercise_id), write_index(index(pose, angles)))
    packed = write_motion(movement(pose, angles))
    _write(motion_path(exercise_id), packed)
    sizes = {name: len(svg.encode()) for name, svg in made.items()} | {"movement": len(packed)}
    return Drawn(exercise_id, reports, sizes, motion.faults(pose, movement_ways(pose, angles)))


def motion_key(pose: Pose) -> str:
    """What the poses of a movement depend on, as a short hash."""
    return hashlib.sha256(json.dumps([motion.WAY, motion.COUNT, keys(pose)]).encode()).hexdigest()[:16]


def movement_ways(pose: Pose, angles: Mapping[str, Angles]) -> tuple[Angles, ...]:
    """The poses of the movement, taken from the stored ones where nothing has changed."""
    with suppress(ContentError):  # a damaged file is made anew
        stored = read_motion(pose.id)
        if stored is not None and stored.key == motion_key(pose):
            return stored.ways
    return motion.ways(pose, angles)


def movement(pose: Pose, angles: Mapping[str, Angles]) -> Motion:
    """The movement as it is kept; without pictures where it may not be shown."""
    found = movement_ways(pose, angles)
    shown = () if motion.faults(pose, found) else motion.drawn(pose, found)
    return Motion(key=motion_key(pose), ways=found, frames=shown)


def index(pose: Pose, angles: Mapping[str, Angles]) -> Index:
    """The drawn side and the panels' texts."""
    side, both = drawn_side(pose.id), _exercise(pose.id).get("sides") == "both"
    texts = {panel.name: describe(panel, angles[panel.name], side[0].upper(), both) for panel in pose.panels}
    return Index(drawn=side, texts=texts)


def drawn_side(exercise_id: str) -> Side:
    """The exercise's lead side: the one its pose file is written for."""
    return "left" if _exercise(exercise_id).get("lead_side") == "left" else "right"


def _exercise(exercise_id: str) -> dict[str, object]:
    """The exercise's file as it stands; empty for a pose without an exercise."""
    path = data_dir() / "exercises" / f"{exercise_id}.toml"
    return tomllib.loads(read_text(path)) if path.is_file() else {}


def draw(ids: Iterable[str] = ()) -> list[Drawn]:
    """Solve and draw these exercises, or all that have a pose file."""
    return [draw_one(exercise_id) for exercise_id in (tuple(ids) or pose_ids())]


def _short(angles: Mapping[str, float]) -> Angles:
    """Angles that are not 0, in order."""
    return {name: value for name, value in angles.items() if value}


def _write(path: Path, text: str | bytes) -> None:
    content = text if isinstance(text, bytes) else text.encode()
    if not path.is_file() or path.read_bytes() != content:
        write_atomic(path, content, PUBLIC)
