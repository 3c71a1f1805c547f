"""The checks find what they are for, and the committed pictures pass them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from atelier import check as check_module
from atelier.body import body
from atelier.check import check, check_one
from atelier.pose import Camera, Contact, Panel, pose_ids, read_pose
from atelier.posed import Posed
from atelier.possible import centre_of_mass, check_panel
from atelier.props import Table, Wall
from atelier.sheet import render, sheet
from atelier.studio import keys, solved_angles
from atelier.svg import forbidden
from kit.figures.gallery import picture_path

CAMERA = Camera(az=0, el=10)
HIP_Z = float(body("anna").joint("pelvis")[2]) + 0.0005
FEET = (Contact(flat="L"), Contact(flat="R"))
STANDING = {"root.z": HIP_Z}
SAMPLE = ("supine_leg_crossover", "standing_itb_stretch", "bird_dog")  # drawn anew by every run of the tests


def panel(**more: Any) -> Panel:
    return Panel(name="end", camera=CAMERA, **more)


def said(one: Panel, angles: dict[str, float]) -> str:
    return " | ".join(map(str, check_panel("squat", one, angles)))


def test_a_good_body_has_no_faults() -> None:
    """Standing at rest on two flat feet."""
    assert said(panel(contacts=FEET), STANDING) == ""


def test_a_contact_that_is_off() -> None:
    """Raised by 0.01 H heel and ball are off by up to 1.9 cm; a wish of low weight is not counted."""
    told = said(panel(contacts=FEET), {"root.z": HIP_Z + 0.01})
    assert "poses/squat.toml, panel end: flat foot L on floor is off by 1.9 cm; at most 0.6 cm." in told
    wish = Contact(point="heel.L", on="floor", weight=0.5)
    assert said(panel(contacts=(wish,)), {"root.z": HIP_Z + 0.01}) == ""


def test_a_joint_beyond_its_range() -> None:
    """Told with the value and the range, unless the author gives a reason."""
    angles = STANDING | {"elbow.L.flex": 170}
    assert "elbow.L.flex is 170; its range is 0 to 150." in said(panel(), angles)
    assert said(panel(beyond={"elbow.L.flex": "a loose elbow, seen in the clinic"}), angles) == ""
    assert "elbow.L.flex" in said(panel(beyond={"elbow.L.flex": " "}), angles)


def test_an_angle_that_is_written_beyond_its_range() -> None:
    """The solver ends where the joint ends; what was written is told, unless the author gives a reason."""
    typed = {"hip.R.abd": 140.0}
    assert "hip.R.abd = 140 is written; its range is -35 to 48." in said(panel(angles=typed), STANDING)
    assert said(panel(angles=typed, beyond={"hip.R.abd": "as an acrobat"}), STANDING) == ""


def test_a_leg_in_the_furniture() -> None:
    """It is told with what it runs through."""
    inside = Table(type="counter", at=(0.0, 0.0), size=(0.5, 0.6), height=0.5)
    told = said(panel(props=(inside,)), STANDING)
    assert "shank.L runs through the counter." in told
    assert "shank.R runs through the counter." in told
    away = inside.model_copy(update={"at": (0.6, 0.0)})
    assert said(panel(props=(away,)), STANDING) == ""


def test_a_body_in_the_floor() -> None:
    """A pelvis 10 cm lower puts ankles and flesh below the floor."""
    told = said(panel(), {"root.z": HIP_Z - 0.06})
    assert "the joint of foot.L is 3.3 cm below the floor." in told
    assert "cm inside of the floor; at most 3.9 cm." in told


def test_a_body_in_the_wall() -> None:
    """A wall through the belly is found."""
    wall = Wall(type="wall", at=(0.03, 0.0), facing=(-1.0, 0.0))
    assert "inside of the wall; at most 1.6 cm." in said(panel(props=(wall,)), STANDING)


@pytest.mark.parametrize(("az", "seen"), [(-90, True), (-20, True), (0, False), (90, False)])
def test_a_wall_that_nobody_sees(az: float, seen: bool) -> None:
    """Along its face, and from behind, there is nothing to draw; from before it there is, aslant too."""
    wall = Wall(type="wall", at=(0.8, 0.0), facing=(-1.0, 0.0))
    one = panel(props=(wall,)).model_copy(update={"camera": Camera(az=az, el=10)})
    assert ("it is not seen" in said(one, STANDING)) != seen


def test_a_body_that_would_fall() -> None:
    """Leaning 30 degrees forward on flat feet it falls; with a hand on the wall it does not."""
    leaning = STANDING | {"root.pitch": 30, "hip.L.flex": 0, "ankle.L.df": 20, "ankle.R.df": 20}
    assert "outside of its feet; at most 2.0 cm." in said(panel(contacts=FEET), leaning)
    wall = Wall(type="wall", at=(0.8, 0.0), facing=(-1.0, 0.0))
    held = (*FEET, Contact(point="palm.L", on="wall", weight=0.5))
    assert "outside of its feet" not in said(panel(contacts=held, props=(wall,)), leaning)


def test_the_middle_of_a_body() -> None:
    """Standing it lies in the pelvis, 53 to 57 percent up, on the midline; a raised leg takes it along."""
    anna = body("anna")
    middle = centre_of_mass(Posed.of(anna, STANDING))
    assert 0.53 < middle[2] < 0.57
    assert abs(middle[1]) < 0.003
    raised = centre_of_mass(Posed.of(anna, STANDING | {"hip.L.flex": 90}))
    assert raised[0] - middle[0] > 0.02
    assert raised[1] == pytest.approx(middle[1], abs=0.01)


def test_a_changed_pose_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An angle changed after solving asks for a new drawing, by its command."""
    pose = read_pose("bridge")
    moved = pose.panels[0].model_copy(update={"angles": {"root.z": 0.07}})
    changed = pose.model_copy(update={"panels": (moved, *pose.panels[1:])})
    monkeypatch.setattr(check_module, "read_pose", lambda _: changed)
    (fault,) = check_one("bridge")
    assert "panel start, end: the pose file has changed" in str(fault)
    assert fault.mend == "Run: kit figures draw bridge"


def test_the_camera_is_no_reason_to_solve_again() -> None:
    """What is only seen does not change a panel's key; what moves the body does."""
    pose = read_pose("bridge")
    turned = [p.model_copy(update={"camera": Camera(az=77, el=9), "felt": (), "arrows": ()}) for p in pose.panels]
    assert keys(pose.model_copy(update={"panels": tuple(turned)})) == keys(pose)
    sunk = [p.model_copy(update={"sink": 0.02}) for p in pose.panels]
    assert keys(pose.model_copy(update={"panels": tuple(sunk)})) != keys(pose)


@pytest.mark.parametrize("exercise_id", SAMPLE)
def test_committed_pictures_pass(exercise_id: str) -> None:
    """Drawn anew from its pose file, each is what is committed but for rounding, and no rule is broken."""
    assert [str(fault) for fault in check([exercise_id])] == []


@pytest.mark.parametrize("exercise_id", pose_ids())
def test_committed_bodies_are_possible(exercise_id: str) -> None:
    """Every committed panel: contacts, ranges, floor, walls and balance hold; nothing needs solving."""
    pose = read_pose(exercise_id)
    angles, reports = solved_angles(pose)
    assert reports == {}
    for one in pose.panels:
        assert [str(fault) for fault in check_panel(exercise_id, one, angles[one.name])] == []


def test_forbidden_words_are_found() -> None:
    """Each thing that a picture must not hold is named."""
    assert forbidden('<path id="a" fill-opacity=".5"/><script/><text>') == ["<script", "<text", "id=", "opacity"]


def test_a_contact_sheet(tmp_path: Path) -> None:
    """One PNG of all panels asked for, start to end, with ink on it."""
    sheet(["bridge", "clamshell"], tmp_path / "sheet.png")
    image = render('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0L40 0 40 20z"/></svg>', 1)
    assert image.size == (40, 20)
    assert image.getpixel((30, 5)) == (0, 0, 0)
    assert (tmp_path / "sheet.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_was_changed_or_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One number changed by hand in one panel, the other panel gone: a fault each, with the command that mends it."""
    monkeypatch.setattr(check_module, "picture_path", lambda i, name: tmp_path / picture_path(i, name).name)
    text = picture_path("bridge", "start").read_text(encoding="utf-8")
    (tmp_path / "bridge.start.svg").write_text(text.replace('<path d="M', '<path d="M9', 1), encoding="utf-8")
    assert [str(fault) for fault in check(["bridge"])] == [
        "figures/bridge.start.svg: is not what its pose file gives. Run: kit figures draw bridge",
        "figures/bridge.end.svg: is missing. Run: kit figures draw bridge",
    ]
