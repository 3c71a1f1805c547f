"""The caseload's desk: the day it is looked at as of, and the cases as the page draws them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction

from kit.adherence.counts import Counts
from kit.days import checked_day
from kit.errors import ContentError, Fault
from kit.followup.case import Case, Reason
from kit.followup.caseload_rules import caseload_rules
from kit.followup.week_over_week import recorded
from kit.samples.kept import NOTICE, is_sample
from kit.store.store import Store
from kit.timing.days import DAY
from kit.ui.caseload.shown import CaseShown, ReasonShown, RowShown, View, WeekShown


class Desk:
    """Holds the day alone; everything else is in the store. `today` may change while the page is open."""

    def __init__(self, store: Store, today: Callable[[], dt.date]) -> None:
        self.store, self._today = store, today
        self._as_of: dt.date | None = None
        self.faults: tuple[Fault, ...] = ()

    def as_of(self, day: str) -> None:
        """As of this day from now on. Raises `ContentError` for what is no day."""
        try:
            self._as_of = checked_day(dt.date.fromisoformat(day), "day")
        except ValueError:
            raise ContentError(Fault("day", f"{day[:20]!r} is no day.", "Choose one.")) from None

    def as_of_today(self) -> None:
        """As of each day that it is, from now on."""
        self._as_of = None

    def view(self) -> View:
        """The cases; `faults` tells of the plans that cannot be opened."""
        today = self._today()
        as_of = self._as_of or today
        found = self.store.caseload.on(as_of)
        self.faults = found.faults
        return {
            "as_of": as_of.isoformat(),
            "today": today.isoformat(),
            "cases": [_case(case, place) for place, case in enumerate(found.cases)],
            "note": caseload_rules().note,
            "band": NOTICE if is_sample(self.store) else "",
        }


def _case(case: Case, place: int) -> CaseShown:
    change = case.weeks.change
    return {
        "code": case.plan_code,
        "plan_id": case.plan_id,
        "patient": case.patient,
        "version": case.version,
        "place": place,
        "reasons": [_reason(reason) for reason in case.reasons],
        "weight": case.weight,
        "signs": case.signs,
        "overdue": case.is_overdue,
        "review_due": case.is_review_due,
        "draft": case.draft,
        "now": _week(case.weeks.now),
        "before": _week(case.weeks.before),
        "compared": case.weeks.compared,
        "change": None if change is None else float(change),
        "last_day": _iso(case.last_day),
        "review_on": _iso(case.review_on),
        "last_planned": _iso(case.until - DAY),
    }


def _reason(reason: Reason) -> ReasonShown:
    rows: list[RowShown] = [
        {"day": _iso(row.date), "slot": row.slot, "logged": row.session is not None} for row in reason.rows
    ]
    return {
        "rule": reason.rule,
        "title": reason.title,
        "why": reason.why,
        "source": reason.source,
        "weight": reason.weight,
        "rows": rows,
    }


def _week(counts: Counts) -> WeekShown:
    done, missing = (_share(part, counts.expected) for part in (counts.done, counts.missing))
    return {"said": recorded(counts), "done": done, "missing": missing}


def _share(part: Fraction, whole: Fraction) -> float | None:
    return float(part / whole) if whole else None


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
