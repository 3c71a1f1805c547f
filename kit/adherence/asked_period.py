"""Whether a period can be counted: it runs forwards, within the days of the plan, and up to no day that is to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from kit.days import in_words
from kit.errors import ContentError, Fault
from kit.timing.days import DAY


def check_period(
    starts: Sequence[dt.date],
    until: dt.date,
    as_of: dt.date,
    *,
    since: dt.date | None = None,
    last: dt.date | None = None,
    today: dt.date | None = None,
) -> None:
    """`starts` are the first days of the versions, `until` the day after the last one of all; `today` is a door's.

    `since` and `last` are the first and the last day that are counted. Raises `ContentError` with all that is wrong.
    """
    faults = list(_wrong(min(starts), until - DAY, as_of, since, last, today))
    if faults:
        raise ContentError(faults)


def check_come(as_of: dt.date, today: dt.date) -> None:
    """Raises `ContentError` for a day that is yet to come."""
    if as_of > today:
        raise ContentError(_to_come(as_of, today))


def _to_come(as_of: dt.date, today: dt.date) -> Fault:
    what = f"{in_words(as_of)} is yet to come; today is {in_words(today)}."
    return Fault("as of", what, "Choose today or an earlier day.")


def _wrong(
    first: dt.date,
    end: dt.date,
    as_of: dt.date,
    since: dt.date | None,
    last: dt.date | None,
    today: dt.date | None,
) -> Iterator[Fault]:
    begin, on = in_words(first), in_words(as_of)
    forwards = f"Choose a day from {begin} on."
    if as_of < first:
        yield Fault("as of", f"{on} is before the plan begins, on {begin}.", forwards)
    if today is not None and as_of > today:
        yield _to_come(as_of, today)
    if last is not None and last < first:
        yield Fault("until", f"{in_words(last)} is before the plan begins, on {begin}.", forwards)
    stop = min(as_of, last or as_of)
    for bound, what in ((stop, "the last day that is counted"), (end, "the last day of the plan")):
        if since is not None and since > bound:
            after = f"{in_words(since)} is after {in_words(bound)}, {what}."
            yield Fault("since", after, "Choose an earlier first day.")
            return
