"""What became of each planned session and of each item in it, and how many expected ones each stands for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kit.adherence.answers import DONE, PARTIAL, Best
from kit.adherence.arrays import NONE, Bools, Ints, picked, place_in, ragged
from kit.adherence.calendar import Calendar
from kit.adherence.placing import Placed, sides_of
from kit.adherence.versions import PLACES, Versions
from kit.adherence.weights import MISSING, NOT, PARTLY, WHOLLY, dealt
from kit.timing.days import WEEK


@dataclass(frozen=True)
class Statuses:
    """By slot and by part, what became of it and its sevenths of an expected one; of a part, its two sides in `Best`.

    `week_left` are the sevenths of a week for which the plan proposes no session, `choice_left` the same of the item
    `choice_item` in the week `choice_week`: a version that ends within a week leaves some.
    """

    slot: Ints
    slot_sevenths: Ints
    part: Ints
    part_sevenths: Ints
    sides: tuple[Ints, Ints]
    week_left: Ints
    choice_week: Ints
    choice_item: Ints
    choice_left: Ints


def statuses(found: Versions, counted: Best, due: Calendar, at: Placed) -> Statuses:
    sides = [counted.at(keys) for keys in sides_of(found, due, at.part_session)]
    one, two = (picked(counted.status, place, 0) for place in sides)
    has_two = found.items[due.part_item, 4] != NONE
    wholly = (one == DONE) & ((two == DONE) | ~has_two)
    highest = np.maximum(one, two)
    part = np.select([wholly, highest >= PARTIAL, highest > 0], [WHOLLY, PARTLY, NOT], MISSING)
    lacking = np.bincount(due.part_slot[~wholly], minlength=len(due.slot_day))
    became = [at.slot_done & (lacking == 0), at.slot_done, at.slot_session != NONE]
    slot = np.select(became, [WHOLLY, PARTLY, NOT], MISSING)
    sevenths, week_left = _of_slots(due, slot)
    choice = _choice(found, due)
    part_sevenths, choice_left = _of_parts(found, due, part, *choice)
    return Statuses(slot, sevenths, part, part_sevenths, (sides[0], sides[1]), week_left, *choice, choice_left)


def _of_slots(due: Calendar, became: Ints) -> tuple[Ints, Ints]:
    """A session with a fixed item counts on its day; the others share what is due of free choice in their week."""
    sevenths = np.where(due.slot_active & ~due.slot_free, WEEK, 0)
    free = due.slot_free
    expected = due.week_free * due.week_active
    sevenths[free], left = dealt(due.slot_week[free], became[free], expected, len(expected))
    return sevenths, left


def _choice(found: Versions, due: Calendar) -> tuple[Ints, Ints]:
    """Each item of free choice in each week: the rows of both."""
    count = np.bincount(found.item_version, minlength=len(found.plan))[due.week_version]
    week = np.repeat(np.arange(len(count)), count)
    item = ragged(found.item_from[due.week_version], count)
    is_free = found.items[item, 0] > 0
    return week[is_free], item[is_free]


def _of_parts(found: Versions, due: Calendar, became: Ints, week: Ints, item: Ints) -> tuple[Ints, Ints]:
    """An item counts in the fixed sessions that it has, or its n a week over the active days of its week."""
    is_free: Bools = found.items[due.part_item, 0] > 0
    sevenths = np.where(due.slot_active[due.part_slot] & ~is_free, WEEK, 0)
    place_of = due.part_item - found.item_from[due.slot_version[due.part_slot]]
    keys = week * PLACES + item - found.item_from[found.item_version[item]]
    group = place_in(keys, (due.slot_week[due.part_slot] * PLACES + place_of)[is_free])
    expected = found.items[item, 1] * due.week_active[week]
    sevenths[is_free], left = dealt(group, became[is_free], expected, len(keys))
    return sevenths, left
