"""What matters to the patient: up to three activities, each one line, each once."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.document import from_document, to_document
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.seal import canonical
from kit.words.text import SHORT

START = dt.date(2026, 6, 1)
PLAN = Plan.begin("P-001", START)
WHERE = "plan P-001 version 1, activities"


def test_they_are_kept_as_she_says_them() -> None:
    """In their order, each cleaned to one line, in a file too."""
    plan = PLAN.describe(activities=("Walking to  the shop", "Stairs,\nwith bags", "صعود الدرج"))
    assert plan.activities == ("Walking to the shop", "Stairs, with bags", "صعود الدرج")
    assert from_document(to_document(plan), "p.json").plan == plan


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("Stairs", "stairs"), f"{WHERE}: “stairs” stands twice. Write another activity, or leave it out."),
        (("a", "b", "c", "d"), f"{WHERE}: has 4 entries, and at most 3 fit. Take some out."),
        ((" ",), f"{WHERE}.0: “ ”: it is empty. Write a text."),
        (
            ("x" * (SHORT + 1),),
            f"{WHERE}.0: “{'x' * 60}…”: it has {SHORT + 1} characters, and at most {SHORT} fit. Shorten it.",
        ),
    ],
)
def test_what_is_none_is_refused(given: tuple[str, ...], message: str) -> None:
    with pytest.raises(KitError) as caught:
        PLAN.describe(activities=given)
    assert str(caught.value) == message


def test_as_many_and_as_long_as_fit() -> None:
    most = tuple(letter * SHORT for letter in "abc")
    assert PLAN.describe(activities=most).activities == most


def test_none_breaks_no_seal(issued: Plan) -> None:
    """A plan that was issued before there were activities has the canonical form that it had."""
    assert "activities" not in canonical(issued.model_dump(mode="json"))


def test_they_go_along(four: Plan, library: Library) -> None:
    """Into the next version and into a copy: the patient is the same."""
    asked = finalised(resolve(four.describe(activities=("Stairs",)), library), "A. Physio", START)
    assert asked.new_version(dt.date(2026, 6, 29)).activities == ("Stairs",)
    assert asked.copied("P-002").activities == ("Stairs",)
