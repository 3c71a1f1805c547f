"""Drawing the pictures: pose file in, solved angles, SVG panels and the movement between them out.

It solves only what has changed, and writes a picture only where it differs by more than rounding: another processor
draws the same one.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from atelier import motion
from atelier.describe import describe
from atelier.likeness import alike
from atelier.paint import pictures
from atelier.pose import Panel, Pose, poses_dir, read_pose
from atelier.solve import Report, solve
from kit.errors import ContentError, Fault
from kit.figures.gallery import (
    Index,
    Motion,
    Side,
    figures_dir,
    index_path,
    motion_path,
    picture_path,
    read_motion,
)
from kit.files import PUBLIC, read_text, read_toml, write_atomic
from kit.places import data_dir

SOLVER = 11  # raised when the solver, the skeleton or the body changes what it finds
# What a picture shows but the solver does not see.
_SEEN_ONLY = {"says", "camera", "felt", "arrows", "ghost", "inset", "even", "closeup", "shoes", "drawn"}
Angles = dict[str, float]


@dataclass(frozen=True)
class Drawn:
    """What drawing one exercise came to.

    The reports of the panels solved now, the files' sizes in bytes, why no movement is shown, and what is wrong.
    """

    id: str
    reports: dict[str, Report] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    still: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

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
        path = picture_path(exercise_id, name)
        if not (path.is_file() and alike(read_text(path), svg)):
            _write(path, svg)
    for old in figures_dir().glob(f"{exercise_id}.*.svg"):
        if old.name.split(".")[1] not in made:
            old.unlink()
    _write(index_path(exercise_id), write_index(index(pose, angles)))
    moves = movement(pose, angles)
    if not _is_kept(exercise_id, moves):
        _write(motion_path(exercise_id), write_motion(moves))
    sizes = {name: len(svg.encode()) for name, svg in made.items()}
    sizes["movement"] = motion_path(exercise_id).stat().st_size
    return Drawn(exercise_id, reports, sizes, motion.faults(pose, moves.ways))


def all_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """`alike`, for the frames of a movement."""
    return len(old) == len(new) and all(map(alike, old, new))


def _is_kept(exercise_id: str, moves: Motion) -> bool:
    """Whether the committed movement is this one."""
    old = _stored(exercise_id)
    return old is not None and (old.key, old.ways) == (moves.key, moves.ways) and all_alike(old.frames, moves.frames)


def _stored(exercise_id: str) -> Motion | None:
    """The committed movement; a damaged file counts as none, and is made anew."""
    with suppress(ContentError):
        return read_motion(exercise_id)
    return None


def motion_key(pose: Pose) -> str:
    """What the poses of a movement depend on, as a short hash."""
    return hashlib.sha256(json.dumps([motion.WAY, motion.COUNT, keys(pose)]).encode()).hexdigest()[:16]


def movement_ways(pose: Pose, angles: Mapping[str, Angles]) -> tuple[Angles, ...]:
    """The poses of the movement, taken from the stored ones where nothing has changed."""
    stored = _stored(pose.id)
    return stored.ways if stored is not None and stored.key == motion_key(pose) else motion.ways(pose, angles)


def movement(pose: Pose, angles: Mapping[str, Angles]) -> Motion:
    """The movement as it is kept; without pictures where it may not be shown."""
    found = movement_ways(pose, angles)
    shown = () if motion.faults(pose, found) else motion.drawn(pose, found)
    return Motion(key=motion_key(pose), ways=found, frames=shown)


def index(pose: Pose, angles: Mapping[str, Angles]) -> Index:
    """The drawn side and the panels' texts."""
    side, both = exercise_sides(pose.id)
    texts = {panel.name: describe(panel, angles[panel.name], side[0].upper(), both) for panel in pose.drawn}
    return Index(drawn=side, texts=texts)


def exercise_sides(exercise_id: str) -> tuple[Side, bool]:
    """The exercise's lead side, the one that its pose file is written for; and whether both do the same at once.

    Right, and not, for a pose without an exercise.
    """
    path = data_dir() / "exercises" / f"{exercise_id}.toml"
    data = read_toml(path) if path.is_file() else {}
    return ("left" if data.get("lead_side") == "left" else "right"), data.get("sides") == "both"


def write_index(index: Index) -> str:
    """The index as it is committed."""
    return json.dumps(index.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"


def write_motion(motion: Motion) -> bytes:
    """The movement as it is committed: the same bytes for the same movement, whenever they are made."""
    text = json.dumps(motion.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))
    out = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=9, mtime=0) as packed:
        packed.write(text.encode())
    return out.getvalue()


def _short(angles: Mapping[str, float]) -> Angles:
    """Angles that are not 0, in order."""
    return {name: value for name, value in angles.items() if value}


def _write(path: Path, text: str | bytes) -> None:
    content = text if isinstance(text, bytes) else text.encode()
    if not path.is_file() or path.read_bytes() != content:
        write_atomic(path, content, PUBLIC)
