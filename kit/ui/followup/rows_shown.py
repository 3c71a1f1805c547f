"""The rows behind a number, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class RowShown(TypedDict):
    """A diary row as it stands: each cell in words."""

    when: str
    exercise: str
    side: str
    status: str
    amounts: str
    pain: str
    note: str
    source: str


class RowsMessage(TypedDict):
    """The rows behind a number; `more` are left out. `blank` are sessions that were due and are in no row."""

    figure: str
    rows: list[RowShown]
    more: int
    blank: list[str]


class RowsSent(TypedDict):
    """The answer to a number that was opened."""

    rows: RowsMessage
