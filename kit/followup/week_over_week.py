"""The last seven days of a plan beside the seven before: what was recorded, with how many sessions were due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kit.adherence.counts import Counts
from kit.adherence.frames import DONE, STATUSES
from kit.adherence.judged import has_enough_logs
from kit.adherence.sentences import about, share
from kit.followup.plan_rows import Rows
from kit.statistics.certainty import FEW
from kit.timing.days import DAY, WEEK


@dataclass(frozen=True)
class WeekOverWeek:
    """The counts of the seven days up to `last`, and of the seven before them."""

    last: dt.date
    now: Counts
    before: Counts

    @property
    def change(self) -> Fraction | None:
        """By how much the recorded share rose, -1 to 1; None where either week has too few sessions or logs."""
        if not all(one.expected >= FEW and has_enough_logs(one) for one in (self.now, self.before)):
            return None
        return self.now.done / self.now.expected - self.before.done / self.before.expected

    @property
    def compared(self) -> str:
        """The change in a few words; what it means is not said."""
        if self.change is None:
            is_few = min(self.now.expected, self.before.expected) < FEW
            return "too few due to compare" if is_few else "too few logged to compare"
        if not self.change:
            return "as much as the week before"
        return "more than the week before" if self.change > 0 else "less than the week before"

    def as_dict(self) -> dict[str, Any]:
        weeks = {"now": self.now.as_dict(), "before": self.before.as_dict()}
        return {"last": self.last.isoformat(), **weeks, "compared": self.compared}


def week_over_week(slots: Rows, as_of: dt.date) -> WeekOverWeek:
    """Of the slots of one plan, as of a day that is counted if anything of it is due or logged."""
    turn = as_of - WEEK * DAY
    now = [row for row in slots if turn < row["date"] <= as_of]
    before = [row for row in slots if turn - WEEK * DAY < row["date"] <= turn]
    return WeekOverWeek(as_of, _counts(now), _counts(before))


def recorded(counts: Counts) -> str:
    """ "71 % (5 of 7) done, 1 not logged"; what nobody logged is never called not done."""
    if not counts.expected:
        return "nothing was due"
    if counts.missing == counts.expected:
        return f"nothing logged, {about(counts.expected)} due"
    missing = f", {about(counts.missing)} not logged" if counts.missing else ""
    return f"{share(counts)} done{missing}"


def _counts(slots: Sequence[dict[str, Any]]) -> Counts:
    parts = [(row["status"], round(row["weight"] * WEEK)) for row in slots]  # sevenths of a session, exactly

    def of(*statuses: str) -> Fraction:
        return Fraction(sum(part for status, part in parts if status in statuses), WEEK)

    return Counts(of(*STATUSES), of(*DONE), of("not_done"), full=of("done"))
