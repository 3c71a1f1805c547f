"""Limits, fit, completeness, answers, and issuing."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import PlanError
from kit.library.dose import Dose
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.reporting import Reporting
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.review.answers import answer
from kit.review.check import check
from kit.review.completeness import cert, fitt_vp
from kit.review.finding import Finding, Level
from kit.review.fit import busiest_day_s
from kit.review.issue import issue
from kit.review.limits import OF_ITEM, OF_PLAN, called

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", start=START)
SCREENED = Context(red_flags_screened=START)


def keys(library: Library, plan: Plan, *, on: dt.date | None = None, previous: Plan | None = None) -> set[str]:
    """Limit and level of each finding: "stretch_hold_long CAUTION"."""
    return {f"{f.key.split()[1]} {f.level}" for f in check(plan, library, on=on, previous=previous)}


@pytest.mark.parametrize(
    ("exercise", "changes", "expected"),
    [
        ("supine_figure4_stretch", {"hold_s": 0, "tempo_s": 5}, "stretch_hold_missing ERROR"),
        ("supine_figure4_stretch", {"hold_s": 9}, "stretch_hold_short CAUTION"),
        ("supine_figure4_stretch", {"hold_s": 61}, "stretch_hold_long CAUTION"),
        ("supine_figure4_stretch", {"hold_s": 45}, "stretch_hold_over_30 INFO"),
        ("supine_figure4_stretch", {"reps": 21}, "stretch_reps_impossible ERROR"),
        ("supine_figure4_stretch", {"reps": 6}, "stretch_reps_many CAUTION"),
        ("supine_figure4_stretch", {"reps": 1}, "stretch_reps_one INFO"),
        ("supine_figure4_stretch", {"reps": 1}, "stretch_session_short CAUTION"),
        ("supine_figure4_stretch", {"reps": 5, "hold_s": 50}, "stretch_session_long CAUTION"),
        ("supine_figure4_stretch", {"reps": 3}, "stretch_week_long INFO"),
        ("supine_figure4_stretch", {"schedule": Schedule(days_a_week=1)}, "stretch_days_one CAUTION"),
        ("supine_figure4_stretch", {"schedule": Schedule(days_a_week=4)}, "stretch_days_few INFO"),
        ("supine_figure4_stretch", {"schedule": Schedule(days_a_week=7, times_a_day=4)}, "times_many CAUTION"),
        ("bridge", {"sets": 5}, "strength_sets_many CAUTION"),
        ("bridge", {"sets": 1}, "strength_sets_one INFO"),
        ("bridge", {"reps": 4}, "strength_reps_few CAUTION"),
        ("bridge", {"reps": 16}, "strength_reps_many INFO"),
        ("bridge", {"reps": 31}, "strength_reps_very_many CAUTION"),
        ("side_bridge_knees", {"hold_s": 181}, "hold_effort_impossible ERROR"),
        ("side_bridge_knees", {"hold_s": 46}, "hold_effort_long CAUTION"),
        ("bridge", {"rest_set_s": 29}, "rest_set_short CAUTION"),
        ("bridge", {"rest_set_s": 301}, "rest_set_long CAUTION"),
        ("bridge", {"rest_set_s": 90, "effort_target": 8}, "rest_set_effort INFO"),
        ("bridge", {"effort_target": 6, "schedule": Schedule(days_a_week=5)}, "strength_days_many CAUTION"),
        ("bridge", {"effort_target": 9}, "effort_very_high CAUTION"),
        ("bridge", {"effort_target": 4}, "effort_low INFO"),
        ("single_leg_stance", {"hold_s": 121}, "balance_hold_impossible ERROR"),
        ("single_leg_stance", {"hold_s": 61}, "balance_hold_long CAUTION"),
    ],
)
def test_each_limit_speaks_just_beyond_its_value(
    library: Library, exercise: str, changes: ItemChanges, expected: str
) -> None:
    """Each row of the table of limits is found at the first value beyond it, and not at the default dose."""
    assert expected not in keys(library, EMPTY.add(library[exercise]))
    assert expected in keys(library, EMPTY.add(library[exercise], **changes))


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (17, "age_young CAUTION"),
        (18, None),
        (64, None),
        (65, "age_old INFO"),
        (79, "age_old INFO"),
        (80, "age_very_old CAUTION"),
    ],
)
def test_ages_at_their_limits(library: Library, age: int, expected: str | None) -> None:
    """Under 18 and from 80: check the protocol; from 65 a hint."""
    found = keys(library, EMPTY.add(library["bridge"]).describe(context=Context(age=age)))
    assert {k for k in found if k.startswith("age_")} == ({expected} if expected else set())


def test_limits_that_need_a_circumstance(library: Library) -> None:
    """Short holds matter from 65 on; long efforts with hypertension; a steep load only against the version before."""
    short = EMPTY.add(library["supine_figure4_stretch"], hold_s=20, reps=3)
    assert "stretch_hold_older CAUTION" not in keys(library, short)
    assert "stretch_hold_older CAUTION" in keys(library, short.describe(context=Context(age=65)))
    long = EMPTY.add(library["side_bridge_knees"], hold_s=11)
    held = Context(conditions=(ConditionInForce(condition="hypertension"),))
    assert "hold_effort_pressure CAUTION" not in keys(library, long)
    assert "hold_effort_pressure CAUTION" in keys(library, long.describe(context=held))
    old, new = (EMPTY.add(library["long_arc_quad"], load_kg=kg) for kg in (5.0, 5.6))
    assert "load_rise CAUTION" in keys(library, new, previous=old)
    assert "load_rise CAUTION" not in keys(library, EMPTY.add(library["long_arc_quad"], load_kg=5.5), previous=old)


def test_a_limit_holds_up_to_the_last_day_of_its_condition(library: Library) -> None:
    """`until` is the first day without it, and the day of the check decides, not the start of the plan."""
    end = START + dt.timedelta(days=10)
    held = Context(conditions=(ConditionInForce(condition="hypertension", until=end),))
    plan = EMPTY.add(library["side_bridge_knees"], hold_s=11).describe(context=held)
    assert "hold_effort_pressure CAUTION" in keys(library, plan, on=end - dt.timedelta(days=1))
    assert "hold_effort_pressure CAUTION" not in keys(library, plan, on=end)


def test_one_set_has_no_rest_between_sets(library: Library) -> None:
    """A rest that is never taken breaks no limit."""
    assert "rest_set_short CAUTION" in keys(library, EMPTY.add(library["bridge"], sets=2, rest_set_s=29))
    assert "rest_set_short CAUTION" not in keys(library, EMPTY.add(library["bridge"], sets=1, rest_set_s=29))


def test_low_load_strength_may_be_done_daily(library: Library) -> None:
    """Quad sets and the three trunk exercises are exempt from the 48-hour rule."""
    every_day = Schedule(days_a_week=7)
    for exempt in ("quad_set", "bird_dog", "side_bridge_knees", "curl_up"):
        assert "strength_days_many CAUTION" not in keys(
            library, EMPTY.add(library[exempt], effort_target=7, schedule=every_day)
        )


@pytest.mark.parametrize(
    ("count", "expected"),
    [(3, None), (4, "exercises_some INFO"), (6, "exercises_some INFO"), (7, "exercises_many CAUTION")],
)
def test_many_exercises_are_never_an_error(library: Library, count: int, expected: str | None) -> None:
    """INFO from 4, CAUTION above 6: the evidence is small and mixed."""
    plan = EMPTY
    for exercise in list(library)[:count]:
        plan = plan.add(exercise)
    assert {k for k in keys(library, plan) if k.startswith("exercises_")} == ({expected} if expected else set())


def test_every_default_dose_is_within_the_limits(library: Library) -> None:
    """No exercise of the library, planned as it comes, breaks a limit of level ERROR or CAUTION."""
    for exercise in library:
        found = [str(f) for f in check(EMPTY.add(exercise).describe(context=SCREENED), library) if f.level != "INFO"]
        assert found == []


def test_the_literal_dose_of_the_article_is_questioned(library: Library) -> None:
    """One hold of 30 s is less than 60 s in a session."""
    assert "stretch_session_short CAUTION" in keys(library, EMPTY.add(library["standing_itb_stretch"], reps=1))


def test_minutes_count_the_fullest_day(library: Library) -> None:
    """Fixed weekdays add up by day; days that the patient picks may all meet; sessions a day multiply."""
    monday = Schedule(weekdays=("mon",))
    twice = Schedule(days_a_week=3, times_a_day=2)
    plan = EMPTY.add(library["clamshell"], schedule=monday).add(library["bridge"], schedule=twice)
    plan = plan.add(library["bird_dog"], schedule=Schedule(weekdays=("tue",)))
    assert busiest_day_s(plan) == 325 + 2 * 195
    assert "minutes CAUTION" in keys(library, plan.describe(context=Context(minutes_a_day=11)))
    assert "minutes CAUTION" not in keys(library, plan.describe(context=Context(minutes_a_day=12)))


def test_exactly_the_minutes_of_the_day_fit(library: Library) -> None:
    """13 minutes fit into 13, and not into 12."""
    plan = EMPTY.add(library["bridge"], schedule=Schedule(days_a_week=3, times_a_day=4))
    assert busiest_day_s(plan) == 13 * 60
    assert "minutes CAUTION" not in keys(library, plan.describe(context=Context(minutes_a_day=13)))
    assert "minutes CAUTION" in keys(library, plan.describe(context=Context(minutes_a_day=12)))


def test_equipment_is_compared_only_where_a_list_is_given(library: Library) -> None:
    """A missing thing is a CAUTION; optional things and an empty list are none."""
    plan = EMPTY.add(library["supine_figure4_stretch"])
    assert "equipment CAUTION" not in keys(library, plan)
    assert "equipment CAUTION" in keys(library, plan.describe(context=Context(equipment=("chair",))))
    assert "equipment CAUTION" not in keys(library, plan.describe(context=Context(equipment=("yoga mat",))))


def test_the_same_exercise_twice_is_told_only_where_it_meets(library: Library) -> None:
    """Left once and right once is no double; other days are none either."""
    stretch = library["supine_figure4_stretch"]
    assert "twice CAUTION" in keys(library, EMPTY.add(stretch).add(stretch))
    assert "twice CAUTION" not in keys(library, EMPTY.add(stretch, sides="left").add(stretch, sides="right"))
    days = [Schedule(weekdays=(d,)) for d in ("mon", "tue")]
    assert "twice CAUTION" not in keys(library, EMPTY.add(stretch, schedule=days[0]).add(stretch, schedule=days[1]))


def test_what_cannot_be_checked_is_an_error_and_raises_nothing(library: Library) -> None:
    """Unknown exercises and conditions, and an empty plan, are findings with the nearest name."""
    unknown = EMPTY.add(library["bridge"].model_copy(update={"id": "brigde"}))
    unknown = unknown.describe(context=Context(conditions=(ConditionInForce(condition="gtsp"),)))
    errors = [str(f) for f in check(unknown, library) if f.level == "ERROR"]
    assert len(errors) == 2
    assert "Did you mean “bridge”?" in errors[0]
    assert "Did you mean “gtps”?" in errors[1]
    assert next(f.level for f in check(EMPTY, library)) == "ERROR"


@given(data=st.data())
def test_check_never_raises_on_content(library: Library, data: st.DataObject) -> None:
    """Any legal dose, context and mix of exercises gives findings, never an exception; keys name them one by one."""
    plan = EMPTY
    for exercise in data.draw(st.lists(st.sampled_from(list(library)), min_size=1, max_size=4)):
        dose = data.draw(
            st.builds(
                Dose,
                sets=st.integers(1, 10),
                reps=st.integers(1, 100),
                hold_s=st.integers(0, 300),
                tempo_s=st.integers(1, 60),
                rest_set_s=st.integers(0, 600),
                effort_target=st.none() | st.integers(0, 10),
                load_kg=st.none() | st.floats(0, 500),
            )
        )
        plan = plan.add(exercise).adjust(
            f"i{len(plan.items) + 1}", **(dose.model_dump() if exercise.dose.duration_s is None else {})
        )
    context = data.draw(
        st.builds(
            Context,
            age=st.none() | st.integers(0, 120),
            conditions=st.lists(
                st.builds(
                    ConditionInForce,
                    condition=st.sampled_from(["gtps", "tka", "acute_fracture", "nwb", "nonsense"]),
                    side=st.sampled_from([None, "left", "right", "both"]),
                    region=st.sampled_from([None, "hip", "neck"]),
                    until=st.none() | st.dates(),
                    since=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)),
                ),
                max_size=3,
            ).map(tuple),
            support=st.sampled_from([None, True, False]),
        )
    )
    found = check(plan.describe(context=context), library)
    assert all(f.where and f.what and f.why and f.source and f.mend for f in found)


# Answers and issuing


@pytest.fixture
def avoided(library: Library) -> Plan:
    """A plan with one AVOID: the standing stretch in gluteal tendinopathy."""
    held = (ConditionInForce(condition="gtps"),)
    return EMPTY.add(library["standing_itb_stretch"]).describe(
        context=Context(conditions=held, red_flags_screened=START)
    )


def the(level: Level, plan: Plan, library: Library) -> Finding:
    return next(f for f in check(plan, library) if f.level == level)


def test_an_avoid_holds_until_a_reason_is_written(library: Library, avoided: Plan) -> None:
    """Issuing says what holds it; with a reason it goes, and the reason stays in the version."""
    with pytest.raises(PlanError, match="Gluteal tendinopathy"):
        issue(avoided, library, "A. Physio", START)
    with pytest.raises(PlanError, match="Write why this exercise is right"):
        answer(avoided, the("AVOID", avoided, library), "A. Physio", START)
    plan = answer(avoided, the("AVOID", avoided, library), "A. Physio", START, "Pain-free and improving.")
    issued = issue(plan, library, "A. Physio", START)
    assert issued.overrides[0].reason == "Pain-free and improving."
    assert "Pain-free and improving. (A. Physio, 2026-06-01)" in the("AVOID", issued, library).answered


def test_an_answer_covers_only_what_was_answered(library: Library, avoided: Plan) -> None:
    """Another exercise in the same place, or a new level, asks again; the old answer is told as no longer needed."""
    plan = answer(avoided, the("AVOID", avoided, library), "A. Physio", START, "Improving.")
    other = plan.remove("i1").add(library["supine_leg_crossover"])
    assert the("AVOID", other, library).holds
    assert any("no longer needed" in f.what for f in check(other, library))


def test_a_stop_needs_a_name(library: Library) -> None:
    """A STOP is signed off by name; without one it holds."""
    plan = EMPTY.add(library["bridge"]).describe(context=Context(red_flags=("Hip",), red_flags_screened=START))
    stop = the("STOP", plan, library)
    with pytest.raises(PlanError, match="Write the name of the clinician"):
        answer(plan, stop, " ", START)
    signed = answer(plan, stop, "B. Physio", START)
    assert issue(signed, library, "B. Physio", START).sign_offs[0].by == "B. Physio"
    more = signed.describe(context=Context(red_flags=("Hip", "Cauda equina"), red_flags_screened=START))
    assert the("STOP", more, library).holds


def test_an_error_has_no_answer(library: Library) -> None:
    """An ERROR is mended, never overridden."""
    plan = EMPTY.add(library["supine_figure4_stretch"], reps=30)
    with pytest.raises(PlanError, match="ERROR has no answer"):
        answer(plan, the("ERROR", plan, library), "A. Physio", START, "I want it.")


def test_a_plan_is_not_issued_without_the_screen(library: Library) -> None:
    """The red-flag screen is part of issuing; all reasons are listed at once."""
    plan = EMPTY.add(library["supine_figure4_stretch"], reps=30)
    with pytest.raises(PlanError) as refusal:
        issue(plan, library, "A. Physio", START)
    assert [f.where for f in refusal.value.faults] == ["ERROR, i1, Lying pretzel stretch", "plan"]


# Completeness


def test_a_plan_that_says_everything_scores_all_of_cert(library: Library) -> None:
    """18 entries of 16 items; each field that is filled in raises the score by what it stands for."""
    plan = EMPTY.add(library["bridge"], effort_target=6)
    bare = cert(resolve(plan, library))
    about = Reporting(
        provider="A. Physio, BSc",
        progression_rule="When easy.",
        advice="none",
        tailoring="tailored",
        tailored_how="By pain.",
        start_rule="8 repetitions with 2 to spare.",
    )
    full = plan.describe(reporting=about, context=Context(goal="Stairs."), review_on=START + dt.timedelta(days=28))
    assert (bare.said, len(bare.entries)) == (10, 18)
    assert cert(resolve(full, library)).missing == ()
    assert fitt_vp(resolve(full, library)).missing == ()
    assert [e.number for e in fitt_vp(resolve(plan, library)).missing] == ["P", "P"]
    assert cert(resolve(EMPTY, library)).said < bare.said


def test_a_review_date_or_a_version_before_says_how_a_plan_progresses(library: Library, issued: Plan) -> None:
    """CERT 7b: either is enough, and with neither it is missing."""
    bare = EMPTY.add(library["bridge"])
    dated = bare.describe(review_on=START + dt.timedelta(days=28))
    second = issued.new_version(START + dt.timedelta(days=7))
    missing = [{entry.number for entry in cert(resolve(plan, library)).missing} for plan in (bare, dated, second)]
    assert second.review_on is None
    assert ["7b" in numbers for numbers in missing] == [True, False, False]


def test_strength_without_an_intensity_is_incomplete(library: Library) -> None:
    """A strength exercise needs an effort, a load or a band; a stretch carries its light pull."""
    plan = EMPTY.add(library["bridge"]).add(library["supine_figure4_stretch"])
    assert [e.name for e in fitt_vp(resolve(plan, library)).missing if e.number == "I"] == [
        f"i1, {library['bridge'].patient_name}: intensity"
    ]


def test_a_sign_off_covers_no_flag_that_was_ticked_later(library: Library) -> None:
    """Also with so many flags that their names fill a line: one more asks again."""
    flags = tuple(f"A sign of serious disease, number {n}" for n in range(20))
    plan = EMPTY.add(library["bridge"]).describe(context=Context(red_flags=flags, red_flags_screened=START))
    signed = answer(plan, the("STOP", plan, library), "B. Physio", START)
    assert not the("STOP", signed, library).holds
    more = signed.describe(context=Context(red_flags=(*flags, "One more"), red_flags_screened=START))
    assert the("STOP", more, library).holds


def test_one_answer_for_one_side_and_region(library: Library) -> None:
    """The same condition on both sides, entered twice, is two findings with two answers."""
    held = tuple(ConditionInForce(condition="gtps", side=side) for side in ("left", "right"))
    plan = EMPTY.add(library["standing_itb_stretch"]).describe(
        context=Context(conditions=held, red_flags_screened=START)
    )
    first, second = (f for f in check(plan, library) if f.level == "AVOID")
    assert first.key != second.key
    plan = answer(plan, first, "A. Physio", START, "Improving.")
    assert [f.holds for f in check(plan, library) if f.level == "AVOID"] == [False, True]


def test_an_answer_ends_where_what_was_judged_changes(library: Library) -> None:
    """The other side, another stage of weeks, or a second fracture asks for an answer of its own."""
    right = EMPTY.add(library["standing_itb_stretch"], sides="right").describe(
        context=Context(
            conditions=(ConditionInForce(condition="abductor_repair", side="left"),), red_flags_screened=START
        )
    )
    plan = answer(right, the("AVOID", right, library), "A. Physio", START, "Weight is allowed.")
    assert the("AVOID", plan.adjust("i1", sides="left"), library).holds
    held = ConditionInForce(condition="aclr_early", since=START - dt.timedelta(weeks=6))
    arc = EMPTY.add(library["long_arc_quad"]).describe(context=Context(conditions=(held,), red_flags_screened=START))
    plan = answer(arc, the("AVOID", arc, library), "A. Physio", START, "Keeps to 90-45.")
    sooner = held.model_copy(update={"since": START - dt.timedelta(weeks=1)})
    assert the("AVOID", plan.describe(context=Context(conditions=(sooner,), red_flags_screened=START)), library).holds
    for first, second in [
        ("acute_fracture", {"side": "right", "region": "hip"}),
        ("hot_joint", {"side": "right", "region": "hip"}),
    ]:
        one = ConditionInForce(condition=first, side="left", region="knee")
        plan = EMPTY.add(library["sit_to_stand"]).describe(context=Context(conditions=(one,), red_flags_screened=START))
        plan = answer(plan, the("STOP", plan, library), "A. Physio", START)
        other = ConditionInForce(condition=first, **second)
        more = plan.describe(context=Context(conditions=(one, other), red_flags_screened=START))
        assert any(f.holds for f in check(more, library) if f.level == "STOP")


def test_timed_stretches_and_split_weeks_are_counted_as_they_are(library: Library) -> None:
    """A stretch of 20 minutes is an ERROR as any hold is; two long days are no long session; 7.0 to 7.7 kg is 10 %."""
    timed = EMPTY.add(library["gastroc_stretch"], duration_s=1200, hold_s=0, reps=1)
    assert {"stretch_hold_impossible ERROR", "stretch_session_long CAUTION"} <= keys(library, timed)
    week = EMPTY
    for day in ("mon", "tue"):
        week = week.add(library["walking"], duration_s=6000, schedule=Schedule(weekdays=(day,)))
    assert "session_impossible ERROR" not in keys(library, week)
    old, new = (EMPTY.add(library["long_arc_quad"], load_kg=kg) for kg in (7.0, 7.7))
    assert "load_rise CAUTION" not in keys(library, new, previous=old)


def test_a_screen_dated_after_the_issue_is_refused(library: Library) -> None:
    """A mistyped day of the screen is no screen."""
    plan = EMPTY.add(library["bridge"]).describe(context=Context(red_flags_screened=START + dt.timedelta(days=1)))
    with pytest.raises(PlanError, match="after the issue"):
        issue(plan, library, "A. Physio", START)


ONE_OF_MANY = re.compile(r"\b1 (sets|days|weeks|minutes|exercises|times|sides|repetitions|months|years|sessions)\b")


@given(data=st.data())
def test_one_is_never_many(library: Library, data: st.DataObject) -> None:
    """No finding says "1 sets": over all exercises and any small dose, one of a thing is called by its own word."""
    few = st.integers(1, 2)
    plan = EMPTY.describe(context=Context(age=data.draw(few), minutes_a_day=1))
    exercises = data.draw(st.lists(st.sampled_from(list(library)), min_size=1, max_size=3))
    for exercise in exercises:
        dose: ItemChanges = {"sets": data.draw(few), "reps": data.draw(few), "effort_target": 9}
        if data.draw(st.booleans()):
            dose |= {"schedule": Schedule(days_a_week=data.draw(few), times_a_day=data.draw(few))}
        plan = plan.add(
            exercise, **(dose if exercise.dose.duration_s is None else {"schedule": Schedule(days_a_week=1)})
        )
    for finding in check(plan, library):
        assert not ONE_OF_MANY.search(f"{finding} {finding.what} {finding.why} {finding.mend}")


def test_every_counted_quantity_knows_its_one() -> None:
    """Each quantity of the limits, at the value 1 and at 2, in words that fit the number."""
    said = {quantity: (called(quantity, 1), called(quantity, 2)) for quantity in [*OF_ITEM, *OF_PLAN]}
    assert not any(ONE_OF_MANY.search(one) for one, _ in said.values())
    assert said["sets"] == ("1 set", "2 sets")
    assert said["reps"] == ("1 repetition", "2 repetitions")
    assert said["days_a_week"] == ("1 day a week", "2 days a week")
    assert said["times_a_day"] == ("1 time a day", "2 times a day")
    assert said["exercises"] == ("1 exercise", "2 exercises")
    assert said["session_min"] == ("a session of 1 min", "a session of 2 min")
