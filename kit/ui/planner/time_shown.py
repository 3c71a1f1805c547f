"""How long it all takes, as the planner's page shows it: a session, a day, a week, and what a better order saves."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.plan.schedule import Weekday


class DayShown(TypedDict):
    """A weekday: its minutes, rounded up, and whether they are more than the patient has."""

    weekday: Weekday
    minutes: int
    over: bool


class DueShown(TypedDict):
    """The days of an item in a week. `choice` is empty where they are fixed, else they are only proposed."""

    item_id: str
    days: list[Weekday]
    choice: str


class TimeShown(TypedDict):
    """Whole minutes are rounded up: `day` is the fullest, of `limit` that the patient has, where that is said.

    `week` and `allow` are in words; `saves` is what the order by position would save, empty where nothing.
    """

    day: int
    limit: int | None
    over: bool
    week: str
    allow: str
    saves: str
    days: list[DayShown]
    due: list[DueShown]
