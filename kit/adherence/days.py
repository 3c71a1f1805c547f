"""The frame DAYS: what each day was, as a calendar shows it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kit.adherence.arrays import NO_DAY, Bools, Ints, dates, is_day, picked, ragged, texts
from kit.adherence.calendar import Calendar
from kit.adherence.frames import DAYS, DAYS_ARE, DONE
from kit.adherence.placing import Logged, Placed
from kit.adherence.statuses import Statuses
from kit.adherence.versions import Versions
from kit.adherence.weights import NOT, PARTLY, WHOLLY

_DONE, _PARTIAL, _NOT_DONE, _MISSING, _REST, _PAUSE, _AHEAD = range(len(DAYS_ARE))
_NOT_ACTIVE = ("rest", "pause", "ahead")


def days(found: Versions, due: Calendar, at: Logged, to: Placed, became: Statuses, today: int) -> pd.DataFrame:
    """A session that was moved shows on the day on which it was done, and leaves its own one a rest day."""
    what = np.where(due.day_paused, _PAUSE, np.where(due.day_active, _of_sessions(found, due, at, to, became), _AHEAD))
    version, day = _besides(found, today)
    versions, all_days = np.r_[due.day_version, version], np.r_[due.day, day]
    what = np.r_[what, np.full(len(day), _REST)]
    order = np.lexsort((all_days, found.plan[versions]))
    return pd.DataFrame(
        {
            "plan_code": texts(found.codes, found.plan[versions[order]]),
            "plan_version": found.number[versions[order]],
            "date": dates(all_days[order]),
            "day_is": texts(DAYS_ARE, what[order]),
        }
    ).astype(DAYS)


def active_days(days: pd.DataFrame) -> list[bool]:
    """The active days of one plan in order, done or not. `days` is DAYS of `frames`."""
    active = days[~days["day_is"].isin(_NOT_ACTIVE)].sort_values("date", kind="stable")
    return [bool(one) for one in active["day_is"].isin(DONE)]


def _of_sessions(found: Versions, due: Calendar, at: Logged, to: Placed, became: Statuses) -> Ints:
    """By what became of the sessions of each day."""
    slot = np.flatnonzero(became.slot_sevenths)
    session = to.slot_session[slot]
    done_on = picked(at.day, session, NO_DAY)
    day = np.where(is_day(done_on), done_on, due.slot_day[slot])
    row = due.day_from[due.slot_version[slot]] + day - found.start[due.slot_version[slot]]
    status, size = became.slot[slot], len(due.day)

    def has(which: Bools) -> Bools:
        return np.bincount(row[which], minlength=size) > 0

    any_, wholly, partly, not_ = has(status >= 0), has(status == WHOLLY), has(status == PARTLY), has(status == NOT)
    open_ = has(status > PARTLY)
    rules = [wholly & ~partly & ~open_, wholly | partly, not_, any_]
    return np.select(rules, [_DONE, _PARTIAL, _NOT_DONE, _MISSING], _REST)


def _besides(found: Versions, today: int) -> tuple[Ints, Ints]:
    """Days on which no version is in force: between two versions, and after the last one up to the report."""
    if not len(found.plan):
        return found.plan, found.plan
    is_last = np.r_[found.plan[1:] != found.plan[:-1], True]
    until = np.where(is_last, today + 1, np.r_[found.start[1:], 0])
    count = np.maximum(until - found.end, 0)
    return np.repeat(np.arange(len(count)), count), ragged(found.end, count)
