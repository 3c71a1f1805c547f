"""Pain of each session, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.ui.followup.headline_shown import CountShown


class PainPointShown(TypedDict):
    """Scores of one session, 0 to 10. `at` are days from the first of the chart, None without a day."""

    at: float | None
    said: str
    before: int | None
    worst: int | None
    after: int | None
    morning: int | None
    effort: int | None
    advice: str
    figure: str


class MarkShown(TypedDict):
    """A day on which a version began."""

    at: float
    label: str


class PainShown(TypedDict):
    """`days` is the length of the chart; `ticks` name days of it."""

    points: list[PainPointShown]
    days: int
    ticks: list[tuple[float, str]]
    marks: list[MarkShown]
    guides: list[int]
    facts: list[CountShown]
    code: str
