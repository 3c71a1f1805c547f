"""The proposals by the worked examples: one step an item, from log and pain, or the reason why there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import pytest

from kit.followup.pointer import Pointer
from kit.followup.proposal import Proposal
from kit.followup.proposals import propose
from kit.followup.signs import Dealt, open_signs
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.followup.frames import On, days, frames_of, june

START = dt.date(2026, 6, 1)
PATIENT = Context(age=50, red_flags_screened=START)
Sides = int | None | Mapping[str, int | None]


def one(library: Library, exercise: str, *, who: Context = PATIENT, **dose: Any) -> Plan:
    """An issued plan of one exercise, whatever the review says of it."""
    plan = Plan.begin("P-001", START, random=Random(1), context=who).add(library[exercise], **dose)
    return finalised(resolve(plan, library), "A. Physio", START)


def proposed(library: Library, plan: Plan, told: Sequence[On], as_of: int | None = None, **more: Any) -> Proposal:
    """That of the first item, as of the last day that is told."""
    day = june(as_of) if as_of else max((on.day for on in told if on.day), default=START)
    return propose(resolve(plan, library), frames_of(plan, told), day, **more)[0]


def said(library: Library, plan: Plan, told: Sequence[On], **more: Any) -> tuple[str, str]:
    found = proposed(library, plan, told, **more)
    return found.kind, found.words


def last_sets(*sets: Sides, **about: Any) -> list[On]:
    """Sessions on the days up to 14 June with these repetitions in the last set."""
    return [On(june(14 - len(sets) + n), last=last, **about) for n, last in enumerate(sets, 1)]


# Strength

FIVE_KG: dict[str, Any] = {"sets": 3, "reps": 10, "load_kg": 5.0}


def test_two_for_two_raises_the_load(library: Library) -> None:
    """Last sets 12, 12 for a goal of 10 at 5.0 kg: 5.5 kg, with reason, source and the sessions behind."""
    found = proposed(library, one(library, "mini_squat", **FIVE_KG), last_sets(10, 12, 12))
    assert (found.item_id, found.kind, dict(found.change)) == ("i1", "progress", {"load_kg": 5.5})
    assert found.words == "3 × 10, 5 kg → 3 × 10, 5.5 kg"
    assert found.why == "Last sets 12, 12; the goal is 10."
    assert found.source == "NSCA (S), ACSM2009 (S)"
    assert found.sessions == tuple(Pointer(june(11 + n), 1, n) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("sets", "why"),
    [
        ((12, 12, 11), "Last sets 12, 11; the goal is 10. It takes 12 or more in 2 sessions in a row."),
        ((12, 11, 12), "Last sets 11, 12; the goal is 10. It takes 12 or more in 2 sessions in a row."),
        ((12, 13, None), "Not enough log: the last set is told in 1 of the last 2 sessions."),
        ((12, None, None), "Not enough log: the last set is told in 0 of the last 2 sessions."),
    ],
)
def test_one_good_session_raises_nothing(library: Library, sets: tuple[Sides, ...], why: str) -> None:
    """12, 11 and 13, missing: no change."""
    found = proposed(library, one(library, "mini_squat", **FIVE_KG), last_sets(*sets))
    assert (found.kind, found.words, found.why, dict(found.change)) == ("hold", "stay at 3 × 10, 5 kg", why, {})


def test_both_sides_have_to_earn_it(library: Library) -> None:
    """12 and 12 on the right do not help the left with 12 and 11."""
    plan = one(library, "clamshell", load_kg=5.0)
    good, poor = {"left": 12, "right": 12}, {"left": 11, "right": 12}
    assert proposed(library, plan, last_sets(good, good, good)).kind == "progress"
    found = proposed(library, plan, last_sets(good, good, poor))
    assert (found.kind, found.why) == (
        "hold",
        "Last sets left 12, 11; right 12, 12; the goal is 10. It takes 12 or more in 2 sessions in a row.",
    )


def test_sets_with_less_load_earn_nothing(library: Library) -> None:
    """Twelve with 4 kg say nothing of 5 kg; more than 5 kg does."""
    plan = one(library, "mini_squat", **FIVE_KG)
    found = proposed(library, plan, last_sets(12, 12, 12, load_kg=4.0))
    assert (found.kind, found.why) == ("hold", "Last sets 12, 12; the goal is 10, but with 4 kg in place of 5 kg.")
    assert proposed(library, plan, last_sets(12, 12, 12, load_kg=5.0)).kind == "progress"


@pytest.mark.parametrize(("load", "more"), [(5.0, 5.5), (10.0, 10.5), (40.0, 41.0), (7.5, 8.0)])
def test_the_rise_is_the_smallest_step_of_2_to_10_percent(library: Library, load: float, more: float) -> None:
    """In steps of 0.5 kg."""
    found = proposed(library, one(library, "mini_squat", load_kg=load), last_sets(12, 12, 12))
    assert dict(found.change) == {"load_kg": more}


def test_a_light_load_that_no_step_fits_is_asked_about(library: Library) -> None:
    """From 2 kg half a kilogram is 25 %."""
    found = proposed(library, one(library, "mini_squat", load_kg=2.0), last_sets(12, 12, 12))
    assert (found.kind, found.why) == (
        "ask",
        "Last sets 12, 12; the goal is 10. 2 to 10 % more than 2 kg is 2.04 to 2.2 kg, finer than steps of 0.5 kg. Which weights are at hand?",
    )


def test_the_next_band_and_the_low_end_of_the_repetitions(library: Library) -> None:
    """Yellow, then red; the strongest has none above it; without a colour, or with an unknown one, it is asked."""
    plan = one(library, "band_row", band="yellow", reps=10)
    found = proposed(library, plan, last_sets(12, 12, 12))
    assert (found.words, dict(found.change)) == (
        "2 × 10 × 1 s, yellow band → 2 × 8 × 1 s, red band",
        {"band": "red", "reps": 8},
    )
    gold = proposed(library, one(library, "band_row", band="gold"), last_sets(12, 12, 12))
    assert (gold.kind, gold.words) == ("progress", "the same, and: “Use a stronger band.”")
    for band, why in (
        ("", "Which band is it? Name its colour in the plan, and the next one can be proposed."),
        ("purple", "The steps of the band “purple” are not known. Which is the next one?"),
    ):
        found = proposed(library, one(library, "band_row", band=band), last_sets(12, 12, 12))
        assert (found.kind, found.why) == ("ask", f"Last sets 12, 12; the goal is 10. {why}")


def test_body_weight_grows_by_repetitions_then_by_a_harder_form(library: Library) -> None:
    """Two more, up to 15, then the library's harder exercise on the same days."""
    sets = last_sets(*[20] * 3)
    assert said(library, one(library, "bridge", reps=10), sets) == ("progress", "2 × 10 × 2 s → 2 × 12 × 2 s")
    assert said(library, one(library, "bridge", reps=14), sets) == ("progress", "2 × 14 × 2 s → 2 × 15 × 2 s")
    found = proposed(library, one(library, "bridge", reps=15), sets)
    assert (found.kind, found.way, found.words) == ("swap", "up", "Bridge → Single-leg bridge, 2 × 8 × 2 s")
    assert found.exercise == library["single_leg_bridge"]


def test_a_harder_form_that_stands_in_the_plan_gives_way_to_words(library: Library) -> None:
    """Not the same exercise twice."""
    plan = Plan.begin("P-001", START, context=PATIENT).add(library["bridge"], reps=15)
    found = proposed(library, plan.add(library["single_leg_bridge"]), last_sets(*[20] * 3))
    assert (found.kind, found.words) == ("progress", "the same, and: “Cross your arms on your chest.”")


def test_a_harder_form_that_a_rule_marks_avoid_is_not_proposed(library: Library) -> None:
    """Falls risk without a support: standing on one leg is held by the review, and so it is no proposal."""
    held = (ConditionInForce(condition="falls_risk"),)
    who = PATIENT.model_copy(update={"conditions": held, "support": False})
    note = "Let go, and keep your hand just above the counter."
    found = proposed(library, one(library, "tandem_stance", who=who, hold_s=30, note=note), days(1, 14))
    assert (found.kind, found.exercise) == ("hold", None)
    assert "No step passes. Tandem stance → Single-leg stance, 3 × 20 s: the review says AVOID, " in found.why


# Stretches


def test_a_stretch_climbs_its_ladder(library: Library) -> None:
    """Repetitions 2, 3, 4, then the hold 30, 45, 60, then the harder form at 2 × 30 s."""
    told = days(1, 14)
    steps = {}
    for reps, hold in ((2, 20), (2, 30), (3, 30), (4, 30), (4, 45)):
        found = proposed(library, one(library, "bent_knee_crossover", reps=reps, hold_s=hold), told)
        steps[(reps, hold)] = found.words
        assert found.kind == "progress"
    assert steps == {
        (2, 20): "2 × 20 s → 2 × 30 s",
        (2, 30): "2 × 30 s → 3 × 30 s",
        (3, 30): "3 × 30 s → 4 × 30 s",
        (4, 30): "4 × 30 s → 4 × 45 s",
        (4, 45): "4 × 45 s → 4 × 60 s",
    }
    top = proposed(library, one(library, "bent_knee_crossover", reps=4, hold_s=60), told)
    assert (top.kind, top.words) == (
        "swap",
        "Supine bent-knee crossover → Supine straight-leg crossover (cross-body) stretch, 2 × 30 s",
    )


def test_older_patients_hold_longer_first(library: Library) -> None:
    """From 65 on; at 64 repetitions come first."""
    for age, words in ((64, "2 × 30 s → 3 × 30 s"), (65, "2 × 30 s → 2 × 45 s")):
        who = PATIENT.model_copy(update={"age": age})
        assert said(library, one(library, "gastroc_stretch", who=who), days(1, 14)) == ("progress", words)


def test_a_step_that_the_review_questions_is_made_smaller(library: Library) -> None:
    """From 1 × 30 s to 2 × 30 s doubles the week; 2 × 20 s is a third more."""
    found = proposed(library, one(library, "gastroc_stretch", reps=1), days(1, 14))
    assert (found.kind, found.words) == ("progress", "1 × 30 s → 2 × 20 s")


def test_no_step_passes(library: Library) -> None:
    """Four times a day is at the limit of a day: the reason names the finding."""
    found = proposed(
        library,
        one(library, "gastroc_stretch", reps=2, hold_s=60, schedule={"days_a_week": 7, "times_a_day": 4}),
        days(1, 14),
    )
    assert found.kind == "hold"
    assert found.why == (
        "The last 3 sessions were done as planned, and pain leaves room for more. No step passes. "
        "2 × 60 s → 3 × 60 s: the review says CAUTION, 720 s of stretch a day."
    )


# Balance and the rest


def test_balance_gets_steady_then_less_support_then_a_narrower_base(library: Library) -> None:
    """20 to 30 s, then a hand's less, then the harder exercise; each is tried together first."""
    assert said(library, one(library, "tandem_stance"), days(1, 14)) == ("progress", "3 × 20 s → 3 × 30 s")
    plan = one(library, "tandem_stance", hold_s=30)
    found = proposed(library, plan, days(1, 14))
    assert found.words == "the same, and: “Let go, and keep your hand just above the counter.”"
    assert found.why.endswith("Try it together before it goes home.")
    free = one(library, "tandem_stance", hold_s=30, note="Let go, and keep your hand just above the counter.")
    assert said(library, free, days(1, 14)) == ("swap", "Tandem stance → Single-leg stance, 3 × 20 s")
    last = one(
        library, "single_leg_stance", hold_s=30, note=" ".join(v.text for v in library["single_leg_stance"].harder)
    )
    found = proposed(library, last, days(1, 14))
    assert (found.kind, found.why) == (
        "ask",
        "The last 3 sessions were done as planned, and pain leaves room for more. "
        "Next come eyes closed or another surface. Try them under supervision first.",
    )


def test_balance_that_is_not_steady_stays(library: Library) -> None:
    """A session with 50 of 60 s is 94 % of the dose over three, and not steady."""
    told = [*days(1, 13), On(june(14), done=50)]
    found = proposed(library, one(library, "tandem_stance"), told)
    assert (found.kind, found.why.endswith("the whole dose was not done in each of the last sessions.")) == (
        "hold",
        True,
    )


@pytest.mark.parametrize(("exercise", "kind"), [("cat_cow", "mobility"), ("walking", "walking")])
def test_without_a_rule_nothing_is_proposed(library: Library, exercise: str, kind: str) -> None:
    """Mobility and walking have no ladder."""
    found = proposed(library, one(library, exercise), days(1, 14))
    assert (found.kind, found.why) == ("hold", f"No rule says how {kind} grows.")


# Less


def test_pain_that_is_too_high_lowers_the_dose(library: Library) -> None:
    """Load by 20 to 30 %, else repetitions, else an easier form; the latest session counts at once."""
    told = [*days(1, 13), On(june(14), pain=(1, 6, 4, 1), last=14)]
    found = proposed(library, one(library, "mini_squat", **FIVE_KG), told)
    assert (found.kind, found.way, found.words) == ("step_back", "down", "3 × 10, 5 kg → 3 × 10, 3.5 kg")
    assert found.why == "The pain rule asks for less (2026-06-14: before 1, peak 6, next morning 1)."
    assert found.sessions == (Pointer(june(14), 1, 14),)
    assert said(library, one(library, "bridge"), told) == ("step_back", "2 × 10 × 2 s → 2 × 7 × 2 s")
    assert said(library, one(library, "band_row", band="red"), told)[1].endswith("→ 2 × 10 × 1 s, yellow band")
    assert said(library, one(library, "tandem_stance"), told) == ("step_back", "3 × 20 s → 3 × 15 s")
    assert said(library, one(library, "walking"), told) == ("step_back", "10 min → 7 min 30 s")


def test_a_stretch_goes_down_its_ladder_then_gets_easier(library: Library) -> None:
    """A rung less, not below 2 × 30 s; then less of the movement."""
    told = [On(june(14), pain=(0, 3, 1, 0))]
    assert said(library, one(library, "gastroc_stretch", reps=4, hold_s=45), told)[1] == "4 × 45 s → 4 × 30 s"
    assert said(library, one(library, "gastroc_stretch", reps=3), told)[1] == "3 × 30 s → 2 × 30 s"
    assert said(library, one(library, "gastroc_stretch"), told) == (
        "step_back",
        "the same, and: “Take a smaller step back.”",
    )


def test_both_pain_policies(library: Library) -> None:
    """A peak of 4 that settles keeps a strength dose and lowers a stretch; 3 leaves room in strength."""
    told = [*days(1, 13, last=12), On(june(14), pain=(2, 4, 3, 2), last=12)]
    held = proposed(library, one(library, "bridge"), told)
    assert (held.kind, held.why) == (
        "hold",
        "Pain asks to keep the dose in 1 of the last 3 sessions (2026-06-14: peak 4, next morning 2 after 2).",
    )
    assert proposed(library, one(library, "gastroc_stretch"), told).kind == "step_back"
    mild = [*days(1, 13, last=12), On(june(14), pain=(2, 3, 3, 2), last=12)]
    assert proposed(library, one(library, "bridge"), mild).kind == "progress"
    assert proposed(library, one(library, "bridge", pain_kind="tendon"), told).kind == "progress"


def test_an_older_high_session_keeps_the_dose_and_two_lower_it(library: Library) -> None:
    """One of the last three, not the latest: hold. Two: less. Before the last three: forgotten."""
    plan, high = one(library, "bridge"), (1, 6, 4, 1)
    two = [On(june(12), pain=high, last=12), On(june(13), pain=high, last=12), On(june(14), last=12)]
    assert proposed(library, plan, [*days(1, 11), *two]).kind == "step_back"
    assert proposed(library, plan, [*days(1, 12, last=12), two[1], two[2]]).kind == "hold"
    assert proposed(library, plan, [On(june(11), pain=high), *days(12, 14, last=12)]).kind == "progress"


def test_pain_in_a_session_without_the_exercise_does_not_lower_it(library: Library) -> None:
    """It was left out that day: the dose stays."""
    told = [*days(1, 13), On(june(14), pain=(1, 7, 4, 1), items={"i1": "not_done"})]
    assert proposed(library, one(library, "bridge"), told).kind == "hold"


def test_an_extra_session_counts_for_pain(library: Library) -> None:
    """On a day when nothing was due: its pain lowers, and its missing morning keeps."""
    plan = one(library, "gastroc_stretch")
    assert proposed(library, plan, [*days(1, 13), On(june(14), extra=True, pain=(0, 5, 1, 0))]).kind == "step_back"
    found = proposed(library, plan, [*days(1, 13), On(june(14), extra=True, pain=(0, 1, 1, None))])
    assert (found.kind, found.why) == (
        "hold",
        "Not enough log: the next morning is told for 3 of the last 4 sessions.",
    )


def test_where_nothing_less_passes_it_is_asked(library: Library) -> None:
    """A stretch at its first dose whose easier forms stand in its note already, but for an exercise of the plan."""
    note = " ".join(v.text for v in library["cross_body_stretch"].easier).format(lead="right", other="left")
    found = proposed(library, one(library, "cross_body_stretch", note=note), [On(june(14), pain=(0, 5, 1, 0))])
    assert (found.kind, found.why) == (
        "ask",
        "The pain rule asks for less (2026-06-14: before 0, peak 5, next morning 0). No smaller step is known.",
    )


def test_a_step_beyond_what_a_plan_holds_is_none(library: Library) -> None:
    """A load has an end: the reason is told, and nobody sees an error."""
    found = proposed(library, one(library, "mini_squat", load_kg=500.0), last_sets(12, 12, 12))
    assert found.kind == "hold"
    assert found.why.startswith("Last sets 12, 12; the goal is 10. No step passes. 2 × 10, 500 kg → 2 × 10, 510 kg: ")


# Signs and versions


def test_a_sign_comes_before_everything(library: Library, four: Plan) -> None:
    """Open: each item asks. Dealt with: the dose still stays for these sessions, and after three more it may rise."""
    told = [*days(1, 13), On(june(14), sign="numb saddle")]
    frames = frames_of(four, told)
    found = propose(resolve(four, library), frames, june(14))
    assert {(one.kind, one.why) for one in found} == {
        (
            "ask",
            "The patient reported a sign that asks for help: “numb saddle” (on 2026-06-14). Deal with it first.",
        )
    }
    assert found[0].sessions == (Pointer(june(14), 1, 14),)
    about: dict[str, Any] = {
        "by": "A. Physio",
        "role": "physiotherapist",
        "on": june(15),
        "what": "Called, all is well again.",
    }
    dealt = [Dealt.with_sign(open_signs(frames)[0], **about)]
    assert proposed(library, four, told, dealt=dealt).why == (
        "A sign that asks for help was reported: “numb saddle” (on 2026-06-14)."
    )
    assert proposed(library, four, [*told, *days(15, 17)], dealt=dealt).kind == "progress"


def test_seven_days_from_the_last_change_by_the_versions(library: Library) -> None:
    """An item that stayed the same counts from its first version on, a changed one from the version that changed it."""
    before = finalised(
        resolve(
            Plan.begin("P-001", START, random=Random(1), context=PATIENT)
            .add(library["gastroc_stretch"])
            .add(library["soleus_stretch"]),
            library,
        ),
        "A. Physio",
        START,
    )
    draft = before.new_version(june(10)).adjust("i2", reps=3)
    after = finalised(resolve(draft, library), "A. Physio", june(10))
    told = [*days(1, 9), *days(10, 16, version=2)]
    frames = frames_of(after, told, (), before)
    known = resolve(after, library)
    same, raised = propose(known, frames, june(16), versions=[before, after])
    assert (same.kind, raised.kind) == ("progress", "hold")
    assert raised.why == "Changed on 2026-06-10; the next step is due from 2026-06-17 on."
    assert [one.kind for one in propose(known, frames, june(17), versions=[before, after])] == ["progress", "progress"]
    assert [one.kind for one in propose(known, frames, june(16))] == ["hold", "hold"]


def test_a_draft_is_measured_against_the_version_before_it(library: Library) -> None:
    """2 × 30 s was issued, the draft has 3: a fourth repetition would double the week."""
    before = one(library, "gastroc_stretch")
    draft = before.new_version(june(10)).adjust("i1", reps=3)
    frames = frames_of(draft, [*days(1, 9), *days(10, 17, version=2)], (), before)
    (found,) = propose(resolve(draft, library), frames, june(17), versions=[before, draft])
    assert (found.kind, found.words) == ("hold", "stay at 3 × 30 s")
    assert found.why.endswith(
        "3 × 30 s → 4 × 30 s: the review says CAUTION, "
        "The work of a week rises by 100 %, from 420 to 840 seconds a week."
    )


def test_one_proposal_an_item_in_order(library: Library, four: Plan) -> None:
    """Each item once, and plain data of each for a page."""
    found = propose(resolve(four, library), frames_of(four, days(1, 14)), june(14))
    assert [one.item_id for one in found] == ["i1", "i2", "i3", "i4"]
    assert found[0].as_dict() == {
        "item_id": "i1",
        "kind": "progress",
        "words": "2 × 30 s → 3 × 30 s",
        "why": "The last 3 sessions were done as planned, and pain leaves room for more.",
        "source": "Garber2011 (S), design choice (D)",
        "sessions": [{"date": f"2026-06-{n}", "slot": 1, "session": n} for n in (12, 13, 14)],
        "change": {"reps": 3},
        "way": "up",
        "exercise_id": None,
    }


def test_an_exercise_that_left_the_library_is_asked_about(library: Library, four: Plan) -> None:
    """An issued plan keeps it in its snapshot; the next version could not."""
    issued = finalised(resolve(four, library), "A. Physio", START)
    less = Library([e for e in library if e.id != four.items[0].exercise_id])
    found = propose(resolve(issued, less), frames_of(issued, days(1, 14)), june(14))[0]
    assert (found.kind, found.why) == ("ask", "Its exercise is not in the library any more.")
