"""Pose files: what an author may write, and what is said when it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from atelier import pose as pose_module
from atelier.pose import Pose, flat_angles, pose_ids, read_pose
from kit.errors import ContentError
from kit.figures.gallery import figures_dir
from kit.places import data_dir

Read = Callable[[str], Pose]
GOOD = """
preset = "supine"
camera = { az = 14, el = 12 }
props = [{ type = "mat", rect = [-0.6, 0.5, -0.3, 0.3] }]
contacts = [{ flat = "L" }]
[angles]
root.z = 0.06
hip.flex = 40

[[panel]]
name = "start"

[[panel]]
name = "end"
follows = "start"
contacts = [{ flat = "R" }]
[panel.angles]
hip.L.flex = 70
"""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.setattr(pose_module, "poses_dir", lambda: tmp_path)

    def reader(text: str) -> Pose:
        (tmp_path / "squat.toml").write_text(text, encoding="utf-8")
        return read_pose("squat")

    return reader


def faults(read: Read, text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(text)
    return [str(fault) for fault in caught.value.faults]


def test_a_panel_takes_what_stands_at_the_top(read: Read) -> None:
    """Angles are merged, a panel's own win; contacts and props are added; the rest is replaced."""
    start, end = read(GOOD).panels
    assert start.angles == {"root.z": 0.06, "hip.L.flex": 40, "hip.R.flex": 40}
    assert end.angles == {"root.z": 0.06, "hip.L.flex": 70, "hip.R.flex": 40}
    assert [contact.flat for contact in end.contacts] == ["L", "R"]
    assert len(start.props) == len(end.props) == 1
    assert start.preset == end.preset == "supine"


def test_an_angle_of_both_sides() -> None:
    """`hip.flex` sets left and right; a side's own value wins, wherever it stands."""
    assert flat_angles({"hip": {"L": {"flex": 10}, "flex": 40}}) == {"hip.L.flex": 10, "hip.R.flex": 40}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("hip.flex = 40", "hip.flx = 40"),
            "poses/squat.toml: hip.flx: there is no such angle. Did you mean “hip.flex”?",
        ),
        (('flat = "R"', 'point = "plam.R", on = "floor"'), "“plam.R” is no point. Did you mean “palm.R”?"),
        (('flat = "R"', 'point = "back_of_it", on = "floor"'), "“back_of_it” is no point. docs/poses.md lists them."),
        (
            ('flat = "R"', 'point = "palm.R", on = "wall"'),
            "palm.R: “wall” is no plane here. Known: floor. docs/poses.md",
        ),
        (
            ('flat = "R"', 'flat = "R", on = "flor"'),
            "flat foot R: “flor” is no plane here. Known: floor. Did you mean “floor”?",
        ),
        (('flat = "R"', 'flat = "R", bone = "thigh.R"'), "a contact names one of point, flat and bone."),
        (('flat = "R"', 'point = "palm.R"'), "a point needs one of on, touch, at and faces."),
        (('flat = "R"', 'bone = "thigh.R"'), "a bone needs a direction. Add along = [x, y, z]."),
        (('follows = "start"', 'follows = "strat"'), "panel end follows strat, which does not stand before it."),
        (('name = "end"', 'name = "start"'), "two panels are named start."),
        (('follows = "start"', "folows = 1"), "folows"),
        (('preset = "supine"', 'preset = "lying"'), "preset"),
        (
            ('{ type = "mat", rect', '{ type = "wall", at = [1, 0], facing = [1, 0], wide = 2 }, { type = "mat", rect'),
            "wide: is not a known field. It takes type, at, facing, span, height, thick.",
        ),
        (
            ('type = "mat", rect', 'type = "mat", thick = 2, rect'),
            "thick: is not a known field. It takes type, rect.",
        ),
        (("az = 14", "az = 14,, "), "poses/squat.toml: is not TOML"),
    ],
)
def test_what_is_wrong_is_said(read: Read, change: tuple[str, str], told: str) -> None:
    """Each mistake is named with its value, the rule and, where it can be guessed, the mend."""
    assert any(told in fault for fault in faults(read, GOOD.replace(*change)))


def test_all_faults_at_once(read: Read) -> None:
    """Two mistakes in two panels are two faults."""
    text = GOOD.replace('flat = "R"', 'point = "palm.R"').replace('name = "start"\n', 'name = "start"\nsink = 3\n')
    assert len(faults(read, text)) == 2


@pytest.mark.parametrize("exercise_id", pose_ids())
def test_the_kits_own_pose_files_are_read(exercise_id: str) -> None:
    """Every committed pose file is without faults, has a start and an end, and belongs to an exercise."""
    names = [panel.name for panel in read_pose(exercise_id).panels]
    assert names[0] == "start"
    assert names[-1] == "end"
    assert (data_dir() / "exercises" / f"{exercise_id}.toml").is_file()


def test_every_exercise_with_pictures_has_a_pose_file() -> None:
    """And every pose file was drawn."""
    assert {path.stem for path in figures_dir().glob("*.json")} == set(pose_ids())


def test_a_pose_file_that_is_not_there() -> None:
    """It is told with the nearest that is, else with where it is said how one is written."""
    with pytest.raises(ContentError) as near:
        read_pose("bridgee")
    assert str(near.value) == "poses/bridgee.toml: there is no such pose file. Did you mean “bridge”?"
    with pytest.raises(ContentError) as far:
        read_pose("xylophone")
    assert str(far.value) == "poses/xylophone.toml: there is no such pose file. Write it; docs/poses.md says how."
