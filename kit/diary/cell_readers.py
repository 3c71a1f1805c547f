"""How each column of a diary is read, and which of them may be left out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kit.diary import values
from kit.diary.cells import from_spreadsheet
from kit.diary.columns import ACTIVITIES, OF_SESSION, RATED
from kit.diary.dates import Order, days
from kit.diary.status import status
from kit.diary.values import CellError, Told
from kit.errors import quoted
from kit.plan.code import LENGTH, is_code, plain_code

MAX_WEEK, MAX_SLOT, MAX_NUMBER = 60, 70, 10_000
WORK = ("sets_done", "reps_done", "reps_last_set", "hold_done_s")
# What is left out when it cannot be read; every other cell places the row, or says what was done.
OPTIONAL = frozenset((*WORK, *RATED, "load_kg", "started_at", "logged_at"))
_REMEMBERED, _LONG = 4_096, 64  # texts of a column, characters of each

Odd = list[tuple[str, CellError | Told]]  # the columns of a row that are wrong, or read from something else


class Column(dict[str, Any]):
    """The value of each text of a column, read when it is first met: a million rows have few different texts.

    What is wrong with a text, or told of it, goes into `odd`, each time anew; its value is None where it is wrong.
    """

    def __init__(self, name: str, read: Callable[[str], Any], odd: Odd) -> None:
        super().__init__()
        self._name, self._read, self._odd = name, read, odd

    def __missing__(self, text: str) -> Any:
        try:
            value = self._read(trimmed(text))
        except CellError as error:
            self._odd.append((self._name, error))
            return None
        if isinstance(value, Told):
            self._odd.append((self._name, value))
            return value.value
        if len(text) <= _LONG:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[text] = value
        return value


def trimmed(cell: str) -> str:
    """The text of a cell, without the spaces around it and the apostrophe that kept a spreadsheet off it."""
    return from_spreadsheet(cell.strip(" \u00a0")).strip()


def readers(order: Order | None) -> dict[str, Callable[[str], Any]]:
    """How each column is read, in the order of the file. A date gives all the days that it can mean."""
    return {
        "plan_code": _code,
        "plan_id": values.plain_text,
        "plan_version": partial(values.needed, high=MAX_NUMBER),
        "item_id": values.name,
        "week": partial(values.whole, low=1, high=MAX_WEEK),
        "date": partial(days, order=order),
        "slot": partial(values.needed, high=MAX_SLOT),
        "exercise_id": values.plain_text,
        "exercise": values.plain_text,
        "side": values.side,
        "prescribed": values.plain_text,
        "status": status,
        **dict.fromkeys(("sets_done", "reps_done", "reps_last_set"), partial(values.count, high=MAX_NUMBER)),
        "hold_done_s": partial(values.seconds, high=MAX_NUMBER),
        "load_kg": values.kilograms,
        **dict.fromkeys(OF_SESSION, values.rating),
        **dict.fromkeys(("reason", "help_sign"), values.plain_text),
        "started_at": values.start,
        "logged_at": values.moment,
        "note": values.plain_text,
        **dict.fromkeys(ACTIVITIES, values.rating),
    }


def _code(text: str) -> str:
    """A plan's code. Raises `CellError` where it is empty or its letters do not fit each other."""
    code = plain_code(values.name(text))
    if not is_code(code):
        what = f"{quoted(text)} is not a plan's code, {LENGTH} letters of which the last one checks the others."
        raise CellError(what, "Copy it from the row above, or from the handout.")
    return code
