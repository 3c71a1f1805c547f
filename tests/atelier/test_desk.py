"""The desk: what a dial changes, on the picture and in the file, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import atelier
from atelier import begin as begin_module
from atelier import pose as pose_module
from atelier import posing as posing_module
from atelier.angles import ANGLES
from atelier.desk import Desk
from atelier.joints import GROUPS, in_words
from atelier.pose import poses_dir, read_pose
from atelier.posing import Posing
from kit.errors import ContentError

BRIDGE = (poses_dir() / "bridge.toml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bridge's pose file, alone in a folder."""
    path = tmp_path / "bridge.toml"
    path.write_text(BRIDGE, encoding="utf-8")
    for module in (pose_module, begin_module, posing_module):
        monkeypatch.setattr(module, "poses_dir", lambda: tmp_path)
    return path


def turn(desk: Desk, name: str, value: float) -> None:
    desk.dials.values = {**desk.dials.values, name: value}


def lines_changed(path: Path) -> tuple[set[str], set[str]]:
    """What is gone, and what is new."""
    old, new = set(BRIDGE.splitlines()), set(path.read_text(encoding="utf-8").splitlines())
    return old - new, new - old


def test_a_dial_changes_the_picture_and_its_line_alone(bridge: Path) -> None:
    """Nothing is written before it is saved; then one line, and what is read back is what was set."""
    desk = Desk("bridge")
    before, seen = read_pose("bridge"), desk.picture.value
    turn(desk, "neck.flex", 20)
    assert desk.picture.value != seen
    assert bridge.read_text(encoding="utf-8") == BRIDGE
    desk.save.click()
    assert lines_changed(bridge)[1] == {"neck.flex = 20"}
    now = read_pose("bridge")
    assert now.panels[0].angles == before.panels[0].angles | {"neck.flex": 20}
    assert now.panels[1:] == before.panels[1:]
    assert "kit figures draw bridge" in desk.told.value


def test_one_side_of_a_line_for_both(bridge: Path) -> None:
    """The line of both stays, the side's own stands below it."""
    posing = Posing("bridge", "end")
    posing.bend("knee.R.flex", 80.0)
    posing.save()
    assert lines_changed(bridge) == (set(), {"knee.R.flex = 80"})
    assert read_pose("bridge").panel("end").angles["knee.L.flex"] == 100
    assert read_pose("bridge").panel("end").angles["knee.R.flex"] == 80


def test_what_is_of_all_panels_stands_at_the_top(bridge: Path) -> None:
    """The camera in its own line, a person that nobody had named in a new one; hands in their panel."""
    desk = Desk("bridge")
    desk.person.value = "dan"
    desk.hands["R"].value = "fist"
    turn(desk, "az", 30)
    desk.save.click()
    start, end = read_pose("bridge").panels
    assert (start.person, end.person, start.camera.az, end.camera.az) == ("dan", "dan", 30, 30)
    assert (start.hands["R"], end.hands["R"]) == ("fist", "flat")


@pytest.mark.parametrize(("name", "value"), [("hip.R.flex", 200.0), ("hip.R.flex", float("nan")), ("hip.R.flx", 3.0)])
def test_a_value_that_is_refused_changes_nothing(name: str, value: float) -> None:
    """Neither what is set nor what is shown."""
    posing = Posing("bridge", "start")
    shown = dict(posing.shown)
    with pytest.raises(ContentError):
        posing.bend(name, value)
    assert (posing.set, posing.shown) == ({}, shown)


def test_a_refusal_is_told_in_words() -> None:
    """With the range, and the dial goes back."""
    desk = Desk("bridge")
    was = desk.dials.values["hip.R.flex"]
    turn(desk, "hip.R.flex", 200)
    assert "right hip flexion cannot be 200: it goes from -20 to 125." in desk.told.value
    assert desk.dials.values["hip.R.flex"] == was


def test_a_file_that_would_say_something_else_stays_as_it_was(bridge: Path) -> None:
    """Angles that are written in another way are told, not spoilt."""
    text = BRIDGE.replace(
        "[panel.angles]\nroot.z = 0.06\nneck.flex = 4\n", "[panel.angles.neck]\nflex = 4\n[panel.angles]\n"
    )
    bridge.write_text(text, encoding="utf-8")
    posing = Posing("bridge", "start")
    posing.bend("neck.flex", 20.0)
    with pytest.raises(ContentError, match="lines of their own"):
        posing.save()
    assert bridge.read_text(encoding="utf-8") == text


def test_contacts_settle() -> None:
    """A foot that was lifted off the floor is told in cm, and stands on it again."""
    desk = Desk("bridge")
    turn(desk, "knee.R.flex", 60)
    assert re.search(r"Contact: right sole on floor is \d+\.\d cm off\.", desk.told.value)
    desk.settle.click()
    assert "sole" not in desk.told.value


def test_another_panel_and_back() -> None:
    """What was set and not saved is there again, until it is taken back."""
    desk = Desk("bridge")
    turn(desk, "neck.flex", 20)
    desk.panel.value = "end"
    desk.panel.value = "start"
    assert desk.dials.values["neck.flex"] == 20
    desk.back.click()
    assert desk.dials.values["neck.flex"] != 20


def test_a_new_exercise_is_begun_and_opened(bridge: Path) -> None:
    """From the desk, too; an id that is none is told."""
    desk = Desk("bridge")
    desk.new_id.value = "My Bridge"
    desk.begin.click()
    assert "small letters, digits and underscores" in desk.told.value
    desk.new_id.value = "my_bridge"
    desk.begin.click()
    assert (desk.exercise.value, desk.posing.pose.id) == ("my_bridge", "my_bridge")
    assert bridge.with_name("my_bridge.toml").read_text(encoding="utf-8") == BRIDGE


def test_every_angle_has_one_dial() -> None:
    """And a name of its own in its group."""
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(ANGLES)
    assert all(len(set(names.values())) == len(names) for names in GROUPS.values())


def test_names_in_words() -> None:
    """Of angles, points and flat feet."""
    assert in_words("palm.L on floor") == "left palm on floor"
    assert in_words("flat foot R on floor") == "right sole on floor"
    assert in_words("hip.R.flex is 130") == "right hip flexion is 130"
    assert in_words("knee_lat.L at its place") == "outside of the left knee at its place"


def test_the_notebook_runs() -> None:
    """It shows the desk, and nothing goes wrong."""
    notebook = nbformat.read(Path(atelier.__file__).with_name("pose.ipynb"), as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120).execute()
    (shown,) = notebook.cells[-1].outputs
    assert "application/vnd.jupyter.widget-view+json" in shown.data
