"""Harder and easier forms come from the links of the exercise, for the sides and on the days of the item."""

from __future__ import annotations

from kit.followup.variants import easier, harder, swaps
from kit.library.library import Library
from kit.plan.prescription import Prescription, prescribe
from kit.plan.schedule import Schedule


def item(library: Library, exercise: str, **fields: object) -> Prescription:
    return prescribe(library[exercise], "i1").model_copy(update=fields)


def test_an_item_of_one_side_keeps_it(library: Library) -> None:
    """On the left alone: an exercise of both sides is left out, one with sides is done on the left."""
    left = item(library, "bird_dog", sides="left", lead_side="left")
    (step,) = swaps("up", left, library["bird_dog"].harder, library["bird_dog"], library)
    assert (step.exercise, step.change["sides"], step.change["lead_side"]) == (
        library["side_bridge_knees"],
        "left",
        "left",
    )
    assert not any(step.exercise for step in easier(left, library["bird_dog"], library))


def test_words_name_the_side_of_the_item(library: Library) -> None:
    """The side that is prescribed, and none where each is; added to the note, and not offered again once it stands."""
    each = item(library, "gastroc_stretch", lead_side="left", note="Barefoot.")
    assert dict(next(harder(each, library["gastroc_stretch"], library)).change) == {
        "note": "Barefoot. Step your foot a little further back."
    }
    left = item(library, "gastroc_stretch", sides="left", note="Barefoot.")
    first, second = harder(left, library["gastroc_stretch"], library)
    assert dict(first.change) == {"note": "Barefoot. Step your left foot a little further back."}
    noted = left.model_copy(update=dict(first.change))
    assert [step.words for step in harder(noted, library["gastroc_stretch"], library)] == [second.words]


def test_days_and_pain_rule_stay(library: Library) -> None:
    """The other exercise is done on the days of the item, and judged by its kind of pain."""
    days = Schedule(weekdays=("mon", "thu"))
    bridge = item(library, "bridge", schedule=days, pain_kind="osteoarthritis")
    step = next(harder(bridge, library["bridge"], library))
    assert (step.change["schedule"], step.change["pain_kind"]) == (days, "osteoarthritis")


def test_a_dose_is_for_work_of_the_same_kind(library: Library) -> None:
    """Two holds of 30 s are no dose of strength work, and none of work by the clock."""
    rolls, cat = item(library, "knee_rolls"), item(library, "cat_cow")
    for one in (rolls, cat):
        exercise = library[one.exercise_id]
        (step,) = swaps("up", one, exercise.harder, exercise, library, reps=2, hold_s=30)
        assert not {"reps", "hold_s"} & set(step.change)
    crossover = library["bent_knee_crossover"]
    (step,) = swaps("up", item(library, crossover.id), crossover.harder, crossover, library, reps=2, hold_s=30)
    assert (step.change["reps"], step.change["hold_s"]) == (2, 30)


def test_what_is_unfinished_or_gone_is_not_offered(library: Library) -> None:
    """An exercise that still waits for a clinician, and one that the shelf does not have."""
    bridge = library["bridge"]
    open_one = library["single_leg_bridge"].model_copy(update={"needs_clinician": ("dose",)})
    others = [e for e in library if e.id != open_one.id]
    for shelf in (Library([*others, open_one]), Library(others)):
        assert not any(step.exercise for step in harder(item(library, "bridge"), bridge, shelf))
