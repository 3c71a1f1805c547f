"""What is recorded as drawn is what stands in the files; whatever changes one of them asks for a new drawing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from atelier import pose, record
from atelier.pose import pose_ids, poses_dir
from atelier.record import hash_of, record_path, recorded, standing
from atelier.studio import Drawn
from kit.errors import Fault
from kit.figures import gallery


def test_the_record_is_current() -> None:
    """Every exercise with a pose file was drawn by this code from this file and broke no rule: kit figures draw."""
    assert recorded() == {exercise_id: hash_of(exercise_id) for exercise_id in pose_ids()}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pose file and pictures of one exercise in a folder of their own, recorded as they stand."""
    here = {"poses": poses_dir(), "figures": gallery.figures_dir()}
    (tmp_path / "poses" / "solved").mkdir(parents=True)
    (tmp_path / "figures").mkdir()
    for path in [*here["poses"].rglob("bridge.*"), *here["figures"].glob("bridge.*")]:
        folder = "figures" if path.is_relative_to(here["figures"]) else "poses"
        shutil.copy(path, tmp_path / folder / path.relative_to(here[folder]))
    for module in (pose, record):
        monkeypatch.setattr(module, "poses_dir", lambda: tmp_path / "poses")
    monkeypatch.setattr(record, "solved_path", lambda one: tmp_path / "poses" / "solved" / f"{one}.json")
    monkeypatch.setattr(record, "figures_dir", lambda: tmp_path / "figures")
    record_path().write_text(json.dumps({"format": 1, "drawn": {"bridge": hash_of("bridge")}}), encoding="utf-8")
    return tmp_path


def test_what_is_as_it_was_stands(copy: Path) -> None:
    """Copied elsewhere, and with the line ends of another system, it holds all the same."""
    assert standing(["bridge"]) == {"bridge"}
    path = copy / "poses" / "bridge.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert standing(["bridge"]) == {"bridge"}


@pytest.mark.parametrize(
    "name",
    [
        "poses/bridge.toml",
        "poses/solved/bridge.json",
        "figures/bridge.json",
        "figures/bridge.start.svg",
        "figures/bridge.end.svg",
        "figures/bridge.motion.json.gz",
    ],
)
def test_what_has_changed_does_not_stand(copy: Path, name: str) -> None:
    """One byte more in any of its files, or the file gone, and it is drawn again."""
    whole = (copy / name).read_bytes()
    (copy / name).write_bytes(whole + b" ")
    assert standing(["bridge"]) == set()
    (copy / name).unlink()
    assert standing(["bridge"]) == set()
    (copy / name).write_bytes(whole)
    assert standing(["bridge"]) == {"bridge"}


def test_a_picture_too_many_does_not_stand(copy: Path) -> None:
    """A panel that no pose file has any more is found."""
    (copy / "figures" / "bridge.middle.svg").write_text("<svg/>", encoding="utf-8")
    assert standing(["bridge"]) == set()


def test_other_code_other_sides_and_other_versions_ask_for_a_drawing(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that draws is in the hash, and so are the sides of the exercise."""
    with monkeypatch.context() as changed:
        changed.setattr(record, "_engine", lambda: "other code")
        assert standing(["bridge"]) == set()
    with monkeypatch.context() as changed:
        changed.setattr(record, "exercise_sides", lambda _: ("left", False))
        assert standing(["bridge"]) == set()
    assert {"curve.py", "check.py", "palette.py", "scipy==1.16.3"} <= set(str(record._engine()).split('"'))


def test_what_was_never_recorded_does_not_stand(copy: Path) -> None:
    """No record at all, and a record without the exercise."""
    (copy / "poses" / "record.json").write_text(json.dumps({"format": 1, "drawn": {}}), encoding="utf-8")
    assert standing(["bridge"]) == set()
    (copy / "poses" / "record.json").unlink()
    assert standing(["bridge"]) == set()


def test_what_is_drawn_is_recorded_and_what_breaks_a_rule_is_not(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing without a fault gets its hash, one with a fault loses it; the others' stay."""
    fault = Fault("poses/bridge.toml", "breaks a rule.", "Mend it.")
    (copy / "poses" / "bird_dog.toml").touch()
    path = copy / "poses" / "record.json"
    path.write_text(json.dumps({"format": 1, "drawn": {"bird_dog": "1", "bridge": "2", "gone": "3"}}), encoding="utf-8")
    monkeypatch.setattr(record, "_draw", lambda one: Drawn(one))
    assert [drawn.id for drawn in record.draw(["bridge"])] == ["bridge"]
    assert recorded() == {"bird_dog": "1", "bridge": hash_of("bridge")}
    monkeypatch.setattr(record, "_draw", lambda one: Drawn(one, faults=[fault]))
    list(record.draw(["bridge"]))
    assert recorded() == {"bird_dog": "1"}
