"""The table of exercises, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.ui.followup.headline_shown import CountShown


class ExerciseShown(TypedDict):
    """A line of the table: each number in words, beside it the number to sort by (None where nobody told it).

    `figure` are its own rows, `sessions_figure` all rows of its sessions, which tell the pain.
    """

    item_id: str
    exercise_id: str
    name: str
    place: int
    share: str
    sort_share: float | None
    interval: str
    sides: list[CountShown]
    is_gap: bool
    dose: str
    sort_dose: float | None
    volume: str
    is_over: bool
    sort_volume: float | None
    reasons: str
    sort_reasons: int
    pain: str
    sort_pain: float | None
    figure: str
    sessions_figure: str


class ExercisesShown(TypedDict):
    lines: list[ExerciseShown]
    code: str
