"""What a note of the version before named, and this version does not."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import OpenFindingsError, issue
from tests.review.cases import START, about, has, patient, plan_of

NEXT = START + dt.timedelta(days=9)


def issued(library: Library, *notes: str, exercise: str = "step_up") -> Plan:
    plan = plan_of(library, exercise, who=patient(unlisted=notes, support=True))
    for finding in check(plan, library):
        if finding.holds:
            plan = answer(plan, finding, "A. Physio", START, "Looked at, and it is something else.")
    return issue(plan, library, "A. Physio", START)


def gone(library: Library, first: Plan, *notes: str, **facts: object) -> list[Finding]:
    found = check(after(first, *notes, **facts), library, on=NEXT, previous=first)
    return [finding for finding in about(found, "noted") if finding.question]


def after(first: Plan, *notes: str, **facts: object) -> Plan:
    draft = first.new_version(NEXT, "Again.", on=NEXT).describe(title="Again")
    changes = {"red_flags_screened": NEXT, "unlisted": notes, **facts}
    return draft.describe(context=draft.context.model_copy(update=changes))


@pytest.mark.parametrize("notes", [(), ("asthma",), ("leg is fine",), ("no history of DVT",)])
def test_a_note_that_named_a_condition_and_is_gone_is_asked_about(library: Library, notes: tuple[str, ...]) -> None:
    """Left out, or reworded into harmless words: at the level that the note had, until somebody says why."""
    first = issued(library, "blood clot in leg", "asthma")
    (found,) = gone(library, first, *notes)
    assert str(found) == (
        "AVOID  plan, conditions: the note “blood clot in leg” of version 1, which may mean “Suspected or untreated deep "
        "vein thrombosis or pulmonary embolism”, is gone. Is it over? Nobody is told of it any more. [design choice (D)] "
        "Put it back, or confirm by name why it is gone."
    )
    draft = after(first, *notes)
    with pytest.raises(OpenFindingsError, match="of version 1, which may mean"):
        issue(draft, library, "A. Physio", NEXT, first)
    told = answer(draft, found, "A. Physio", NEXT, "Treated; the scan in May was clear.")
    second = issue(told, library, "A. Physio", NEXT, first)
    assert gone(library, second) == []


def test_what_the_list_or_another_note_has_is_not_gone(library: Library) -> None:
    """Chosen from the list, one of those that the words may mean; or written otherwise. Each name counts by itself."""
    first = issued(library, "hip replacement", "DVT and torn ACL")
    kept = ("DVT last year", "torn ACL")
    assert gone(library, first, "THR", *kept) == []
    assert gone(library, first, *kept, conditions=(has("tha_anterior", side="left"),)) == []
    assert [f.key.split()[3] for f in gone(library, first, "DVT", "hip replacement")] == ["aclr_early"]
    assert [f.key.split()[3] for f in gone(library, first, "asthma")] == ["dvt_suspected", "tha_posterior"]


def test_a_harmless_note_may_go(library: Library) -> None:
    """It named nothing."""
    assert gone(library, issued(library, "asthma", "no history of DVT", "knee pain")) == []


def test_the_answer_to_a_note_goes_along(library: Library) -> None:
    """For the note as it is written, as the answers to other AVOIDs do; other words are another note."""
    first = issued(library, "stable pacemaker")
    asked = about(check(after(first, "stable pacemaker"), library, on=NEXT, previous=first), "note")
    assert [(f.level, f.holds) for f in asked] == [("AVOID", False)]
    assert asked[0].answered.endswith("carried from version 1)")
    assert issue(after(first, "stable pacemaker"), library, "A. Physio", NEXT, first).issued
    found = check(after(first, "pacemaker"), library, on=NEXT, previous=first)
    other = [f for f in about(found, "note") if f.question]
    assert [(f.level, f.holds) for f in other] == [("AVOID", True)]
