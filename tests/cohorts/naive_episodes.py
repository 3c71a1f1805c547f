"""Episodes and covered time one day after another, as AdhereR's manual says it: slow, and easy to follow."""

from __future__ import annotations

from dataclasses import dataclass

Event = tuple[int, int]  # first day and days of cover


@dataclass(frozen=True)
class Episode:
    start: int
    gap: int
    duration: int
    end: int


def covered_days(events: list[Event], until: int) -> list[bool]:
    """Whether each day of the follow-up, from day 0, is covered by any event."""
    days = [False] * until
    for start, length in events:
        for day in range(start, min(start + length, until)):
            days[day] = True
    return days


def episodes(events: list[Event], until: int, gap: int) -> list[Episode]:
    """Walk through the days from the first event; after more than `gap` days without cover an episode is over.

    The days after the last cover belong to the last episode unless there are too many of them.
    """
    found: list[Episode] = []
    days = covered_days(events, until)
    first = min(start for start, _ in events)
    begun, bare = first, 0
    for day in range(first, until + 1):
        is_end = day == until
        if not is_end and not days[day]:
            bare += 1
            continue
        if bare > gap:
            found.append(Episode(begun, bare, day - bare - begun, day - bare))
            begun = day
        elif is_end:
            found.append(Episode(begun, bare, day - begun, day))
        bare = 0
    return found


def shares(events: list[Event], until: int) -> dict[str, float | None]:
    """Supplied days of the days in a window, counted one by one."""
    days = covered_days(events, until)
    first, last = min(start for start, _ in events), max(start for start, _ in events)
    between, after = days[first:last], days[first:]
    supplied = sum(length for start, length in events if start < last)
    every = sum(length for _, length in events)
    return {
        "cma1": supplied / (last - first) if last > first else None,
        "cma2": every / (until - first),
        "cma5": sum(between) / len(between) if between else None,
        "cma6": sum(after) / len(after),
        "cma7": sum(days) / until,
    }
