"""The ready-made plans, as a patient without conditions would get them."""

from __future__ import annotations

import re
from random import Random

import pytest

from kit.library.library import Library
from kit.plan.template import templates
from kit.review.check import check
from kit.review.issue import issue
from kit.words.readability import readability
from tests.review.cases import START, patient

READY = templates()


@pytest.mark.parametrize("name", READY)
def test_each_template_can_be_issued_as_it_is(library: Library, name: str) -> None:
    """Nothing above INFO, for a screened patient of 50 without conditions."""
    plan = READY[name].plan(library, "P-001", START, random=Random(1)).describe(context=patient())
    assert {finding.level for finding in check(plan, library)} <= {"INFO"}
    assert issue(plan, library, "A. Physio", START).issued


@pytest.mark.parametrize("name", READY)
def test_each_template_says_what_it_is_for_and_what_comes_next(name: str) -> None:
    """In words that a patient reads; another template that it names is there."""
    ready = READY[name]
    words = readability([ready.goal, ready.purpose])
    assert (words.grade <= 5, words.long_sentences) == (True, ())
    names = {other.name for other in READY.values()}
    assert set(re.findall("“([^”]+)”", f"{ready.comes_next} {ready.summary}")) <= names - {ready.name}


def test_there_are_twenty_six(library: Library) -> None:
    """No two are the same plan under two names; tendon and osteoarthritis plans carry their pain rule."""
    assert len(READY) == 26
    assert len({tuple(item.exercise_id for item in ready.items) for ready in READY.values()}) == 26
    kinds = {name: ready.pain_kind for name, ready in READY.items() if ready.pain_kind}
    assert kinds == {
        "achilles-tendon": "tendon",
        "hip-osteoarthritis": "osteoarthritis",
        "knee-osteoarthritis": "osteoarthritis",
        "outer-hip-pain": "tendon",
        "patellar-tendon": "tendon",
    }
