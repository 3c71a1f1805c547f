"""What a clinician is told when two hands left one draft differently: nothing of it is passed over."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from kit.library.library import Library
from kit.plan.code import new_code
from kit.plan.context import ConditionInForce, Context
from kit.plan.differences import differences
from kit.plan.plan import Plan
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
    new = new.pause(START, dt.date(2026, 6, 5)).describe(title="Stairs", reporting={"provider": "A. Physio"})
    new = new.describe(context=Context(conditions=(right,), equipment=("chair",), support=False))
    new = new.remove("i1").override("AVOID x", "Because.", "A. Physio", START)
    assert differences(resolve(old, library), resolve(new, library), words) == [
        f"Title: Stairs, was {old.title}.",
        "Stopped: Seated hip stretch.",
        "The plan is another patient's.",
        "Age: empty, was 60.",
        "Support to hold on to: no, was empty.",
        "Things at home: chair, was empty.",
        "Conditions: details differ.",
        "Pauses: 1 June 2026 to 5 June 2026, was 1 June 2026 to 3 June 2026.",
        "What stands for the record differs.",
        "The answers to the review differ.",
    ]
