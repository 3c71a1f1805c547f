"""Which sessions were to be expected by a given day, of all versions (clinical specification 6.2, rules 1 to 3).

A week belongs to a version and is counted from its start. Of a week that has begun, all sessions stand here, those to
come too: what is done early may stand for one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from kit.adherence.arrays import NONE, Bools, Ints, ragged
from kit.adherence.versions import Versions, stacked
from kit.timing.days import WEEK


@dataclass(frozen=True)
class Calendar:
    """Rows of weeks, days, slots (sessions) and parts (an item in a slot); the first column is the row of the version.

    `active` days count: in force, not paused, over by the day of the report. `week_free` are the sessions of choice of
    a full week. `slot_week`, `day_week` and `part_slot` are rows of weeks and slots; `part_item` is one of all items.
    """

    week_version: Ints
    week: Ints
    week_first: Ints
    week_last: Ints
    week_active: Ints
    week_free: Ints
    week_from: Ints  # by version: its first row of weeks
    weeks_begun: Ints  # by version
    day_from: Ints  # by version: its first row of days
    day_version: Ints
    day: Ints
    day_week: Ints
    day_paused: Bools
    day_active: Bools
    slot_version: Ints
    slot_week: Ints
    slot_day: Ints
    slot_number: Ints
    slot_free: Bools
    slot_active: Bools
    part_slot: Ints
    part_item: Ints

    def week_of(self, version: Ints, week: Ints) -> Ints:
        """The row of a week of a version, counted from 1; NONE where it has not begun, or there is none."""
        is_one = (week >= 1) & (week <= self.weeks_begun[version])
        return np.where(is_one, self.week_from[version] + week - 1, NONE)


def calendar(found: Versions, as_of: int, logged: Bools) -> Calendar:
    """The weeks that have begun by `as_of`. That day itself is over only for the plans in which something is `logged`.

    `logged` has a value for each plan.
    """
    lengths = np.maximum(found.end - found.start, 0)
    begun = np.where(lengths > 0, np.clip((as_of - found.start) // WEEK + 1, 0, -(-lengths // WEEK)), 0)
    week_from = np.cumsum(begun) - begun
    week_version = np.repeat(np.arange(len(begun)), begun)
    number = ragged(np.ones_like(begun), begun)
    first = found.start[week_version] + (number - 1) * WEEK
    last = np.minimum(first + WEEK, found.end[week_version]) - 1
    day_version = np.repeat(np.arange(len(lengths)), lengths)
    offset = ragged(np.zeros_like(lengths), lengths)
    day = found.start[day_version] + offset
    paused = _by_pattern(found, [p.paused[:, None].astype(np.int64) for p in found.patterns], lengths, 1)[:, 0] > 0
    is_over = (day < as_of) | ((day == as_of) & logged[found.plan[day_version]])
    active = is_over & ~paused
    number_of_day = offset // WEEK + 1
    day_week = np.where(number_of_day <= begun[day_version], week_from[day_version] + number_of_day - 1, NONE)
    free = np.array([pattern.free_a_week for pattern in found.patterns], dtype=np.int64)
    slots = _slots(found, begun, week_from)
    slots["slot_active"] = active[(np.cumsum(lengths) - lengths)[slots["slot_version"]] + slots.pop("offset")]
    return Calendar(
        week_version,
        number,
        first,
        last,
        np.bincount(day_week[active], minlength=len(number)).astype(np.int64),
        free[found.pattern[week_version]] if len(free) else np.zeros(0, dtype=np.int64),
        week_from,
        begun,
        np.cumsum(lengths) - lengths,
        day_version,
        day,
        day_week,
        paused,
        active,
        **slots,
    )


def _by_pattern(found: Versions, tables: list[Ints], lengths: Ints, columns: int) -> Ints:
    """The first `lengths` rows of the table of each version's pattern."""
    rows, sizes = stacked(tables, columns)
    return rows[ragged((np.cumsum(sizes) - sizes)[found.pattern], lengths)]


def _slots(found: Versions, begun: Ints, week_from: Ints) -> dict[str, Any]:
    """Those of weeks that have begun, on days on which their version is in force, with their parts."""
    tables = [pattern.slots for pattern in found.patterns]
    sizes = np.array([len(table) for table in tables], dtype=np.int64)
    count = sizes[found.pattern] if len(sizes) else np.zeros(0, dtype=np.int64)
    version = np.repeat(np.arange(len(count)), count)
    offset, week, number, free = _by_pattern(found, tables, count, 4).T
    day = found.start[version] + offset
    keep = (day < found.end[version]) & (week <= begun[version])
    row = np.cumsum(keep) - 1
    parts = [pattern.parts for pattern in found.patterns]
    part_sizes = np.array([len(table) for table in parts], dtype=np.int64)
    part_count = part_sizes[found.pattern] if len(part_sizes) else np.zeros(0, dtype=np.int64)
    part_version = np.repeat(np.arange(len(part_count)), part_count)
    slot, place = _by_pattern(found, parts, part_count, 2).T
    slot = (np.cumsum(count) - count)[part_version] + slot
    kept = keep[slot]
    return {
        "slot_version": version[keep],
        "slot_week": (week_from[version] + week - 1)[keep],
        "slot_day": day[keep],
        "slot_number": number[keep],
        "slot_free": free[keep] > 0,
        "part_slot": row[slot[kept]],
        "part_item": (found.item_from[part_version] + place)[kept],
        "offset": offset[keep],
    }
