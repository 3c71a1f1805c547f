"""The skin goes with the bones, keeps its girth, and looks the same on both sides."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from atelier import cast
from atelier.angles import vector
from atelier.body import LIMBS, body
from atelier.clothes import clothes
from atelier.grips import GRIPS, Grip
from atelier.landmarks import at_rest
from atelier.people import PEOPLE
from atelier.posed import Posed, coarse_part
from atelier.skeleton import BONE
from atelier.skin import about, swing_and_twist
from atelier.solids import bulged, ellipsoid, finer, normals

ANNA = body("anna")


def volume(places: np.ndarray) -> float:
    """Of a closed surface of the body's triangles, in H³."""
    a, b, c = (places[ANNA.top.skin[:, i]] for i in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


@pytest.mark.parametrize("name", PEOPLE)
def test_every_body_has_the_same_shape_of_mesh(name: str) -> None:
    """As many vertices as weights; every vertex is carried whole; joints lie inside of the body's height."""
    one = body(name)
    assert one.places.shape == (len(one.top.weights), 3)
    np.testing.assert_allclose(one.top.weights.sum(1), 1, atol=1e-5)
    assert one.joints[:, 2].min() > 0
    assert one.joints[:, 2].max() < 1


@pytest.mark.parametrize("name", PEOPLE)
def test_legs_are_as_long_as_a_persons(name: str) -> None:
    """Hip to knee a quarter of the height, knee to ankle about as much (0.245 and 0.246, Drillis and Contini 1966)."""
    joints = body(name).joints
    thigh, shank = (
        float(np.linalg.norm(joints[BONE[upper]] - joints[BONE[lower]]))
        for upper, lower in (("thigh.L", "shank.L"), ("shank.L", "foot.L"))
    )
    assert thigh == pytest.approx(0.245, abs=0.01)
    assert shank == pytest.approx(0.246, abs=0.0125)


def test_the_small_file_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first asking makes it, the second reads it; what is read is what was made."""
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda _: str(tmp_path))
    first = cast.cast()
    monkeypatch.setattr(cast, "make", lambda: pytest.fail("made twice"))
    second = cast.cast()
    assert first.keys() == second.keys()
    assert all(np.array_equal(first[name], second[name]) for name in first)
    assert [path.suffix for path in tmp_path.iterdir()] == [".npz"]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 1_000_000


def test_left_and_right_are_mirror_images() -> None:
    """Landmarks of both sides differ by the sign of y alone, to 1 mm of 175 cm."""
    for name in ("heel", "knee_front", "palm", "shoulder", "glute", "fingertip"):
        left, right = at_rest(ANNA, f"{name}.L"), at_rest(ANNA, f"{name}.R")
        np.testing.assert_allclose(left * (1, -1, 1), right, atol=0.0035)


@pytest.mark.parametrize("angles", [{"hip.flex": 110, "knee.flex": 110}, {"shoulder.flex": 170}, {"lumbar.flex": 40}])
def test_a_deep_bend_keeps_the_volume(angles: dict[str, float]) -> None:
    """A squat, arms overhead, a bent back: the body keeps 96.5 to 100.6 percent of its volume."""
    both = {f"{n.split('.')[0]}.{s}.{n.split('.')[1]}": v for n, v in angles.items() for s in "LR"}
    own = angles if "lumbar.flex" in angles else both
    assert 0.965 < volume(Posed.of(ANNA, own).mesh) / volume(Posed.of(ANNA, {}).mesh) < 1.006


def test_a_forearm_turns_towards_the_hand() -> None:
    """Palm up and palm down: the skin at the wrist goes with the hand, the skin at the elbow much less."""
    up, down = (Posed.of(ANNA, {"elbow.L.flex": 40, "forearm.L.pron": turn}) for turn in (-20.0, 20.0))
    start, way = ANNA.joint("farm.L"), ANNA.joint("hand.L") - ANNA.joint("farm.L")
    along = (ANNA.places - start) @ way / (way @ way)
    near = np.linalg.norm(ANNA.places - start - along[:, None] * way, axis=1) < 0.05

    def turned(share: float) -> float:
        """How far this slice of skin turns about the forearm, with its sense."""
        own = near & (np.abs(along - share) < 0.06)
        off = up.mesh[own] - up.mesh[own].mean(0)
        moved = down.mesh[own] - down.mesh[own].mean(0) - off
        spin = np.cross(up.place("hand.L")[0] - up.place("farm.L")[0], off)
        return float((moved * spin).sum() / (spin * spin).sum())

    assert turned(0.9) * turned(1.1) > 0
    assert abs(turned(0.1)) < 0.75 * abs(turned(0.9))


@pytest.mark.parametrize("side", ["L", "R"])
def test_pronation_turns_the_palm_down(side: str) -> None:
    """Elbow at a right angle: pronated the palm faces the floor, supinated the ceiling."""
    for turn, up in ((85.0, -1), (-85.0, 1)):
        _, faces = Posed.of(ANNA, {f"elbow.{side}.flex": 90, f"forearm.{side}.pron": turn}).spot(f"palm.{side}")
        assert faces[0, 2] * up > 0.9


@pytest.mark.parametrize("grip", GRIPS)
def test_a_grip_moves_fingers_alone(grip: str) -> None:
    """Whatever the hand does, nothing moves but what fingers carry; a fist brings the fingertip to the palm."""
    flat, own = (Posed.of(ANNA, {}, hands={"L": shape}) for shape in ("flat", grip))  # type: ignore[dict-item]
    fingers = [i for i, part in enumerate(ANNA.top.parts) if part.startswith("finger") and part.endswith("L")]
    moved = np.linalg.norm(flat.mesh - own.mesh, axis=1) > 1e-9
    assert (ANNA.top.weights[moved][:, fingers].sum(1) > 0).all()
    reach = np.linalg.norm(own.spot("fingertip.L")[0] - own.spot("palm.L")[0])
    assert reach < 0.03 if grip in ("fist", "strap") else reach > 0.02


def test_swing_and_twist_make_the_turn() -> None:
    """A turn is its twist about the axis, then its swing, and the swing turns nothing about that axis."""
    axis = np.array([0.0, 0.6, 0.8])
    turns = about(np.array([1.0, 0, 0]), np.array([0.3, 2.0])) @ about(axis, np.array([0.7, -1.1]))
    swing, twist = swing_and_twist(turns, axis)
    np.testing.assert_allclose(swing @ about(axis, twist), turns, atol=1e-12)
    np.testing.assert_allclose(swing_and_twist(swing, axis)[1], 0, atol=1e-9)


def test_the_spread_of_skin_is_near_the_pictures_skin() -> None:
    """What contacts and rules look at lies within 1.2 cm of what is drawn, standing."""
    now = Posed.of(ANNA, {"hip.L.flex": 60, "knee.L.flex": 60})
    spread = now.skin()[0]
    apart = np.linalg.norm(spread[:, None] - now.mesh[None, ::3], axis=2).min(1)
    assert np.percentile(apart, 95) * 175 < 1.2
    assert coarse_part(ANNA, "thigh").sum() == coarse_part(ANNA, "thigh.L").sum() + coarse_part(ANNA, "thigh.R").sum()


def test_clothes_cover_what_they_are_for() -> None:
    """Chest under the shirt, buttocks under the shorts, hands and knees bare; shoes only on who wears them."""
    worn, shod = clothes(ANNA, False), clothes(ANNA, True)
    near = {n: np.linalg.norm(ANNA.places - at_rest(ANNA, n), axis=1).argmin() for n in ("chest", "palm.L", "toe.L")}
    knee = np.linalg.norm(ANNA.places - at_rest(ANNA, "knee_front.L"), axis=1).argmin()
    seat = np.linalg.norm(ANNA.places - at_rest(ANNA, "buttock.L"), axis=1).argmin()
    assert worn.shirt[near["chest"]] > 0 > worn.shirt[near["palm.L"]]
    assert worn.trousers[seat] > 0 > worn.trousers[knee]
    assert shod.shoes[near["toe.L"]] > 0 > worn.shoes[near["toe.L"]]


def test_a_finer_surface_is_rounder() -> None:
    """A coarse ball made finer: its new points lie nearer to the ball than the middles of its edges."""
    points, faces = ellipsoid(np.zeros(3), (1.0, 1.0, 1.0))
    fine = finer(faces, len(points))
    middle = (points[fine.edges[:, 0]] + points[fine.edges[:, 1]]) / 2
    made = bulged(points, normals(points, faces), fine)[len(points) :]
    assert np.abs(np.linalg.norm(made, axis=1) - 1).mean() < 0.6 * np.abs(np.linalg.norm(middle, axis=1) - 1).mean()
    assert len(fine.faces) == 4 * len(faces)


def test_angles_of_many_poses() -> None:
    """`Posed` of a row of angles is `Posed` of their names."""
    angles = {"hip.L.flex": 30.0}
    one, many = Posed.of(ANNA, angles), Posed.of(ANNA, vector(angles)[None])
    np.testing.assert_array_equal(one.spot("heel.L")[0], many.spot("heel.L")[0])


@pytest.mark.parametrize("side", ["L", "R"])
@pytest.mark.parametrize("grip", ["flat", "spread", "relaxed"])
def test_fingers_lie_side_by_side(grip: Grip, side: str) -> None:
    """The ends of neighbouring fingers of an open hand are hardly farther apart than a finger is wide."""
    now = Posed.of(ANNA, {}, hands={"L": grip, "R": grip})
    part = ANNA.top.weights.argmax(1)
    middles = [now.mesh[part == ANNA.top.part[f"finger{f}-2.{side}"]].mean(0) for f in (2, 3, 4, 5)]
    apart = np.linalg.norm(np.diff(middles, axis=0), axis=1)
    assert apart.max() < 0.0165


def test_every_digit_is_known() -> None:
    """Five fingers a hand and five toes a foot, the great one inside; the trunk has none."""
    skin = np.unique(ANNA.top.skin)
    found = {limb: set(ANNA.top.digit[skin[ANNA.top.limb[skin] == i]].tolist()) for i, limb in enumerate(LIMBS)}
    assert found["arm.L"] == found["arm.R"] == {0, 1, 2, 3, 4, 5}
    assert found["leg.L"] == found["leg.R"] == {0, 6, 7, 8, 9, 10}
    assert found["trunk"] == found["head"] == {0}
    left = skin[ANNA.top.limb[skin] == LIMBS.index("leg.L")]
    across = [ANNA.places[left[ANNA.top.digit[left] == toe], 1].mean() for toe in range(6, 11)]
    assert across == sorted(across)
