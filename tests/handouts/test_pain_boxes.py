"""How much pain is fine: a box a kind, its exercises named, its numbers those of the policy."""

from __future__ import annotations

import re

import pytest

from kit.clinic import Clinic
from kit.handouts.calendar import calendar_ics
from kit.handouts.pain_boxes import pain_lines
from kit.library.pain import PAIN_KINDS, PainKind, pain_rules
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue
from kit.words.sentences import languages
from tests.handouts.sheets import LIBRARY, WORDS, boxes, facts, known, lines, plan_of, sheet

SCALE = "0 is no pain. 10 is the worst pain."
TOLD: dict[PainKind, list[str]] = {
    "stretch": [
        "You should feel a light pull. It should not hurt.",
        "Pain of 0 to 2 is fine.",
        "At 3 or more, ease off until you feel just a light pull.",
        "Still 3 or more? Leave this one out and call your physio.",
        "It should be settled by the next morning.",
        "If not, call your physio.",
    ],
    "mobility": [
        "Move to the first tight point and back.",
        "Pain of 0 to 2 is fine.",
        "At 3 or more, make the moves smaller.",
        "Still 3 or more? Leave this one out and call your physio.",
        "It should be settled by the next morning.",
        "If not, call your physio.",
    ],
    "strength": [
        "Pain of 0 to 3 is fine.",
        "4 or 5 is fine if it settles by the next morning. Do not add more.",
        "At 6 or more, stop this one for today.",
        "A pain its text warns of is never fine.",
        "Worse the next morning? Do about one third less next time.",
    ],
    "tendon": [
        "Some pain is normal here. It does not mean harm.",
        "Pain of 0 to 5 is fine while you do it.",
        "At 6 or more, stop this one for today.",
        "A pain its text warns of is never fine.",
        "It should be settled by the next morning.",
        "Worse the next morning, or stiff for longer? Do about one third less.",
    ],
    "osteoarthritis": [
        "Some pain is normal here. It does not wear out the joint.",
        "Pain of 0 to 5 is fine while you do it.",
        "At 6 or more, stop this one for today.",
        "A pain its text warns of is never fine.",
        "It should be settled by the next morning.",
        "Worse the next morning, or more swollen? Do about one third less.",
    ],
    "balance": [
        "This should not hurt. Pain of 0 to 2 is fine.",
        "At 3 or more, stop this one for today.",
        "Stop and sit down if you feel dizzy.",
        "It should be settled by the next morning.",
        "If not, call your physio.",
    ],
    "walking": [
        "Pain of 0 to 3 is fine.",
        "At 4 or 5, walk less far or more slowly.",
        "At 6 or more, stop this one for today.",
        "It should be settled by the next morning.",
        "If not, call your physio.",
    ],
}
CALF = "Both calves may ache for a day or two. That is normal: you need not call."


@pytest.mark.parametrize("kind", PAIN_KINDS)
def test_the_words_of_each_kind(kind: PainKind) -> None:
    """Word for word those of the specification; whom to call where it is not settled, and that a text may say stop."""
    assert pain_lines(kind, WORDS) == TOLD[kind]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", PAIN_KINDS)
def test_every_number_is_one_of_the_policy(kind: PainKind, language: str) -> None:
    """In each language: the ends of the bands, the 0 of the scale, and no other number."""
    policy = pain_rules().policy(kind)
    ends = {policy.safe[1], policy.high[0], *(policy.acceptable or ())}
    told = {int(n) for line in pain_lines(kind, Catalogue(language)) for n in re.findall(r"\d+", line)}
    assert told == ends | {0}


def test_a_plan_of_one_kind_has_one_box() -> None:
    """Its exercises are all of them, and none is named."""
    (box,) = boxes(sheet(["bridge", "clamshell"]), "pain")
    assert (box.title, box.about, box.topic) == ("Pain when you build strength", "", "strength")
    assert [*box.lines] == [SCALE, *TOLD["strength"], "That is 7 times, not 10."]


def test_a_mixed_plan_has_a_box_for_each_kind() -> None:
    """Each names its exercises by number and name; the scale is said once."""
    stretch, strength = boxes(sheet(["bridge", "seated_rotator_stretch", "clamshell"]), "pain")
    assert stretch.about == "2. Seated hip stretch"
    assert strength.about == "1. Hip lift; 3. Clamshell knee lift"
    assert [*stretch.lines] == [SCALE, *TOLD["stretch"]]
    assert [*strength.lines] == [*TOLD["strength"], "That is 7 times, not 10."]


def counted(names: list[str], **changes: int) -> list[str]:
    """What is told of a third less, by exercise."""
    (box,) = boxes(sheet(names, changes=changes), "pain")
    return [line for line in box.lines if ", not " in line]


@pytest.mark.parametrize(("times", "fewer"), [(3, 2), (5, 3), (8, 5), (10, 7), (12, 8), (15, 10), (20, 13)])
def test_a_third_less_is_counted_out(times: int, fewer: int) -> None:
    """Of every exercise that has several times, once for those that share them; nobody is asked to count."""
    assert counted(["bridge"], reps=times) == [f"That is {fewer} times, not {times}."]
    shared = ["That is 7 times, not 10."]
    each = [f"Exercise 1: {fewer} times, not {times}.", "Exercise 2: 7 times, not 10."]
    assert counted(["bridge", "clamshell"], reps=times) == (shared if times == 10 else each)


@pytest.mark.parametrize(
    ("reps", "hold_s", "told"),
    [
        (2, 30, "That is a hold of 20 seconds, not 30 seconds."),
        (1, 45, "That is a hold of 30 seconds, not 45 seconds."),
        (2, 10, "That is a hold of 7 seconds, not 10 seconds."),
        (2, 90, "That is a hold of 1 minute, not 1 minute 30 seconds."),
        (3, 30, "That is 2 times, not 3."),
    ],
)
def test_of_one_time_or_two_a_third_less_is_of_the_hold(reps: int, hold_s: int, told: str) -> None:
    """There is no third of them; what has no hold either is not counted out."""
    assert counted(["bridge"], reps=reps, hold_s=hold_s) == [told]
    assert counted(["bridge"], reps=min(reps, 2), hold_s=0) == []


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(10, "7 minutes, not 10 minutes"), (5, "3 minutes, not 5 minutes"), (1, "40 seconds, not 1 minute")],
)
def test_of_minutes_a_third_less_is_in_minutes(minutes: int, told: str) -> None:
    """Where the rule of its kind asks for less; of the walking kind the patient is told to walk less far."""
    assert counted(["walking"], duration_s=60 * minutes) == []
    (box,) = boxes(sheet(["bridge", "walking"], pain_kind="osteoarthritis", changes={"reps": 8}), "pain")
    assert "Exercise 1: 5 times, not 8." in box.lines
    (box,) = boxes(sheet(["walking"], pain_kind="osteoarthritis", changes={"duration_s": 60 * minutes}), "pain")
    assert f"That is {told}." in box.lines


def test_the_item_counts_before_the_plan_and_the_plan_before_the_category() -> None:
    """Each of them where the one before it says nothing."""
    found = boxes(sheet(["heel_raise_single", "bridge"], changes={"pain_kind": "tendon"}), "pain")
    assert [box.topic for box in found] == ["strength", "tendon"]
    both = sheet(["heel_raise_single", "bridge"], changes={"pain_kind": "tendon"}, pain_kind="osteoarthritis")
    assert [box.about for box in boxes(both, "pain")] == ["1. One-leg heel raise", "2. Hip lift"]
    assert [box.topic for box in boxes(both, "pain")] == ["tendon", "osteoarthritis"]
    whole = boxes(sheet(["sit_to_stand", "walking", "tandem_stance"], pain_kind="osteoarthritis"), "pain")
    assert [box.topic for box in whole] == ["osteoarthritis"]
    each = boxes(sheet(["cat_cow", "walking", "tandem_stance", "bridge", "chin_tuck"]), "pain")
    assert [box.topic for box in each] == ["mobility", "balance", "strength", "walking"]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["heel_raise_double"], True),
        (["heel_raise_single"], True),
        (["gastroc_stretch"], True),
        (["soleus_stretch"], True),
        (["bridge", "seated_rotator_stretch"], False),
    ],
)
def test_both_calves_may_ache_where_they_work(names: list[str], told: bool) -> None:
    """In the box of the kind of that exercise, and never among the signs."""
    made = sheet(names)
    assert (CALF in lines(made, "pain")) is told
    assert CALF not in lines(made, "emergency", "today", "call")


def test_nobody_is_told_to_stop_at_any_pain() -> None:
    """The old rule stands nowhere, on paper or in the calendar; the calendar says the one of each kind."""
    plan = plan_of(["bridge", "seated_rotator_stretch"])
    assert not [line for line in lines(sheet(["bridge", "seated_rotator_stretch"])) if "Stop if you feel pain" in line]
    said = calendar_ics([resolve(plan, LIBRARY)], Clinic(), WORDS).decode().replace("\r\n ", "").replace("\\", "")
    assert "Stop if you feel pain" not in said
    assert f"Pain when you stretch: {' '.join(TOLD['stretch'])}" in said
    assert f"Pain when you build strength: {' '.join(TOLD['strength'])}" in said


# The founding lines


def test_the_founding_lines_of_a_stretch_plan() -> None:
    """A light pull and never pain, hold 30 seconds, a doctor if it persists."""
    four = ["seated_rotator_stretch", "supine_figure4_stretch", "standing_itb_stretch", "supine_leg_crossover"]
    told = sheet(four, issued=False)
    assert boxes(told, "safety")[0].lines == (
        "A light pull is good. Pain is not.",
        "Check with your doctor or physio before you start.",
        "If pain stays or gets worse, get medical help.",
    )
    assert "You should feel a light pull. It should not hurt." in lines(told, "pain")
    assert all(item.dose.hold_s == 30 for item in known(four).plan.items)


@pytest.mark.parametrize("kind", ["tendon", "osteoarthritis"])
def test_pain_that_is_part_of_the_work_is_no_reason_for_a_doctor(kind: str) -> None:
    """Neither “pain is not” nor “if pain stays”; a mixed plan says the latter."""
    said = lines(sheet(["sit_to_stand"], pain_kind=kind), "safety")
    assert said == [
        "Your physio chose these for you. Tell us if your health changes.",
        "See your doctor before you start if you get chest pain with effort.",
    ]
    mixed = lines(sheet(["sit_to_stand", "seated_rotator_stretch"], changes={"pain_kind": kind}), "safety")
    assert mixed[-1] == "If pain stays or gets worse, get medical help."
    assert "A light pull is good. Pain is not." not in mixed


def test_check_with_your_doctor_is_for_sheets_that_nobody_issued() -> None:
    """A draft has the founding line; a clinician who issued has checked."""
    check = "Check with your doctor or physio before you start."
    chosen = "Your physio chose these for you. Tell us if your health changes."
    draft, final = (lines(sheet(["bridge"], issued=issued), "safety") for issued in (False, True))
    assert (check in draft, chosen in draft) == (True, False)
    assert (check in final, chosen in final) == (False, True)
    assert "From" in facts(sheet(["bridge"]))
