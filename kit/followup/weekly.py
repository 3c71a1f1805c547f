"""The weeks of a follow-up: what was done in each, where they lead, and what changed with a new version of the plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kit.adherence.counts import sevenths
from kit.adherence.frames import DONE
from kit.adherence.frequency import frequency
from kit.followup.pointer import Pointer, pointers
from kit.statistics.before_after import BeforeAfter, before_after
from kit.statistics.certainty import is_enough
from kit.statistics.interval import Difference, difference, newcombe
from kit.statistics.trend import Trend, trend

_WEEK = ["plan_version", "week"]
_PERCENT = 100


@dataclass(frozen=True)
class WeekLine:
    """One week: sessions as numbers, which may be fractions, and the share done, 0 to 1, None where nothing was due.

    A short week has too few active days to be compared.
    """

    version: int
    week: int
    first: dt.date
    last: dt.date
    expected: float
    done: float
    full: float
    not_done: float
    missing: float
    over: float
    extra: int
    share: float | None
    is_short: bool
    rows: tuple[Pointer, ...]

    @property
    def is_logged(self) -> bool:
        """Whether anything of it was logged at all."""
        return self.done + self.not_done > 0

    @property
    def is_compared(self) -> bool:
        """Whether it is one of the full weeks that a trend may rest on: enough of it was logged."""
        return not self.is_short and is_enough(sevenths(self.done + self.not_done), sevenths(self.expected))


@dataclass(frozen=True)
class VersionChange:
    """Before and after a version began: the full weeks with NAP and tau, the sessions, and the difference of these.

    `difference` goes by sessions that hang together, and any words by it; `simple` takes each as independent, for
    comparison. Both are None where nothing was due, or too little logged, on one side of it.
    `before` and `after` are the rows of what was due, of which `before_done` and `after_done` were done.
    """

    version: int
    on: dt.date
    found: BeforeAfter
    difference: Difference | None
    simple: Difference | None
    before_done: int
    after_done: int
    before: tuple[Pointer, ...]
    after: tuple[Pointer, ...]


@dataclass(frozen=True)
class Weeks:
    """All weeks with their trend over the full ones, and each change of version."""

    lines: tuple[WeekLine, ...]
    trend: Trend
    changes: tuple[VersionChange, ...]


def weekly(slots: pd.DataFrame, weeks: pd.DataFrame) -> Weeks:
    """Of SLOTS and WEEKS of one plan and period."""
    by_week: dict[object, tuple[Pointer, ...]] = {key: pointers(rows) for key, rows in slots.groupby(_WEEK)}
    table = frequency(weeks).sort_values(["first", "plan_version"], kind="stable")
    lines = tuple(_line(row, by_week) for row in table.to_dict("records"))
    found = trend([_percent(line) for line in lines if line.is_compared])
    versions = sorted({line.version for line in lines})
    return Weeks(lines, found, tuple(_change(version, lines, slots) for version in versions[1:]))


def _line(row: dict[object, object], by_week: dict[object, tuple[Pointer, ...]]) -> WeekLine:
    numbers = {name: float(row[name]) for name in ("expected", "done", "full", "not_done", "missing", "over")}  # type: ignore[arg-type]
    share = row["share"]
    return WeekLine(
        version=int(row["plan_version"]),  # type: ignore[call-overload]
        week=int(row["week"]),  # type: ignore[call-overload]
        first=pd.Timestamp(row["first"]).date(),  # type: ignore[arg-type]
        last=pd.Timestamp(row["last"]).date(),  # type: ignore[arg-type]
        extra=int(row["extra"]),  # type: ignore[call-overload]
        share=None if pd.isna(share) else float(share),  # type: ignore[arg-type,call-overload]
        is_short=bool(row["is_short"]),
        rows=by_week.get((row["plan_version"], row["week"]), ()),
        **numbers,
    )


def _change(version: int, lines: tuple[WeekLine, ...], slots: pd.DataFrame) -> VersionChange:
    full = [line for line in lines if line.is_compared]
    before = [_percent(line) for line in full if line.version < version]
    after = [_percent(line) for line in full if line.version >= version]
    on = min(line.first for line in lines if line.version == version)
    slots = slots.sort_values(["date", "slot"], kind="stable")
    earlier, later = (slots[is_its] for is_its in (slots["plan_version"] < version, slots["plan_version"] >= version))
    was, now = (part["status"].isin(DONE).tolist() for part in (earlier, later))
    both = _is_logged(earlier) and _is_logged(later)
    found = difference(now, was) if both else None
    simple = newcombe(sum(now), len(now), sum(was), len(was)) if both else None
    weeks, rows = before_after(before, after), (pointers(earlier), pointers(later))
    return VersionChange(version, on, weeks, found, simple, sum(was), sum(now), *rows)


def _percent(line: WeekLine) -> float:
    return (line.share or 0.0) * _PERCENT


def _is_logged(slots: pd.DataFrame) -> bool:
    """Whether enough of what was due was logged to say how much of it was done."""
    return is_enough(Fraction(int((slots["status"] != "missing").sum())), Fraction(len(slots)))
