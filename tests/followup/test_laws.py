"""Laws of the proposals over all ready-made plans and random diaries."""

from __future__ import annotations

import datetime as dt
from functools import cache
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.followup.accept import accept
from kit.followup.pain_of import verdicts
from kit.followup.proposal import Proposal
from kit.followup.proposals import propose
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.pain import pain_kind
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.plan.template import templates
from kit.review.check import findings
from kit.review.finding import HOLDING
from tests.followup.frames import On, days, frames_of, june

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
READY = templates()
RISES = ("load_rise", "volume_rise", "band_rise", "band_change")
score = st.none() | st.integers(0, 10)


@cache
def ready(name: str, age: int) -> ResolvedPlan:
    """A ready-made plan as an issued one, of a screened patient; bands are named, so that they can grow."""
    who = Context(age=age, red_flags_screened=START, gets_off_floor="yes", support=True)
    plan = READY[name].plan(LIBRARY, "P-001", START, random=Random(1)).describe(context=who)
    for item in plan.items:
        if any("band" in thing.name and not thing.optional for thing in LIBRARY[item.exercise_id].equipment):
            plan = plan.adjust(item.item_id, band="yellow")
    return resolve(finalised(resolve(plan, LIBRARY), "A. Physio", START), LIBRARY)


plans: st.SearchStrategy[ResolvedPlan] = st.builds(
    lambda name, age: ready(name, age), st.sampled_from(list(READY)), st.sampled_from([30, 64, 65, 80])
)
good = st.lists(
    st.builds(
        lambda last, peak: On(START, last=last, pain=(peak, peak, peak, peak)), st.integers(0, 30), st.integers(0, 2)
    ),
    min_size=3,
    max_size=10,
)
any_day = st.builds(
    On,
    st.just(START),
    status=st.sampled_from(["done", "partial", "not_done", "missing"]),
    pain=st.tuples(score, score, score, score),
    last=st.none() | st.integers(0, 30),
    done=st.none() | st.just("all") | st.integers(0, 60),
    reason=st.none() | st.just("pain"),
    extra=st.booleans(),
    items=st.dictionaries(st.sampled_from(["i1", "i2"]), st.sampled_from(["done", "not_done", "missing"])),
)
any_diary = st.lists(any_day, max_size=6)


def in_june(told: list[On]) -> list[On]:
    """On days in a row that end on 14 June."""
    first = 15 - len(told)
    return [On(**{**vars(on), "day": june(first + n)}) for n, on in enumerate(told)]


def made(known: ResolvedPlan, told: list[On]) -> tuple[Proposal, ...]:
    return propose(known, frames_of(known.plan, told), june(14))


@given(plans, good)
@settings(max_examples=60)
def test_what_is_taken_passes_the_review(known: ResolvedPlan, told: list[On]) -> None:
    """No new ERROR, AVOID, open question or rise, whichever proposal is taken; all doses together are not held."""
    plan = known.plan
    draft = plan.new_version(june(14))
    standing = {f.key for f in findings(resolve(draft, LIBRARY), june(14), plan)}
    together = draft
    for proposal in made(known, in_june(told)):
        if not proposal.changes_something:
            continue
        after = accept(draft, proposal)
        new = [f for f in findings(resolve(after, LIBRARY), june(14), plan) if f.key not in standing]
        assert [f for f in new if f.level in HOLDING or f.holds or f.key.split()[1] in RISES] == []
        together = accept(together, proposal) if proposal.exercise is None else together
    new = [f for f in findings(resolve(together, LIBRARY), june(14), plan) if f.key not in standing]
    assert [f for f in new if f.level in HOLDING or f.holds] == []


@given(plans, any_diary)
@settings(max_examples=60)
def test_nothing_rises_that_the_pain_rule_lowers(known: ResolvedPlan, told: list[On]) -> None:
    """Where the latest session of an item asks for less, its proposal never goes up."""
    told = in_june(told)
    frames = frames_of(known.plan, told)
    table = verdicts([known], frames)
    found = {one.item_id: one for one in propose(known, frames, june(14))}
    for item, exercise in known.entries:
        kind = pain_kind(known.plan, item, exercise)
        worked = frames.rows[frames.rows["item_id"] == item.item_id]["session"]
        mine = table[(table["kind"] == kind) & table["session"].isin(worked)]
        if len(mine) and mine["advice"].iloc[-1] == "REDUCE":
            assert found[item.item_id].way != "up"
            assert found[item.item_id].kind in ("step_back", "swap", "ask")


@given(plans, any_diary)
@settings(max_examples=60)
def test_what_is_not_told_never_raises(known: ResolvedPlan, told: list[On]) -> None:
    """An item that may rise has three logged sessions with peak, morning, and dose; less of it rises nothing."""
    told = in_june(told)
    for proposal in made(known, told):
        if proposal.way == "up":
            behind = [told[one.session - 1] for one in proposal.sessions if one.session]
            assert len(behind) == 3
            assert all(on.pain[3] is not None and (on.pain[1], on.pain[2]) != (None, None) for on in behind)
            assert all(on.done is not None and on.status != "missing" for on in behind)


@given(plans, good, st.data())
@settings(max_examples=40)
def test_taking_a_fact_away_raises_nothing_more(known: ResolvedPlan, told: list[On], data: st.DataObject) -> None:
    """Without one of the last mornings, peaks, doses or days no item rises that did not before."""
    told = in_june(told)
    before = {one.item_id for one in made(known, told) if one.way == "up"}
    at = data.draw(st.integers(1, 3))
    blank: list[dict[str, Any]] = [
        {"pain": (0, None, None, 0)},
        {"pain": (0, 0, 0, None)},
        {"done": None},
        {"status": "missing"},
    ]
    lost = data.draw(st.sampled_from(blank))
    told[-at] = On(**{**vars(told[-at]), **lost})
    after = {one.item_id for one in made(known, told) if one.way == "up"}
    assert after <= before
    assert not after or "status" in lost


def test_each_ready_made_plan_has_something_that_rises() -> None:
    """After two good weeks, of at least one item."""
    told = days(1, 14, last=30)
    assert [name for name in READY if not any(one.way == "up" for one in made(ready(name, 50), told))] == []


def test_a_plan_of_another_code_tells_nothing() -> None:
    """Frames of another patient raise nothing."""
    known = ready("knee-glute-stretches", 30)
    other = Plan.begin("P-002", START, items=known.plan.items)
    frames = frames_of(other, [On(june(n)) for n in range(1, 15)])
    assert {one.why for one in propose(known, frames, june(14))} == {
        "Not enough log: 0 of 3 sessions since 1 June 2026."
    }
