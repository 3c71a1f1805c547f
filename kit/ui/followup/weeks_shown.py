"""The weeks and the changes of the plan, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class WeekShown(TypedDict):
    """A week of a version: sessions, which may be fractions. `begins` says that the plan changed with it."""

    title: str
    label: str
    version: int
    begins: bool
    expected: float
    done: float
    not_done: float
    missing: float
    over: str
    share: str
    percent: float | None
    short: bool
    figure: str


class ChangeShown(TypedDict):
    """Before and after a version began."""

    title: str
    before: str
    after: str
    said: str
    statistics: list[str]
    before_figure: str
    after_figure: str


class WeeksShown(TypedDict):
    lines: list[WeekShown]
    trend: str
    about: str
    changes: list[ChangeShown]
    code: str
