"""Puts each logged session into its week, and counts what the weeks then hold."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kit.adherence.counts import Counts
from tests.adherence.naive.expected import Week
from tests.adherence.naive.placing import WeekPlaces
from tests.adherence.naive.sessions import Logged


class Tally:
    """The sessions of a calendar up to `as_of`, week by week.

    `unplaced` are those without a day that no week can take, and those after `as_of`.
    """

    def __init__(self, calendar: Sequence[Week], sessions: Iterable[Logged], as_of: dt.date) -> None:
        self._calendar = calendar
        self.unplaced = 0
        by_week: dict[int, list[Logged]] = defaultdict(list)
        for session in sessions:
            at = self._week(session)
            if session.date is None:
                self.unplaced += at is None or not session.free or not calendar[at].active
            elif session.date > as_of:
                self.unplaced += 1
                continue
            if at is not None and (session.date or (session.free and calendar[at].active)):
                by_week[at].append(session)
        self.places = [WeekPlaces(week, by_week[at]) for at, week in enumerate(calendar)]

    def _week(self, session: Logged) -> int | None:
        """The week of the session's day, or the printed week where it has none."""
        for at, week in enumerate(self._calendar):
            printed = (week.plan_version, week.number) == (session.plan_version, session.week)
            if week.first <= session.date <= week.last if session.date else printed:
                return at
        return None


def counts(places: WeekPlaces) -> Counts:
    """The counts of one week; what is done of free choice is capped at what was expected."""
    week = places.week
    fixed = [one for one in places.placed if one.slot in week.fixed]
    free = [one for one in places.placed if one.slot.is_free]
    free_done = Fraction(sum(one.is_done for one in free))
    done = min(week.free, free_done)
    free_not = Fraction(sum(one.session is not None and not one.is_done for one in free))
    return Counts(
        expected=len(fixed) + week.free,
        done=sum(one.is_done for one in fixed) + done,
        not_done=sum(one.session is not None and not one.is_done for one in fixed) + min(week.free - done, free_not),
        over=places.beyond + free_done - done,
        extra=places.extra,
        full=sum(one.is_full for one in fixed) + min(week.free, Fraction(sum(one.is_full for one in free))),
    )
