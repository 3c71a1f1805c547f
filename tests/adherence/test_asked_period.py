"""A period runs forwards, within the plan's days, and up to no day that is to come."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.adherence.asked_period import check_period
from kit.errors import ContentError

FIRST, UNTIL = dt.date(2026, 6, 1), dt.date(2026, 6, 29)


def june(day: int) -> dt.date:
    return dt.date(2026, 6, day)


@pytest.mark.parametrize(
    ("as_of", "named", "told"),
    [
        (
            dt.date(2026, 5, 31),
            {},
            "as of: 31 May 2026 is before the plan begins, on 1 June 2026. Choose a day from 1 June 2026 on.",
        ),
        (june(9), {"today": june(8)}, "as of: 9 June 2026 is yet to come; today is 8 June 2026. Choose today or an earlier day."),
        (june(9), {"since": june(10)}, "since: 10 June 2026 is after 9 June 2026, the last day that is counted. Choose an earlier first day."),
        (june(20), {"since": june(10), "last": june(9)}, "since: 10 June 2026 is after 9 June 2026, the last day that is counted. Choose an earlier first day."),
        (dt.date(2026, 8, 1), {"since": june(29)}, "since: 29 June 2026 is after 28 June 2026, the last day of the plan. Choose an earlier first day."),
        (june(9), {"last": dt.date(2026, 5, 1)}, "until: 1 May 2026 is before the plan begins, on 1 June 2026. Choose a day from 1 June 2026 on."),
    ],
)  # fmt: skip
def test_a_period_that_cannot_be_counted_is_refused(as_of: dt.date, named: dict[str, Any], told: str) -> None:
    """With the day, the rule and the mend."""
    with pytest.raises(ContentError) as caught:
        check_period([FIRST, june(15)], UNTIL, as_of, **named)
    assert str(caught.value) == told


def test_the_days_at_the_edge_can_be_counted() -> None:
    """The plan's first day, its last one, today, and a period of one day."""
    check_period([FIRST], UNTIL, FIRST, since=FIRST, today=FIRST)
    check_period([FIRST], UNTIL, dt.date(2026, 8, 1), since=june(28), last=june(28))
