"""What a clinician has still to fill in is marked in every list, and no search or filter takes it for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kit.library.exercise import Exercise
from kit.library.known import as_known, unfinished
from kit.library.library import Library
from kit.ui.cards import card

FILTERS: Mapping[str, Mapping[str, Any]] = {
    "category": {"category": "strength"},
    "region": {"region": "hip"},
    "position": {"position": "quadruped"},
    "muscles": {"muscle": "gluteus"},
    "equipment": {"equipment": ["mat"]},
}
WORDS = {"category": "strength", "region": "hip", "position": "quadruped", "muscles": "gluteus", "equipment": "mat"}


def bridge(*open_fields: str) -> Exercise:
    known = next(e for e in Library.load() if e.id == "bridge")
    return known.model_copy(
        update={
            "id": "my_own",
            "name": "Xylo",
            "patient_name": "Xylo",
            "aliases": (),
            "position": "quadruped",
            "regions": (),
            "needs_clinician": open_fields,
        }
    )


@pytest.mark.parametrize("field", list(FILTERS))
def test_no_filter_takes_a_placeholder(field: str) -> None:
    """A filter on a field that is open leaves the exercise out; on the others it passes, and so it does when filled in."""
    assert Library([bridge()]).search(**FILTERS[field]) == [bridge()]
    unknown = bridge(field)
    for name, asked in FILTERS.items():
        assert Library([unknown]).search(**asked) == ([] if name == field else [unknown])


@pytest.mark.parametrize("field", list(WORDS))
def test_no_word_hits_a_placeholder(field: str) -> None:
    """What stands in an open field is found by no word; by its name the exercise is found, whole as it is."""
    assert Library([bridge()]).search(WORDS[field]) == [bridge()]
    unknown = bridge(field)
    library = Library([unknown])
    assert library.search(WORDS[field]) == []
    assert library.search("xylo") == [unknown]
    assert library.search() == [unknown]


def test_a_finished_exercise_is_known_as_it_is(library: Library) -> None:
    """Nothing of it is blank, and no list marks it."""
    assert [as_known(e) for e in library] == list(library)
    assert {unfinished(e) for e in library} == {""}


def test_lists_mark_it() -> None:
    """The card, the table and the frame say that it is to be filled in, and show no placeholder as if it were known."""
    library = Library([bridge("region", "category", "dose")])
    assert unfinished(library["my_own"]) == "to be filled in: region, category, dose"
    assert card(library["my_own"])["about"] == ["to be filled in"]
    assert card(bridge("dose"))["about"] == ["hip", "strength", "to be filled in"]
    assert "to be filled in: region, category, dose" in library._repr_html_()
    assert "strength" not in library._repr_html_()
    (row,) = library.to_frame().to_dict("records")
    assert row["to_fill_in"] == "region; category; dose"
    assert row["position"] == library["my_own"].position
    frame = library.to_frame()
    for column in ("region", "category", "sets", "reps", "load_kg", "days_a_week"):
        assert frame[column].isna().all(), column


def test_a_filled_in_frame_has_all(library: Library) -> None:
    """Of finished exercises every column says what it did, and nothing is to be filled in."""
    frame = library.to_frame()
    assert set(frame["to_fill_in"]) == {""}
    assert frame["category"].notna().all()
    assert list(frame["sets"]) == [e.dose.sets for e in library]
