"""Which pictures there are, each by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from kit.adherence.charts import change, days, exercises, pain, weeks
from kit.adherence.charts.chart import Chart
from kit.adherence.exercises import ExerciseCounts
from kit.adherence.frames import Frames
from kit.adherence.periods import WeekCounts
from kit.errors import ContentError, Fault, quoted

Picture = Literal["weeks", "pain", "exercises", "days", "change"]


def drawn(of: Picture, frames: Frames, by_week: Sequence[WeekCounts], by_exercise: Sequence[ExerciseCounts]) -> Chart:
    """The picture `of` one plan. Raises `ContentError` where there is none of this name."""
    match of:
        case "weeks":
            return weeks.chart(by_week)
        case "pain":
            return pain.chart(frames.sessions, frames.weeks)
        case "exercises":
            return exercises.chart(by_exercise)
        case "days":
            return days.chart(frames.days)
        case "change":
            return change.chart(by_week)
    known = ", ".join(get_args(Picture))
    raise ContentError(Fault("chart, of", f"{quoted(of)} is no picture.", f"Use one of {known}."))
