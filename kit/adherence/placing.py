"""Puts each logged session to the planned one that it stands for.

What stands at its own day and number is found at once, for all plans together. Only a week in which something of free
choice was done at another time, or more often than it was due, goes through the rule for a week.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from kit.adherence.answers import PARTIAL, Answers, Best, key_on
from kit.adherence.arrays import NONE, Bools, Ints, is_day, picked, place_in
from kit.adherence.calendar import Calendar
from kit.adherence.versions import PLACES, Versions
from kit.adherence.week_rule import Choice, Place, Sitting, bits, place
from kit.timing.days import WEEK

_DAYS = 1 << 20  # above the number of any day


@dataclass(frozen=True)
class Logged:
    """The sessions with an answer that have a week, by session: its row of weeks, else NONE.

    `version`, `day`, `number` and `printed` are those of the session. It is `done` when at least one exercise was done,
    wholly or in part; `answered` when anything was said. It is `unplaced` without a day that counts.
    """

    version: Ints
    day: Ints
    number: Ints
    printed: Ints
    answered: Bools
    done: Bools
    week: Ints
    unplaced: Bools


@dataclass
class Placed:
    """By slot, the session that stands for it and whether that one is done; by part, the session whose answers count.

    By session: the slot that it stands for; whether it is beyond what was agreed, or extra.
    """

    slot_session: Ints
    slot_done: Bools
    part_session: Ints
    session_slot: Ints = field(init=False)
    beyond: Bools
    extra: Bools


def logged(found: Versions, given: Answers, due: Calendar, as_of: int) -> Logged:
    """The sessions of `given` in order."""
    first = np.zeros(len(given.keys), dtype=np.int64)
    first[given.session[::-1]] = np.arange(len(given.session))[::-1]
    day, number, printed = given.day[first], given.slot[first], given.week[first]
    status = np.zeros(len(given.keys), dtype=np.int64)
    np.maximum.at(status, given.session, given.status)
    dated = is_day(day)
    version = np.where(dated, _in_force(found, given.version[first], day), given.version[first])
    offset = np.where(dated, day - found.start[version], 0)
    counts = dated & (offset >= 0) & (day < found.end[version]) & (day <= as_of)
    by_day = due.week_of(version, np.where(counts, offset // WEEK + 1, 0))
    by_print = due.week_of(version, np.where(given.free[first], printed, 0))
    by_print = np.where(picked(due.week_active, by_print, 0) > 0, by_print, NONE)
    answered = status > 0
    week = np.where(answered, np.where(dated, by_day, by_print), NONE)
    printed = np.where(dated, offset // WEEK + 1, printed)
    unplaced = answered & np.where(dated, day > as_of, week == NONE)
    return Logged(version, day, number, printed, answered, status >= PARTIAL, week, unplaced)


def placed_at(found: Versions, given: Answers, counted: Best, due: Calendar, sessions: Logged) -> Placed:
    """All of them, each week by itself."""
    own = place_in(given.keys, key_on(found.plan[due.slot_version], due.slot_day, due.slot_number))
    is_own = due.slot_active & picked(sessions.answered, own, False)
    slot_session = np.where(is_own, own, NONE)
    done = picked(sessions.done, slot_session, False)
    part_session = slot_session[due.part_slot]
    extra = (sessions.week != NONE) & sessions.done
    extra[slot_session[is_own]] = False
    result = Placed(slot_session, done, part_session, np.zeros(len(extra), dtype=bool), extra)
    careful = _careful(found, given, counted, due, sessions, slot_session)
    if len(careful):
        _by_rule(found, given, counted, due, sessions, careful, result)
    result.session_slot = np.full(len(extra), NONE)
    is_taken = result.slot_session != NONE
    result.session_slot[result.slot_session[is_taken]] = np.flatnonzero(is_taken)
    return result


def _careful(found: Versions, given: Answers, counted: Best, due: Calendar, at: Logged, own: Ints) -> Ints:
    """The weeks in which something of free choice is told that is not due where it is told."""
    row = counted.row
    session, item = given.session[row], given.item[row]
    place_of = item - found.item_from[given.version[row]]
    is_free = (found.items[item, 0] > 0) & (at.week[session] != NONE)
    session = session[is_free]
    slot_of = np.full(len(at.week), NONE)
    taken = own != NONE
    slot_of[own[taken]] = np.flatnonzero(taken)
    slot = slot_of[session]
    part_place = due.part_item - found.item_from[due.slot_version[due.part_slot]]
    place_of = place_of[is_free]
    part = place_in(due.part_slot * PLACES + part_place, slot * PLACES + place_of)
    return np.unique(at.week[session[(slot == NONE) | (part == NONE)]])


def _by_rule(
    found: Versions, given: Answers, counted: Best, due: Calendar, at: Logged, careful: Ints, into: Placed
) -> None:
    """The weeks `careful`, one after the other."""
    parts = due.part_slot.searchsorted(np.arange(len(due.slot_day) + 1))
    slots = due.slot_week.searchsorted(careful), due.slot_week.searchsorted(careful, side="right")
    sittings = _sittings(found, given, counted, at, careful)
    for week, first, last in zip(careful.tolist(), *(edge.tolist() for edge in slots), strict=True):
        item_from = int(found.item_from[due.week_version[week]])
        places = list(_places(due, parts, first, last, item_from))
        its = sittings[week]
        place(places, its, _choice(found, due, week))
        for sitting in its:
            into.beyond[sitting.row], into.extra[sitting.row] = sitting.is_beyond, sitting.is_extra
        for one in places:
            into.slot_session[one.row] = one.sitting.row if one.sitting else NONE
            into.slot_done[one.row] = bool(one.sitting and one.sitting.done)
            for row, item in zip(range(parts[one.row], parts[one.row + 1]), bits(one.items), strict=True):
                answer = one.answers.get(item)
                into.part_session[row] = answer.row if answer else NONE


def _places(due: Calendar, parts: Ints, first: int, last: int, item_from: int) -> Iterator[Place]:
    for row in range(first, last):
        items = sum(1 << int(item) - item_from for item in due.part_item[parts[row] : parts[row + 1]])
        is_free, is_active = bool(due.slot_free[row]), bool(due.slot_active[row])
        yield Place(row, int(due.slot_day[row]), int(due.slot_number[row]), items, is_free, is_active)


def _sittings(found: Versions, given: Answers, counted: Best, at: Logged, careful: Ints) -> dict[int, list[Sitting]]:
    """The sessions of the weeks `careful`, in order, with the items that each tells of."""
    session = given.session[counted.row]
    is_its = np.isin(at.week[session], careful)
    row, session, status = counted.row[is_its], session[is_its], counted.status[is_its]
    place_of = given.item[row] - found.item_from[given.version[row]]
    by_week: dict[int, list[Sitting]] = {week: [] for week in careful.tolist()}
    last: Sitting | None = None
    for one, item, is_done in zip(session.tolist(), place_of.tolist(), (status >= PARTIAL).tolist(), strict=True):
        if last is None or last.row != one:
            day = int(at.day[one]) if is_day(at.day[one]) else None
            last = Sitting(one, day, int(at.number[one]), 0, 0)
            by_week[int(at.week[one])].append(last)
        last.told |= 1 << item
        last.done |= is_done << item
    return by_week


def _choice(found: Versions, due: Calendar, week: int) -> Choice:
    version = int(due.week_version[week])
    edges = found.item_version.searchsorted([version, version + 1])
    items = found.items[edges[0] : edges[1]]
    free = {1 << n: int(item[2]) for n, item in enumerate(items) if item[0]}
    first = int(due.day_from[version] + due.week_first[week] - found.start[version])
    days = slice(first, first + int(due.week_last[week] - due.week_first[week]) + 1)
    return Choice(frozenset(due.day[days][due.day_active[days]].tolist()), sum(free), free)


def sides_of(found: Versions, due: Calendar, part_session: Ints) -> tuple[Ints, Ints]:
    """For each part, the keys of its two sides in the answers, NONE where nothing counts or it has one side."""
    place_of = due.part_item - found.item_from[due.slot_version[due.part_slot]]
    sides = found.items[due.part_item, 3:5]
    keys = (part_session * PLACES + place_of)[:, None] * 4 + sides
    keys[(sides == NONE) | (part_session == NONE)[:, None]] = NONE
    return keys[:, 0], keys[:, 1]


def _in_force(found: Versions, version: Ints, day: Ints) -> Ints:
    """The row of the version of the same plan that had begun by `day`, else `version`."""
    plan, begun = found.plan[version], found.plan * _DAYS + found.start
    at = begun.searchsorted(plan * _DAYS + np.clip(day, 0, _DAYS - 1), side="right") - 1
    return np.where((at >= 0) & (found.plan[at] == plan), at, version)
