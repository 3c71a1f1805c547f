"""A reported sign for help stays open until somebody dealt with it and signed so."""

from __future__ import annotations

import pytest

from kit.errors import ContentError
from kit.followup.signs import Dealt, open_signs, reported_signs
from kit.plan.plan import Plan
from tests.followup.frames import On, days, frames_of, june

BY = {"by": "A. Physio", "role": "physiotherapist", "what": "Called the patient; sent on to the hospital."}


def test_an_answer_of_none_is_no_sign(four: Plan) -> None:
    """ "no", "None." and a dash answer the question; whatever else is written is a sign."""
    told = [On(june(n), sign=text) for n, text in enumerate(("no", "None.", "-", None, "numb saddle"), 1)]
    assert [sign.text for sign in reported_signs(frames_of(four, told))] == ["numb saddle"]


def test_one_signature_is_for_one_sign(four: Plan) -> None:
    """The same words on another day, in another session, or other words on the same day stay open."""
    told = [On(june(3), sign="numb saddle"), On(june(3), sign="numb saddle", slot=2), On(june(5), sign="numb saddle")]
    frames = frames_of(four, told)
    third, second, first = open_signs(frames)
    dealt = Dealt.with_sign(first, on=june(6), **BY)
    assert open_signs(frames, [dealt]) == (third, second)
    assert open_signs(frames_of(four, [On(june(3), sign="blue foot")]), [dealt])[0].text == "blue foot"


def test_a_sign_is_known_again_when_diaries_are_read_anew(four: Plan) -> None:
    """Its number in the frames may change, and so may spaces and capitals; what was signed stays signed."""
    dealt = Dealt.with_sign(open_signs(frames_of(four, [On(june(3), sign="Numb saddle")]))[0], on=june(4), **BY)
    assert open_signs(frames_of(four, [*days(1, 2), On(june(3), sign="numb  saddle")]), [dealt]) == ()


def test_what_was_signed_before_the_sign_is_not_about_it(four: Plan) -> None:
    """On its own day it is."""
    frames = frames_of(four, [On(june(3), sign="numb saddle")])
    (sign,) = open_signs(frames)
    assert open_signs(frames, [Dealt.with_sign(sign, on=june(2), **BY)]) == (sign,)
    assert open_signs(frames, [Dealt.with_sign(sign, on=june(3), **BY)]) == ()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("by", "-", "Dealt, by: “-”: it names nobody. Write a name."),
        ("role", "", "Dealt, role: “”: it is empty. Write a text."),
        ("what", "Called.", "Dealt, what: “Called.”: it has 6 letters, and at least 10 are needed. Say what was done."),
    ],
)
def test_a_signature_says_who_and_what(four: Plan, field: str, value: str, told: str) -> None:
    """A name, a role, what was done in at least ten letters."""
    (sign,) = open_signs(frames_of(four, [On(june(3), sign="numb saddle")]))
    with pytest.raises(ContentError) as caught:
        Dealt.with_sign(sign, on=june(4), **{**BY, field: value})
    assert str(caught.value) == told


def test_the_most_urgent_sign_comes_first_and_of_these_the_newest(four: Plan) -> None:
    """Whatever its day: an emergency before the same day, that before a call; words of no sign are an emergency."""
    told = ["knee gave way", "numb saddle", "calf swollen", "yes", "knee gave way"]
    found = open_signs(frames_of(four, [On(june(n), sign=text) for n, text in enumerate(told, 1)]))
    assert [(sign.urgency.tier, sign.date) for sign in found] == [
        *(("emergency", june(4)), ("emergency", june(2))),
        *(("today", june(3)), ("call", june(5)), ("call", june(1))),
    ]
