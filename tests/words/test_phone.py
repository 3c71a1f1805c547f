"""Telephone numbers: found where a person wrote them, dialled as they are, never cut out of a longer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.words.phone import dial, parted, phone_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Telephone 01234 567890", ("01234 567890",)),
        ("+44 (0)20 7946 0000 or 0161 496 0000", ("+44 (0)20 7946 0000", "0161 496 0000")),
        ("(555) 123-4567", ("(555) 123-4567",)),
        ("555.123.4567", ("555.123.4567",)),
        ("(555) 555-0100 ext. 12", ("(555) 555-0100",)),
        ("030/1234567", ("030/1234567",)),
        ("01234 567890, 01234 567890", ("01234 567890",)),
        ("9.00-17.30, Monday to Friday", ()),
        ("08:00-18:00", ()),
        ("12 High Street, 10115", ()),
        ("mail@clinic.example", ()),
        ("", ()),
    ],
)
def test_numbers_in_a_text(text: str, found: tuple[str, ...]) -> None:
    """Seven digits and more; hours, addresses and postcodes are none."""
    assert phone_numbers(text) == found


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("999", "tel:999"),
        ("01234 567890", "tel:01234567890"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("(555) 123-4567", "tel:5551234567"),
        ("+1 555.555.0100 ext. 12", "tel:+15555550100"),
    ],
)
def test_the_address_of_a_number(number: str, address: str) -> None:
    """Digits, and the plus in front; a nought that is dialled only at home is not dialled from abroad."""
    assert dial(number) == address


def test_pieces() -> None:
    """Each number where it stands, the longest first, none within another number."""
    assert [*parted("Call 999 or 9990.", ["999"])] == [("Call ", False), ("999", True), (" or 9990.", False)]
    assert [*parted("111 111 22", ["111", "111 111 22"])] == [("111 111 22", True)]
    assert [*parted("Call.", [])] == [("Call.", False)]
    assert [*parted("+999 1999", ["999"])] == [("+999 1999", False)]


@given(st.text(max_size=30), st.lists(st.sampled_from(["999", "111", "01234 567"]), max_size=3))
def test_nothing_is_lost(text: str, numbers: list[str]) -> None:
    """The pieces make up the text, whatever it is."""
    assert "".join(piece for piece, _ in parted(text, numbers)) == text
    assert all(piece in numbers for piece, is_one in parted(text, numbers) if is_one)
