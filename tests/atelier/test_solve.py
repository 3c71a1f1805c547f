"""Contacts hold: the solver's error, in centimetres, on poses made for the purpose."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from atelier import collide, contacts
from atelier.angles import ANGLE, ANGLES, RANGE, STATURE_CM, vector
from atelier.body import body
from atelier.pose import Camera, Contact, Coordinates, Panel
from atelier.posed import Posed
from atelier.props import FLOOR, Wall, planes
from atelier.solve import Problem, report, solve

CAMERA = Camera(az=0, el=10)
ANNA = body("anna")
HIP_Z = float(ANNA.joint("pelvis")[2])


def standing(**more: Any) -> Panel:
    angles = {"root.z": HIP_Z} | more.pop("angles", {})
    feet = (Contact(flat="L"), Contact(flat="R"))
    return Panel(name="end", camera=CAMERA, angles=angles, contacts=(*feet, *more.pop("contacts", ())), **more)


def test_a_standing_body_stands() -> None:
    """Two flat feet: both contacts within a millimetre, no joint beyond its range, no limb in another."""
    angles, report = solve(standing())
    assert max(cm for _, cm in report.contacts) < 0.1
    values = vector(angles)
    assert ((values >= RANGE[:, 0] - 1e-6) & (values <= RANGE[:, 1] + 1e-6)).all()
    assert report.overlaps == ()


def test_a_body_that_leans_is_told() -> None:
    """By how far, and what was written for it; up to 10 degrees pass without a word, and so does what is written."""
    angles, found = solve(standing())
    assert found.leans == ()
    for turn, leans in ((9.0, ()), (15.0, (("root.pitch", 15.0, 0.0),))):
        found = report(Problem(standing(), None), angles | {"root.pitch": turn})
        assert found.leans == leans
    assert "  leans: root.pitch is 15, 0 is written" in found.lines()
    assert report(Problem(standing(angles={"root.pitch": 15.0}), None), angles | {"root.pitch": 15.0}).leans == ()


def test_a_hand_on_a_wall() -> None:
    """The palm meets the wall within 0.3 cm, facing it, and no flesh goes far into it."""
    wall = Wall(type="wall", at=(0.42, 0.0), facing=(-1.0, 0.0))
    reach = Contact(point="palm.L", on="wall", facing=True)
    start = {"shoulder.L.flex": 80.0, "elbow.L.flex": 30.0, "wrist.L.flex": -60.0, "forearm.L.pron": 60.0}
    panel = standing(contacts=(reach,), props=(wall,), angles=start)
    angles, report = solve(panel)
    assert dict(report.contacts)["palm.L on wall"] < 0.3
    _, faces = panel.posed(angles).spot("palm.L")
    assert faces[0] @ (1, 0, 0) > 0.97


def test_a_hand_on_the_other_shoulder() -> None:
    """A point on the body is met within 0.6 cm from a rough start, and the arm stays out of the chest."""
    touch = Contact(point="palm.R", touch="shoulder_front.L", gap=0.004)
    start = {"shoulder.R.flex": 45.0, "shoulder.R.rot": -45.0, "elbow.R.flex": 120.0}
    _, report = solve(standing(contacts=(touch,), angles=start))
    assert dict(report.contacts)["palm.R on shoulder_front.L"] < 0.6


def test_the_derivative_is_the_derivative() -> None:
    """All steps at once give what one step at a time gives, at the upper end of a range too."""
    problem = Problem(standing(contacts=(Contact(point="palm.R", touch="knee_front.R"),)), None)
    at = problem.aim / problem.scale
    elbow = problem.free.tolist().index(ANGLE["elbow.R.flex"])
    at[elbow] = problem.high[elbow] / problem.scale[elbow]
    slope = problem.slope(at)
    for column in range(len(at)):
        step = np.zeros_like(at)
        step[column] = 1e-4 if at[column] + 1e-4 <= problem.high[column] / problem.scale[column] else -1e-4
        one = (problem.residuals((at + step)[None]) - problem.residuals(at[None]))[0] / step[column]
        np.testing.assert_allclose(slope[:, column], one, rtol=1e-6, atol=1e-6)


def test_kept_points_stay() -> None:
    """A panel that follows another keeps a foot where it was, within 0.3 cm, while the body moves."""
    start, _ = solve(standing())
    bent = Panel(
        name="end", camera=CAMERA, follows="start", keep=("heel.L", "ball.L"), contacts=(Contact(flat="R"),),
        angles={"root.z": 0.45, "hip.L.flex": 40, "knee.L.flex": 60, "hip.R.flex": 40, "knee.R.flex": 60},
    )  # fmt: skip
    end, _ = solve(bent, start)
    before, after = (bent.posed(a).spot("heel.L")[0][0] for a in (start, end))
    assert np.linalg.norm(after - before) * STATURE_CM < 0.3


def test_locked_and_still_angles_do_not_move() -> None:
    """What the author locks, and toes that nobody freed, come out as they were written."""
    panel = standing(angles={"knee.L.flex": 20.0, "toes.L.ext": 33.0}, lock=("knee.L.flex",))
    angles, _ = solve(panel)
    assert angles["knee.L.flex"] == 20.0
    assert angles["toes.L.ext"] == 33.0


def test_solving_again_gives_the_same() -> None:
    """No chance in it: the same panel gives the same angles."""
    assert solve(standing())[0] == solve(standing())[0]


@pytest.mark.parametrize(
    ("contact", "rises", "expected"),
    [
        (Contact(point="heel.L", on="floor"), 0.05, 0.05),
        (Contact(point="heel.L", on="floor", gap=0.05), 0.05, 0.0),
        (Contact(point="heel.L", at=Coordinates(z=0.05)), 0.05, 0.0),
        (Contact(bone="thigh.L", along=(1, 0, 0)), 0.05, 0.0),
    ],
)
def test_error_in_centimetres(contact: Contact, rises: float, expected: float) -> None:
    """A heel 0.05 H above the floor is off by 8.75 cm of 175; what fits is off by nothing."""
    heel = Posed.of(ANNA, {}).spot("heel.L")[0][0, 2]
    now = Posed.of(ANNA, {"root.z": rises - float(heel)})
    assert contacts.error_cm(now, contact, {"floor": FLOOR}) == pytest.approx(expected * STATURE_CM, abs=1e-6)


def test_residuals_are_nothing_where_contacts_hold() -> None:
    """A standing body's hanging thighs, and a heel on the floor, leave no residual."""
    heel = Posed.of(ANNA, {}).spot("heel.R")[0][0, 2]
    now = Posed.of(ANNA, {"root.z": -float(heel)})
    for contact in (Contact(bone="thigh.L", along=(0, 0, -2)), Contact(point="heel.R", on="floor")):
        np.testing.assert_allclose(contacts.residual(now, contact, planes(())), 0, atol=1e-6)


def test_gaps_between_limbs() -> None:
    """Standing, the shins are apart; crossed, they run into each other."""
    pair = collide.PAIRS.index(("shank.L", "shank.R"))
    assert collide.gaps(Posed.of(ANNA, np.zeros((1, len(ANGLES)))))[0, pair] > 0.02
    crossed = Posed.of(ANNA, {"hip.L.abd": -16, "hip.R.abd": -16})
    assert collide.gaps(crossed)[0, pair] < 0
    assert ("shank.L", "shank.R") in [(one, two) for one, two, _ in collide.overlaps_cm(crossed)]


def test_rods_lie_inside_of_their_limbs() -> None:
    """The rod of a thigh is no thicker than the thigh, and no thinner than half of it."""
    own = collide.rods(ANNA)
    thigh = own.radii[collide.NAMES.index("thigh.L")]
    thick = np.linalg.norm(Posed.of(ANNA, {}).spot("thigh_lat.L")[0] - Posed.of(ANNA, {}).spot("thigh_med.L")[0]) / 2
    assert thick * 0.85 < thigh.mean() < thick * 1.15


def test_a_stiff_joint_stays_as_it_was_written() -> None:
    """A heel lifted by 0.1 H bends the knee; made stiff, the knee keeps within 3 degrees and the hip gives way."""
    lifted = Contact(point="heel.L", at=Coordinates(z=0.1))
    free = Panel(name="end", camera=CAMERA, angles={"root.z": HIP_Z}, contacts=(Contact(flat="R"), lifted))
    stiff = free.model_copy(update={"stiff": {"knee.L": 0.2}})
    assert solve(free)[0]["knee.L.flex"] > 10
    assert solve(stiff)[0]["knee.L.flex"] < 3
