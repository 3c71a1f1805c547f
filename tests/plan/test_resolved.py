"""A plan with its exercises: its own once issued, with all that is wrong with them."""

from __future__ import annotations

import pytest

from kit.errors import PlanError
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue
from kit.words.text import direction


def test_a_draft_has_those_of_the_library_and_an_issued_version_its_own(
    four: Plan, issued: Plan, library: Library
) -> None:
    """What there is to choose from is the library's in either case."""
    changed = Library(e.model_copy(update={"patient_name": "Changed"}) for e in library)
    draft, final = resolve(four, changed), resolve(issued, changed)
    assert {entry.exercise.patient_name for entry in draft.entries} == {"Changed"}
    assert "Changed" not in {entry.exercise.patient_name for entry in final.entries}
    assert [entry.item for entry in final.entries] == list(issued.items)
    assert final.exercise(issued.items[0]) == library[issued.items[0].exercise_id]
    assert draft.shelf is final.shelf is changed


def test_each_item_whose_exercise_is_wrong_is_told(four: Plan, library: Library) -> None:
    """All of them at once, by item; one that is unfinished keeps a plan from being handed out, not from being seen."""
    gone, unfinished = four.items[0].exercise_id, four.items[1].exercise_id
    less = Library(
        e.model_copy(update={"needs_clinician": ("sides",)} if e.id == unfinished else {})
        for e in library
        if e.id != gone
    )
    known = resolve(four, less)
    assert [entry.item.item_id for entry in known.entries] == ["i2", "i3", "i4"]
    with pytest.raises(PlanError) as caught:
        known.sound()
    assert [fault.where for fault in caught.value.faults] == ["plan P-001, item i1", "plan P-001, item i2"]
    with pytest.raises(PlanError) as caught:
        known.whole()
    assert [fault.where for fault in caught.value.faults] == ["plan P-001, item i1"]
    assert str(caught.value).startswith(f"plan P-001, item i1: “{gone}” is not in the library.")
    sound = resolve(four, library)
    assert sound.sound() is sound.whole() is sound


def test_it_is_told_in_the_language_of_the_patient(four: Plan, library: Library) -> None:
    """Title, goal, what comes next and exercises, the rest as it is; once, and nothing for one who reads English."""
    known = resolve(four, library)
    assert known.told_in(Catalogue("en-US")) is known
    words = Catalogue("ar-EG")
    told = known.told_in(words)
    assert (known.language, told.language) == ("en", "ar")
    assert told.told_in(words) is told
    assert told.exercise(four.items[0]).patient_name != library[four.items[0].exercise_id].patient_name
    assert [direction(text) for text in (told.plan.context.goal, told.plan.title)] == ["rtl", "rtl"]
    assert direction(told.plan.told_next) == "rtl"
    kept = {
        "title": four.title,
        "told_next": four.told_next,
        "context": told.plan.context.model_copy(update={"goal": four.context.goal}),
    }
    assert told.plan.model_copy(update=kept) == four
