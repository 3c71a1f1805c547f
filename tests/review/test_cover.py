"""An answer covers the dose that it was given for, and ends where that rises or changes in kind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import PlanError
from kit.library.exercise import Arc
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.review.answers import answer
from kit.review.check import check, findings
from kit.review.finding import Finding
from kit.review.issue import issue, open_findings
from kit.settings import Settings
from tests.review.cases import START, about, day, has, patient, plan_of

DAY = dt.timedelta(days=1)
SECOND: dict[str, Any] = {
    "by": "B. Chief",
    "role": "Physiotherapist, PH-12345",
    "reason": "MRI clear 28 May, spinal team agrees",
}


def avoid(plan: Plan, library: Library, on: dt.date | None = None) -> Finding:
    (found,) = [f for f in check(plan, library, on=on) if f.level == "AVOID"]
    return found


def answered(plan: Plan, library: Library, reason: str = "Seen and right for this patient.") -> Plan:
    return answer(plan, avoid(plan, library), "A. Physio", START, reason)


def stretch(library: Library, **changes: Any) -> Plan:
    """A plan with one AVOID: a long hold on one leg, strapped, for a patient without support."""
    who = patient(has("falls_risk"), support=False)
    dose = {"sets": 2, "reps": 2, "hold_s": 20, "tempo_s": 4, "rest_rep_s": 15, "rest_set_s": 60, "load_kg": 1.0,
            "band": "green", "effort_target": 5, "schedule": Schedule(days_a_week=4, times_a_day=2), **changes}  # fmt: skip
    return plan_of(library, ("single_leg_stance", dose), who=who)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"sets": 3}, "sets"),
        ({"reps": 3}, "repetitions"),
        ({"hold_s": 21}, "hold"),
        ({"load_kg": 1.5}, "load"),
        ({"band": "blue"}, "band"),
        ({"band": "my own"}, "band"),
        ({"band": "double green"}, "band"),
        ({"band": "red x2"}, "band"),
        ({"band": "red, 20 kg"}, "band"),
        ({"band": "light green"}, "band"),
        ({"band": "red loop"}, None),
        ({"effort_target": 6}, "effort"),
        ({"schedule": Schedule(days_a_week=5, times_a_day=2)}, "days"),
        ({"schedule": Schedule(days_a_week=4, times_a_day=3)}, "times a day"),
        ({"rest_rep_s": 14}, "rest between repetitions"),
        ({"rest_set_s": 45}, "rest between sets"),
        ({"tempo_s": 2}, "time of a repetition"),
        ({"note": "Well."}, "note"),
        ({"sides": "left"}, "side"),
        ({"lead_side": "left"}, "side"),
        ({"side_order": "alternate"}, "side"),
        ({"rom_limit": None}, None),
        ({"sets": 1}, None),
        ({"reps": 1}, None),
        ({"hold_s": 19}, None),
        ({"load_kg": None}, None),
        ({"load_kg": 0.5}, None),
        ({"band": "red"}, None),
        ({"band": ""}, "band"),
        ({"effort_target": None}, "effort"),
        ({"effort_target": 4}, None),
        ({"schedule": Schedule(days_a_week=3, times_a_day=1)}, None),
        ({"schedule": Schedule(weekdays=("mon", "wed", "fri", "sun"), times_a_day=2)}, None),
        ({"rest_rep_s": 30}, None),
        ({"rest_set_s": 90}, None),
        ({"tempo_s": 5}, None),
    ],
)
def test_what_ends_an_answer(library: Library, change: dict[str, Any], word: str | None) -> None:
    """A dose that rises, a rest that shrinks, a word more; what gets less stays covered. An effort or a band that is
    left out counts as the most."""
    plan = answered(stretch(library), library).adjust("i1", **change)
    found = avoid(plan, library)
    assert found.holds is bool(word)
    if word:
        assert f"Changed: {word}. Give a new reason." in found.why
    else:
        assert found.answered == "Seen and right for this patient. (A. Physio, 2026-06-01)"


def test_what_an_answer_covered_is_told_beside_what_is_there_now(library: Library) -> None:
    """Both doses in the words of the plan."""
    plan = plan_of(library, ("step_up", {"reps": 10}), who=patient(has("nwb", side="left")))
    later = answered(plan, library).adjust("i1", sets=10, reps=30, load_kg=60.0)
    assert avoid(later, library).why.startswith(
        "The written reason covered 2 × 10, each side without load. Now: 10 × 30, each side, 60 kg. "
        "Changed: sets, repetitions, load. Give a new reason."
    )


def test_the_time_of_a_hold(library: Library) -> None:
    """3 x 20 s may fall to 2 x 20 s; 5 x 120 s asks again, and so does a timed dose in its place."""
    who = patient(has("falls_risk"), support=False)
    plan = answered(plan_of(library, ("single_leg_stance", {"sets": 3, "reps": 1, "hold_s": 20}), who=who), library)
    assert not avoid(plan.adjust("i1", sets=2), library).holds
    assert avoid(plan.adjust("i1", sets=5, hold_s=120), library).holds
    timed: dict[str, Any] = {"reps": 1, "hold_s": 0, "tempo_s": 0, "rest_rep_s": 0, "duration_s": 60}
    assert avoid(plan.adjust("i1", **timed), library).holds


def test_support_and_surface_and_condition(library: Library) -> None:
    """Support taken away, a bed made a floor, any other fact of the condition: the answer ends."""
    repaired = patient(has("rc_repair", side="right", since="05-18"), support=True)
    plan = answered(plan_of(library, ("curl_up", {"surface": "bed"}), who=repaired), library)
    for change in ({"support": None}, {"conditions": (has("rc_repair", side="right", since="05-19"),)},
                   {"conditions": (has("rc_repair", side="right", since="05-18", until="08-01"),)}):  # fmt: skip
        assert avoid(plan.describe(context=patient(**{**dict(repaired), **change})), library).holds
    assert avoid(plan.adjust("i1", surface="floor"), library).holds
    floor = answered(plan_of(library, ("curl_up", {"surface": "floor"}), who=repaired), library)
    assert not avoid(floor.adjust("i1", surface="bed"), library).holds


def test_another_exercise_in_its_place_asks_again(library: Library) -> None:
    """The answer names its item and exercise."""
    who = patient(has("nwb", side="left"))
    plan = answered(plan_of(library, "step_up", who=who), library)
    other = plan.remove("i1").add(library["mini_squat"])
    assert avoid(other, library).holds
    assert [f.level for f in about(check(other, library), "stale")] == ["INFO"]


def test_a_stage_that_comes_into_the_plan_ends_an_answer(library: Library) -> None:
    """An arc of weeks 4 to 12, answered for a plan from week 4 on; begun in week 3, it asks again."""
    who = patient(has("aclr_early", side="left", since="05-18"), red_flags_screened=day("06-08"))
    arc = {"sides": "left", "rom_limit": Arc(from_deg=90, to_deg=45)}
    week_4 = plan_of(library, ("long_arc_quad", arc), who=who).describe(start=day("06-15"))
    plan = answered(week_4, library)
    assert not avoid(plan, library).holds
    assert "Changed: stage of the condition." in avoid(plan.describe(start=day("06-08")), library).why


# The arc


@pytest.mark.parametrize(
    ("limit", "stands"),
    [(None, False), ((90, 30), False), ((100, 45), False), ((90, 45), True), ((45, 90), True), ((90, 60), True)],
)
def test_where_an_arc_is_asked_a_reason_alone_does_not_do(
    library: Library, limit: tuple[int, int] | None, stands: bool
) -> None:
    """Open-chain extension in weeks 4 to 12 keeps inside 90 to 45 degrees, else no answer is taken."""
    rom = Arc(from_deg=limit[0], to_deg=limit[1]) if limit else None
    who = patient(has("aclr_early", side="left", since="04-27"))
    plan = plan_of(library, ("long_arc_quad", {"sides": "left", "rom_limit": rom}), who=who)
    if stands and limit:
        kept = avoid(answered(plan, library), library)
        assert not kept.holds
        assert kept.what.endswith(f" The item is kept inside {limit[0]} to {limit[1]} degrees.")
        assert kept.mend.startswith("Where the protocol allows this arc, say so as the written reason;")
        return
    with pytest.raises(PlanError, match="Set the arc first: 90 to 45 degrees"):
        answered(plan, library)
    assert "For a written reason set the arc first: 90 to 45 degrees." in avoid(plan, library).mend


def test_an_arc_may_narrow_and_not_widen(library: Library) -> None:
    """Inside the old one it is covered; wider, or taken away, it asks again."""
    who = patient(has("aclr_early", side="left", since="04-27"))
    arc = {"sides": "left", "rom_limit": Arc(from_deg=90, to_deg=60)}
    plan = answered(plan_of(library, ("long_arc_quad", arc), who=who), library)
    for limit, holds in ((Arc(from_deg=90, to_deg=70), False), (Arc(from_deg=90, to_deg=45), True), (None, True)):
        assert avoid(plan.adjust("i1", rom_limit=limit), library).holds is holds


@given(st.tuples(*[st.integers(0, 180)] * 4).filter(lambda a: a[0] != a[1] and a[2] != a[3]))
def test_one_arc_is_within_another_when_each_of_its_angles_is(angles: tuple[int, int, int, int]) -> None:
    """Whichever end it is told from."""
    one, two = Arc(from_deg=angles[0], to_deg=angles[1]), Arc(from_deg=angles[2], to_deg=angles[3])
    inner, outer = (range(min(a), max(a) + 1) for a in (angles[:2], angles[2:]))
    assert one.within(two) is set(inner).issubset(outer)


# Carried to the next version


def test_a_reason_is_carried_for_90_days_and_a_sign_off_never(library: Library) -> None:
    """With the same dose; it says from which version."""
    who = patient(has("nwb", side="left"), has("acute_fracture", side="left", region="wrist_hand"))
    plan = plan_of(library, "step_up", "band_row", who=who)
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    signed = answer(answered(plan, library), stop, **{**SECOND, "on": START})
    issued = issue(signed, library, "A. Physio", START)
    for start, on, holds in (("07-01", "06-30", False), ("08-30", "08-30", False), ("09-15", "09-15", True)):
        second = issued.new_version(day(start), on=day(on))
        found = avoid(second, library, on=day(on))
        assert found.holds is holds
        assert second.sign_offs == ()
        assert [f.holds for f in check(second, library, previous=issued) if f.level == "STOP"] == [True]
        if holds:
            assert found.why.startswith("The written reason is 106 days old, and it holds for 90. Give a new reason.")
        else:
            assert found.answered.endswith("(A. Physio, 2026-06-01, carried from version 1)")


def test_a_copy_as_a_plan_of_its_own_has_no_answers(library: Library) -> None:
    """They were given for another plan."""
    plan = answered(plan_of(library, "step_up", who=patient(has("nwb", side="left"))), library)
    assert plan.copied("P-002").overrides == ()


# Answers that do not count


def test_an_answer_of_a_mere_key_covers_nothing(library: Library) -> None:
    """It does not say what it was given for; one of tomorrow has not been given yet."""
    plan = plan_of(library, "step_up", who=patient(has("nwb", side="left")))
    found = avoid(plan, library)
    blank = plan.override(found.key, "Because.", "A. Physio", START)
    assert avoid(blank, library).holds
    assert avoid(blank, library).why.startswith("The written reason does not say what it covered. Give it anew.")
    tomorrow = answer(plan, found, "A. Physio", START + DAY, "Because.")
    assert avoid(tomorrow, library).holds
    assert "is dated 2 June 2026, after 1 June 2026." in avoid(tomorrow, library).why


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, ""),
        ({"role": ""}, "it has no role or registration"),
        ({"reason": "okay"}, "its reason has 4 letters, and at least 10 are needed"),
        ({"reason": "123456789012"}, "its reason has 0 letters, and at least 10 are needed"),
        ({"on": day("05-10")}, "it is 22 days old, and 14 hold"),
        ({"on": day("05-18")}, ""),
        ({"on": day("05-17")}, "it is 15 days old, and 14 hold"),
        ({"on": day("06-03")}, "its day, 3 June 2026, is after 1 June 2026"),
    ],
)
def test_a_stop_asks_for_a_name_a_role_a_reason_and_a_day(library: Library, change: dict[str, Any], words: str) -> None:
    """Incomplete, it is an ERROR beside the STOP that stays open, however it came into the plan."""
    plan = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    given_ = {**SECOND, "on": day("05-29"), **change}
    signed = plan.sign_off(stop, given_["by"], given_["on"], given_["reason"], given_["role"])
    found = check(signed, library)
    (stop,) = [f for f in found if f.level == "STOP"]
    assert stop.holds is bool(words)
    errors = [f for f in found if f.level == "ERROR"]
    assert [f.what for f in errors] == ([f"the sign-off by B. Chief does not count: {words}."] if words else [])
    if not words:
        assert stop.answered.startswith("signed off by B. Chief, Physiotherapist, PH-12345, 2026-05-")
        assert issue(signed, library, "A. Physio", START).issued


def test_who_issues_should_not_sign_off(library: Library) -> None:
    """A CAUTION beside the plan; where the clinic asks for a second person, an ERROR."""
    plan = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    known = resolve(answer(plan, stop, on=day("05-29"), **SECOND), library)
    assert not about(findings(known, START, by="A. Physio"), "signer")
    for same in (" b.  chief", "B.Chief", "Chief, B.", "Dr B. Chief", "Chief"):
        assert [f.level for f in about(findings(known, START, by=same), "signer")] == ["CAUTION"]
    assert open_findings(known, START, by="B. Chief") == []
    strict = Settings(second_person=True)
    (error,) = open_findings(known, START, settings=strict, by="B. Chief")
    assert (error.level, error.source) == ("ERROR", "clinic setting")


# Bands


@pytest.mark.parametrize(
    ("before", "now", "steps"),
    [("red", "green", 1), ("Red ", "red", 0), ("blue", "yellow", -3), ("light", "heavy", 2), ("red", "heavy", None), ("x", "x", 0)],
)  # fmt: skip
def test_how_much_stronger_a_band_is(before: str, now: str, steps: int | None) -> None:
    """By colour or by word; between the two nobody can say."""
    assert rules().bands.steps_up(before, now) == steps


def test_a_sign_off_covers_the_injury_and_the_dose_that_it_was_given_for(library: Library) -> None:
    """A new fracture, or more of the exercise, asks again."""
    broken = patient(has("acute_fracture", side="left", region="hip", since="05-10"))
    plan = plan_of(library, "bridge", who=broken)
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    signed = answer(plan, stop, on=START, **SECOND)
    assert not [f for f in check(signed, library) if f.level == "STOP" and f.holds]
    again = patient(has("acute_fracture", side="left", region="hip", since="05-30"))
    for changed in (signed.adjust("i1", reps=30), signed.describe(context=again)):
        assert [f.holds for f in check(changed, library) if f.level == "STOP"] == [True]


def test_an_answer_has_a_name_and_words(library: Library) -> None:
    """Marks alone are neither, whichever way they came into the plan; no version is carried from itself."""
    plan = plan_of(library, "step_up", who=patient(has("nwb", side="left")))
    found = avoid(plan, library)
    for by, reason in (("A. Physio", "."), ("-", "Seen.")):
        with pytest.raises(PlanError):
            answer(plan, found, by, START, reason)
        assert avoid(plan.override(found, reason, by, START), library).holds
    good = answered(plan, library)
    pretended = good.overrides[0].model_copy(update={"carried_from": 1})
    assert avoid(good.model_copy(update={"overrides": (pretended,)}), library).holds


# Where an answer was given


def stopped(library: Library, **facts: Any) -> Plan:
    """A plan that a STOP holds, signed off by a second person."""
    plan = plan_of(library, "bridge", who=patient(has("cauda_equina"), **facts))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    return answer(plan, stop, **{**SECOND, "on": START})


def told_of(plan: Plan, library: Library, on: dt.date = START, **more: Any) -> list[str]:
    """What is wrong with the sign-offs of a STOP that is open."""
    found = check(plan, library, on=on, **more)
    assert [f.holds for f in found if f.level == "STOP"] == [True]
    return [f.what for f in found if f.level == "ERROR"]


def test_a_sign_off_counts_in_its_own_version_of_its_own_plan(library: Library) -> None:
    """Copied by hand into the next version, or into another plan, it does not; nor one that does not say its version."""
    first = issue(stopped(library), library, "A. Physio", START)
    second = first.new_version(day("06-05"), on=day("06-05"))
    copied = second.model_copy(update={"sign_offs": first.sign_offs})
    said = "the sign-off by B. Chief does not count: "
    assert told_of(copied, library, day("06-05"), previous=first) == [
        f"{said}it was given for version 1, and this is version 2."
    ]
    silent = first.sign_offs[0].model_copy(update={"covers": None})
    assert told_of(copied.model_copy(update={"sign_offs": (silent,)}), library, day("06-05"), previous=first) == [
        f"{said}it does not say that it is for version 2."
    ]
    other = stopped(library).copied("P-002")
    assert told_of(other.model_copy(update={"sign_offs": first.sign_offs}), library) == [
        f"{said}it was given for another plan, {first.code}."
    ]
    fresh = [f for f in check(second, library, on=day("06-05"), previous=first) if f.level == "STOP"]
    anew = answer(second, fresh[0], **{**SECOND, "on": day("06-05")})
    assert issue(anew, library, "A. Physio", day("06-05"), first).issued


def test_a_written_reason_of_another_plan_is_none_of_this_one(library: Library) -> None:
    """Though the two have the same dose and the same finding."""
    plan = answered(plan_of(library, "step_up", who=patient(has("nwb", side="left"))), library)
    other = plan.copied("P-002").model_copy(update={"overrides": plan.overrides})
    assert avoid(other, library).why.startswith(
        f"The written reason was given for another plan, {plan.code}. Give it anew."
    )
    with_key = other.override(avoid(plan, library), "Seen.", "A. Physio", START)
    assert avoid(with_key, library).holds


def test_an_effort_that_was_not_set_covers_no_other_one(library: Library) -> None:
    """Nobody said how hard it was, so any number is another effort; not set before and after, it stays."""
    plan = answered(stretch(library, effort_target=None, band=""), library)
    assert not avoid(plan, library).holds
    for change, word in (({"effort_target": 3}, "effort"), ({"band": "yellow"}, "band")):
        assert f"Changed: {word}." in avoid(plan.adjust("i1", **change), library).why


@pytest.mark.parametrize("same", ["А. Рһуѕіо", "Ａ. Ｐhysio", "a physio", "Physio, A.", "A. Phys1o", "Á. Physió"])
def test_a_look_alike_is_no_second_person(library: Library, same: str) -> None:
    """All Cyrillic or full-width letters, accents, a digit in a letter's place: a reader sees one name."""
    plan = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    known = resolve(answer(plan, stop, **{**SECOND, "by": same, "on": START}), library)
    strict = Settings(second_person=True)
    assert [f.key.split()[1] for f in open_findings(known, START, settings=strict, by="A. Physio")] == ["signer"]
    assert open_findings(known, START, settings=strict, by="B. Other") == []


MIXED = {
    "\u0410. Physio": "Cyrillic and Latin",
    "\u0391. \u0420\u04bb\u0443\u0455\u0456\u043e": "Greek and Cyrillic",
    "\u13aa. Physio": "Cherokee and Latin",
    "\ua4ee. Physio": "Lisu and Latin",
    "A. \u146dhysio": "Latin and Canadian",
    "A. Phys\u02c8o": "Latin and Modifier",
}


@pytest.mark.parametrize(("name", "scripts"), MIXED.items())
def test_a_name_of_two_scripts_signs_nothing(library: Library, name: str, scripts: str) -> None:
    """It releases no STOP, gives no reason, and issues nothing, given now or found in a plan."""
    said = f"“{name}” has {scripts} letters, and a name is in one script."
    plan = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    with pytest.raises(PlanError) as refused:
        answer(plan, stop, **{**SECOND, "by": name, "on": START})
    assert str(refused.value) == f"by: {said} Write it in the letters of one script."
    with pytest.raises(PlanError) as refused:
        issue(plan, library, name, START)
    assert str(refused.value) == f"issue, by: {said} Write it in the letters of one script."
    found = plan.sign_off(stop, name, START, SECOND["reason"], SECOND["role"])
    (held,) = [f for f in check(found, library) if f.key.startswith("ERROR sign-off")]
    assert held.what == f"the sign-off by {name} does not count: its name {said.partition('” ')[2]}"
    avoided = plan_of(library, "step_up", who=patient(has("nwb", side="left")))
    given = avoided.override(avoid(avoided, library), "Seen and right.", name, START)
    assert avoid(given, library).why.startswith(f"The name {said} Give the reason anew.")


@pytest.mark.parametrize(
    "name",
    ["A", "Oo", "Zoë Müller", "O\u02bcNeil", "Łukasz Żółw", "Иван Петров", "Γιώργος Π.", "د. سارة", "王伟", "さくら 田中",
     "김 民", "Ａ. Ｐhysio", "Zoe\u0308 1"],
)  # fmt: skip
def test_a_name_of_one_script_signs(library: Library, name: str) -> None:
    """Whatever the script, with accents and apostrophes; kana and kanji stand in one name."""
    plan = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    signed = answer(plan, stop, **{**SECOND, "by": name, "on": START})
    assert issue(signed, library, "B. Other", START).issued


@pytest.mark.parametrize("reason", ["xxxxxxxxxx", "Aa aa aa aa aa", "abababababab", "ee"])
def test_letters_held_down_are_no_reason(library: Library, reason: str) -> None:
    """Three different ones at least, for an AVOID and for a STOP, given now or found in a plan."""
    different = len({*reason.casefold()} - {" "})
    few = f"has {different} different letter{'s' if different > 1 else ''}, and at least 3 are needed"
    plan = plan_of(library, "step_up", who=patient(has("nwb", side="left")))
    with pytest.raises(PlanError) as refused:
        answer(plan, avoid(plan, library), "A. Physio", START, reason)
    mend = "Write why this exercise is right for this patient."
    assert str(refused.value) == f"reason: “{reason}” {few}. {mend}"
    given = plan.override(avoid(plan, library), reason, "A. Physio", START)
    assert avoid(given, library).why.startswith(f"The written reason {few}. Give it anew.")
    held = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(held, library) if f.level == "STOP"]
    with pytest.raises(PlanError, match=f"its reason {few}" if len(reason) >= 10 else "its reason has 2 letters"):
        answer(held, stop, **{**SECOND, "reason": reason, "on": START})


def test_a_letter_held_down_names_nobody_and_no_role(library: Library) -> None:
    """Three of one letter; of whoever signs, of a role, and of whoever issues."""
    plan = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(plan, library) if f.level == "STOP"]
    for change, said in (({"by": "xxx"}, "by: is missing."), ({"role": "Xxx"}, "it has no role or registration")):
        with pytest.raises(PlanError, match=said):
            answer(plan, stop, **{**SECOND, "on": START, **change})
    with pytest.raises(PlanError, match="“xxxx” is no name."):
        issue(plan, library, "xxxx", START)


UNSEEN = ["\u3164", "\u1160" * 12, "\uffa0", "\u115f", "\u2800" * 12, "\u200d", "\ufe0f", "\u17b4"]


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_what_nobody_sees_is_no_name_role_or_reason(library: Library, unseen: str) -> None:
    """In a reason, in a sign-off, and as the name of whoever issues."""
    plan = plan_of(library, "step_up", who=patient(has("nwb", side="left")))
    for by, reason in (("A. Physio", unseen), (unseen, "Seen and right.")):
        with pytest.raises(PlanError, match="is missing"):
            answer(plan, avoid(plan, library), by, START, reason)
    with pytest.raises(PlanError, match=r"issue, by: .* is no name"):
        issue(answered(plan, library), library, unseen, START)
    halted = plan_of(library, "chin_tuck", who=patient(has("cauda_equina")))
    (stop,) = [f for f in check(halted, library) if f.level == "STOP"]
    for change in ({"role": unseen}, {"by": unseen}, {"reason": unseen * 10}):
        with pytest.raises(PlanError):
            answer(halted, stop, **{**SECOND, "on": START, **change})
