"""A correction corrects something: it is not issued as a copy of the sheet that it has the patient throw away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import OpenFindingsError, issue
from tests.review.cases import START, about, patient, plan_of

LATER = START + dt.timedelta(days=7)
Edit = Callable[[Plan], Plan]


@pytest.fixture(scope="module")
def first(library: Library) -> Plan:
    plan = plan_of(library, "clamshell", "side_lying_hip_abduction", who=patient())
    for finding in check(plan, library):
        if finding.holds:
            plan = plan.override(finding, "Right for this patient.", "B. Doc", START)
    return issue(plan, library, "A. Physio", START)


def told(library: Library, first: Plan, draft: Plan, on: dt.date = START) -> list[Finding]:
    return about(check(draft, library, on=on, previous=first), "correction")


@pytest.mark.parametrize(
    ("reason", "unchanged", "mend"),
    [
        ("Wrong side", "every side", "Set the side that was wrong"),
        ("wrong dose.", "every dose and every day of exercise", "Set the dose that was wrong"),
        ("Wrong exercise", "every exercise", "Take the wrong exercise out, or put the right one in"),
        ("The print was pale", "all of it", "Change what was wrong"),
    ],
)
@pytest.mark.parametrize("start", [START, LATER])
def test_a_correction_of_nothing_is_not_issued(
    library: Library, first: Plan, reason: str, unchanged: str, mend: str, start: dt.date
) -> None:
    """On the same day and a week later, when the new version starts by itself on that day. The message is whole."""
    draft = first.new_version(start, reason, on=start)
    with pytest.raises(OpenFindingsError) as refused:
        issue(draft, library, "A. Physio", start, first)
    (found,) = (one for one in refused.value.findings if "correction" in one.key.split())
    assert (found.level, found.what, found.why, found.mend) == (
        "ERROR",
        f"it corrects version 1 (“{reason.rstrip('.')}”), and nothing is changed: {unchanged} is as it was.",
        "Its sheet tells the patient to throw the older one away.",
        f"{mend}, or leave version 1 in force.",
    )


@pytest.mark.parametrize(
    "edit",
    [
        lambda plan: plan.adjust("i1", reps=5),
        lambda plan: plan.adjust("i1", sides="left"),
        lambda plan: plan.remove("i2"),
        lambda plan: plan.move("i2", 0),
        lambda plan: plan.adjust("i1", note="Slowly."),
        lambda plan: plan.describe(title="Hip"),
        lambda plan: plan.describe(start=LATER),
        lambda plan: plan.describe(review_on=START + dt.timedelta(days=21)),
        lambda plan: plan.pause(START + dt.timedelta(days=2), START + dt.timedelta(days=3)),
        lambda plan: plan.describe(context=plan.context.model_copy(update={"age": 51})),
        lambda plan: plan.describe(activities=("climb stairs",)),
    ],
)
def test_whatever_is_changed_makes_it_one(library: Library, first: Plan, edit: Edit) -> None:
    """In words of her own, any change counts, and undone again none does."""
    draft = first.new_version(START, "As she asked.")
    assert [one.level for one in told(library, first, draft)] == ["ERROR"]
    assert told(library, first, edit(draft)) == []


@pytest.mark.parametrize(
    ("reason", "kept", "other"),
    [
        ("Wrong side", lambda plan: plan.adjust("i1", sides="left"), lambda plan: plan.adjust("i1", reps=5)),
        ("Wrong dose", lambda plan: plan.adjust("i1", reps=5), lambda plan: plan.remove("i2")),
        ("Wrong exercise", lambda plan: plan.remove("i2"), lambda plan: plan.adjust("i1", sides="left")),
    ],
)
def test_what_the_reason_promises_is_looked_for(
    library: Library, first: Plan, reason: str, kept: Edit, other: Edit
) -> None:
    """Something else that was changed is said, and holds nothing: she may have meant it."""
    draft = first.new_version(START, reason)
    assert told(library, first, kept(draft)) == []
    (found,) = told(library, first, other(draft))
    assert (found.level, found.holds) == ("CAUTION", False)
    assert found.what.endswith("is as it was; something else is changed.")


def test_a_version_that_follows_is_no_correction(library: Library, first: Plan) -> None:
    """Without a reason, or from a day after its issue, it may be a copy: the plan goes on."""
    assert told(library, first, first.new_version(LATER, on=LATER), LATER) == []
    assert told(library, first, first.new_version(LATER, "It goes well.", on=START)) == []


def test_a_screen_or_an_answer_is_no_change(library: Library, first: Plan) -> None:
    """What the patient never reads corrects no sheet."""
    draft = first.new_version(START, "Wrong dose")
    draft = draft.describe(context=draft.context.model_copy(update={"red_flags_screened": None}))
    draft = draft.override("CAUTION of something", "Right for this patient.", "B. Doc", START)
    assert [one.level for one in told(library, first, draft)] == ["ERROR"]
