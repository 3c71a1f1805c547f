"""Rows that say the same thing twice, or two things about one session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kit.diary.alarms import alarm_of
from kit.diary.aside import aside_of, row_of
from kit.diary.columns import RATED
from kit.diary.rows import Reject, Row
from kit.errors import Fault

NAMED = 3  # other rows that a message names


def single(rows: Iterable[Row], where: str) -> tuple[list[Row], list[Reject], list[Fault]]:
    """Each row once: (kept, rejects, faults).

    Of rows with the same answers the first is kept; a blank row gives way to an answered one; rows that
    answer differently are all refused, because nobody can know which is right.
    """
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.key].append(row)
    kept: list[Row] = []
    rejects: list[Reject] = []
    faults: list[Fault] = []
    for group in groups.values():
        answered = [row for row in group if not row.is_blank] or group
        if any(row.answers != answered[0].answers for row in answered):
            rejects += conflicts(answered, where)
            continue
        first = answered[0]
        kept.append(first)
        for row in group:
            if row is not first:
                faults.append(repeat_of(first.number, row.number, where))
    return sorted(kept, key=_number), sorted(rejects, key=lambda r: r.row), faults


def session_conflicts(rows: Iterable[Row], where: str) -> list[Fault]:
    """What is rated belongs to the session; a fault for each rating that its rows tell differently. The rows stay."""
    told: dict[tuple[object, ...], dict[int, int]] = defaultdict(dict)
    for row in rows:
        for name in RATED:
            value = row.values[name]
            if value is not None:
                told[(*row.session, name)].setdefault(value, row.number)
    faults = []
    for key, seen in told.items():
        when, slot, column = key[2:]
        if len(seen) > 1:
            numbers = " and ".join(f"{value} (row {row})" for value, row in seen.items())
            day = f"week {when}" if isinstance(when, int) else str(when)
            what = f"{column} is {numbers} in one session: {day}, slot {slot}."
            faults.append(Fault(where, what, "Keep one of them."))
    return faults


def repeat_of(first: int, number: int, where: str) -> Fault:
    """A row that says what row `first` said."""
    what = f"is the same entry as row {first}."
    return Fault(f"{where}, row {number}", what, "It is counted once; delete one of them.")


def conflicts(group: Sequence[Row], where: str) -> list[Reject]:
    """Rows that answer differently for one thing, each refused; a message names few of the others, however many."""
    numbers = [row.number for row in group[: NAMED + 1]]
    rejects = []
    for row in group:
        others = [str(number) for number in numbers if number != row.number][:NAMED]
        rest = len(group) - 1 - len(others)
        who = f"row{'s' * (len(group) > 2)} {', '.join(others)}" + (f" and {rest:,} more" if rest else "")
        verb = "answers" if len(group) == 2 else "answer"
        why = f"{who} {verb} differently for the same exercise, session and side. Keep the right one."
        aside = aside_of(row.values, row_of(row.number, where))
        rejects.append(Reject(row.number, why, row.cells, alarm=alarm_of(row.values), aside=aside))
    return rejects


def _number(row: Row) -> int:
    return row.number
