"""The review of conditions against a second, naive reading of the specification (`naive`), which shares no code with it.

`EVERY_CASE=1` compares all combinations in place of an even share of them.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.library.exercise import REGIONS, Exercise
from kit.library.library import Library
from kit.library.loader import _tags
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context, TagEnd
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import resolve
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.getting_down import getting_down
from kit.review.judged import Judged, judged
from kit.review.precautions import precaution
from kit.review.stops import stops
from kit.review.unseen import unseen
from kit.settings import SETTINGS
from tests.review import naive

EVERY = bool(os.environ.get("EVERY_CASE"))
SHARE = 1 if EVERY else 12  # one of so many combinations of condition, side, region and days
START = dt.date(2026, 6, 1)
LAST = dt.date(2026, 6, 28)
SIDES = ("left", "right", "both", None)
# From the first days of every stage, without an onset, and with an end in the middle of the plan.
DAYS: tuple[dict[str, dt.date], ...] = (
    {"since": dt.date(2026, 5, 25)},
    {},
    {"since": dt.date(2026, 5, 25), "until": dt.date(2026, 6, 15)},
)
EMPTY = Plan.begin("P-001", start=START)


def held_of(held: naive.Held) -> ConditionInForce:
    """The same condition as a plan holds it."""
    ends = tuple(TagEnd(tag=tag, until=day) for tag, day in held.ends.items())
    facts: dict[str, Any] = {name: getattr(held, name) for name in ("side", "region", "since", "until")}
    return ConditionInForce(condition=held.condition, ends=ends, **facts)


def case_of(now: naive.Situation, library: Library, items: Iterable[Prescription] = ()) -> Case:
    context = Context(
        age=now.age,
        support=now.support,
        gets_off_floor=now.gets_off_floor,  # type: ignore[arg-type]
        conditions=tuple(map(held_of, now.held)),
    )
    days = {"start": now.start, "review_on": now.last + naive.DAY}
    plan = EMPTY.describe(context=context, **days).model_copy(update={"items": tuple(items)})  # type: ignore[arg-type]
    return Case(resolve(plan, library), rules(), now.on, None, SETTINGS)


def prescribed(library: Library) -> list[tuple[Judged, naive.ToDo]]:
    """Every exercise with every prescription of its sides, those that cannot be among them."""
    found: list[tuple[Judged, naive.ToDo]] = []
    empty = case_of(naive.Situation(START, LAST, START), library)
    for exercise in library:
        for sides in ("each", "both", "left", "right"):
            if exercise.sides == "each" and sides == "both":
                continue
            plain = {**dict(prescribe(exercise, f"i{len(found)}")), "sides": sides}
            item = Prescription.model_validate(plain)
            known = resolve(EMPTY.model_copy(update={"items": (item,)}), library)
            ((_, its),) = known.entries
            one = judged(known.entries[0], empty.known, empty.rules)
            dose = {"hold_s": item.dose.hold_s, "duration_s": item.dose.duration_s}
            found.append((one, naive.ToDo(naive.exercises()[its.id], sides, item.lead_side, **dose)))  # type: ignore[arg-type]
    return found


def levels_of(case: Case, one: Judged) -> str | None:
    (reading,) = case.readings
    found = precaution(one, reading, case)
    return found.level if found else None


def combinations() -> Iterator[naive.Held]:
    found = itertools.product(naive.conditions(), SIDES, (None, *REGIONS), DAYS)
    for number, (condition, side, region, days) in enumerate(found):
        if number % SHARE == Random(number // SHARE).randrange(SHARE):
            yield naive.Held(condition, side, region, **days)


def test_every_condition_and_exercise_agrees_with_the_second_reading(library: Library) -> None:
    """All conditions x exercises x prescribed sides x affected sides x regions x days have the same level in both."""
    pairs, compared, wrong = prescribed(library), 0, []
    for held in combinations():
        if naive.conditions()[held.condition].get("stop"):
            continue
        now = naive.Situation(START, LAST, START, (held,))
        case = case_of(now, library)
        for one, todo in pairs:
            found, expected = levels_of(case, one), naive.level(todo, held, now)
            compared += 1
            if found != expected:
                wrong.append((held, one.exercise.id, todo.sides, found, expected))
    assert not wrong, (len(wrong), wrong[:10])
    assert compared > (500_000 if EVERY else 40_000)


def test_every_stop_holds_what_the_second_reading_holds(library: Library) -> None:
    """Each STOP with each side and region: the whole plan, or the items that load the region, whatever its days."""
    pairs = prescribed(library)
    for held in combinations():
        if not naive.conditions()[held.condition].get("stop"):
            continue
        now = naive.Situation(START, LAST, START, (held,))
        case = case_of(now, library)
        vars(case)["items"] = tuple(one for one, _ in pairs)
        found = {finding.item for finding in stops(case)}
        for one, todo in pairs:
            expected = naive.stop(todo, held)
            assert (None in found or one.item.item_id in found) == expected, (held, todo.exercise["id"])
