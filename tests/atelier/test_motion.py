"""A movement starts and ends where the panels do, what touches stays in place between, and nothing goes through."""

from __future__ import annotations

import numpy as np
import pytest

from atelier import check as check_module
from atelier.angles import STATURE_CM, vector
from atelier.body import body
from atelier.check import check, still
from atelier.likeness import alike
from atelier.motion import (
    COUNT,
    PPU,
    below_floor,
    between,
    drawn,
    faults,
    furnished,
    in_props,
    stepping,
    touching,
    ways,
)
from atelier.paint import pictures
from atelier.pose import Camera, Panel, Pose, pose_ids, read_pose
from atelier.posed import Posed
from atelier.props import Mat, Pillow, Step, Wall
from atelier.studio import index, movement, movement_ways, solved_angles, write_motion
from kit.errors import ContentError
from kit.figures.gallery import Motion, read_motion

HIP_Z = float(body("anna").joint("pelvis")[2])
MOST_CM = 1.1  # half of what a point may differ between the panels themselves, and half a centimetre of the solver
MARKS = {"felt": (), "arrows": (), "ghost": False, "inset": None, "closeup": None}


def angles_of(exercise_id: str) -> tuple[Pose, dict[str, dict[str, float]]]:
    pose = read_pose(exercise_id)
    return pose, solved_angles(pose)[0]


@pytest.mark.parametrize("exercise_id", ["bridge", "sit_to_stand"])
def test_what_touches_stays(exercise_id: str) -> None:
    """Heels and balls of both feet stay where they were, to about a centimetre, in every frame; the ends are the panels."""
    pose, angles = angles_of(exercise_id)
    panel = pose.panel("start")
    found = between(panel, angles["start"], angles["end"], 5)
    np.testing.assert_allclose(vector(found[0]), vector(angles["start"]))
    np.testing.assert_allclose(vector(found[-1]), vector(angles["end"]))
    stays = [c.point for c in touching(panel, vector(angles["start"]), vector(angles["end"])) if c.point]
    assert {"heel.L", "heel.R", "ball.L", "ball.R"} <= set(stays)
    now = panel.posed(np.stack([vector(way) for way in found]))
    for name in stays:
        place, _ = now.spot(name)
        assert np.linalg.norm(place - place[0], axis=1).max() * STATURE_CM < MOST_CM


@pytest.mark.parametrize("count", [2, 3, 8])
def test_every_panel_is_passed(count: int) -> None:
    """Of three panels there are as many poses as asked for, three at least, and each panel is among them in order."""
    pose, angles = angles_of("sit_to_stand")
    found = [vector(way) for way in ways(pose, angles, count)]
    assert len(found) == max(3, count)
    first, middle, last = (vector(angles[panel.name]) for panel in pose.panels)
    np.testing.assert_allclose(found[0], first, atol=1e-4)
    np.testing.assert_allclose(found[-1], last, atol=1e-4)
    assert any(np.allclose(way, middle, atol=1e-4) for way in found[1:-1])


def test_the_ends_are_the_panels_pictures() -> None:
    """Start and end as frames are their pictures without arrows, felt areas and outlines, a little coarser."""
    pose, angles = angles_of("bridge")
    made = drawn(pose, [angles["start"], angles["end"]])
    bare = pose.model_copy(update={"panels": tuple(panel.model_copy(update=MARKS) for panel in pose.panels)})
    plain = pictures(bare, angles, PPU)
    assert alike(made[0], plain["start"])
    assert alike(made[1], plain["end"])


@pytest.mark.parametrize("exercise_id", ["bridge", "standing_itb_stretch"])
def test_the_same_movement_gives_the_same_bytes(exercise_id: str) -> None:
    """Drawn twice from the pose file, a movement packs into the same bytes: no name and no time in them.

    They unpack to what is committed; packed, that may differ between versions of zlib.
    """
    pose, angles = angles_of(exercise_id)
    made, committed = movement(pose, angles), read_motion(exercise_id)
    packed = write_motion(made)
    assert packed == write_motion(movement(pose, angles))
    assert packed[3:8] == b"\0" * 5
    assert committed is not None
    assert (made.key, made.ways) == (committed.key, committed.ways)
    assert [alike(*both) for both in zip(made.frames, committed.frames, strict=True)] == [True] * len(made.frames)


def test_the_way_is_found_again() -> None:
    """Solved anew, the committed poses between two panels come out to a tenth of a degree, or 0.2 mm."""
    pose, angles = angles_of("bridge")
    kept = movement_ways(pose, angles)
    assert len(kept) == COUNT
    for old, new in zip(kept, ways(pose, angles), strict=True):
        np.testing.assert_allclose(vector(old)[:3], vector(new)[:3], atol=1e-4)
        np.testing.assert_allclose(vector(old)[3:], vector(new)[3:], atol=0.1)


def standing(**more: object) -> Panel:
    return Panel.model_validate({"name": "start", "camera": Camera(az=0, el=10), **more})


def pair(one: Panel, two: Panel) -> Pose:
    return Pose(id="toy", panels=(one, two.model_copy(update={"name": "end"})))


def test_a_foot_that_slides_shows_no_movement() -> None:
    """2 cm forward on the floor is told with the distance for each point that touches; 1 cm is let pass."""
    pose = pair(standing(), standing())
    at_rest = {"root.z": HIP_Z}
    far = [at_rest, at_rest | {"root.x": 2 / STATURE_CM}]
    assert "heel.L slides 2.0 cm on the floor; at most 1.5 cm." in faults(pose, far)
    assert faults(pose, [at_rest, at_rest | {"root.x": 1 / STATURE_CM}]) == []


def test_a_foot_that_is_lifted_and_set_down_is_a_step() -> None:
    """20 cm forward is let pass where the foot is clear of the floor in all frames between, and told where it is not."""
    pose = pair(standing(), standing())
    at_rest, far = {"root.z": HIP_Z}, {"root.z": HIP_Z, "root.x": 20 / STATURE_CM}
    over = {"root.z": HIP_Z + 0.02, "root.x": 10 / STATURE_CM}
    assert faults(pose, [at_rest, over, far]) == []
    low = over | {"root.z": HIP_Z + 0.002}
    assert "heel.L slides 20.0 cm on the floor; at most 1.5 cm." in faults(pose, [at_rest, low, far])


@pytest.mark.parametrize(("exercise_id", "side"), [("gastroc_stretch", "R"), ("step_up", "L")])
def test_the_foot_that_steps_is_lifted_on_its_way(exercise_id: str, side: str) -> None:
    """Heel and ball are well above the line between their two places; a foot on its back is no step."""
    pose, angles = angles_of(exercise_id)
    panel, one, two = pose.panel("start"), angles["start"], angles["end"]
    assert stepping(panel, vector(one), vector(two)) == side
    assert stepping(panel.model_copy(update={"preset": "supine"}), vector(one), vector(two)) == ""
    now = panel.posed(np.stack([vector(way) for way in between(panel, one, two, 5)]))
    for part in ("heel", "ball"):
        z = now.spot(f"{part}.{side}")[0][:, 2]
        assert (z[1:-1] > np.linspace(z[0], z[-1], 5)[1:-1] + 0.02).all()


def test_a_body_below_the_floor_shows_no_movement() -> None:
    """A frame between that sinks by 0.06 H is told with its number; the ends are well."""
    pose = pair(standing(), standing())
    at_rest = {"root.z": HIP_Z}
    told = faults(pose, [at_rest, {"root.z": HIP_Z - 0.06}, at_rest])
    assert "frame 2: the joint of foot.L is 3.3 cm below the floor." in told
    assert not any(line.startswith(("frame 1:", "frame 3:")) for line in told)


def test_a_leg_through_a_step_is_found() -> None:
    """A body that stands on the floor in the middle of a step has both shanks in it; beside it, none."""
    now = Posed.of(body("anna"), {"root.z": HIP_Z + 0.006})
    inside = standing(props=(Step(type="step", at=(0.0, 0.0)),))
    assert {what for what, _ in in_props(inside, now)} >= {
        "shank.L runs through the step.",
        "shank.R runs through the step.",
    }
    beside = standing(props=(Step(type="step", at=(0.5, 0.0)),))
    assert list(in_props(beside, now)) == list(below_floor(now)) == []


def test_panels_seen_differently_show_no_movement() -> None:
    """Another view or another prop in the end panel cannot be gone to evenly."""
    wall = Wall(type="wall", at=(0.8, 0.0), facing=(-1.0, 0.0))
    for other in (standing(props=(wall,)), standing(preset="prone")):
        (told,) = faults(pair(standing(), other), [{"root.z": HIP_Z}] * 2)
        assert told.startswith("the panels differ")


def test_frames_share_one_size() -> None:
    """However far the body goes, all frames have the frame that holds all of them."""
    pose, angles = angles_of("bird_dog")
    assert len({svg.split(">", 1)[0] for svg in drawn(pose, ways(pose, angles, 3))}) == 1


def test_a_movement_that_is_not_current_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lost, made from another pose file, or changed by hand: a fault each, with the command that mends it."""
    kept = read_motion("bridge")
    assert kept is not None
    changed = (kept.frames[0].replace('d="M', 'd="M9', 1), *kept.frames[1:])
    cases: dict[str, Motion | None] = {
        "is missing.": None,
        "the pose file has changed since it was drawn.": kept.model_copy(update={"key": "0" * 16}),
        "is not what its pose file gives.": kept.model_copy(update={"frames": changed}),
    }
    for what, motion in cases.items():
        monkeypatch.setattr(check_module, "read_motion", lambda _, motion=motion: motion)
        told = [str(fault) for fault in check(["bridge"])]
        assert told[0] == f"figures/bridge.motion.json.gz: {what} Run: kit figures draw bridge"


def test_every_exercise_moves() -> None:
    """And the count of those that do not is of those that have no frames."""
    assert still(pose_ids()) == []


def test_an_exercise_without_movement_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no fault, but worth a count."""
    kept = read_motion("bridge")
    assert kept is not None
    unmoved = kept.model_copy(update={"frames": ()})
    monkeypatch.setattr(check_module, "read_motion", {"bridge": unmoved, "quad_set": kept}.get)
    assert still(["bridge", "quad_set"]) == ["bridge"]


def test_a_station_that_is_not_drawn_is_passed() -> None:
    """It has no picture and no text, but the movement goes through it."""
    pose, angles = angles_of("walking")
    assert [panel.name for panel in pose.panels] == ["start", "passing", "end"]
    assert set(pictures(pose, angles)) == set(index(pose, angles).texts) == {"start", "end"}
    passing = vector(angles["passing"])
    assert any(np.allclose(vector(way), passing, atol=1e-4) for way in ways(pose, angles))


@pytest.mark.parametrize("drawn_ones", [(False, True), (True, False), (False, False)])
def test_the_first_and_the_last_panel_are_drawn(drawn_ones: tuple[bool, bool]) -> None:
    """A movement begins and ends with what the patient sees."""
    panels = tuple(
        Panel(name=name, camera=Camera(az=0, el=0), drawn=drawn_one)
        for name, drawn_one in zip(("start", "end"), drawn_ones, strict=True)
    )
    with pytest.raises(ContentError, match="Put the panel with drawn = false between them|there is no panel"):
        Pose(id="one", panels=panels)


def test_a_prop_goes_along() -> None:
    """Halfway between two panels a cloth is halfway; a prop of another kind, or one more, and there is no movement."""
    cloth = Pillow(type="pillow", at=(0.2, -0.1, 0.4), size=(0.1, 0.1, 0.01))
    away = cloth.model_copy(update={"at": (0.6, -0.1, 0.4)})
    pose = pair(standing(props=(cloth,)), standing(props=(away,)))
    hovering = {"root.z": 0.9}
    assert faults(pose, [hovering] * 3) == []
    halfway = cloth.model_copy(update={"at": (0.4, -0.1, 0.4)})
    assert [panel.props for panel in furnished(pose, 3)] == [(cloth,), (halfway,), (away,)]
    assert len(set(drawn(pose, [hovering] * 3))) == 3
    mat = Mat(type="mat", rect=(-0.5, 0.5, -0.3, 0.3))
    for other in ((mat,), (cloth, mat), ()):
        told = faults(pair(standing(props=(cloth,)), standing(props=other)), [hovering] * 3)
        assert told == ["the panels differ in view or props, or there is only one."]


def test_a_point_may_slide_on_purpose() -> None:
    """What drags is refused, unless the pose file says that it slides; and a foot that slides is not lifted."""
    lifted, down = {"root.z": HIP_Z + 0.1}, {"root.z": HIP_Z}
    way = [lifted, down, down | {"root.x": 3 / STATURE_CM}, lifted | {"root.x": 3 / STATURE_CM}]
    ends = [f"{part}.{side}" for part in ("heel", "ball", "toe_tip") for side in "LR"]
    assert faults(pair(standing(), standing()), way) != []
    assert faults(pair(standing(slides=ends), standing(slides=ends)), way) == []
    pose, angles = angles_of("long_arc_quad")
    start, end = vector(angles["start"]), vector(angles["end"])
    first = pose.panel("start")
    assert stepping(first, start, end) == ""
    assert stepping(first.model_copy(update={"slides": ()}), start, end) == "R"


def test_who_walks_stays_on_the_floor() -> None:
    """With nothing held, the lowest point of the body is on its way between where it is in the panels."""
    pose, angles = angles_of("walking")
    found = np.stack([vector(way) for way in ways(pose, angles)])
    lowest = pose.panels[0].posed(found).skin()[:, :, 2].min(1) * STATURE_CM
    assert np.ptp(lowest) < 1.0


def test_a_foot_that_drags_between_panels_shows_no_movement() -> None:
    """Off the floor in both panels, but on it in two frames one after another, 3 cm apart: a slide all the same."""
    pose = pair(standing(), standing())
    lifted, down = {"root.z": HIP_Z + 0.1}, {"root.z": HIP_Z}
    told = faults(pose, [lifted, down, down | {"root.x": 3 / STATURE_CM}, lifted | {"root.x": 3 / STATURE_CM}])
    assert "ball.R slides 3.0 cm on the floor; at most 1.5 cm." in told
    assert faults(pose, [lifted, down, lifted, lifted]) == []


def test_limbs_through_each_other_show_no_movement() -> None:
    """Legs that cross between two panels in which they stand apart are told by name; crossed in the panels, they may."""
    pose = pair(standing(), standing())
    lying = {"root.z": 0.9}
    crossed = lying | {"hip.L.abd": -10, "hip.R.abd": -10}
    told = faults(pose, [lying, crossed, lying])
    assert any(line.startswith("shank.L and shank.R run ") for line in told)
    assert faults(pose, [crossed, crossed, crossed]) == []
