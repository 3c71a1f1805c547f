"""What a limit of range leaves of an exercise, and where sides may take turns."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.errors import Fault
from kit.library.exercise import Arc
from kit.library.library import Library
from kit.plan.arc import arc_left, stops_early
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import resolve
from kit.plan.side_order import fault_of_order

LIBRARY = Library.load()


def limited(exercise_id: str, limit: tuple[int, int] | None) -> Prescription:
    arc = None if limit is None else Arc(from_deg=limit[0], to_deg=limit[1])
    return prescribe(LIBRARY[exercise_id], "i1").model_copy(update={"rom_limit": arc})


@pytest.mark.parametrize(
    ("exercise_id", "limit", "left", "early"),
    [
        ("long_arc_quad", None, (90, 0), False),
        ("long_arc_quad", (90, 45), (90, 45), True),
        ("long_arc_quad", (45, 90), (90, 45), True),
        ("long_arc_quad", (110, 45), (90, 45), True),
        ("long_arc_quad", (90, 0), (90, 0), False),
        ("long_arc_quad", (80, 45), None, False),
        ("short_arc_quad", (90, 45), None, False),
        ("short_arc_quad", (90, 40), None, False),
        ("short_arc_quad", (90, 15), (40, 15), True),
        ("bridge", (90, 45), None, False),
        ("bridge", None, None, False),
    ],
)
def test_what_a_limit_leaves(
    exercise_id: str, limit: tuple[int, int] | None, left: tuple[int, int] | None, early: bool
) -> None:
    """The move ends at the limit; where it would begin outside it, or nothing is left, there is no telling."""
    item, exercise = limited(exercise_id, limit), LIBRARY[exercise_id]
    found = arc_left(item, exercise)
    assert (found and (found.from_deg, found.to_deg)) == left
    assert stops_early(item, exercise) is early


def test_a_limit_wider_than_the_exercise_leaves_the_exercise() -> None:
    """A move that ends at 20 degrees of itself still ends there where the limit would let it go further."""
    exercise = LIBRARY["long_arc_quad"].model_copy(update={"arc": Arc(from_deg=90, to_deg=20)})
    item = limited("long_arc_quad", (90, 10))
    assert arc_left(item, exercise) == exercise.arc
    assert not stops_early(item, exercise)


def test_sides_take_turns_where_the_change_is_quick() -> None:
    """Bird dog may; rolling over, one side alone and a longer change of the item may not, each in plain words."""

    def fault(exercise_id: str, **change: object) -> Fault | None:
        item = prescribe(LIBRARY[exercise_id], "i1").model_copy(update={"side_order": "alternate", **change})
        return fault_of_order(item, LIBRARY[exercise_id], "plan P-001, item i1")

    slow = "a change of sides of {} takes {} s, too long at each repetition (at most 5 s)."
    assert fault("bird_dog") is None
    assert fault("clamshell") == Fault(
        "plan P-001, item i1, side_order", slow.format("Clamshell", 15), "Do all of one side first: sides_in_turn."
    )
    slower = LIBRARY["bird_dog"].dose.model_copy(update={"switch_s": 10})
    assert fault("bird_dog", dose=slower) == Fault(
        "plan P-001, item i1, side_order", slow.format("Bird dog", 10), "Do all of one side first: sides_in_turn."
    )
    for sides in ("left", "both"):
        assert fault("bird_dog", sides=sides) == Fault(
            "plan P-001, item i1, side_order",
            "“alternate” needs both sides in turn.",
            "Prescribe each side, or take it out.",
        )
    assert fault("clamshell", side_order="sides_in_turn") is None
    assert fault("clamshell", side_order=None) is None


def test_no_handout_of_sides_that_cannot_take_turns() -> None:
    """A plan with such an item is not handed out."""
    item = prescribe(LIBRARY["clamshell"], "i1").model_copy(update={"side_order": "alternate"})
    known = resolve(Plan.begin("P-001", dt.date(2026, 6, 1), items=(item,)), LIBRARY)
    assert [fault.where for fault in known.faults] == ["plan P-001, item i1, side_order"]
