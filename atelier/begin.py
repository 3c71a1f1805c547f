"""A new pose file: a copy of another exercise's, or a first start and end to change."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from atelier.pose import pose_ids, poses_dir
from atelier.skeleton import Preset
from kit.errors import ContentError, Fault, OverwriteError, did_you_mean
from kit.files import PUBLIC, read_bytes, write_atomic
from kit.library.exercise import ExerciseId
from kit.model import Model, parse

PRESETS: tuple[Preset, ...] = get_args(Preset)
_FIRST = Path(__file__).parent / "presets"  # a file for each preset
_WHERE = "kit figures new"


class _New(Model):
    id: ExerciseId


def begin(exercise_id: str, like: str | None = None, preset: str | None = None) -> Path:
    """Write the pose file of a new exercise, or of a clinician's own; `stand` where nothing is said.

    Raises `ContentError` when a name cannot be right, and `OverwriteError` when there is such a file already.
    """
    parse(_New, {"id": exercise_id}, _WHERE)
    source = _source(like, preset)
    path = poses_dir() / f"{exercise_id}.toml"
    if path.exists():
        raise OverwriteError(Fault(f"poses/{path.name}", "is there already.", "Change it, or choose another id."))
    write_atomic(path, read_bytes(source), PUBLIC)
    return path


def _source(like: str | None, preset: str | None) -> Path:
    """The file that is copied."""
    if like is None:
        return _FIRST / f"{_known('preset', preset or PRESETS[0], PRESETS)}.toml"
    if preset is not None:
        raise ContentError(Fault(f"{_WHERE} --preset", "goes without --like, whose file has one.", "Leave one out."))
    return poses_dir() / f"{_known('like', like, pose_ids())}.toml"


def _known(option: str, name: str, names: tuple[str, ...]) -> str:
    if name not in names:
        what = f"“{name}” is no preset." if option == "preset" else f"“{name}” has no pose file."
        mend = did_you_mean(name, names) or f"Known: {', '.join(names)}."
        raise ContentError(Fault(f"{_WHERE} --{option}", what, mend))
    return name
