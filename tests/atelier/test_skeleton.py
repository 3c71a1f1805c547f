"""Bones stand where hand-worked trigonometry puts them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier.angles import ANGLES, RANGE, Array, mirrored, named, vector
from atelier.body import LIMBS, body
from atelier.landmarks import LANDMARKS
from atelier.people import PEOPLE
from atelier.pose import Camera, Panel
from atelier.posed import Posed
from atelier.skeleton import BONE, BONES, PRESETS, Frames, Preset

ANNA = body("anna")
HIP_Z = float(ANNA.joint("pelvis")[2])


def length(upper: str, lower: str) -> float:
    return float(np.linalg.norm(ANNA.joint(upper) - ANNA.joint(lower)))


def down(bone: str, joint: str) -> Array:
    """Of a body at rest, where a joint lies from the one above it, in the axes of the bone between them."""
    return np.asarray((ANNA.joint(joint) - ANNA.joint(bone)) @ ANNA.axes[BONE[bone]])


def bones(preset: Preset = "stand", /, **angles: float) -> Frames:
    return ANNA.frames(vector({name.replace("_", "."): value for name, value in angles.items()})[None], preset)


def place(now: Frames, bone: str) -> Array:
    found: Array = now.place[0, BONE[bone]]
    return found


def test_without_angles_limbs_hang() -> None:
    """Standing with all angles 0: thighs, shanks and arms hang, and bones point to the front."""
    now = bones(root_z=HIP_Z)
    for upper, lower in (("shank.R", "foot.R"), ("uarm.L", "fore.L"), ("fore.R", "hand.R")):
        np.testing.assert_allclose(place(now, upper) - place(now, lower), (0, 0, length(upper, lower)), atol=1e-9)
    for bone in BONES:
        np.testing.assert_allclose(now.direction(bone, (1, 0, 0))[0], (1, 0, 0), atol=1e-9)


@pytest.mark.parametrize("side", ["L", "R"])
def test_inversion_lifts_the_inner_border_of_the_foot(side: str) -> None:
    """And eversion, which is below 0, the outer one; on both sides."""
    for inverted, higher, lower in ((12.0, "foot_med", "foot_lat"), (-12.0, "foot_lat", "foot_med")):
        now = Panel(name="one", camera=Camera(az=0, el=0)).posed({"root.z": HIP_Z, f"ankle.{side}.inv": inverted})
        flat = Panel(name="one", camera=Camera(az=0, el=0)).posed({"root.z": HIP_Z})
        rise = {
            name: (now.spot(f"{name}.{side}")[0] - flat.spot(f"{name}.{side}")[0])[0, 2] for name in (higher, lower)
        }
        assert rise[higher] > 0.002 > -0.002 > rise[lower]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_leg_without_angles_is_straight(name: str) -> None:
    """The middles of thigh, knee and ankle, seen from the side, are in line to within 3 degrees, in every body."""
    person = body(name)
    mesh, rest = person.posed(person.frames(vector({})[None])), person.places
    skin = np.isin(np.arange(len(rest)), person.top.skin) & (person.top.limb == LIMBS.index("leg.L"))
    hip, knee, ankle = (person.joint(joint)[2] for joint in ("thigh.L", "shank.L", "foot.L"))

    def middle(height: float) -> Array:
        near = mesh[skin & (np.abs(rest[:, 2] - height) < 0.012)]
        return np.asarray((near.min(0) + near.max(0)) / 2)

    thigh = middle(0.6 * hip + 0.4 * knee) - middle(knee)
    shank = middle(knee) - middle(ankle + 0.02)
    bent = np.degrees(np.arctan2(thigh[0], thigh[2]) - np.arctan2(shank[0], shank[2]))
    assert abs(bent) < 3, bent


def test_a_knee_bent_by_90_degrees() -> None:
    """Knee 90: the ankle lies behind the knee, at its height, by the length of the shank."""
    now = bones(root_z=HIP_Z, knee_L_flex=90)
    shank = length("shank.L", "foot.L")
    np.testing.assert_allclose(place(now, "foot.L") - place(now, "shank.L"), (-shank, 0, 0), atol=1e-9)


def test_a_hip_flexed_by_90_degrees() -> None:
    """Hip 90: what hung down points to the front, and what was in front points up."""
    now = bones(root_z=HIP_Z, hip_R_flex=90)
    front, left, up = down("thigh.R", "shank.R")
    assert -up > 0.99 * length("thigh.R", "shank.R")
    np.testing.assert_allclose(place(now, "shank.R") - place(now, "thigh.R"), (-up, left, front), atol=1e-9)


@pytest.mark.parametrize(("side", "sign"), [("L", 1), ("R", -1)])
def test_abduction_leaves_the_midline(side: str, sign: int) -> None:
    """Hip abduction of 30 moves the knee outwards by sin 30 of the thigh, on either side."""
    now = bones(**{f"hip_{side}_abd": 30.0})
    moved = place(now, f"shank.{side}") - place(now, f"thigh.{side}")
    assert moved[1] == pytest.approx(-sign * down("thigh.L", "shank.L")[2] / 2, abs=1e-4)


@pytest.mark.parametrize(("side", "sign"), [("L", 1), ("R", -1)])
def test_external_rotation_turns_toes_out(side: str, sign: int) -> None:
    """Hip rotation of 90 points the foot outwards, on either side."""
    now = bones(**{f"hip_{side}_rot": 90.0})
    np.testing.assert_allclose(now.direction(f"foot.{side}", (1, 0, 0))[0], (0, sign, 0), atol=1e-12)


def test_an_arm_raised_and_bent() -> None:
    """Shoulder 90, elbow 90: the upper arm points forward, the forearm up."""
    now = bones(root_z=HIP_Z, shoulder_L_flex=90, elbow_L_flex=90)
    elbow, wrist = place(now, "fore.L"), place(now, "hand.L")
    np.testing.assert_allclose(elbow - place(now, "uarm.L"), (length("uarm.L", "fore.L"), 0, 0), atol=1e-9)
    np.testing.assert_allclose(wrist - elbow, (0, 0, length("fore.L", "hand.L")), atol=1e-9)


@pytest.mark.parametrize(
    ("preset", "front", "head"),
    [
        ("stand", (1, 0, 0), (0, 0, 1)),
        ("supine", (0, 0, 1), (-1, 0, 0)),
        ("prone", (0, 0, -1), (-1, 0, 0)),
        ("side_right", (0, -1, 0), (-1, 0, 0)),
        ("side_left", (0, 1, 0), (-1, 0, 0)),
    ],
)
def test_presets(preset: Preset, front: tuple[int, ...], head: tuple[int, ...]) -> None:
    """Each preset lies as its name says: where the belly and where the head point to."""
    now = bones(preset)
    np.testing.assert_allclose(now.direction("pelvis", (1, 0, 0))[0], front, atol=1e-12)
    np.testing.assert_allclose(now.direction("pelvis", (0, 0, 1))[0], head, atol=1e-12)


def test_presets_are_rotations() -> None:
    """No preset turns a left hand into a right one."""
    for turn in PRESETS.values():
        np.testing.assert_allclose(turn @ turn.T, np.eye(3))
        assert np.linalg.det(turn) == pytest.approx(1)


ANY_POSE = st.lists(st.floats(0, 1), min_size=len(ANGLES), max_size=len(ANGLES)).map(
    lambda share: RANGE[:, 0] + np.array(share) * (RANGE[:, 1] - RANGE[:, 0])
)


@given(ANY_POSE)
def test_bones_keep_their_lengths(angles: Array) -> None:
    """Whatever the pose, joints of one bone stay as far apart as at rest."""
    now = ANNA.frames(angles[None])
    for upper, lower in (("thigh.L", "shank.L"), ("fore.R", "hand.R"), ("lum2", "ribs"), ("clav.L", "uarm.L")):
        apart = np.linalg.norm(place(now, upper) - place(now, lower))
        assert apart == pytest.approx(length(upper, lower))


@settings(max_examples=15, deadline=None)
@given(ANY_POSE)
def test_mirrored_angles_mirror_every_landmark(angles: Array) -> None:
    """Left and right swapped: each landmark of one side is where the other's was, with y reversed.

    The mesh's two halves differ by a fraction of a millimetre.
    """
    now, other = Posed.of(ANNA, angles[None]), Posed.of(ANNA, vector(mirrored(named(angles)))[None])
    for name in LANDMARKS:
        twin = name[:-1] + {"L": "R", "R": "L"}[name[-1]] if name[-2:] in (".L", ".R") else name
        np.testing.assert_allclose(now.spot(name)[0][0] * (1, -1, 1), other.spot(twin)[0][0], atol=0.004)


def test_many_poses_at_once() -> None:
    """n poses in one call are the n poses one by one."""
    rng = np.random.default_rng(7)
    many = RANGE[:, 0] + rng.random((5, len(ANGLES))) * (RANGE[:, 1] - RANGE[:, 0])
    together = ANNA.frames(many, "prone").place
    alone = np.concatenate([ANNA.frames(row[None], "prone").place for row in many])
    np.testing.assert_allclose(together, alone)


@pytest.mark.parametrize("name", PEOPLE)
def test_every_person_stands_on_the_floor(name: str) -> None:
    """With all angles 0 and the pelvis at its height, heels and balls are within 1.5 cm of the floor, H tall."""
    one = body(name)
    now = Posed.of(one, {"root.z": float(one.joint("pelvis")[2])})
    for point in ("heel.L", "heel.R", "ball.L", "ball.R"):
        assert abs(now.spot(point)[0][0, 2]) < 0.012
    assert np.ptp(one.places[np.unique(one.top.skin), 2]) == pytest.approx(1, abs=1e-3)
