"""The sessions of one week, each put to the planned one that it stands for, where they do not stand at their own.

What is due on fixed days counts on these days. An item whose days the patient picks counts within its week: done on
another day than the proposed one, it stands for a proposed one that is still open. Items are bits of a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass
class Sitting:
    """A logged session: its `day`, None where nobody gave one, its number in the day, and the items it tells of.

    Of those it has `told`, some are `done`. `is_beyond` says that one was done more often than the day or the week has
    it, `is_extra` that the session was done when nothing was due.
    """

    row: int
    day: int | None
    number: int
    told: int
    done: int
    is_beyond: bool = False
    is_extra: bool = False

    def tells(self, item: int) -> bool:
        """Whether the item was done, or not done where nothing else was."""
        return bool((self.done or self.told) & item)


@dataclass
class Place:
    """A planned session, the logged one that stands for it, and by item the one whose answers count for it."""

    row: int
    day: int
    number: int
    items: int
    free: bool
    active: bool
    sitting: Sitting | None = None
    answers: dict[int, Sitting] = field(default_factory=dict)

    def take(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.answers = dict.fromkeys(bits(self.items & sitting.told), sitting)

    def lacks(self, item: int) -> bool:
        """Whether the item was due and nothing of it was done."""
        answer = self.answers.get(item)
        return bool(self.items & item) and not (answer and answer.done & item)


@dataclass(frozen=True)
class Choice:
    """Of a week: its days that count, the items whose days the patient picks, and their times a day."""

    active: frozenset[int]
    free: int
    times: dict[int, int]


def place(places: Sequence[Place], sittings: Iterable[Sitting], choice: Choice) -> None:
    """Put the sittings, in order of time, to the places of their week, also in order."""
    once = [sitting for sitting in _as_often_as_due(sittings, choice) if sitting.told]
    at_own = {(one.day, one.number): one for one in places if one.active}
    days = {sitting.day for sitting in once if (sitting.day, sitting.number) in at_own}
    elsewhere = []
    for sitting in once:
        own = None if sitting.day is None else at_own.get((sitting.day, sitting.number))
        if own:
            own.take(sitting)
        elif _counts(sitting, choice) and sitting.tells(choice.free):
            elsewhere.append(sitting)
        else:
            sitting.is_extra = bool(sitting.done)
    for sitting in sorted(elsewhere, key=lambda one: not one.done):
        _stand_in(places, sitting, choice, days)
    _move(places, once, choice)


def bits(number: int) -> Iterator[int]:
    """The items in a number, in the order of the plan."""
    while number:
        lowest = number & -number
        yield lowest
        number ^= lowest


def _as_often_as_due(sittings: Iterable[Sitting], choice: Choice) -> Iterator[Sitting]:
    """Without what was done more often on a day than its times a day: three times today are not three days."""
    times: Counter[tuple[int, int]] = Counter()
    for sitting in sittings:
        if sitting.day is not None:
            for item in bits(sitting.done & choice.free):
                times[sitting.day, item] += 1
                if times[sitting.day, item] > choice.times[item]:
                    sitting.is_beyond = True
                    sitting.told &= ~item
                    sitting.done &= ~item
        yield sitting


def _counts(sitting: Sitting, choice: Choice) -> bool:
    return sitting.day is None or sitting.day in choice.active


def _stand_in(places: Iterable[Place], sitting: Sitting, choice: Choice, days: set[int | None]) -> None:
    """Put a session that was done at a time of the patient's own to an open one that has an item of it."""
    fitting = [one for one in places if _may_stand_in(sitting, one, choice, days)]
    if fitting:
        min(fitting, key=lambda one: (not one.free, bool(one.items & ~sitting.done))).take(sitting)


def _may_stand_in(sitting: Sitting, one: Place, choice: Choice, days: set[int | None]) -> bool:
    """Not twice for one day: beside a session on its own day, it stands for one of free choice at most."""
    if not sitting.tells(one.items & choice.free):
        return False
    if one.free:
        return one.sitting is None or bool(sitting.done and not one.sitting.done)
    return one.sitting is None and one.active and sitting.day not in days


def _move(places: Sequence[Place], sittings: Iterable[Sitting], choice: Choice) -> None:
    """Count what was done of free choice, and was not due in its session, for one that lacks it."""
    stands = {one.sitting.row: one for one in places if one.sitting is not None}
    for sitting in sittings:
        here = stands.get(sitting.row)
        if here is None and not _counts(sitting, choice):
            continue
        for item in bits(sitting.done & choice.free & ~(here.items if here else 0)):
            lacking = next((one for one in places if one.lacks(item)), None)
            if lacking is None:
                sitting.is_beyond = True
            else:
                lacking.answers[item] = sitting
