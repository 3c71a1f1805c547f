"""The one way to issue, from Python: what is refused, and where it is imported from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

import kit
from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.seal import seal_of
from kit.review.check import findings
from kit.review.issue import OpenFindingsError, issued_before, open_findings

START = dt.date(2026, 6, 1)
READY = Context(red_flags_screened=START)


def told(call: Callable[..., object], *given: object) -> str:
    with pytest.raises(ContentError) as refused:
        call(*given)
    return str(refused.value)


def test_the_front_door_issues(four: Plan, library: Library) -> None:
    """`kit.issue` gives a sealed version in the clinician's name, and leaves the draft as it is."""
    draft = four.describe(context=READY)
    issued = kit.issue(draft, library, "A. Physio", START)
    assert issued.issued is not None
    assert (issued.issued.by, issued.issued.on, issued.seal) == ("A. Physio", START, seal_of(issued))
    assert draft.is_draft


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, "plan P-001 version 1: is issued, and an issued version is never edited. Make a new version first."),
        (
            {"title": "Another"},
            "plan P-001 version 1: it was changed after it was issued. Use the file as it was issued, or make a new "
            "version.",
        ),
        (
            {"issued": None},
            "plan P-001 version 1: an issued plan carries its snapshot, and only an issued one does. Issue it again.",
        ),
        (
            {"issued": None, "snapshot": None},
            "plan P-001 version 1: an issued plan carries its seal, and only an issued one does. Issue it again.",
        ),
    ],
)
def test_what_was_issued_is_not_issued_again(
    four: Plan, library: Library, change: dict[str, object], message: str
) -> None:
    """An issued plan, an altered one, and one that was made to look like a draft are refused."""
    issued = kit.issue(four.describe(context=READY), library, "A. Physio", START)
    assert told(kit.issue, issued.model_copy(update=change), library, "B. Physio", START) == message


def test_a_copy_that_breaks_a_rule_of_plans_is_refused(four: Plan, library: Library) -> None:
    """A copy made past the builder is read like a file: each part of it keeps its rules."""
    first = four.items[0]
    broken = first.model_copy(update={"dose": first.dose.model_copy(update={"reps": 500})})
    copy = four.describe(context=READY).model_copy(update={"items": (broken, *four.items[1:])})
    message = "plan P-001 version 1, items.0.dose.reps: 500 is refused: it must be 100 or less. Correct the value."
    assert told(kit.issue, copy, library, "A. Physio", START) == message


def test_all_that_holds_the_plan_comes_at_once(four: Plan, library: Library) -> None:
    """STOP before ERROR before AVOID, the screen among them, each with its key."""
    held = (ConditionInForce(condition="gtps"), ConditionInForce(condition="cauda_equina"))
    draft = four.describe(context=Context(conditions=held)).adjust("i1", hold_s=0, tempo_s=5)
    with pytest.raises(OpenFindingsError) as refused:
        kit.issue(draft, library, "A. Physio", START)
    levels = [finding.level for finding in refused.value.findings]
    assert levels == ["STOP", "ERROR", "ERROR", "AVOID", "AVOID"]
    assert len({finding.key for finding in refused.value.findings}) == len(refused.value.faults) == 5
    assert list(refused.value.findings) == open_findings(resolve(draft, library), START)
    assert "plan: the red-flag screen is not done. Go through the list and note the day." in str(refused.value)


def test_a_name_is_needed(four: Plan, library: Library) -> None:
    """Nobody's plan is nobody's to answer for."""
    message = "issue, by: “ ” is no name. Write the name of the clinician who issues it."
    assert told(kit.issue, four.describe(context=READY), library, " ", START) == message
    assert told(kit.issue, four.describe(context=READY), library, "-", START) == message.replace(" ”", "-”")


def test_the_version_before_is_the_one_that_is_replaced(four: Plan, library: Library) -> None:
    """Another plan, another version, or one before a first version is refused."""
    screened = four.describe(context=Context(red_flags_screened=four.start))
    one = kit.issue(screened, library, "A. Physio", four.start)
    two = one.new_version(four.start + dt.timedelta(days=7))
    assert kit.issue(two, library, "A. Physio", two.start, previous=one).version == 2
    for plan, before in ((screened, one), (two, screened.copied("P-001")), (two, two)):
        with pytest.raises(ContentError, match=r"is not the version that it replaces\. Give that one, or none\."):
            kit.issue(plan, library, "A. Physio", four.start, previous=before)


def test_the_version_before_is_an_issued_one(four: Plan, library: Library) -> None:
    """A draft of it, or a copy that was changed, never was given out: it is refused, and a check says so."""
    draft = four.describe(context=Context(red_flags_screened=four.start, conditions=({"condition": "nwb"},)))
    one = finalised(resolve(draft, library), "A. Physio", four.start)
    changed = one.model_copy(update={"context": READY})
    two = one.new_version(four.start + dt.timedelta(days=7)).describe(context=READY)
    for before, state in ((draft, "is a draft"), (changed, "was altered since it was issued")):
        assert told(kit.issue, two, library, "A. Physio", two.start, before) == (
            f"plan P-001 version 2: version 1, given as the one before, {state}. Only an issued version was given out. "
            "Give the version as it was issued, or none."
        )
        (stop,) = [f for f in kit.check(two, library, previous=before) if f.level == "STOP"]
        assert (stop.question, stop.holds, stop.what) == (
            True,
            True,
            "it is version 2, and what was given as the version before is not version 1 of it as it was issued.",
        )
    assert not [f for f in kit.check(two, library, previous=one) if f.level == "STOP"]


def test_what_holds_a_plan_is_told_with_its_reason(four: Plan, library: Library) -> None:
    """The level, the place, what and why, and the mend; the screen, which is no finding of the plan, without a level."""
    draft = four.adjust("i1", hold_s=0, tempo_s=5).describe(
        context=Context(red_flags_screened=START + dt.timedelta(days=1))
    )
    assert told(kit.issue, draft, library, "A. Physio", START).splitlines() == [
        "ERROR, i1, Seated hip stretch: 0 s in one hold. A stretch without a hold is no stretch. Set a hold, such as 30 s.",
        "plan: the red-flag screen is dated 2 June 2026, after 1 June 2026. Correct the day of the screen.",
    ]
    with pytest.raises(OpenFindingsError) as refused:
        kit.issue(draft, library, "A. Physio", START)
    assert str(refused.value.findings[-1]).endswith(
        "A plan is issued after a screen for signs of serious disease. [Finucane2020 (V)] Correct the day of the screen."
    )
    assert refused.value.findings[-1].key == "ERROR screen plan"
    same_day = draft.describe(context=READY).adjust("i1", hold_s=30, tempo_s=0)
    assert not open_findings(resolve(same_day, library), START)


def test_the_wrong_version_before_is_named(four: Plan, library: Library) -> None:
    """By its number, label and code."""
    one = kit.issue(four.describe(context=READY), library, "A. Physio", START)
    two = one.new_version(START + dt.timedelta(days=7))
    what = f"version 2 of P-001 ({two.code}) is not the version that it replaces."
    given = told(lambda: kit.issue(two, library, "A. Physio", START, previous=two))
    assert given == f"plan P-001 version 2: {what} Give that one, or none."


def test_by_whom_a_version_was_issued(issued: Plan) -> None:
    """And when, with what may be done."""
    said = "plan P-001: version 1 was issued by A. Physio on 2026-06-01."
    assert str(issued_before(issued)) == f"{said} Use it as it is, or make a new version."
    assert str(issued_before(issued, "Wait.")) == f"{said} Wait."


def test_a_rise_against_the_version_before_is_looked_at(four: Plan, library: Library) -> None:
    """The version before is handed on to the review; what it finds is told and holds nothing."""
    loaded = four.add(library["long_arc_quad"], load_kg=5.0).describe(context=READY)
    one = kit.issue(loaded, library, "A. Physio", START)
    two = resolve(one.new_version(START + dt.timedelta(days=7)).adjust("i5", load_kg=5.6), library)
    assert [f.key.split()[1] for f in findings(two, previous=one) if "load_rise" in f.key] == ["load_rise"]
    assert open_findings(two, two.plan.start, one) == []


def test_a_plan_is_not_issued_without_the_screen(library: Library) -> None:
    """The red-flag screen is part of issuing; all reasons are listed at once."""
    plan = Plan.begin("P-001", START).add(library["supine_figure4_stretch"], reps=30)
    with pytest.raises(OpenFindingsError) as refusal:
        kit.issue(plan, library, "A. Physio", START)
    assert [f.where for f in refusal.value.faults] == ["ERROR, i1, Lying pretzel stretch", "plan"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"version": 3}, "plan P-001 version 3: says that it replaces version 1."),
        ({"version": 2, "replaces": None}, "plan P-001 version 2: says that it replaces none."),
    ],
)
@pytest.mark.parametrize("given", [True, False])
def test_a_version_is_the_one_after_that_which_it_replaces(
    four: Plan, library: Library, change: dict[str, object], says: str, given: bool
) -> None:
    """A number that was edited by hand issues nothing, whether the version before is given or not."""
    one = kit.issue(four.describe(context=READY), library, "A. Physio", START)
    two = one.new_version(START, "Again.").model_copy(update=change)
    with pytest.raises(ContentError) as refused:
        kit.issue(two, library, "A. Physio", START, previous=one if given else None)
    assert str(refused.value) == f"{says} Make the next version from the one that was issued last."


def test_a_later_version_that_calls_itself_the_first_is_not_issued_after_it(four: Plan, library: Library) -> None:
    """Where the version before is given, the pair does not fit."""
    one = kit.issue(four.describe(context=READY), library, "A. Physio", START)
    first = one.new_version(START, "Again.").model_copy(update={"version": 1, "replaces": None})
    with pytest.raises(ContentError, match="is not the version that it replaces"):
        kit.issue(first, library, "A. Physio", START, previous=one)
