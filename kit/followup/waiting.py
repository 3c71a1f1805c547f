"""Whether a diary is waited for, and since which day."""

from __future__ import annotations

import datetime as dt

from kit.timing.days import DAY

WAITS_DAYS = 7  # without a diary for more days than these, one is waited for (D)
LATE_DAYS = 28  # after the end of a plan nobody waits for longer (D)


def waits_since(start: dt.date, until: dt.date, last: dt.date | None, today: dt.date) -> dt.date | None:
    """Since which day a diary is waited for; None where none is.

    The version in force runs from `start` to before `until`; `last` is the last day that a diary tells of, None where
    there is none. The last day that can be told of is yesterday, or the last of the plan.
    """
    end = min(today, until) - DAY
    since = start if last is None else max(start, last + DAY)
    if start > today or (today - until).days > LATE_DAYS or (end - since).days < WAITS_DAYS:
        return None
    return since
