"""The affected side, said once, and what it sets."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.affected import affected, follows
from kit.plan.context import Affected, Context
from kit.plan.document import from_document, to_document
from kit.plan.plan import Plan

EMPTY = Plan.begin("P-001", dt.date(2026, 6, 1))


@pytest.fixture
def mixed(library: Library) -> Plan:
    """One exercise of both sides at once, and two that are done on one side at a time."""
    plan = EMPTY.add(library["bridge"]).add(library["clamshell"])
    return plan.add(library["straight_leg_raise"], sides="left")


@pytest.mark.parametrize(("side", "sides"), [("right", "right"), ("left", "left"), ("both", "each")])
def test_what_is_done_on_one_side_takes_the_affected_one(
    mixed: Plan, library: Library, side: Affected, sides: str
) -> None:
    """Work of both sides at once stays; the affected side leads; said again, nothing is left to change."""
    said = affected(mixed, library, side)
    assert [item.sides for item in said.items] == ["both", sides, sides]
    assert said.context.side == side
    assert side == "both" or {item.lead_side for item in said.items[1:]} == {side}
    assert follows(said, library, side) == []
    assert affected(said, library, side) == said


def test_without_a_side_the_exercises_stay(mixed: Plan, library: Library) -> None:
    said = affected(affected(mixed, library, "right"), library, None)
    assert (said.context.side, [item.sides for item in said.items]) == (None, ["both", "right", "right"])


def test_one_side_takes_no_turns(mixed: Plan, library: Library) -> None:
    """Where the sides took turns, that is over; the plan has no faults then."""
    turns = mixed.adjust("i2", side_order="alternate")
    assert affected(turns, library, "left").item("i2").side_order is None
    assert affected(turns, library, "both").item("i2").side_order == "alternate"


def test_a_plan_without_a_side_is_sealed_as_before() -> None:
    """What is new in the context is empty by default, and a document with it reads back."""
    assert (Context().side, Context().not_at_home) == (None, ())
    told = EMPTY.describe(context=Context(side="right", not_at_home=("band",)))
    assert from_document(to_document(told), "x.json").plan == told


def test_a_thing_is_there_or_not() -> None:
    with pytest.raises(ContentError) as refused:
        Context(equipment=("mat", "band"), not_at_home=("band",))
    assert "band: both at home and not at home. Take it out of one of the two." in str(refused.value)
