"""What is held still, and from when on that is an effort of its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.exercise import Category, Work
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.held import counts_as_held, held_effort, held_s, is_hold

EMPTY = Plan.begin("P-001", dt.date(2026, 6, 1))
TIMED = {"duration_s": 12, "hold_s": 0, "tempo_s": 0, "reps": 1, "sets": 1}


@pytest.mark.parametrize(
    ("exercise", "dose", "held", "effort"),
    [
        ("bridge", {"hold_s": 45}, 45, True),
        ("bridge", {"hold_s": 10}, 10, True),
        ("bridge", {"hold_s": 9}, 9, False),
        ("bridge", {"hold_s": 2}, 2, False),
        ("quad_set", {"hold_s": 10}, 10, True),
        ("quad_set", {"hold_s": 5}, 5, False),
        ("side_bridge_knees", TIMED, 12, True),
        ("bridge", TIMED, 0, False),
        ("gastroc_stretch", {"hold_s": 30}, 30, False),
        ("tandem_stance", {"hold_s": 20}, 20, False),
        ("cat_cow", {"hold_s": 20}, 20, False),
    ],
)
def test_held_effort(library: Library, exercise: str, dose: dict[str, Any], held: int, effort: bool) -> None:
    """Strength work held for 10 s or more, counted or by the clock; by the clock only what is held still."""
    item = EMPTY.add(library[exercise], **dose).items[0]
    assert held_s(item, library[exercise]) == held
    assert held_effort(item, library[exercise]) is effort


@pytest.mark.parametrize(
    ("category", "work", "hold"),
    [
        ("stretch", "move", True),
        ("stretch", None, True),
        ("strength", "move", False),
        ("strength", "hold", True),
        ("strength", None, True),
        ("balance", "move", False),
        ("mobility", None, True),
    ],
)
def test_what_does_not_say_that_it_moves_is_held(
    library: Library, category: Category, work: Work | None, hold: bool
) -> None:
    """A stretch is held whatever it says."""
    assert is_hold(library["bridge"].model_copy(update={"category": category, "work": work})) is hold


def test_the_library_says_of_each_exercise_which_it_is(library: Library) -> None:
    """All stretches, two of balance and four of strength are held; the rest moves."""
    still = {e.id for e in library if is_hold(e) and e.category != "stretch"}
    assert still == {"tandem_stance", "single_leg_stance", "quad_set", "bird_dog", "side_bridge_knees", "curl_up"}
    assert all(e.work for e in library)


def test_seconds_of_holding(library: Library) -> None:
    """Those of what is held still, and of a movement from an effort of 10 s on."""
    bridge, stance = library["bridge"], library["tandem_stance"]
    held = [counts_as_held(EMPTY.add(bridge, hold_s=s).items[0], bridge) for s in (0, 9, 10)]
    assert held == [False, False, True]
    assert counts_as_held(EMPTY.add(stance, hold_s=1).items[0], stance)
