"""The review of conditions against a second, naive reading of the specification (`naive`), which shares no code with it.

`EVERY_CASE=1` compares all combinations in place of an even share of them.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.library.exercise import REGIONS, Exercise
from kit.library.library import Library
from kit.library.rules import rules
from kit.model import parse
from kit.plan.context import ConditionInForce, Context, TagEnd
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import resolve
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.getting_down import getting_down
from kit.review.judged import Judged, judged
from kit.review.precautions import precaution
from kit.review.reading import question_of
from kit.review.stops import stops
from kit.review.unseen import unseen
from kit.settings import SETTINGS
from tests.review import naive

EVERY = bool(os.environ.get("EVERY_CASE"))
SHARE = 1 if EVERY else 6  # one of so many combinations of condition, side, region and days
START = dt.date(2026, 6, 1)
LAST = dt.date(2026, 6, 28)
SIDES = ("left", "right", "both", None)
# From the first days of every stage, without an onset, and with an end in the middle of the plan.
DAYS: tuple[dict[str, Any], ...] = (
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


def case_of(
    now: naive.Situation, library: Library, items: Iterable[Prescription] = (), previous: Plan | None = None
) -> Case:
    context = Context(
        age=now.age,
        support=now.support,
        gets_off_floor=now.gets_off_floor,
        conditions=tuple(map(held_of, now.held)),
    )
    days = {"start": now.start, "review_on": now.last + naive.DAY}
    plan = EMPTY.describe(context=context, **days).model_copy(update={"items": tuple(items)})  # type: ignore[arg-type]
    return Case(resolve(plan, library), rules(), now.on, previous, SETTINGS)


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
            one = judged(known.entries[0], empty.known, empty.rules, empty.on)
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
    assert compared > (500_000 if EVERY else 80_000)


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


# Random plans on random days, with exercises of the clinic's own among them

AWAY = (-800, -100, -85, -84, -83, -30, -29, -28, -27, -15, -8, -7, -6, -1, 0, 1, 6, 7, 13, 14, 20, 26, 27, 28, 40, 800)
DAY_NEAR = st.sampled_from(AWAY).map(lambda days: START + dt.timedelta(days=days))
Draw = st.DrawFn


@st.composite
def conditions_held(draw: Draw) -> naive.Held:
    condition = draw(st.sampled_from(sorted(naive.conditions())))
    ruled = sorted({tag for rule in naive.conditions()[condition].get("rules", ()) for tag in rule["tags"]})
    maybe = st.none() | DAY_NEAR
    return naive.Held(
        condition,
        draw(st.sampled_from(SIDES)),
        draw(st.sampled_from((None, *REGIONS))),
        draw(maybe),
        draw(maybe),
        draw(st.dictionaries(st.sampled_from([*ruled, "tx_ext"]), DAY_NEAR, max_size=1)),
    )


@st.composite
def situations(draw: Draw) -> naive.Situation:
    return naive.Situation(
        START,
        START + dt.timedelta(days=draw(st.integers(0, 60))),
        START + dt.timedelta(days=draw(st.integers(-40, 20))),
        tuple(draw(st.lists(conditions_held(), min_size=1, max_size=3))),
        draw(st.sampled_from((None, 40, 64, 65, 79, 80))),
        draw(st.sampled_from((None, True, False))),
        draw(st.sampled_from((None, "yes", "with_help", "no", "unknown"))),
    )


@st.composite
def own_versions(draw: Draw) -> naive.Table:
    """The file of an exercise, as the kit has it or with one thing taken from it."""
    table = dict(draw(st.sampled_from(sorted(naive.exercises().values(), key=lambda one: str(one["id"])))))
    change = draw(
        st.sampled_from(
            ("", "", "tags", "setup_tags", "work", "bed_ok", "regions", "a tag", "a limb", "new", "none", "reviewed")
        )
    )
    if draw(st.booleans()):
        table["id"] = "own_one"
    if change == "a tag" and table.get("tags"):
        table["tags"] = [tag for tag in table["tags"] if tag != draw(st.sampled_from(table["tags"]))]
    elif change == "a limb":
        table["tags"] = [tag.removesuffix("@both") for tag in table["tags"]]
    elif change == "new":
        table["id"] = "own_two"
    elif change in ("none", "reviewed"):  # no tags, as somebody says, written down or not
        table.pop("tags", None)
        table |= {"tags_reviewed": {"by": "A. Physio", "on": START - dt.timedelta(days=100)}}
        table |= {"tags": []} if change == "none" else {}
    else:
        table.pop(change, None)
    return table


def _parted(text: str) -> dict[str, str]:
    name, _, limb = text.partition("@")
    return {"name": name, "limb": limb or "lead"}


def exercise_of(table: naive.Table) -> Exercise:
    parted: dict[str, Any] = {
        name: [_parted(text) for text in table.get(name, ())] for name in ("tags", "setup_tags") if name in table
    }
    return parse(Exercise, {**table, **parted}, f"{table.get('id')}.toml")


@st.composite
def to_dos(draw: Draw) -> naive.ToDo:
    table = draw(own_versions())
    kits = naive.exercises().get(table["id"]) or next(
        one for one in naive.exercises().values() if one["steps"] == table["steps"]
    )  # told in the same words it is the kit's, whatever its id
    whole = next(one for one in naive.exercises().values() if one["steps"] == table["steps"])
    before = {**whole, "id": table["id"]}
    sides = draw(st.sampled_from(("each", "left", "right") if table["sides"] == "each" else ("both", "left", "each")))
    lead = sides if sides in ("left", "right") else draw(st.sampled_from(("left", "right")))
    timed = draw(st.sampled_from((None, None, 9, 10, 600)))
    return naive.ToDo(
        table,
        sides,
        lead,
        0 if timed else draw(st.sampled_from((0, 2, 9, 10, 45))),
        timed,
        draw(st.sampled_from((None, None, "floor", "bed" if table.get("bed_ok") else "floor"))),
        kits if kits != table else None,
        before if draw(st.booleans()) else None,
    )


def item_of(todo: naive.ToDo, number: int) -> Prescription:
    plain = dict(prescribe(exercise_of(todo.exercise), f"i{number}"))
    dose = {"duration_s": todo.duration_s} if todo.duration_s else {"hold_s": todo.hold_s, "tempo_s": 4}
    changed = {"sides": todo.sides, "lead_side": todo.lead, "surface": todo.surface, "dose": dose}
    return Prescription.model_validate({**plain, **changed})


def highest_of(findings: Iterable[Finding], about: str, item: str | None = None) -> str | None:
    found = [f.level for f in findings if f.item == item and about in f.key.split()]
    return naive.highest(None, *found)


def issued_before(todos: list[naive.ToDo]) -> Plan | None:
    """The version before, of a patient of whom nothing was said."""
    known = [exercise_of(todo.before) for todo in todos if todo.before]
    plan = EMPTY
    for exercise in known:
        plan = plan.add(exercise)
    return finalised(resolve(plan, Library(known)), "A. Physio", START - dt.timedelta(days=100)) if known else None


def differences(now: naive.Situation, todos: list[naive.ToDo]) -> Iterator[tuple[object, ...]]:
    """What the review says and the second reading does not: about what, both levels, and the facts."""
    library = Library(exercise_of(todo.exercise) for todo in todos)
    case = case_of(now, library, [item_of(todo, number) for number, todo in enumerate(todos, 1)], issued_before(todos))
    untold, down, held_up = list(unseen(case)), list(getting_down(case)), {f.item for f in stops(case)}
    floors = [naive.floor(todo, now) for todo in todos]
    if now.gets_off_floor != "no":
        yield "floor of the plan", highest_of(down, "floor"), naive.highest(None, *floors), now, todos
    for todo, one, floor in zip(todos, case.items, floors, strict=True):
        item = one.item.item_id
        for held, reading in zip(now.held, case.readings, strict=True):
            found = precaution(one, reading, case)
            yield "precaution", found.level if found else None, naive.level(todo, held, now), held, todo, now
        bare = naive.highest(highest_of(untold, "untagged", item), highest_of(untold, "reviewed", item))
        yield "untagged", bare, naive.untagged(todo, now), todo, now
        yield "drops", highest_of(untold, "drops", item), naive.drops(todo, now), todo, now
        stopped = any(naive.stop(todo, held) for held in now.held)
        yield "stop", None in held_up or item in held_up, stopped, todo, now
        if now.gets_off_floor == "no":
            yield "floor", highest_of(down, "floor", item), floor, todo, now
    for held, reading in zip(now.held, case.readings, strict=True):
        yield "facts", naive.highest(None, *(f.level for f in reading.told)), naive.facts(held, now), held, now
        own = [found for one in case.items if (found := precaution(one, reading, case))]
        asked = question_of(reading, own)
        yield "question", asked.level if asked else None, naive.question(held, now, todos), held, now


@settings(max_examples=20_000 if EVERY else 250)
@given(situations(), st.lists(to_dos(), min_size=1, max_size=3, unique_by=lambda todo: str(todo.exercise["id"])))
def test_random_plans_agree_with_the_second_reading(now: naive.Situation, todos: list[naive.ToDo]) -> None:
    """On random days, for random patients, doses and own versions: each level is that of the second reading."""
    for about, found, expected, *facts in differences(now, todos):
        assert found == expected, (about, facts)
