"""How much was done, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class CountShown(TypedDict):
    """A number of sessions, in words."""

    name: str
    said: str
    figure: str


class HeadlineShown(TypedDict):
    """Shares from 0 to 1, None where nothing was due; `low` to `high` is the interval, None for too few sessions."""

    sentences: list[str]
    badge: str
    counts: list[CountShown]
    recorded: float | None
    upper: float | None
    low: float | None
    high: float | None
    completeness: str
    rule: str
    caveat: str
    comparison: str
