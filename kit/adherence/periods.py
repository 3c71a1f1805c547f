"""The counts of a version of the plan, and of a week of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from kit.adherence.counts import Counts

FEW_DAYS = 4  # a week with fewer active days is shown grey (6.2, rule 3)


@dataclass(frozen=True)
class VersionCounts:
    """A version, the days it was in force (`end` excluded), and its counts.

    One that was corrected on the day it began was in force on no day.
    """

    plan_version: int
    start: dt.date
    end: dt.date
    counts: Counts

    @property
    def was_in_force(self) -> bool:
        return self.start < self.end

    def as_dict(self) -> dict[str, Any]:
        days = {"start": self.start.isoformat(), "end": self.end.isoformat()}
        return {"plan_version": self.plan_version, **days, **self.counts.as_dict()}


@dataclass(frozen=True)
class WeekCounts:
    """A week of a version, `first` to `last` included, with its `active_days` 0 to 7 and its counts."""

    plan_version: int
    week: int
    first: dt.date
    last: dt.date
    active_days: int
    counts: Counts

    @property
    def is_short(self) -> bool:
        """Too few active days to compare with other weeks."""
        return self.active_days < FEW_DAYS

    def as_dict(self) -> dict[str, Any]:
        days = {"first": self.first.isoformat(), "last": self.last.isoformat(), "active_days": self.active_days}
        return {"plan_version": self.plan_version, "week": self.week, **days, **self.counts.as_dict()}
