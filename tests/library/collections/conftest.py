"""Small collections in the shape of the real ones, and a kit that knows two tags and one source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kit.library.collections.toml import to_toml
from kit.library.exercise import Exercise

DATA = Path(__file__).parent / "data"
PLAIN: dict[str, Any] = {
    "name": "Heel raise",
    "patient_name": "Heel raise",
    "category": "strength",
    "region": "ankle_foot",
    "position": "standing",
    "muscles": {"primary": ["calves"]},
    "sides": "both",
    "steps": ["Rise on your toes."],
    "feel": "",
    "dose": {"tempo_s": 2},
    "sources": [{"mark": "G", "says": "General knowledge."}],
}


@pytest.fixture(scope="session")
def data() -> Path:
    return DATA


@pytest.fixture
def kit_data(tmp_path: Path) -> Path:
    """A folder of the kit's own data with two tags, one source and no exercise."""
    folder = tmp_path / "kit_data"
    (folder / "exercises").mkdir(parents=True)
    (folder / "tags.toml").write_text('stand = "stands"\nkneel = "kneels"\n')
    (folder / "sources.toml").write_text('Founding = "The founding article."\n')
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def put() -> Callable[..., Path]:
    """Write the plain exercise into a folder, under an id, with some fields changed."""

    def write(folder: Path, exercise_id: str, **changes: Any) -> Path:
        path = folder / f"{exercise_id}.toml"
        exercise = Exercise.model_validate({**PLAIN, "id": exercise_id, **changes})
        path.write_text(to_toml(exercise), encoding="utf-8")
        return path

    return write
