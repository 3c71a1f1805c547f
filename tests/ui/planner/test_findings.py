"""The review on the page: every finding, who answered it, and the patient it is about."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import PlanError
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.review.check import check
from kit.review.finding import BANNER, LEVELS, NOTHING
from kit.ui.planner.desk import Desk
from kit.ui.planner.shown import FindingShown
from kit.ui.planner.sources import plainly
from kit.ui.planner.view import labels
from tests.ui.conftest import asked, work_of


def findings(desk: Desk, level: str = "") -> list[FindingShown]:
    return [f for f in work_of(desk)["review"]["findings"] if level in ("", f["level"])]


def test_the_page_shows_what_the_review_finds(four_on: Desk) -> None:
    """Every finding of `check`, in its order, with its words; the counts add up."""
    four_on.do({"do": "add_condition", "condition": "tha_posterior"})
    found, shown = check(four_on.held(), four_on.library), work_of(four_on)["review"]
    for name in ("key", "level", "item", "what", "why", "mend"):
        assert [f[name] for f in shown["findings"]] == [getattr(f, name) for f in found]
    assert [f["source"] for f in shown["findings"]] == [plainly(f.source) for f in found]
    counts = {level: n for level, n, _ in shown["counts"]}
    assert counts == {level: n for level in LEVELS if (n := sum(f.level == level for f in found))}
    assert shown["summary"] == "4 to avoid, 2 cautions, 2 info"
    assert shown["summary"] == ", ".join(f"{n} {word}" for _, n, word in shown["counts"])
    assert (shown["holding"], shown["banner"]) == ("4 findings to mend or answer before it is issued", BANNER)


def test_nothing_found_is_never_called_safe(four_on: Desk) -> None:
    """With no finding the summary says that no rule matched."""
    for wish in ({"do": "screened", "done": True}, {"do": "thing", "name": "mat", "has": True}):
        asked(four_on, wish)
    for item in four_on.held().items[1:]:
        four_on.do({"do": "remove", "item_id": item.item_id})
    review = work_of(four_on)["review"]
    assert (review["findings"], review["summary"], review["holding"]) == ([], NOTHING, "")


def test_a_reason_answers_one_avoid_and_can_be_changed(four_on: Desk) -> None:
    """The last reason is shown with who and when; the other items still hold the plan."""
    four_on.do({"do": "add_condition", "condition": "tha_posterior"})
    key = findings(four_on, "AVOID")[0]["key"]
    for reason in ("First thought.", "Second thought."):
        four_on.do({"do": "answer", "key": key, "by": "A. Physio", "reason": reason})
    first, *others = findings(four_on, "AVOID")
    said = {"said": "Second thought.", "by": "A. Physio", "on": "1 June 2026", "role": "", "carried_from": None}
    assert first["answer"] == said
    assert [first["holds"], *(f["holds"] for f in others)] == [False, True, True, True]


def test_a_red_flag_holds_until_it_is_signed_off(four_on: Desk) -> None:
    """Any tick is a STOP; a sign-off with name, role and reason releases it, and a further tick asks again."""
    four_on.do({"do": "screened", "done": True})
    four_on.do({"do": "flag", "name": "Septic joint", "present": True})
    (stop,) = findings(four_on, "STOP")
    with pytest.raises(PlanError):
        four_on.do({"do": "issue", "by": "A. Physio"})
    asks = {"do": "answer", "key": stop["key"], "by": "B. Physio"}
    with pytest.raises(PlanError) as refused:
        asked(four_on, {**asks, "reason": "Seen it.", "role": ""})
    assert str(refused.value) == (
        "plan: not signed off: it has no role or registration; its reason has 6 letters, and at least 10 are needed. "
        "A sign-off needs a name, a role, a reason and a day."
    )
    asked(four_on, {**asks, "reason": "Blood count normal.", "role": "Physiotherapist"})
    said = {"said": "Blood count normal.", "by": "B. Physio", "on": "1 June 2026", "role": "Physiotherapist"}
    assert findings(four_on, "STOP")[0]["answer"] == {**said, "carried_from": None}
    four_on.do({"do": "flag", "name": "Hip", "present": True})
    assert [f["holds"] for f in findings(four_on, "STOP")] == [True]


def test_the_screen_says_its_state_in_one_line(four_on: Desk) -> None:
    """Not screened, screened with nothing found, and what is present are three different lines."""
    told = [work_of(four_on)["screen"]["summary"]]
    for wish in ({"do": "screened", "done": True}, {"do": "flag", "name": "Hip", "present": True}):
        asked(four_on, wish)
        told.append(work_of(four_on)["screen"]["summary"])
    four_on.do({"do": "flag", "name": "Hip", "present": False})
    four_on.do({"do": "screened", "done": False})
    told.append(work_of(four_on)["screen"]["summary"])
    assert told == ["not screened", "screened 1 June 2026, none", "screened 1 June 2026, 1 present", "not screened"]


def test_the_signs_of_what_the_patient_has_are_asked_first(four_on: Desk) -> None:
    """A new hip asks for the signs of an operation, then for the hip, before what merely concerns a region that is
    exercised; none is lost."""
    asked(four_on, {"do": "add", "exercise_id": "long_arc_quad"})
    before = work_of(four_on)["screen"]["first"]
    assert before[0] != "Hip"
    assert "Mechanical knee" in before
    asked(four_on, {"do": "add_condition", "condition": "tha_posterior"})
    after = work_of(four_on)["screen"]["first"]
    has = {
        "Knee pain under 18",
        "Hip",
        "Deep vein thrombosis or pulmonary embolism",
        "Wound infection",
        "Referred pain",
    }
    assert set(after[: len(has)]) == has
    assert after[:3] == ["Deep vein thrombosis or pulmonary embolism", "Wound infection", "Hip"]
    assert set(before) <= set(after)
    assert work_of(four_on)["screen"]["known"] == ""
    asked(four_on, {"do": "patient", "field": "age", "value": 71})
    asked(four_on, {"do": "change_condition", "at": 0, "field": "since", "value": "2026-05-12"})
    known = "You have noted: 71 years, surgery or onset on 12 May 2026."
    assert work_of(four_on)["screen"]["known"] == known


@pytest.mark.parametrize(
    ("age", "ruled_out"),
    [
        (None, []),
        (17, ["Giant cell arteritis"]),
        (18, ["Knee pain under 18", "Giant cell arteritis"]),
        (50, ["Knee pain under 18"]),
    ],
)
def test_a_sign_of_another_age_is_asked_last(four_on: Desk, age: int | None, ruled_out: list[str]) -> None:
    """Where its own words name an age that the patient has not; where no age is noted, none is. What is ticked stays."""
    asked(four_on, {"do": "add", "exercise_id": "long_arc_quad"})
    if age is not None:
        asked(four_on, {"do": "patient", "field": "age", "value": age})
    screen = work_of(four_on)["screen"]
    assert screen["last"] == ruled_out
    assert ("Knee pain under 18" in screen["first"]) == ("Knee pain under 18" not in ruled_out)
    for name in ruled_out:
        asked(four_on, {"do": "flag", "name": name, "present": True})
    assert work_of(four_on)["screen"]["last"] == []


@pytest.mark.parametrize(
    ("condition", "first"),
    [
        (
            "tka",
            ["Deep vein thrombosis or pulmonary embolism", "Wound infection", "Acute knee injury (Ottawa knee rule)"],
        ),
        ("aclr_early", ["Deep vein thrombosis or pulmonary embolism", "Wound infection"]),
        ("pregnancy", ["Pregnancy: reasons to stop exercise"]),
        ("cervical_radic", ["Neck artery", "Cervical myelopathy"]),
        (
            "rc_repair",
            ["Deep vein thrombosis or pulmonary embolism", "Wound infection", "Locked or dislocated shoulder"],
        ),
    ],
)
def test_the_signs_of_its_own_condition_come_first(desk: Desk, condition: str, first: list[str]) -> None:
    """Those of an operation, then those called after it; whatever the exercises are."""
    asked(desk, {"do": "blank"})
    asked(desk, {"do": "add", "exercise_id": "chin_tuck" if condition != "cervical_radic" else "long_arc_quad"})
    asked(desk, {"do": "add_condition", "condition": condition})
    assert work_of(desk)["screen"]["first"][: len(first)] == first


@pytest.mark.parametrize(
    ("exercise", "region"),
    [("chin_tuck", "neck"), ("clamshell", "hip"), ("long_arc_quad", "knee"), ("bird_dog", "low_back")],
)
def test_the_signs_of_a_region_that_is_exercised_are_asked_first(desk: Desk, exercise: str, region: str) -> None:
    """All that the data give to the region; of the others, those of the whole body are told apart."""
    asked(desk, {"do": "blank"})
    asked(desk, {"do": "add", "exercise_id": exercise})
    flags = rules().red_flags.values()
    of_region = {flag.name for flag in flags if region in flag.regions}
    assert of_region
    assert of_region <= set(work_of(desk)["screen"]["first"])
    assert {one["name"] for one in desk.lists()["red_flags"] if one["anywhere"]} == {
        flag.name for flag in flags if not flag.regions
    }


def test_the_screen_says_its_age_and_when_it_is_asked_again(four_on: Desk) -> None:
    """Today, some days ago, too old; an issued version is not screened again."""
    four_on.do({"do": "screened", "done": True})
    told = []
    for day in (dt.date(2026, 6, 1), dt.date(2026, 6, 15), dt.date(2026, 6, 16), dt.date(2026, 5, 31)):
        four_on.today = day
        screen = work_of(four_on)["screen"]
        told.append((screen["standing"], screen["age"]))
    assert told == [
        ("clear", "Asked today. It holds for an issue until 15 June 2026; after that it is asked again."),
        ("clear", "Asked 14 days ago. It holds for an issue until 15 June 2026; after that it is asked again."),
        ("old", "Asked 15 days ago. It held until 15 June 2026: ask again before the plan is issued."),
        ("old", "The day of the screen, 1 June 2026, lies ahead. Ask again."),
    ]
    four_on.today = dt.date(2026, 6, 1)
    four_on.do({"do": "issue", "by": "A. Physio"})
    four_on.today = dt.date(2026, 8, 1)
    assert (work_of(four_on)["screen"]["standing"], work_of(four_on)["screen"]["age"]) == ("clear", "")


@pytest.mark.parametrize(
    ("made", "cleared"),
    [
        (dt.date(2026, 6, 15), ""),
        (
            dt.date(2026, 6, 16),
            "The screen of version 1, from 1 June 2026, was cleared: it is 15 days old. Ask again.",
        ),
    ],
)
def test_a_new_version_says_that_the_screen_was_cleared(four_on: Desk, made: dt.date, cleared: str) -> None:
    """Kept while it is two weeks old; else cleared and told, until it is done again."""
    four_on.do({"do": "screened", "done": True})
    four_on.do({"do": "issue", "by": "A. Physio"})
    four_on.today = made
    four_on.do({"do": "new_version", "start": "2026-06-20", "reason": ""})
    screen = work_of(four_on)["screen"]
    assert (screen["cleared"], screen["done"]) == (cleared, not cleared)
    four_on.do({"do": "screened", "done": True})
    assert work_of(four_on)["screen"]["cleared"] == ""


def test_an_answer_that_is_void_says_why_and_a_carried_one_from_where(four_on: Desk) -> None:
    """In the next version a reason stands with the version it is from, until the dose rises above what it covered."""
    four_on.do({"do": "add_condition", "condition": "gtps"})
    four_on.do({"do": "screened", "done": True})
    for finding in findings(four_on, "AVOID"):
        four_on.do({"do": "answer", "key": finding["key"], "by": "A. Physio", "reason": "Free of pain."})
    four_on.do({"do": "issue", "by": "A. Physio"})
    four_on.do({"do": "new_version", "start": "2026-06-08", "reason": ""})
    first = findings(four_on, "AVOID")[0]
    said = {"said": "Free of pain.", "by": "A. Physio", "on": "1 June 2026", "role": "", "carried_from": 1}
    assert (first["answer"], first["holds"]) == (said, False)
    four_on.do({"do": "adjust", "item_id": "i3", "field": "hold_s", "value": 60})
    now = findings(four_on, "AVOID")[0]
    assert (now["answer"], now["holds"], now["asks"]) == (None, True, "reason")
    assert now["why"].startswith("The written reason covered ")
    assert "Changed: hold. Give a new reason." in now["why"]


def test_what_can_be_chosen_of_an_item(four_on: Desk) -> None:
    """A bed where one does, the default of this patient, turns where sides change quickly, no side of two."""
    for exercise in ("bridge", "bird_dog", "sit_to_stand"):
        four_on.do({"do": "add", "exercise_id": exercise})

    def ways() -> list[tuple[object, ...]]:
        ways = [item["way"] for item in work_of(four_on)["plan"]["items"][4:]]
        return [(w["surfaces"], w["surface_now"], w["may_alternate"], w["sides"][0]) for w in ways]

    assert ways() == [
        (["floor", "bed"], "floor", False, "both"),
        (["floor"], "floor", True, "each"),
        ([], None, False, "both"),
    ]
    asked(four_on, {"do": "patient", "field": "age", "value": 82})
    assert [now for _, now, *_ in ways()] == ["bed", "floor", None]
    first, *_ = (item["way"] for item in work_of(four_on)["plan"]["items"][4:])
    assert (first["instead"], first["arc"]) == ({"id": "single_leg_bridge", "name": "Single-leg bridge"}, None)


def test_the_patient_says_its_state_in_one_line(four_on: Desk) -> None:
    """Age, minutes, conditions and support, as far as they are known."""
    assert work_of(four_on)["patient"]["summary"] == "nothing noted yet"
    for field, value in (("age", 72), ("minutes_a_day", 20), ("support", False)):
        asked(four_on, {"do": "patient", "field": field, "value": value})
    for name in ("hypertension", "Osteoporosis (high fracture risk) or vertebral fracture"):
        four_on.do({"do": "add_condition", "condition": name})
    told = "72 years, 20 min a day, 2 conditions, no support at hand"
    assert work_of(four_on)["patient"]["summary"] == told


def test_a_stop_asks_for_a_sign_off_and_a_note_for_a_confirmation(four_on: Desk) -> None:
    """With a role and ten letters, where the condition is chosen; a word alone signs nothing off."""
    asked(four_on, {"do": "note_unlisted", "words": "Suspected cauda equina"})
    (question,) = (f for f in findings(four_on, "AVOID") if f["holds"])
    assert question["asks"] == "confirmation"
    four_on.do({"do": "add_condition", "condition": "cauda_equina"})
    (stop,) = findings(four_on, "STOP")
    assert (stop["asks"], stop["holds"]) == ("sign-off", True)
    wish = {"do": "answer", "key": stop["key"], "by": "B. Physio"}
    with pytest.raises(PlanError, match="not signed off: it has no role or registration"):
        asked(four_on, {**wish, "reason": "x"})
    asked(four_on, {**wish, "reason": "Ruled out by MRI.", "role": "Consultant"})
    assert [f["holds"] for f in findings(four_on, "STOP")] == [False]


@pytest.mark.parametrize("words", ["\u3164", "\u2800", "\u200d", "\u0301"], ids=ascii)
def test_a_note_that_nobody_sees_is_refused(four_on: Desk, words: str) -> None:
    """It would stand there as nothing."""
    with pytest.raises(PlanError, match="it is empty"):
        asked(four_on, {"do": "note_unlisted", "words": words})


def test_an_end_for_one_movement_concerns_that_movement_alone(four_on: Desk) -> None:
    """With all movements that an exercise makes ended, its AVOID becomes an INFO; the others stay.

    An end before the plan may be mistyped: it is asked about first, and nothing is lowered until it is confirmed.
    """
    four_on.do({"do": "add_condition", "condition": "tha_posterior"})
    four_on.do({"do": "end_tag", "at": 0, "tag": "hip_flex_90plus", "until": "2026-05-01"})
    assert {f["item"] for f in findings(four_on, "AVOID")} == {None, "i1", "i2", "i3", "i4"}
    (question,) = (f for f in findings(four_on) if f["asks"] == "confirmation")
    asked(four_on, {"do": "answer", "key": question["key"], "by": "A. Physio", "reason": "Her surgeon's letter."})
    held = {f["item"] for f in findings(four_on, "AVOID")}
    assert held < {"i1", "i2", "i3", "i4"}
    assert {"i3"} <= held  # it crosses the midline
    ends = work_of(four_on)["patient"]["conditions"][0]["ends"]
    assert [(end["tag"], end["until"]) for end in ends] == [("hip_flex_90plus", "1 May 2026")]


def test_every_condition_and_flag_can_be_chosen(four_on: Desk) -> None:
    """The lists hold all that the rules know, each with its name, and each can be put in force."""
    lists = four_on.lists()
    assert [c["id"] for c in lists["conditions"]] == list(rules().conditions)
    assert [f["name"] for f in lists["red_flags"]] == [flag.name for flag in rules().red_flags.values()]
    for condition in lists["conditions"]:
        four_on.do({"do": "add_condition", "condition": condition["id"]})
        four_on.view()
    assert len(four_on.held().context.conditions) == len(rules().conditions)


@given(st.data())
def test_no_two_items_are_called_the_same(library: Library, four: Plan, data: st.DataObject) -> None:
    """However often an exercise stands in a plan, each item has a name of its own that begins with its exercise's."""
    chosen = data.draw(st.lists(st.sampled_from(list(library)[:4]), max_size=8))
    plan = four
    for exercise in chosen:
        plan = plan.add(exercise)
    named = labels(resolve(plan, library))
    assert len(set(named.values())) == len(plan.items)
    assert all(named[i.item_id].startswith(library[i.exercise_id].name) for i in plan.items)


def test_signs_of_the_place_that_a_plan_is_called_after_come_first(four_on: Desk) -> None:
    """Four stretches of the hip for a knee that hurts: the knee before the hip, by the title or by the goal."""
    knee = ["Acute knee injury (Ottawa knee rule)", "Mechanical knee"]
    shown = work_of(four_on)["screen"]["first"]
    assert shown[:2] == knee
    assert "Hip" in shown[2:]
    four_on.do({"do": "describe", "field": "title", "value": "Stretches"})
    assert work_of(four_on)["screen"]["first"][:2] == knee
    four_on.do({"do": "patient", "field": "goal", "value": ""})
    assert work_of(four_on)["screen"]["first"][:2] != knee
