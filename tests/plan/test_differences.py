"""What a clinician is told when two hands left one draft differently: nothing of it is passed over."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

import pytest

from kit.library.library import Library
from kit.plan.code import new_code
from kit.plan.context import ConditionInForce, Context
from kit.plan.differences import differences
from kit.plan.plan import Plan
from kit.plan.reporting import Reporting
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue

START = dt.date(2026, 6, 1)
KNEE = ConditionInForce(condition="knee_osteoarthritis", side="left")


@pytest.fixture
def old(four: Plan) -> Plan:
    return four.describe(context=Context(age=60, conditions=(KNEE,))).pause(START, dt.date(2026, 6, 3))


def test_equal_plans_differ_in_nothing(old: Plan, library: Library, words: Catalogue) -> None:
    assert differences(resolve(old, library), resolve(old, library), words) == []


def test_each_difference_is_said(old: Plan, library: Library, words: Catalogue) -> None:
    """The head, the exercises, the patient, the pauses, the record, the answers, in this order."""
    right = KNEE.model_copy(update={"side": "right"})
    new = old.model_copy(update={"pauses": (), "patient_code": new_code(Random(5))})
    new = new.pause(START, dt.date(2026, 6, 5)).describe(title="Stairs", reporting=Reporting(provider="A. Physio"))
    new = new.describe(context=Context(conditions=(right,), equipment=("chair",), support=False))
    new = new.remove("i1").override("AVOID x", "Because.", "A. Physio", START)
    assert differences(resolve(old, library), resolve(new, library), words) == [
        f"Title: Stairs, was {old.title}.",
        "Stopped: Seated hip stretch.",
        "The plan is another patient's.",
        "Age: empty, was 60.",
        "Support to hold on to: no, was empty.",
        "Things at home: chair, was empty.",
        "Conditions: knee osteoarthritis (right), was knee osteoarthritis (left).",
        "Pauses: 1 June 2026 to 5 June 2026, was 1 June 2026 to 3 June 2026.",
        "What stands for the record differs.",
        "The answers to the review differ.",
    ]


def test_a_day_of_a_condition_is_a_detail(old: Plan, library: Library, words: Catalogue) -> None:
    """What has no short name is said to differ."""
    new = old.describe(context=Context(age=60, conditions=(KNEE.model_copy(update={"since": START}),)))
    assert differences(resolve(old, library), resolve(new, library), words) == ["Conditions: details differ."]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"plan_id": "P-2"}, "Plan id: P-2, was P-001."),
        ({"activities": ("Stairs", "Running")}, "We ask you about: Stairs; Running."),
        ({"patient": ""}, "Patient label: empty, was P-001."),
        ({"start": dt.date(2026, 6, 2)}, "Start: 2 June 2026, was 1 June 2026."),
        ({"context": Context(goal="Stairs")}, "Goal: Stairs, was empty."),
        ({"context": Context(minutes_a_day=20)}, "Minutes a day: 20, was empty."),
        ({"context": Context(support=True)}, "Support to hold on to: yes, was empty."),
        ({"context": Context(red_flags_screened=START)}, "Red-flag screen: 1 June 2026, was empty."),
        ({"context": Context(equipment=("chair", "big_ball"))}, "Things at home: chair, big ball, was empty."),
        ({"context": Context(conditions=(KNEE,))}, "Conditions: knee osteoarthritis (left), was empty."),
        ({"context": Context(red_flags=("Fever",))}, "Red flags: Fever, was empty."),
    ],
)
def test_one_difference_is_said_alone(change: dict[str, Any], said: str, library: Library, words: Catalogue) -> None:
    """Each field by its name, days and yes or no in words, nothing as “empty”."""
    plain = Plan.begin("P-001", START, patient="P-001")
    assert differences(resolve(plain, library), resolve(plain.model_copy(update=change), library), words) == [said]


def test_a_changed_list_is_said_with_what_it_was(library: Library, words: Catalogue) -> None:
    plain = Plan.begin("P-001", START, context=Context(equipment=("chair",)))
    other = plain.describe(context=Context(equipment=("towel", "chair")))
    assert differences(resolve(plain, library), resolve(other, library), words) == [
        "Things at home: towel, chair, was chair."
    ]


def test_a_release_alone_is_a_difference(old: Plan, library: Library, words: Catalogue) -> None:
    released = old.sign_off("STOP x", "A. Physio", START)
    assert differences(resolve(old, library), resolve(released, library), words) == [
        "The answers to the review differ."
    ]


def test_exercises_that_are_no_longer_there(old: Plan, words: Catalogue) -> None:
    """Nobody can name them, but that they differ is said, and only then."""
    gone = Library([])
    assert differences(resolve(old, gone), resolve(old.describe(title="Other"), gone), words) == [
        f"Title: Other, was {old.title}."
    ]
    assert differences(resolve(old, gone), resolve(old.remove("i1"), gone), words) == ["The exercises differ."]
