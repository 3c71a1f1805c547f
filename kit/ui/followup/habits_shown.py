"""How it is done, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.ui.followup.headline_shown import CountShown


class BarShown(TypedDict):
    """Sessions in a part of the day."""

    name: str
    sessions: int
    said: str
    figure: str


class HabitsShown(TypedDict):
    facts: list[CountShown]
    clock: list[BarShown]
    code: str
