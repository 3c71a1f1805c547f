"""Days and facts of a condition, read so that a slip of typing raises a level and lowers none."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.errors import ContentError, PlanError
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context, TagEnd
from kit.plan.document import from_document, to_document
from kit.plan.plan import Plan
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import Finding
from kit.review.issue import OpenFindingsError, issue
from kit.settings import Settings
from tests.review.cases import EMPTY, START, about, day, has, levels, of_plan, patient, plan_of

DAY = dt.timedelta(days=1)


def refused(**facts: Any) -> str:
    with pytest.raises(ContentError) as told:
        ConditionInForce(condition="nwb", **facts)
    return str(told.value)


def one(found: list[Finding]) -> Finding:
    (finding,) = found
    return finding


# A year that cannot be right


def test_a_year_that_cannot_be_right_is_refused_at_its_field() -> None:
    """With the likely one named: of an end, an onset, the end of a tag, a screen, and at the door of the review."""
    wrong = "the year {} cannot be right. Did you mean {}? Write four digits."
    assert refused(until=dt.date(26, 9, 30)) == f"ConditionInForce, until: {wrong.format('0026', 2026)}"
    assert refused(since=dt.date(26, 5, 20)) == f"ConditionInForce, since: {wrong.format('0026', 2026)}"
    with pytest.raises(ContentError, match="the year 1026 cannot be right. Did you mean 2026"):
        TagEnd(tag="knee_okc_ext", until=dt.date(1026, 7, 1))
    with pytest.raises(ContentError, match="the year 2226 cannot be right. Did you mean 2026"):
        Context(red_flags_screened=dt.date(2226, 6, 1))


def test_a_plan_file_with_such_a_year_is_refused(library: Library) -> None:
    """At each day that a plan file holds; what stands in the plan stays."""
    held = has("nwb", side="left", since="05-20", until="09-30", ends=(TagEnd(tag="stand", until=day("07-01")),))
    plan = plan_of(library, "single_leg_stance", who=patient(held)).pause(day("06-08"), day("06-10"))
    plan = plan.override("AVOID x", "Because.", "A", START).sign_off("STOP x", "B", START, "Cleared by team", "Physio")
    text = to_document(plan)
    places = [
        f'"{name}": "2026-' for name in ("since", "until", "red_flags_screened", "start", "end", "on", "review_on")
    ]
    for place in places:
        assert place in text
        with pytest.raises(ContentError, match="the year 0026 cannot be right. Did you mean 2026"):
            from_document(text.replace(place, place.replace("2026", "0026")), "P-001")
    assert levels(library, plan, "nwb") == [("i1", "AVOID")]


# An end before the beginning


def test_an_end_before_the_beginning_leaves_the_condition_in_force(library: Library) -> None:
    """An ERROR that names both days, and every stage counts."""
    plan = plan_of(
        library,
        ("long_arc_quad", {"sides": "left"}),
        who=patient(has("aclr_early", side="left", since="05-20", until="05-19")),
    )
    assert levels(library, plan, "aclr_early") == [("i1", "AVOID")]
    error = one([f for f in about(check(plan, library), "aclr_early") if f.level == "ERROR"])
    assert error.what == ("ACL reconstruction, first 12 weeks: ends on 19 May 2026, before it began on 20 May 2026.")
    assert error.mend == "Correct one of the two."
    same = plan_of(library, "long_arc_quad", who=patient(has("aclr_early", side="left", since="05-20", until="05-20")))
    assert of_plan(library, same, "aclr_early") == ["ERROR"]


def test_the_end_of_a_tag_lies_after_the_onset_and_names_a_tag_of_the_condition(library: Library) -> None:
    """Else an ERROR, and the condition counts in full."""
    for ends, what in (
        (TagEnd(tag="sh_active", until=day("05-19")), "ends for sh_active on 19 May 2026, before it began on 20 May 2026."),
        (TagEnd(tag="lumbar_flex_end", until=day("07-01")), "has an end for “lumbar_flex_end”, and no rule of this condition has it."),
    ):  # fmt: skip
        held = has("rc_repair", side="right", since="05-20", ends=(ends,))
        plan = plan_of(library, "band_row", who=patient(held))
        error = one([f for f in about(check(plan, library), "rc_repair") if f.level == "ERROR"])
        assert error.what.endswith(what)
        assert levels(library, plan, "rc_repair") == [("i1", "AVOID")]


@pytest.mark.parametrize("condition", [key for key, c in rules().conditions.items() if c.stop])
def test_a_stop_has_no_end_date(library: Library, condition: str) -> None:
    """An end is an ERROR, and the STOP stands, whether that day has passed or not."""
    for until in ("05-01", "2027-05-01"):
        plan = plan_of(library, "bridge", who=patient(has(condition, side="both", region="hip", until=until)))
        found = [f.level for f in about(check(plan, library), condition)]
        assert found[:2] == ["STOP", "ERROR"]
        error = about(check(plan, library), condition)[1]
        assert "A STOP does not end by a date." in error.what
        assert error.mend == "Take it off the list with name, day and reason, or sign it off."


# Over before it was ever in force


def test_a_condition_that_was_over_before_the_plan_asks_whether_its_year_is_right(library: Library) -> None:
    """AVOID and a question at that level; with this year the week is named. Confirmed by name, it is over."""
    held = has("aclr_early", side="left", since="2025-05-25")
    plan = plan_of(library, ("long_arc_quad", {"sides": "left"}), who=patient(held))
    assert levels(library, plan, "aclr_early") == [("i1", "AVOID")]
    question = one([f for f in check(plan, library) if f.question])
    assert (question.level, question.holds) == ("AVOID", True)
    assert question.what == (
        "ACL reconstruction, first 12 weeks: by the date 25 May 2025 its 12 weeks are over. Is the year right? "
        "With 2026 it is week 1."
    )
    confirmed = answer(plan, question, "A. Physio", START, "Operated in May 2025, letter seen.")
    assert levels(library, confirmed, "aclr_early") == [("i1", "INFO")]
    assert not [f for f in check(confirmed, library) if f.question or f.holds]
    told = one(of_topic := [f for f in check(confirmed, library) if "confirmed" in f.key])
    assert "confirmed by A. Physio on 1 June 2026: Operated in May 2025, letter seen." in told.what
    assert len(of_topic) == 1


def test_a_confirmation_covers_the_facts_that_were_confirmed_and_no_others(library: Library) -> None:
    """Another day, another side, an answer of tomorrow or one of 91 days ago: the question is open again."""
    held = has("nwb", side="left", until="2025-09-30")
    plan = plan_of(library, ("single_leg_stance", {"sides": "left"}), who=patient(held))
    question = one([f for f in check(plan, library) if f.question])
    confirmed = answer(plan, question, "A. Physio", START, "Full weight since last autumn.")
    assert levels(library, confirmed, "nwb") == [("i1", "INFO")]
    for other in (has("nwb", side="left", until="2024-09-30"), has("nwb", side="both", until="2025-09-30")):
        moved = confirmed.describe(context=patient(other))
        assert levels(library, moved, "nwb") == [("i1", "AVOID")]
    old = confirmed.describe(start=START + 85 * DAY, review_on=START + 120 * DAY)
    for on, level in ((START - DAY, "AVOID"), (START + 90 * DAY, "INFO"), (START + 91 * DAY, "AVOID")):
        assert levels(library, old, "nwb", on) == [("i1", level)]


def test_what_an_earlier_version_held_in_force_is_simply_over(library: Library) -> None:
    """No question for a condition whose end came while the plan ran."""
    held = has("nwb", side="left", until="06-15")
    first = plan_of(library, ("single_leg_stance", {"sides": "right"}), who=patient(held))
    issued = issue(first, library, "A. Physio", START)
    second = issued.new_version(day("06-29"), on=day("06-10"))
    found = check(second.adjust("i1", sides="left"), library, previous=issued)
    assert [(f.item, f.level) for f in about(found, "nwb")] == [("i1", "INFO")]
    assert not [f for f in found if f.question]
    alone = check(second.adjust("i1", sides="left"), library)
    assert [f.level for f in about(alone, "nwb") if f.question] == ["AVOID"]


def test_a_question_about_what_flags_nothing_is_a_caution_that_holds(library: Library) -> None:
    """Nobody knows whether it will."""
    plan = plan_of(library, "chin_tuck", who=patient(has("nwb", side="left", until="2025-09-30")))
    question = one([f for f in check(plan, library) if f.question])
    assert (question.level, question.holds) == ("CAUTION", True)


# An onset ahead, an end far ahead


def test_an_onset_that_lies_ahead_hides_no_stage(library: Library) -> None:
    """Up to the last day of the plan a CAUTION, after it an ERROR; all rules hold."""
    for since, level, words in (
        ("06-10", "CAUTION", "begins on 10 June 2026, which lies ahead. Is this planned?"),
        ("06-28", "CAUTION", "begins on 28 June 2026, which lies ahead. Is this planned?"),
        ("06-29", "ERROR", "begins on 29 June 2026, after the last day of the plan, 28 June 2026."),
        ("2027-05-20", "ERROR", "begins on 20 May 2027, after the last day of the plan, 28 June 2026."),
    ):
        plan = plan_of(library, "standing_itb_stretch", who=patient(has("tha_posterior", side="left", since=since)))
        assert levels(library, plan, "tha_posterior") == [("i1", "AVOID")]
        told = one(about(check(plan, library), "ahead"))
        assert (told.level, told.what.partition(": ")[2]) == (level, words)
    operated = patient(has("recent_surgery", side="left", region="knee", since="2027-05-20"))
    plan = plan_of(library, "straight_leg_raise", who=operated)
    assert levels(library, plan, "recent_surgery") == [("i1", "AVOID")]
    assert of_plan(library, plan, "recent_surgery") == ["ERROR"]


def test_an_end_more_than_two_years_ahead_asks_whether_its_year_is_right(library: Library) -> None:
    """It holds until it is confirmed, and the condition stays in force either way."""
    for until, asked in (("2028-06-01", False), ("2028-06-02", True)):
        plan = plan_of(library, "step_up", who=patient(has("nwb", side="left", until=until)))
        questions = [f for f in check(plan, library) if f.question]
        assert [f.level for f in questions] == ["CAUTION"] * asked
        assert levels(library, plan, "nwb") == [("i1", "AVOID")]
        if questions:
            plan = answer(plan, questions[0], "A. Physio", START, "The order of the surgeon says so.")
            assert not [f for f in check(plan, library) if f.question]
            assert levels(library, plan, "nwb") == [("i1", "AVOID")]


# Facts that are not given


def test_a_missing_fact_is_read_the_strict_way_and_asked_for(library: Library) -> None:
    """One CAUTION for the condition that names all that is missing."""
    held = has("recent_surgery", side="left", since="05-20")
    plan = plan_of(library, "long_arc_quad", "single_leg_bridge", "step_up", who=patient(held))
    assert levels(library, plan, "recent_surgery") == [(f"i{n}", "AVOID") for n in (1, 2, 3)]
    told = one([f for f in about(check(plan, library), "recent_surgery") if f.item is None])
    assert told.level == "CAUTION"
    assert told.what.endswith("region is not given.")
    assert told.why == "Every exercise is held to the strictest rule until it is."
    nothing = plan_of(library, "chin_tuck", who=patient(has("recent_surgery")))
    told = one([f for f in about(check(nothing, library), "recent_surgery") if f.item is None])
    assert told.what.endswith("side, region and onset are not given.")
    assert told.mend == "Add the side, region and onset."
    step = plan_of(library, ("step_up", {"sides": "left"}), who=patient(has("nwb")))
    assert levels(library, step, "nwb") == [("i1", "AVOID")]
    assert of_plan(library, step, "nwb") == ["CAUTION"]
    assert of_plan(library, plan_of(library, "bridge", who=patient(has("hypermobility"))), "hypermobility") == []


def test_what_each_condition_needs(specification_tables: dict[str, Any]) -> None:
    """Side, region and onset, as the specification lists them."""
    needs = specification_tables["needs"]
    for key, condition in rules().conditions.items():
        sided = condition.scope == "affected" and key not in ("disc_radicular", "extension_intolerant")
        expected = {
            *(["side"] if sided else []),
            *(["region"] if key in needs["region"] else []),
            *(["since"] if key in needs["since"] else []),
        }
        assert set(condition.needs) == expected, key


def test_region_wide_rules_without_a_region_concern_every_exercise(library: Library) -> None:
    """Surgery: strength AVOID and the rest CAUTION. A fracture: STOP for the plan."""
    surgery = patient(has("recent_surgery"))
    found = {e.id: levels(library, plan_of(library, e.id, who=surgery), "recent_surgery")[0][1] for e in library}
    strength = {e.id for e in library if e.category == "strength"}
    assert len(strength) == 23
    assert found == {e.id: "AVOID" if e.id in strength else "CAUTION" for e in library}
    broken = plan_of(library, "walking", who=patient(has("acute_fracture")))
    assert of_plan(library, broken, "acute_fracture") == ["STOP", "CAUTION"]


@pytest.mark.parametrize(
    ("condition", "region", "exercise", "expected"),
    [
        *(
            ("acute_fracture", "wrist_hand", name, "STOP")
            for name in ("wall_pushup_plus", "cat_cow", "bird_dog", "prone_press_up", "band_row", "pendulum")
        ),
        ("acute_fracture", "wrist_hand", "sit_to_stand", None),
        ("acute_fracture", "elbow", "band_row", "STOP"),
        ("acute_fracture", "elbow", "walking", None),
        ("recent_surgery", "elbow", "band_row", "AVOID"),
        ("recent_surgery", "wrist_hand", "wall_pushup_plus", "AVOID"),
        ("recent_surgery", "wrist_hand", "prone_press_up", "CAUTION"),
        ("recent_surgery", "wrist_hand", "bridge", None),
    ],
)
def test_the_added_regions(library: Library, condition: str, region: str, exercise: str, expected: str | None) -> None:
    """Thoracic, elbow and wrist: who loads them is flagged, who does not is left alone."""
    held = has(condition, side="both", region=region, since="05-18")
    assert levels(library, plan_of(library, exercise, who=patient(held)), condition) == (
        [("i1", expected)] if expected else []
    )


# The whole plan is judged


def test_the_highest_level_of_any_day_counts_and_each_change_has_its_date(library: Library) -> None:
    """An end inside the plan, a stage inside the plan, and a plan that lies ahead."""
    ends = plan_of(
        library, ("single_leg_stance", {"sides": "left"}), who=patient(has("nwb", side="left", until="06-15"))
    )
    found = one([f for f in about(check(ends, library), "nwb") if f.item])
    assert found.level == "AVOID"
    assert found.why.startswith("Until 14 June 2026: AVOID. ")
    assert "No rule from 15 June 2026." in found.why
    operated = patient(has("aclr_early", side="left", since="05-25"))
    arc = plan_of(library, ("long_arc_quad", {"sides": "left"}), who=operated)
    found = one([f for f in about(check(arc, library), "aclr_early") if f.item])
    assert found.level == "AVOID"
    assert "From 22 June 2026 (week 4): AVOID. From week 4 only between 90 and 45 degrees" in found.why
    assert "17 August" not in found.why
    ahead = arc.describe(start=day("08-20"), review_on=day("09-10"))
    seen = check(ahead, library, on=START)
    found = one([f for f in about(seen, "aclr_early") if f.item])
    assert found.level == "AVOID"
    assert found.why.startswith("As of today, 1 June 2026 (week 1): AVOID. No open-chain knee extension before week 4.")
    assert [f.level for f in about(seen, "start_after_issue")] == ["CAUTION"]


def test_a_stage_counts_from_its_first_day_up_to_its_last(library: Library) -> None:
    """Weeks 0 to 4 and 4 to 12 after surgery, to the day, for a plan of one day."""
    for weeks, days, expected in (
        (0, 0, {"before week 4"}),
        (4, -1, {"before week 4"}),
        (4, 0, {"From week 4 only"}),
        (12, -1, {"From week 4 only"}),
    ):
        since = START - dt.timedelta(weeks=weeks, days=days)
        plan = plan_of(library, "long_arc_quad", who=patient(has("aclr_early", side="both", since=since.isoformat())))
        found = one([f for f in about(check(plan.describe(review_on=START + DAY), library), "aclr_early") if f.item])
        assert {part for part in ("before week 4", "From week 4 only") if part in found.why} == expected


def test_a_plan_is_read_as_of_its_issue_or_its_start(library: Library, four: Plan) -> None:
    """Without a day given: the same plan gives the same findings, whatever the clock says."""
    assert check(four, library) == check(four, library, on=four.start)
    screened = four.describe(context=patient())
    issued = issue(screened, library, "A. Physio", START - 3 * DAY + 3 * DAY)
    assert check(issued, library) == check(issued, library, on=START)
    with pytest.raises(ContentError, match="check, on: the year 0026 cannot be right"):
        check(four, library, on=dt.date(26, 6, 1))


# The screen


@pytest.mark.parametrize(
    ("screened", "on", "level"),
    [
        ("2026-05-17", "06-01", "ERROR"),
        ("2026-05-18", "06-01", None),
        ("2026-06-02", "06-01", "ERROR"),
        ("2001-01-01", "06-01", "ERROR"),
        (None, "06-01", "CAUTION"),
    ],
)
def test_the_screen_is_at_most_two_weeks_old(
    library: Library, screened: str | None, on: str, level: str | None
) -> None:
    """And not of tomorrow. A draft may be without, and is not issued then."""
    plan = plan_of(library, "chin_tuck", who=patient(red_flags_screened=screened and day(screened)))
    found = about(check(plan, library, on=day(on)), "screen")
    assert [f.level for f in found] == ([level] if level else [])
    if level:
        with pytest.raises(ContentError, match="the red-flag screen is"):
            issue(plan, library, "A. Physio", day(on))
    else:
        assert issue(plan, library, "A. Physio", day(on)).issued


def test_how_old_a_screen_is_is_said(library: Library) -> None:
    """The day, and how many days ago."""
    plan = plan_of(library, "chin_tuck", who=patient(red_flags_screened=day("05-17")))
    found = one(about(check(plan, library), "screen"))
    assert found.what == "the red-flag screen is from 17 May 2026, 15 days ago."
    assert found.mend == "Ask again: it may be 14 days old."


def test_a_new_version_keeps_the_screen_for_two_weeks(library: Library) -> None:
    """Of the day that the version is made; then its day and answers are cleared, and the old version keeps them."""
    issued = issue(plan_of(library, "chin_tuck", who=patient()), library, "A. Physio", START)
    kept = issued.new_version(day("06-29"), on=day("06-10"))
    assert kept.context.red_flags_screened == START
    late = about(check(kept, library, on=day("06-16")), "screen")
    assert [(f.level, f.what) for f in late] == [("ERROR", "the red-flag screen is from 1 June 2026, 15 days ago.")]
    assert issued.new_version(day("06-29"), on=day("06-15")).context.red_flags_screened == START
    cleared = issued.new_version(day("06-29"), on=day("06-16")).context
    assert (cleared.red_flags_screened, cleared.red_flags) == (None, ())
    assert issued.context.red_flags_screened == START


# The days of the plan


@pytest.mark.parametrize(
    ("start", "review", "on", "topic", "level"),
    [
        ("2027-06-01", "2027-06-29", "06-01", "start_after_issue", "ERROR"),
        ("07-15", "08-12", "06-01", "start_after_issue", "CAUTION"),
        ("06-29", "07-20", "06-01", "start_after_issue", None),
        ("04-01", "06-29", "06-01", "start_before_issue", "ERROR"),
        ("05-24", "06-29", "06-01", "start_before_issue", "CAUTION"),
        ("05-25", "06-29", "06-01", "start_before_issue", None),
        ("06-01", "09-01", "06-01", "review_after_start_days", "CAUTION"),
        ("06-01", "08-24", "06-01", "review_after_start_days", None),
        ("06-01", "06-29", "07-01", "over", "ERROR"),
        ("06-01", "06-29", "06-29", "over", "ERROR"),
        ("06-01", "06-29", "06-28", "over", None),
    ],
)
def test_the_days_of_a_plan_and_of_its_issue(
    library: Library, start: str, review: str, on: str, topic: str, level: str | None
) -> None:
    """Too long ago, too far ahead, too long, over: above the limit, and not on it."""
    plan = plan_of(library, "chin_tuck").describe(start=day(start), review_on=day(review))
    assert [f.level for f in about(check(plan, library, on=day(on)), topic)] == ([level] if level else [])


@pytest.mark.parametrize(
    ("start", "end", "level"),
    [
        ("06-01", "06-29", "ERROR"),
        ("1950-03-03", "1950-03-10", "ERROR"),
        ("06-20", "06-30", "ERROR"),
        ("05-31", "06-03", "ERROR"),
        ("06-05", "06-20", "CAUTION"),
        ("06-05", "06-19", None),
    ],
)
def test_a_pause_lies_in_the_plan_and_leaves_some_of_it(
    library: Library, start: str, end: str, level: str | None
) -> None:
    """More than half of the days is much; all of them are too many."""
    plan = plan_of(library, "chin_tuck").pause(day(start), day(end))
    found = [f.level for f in check(plan, library) if f.key.split()[1:3] == ["days", "plan"]]
    assert found == ([level] if level else [])
    with pytest.raises(ContentError, match="not after its start"):
        EMPTY.pause(day("06-10"), day("06-10"))


def test_a_condition_that_is_not_listed_is_kept_and_covers_nothing(library: Library) -> None:
    """As the clinician wrote it, in the plan file too; the reader is told that nothing is checked against it."""
    plan = plan_of(library, "chin_tuck", who=patient(unlisted=("Ehlers-Danlos, vascular",)))
    told = one(about(check(plan, library), "unlisted"))
    assert (told.level, told.what) == ("INFO", "“Ehlers-Danlos, vascular”: no rule covers this.")
    assert json.loads(to_document(plan))["context"]["unlisted"] == ["Ehlers-Danlos, vascular"]


def test_a_condition_that_is_listed_is_no_note(library: Library) -> None:
    """By its key or its name: a note would cover nothing. What else it is called is asked about."""
    for text in ("NWB", "cauda_equina", "Suspected cauda equina or progressing neurological loss"):
        plan = plan_of(library, "chin_tuck", who=patient(unlisted=(text,)))
        errors = [f for f in check(plan, library) if f.level == "ERROR"]
        assert [f.what for f in errors] == [f"“{text}” is a known condition."]
    for text in ("Cauda equina syndrome", "DVT"):
        plan = plan_of(library, "chin_tuck", who=patient(unlisted=(text,)))
        assert [f.level for f in check(plan, library) if f.holds and f.question] == ["AVOID"]


def test_a_condition_that_left_the_list_is_asked_about(library: Library) -> None:
    """It was in force in the version before: a named clinician says that it is over. A STOP is no exception."""
    held = (has("nwb", side="left"), has("gtps", side="right", until="06-20"))
    first = issue(plan_of(library, "chin_tuck", who=patient(*held)), library, "A. Physio", START)
    second = first.new_version(day("06-22"), on=day("06-10")).describe(context=patient(red_flags_screened=day("06-20")))
    found = [f for f in check(second, library, previous=first) if f.question]
    assert [(f.level, f.what) for f in found] == [
        (
            "CAUTION",
            "Non- or partial weight-bearing order (left): in force in version 1, and not named in this one. Is it over?",
        )
    ]
    answered = answer(second, found[0], "A. Physio", day("06-10"), "The surgeon allows full weight.")
    assert not [f for f in check(answered, library, previous=first) if f.holds]


def left(library: Library, exercise: str, gone: ConditionInForce) -> tuple[Plan, Plan, Finding]:
    """Version 1 with a condition, version 2 without it, and what is asked of that."""
    plan = plan_of(library, exercise, who=patient(gone))
    for finding in [f for f in check(plan, library) if f.holds]:
        plan = answer(plan, finding, "B. Chief", START, "MRI clear, spinal team agrees", "Consultant")
    first = issue(plan, library, "A. Physio", START)
    second = first.new_version(day("06-05"), on=day("06-05")).describe(context=patient(red_flags_screened=START))
    return first, second, one([f for f in check(second, library, on=day("06-05"), previous=first) if f.question])


def test_a_question_about_what_left_has_the_level_of_what_it_would_flag(library: Library) -> None:
    """STOP for a STOP; else AVOID where an exercise would be one to avoid, and CAUTION where none would."""
    cases = [
        (has("cauda_equina"), "chin_tuck", "STOP"),
        (has("nwb", side="left"), "step_up", "AVOID"),
        (has("nwb", side="left", until="06-20"), "step_up", "AVOID"),
        (has("nwb", side="left"), "chin_tuck", "CAUTION"),
    ]
    assert [left(library, exercise, gone)[2].level for gone, exercise, _ in cases] == [level for _, _, level in cases]


def test_a_stop_that_left_asks_for_a_sign_off(library: Library) -> None:
    """A reason does not do; it asks for role, ten letters and, where the clinic wants it, a second person."""
    first, second, asked = left(library, "bridge", has("cauda_equina"))
    on = day("06-05")
    assert asked.mend == "Put it back, or sign it off: name, role, reason and day."
    careless = second.override(asked, "x", "A. Physio", on)
    with pytest.raises(OpenFindingsError, match="Is it over"):
        issue(careless, library, "A. Physio", on, first)
    with pytest.raises(PlanError, match="not signed off: it has no role or registration; its reason has 1 letter,"):
        answer(second, asked, "A. Physio", on, "x")
    own = answer(second, asked, "A. Physio", on, "Cleared by the spinal team.", "Physiotherapist")
    clinic = Clinic(settings=Settings(second_person=True))
    with pytest.raises(OpenFindingsError, match="signed off by the same person"):
        issue(own, library, "A. Physio", on, first, clinic=clinic)
    assert issue(own, library, "B. Other", on, first, clinic=clinic).issued


def test_the_version_before_has_to_be_at_hand(library: Library) -> None:
    """Else nobody knows what was lost since: a clinician compares the two, and signs it off as the STOP that it may be."""
    first = issue(plan_of(library, "chin_tuck", who=patient()), library, "A. Physio", START)
    second = first.new_version(day("06-08"))
    found = one([f for f in check(second, library) if f.question])
    assert (found.level, found.what) == ("STOP", "it is version 2, and the version before is not at hand.")
    assert not [f for f in check(second, library, previous=first) if f.question]
    loose = second.model_copy(update={"replaces": None})
    assert [f.question for f in check(loose, library) if "before" in f.key.split()] == [True]
    why = "Compared by hand: nothing rose."
    with pytest.raises(PlanError, match="not signed off: it has no role or registration; its reason has 1 letter,"):
        answer(second, found, "A. Physio", day("06-08"), "x")
    with pytest.raises(OpenFindingsError, match="the version before is not at hand"):
        issue(second.override(found, why, "A. Physio", day("06-08")), library, "A. Physio", day("06-08"))
    compared = answer(second, found, "A. Physio", day("06-08"), why, "Physiotherapist")
    assert issue(compared, library, "A. Physio", day("06-08")).issued
    clinic = Clinic(settings=Settings(second_person=True))
    with pytest.raises(OpenFindingsError, match="signed off by the same person"):
        issue(compared, library, "A. Physio", day("06-08"), clinic=clinic)
    for later in (compared.adjust("i1", reps=9), compared.describe(context=patient(age=49))):
        with pytest.raises(OpenFindingsError, match="the version before is not at hand"):
            issue(later, library, "A. Physio", day("06-08"))
    assert [f.question for f in check(compared.adjust("i1", reps=12), library) if f.holds] == [True]
