"""Each kind of finding in its whole words, with the key that an answer names it by."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import BANNER, HOLDING, LEVELS, NOTHING, Finding, Level, ranked

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", START, random=Random(1))
SCREEN = "A plan is issued after a screen for signs of serious disease. [Finucane2020 (V)]"
FRACTURE = (
    "No exercise to the region without medical clearance. Holds until cleared by medical team. "
    "[Stiell1996 (V), general knowledge (G)]"
)
SIGN = "Review it, then sign it off: name, role, reason and day."
TENDON = (
    "Hip adduction squeezes the tendon under the ITB. Swap stretch for abductor strength in neutral. "
    "Window: while symptomatic. [Grimaldi2015 (S), Mellor2018 (S)]"
)


def held(condition: str, **more: Any) -> Context:
    return Context(conditions=(ConditionInForce(condition=condition, **more),), red_flags_screened=START)


def told(library: Library, context: Context, *exercises: str, **changes: Any) -> list[tuple[str, str, str | None]]:
    plan = EMPTY.describe(context=context)
    for exercise in exercises:
        plan = plan.add(library[exercise], **changes)
    return [(str(f), f.key, f.item) for f in check(plan, library)]


def test_what_cannot_be_checked(library: Library) -> None:
    """An empty plan, and the screen that was not done."""
    assert told(library, Context()) == [
        (
            "ERROR  plan P-001: it has no exercises. It cannot be checked. [design choice (D)] Add at least one exercise.",
            "ERROR plan P-001 it has no exercises.",
            None,
        ),
        (
            f"CAUTION  plan: the red-flag screen is not done. {SCREEN} Go through the list and note the day.",
            "CAUTION screen plan",
            None,
        ),
    ]


def test_a_condition_that_nobody_knows(library: Library) -> None:
    """The nearest one, else the list; the key is no longer than a line."""
    assert told(library, held("zzz"), "bridge") == [
        (
            "ERROR  plan, conditions: “zzz” is not a known condition. It cannot be checked. [design choice (D)] "
            "Choose one of the list.",
            "ERROR plan, conditions “zzz” is not a known condition.",
            None,
        )
    ]
    ((said, key, _),) = told(library, held("x" * 190), "bridge")
    assert "x" * 190 in said
    assert len(key) == 200


def test_what_does_not_fit_the_day_and_the_home(library: Library) -> None:
    """Minutes, things, and the same exercise twice, in this order; twice on the same three days is no day more."""
    assert told(
        library, Context(minutes_a_day=1, equipment=("chair",), red_flags_screened=START), "bridge", "bridge"
    ) == [
        (
            "CAUTION  plan: 11 min 30 s to allow on the fullest day, and the patient has 1 min a day. "
            "With the warm-up and the ways. A plan that does not fit into the day is not kept. [design choice (D)] "
            "Take exercises, repetitions or sessions away, or spread them over the week.",
            "CAUTION minutes plan 690",
            None,
        ),
        *(
            (
                f"CAUTION  {item}, Hip lift: needs mat, which is not in the list of things at home. "
                "Without it the exercise cannot be done as written. [design choice (D)] "
                "Add it to the list, or choose another exercise.",
                f"CAUTION equipment {item} bridge",
                item,
            )
            for item in ("i1", "i2")
        ),
        (
            "CAUTION  i2, Hip lift: is in the plan twice on the same side and day, as exercise 1 and 2. "
            "A patient may take it for a mistake, and the dose adds up. [design choice (D)] "
            "Take one out, or put the sets together.",
            "CAUTION twice i2 bridge",
            "i2",
        ),
    ]


@pytest.mark.parametrize(
    ("one", "two", "twice"),
    [
        ({}, {}, True),
        ({"sides": "left"}, {"sides": "right"}, False),
        ({"sides": "left"}, {"sides": "each"}, True),
        ({"sides": "left"}, {"sides": "left"}, True),
        ({"schedule": Schedule(weekdays=("mon", "tue"))}, {"schedule": Schedule(weekdays=("tue",))}, True),
        ({"schedule": Schedule(weekdays=("mon",))}, {"schedule": Schedule(weekdays=("tue",))}, False),
        ({"schedule": Schedule(weekdays=("mon",))}, {"schedule": Schedule(days_a_week=1)}, True),
        ({"schedule": Schedule(days_a_week=1)}, {"schedule": Schedule(weekdays=("mon",))}, True),
    ],
)
def test_the_same_work_twice(library: Library, one: dict[str, Any], two: dict[str, Any], twice: bool) -> None:
    """On one side or with both, on a day that both have or the patient may pick."""
    stretch = library["supine_figure4_stretch"]
    plan = EMPTY.add(stretch, **one).add(library["bridge"]).add(stretch, **two)
    found = [f for f in check(plan, library) if f.key.startswith("CAUTION twice")]
    assert [f.item for f in found] == (["i3"] if twice else [])
    assert not twice or "as exercise 1 and 3." in found[0].what


def test_a_note_for_the_whole_plan(library: Library) -> None:
    """One for the plan, and only where an exercise asks for it."""
    assert told(library, held("pregnancy"), "bridge")[-1:] == [
        (
            "INFO  plan: Pregnancy (after first trimester). Lying flat: change position if light-headed, sick or unwell; "
            "keep it short. [Mottola2019 (V), ACOG804 (V)] Tell the patient.",
            "INFO pregnancy plan",
            None,
        )
    ]
    assert "INFO pregnancy plan" not in [key for _, key, _ in told(library, held("pregnancy"), "chin_tuck")]


def test_what_stops_a_plan(library: Library) -> None:
    """With what was answered yes, for an exercise of the region alone, or for the plan."""
    red = Context(red_flags=("Hip", "Fever"), red_flags_screened=START)
    assert told(library, red, "bridge") == [
        (
            "STOP  plan: A red flag that is not resolved: Hip; Fever. Do not issue a plan until the red flag is reviewed "
            f"and signed off. Holds until reviewed. [Finucane2020 (V), NICECKS (S)] {SIGN}",
            "STOP red_flag_open plan - - 275bfbbd88a2",
            None,
        )
    ]
    name = "Known or suspected acute fracture or stress fracture."
    assert told(library, held("acute_fracture", side="left", region="hip"), "bridge", "chin_tuck") == [
        (f"STOP  i1, Hip lift: {name} {FRACTURE} {SIGN}", "STOP acute_fracture i1 bridge left hip a81210148054", "i1")
    ]
    assert told(library, held("acute_fracture", side="both"), "chin_tuck") == [
        (f"STOP  plan: {name} {FRACTURE} {SIGN}", "STOP acute_fracture plan both -", None),
        (
            f"CAUTION  plan, conditions: {name[:-1]}: region is not given. Every exercise is held to the strictest rule "
            "until it is. [design choice (D)] Add the region.",
            "CAUTION facts acute_fracture needs_region e8ab48e4ca14",
            None,
        ),
    ]


def test_a_precaution(library: Library) -> None:
    """What of the exercise, why, how long; the key says the item, and where the patient has the condition."""
    name = "Gluteal tendinopathy / greater trochanteric pain: thigh crosses the midline of the body."
    swap = "Swap it, take it out, or give a written reason."
    assert told(library, held("gtps", side="left"), "standing_itb_stretch") == [
        (
            f"AVOID  i1, Standing side hip stretch: {name} {TENDON} {swap}",
            "AVOID gtps i1 standing_itb_stretch left -",
            "i1",
        )
    ]
    over = held("gtps", side="left", until=START)
    plan = EMPTY.describe(context=over).add(library["standing_itb_stretch"])
    (question,) = [f for f in check(plan, library) if f.question]
    (passed, confirmed) = check(answer(plan, question, "A", START, "Seen."), library)
    assert (str(passed), passed.key) == (
        f"INFO  i1, Standing side hip stretch: {name} The window has passed. {TENDON} "
        "Nothing to do; check that the end date is right.",
        "INFO gtps i1 standing_itb_stretch left -",
    )
    assert str(confirmed) == (
        "INFO  plan, conditions: Gluteal tendinopathy / greater trochanteric pain: its days are confirmed by A on 1 June "
        "2026: Seen. They looked mistyped. [design choice (D)] Nothing to do."
    )
    ((said, _, _),) = told(
        library, held("recent_surgery", side="left", region="knee", since=START), "straight_leg_raise"
    )
    assert said == (
        "AVOID  i1, Straight leg lift: Surgery in the same region in the last 12 weeks (no protocol entered): any exercise "
        "of the affected region. Enter the surgical protocol first. Window: 12 weeks or until protocol entered. "
        f"[general knowledge (G)] {swap}"
    )
    cautions = [
        said for said, _, _ in told(library, held("gtps", side="left"), "clamshell") if said.startswith("CAUTION")
    ]
    assert [said.endswith("Keep to the advice, or swap it.") for said in cautions] == [True]


def test_swaps_are_for_what_does_not_fit(library: Library) -> None:
    """Nothing is offered in place of what may be done again."""
    plan = EMPTY.add(library["standing_itb_stretch"]).describe(context=held("gtps", side="left", until=START))
    avoided, question = check(plan, library)
    passed, _ = check(answer(plan, question, "A", START, "Seen."), library)
    assert [(f.level, bool(f.swaps)) for f in (avoided, passed)] == [("AVOID", True), ("INFO", False)]


def test_a_limit(library: Library) -> None:
    """The value in words, of an item or of the plan; the worst at each end alone."""
    context = Context(age=90, red_flags_screened=START)
    assert told(library, context, "supine_figure4_stretch", reps=30, hold_s=9) == [
        (
            "ERROR  i1, Lying pretzel stretch: 30 repetitions. More than 20 repetitions of a stretch is likely a typing "
            "error. [design choice (D)] Check the number.",
            "ERROR stretch_reps_impossible i1 30",
            "i1",
        ),
        (
            "CAUTION  i1, Lying pretzel stretch: 9 s in one hold. Holds below 10 s are shorter than the sources use. "
            "[Garber2011 (S)] Hold for 10 to 30 s, or say why not.",
            "CAUTION stretch_hold_short i1 9",
            "i1",
        ),
        (
            "CAUTION  i1, Lying pretzel stretch: 270 s of stretch a session. More than 4 minutes in a session: the gain "
            "levels off. [Ingram2025 (S)] Take repetitions or sets away.",
            "CAUTION stretch_session_long i1 270",
            "i1",
        ),
        (
            "CAUTION  plan: age 90. 80 years or more: check the protocol. [design choice (D)] "
            "Check support, falls and floor transfer.",
            "CAUTION age_very_old plan 90",
            None,
        ),
        (
            "INFO  i1, Lying pretzel stretch: 1890 s of stretch a week. More than 10 minutes in a week: the gain levels "
            "off. [Ingram2025 (S)] Fewer days or repetitions give the same.",
            "INFO stretch_week_long i1 1890",
            "i1",
        ),
        (
            "INFO  plan: a session of 23 min 50 s. A session of more than 15 minutes. [design choice (D)] "
            "Ask whether the patient has the time.",
            "INFO session_some plan 23.8333",
            None,
        ),
        (
            "INFO  plan: sides are changed as fast as a younger patient does. From 65 years on, or with a risk of falls, it "
            "takes about twice as long. [design choice (D)] Set the change of sides: i1 to 10 s.",
            "INFO slower plan i1",
            None,
        ),
    ]


def test_an_answer_whose_finding_is_gone(library: Library) -> None:
    """It is told once each, of either kind, and its key is no longer than a line."""
    plan = EMPTY.add(library["bridge"]).describe(context=Context(red_flags_screened=START))
    plan = plan.override("AVOID x", "Why.", "A", START).sign_off("STOP y", "B", START).sign_off("AVOID x", "B", START)
    why = "The finding is gone, or it has changed and asks for a new answer. [design choice (D)] Nothing to do."
    assert [(str(f), f.key) for f in check(plan, library)] == [
        ("INFO  plan: an answer to “AVOID x” is no longer needed. " + why, "INFO stale AVOID x"),
        ("INFO  plan: an answer to “STOP y” is no longer needed. " + why, "INFO stale STOP y"),
    ]
    long = plan.override("AVOID ".ljust(200, "x"), "Why.", "A", START)
    assert max(len(f.key) for f in check(long, library)) == 200


def test_an_answer_stands_in_its_finding(library: Library) -> None:
    """The reason, or the release, with whose and when; the finding then holds nothing."""
    red = Context(
        conditions=(ConditionInForce(condition="gtps", side="left"),), red_flags=("Hip",), red_flags_screened=START
    )
    plan = EMPTY.add(library["standing_itb_stretch"]).describe(context=red)
    stop, avoid = check(plan, library)
    plan = answer(answer(plan, stop, "B", START, "Seen in clinic", "GP"), avoid, "A", START, "Improving.")
    assert plan.sign_offs[0].note == "Seen in clinic"
    assert [(f.answered, f.holds, str(f).endswith(f" Answered: {f.answered}")) for f in check(plan, library)] == [
        ("signed off by B, GP, 2026-06-01", False, True),
        ("Improving. (A, 2026-06-01)", False, True),
    ]
    assert [(f.answered, f.holds) for f in (stop, avoid)] == [("", True), ("", True)]


def test_an_answer_needs_its_words(library: Library) -> None:
    """A name for either, a reason for an AVOID, both told at once; other levels take none."""

    def fault(level: Any, by: str, reason: str = "") -> str:
        with pytest.raises(KitError) as caught:
            answer(EMPTY, Finding(level, "plan", "x.", "y.", "z", "Mend it.", "k"), by, START, reason)
        return str(caught.value)

    name = "by: is missing. Write the name of the clinician who decides."
    reason = "reason: is missing. Write why this exercise is right for this patient."
    assert fault("AVOID", " ", " ") == f"{name}\n{reason}"
    assert fault("AVOID", "A") == reason
    lacks = (
        "plan: not signed off: it has no role or registration; its reason has 0 letters, and at least 10 are needed. "
        "A sign-off needs a name, a role, a reason and a day."
    )
    assert fault("STOP", "A") == lacks
    assert fault("STOP", "") == f"{name}\n{lacks}"
    for level in ("ERROR", "CAUTION", "INFO"):
        assert fault(level, "A", "Because.") == f"plan: {level} has no answer. Mend it."


def test_levels_and_what_they_hold() -> None:
    """In the order of their weight; those of one level stay as they were."""
    assert LEVELS == ("STOP", "ERROR", "AVOID", "CAUTION", "INFO")
    assert {"STOP", "ERROR", "AVOID"} == HOLDING
    levels: tuple[Level, ...] = (*LEVELS[::-1], "ERROR")
    found = [Finding(level, str(n), "", "", "", "", "") for n, level in enumerate(levels)]
    assert [f.where for f in ranked(found)] == ["4", "3", "5", "2", "1", "0"]
    assert [f.holds for f in ranked(found)] == [True, True, True, True, False, False]
    assert found[0].as_dict() == {
        "level": "INFO", "where": "0", "what": "", "why": "", "source": "", "mend": "", "key": "", "item": None,
        "answered": "", "swaps": (), "question": False, "holds": False,
    }  # fmt: skip
    assert BANNER == "Decision support for clinicians. Not a diagnosis, not complete. You decide."
    assert NOTHING == "The rules of the kit found nothing."
