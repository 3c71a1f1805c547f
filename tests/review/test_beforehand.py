"""What an exercise would bring is what the review says once it is in the plan."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.affected import sides_on
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.beforehand import Beforehand, Brought
from kit.review.case import Case
from kit.review.check import check
from kit.review.finding import LEVELS
from kit.settings import SETTINGS

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", START)
PATIENTS: list[dict[str, Any]] = [
    {},
    {"age": 50, "side": "left", "conditions": [{"condition": "tha_posterior", "side": "right"}]},
    {"age": 70, "support": False, "conditions": [{"condition": "falls_risk"}, {"condition": "osteoporosis"}]},
    {"not_at_home": ("band", "chair"), "conditions": [{"condition": "bone_metastasis", "region": "hip"}]},
    {"age": 70, "gets_off_floor": "no", "conditions": [{"condition": "osteoporosis"}]},
    {"equipment": ("mat",), "side": "both", "conditions": [{"condition": "recent_surgery", "region": "knee"}]},
]


def beforehand(plan: Plan, library: Library) -> Beforehand:
    return Beforehand(Case(resolve(plan, library), rules(), START, None, SETTINGS))


@pytest.mark.parametrize("about", PATIENTS)
def test_the_mark_is_never_milder_than_the_review(about: dict[str, Any], library: Library) -> None:
    """For each exercise: what its conditions, its things and the floor bring is the level that the library shows."""
    plan = EMPTY.describe(context=Context(**about))
    marks = beforehand(plan, library)
    for exercise in library:
        with_it = plan.add(exercise, **sides_on(exercise, plan.context.side))
        names = {*(f"{held.condition} i1" for held in plan.context.conditions), "equipment i1", "floor i1"}
        told = [f.level for f in check(with_it, library) if any(name in f.key for name in names) and f.level != "INFO"]
        mark = marks.of(exercise)
        if told:
            assert mark is not None, exercise.id
            assert LEVELS.index(mark.level) <= min(map(LEVELS.index, told)), exercise.id
        else:
            assert mark is None or mark.level == "STOP", (exercise.id, mark)


def test_what_fits_is_at_home_and_neither_stopped_nor_avoided(library: Library) -> None:
    held = Context(not_at_home=("band",), conditions=[{"condition": "tha_posterior"}])
    marks = beforehand(EMPTY.describe(context=held), library)
    assert marks.of(library["band_row"]) == Brought("CAUTION", "Needs long band.")
    assert not marks.fits(library["band_row"])
    assert marks.of(library["bent_knee_crossover"]).level == "AVOID"  # type: ignore[union-attr]
    assert not marks.fits(library["bent_knee_crossover"])
    assert marks.fits(library["bridge"])
    assert {e.id for e in library if beforehand(EMPTY, library).fits(e)} == {e.id for e in library}
