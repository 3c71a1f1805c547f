"""A fault shows what it quotes, and a terminal obeys nothing of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.interactiveshell import InteractiveShell

from kit.errors import ContentError, Fault, did_you_mean, quoted, visible


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


new_shell: Any = InteractiveShell  # which has no types


def test_a_notebook_shows_the_sentences_alone(capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    """The name of the error and each fault on a line of its own: no code, no chain of causes."""
    shell = new_shell()
    monkeypatch.setitem(shell.user_ns, "error", ContentError([Fault("a", "is b.", "Do c."), Fault("d", "is e.", "")]))
    shell.run_cell("try:\n    1 / 0\nexcept ZeroDivisionError as cause:\n    raise error from cause")
    assert capsys.readouterr().out == "ContentError:\na: is b. Do c.\nd: is e.\n"


def test_the_nearest_name() -> None:
    """A near miss is named, and of what is far from all nothing is said."""
    assert did_you_mean("palete", ["paper", "palette"]) == "Did you mean “palette”?"
    assert did_you_mean("zzz", ["paper", "palette"]) == ""
