"""Which pictures hold as they stand: a hash of all that they come from and of what came out, written when drawn.

What has its recorded hash was drawn by this very code from this very pose file, and broke no rule; to draw it again
would tell nothing new, but on a processor or with libraries that were never tried (`kit figures check --anew`).
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from atelier.check import check_bodies, check_files
from atelier.pose import pose_ids, poses_dir, read_pose
from atelier.studio import Drawn, draw_one, exercise_sides, solved_angles, solved_path
from atelier.workers import each
from kit.errors import KitError
from kit.figures import gallery, palette
from kit.figures.gallery import figures_dir
from kit.files import PUBLIC, read_text, write_atomic

_HERE = Path(__file__).parent
# They neither draw nor judge.
_LOOKS_ON = {"__main__.py", "door.py", "record.py", "sheet.py", "workers.py"}
_LOOKS_ON |= {"begin.py", "desk.py", "dials.py", "joints.py", "posing.py", "written.py"}


def record_path() -> Path:
    return poses_dir() / "record.json"


def draw(ids: Sequence[str]) -> Iterator[Drawn]:
    """Solve and draw these exercises; each that broke no rule is recorded as soon as it is drawn."""
    for drawn in each(_draw, ids):
        others = {one: was for one, was in recorded().items() if one != drawn.id}
        _write(others if drawn.faults else others | {drawn.id: hash_of(drawn.id)})
        yield drawn


def recorded() -> dict[str, str]:
    """Exercise to the hash that it was drawn with."""
    if not record_path().is_file():
        return {}
    drawn: dict[str, str] = json.loads(read_text(record_path()))["drawn"]
    return drawn


def standing(ids: Sequence[str]) -> set[str]:
    """Which of these exercises hold as they stand, by what is recorded."""
    known = recorded()
    return {exercise_id for exercise_id in ids if known.get(exercise_id) == hash_of(exercise_id)}


def hash_of(exercise_id: str) -> str:
    """What the pictures come from and what came out, as a short hash: the same on every machine."""
    files = [poses_dir() / f"{exercise_id}.toml", solved_path(exercise_id)]
    files += sorted(figures_dir().glob(f"{exercise_id}.*"))
    text = json.dumps([_engine(), exercise_sides(exercise_id), [(path.name, _digest(path)) for path in files]])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _write(hashes: dict[str, str]) -> None:
    """Record these, but what has no pose file any more."""
    kept = {one: hashes[one] for one in sorted(hashes.keys() & set(pose_ids()))}
    if kept != recorded():
        text = json.dumps({"format": 1, "drawn": kept}, indent=1) + "\n"
        write_atomic(record_path(), text.encode(), PUBLIC)


@cache
def _engine() -> str:
    """The code that draws and judges, and the versions that it is pinned to."""
    code = [path for path in sorted(_HERE.glob("*.py")) if path.name not in _LOOKS_ON]
    code += [Path(str(module.__file__)) for module in (gallery, palette)]
    project = tomllib.loads(read_text(_HERE.parent / "pyproject.toml"))["project"]
    pins = project["optional-dependencies"]["draw"]
    return json.dumps([pins, [(path.name, _digest(path)) for path in code]])


def _digest(path: Path) -> str:
    """Of a file's bytes, with the line ends that every checkout has in common; of none, where there is no file."""
    content = path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else b""
    return hashlib.sha256(content).hexdigest()


def _draw(exercise_id: str) -> Drawn:
    """Solve, draw and judge one exercise."""
    try:
        drawn = draw_one(exercise_id)
        pose = read_pose(exercise_id)
        drawn.faults.extend([*check_files(pose), *check_bodies(pose, solved_angles(pose)[0])])
    except KitError as error:
        return Drawn(exercise_id, faults=list(error.faults))
    return drawn
