"""Sessions, second by second."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import PlanError
from kit.library.dose import Dose
from kit.library.exercise import Side
from kit.library.library import Library
from kit.plan.keywords import DoseChanges
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.schedule import Schedule, days_a_week
from kit.timing.session import Session, formula_s, session, steps_of
from kit.timing.slots import slots
from kit.words.dose import Sides

START = dt.date(2026, 6, 1)

# Whole seconds of each exercise at its default dose, by the corrected clinical specification.
TIMES = {
    "seated_rotator_stretch": 170,
    "supine_figure4_stretch": 170,
    "standing_itb_stretch": 170,
    "supine_leg_crossover": 170,
    "chair_figure4_stretch": 170,
    "bent_knee_crossover": 170,
    "half_kneeling_hip_flexor": 180,
    "hamstring_strap_stretch": 185,
    "prone_quad_strap_stretch": 185,
    "standing_quad_stretch": 175,
    "quad_set": 186,
    "straight_leg_raise": 325,
    "short_arc_quad": 380,
    "long_arc_quad": 325,
    "bridge": 195,
    "single_leg_bridge": 277,
    "clamshell": 345,
    "side_lying_hip_abduction": 345,
    "banded_side_step": 220,
    "sit_to_stand": 139,
    "mini_squat": 155,
    "step_up": 218,
    "lateral_step_down": 228,
    "split_squat": 223,
    "ankle_pumps": 55,
    "knee_to_wall": 125,
    "gastroc_stretch": 175,
    "soleus_stretch": 175,
    "ankle_eversion_band": 260,
    "heel_raise_double": 175,
    "heel_raise_single": 245,
    "pelvic_tilt": 75,
    "knee_rolls": 95,
    "single_knee_to_chest": 170,
    "cat_cow": 95,
    "prone_press_up": 75,
    "bird_dog": 180,
    "side_bridge_knees": 190,
    "curl_up": 112,
    "tandem_stance": 185,
    "single_leg_stance": 180,
    "pendulum": 105,
    "table_slide": 145,
    "cross_body_stretch": 170,
    "doorway_pec_stretch": 90,
    "band_external_rotation": 260,
    "band_row": 190,
    "wall_pushup_plus": 175,
    "chin_tuck": 85,
    "neck_rotation": 80,
    "upper_trap_stretch": 170,
    "thoracic_extension_chair": 80,
    "walking": 615,
}


Part = tuple[str, int, Side | None, int | None]  # kind with its seconds, set, side, repetition


def item(sides: Sides = "each", lead: Side = "right", **dose: Unpack[DoseChanges]) -> Prescription:
    return Prescription(
        item_id="i1", exercise_id="any_one", sides=sides, lead_side=lead, dose=Dose(**dose), schedule=days_a_week(7)
    )


def seconds_of(one: Prescription) -> int:
    """The item as somebody does it, second by second: who does what, one after the other, from the dose alone."""
    dose, sides = one.dose, one.sides_in_order
    work = dose.duration_s or dose.hold_s + dose.tempo_s
    if one.side_order == "alternate":
        done = [(number, side) for number in range(dose.sets) for _ in range(dose.reps) for side in sides]
    else:
        done = [(number, side) for number in range(dose.sets) for side in sides for _ in range(dose.reps)]
    now, before = dose.setup_s, None
    for number, side in done:
        if before is not None:
            change = dose.switch_s if side != before[1] else 0
            if number != before[0]:
                now += max(dose.rest_set_s, change)
            else:
                now += change if side != before[1] else dose.rest_rep_s
        now += work
        before = (number, side)
    return now


def taking_turns(one: Prescription) -> Prescription:
    return one.model_copy(update={"side_order": "alternate"})


counted = st.builds(
    item,
    sides=st.sampled_from(["left", "right", "both", "each"]),
    lead=st.sampled_from(["left", "right"]),
    sets=st.integers(1, 4),
    reps=st.integers(1, 6),
    hold_s=st.integers(0, 300),
    tempo_s=st.integers(1, 60),
    rest_rep_s=st.integers(0, 60),
    rest_set_s=st.integers(0, 90),
    setup_s=st.integers(0, 30),
    switch_s=st.integers(0, 10),
)


@pytest.mark.parametrize(
    ("sides", "dose", "seconds"),
    [
        ("each", {"reps": 2, "hold_s": 30, "rest_rep_s": 15}, 170),
        ("each", {"hold_s": 30}, 80),
        ("each", {"sets": 2, "reps": 10, "hold_s": 2, "tempo_s": 4, "rest_set_s": 60}, 325),
        ("both", {"sets": 2, "reps": 10, "hold_s": 2, "tempo_s": 4, "rest_set_s": 60}, 195),
        ("each", {"reps": 5, "hold_s": 10, "tempo_s": 2, "rest_rep_s": 5}, 180),
        ("each", {"sets": 2, "hold_s": 30}, 150),
        ("each", {"sets": 2, "reps": 10, "hold_s": 2, "tempo_s": 4, "rest_set_s": 60, "switch_s": 15}, 345),
        ("both", {"sets": 2, "hold_s": 30}, 75),
    ],
    ids=["stretch", "literal", "clamshell", "bridge", "bird_dog", "back_to_the_first_side", "rolling_over", "both"],
)
def test_worked_examples(sides: Sides, dose: DoseChanges, seconds: int) -> None:
    """The clinical specification's worked examples come out to the second."""
    assert steps_of([item(sides, **dose)]).total_s == seconds
    assert formula_s(item(sides, **dose)) == seconds


def test_four_stretches(four: Plan, library: Library) -> None:
    """The founding four take 680 s at their default dose, and 320 s with one hold each."""
    assert session(four, library).total_s == 680
    once = four
    for each in four.items:
        once = once.adjust(each.item_id, reps=1)
    assert session(once, library).total_s == 320


@given(counted)
def test_steps_touch_and_add_up(one: Prescription) -> None:
    """Steps touch, none is empty, the last is work, and their sum is the closed formula."""
    steps = steps_of([one]).steps
    assert steps[0].start_s == 0
    assert all(a.end_s == b.start_s for a, b in itertools.pairwise(steps))
    assert all(step.duration_s > 0 for step in steps)
    assert steps[-1].is_work
    assert steps[-1].end_s == formula_s(one) == seconds_of(one)


@given(counted)
def test_a_change_of_sides_always_has_its_time(one: Prescription) -> None:
    """Between two pieces of work of different sides at least the time to change lies, also from set to set."""
    for each in (one, taking_turns(one)):
        work = [step for step in steps_of([each]).steps if step.is_work]
        for a, b in itertools.pairwise(work):
            assert a.side == b.side or b.start_s - a.end_s >= each.dose.switch_s


@given(counted)
def test_sides_that_take_turns(one: Prescription) -> None:
    """Each repetition is the other side's, and steps, formula and a count by hand agree; one side alone has no turns."""
    turns = taking_turns(one)
    found = steps_of([turns])
    assert found.total_s == formula_s(turns) == seconds_of(turns)
    work = [(step.set, step.rep, step.side) for step in found.steps if step.is_work]
    in_order = [
        (number, rep, side)
        for number in range(1, one.dose.sets + 1)
        for rep in range(1, one.dose.reps + 1)
        for side in one.sides_in_order
    ]
    assert list(dict.fromkeys(work)) == in_order
    if one.sides != "each":
        assert found == steps_of([one])


def test_turns_by_hand() -> None:
    """Left and right three times with 5 s to change: 15 + 2 sets of 6 x 4 + 5 x 5, and 60 s between them."""
    one = taking_turns(item("each", sets=2, reps=3, tempo_s=4, rest_rep_s=9, rest_set_s=60))
    assert formula_s(one) == 15 + 2 * (6 * 4 + 5 * 5) + 60


def test_the_way_back_to_the_first_side() -> None:
    """A rest between sets that is shorter than the change of sides is that change; a longer one holds it."""
    short = steps_of([item("each", sets=2, hold_s=30, rest_set_s=4)]).steps
    assert next((s.kind, s.duration_s, s.side) for s in short if s.set == 2) == ("switch", 5, "right")
    long = steps_of([item("each", sets=2, hold_s=30, rest_set_s=5)]).steps
    assert next((s.kind, s.duration_s, s.side) for s in long if s.set == 2) == ("rest", 5, None)


def test_every_exercise_takes_the_time_of_the_table(library: Library) -> None:
    """All 53 at their default dose, by steps and by formula."""
    assert TIMES.keys() == library.exercises.keys()
    for exercise_id, seconds in TIMES.items():
        one = prescribe(library[exercise_id], "i1")
        assert formula_s(one) == steps_of([one]).total_s == seconds, exercise_id


def test_rest_between_exercises(four: Plan, library: Library) -> None:
    """20 s between three items are 40 s more; they belong to no item, and stand before the one that comes."""
    three = four.remove("i4")
    rested = three.model_copy(update={"rest_ex_s": 20})
    found = session(rested, library)
    assert found.total_s == session(three, library).total_s + 40
    between = [step for step in found.steps if step.kind == "between"]
    assert [(s.start_s, s.duration_s, s.item, s.side, s.rep) for s in between] == [
        (170, 20, "i2", None, None),
        (360, 20, "i3", None, None),
    ]
    assert all(a.end_s == b.start_s for a, b in itertools.pairwise(found.steps))
    assert not any(step.is_work for step in between)
    assert found.begins == {"i1": 0, "i2": 190, "i3": 380}
    assert [found.item_s(i.item_id) for i in rested.items] == [170, 170, 170]
    assert session(rested, library, on=START).total_s == found.total_s
    assert steps_of([three.item("i1")], 20).total_s == 170
    assert steps_of([], 20).total_s == 0


@given(counted)
def test_every_side_has_the_same_work(one: Prescription) -> None:
    """Each side gets sets × reps × the seconds of a repetition."""
    steps = steps_of([one]).steps
    for side in one.sides_in_order:
        work = sum(s.duration_s for s in steps if s.is_work and s.side == side)
        assert work == one.dose.sets * one.dose.reps * one.dose.rep_s


def test_timed_dose_is_one_move() -> None:
    """A timed dose is one move step of its duration."""
    steps = steps_of([item("both", duration_s=600, setup_s=0)]).steps
    assert [(s.kind, s.duration_s) for s in steps] == [("move", 600)]


def test_session_on_a_day(four: Plan, library: Library) -> None:
    """On a day, only what its weekdays, the pauses and the end of the plan leave is due."""
    schedule = Schedule(weekdays=("mon", "fri"))
    plan = four.adjust("i1", schedule=schedule).pause(dt.date(2026, 6, 10), dt.date(2026, 6, 12))

    def seconds(day: dt.date) -> int:
        return session(plan, library, on=day).total_s

    assert seconds(START) == 680
    assert seconds(dt.date(2026, 6, 2)) == 510
    assert seconds(dt.date(2026, 6, 9)) == 510
    assert seconds(dt.date(2026, 6, 10)) == seconds(dt.date(2026, 6, 11)) == 0
    assert seconds(dt.date(2026, 6, 12)) == 680
    assert seconds(plan.until) == seconds(START - dt.timedelta(days=1)) == 0


def test_each_part_in_its_order() -> None:
    """Setup; a set on one side, then, after a change of sides, on the other; rests between repetitions and sets."""
    dose: DoseChanges = {
        "sets": 2,
        "reps": 2,
        "hold_s": 3,
        "tempo_s": 2,
        "rest_rep_s": 4,
        "rest_set_s": 60,
        "setup_s": 9,
        "switch_s": 5,
    }
    steps = steps_of([item("each", **dose)]).steps

    def one_set(number: int, side: Side) -> list[Part]:
        first: list[Part] = [(s, number, side, 1) for s in ("move 2", "hold 3")]
        return [*first, ("rest 4", number, side, None), *((kind, number, side, 2) for kind, *_ in first)]

    def both_sides(number: int) -> list[Part]:
        return [*one_set(number, "right"), ("switch 5", number, "left", None), *one_set(number, "left")]

    found = [(f"{s.kind} {s.duration_s}", s.set, s.side, s.rep) for s in steps]
    assert found == [("setup 9", 1, "right", None), *both_sides(1), ("rest 60", 2, None, None), *both_sides(2)]
    assert {s.item for s in steps} == {"i1"}
    assert [s.kind for s in steps if s.is_work] == ["move", "hold"] * 8


def test_a_step_as_plain_data() -> None:
    """Every field by its name."""
    first = steps_of([item("both", duration_s=600, setup_s=0)]).steps[0]
    assert first.as_dict() == {
        "start_s": 0, "end_s": 600, "kind": "move", "item": "i1", "set": 1, "rep": 1, "side": None
    }  # fmt: skip


def test_items_follow_each_other(four: Plan, library: Library) -> None:
    """In their order; each has its own seconds, an item that is not there has none, and so has an empty session."""
    found = session(four, library)
    assert list(dict.fromkeys(step.item for step in found.steps)) == ["i1", "i2", "i3", "i4"]
    assert all(a.end_s == b.start_s for a, b in itertools.pairwise(found.steps))
    assert [found.item_s(i.item_id) for i in four.items] == [formula_s(i) for i in four.items]
    assert (found.item_s("i9"), Session(()).total_s) == (0, 0)


def test_exercises_that_do_not_exist_are_told(four: Plan) -> None:
    """All of them, each by its item."""
    with pytest.raises(PlanError) as caught:
        session(four, Library([]))
    assert [fault.where for fault in caught.value.faults] == [f"plan P-001, item i{n}" for n in (1, 2, 3, 4)]


def test_what_the_patient_picks_is_due_on_the_proposed_days(four: Plan, library: Library) -> None:
    """And on none before the start of the plan, on its end or in a pause."""
    plan = four.adjust("i1", schedule=Schedule(days_a_week=3)).pause(dt.date(2026, 6, 8), dt.date(2026, 6, 9))
    days = [START + n * dt.timedelta(days=1) for n in range(-1, 29)]
    due = [day for day in days if session(plan, library, day).item_s("i1")]
    assert due == [slot.date for slot in slots(plan) if plan.item("i1") in slot.items]
    assert [(day - START).days for day in due] == [0, 2, 4, 8, 10, 12, 14, 16, 18, 21, 23, 25]
