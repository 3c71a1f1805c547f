"""On which days, and how often on a day."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from kit.model import Model

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
DaysAWeek = Annotated[int, Field(strict=True, ge=1, le=7)]


class Schedule(Model):
    """Either fixed `weekdays`, or `days_a_week` days of the patient's own choice; `times_a_day` sessions each.

    >>> Schedule(weekdays=("mon", "thu")).each_week
    2
    """

    weekdays: tuple[Weekday, ...] | None = None
    days_a_week: DaysAWeek | None = None
    times_a_day: Annotated[int, Field(strict=True, ge=1, le=10)] = 1

    @model_validator(mode="after")
    def _one_of_both(self) -> Schedule:
        if (self.weekdays is None) == (self.days_a_week is None):
            raise ValueError("a schedule has either weekdays or days_a_week. Give one of them.")
        if self.weekdays is not None and (not self.weekdays or len(set(self.weekdays)) < len(self.weekdays)):
            raise ValueError("weekdays names each day at most once, and at least one. Correct the list.")
        return self

    @property
    def weekday_numbers(self) -> frozenset[int] | None:
        """Fixed weekdays as numbers, 0 = Monday; None when the patient picks."""
        return None if self.weekdays is None else frozenset(map(WEEKDAYS.index, self.weekdays))

    @property
    def each_week(self) -> int:
        """Days a week."""
        return self.days_a_week if self.weekdays is None else len(self.weekdays)  # type: ignore[return-value]

    def is_due(self, day: dt.date) -> bool:
        """Whether a fixed weekday falls on `day`; never for days that the patient picks."""
        return self.weekdays is not None and WEEKDAYS[day.weekday()] in self.weekdays


def days_a_week(days: int, times_a_day: int = 1) -> Schedule:
    """`days` a week: every day when 7, else the patient picks."""
    if days == 7:
        return Schedule(weekdays=WEEKDAYS, times_a_day=times_a_day)
    return Schedule(days_a_week=days, times_a_day=times_a_day)
