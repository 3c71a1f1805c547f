"""Two edits of one draft: together where they touch different things, a clash where they do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.library.library import Library
from kit.plan.merge import _ANSWERS, _HEAD, _PARTS, Merged, merge
from kit.plan.plan import Plan
from kit.plan.template import template

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
BASE = template("knee-glute-stretches").plan(LIBRARY, "P-001", START, "P-001")
Edit = Callable[[Plan], Plan]

EDITS: dict[str, Edit] = {
    "item i1": lambda p: p.adjust("i1", hold_s=45),
    "item i2": lambda p: p.adjust("i2", note="Slowly."),
    "out i3": lambda p: p.remove("i3"),
    "add": lambda p: p.add(LIBRARY["bridge"]),
    "start": lambda p: p.describe(start=dt.date(2026, 6, 8)),
    "title": lambda p: p.describe(title="Other"),
    "age": lambda p: p.describe(context=p.context.model_copy(update={"age": 40})),
    "goal": lambda p: p.describe(context=p.context.model_copy(update={"goal": "Stairs"})),
    "reason": lambda p: p.override("AVOID x", "Because.", "A. Physio", START),
    "pause": lambda p: p.pause(dt.date(2026, 6, 3), dt.date(2026, 6, 5)),
    "order": lambda p: p.move("i4", 0),
    "activities": lambda p: p.describe(activities=("Walking to the shop",)),
    "pain": lambda p: p.describe(pain_kind="tendon"),
    "rest": lambda p: p.describe(rest_ex_s=20),
}


def test_no_field_of_a_plan_is_left_out() -> None:
    """What is merged and what two drafts of one version share are all fields that there are."""
    shared = {"format", "code", "version", "replaces", "issued", "snapshot", "seal"}
    assert {*_HEAD, *_PARTS, *_ANSWERS, "items", *shared} == {*Plan.model_fields}


@given(st.permutations(list(EDITS)), st.integers(0, len(EDITS)))
def test_edits_of_different_things_are_one(names: list[str], cut: int) -> None:
    """However they are dealt out, the plan holds all of them, as if one hand had made them."""
    mine = theirs = whole = BASE
    for name in names[:cut]:
        mine = EDITS[name](mine)
    for name in names[cut:]:
        theirs = EDITS[name](theirs)
    for name in names:
        whole = EDITS[name](whole)
    merged = merge(BASE, mine, theirs).plan
    assert merged is not None
    assert {i.item_id: i for i in merged.items} == {i.item_id: i for i in whole.items}
    assert [i.item_id for i in merged.items] == ["i4", "i1", "i2", "i5"]
    assert merged.model_copy(update={"items": ()}) == whole.model_copy(update={"items": ()})


@pytest.mark.parametrize(
    ("mine", "theirs", "clash"),
    [
        (lambda p: p.adjust("i1", hold_s=45), lambda p: p.adjust("i1", hold_s=60), ("item", "i1")),
        (lambda p: p.remove("i3"), lambda p: p.adjust("i3", reps=5), ("item", "i3")),
        (lambda p: p.adjust("i3", reps=5), lambda p: p.remove("i3"), ("item", "i3")),
        (lambda p: p.describe(title="A"), lambda p: p.describe(title="B"), ("head", "title")),
        (
            lambda p: p.describe(activities=("Stairs",)),
            lambda p: p.describe(activities=("Running",)),
            ("head", "activities"),
        ),
        (lambda p: p.move("i4", 0), lambda p: p.move("i1", 3), ("order", "")),
        (
            lambda p: p.override("AVOID x", "One.", "A", START),
            lambda p: p.override("AVOID x", "Two.", "B", START),
            ("overrides", "AVOID x"),
        ),
    ],
)
def test_two_edits_of_one_thing_clash(mine: Edit, theirs: Edit, clash: tuple[str, str]) -> None:
    """Nobody's is taken; the thing is named."""
    assert merge(BASE, mine(BASE), theirs(BASE)) == Merged(None, (clash,))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_the_same_edit_twice_is_one(edit: Edit) -> None:
    assert merge(BASE, edit(BASE), edit(BASE)).plan == edit(BASE)


def test_both_added_an_exercise() -> None:
    """Two new items that got the same id are two; each stands where it was put."""
    mine, theirs = BASE.add(LIBRARY["bridge"]), BASE.add(LIBRARY["clamshell"], at=0)
    merged = merge(BASE, mine, theirs).plan
    assert merged is not None
    assert [(i.item_id, i.exercise_id) for i in merged.items if i.item_id > "i4"] == [
        ("i5", "clamshell"),
        ("i6", "bridge"),
    ]
    assert merged.items[0].exercise_id == "clamshell"
    assert merged.items[-1].exercise_id == "bridge"


def test_both_added_several_exercises() -> None:
    """Each new item is there once, under an id of its own."""
    mine = BASE.add(LIBRARY["bridge"]).add(LIBRARY["walking"])
    theirs = BASE.add(LIBRARY["clamshell"]).add(LIBRARY["quad_set"])
    merged = merge(BASE, mine, theirs).plan
    assert merged is not None
    assert [i.item_id for i in merged.items if i.exercise_id in ("clamshell", "quad_set")] == ["i5", "i6"]
    assert [i.item_id for i in merged.items if i.exercise_id in ("bridge", "walking")] == ["i7", "i8"]


def test_what_breaks_a_rule_together_clashes() -> None:
    """A later start and an earlier review are each right alone."""
    mine = BASE.describe(start=dt.date(2026, 6, 20))
    theirs = BASE.describe(review_on=dt.date(2026, 6, 10))
    assert merge(BASE, mine, theirs) == Merged(None, (("plan", ""),))


@given(st.permutations(list(EDITS)), st.integers(0, len(EDITS)))
def test_mine_over_theirs_keeps_all_that_does_not_clash(names: list[str], cut: int) -> None:
    """Whatever both did besides, mine stands where the two clash, and theirs everywhere else."""
    mine, theirs = BASE.adjust("i4", hold_s=45), BASE.adjust("i4", hold_s=60)
    for name in names[:cut]:
        mine = EDITS[name](mine)
    for name in names[cut:]:
        theirs = EDITS[name](theirs)
    merged = merge(BASE, mine, theirs, mine_wins=True).plan
    assert merged is not None
    assert merged.item("i4").dose.hold_s == 45
    assert merge(BASE, mine, theirs) == Merged(None, (("item", "i4"),))
    whole = BASE
    for name in names:
        whole = EDITS[name](whole)
    assert {i.item_id for i in merged.items} == {i.item_id for i in whole.items}
    assert merged.model_copy(update={"items": ()}) == whole.model_copy(update={"items": ()})


def test_mine_over_theirs_where_they_took_it_out_or_moved_it() -> None:
    """What I changed is there again, and the order is mine."""
    merged = merge(BASE, BASE.adjust("i3", reps=5), BASE.remove("i3"), mine_wins=True).plan
    assert merged is not None
    assert merged.item("i3").dose.reps == 5
    merged = merge(BASE, BASE.move("i4", 0), BASE.move("i1", 3), mine_wins=True).plan
    assert merged is not None
    assert [i.item_id for i in merged.items] == ["i4", "i1", "i2", "i3"]
    merged = merge(BASE, BASE.remove("i3"), BASE.adjust("i3", reps=5), mine_wins=True).plan
    assert merged is not None
    assert [i.item_id for i in merged.items] == ["i1", "i2", "i4"]


@given(
    st.lists(st.integers(0, 6), max_size=3),
    st.lists(st.integers(0, 6), max_size=3),
    st.sampled_from([None, "i1", "i3", "i4"]),
)
def test_what_each_added_stands_where_it_was_put(mine_at: list[int], theirs_at: list[int], gone: str | None) -> None:
    """In the plan that holds both, the order of either is the order of its exercises."""
    mine = theirs = BASE
    for n, at in enumerate(mine_at):
        mine = mine.add(LIBRARY["bridge"], min(at, len(mine.items)), reps=n + 2)
    for n, at in enumerate(theirs_at):
        theirs = theirs.add(LIBRARY["clamshell"], min(at, len(theirs.items)), reps=n + 2)
    theirs = theirs.remove(gone) if gone else theirs
    merged = merge(BASE, mine, theirs).plan
    assert merged is not None

    def named(plan: Plan, exercises: set[str]) -> list[tuple[str, int]]:
        items = [item for item in plan.items if item.exercise_id in exercises and item.item_id != gone]
        return [(item.exercise_id, item.dose.reps) for item in items]

    first = {item.exercise_id for item in BASE.items}
    assert named(merged, first | {"bridge"}) == named(mine, first | {"bridge"})
    assert named(merged, first | {"clamshell"}) == named(theirs, first | {"clamshell"})
    assert len(merged.items) == len({i.item_id for i in merged.items}) == 4 + len(mine_at) + len(theirs_at) - bool(gone)


def test_what_one_side_put_at_the_end_is_the_last() -> None:
    """Behind what the other side put somewhere else; at the beginning it is the first."""
    mine, theirs = BASE.add(LIBRARY["bridge"]), BASE.add(LIBRARY["clamshell"])
    assert [i.exercise_id for i in (merge(BASE, mine, theirs).plan or BASE).items[4:]] == ["clamshell", "bridge"]
    mine = BASE.add(LIBRARY["bridge"], at=0)
    assert (merge(BASE, mine, theirs.move("i1", 1)).plan or BASE).items[0].exercise_id == "bridge"
    assert (merge(BASE, mine, BASE.remove("i4")).plan or BASE).items[0].exercise_id == "bridge"


def test_clashes_are_told_once_each() -> None:
    """All of them, heads before answers before items, and the order last."""
    mine = BASE.describe(title="A").override("AVOID x", "One.", "A", START).adjust("i1", reps=5).move("i4", 0)
    theirs = BASE.describe(title="B").override("AVOID x", "Two.", "A", START).adjust("i1", reps=6).move("i1", 3)
    assert merge(BASE, mine, theirs).clashes == (
        ("head", "title"),
        ("overrides", "AVOID x"),
        ("item", "i1"),
        ("order", ""),
    )


def test_an_answer_that_one_side_took_back_is_gone() -> None:
    """And one that the other side gave meanwhile is there."""
    base = BASE.override("AVOID x", "One.", "A", START)
    mine = base.model_copy(update={"overrides": ()})
    merged = merge(base, mine, base.sign_off("STOP y", "B", START)).plan
    assert merged is not None
    assert (merged.overrides, [s.finding for s in merged.sign_offs]) == ((), ["STOP y"])
