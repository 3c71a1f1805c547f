"""Labels that a reader takes for one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.words.alike import looks_like

TWINS = {
    "A": "АΑ",
    "B": "ВΒ",
    "C": "С",
    "O": "ОΟ0",
    "P": "РΡ",
    "0": "OО",
    "1": "Il|ІΙ",
    "a": "а",
    "e": "е",
    "o": "оο",
    "p": "рρ",
}


@given(st.text("ABCOP01aeop-", min_size=1).filter(lambda label: label.strip("-")), st.data())
def test_a_twin_of_any_letter_is_noticed(label: str, data: st.DataObject) -> None:
    """Whichever of its letters stands in another alphabet, in whichever order the two are given."""
    at = data.draw(st.sampled_from([i for i, sign in enumerate(label) if sign in TWINS]))
    twin = label[:at] + data.draw(st.sampled_from(TWINS[label[at]])) + label[at + 1 :]
    assert looks_like(label, twin)
    assert looks_like(twin, label)
    assert not looks_like(label, label)


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("P-001", "P-OO1", True),
    ("P-001", "Р-001", True),
    ("P-001", "p 001", True),
    ("P-001", "P–001", True),
    ("P-001", "Ｐ-００１", True),
    ("P-001", "P-002", False),
    ("P-001", "P-010", False),
    ("Ms I.", "Ms L.", False),
    ("Ann", "Anna", False),
    ("王", "玉", False),
])  # fmt: skip
def test_what_is_merely_near_is_left_alone(one: str, other: str, alike: bool) -> None:
    assert looks_like(one, other) is alike
