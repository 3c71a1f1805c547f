"""A note of the patient stands as unread until somebody marks it, and again when that is taken back."""

from __future__ import annotations

import pytest

from kit.errors import ContentError
from kit.followup.unread import Read, patient_notes, unread
from kit.plan.plan import Plan
from tests.followup.frames import On, days, frames_of, june


def test_what_may_name_a_red_flag_stands_first_then_the_newest(four: Plan) -> None:
    """A note without a letter is none; one without a day is."""
    texts = {3: "Could do more now.", 4: "Fever at night", 5: "Slept badly", 6: "–"}
    told = [*days(1, 2), *(On(june(n), note=text) for n, text in texts.items()), On(None, note="calf swollen")]
    found = unread(frames_of(four, told))
    assert [(note.text, note.names_a_red_flag) for note in found] == [
        ("calf swollen", True),
        ("Fever at night", True),
        ("Slept badly", False),
        ("Could do more now.", False),
    ]
    assert [note.day for note in found[:2]] == ["week 1, no day given", "4 June 2026"]


def test_a_mark_is_for_one_note_and_can_be_taken_back(four: Plan) -> None:
    """The same words on another day stay unread; read anew with other capitals, a note stays read."""
    told = [On(june(3), note="Slept badly"), On(june(5), note="Slept badly")]
    first, second = patient_notes(frames_of(four, told))
    marks = [Read.of(first, june(6))]
    assert unread(frames_of(four, told), marks) == (second,)
    assert unread(frames_of(four, [On(june(3), note="slept  BADLY")]), marks) == ()
    assert unread(frames_of(four, told[:1]), [*marks, Read.of(first, june(7), is_read=False)]) == (first,)


def test_a_mark_names_a_note() -> None:
    with pytest.raises(ContentError) as caught:
        Read(note="", on=june(1))
    assert str(caught.value) == "Read, note: “”: it is missing. Give the note's own key."
