"""What a row of a diary says that cannot wait: a sign that asks for help, or much pain.

A row may be refused for its date or its dose; what it says of the patient is told all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.errors import Fault

MUCH_PAIN = 7  # of 10; from here on a refused row is told with its pain
CALL = "Call the patient."
PAINS = ("pain_before", "pain_worst", "pain_after", "pain_next_morning")
_LONG = 300  # characters of a sign that are told
# The answer to "Any of these signs?", not a sign. Whatever else is written there counts as one.
NO_SIGN = frozenset(("no", "none", "n", "-", "–", "0", "false"))


def is_sign(text: str | None) -> bool:
    """Whether what stands in the column of the signs is one."""
    return bool(text) and bool(str(text).strip(" .")) and str(text).strip(" .").casefold() not in NO_SIGN


def alarm_of(values: Mapping[str, Any]) -> str:
    """The sign and the much pain that a row with these values tells: “numb saddle”, pain_worst 8; empty without."""
    sign = values.get("help_sign")
    parts = [sign_shown(str(sign))] if is_sign(sign) else []
    parts += [f"{name} {pain}" for name in PAINS if (pain := values.get(name)) is not None and pain >= MUCH_PAIN]
    return ", ".join(parts)


def sign_shown(sign: str) -> str:
    """A sign in one line, in quotation marks; cut only where it is very long."""
    text = " ".join(sign.split())
    return f"“{text if len(text) <= _LONG else text[:_LONG] + '…'}”"


def refused_alarm(where: str, row: int, alarm: str) -> Fault:
    """Of a row that is refused, and so is in no report."""
    return Fault(f"{where}, row {row}", f"is refused, and it says: {alarm}.", CALL)


def sign_told(where: str, row: int, sign: str) -> Fault:
    """Of a row that stands."""
    return Fault(f"{where}, row {row}", f"asks for help: {sign_shown(sign)}.", CALL)
