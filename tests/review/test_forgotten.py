"""What the version before said of the patient, and this one does not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import OpenFindingsError, issue
from tests.review.cases import START, about, has, levels, patient, plan_of

NEXT = START + dt.timedelta(days=9)
FALLS = has("falls_risk")


def issued(library: Library, *exercises: str, **facts: Any) -> Plan:
    """A first version, with every finding that holds it answered by somebody else than who issues it."""
    plan = plan_of(library, *exercises, who=patient(FALLS, **facts))
    for finding in check(plan, library):
        if finding.level == "STOP":
            plan = plan.sign_off(finding, "B. Doc", START, "Seen and cleared today.", "Consultant")
        elif finding.holds:
            plan = plan.override(finding, "Right for this patient.", "B. Doc", START)
    return issue(plan, library, "A. Physio", START)


def after(first: Plan, **facts: Any) -> Plan:
    """The version after it, with facts of the patient changed; the screen is done again."""
    draft = first.new_version(NEXT)
    return draft.describe(context=draft.context.model_copy(update={"red_flags_screened": NEXT, **facts}))


def gone(library: Library, first: Plan, **facts: Any) -> list[Finding]:
    found = check(after(first, **facts), library, on=NEXT, previous=first)
    return [finding for finding in found if {"gone", "red_flag_gone"} & {*finding.key.split()}]


@pytest.mark.parametrize("screened", [START, NEXT])
def test_a_red_flag_that_is_gone_holds_the_plan_as_a_stop(library: Library, screened: dt.date) -> None:
    """Whether the screen was done again or not, until somebody signs off why it is gone."""
    first = issued(library, "bridge", support=True, red_flags=("septic_joint", "fever"))
    assert gone(library, first) == []
    (found,) = gone(library, first, red_flags=("fever",), red_flags_screened=screened)
    assert (found.level, found.holds) == ("STOP", True)
    assert found.what == (
        "A red flag that is not resolved: “septic_joint” was answered yes in version 1, and is no longer among the "
        "answers."
    )
    assert found.mend == "Put it back, or sign off why it is gone: name, role, reason and day."
    draft = after(first, red_flags=(), red_flags_screened=screened)
    for finding in check(draft, library, on=NEXT, previous=first):
        if finding.level == "STOP":
            with pytest.raises(OpenFindingsError, match="septic_joint|fever"):
                issue(draft, library, "A. Physio", NEXT, first)
            draft = draft.sign_off(finding, "B. Doc", NEXT, "Joint was aspirated: clear.", "Consultant")
    second = issue(draft, library, "A. Physio", NEXT, first)
    assert len(second.sign_offs) == 2
    assert not about(check(second.new_version(NEXT, "Again."), library, on=NEXT, previous=second), "red_flag_gone")


@pytest.mark.parametrize(
    ("facts", "left", "told"),
    [
        ({"age": 82}, {"age": None}, "the age is not said any more. In version 1: 82."),
        (
            {"support": False},
            {"support": None},
            "whether a fixed support is at hand is not said any more. In version 1: none.",
        ),
        (
            {"gets_off_floor": "no"},
            {"gets_off_floor": None},
            "the way up again is not said any more. In version 1: the patient does not get up from the floor.",
        ),
        (
            {"gets_off_floor": "with_help"},
            {"gets_off_floor": "unknown"},
            "the way up again is not said any more. In version 1: with help.",
        ),
    ],
)
def test_a_fact_that_is_gone_counts_as_it_stood(
    library: Library, facts: dict[str, Any], left: dict[str, Any], told: str
) -> None:
    """The levels are those of the version before; it is told, and asked about by name before the issue."""
    first = issued(library, "cat_cow", "tandem_stance", **{"support": True, **facts})
    (found,) = gone(library, first, **left)
    assert (found.level, found.question, found.what) == ("CAUTION", True, told)
    draft = after(first, **left)
    with pytest.raises(OpenFindingsError, match="is not said any more"):
        issue(draft, library, "A. Physio", NEXT, first)
    kept = check(after(first), library, on=NEXT, previous=first)
    now = [f for f in check(draft, library, on=NEXT, previous=first) if f != found and "gone" not in f.key]
    assert [(f.key, f.level) for f in now] == [(f.key, f.level) for f in kept]


def test_a_fact_that_eases_is_not_recalled(library: Library) -> None:
    """A support, and a patient who gets up: what is not said again is not known again."""
    first = issued(library, "cat_cow", "tandem_stance", support=True, gets_off_floor="yes")
    draft = after(first, support=None, gets_off_floor=None)
    assert gone(library, first, support=None, gets_off_floor=None) == []
    told = {f.key.split()[1] for f in check(draft, library, on=NEXT, previous=first)}
    assert {"question", "floor"} <= told


def test_a_fact_that_changed_is_another_fact(library: Library) -> None:
    """Said is said; nothing is gone of what is told anew, nor of a fact that was never told."""
    first = issued(library, "tandem_stance", support=False, gets_off_floor="no")
    assert gone(library, first, age=28, support=True, gets_off_floor="yes") == []
    draft = after(first, support=True)
    assert levels(library, draft, "falls_risk", NEXT) == [("i1", "CAUTION")]
    unsaid = issued(library, "bridge", age=None, support=True)
    assert gone(library, unsaid) == []


def aged(library: Library, first: Plan, on: dt.date = NEXT, **facts: Any) -> list[Finding]:
    return about(check(after(first, **facts), library, on=on, previous=first), "aged")


@pytest.mark.parametrize(("then", "now"), [(82, 28), (82, 60), (70, 7), (66, 65), (28, 82), (50, 52)])
def test_an_age_that_cannot_have_become_the_other_is_asked_about(library: Library, then: int, now: int) -> None:
    """Lower, or higher by more than the years between and one: by name; the plan is judged by the older of the two."""
    first = issued(library, "cat_cow", "tandem_stance", support=True, age=then)
    (found,) = aged(library, first, age=now)
    assert str(found) == (
        f"CAUTION  plan, patient: the age is {now}, and in version 1 it was {then}. Which of the two is right? Less time "
        f"has passed between the two. The plan is judged by the stricter one, {max(then, now)}. [design choice (D)] "
        "Correct it, or confirm by name which one is right."
    )
    draft = after(first, age=now)
    with pytest.raises(OpenFindingsError, match="Which of the two is right"):
        issue(draft, library, "A. Physio", NEXT, first)
    older = check(after(first, age=max(then, now)), library, on=NEXT, previous=first)
    told = [(f.key, f.level) for f in check(draft, library, on=NEXT, previous=first) if "aged" not in f.key]
    assert told == [(f.key, f.level) for f in older if "aged" not in f.key]


def test_a_birthday_is_no_slip(library: Library) -> None:
    """One year is always allowed, and one more with each year between the issues; a fact that was never told is none."""
    first = issued(library, "bridge", support=True)
    assert [aged(library, first, age=age) for age in (50, 51)] == [[], []]
    later = START.replace(year=START.year + 2)
    assert aged(library, first, later, age=53) == []
    assert len(aged(library, first, later - dt.timedelta(days=1), age=53)) == 1
    unsaid = issued(library, "bridge", support=True, age=None)
    assert aged(library, unsaid, age=7) == []
