"""A fault shows what it quotes, and a terminal obeys nothing of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError, Fault, quoted, visible


@given(st.text())
def test_nothing_is_obeyed(text: str) -> None:
    """No control character is left in any part of a message, and it can be written as UTF-8."""
    fault = Fault(text, text, text)
    for shown in (str(fault), *fault.as_dict().values(), str(ContentError(fault)), visible(text)):
        assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in shown)
        shown.encode()


def test_signs() -> None:
    assert str(Fault("a\x1b[31m.csv", "has\x7f\x9b", "\u202eno")) == "a␛[31m.csv: has␡\\u009b \\u202eno"
    assert visible("a\nb\tc", keep="\n") == "a\nb␉c"
    assert quoted("x" * 61) == f"“{'x' * 60}…”"
    assert quoted("x" * 60) == f"“{'x' * 60}”"
