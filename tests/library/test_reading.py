"""Each exercise has a grade of its own: hard steps are not hidden by short sentences around them."""

from __future__ import annotations

import pytest

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.reading import patient_texts, reading_of, stated_in
from kit.words.readability import GRADE_AIM, readability

HARD = "Gradually elevate your extended extremity approximately perpendicular to the supporting surface."


def changed(**fields: object) -> Exercise:
    return Library.load()["bridge"].model_copy(update=fields)


def test_hard_steps_are_not_hidden() -> None:
    """Many short sentences beside them change nothing: the steps are the measure where they read harder."""
    alone = readability([HARD]).grade
    exercise = changed(steps=(HARD,), mistakes=("Go.",) * 40)
    assert readability(patient_texts(exercise)).grade < GRADE_AIM < alone
    assert reading_of(exercise).grade == alone


def test_hard_texts_beside_easy_steps_count() -> None:
    """All that is read is scored, not the steps alone."""
    exercise = changed(
        steps=("Sit.",), feel=HARD, mistakes=(), easier=(), harder=(), purpose="", breathing="", card=None
    )
    assert reading_of(exercise).grade == readability(["Sit.", HARD]).grade > 0


def test_the_side_is_a_word() -> None:
    """{lead} is read as left or right."""
    exercise = changed(steps=("Lift your {lead} leg.",), lead_side="left")
    assert "Lift your left leg." in patient_texts(exercise)


@pytest.mark.parametrize("exercise", list(Library.load()), ids=lambda e: e.id)
def test_the_kits_own_read_well(exercise: Exercise) -> None:
    """By itself too, each exercise of the kit is within the aim."""
    assert reading_of(exercise).grade <= GRADE_AIM


@pytest.mark.parametrize("field", ["steps", "mistakes", "safety", "feel", "breathing", "purpose"])
def test_what_any_text_states_is_told_once(field: str) -> None:
    """In whichever text a dose stands."""
    said = "Hold for 30 seconds, then hold for 30 seconds."
    value = (said,) if field in ("steps", "mistakes", "safety") else said
    assert stated_in(changed(**{field: value})) == ("Hold for 30 seconds", "hold for 30 seconds")
