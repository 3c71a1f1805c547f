"""Codes: made once, never mistaken for something else, and a slip of the pen is noticed."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.code import ALPHABET, LENGTH, derived_code, is_code, new_code, plain_code
from kit.plan.plan import Plan
from kit.plan.template import template

codes = st.integers(0, 2**64).map(lambda seed: new_code(Random(seed)))


@given(codes)
def test_a_code_is_letters_that_spell_nothing(code: str) -> None:
    """Eight capitals without vowels, Y, and what is read as a digit: no word, number, date or formula."""
    assert len(code) == LENGTH == 8
    assert set(code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("AEIOUYLQS0123456789")
    assert is_code(code)


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_noticed(code: str, at: int, letter: str) -> None:
    wrong = code[:at] + letter + code[at + 1 :]
    assert is_code(wrong) == (wrong == code)


@given(codes, st.integers(0, LENGTH - 2))
def test_two_letters_that_changed_places_are_noticed(code: str, at: int) -> None:
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert is_code(wrong) == (wrong == code)


@given(codes)
def test_a_person_may_write_it_in_groups_and_small(code: str) -> None:
    assert plain_code(f" {code[:4].lower()}-{code[4:]}") == code


@given(st.text(max_size=12))
def test_any_text_is_a_code_or_not(text: str) -> None:
    """Looking never fails, and what looks like one has the right length and letters."""
    assert not is_code(text) or (len(text) == LENGTH and set(text) <= set(ALPHABET))


def test_the_same_parts_give_the_same_code() -> None:
    """And other parts another one, wherever they are divided."""
    assert derived_code("plan", "P-001") == derived_code("plan", "P-001")
    assert len({derived_code("a", "bc"), derived_code("ab", "c"), derived_code("abc")}) == 3
    assert is_code(derived_code("plan", "P-001"))


def test_two_plans_of_one_label_are_two(library: Library) -> None:
    """The same template, label and day: another plan, and another patient, each time."""
    ready, day = template("knee-glute-stretches"), dt.date(2026, 6, 1)
    one, two = (ready.plan(library, "p", day, random=Random(seed)) for seed in (1, 2))
    assert len({one.code, two.code, one.patient_code, two.patient_code}) == 4
    assert ready.plan(library, "p", day, random=Random(1)) == one


def test_every_version_keeps_the_code(issued: Plan) -> None:
    two = issued.new_version(dt.date(2026, 6, 15))
    assert (two.code, two.patient_code) == (issued.code, issued.patient_code)


def test_a_wrong_code_is_told() -> None:
    with pytest.raises(ContentError, match=r"^new plan, code: 5 is refused: it must be text\."):
        Plan.begin("P-001", dt.date(2026, 6, 1), code=5)  # type: ignore[arg-type]
    with pytest.raises(ContentError) as caught:
        Plan.begin("P-001", dt.date(2026, 6, 1), code="BCDFGHJJ")
    assert str(caught.value) == (
        "new plan, code: “BCDFGHJJ”: a code is 8 letters such as BCDFGHJF, of which the last one checks the others. "
        "Copy it again, letter by letter."
    )
