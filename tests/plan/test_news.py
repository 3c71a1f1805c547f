"""What is new in a plan, asked from Python."""

from __future__ import annotations

import datetime as dt

import pytest

import kit
from kit.errors import PlanError
from kit.library.library import Library
from kit.plan.changes import changes
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue


def test_the_same_as_the_handout_says(issued: Plan, library: Library, words: Catalogue) -> None:
    """The sentences of the room, of two versions and of one draft before and after an edit."""
    new = issued.new_version(dt.date(2026, 6, 15)).adjust("i1", hold_s=45).remove("i2").add(library["bridge"])
    told = kit.changes(issued, new, library)
    assert told == changes(resolve(issued, library), resolve(new, library), words)
    assert told == [
        "Stopped: Lying pretzel stretch.",
        f"New: {library['bridge'].patient_name}.",
        "Seated hip stretch: Hold 45 seconds. Do it 2 times on each side.",
    ]
    assert kit.changes(new, new, library) == []


def test_an_issued_version_is_told_by_its_own_exercises(issued: Plan) -> None:
    """A library without them makes no difference to what was issued."""
    assert kit.changes(issued, issued, Library([])) == []


def test_what_are_no_versions_of_one_plan_is_refused(issued: Plan, library: Library) -> None:
    """Another plan, the later version first, and exercises that are not there, all of them at once."""
    other, new = issued.copied("P-002"), issued.new_version(dt.date(2026, 6, 15))
    with pytest.raises(PlanError) as refused:
        kit.changes(issued, other, library)
    assert str(refused.value) == (
        f"changes, old: P-001 ({issued.code}) is another plan than P-002 ({other.code}). Give versions of one plan."
    )
    with pytest.raises(PlanError) as refused:
        kit.changes(new, issued, library)
    assert str(refused.value) == "changes, old: version 2 is later than version 1. Give the earlier version first."
    draft = new.copied("P-003")
    for old, later in ((issued, new), (draft, draft.remove("i1"))):
        with pytest.raises(PlanError) as refused:
            kit.changes(old, later, Library([]))
        assert len(refused.value.faults) == 4
