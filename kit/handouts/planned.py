"""The sessions of all versions of one plan, each with its day and start: what is due, and what was taken away."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from kit.handouts.clock import Times
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.versions import InForce
from kit.timing.allow import to_allow_s
from kit.timing.slots import slots
from kit.timing.warm_up import warm_up
from kit.words.numbers import minutes_to_allow


@dataclass(frozen=True)
class Planned:
    """A session with a day and a start: `key` names it in its plan, `suggested` where all of it is of free choice."""

    key: str
    start: dt.datetime
    items: tuple[Prescription, ...]
    suggested: bool
    minutes: int  # to keep free, rounded up

    @property
    def day(self) -> dt.date:
        return self.start.date()


def all_planned(
    spans: Sequence[InForce], known: Mapping[int, ResolvedPlan], times: Times
) -> list[tuple[InForce, Planned, bool]]:
    """(version, session, cancelled) in order of time: all that any version ever planned, with its pauses or without."""
    due: dict[str, tuple[InForce, Planned]] = {}
    ever: dict[str, Planned] = {}
    for span in spans:
        one, plan = known[span.plan.version], span.plan
        planned = list(_of_version(one, plan, times))
        # A pause moves what is of free choice within its week, so either may have days that the other has not.
        ever |= {entry.key: entry for entry in _of_version(one, plan.model_copy(update={"pauses": ()}), times)}
        ever |= {entry.key: entry for entry in planned}
        due |= {entry.key: (span, entry) for entry in planned if span.start <= entry.day < span.end}
    # Whoever rules the day takes the session away, even after the end of that version.
    gone = (
        (next(span for span in reversed(spans) if span.start <= entry.day), entry, True)
        for key, entry in ever.items()
        if key not in due
    )
    found = [*((span, entry, False) for span, entry in due.values()), *gone]
    return sorted(found, key=lambda event: (event[1].start, event[1].key))


def _of_version(known: ResolvedPlan, plan: Plan, times: Times) -> Iterator[Planned]:
    """The sessions of `plan`, the version `known` or one like it, with their times."""
    minutes = cache(partial(_minutes, known))
    for day, group in itertools.groupby(slots(plan), key=lambda slot: slot.date):
        sessions = list(group)
        for position, slot in enumerate(sessions):
            start = times.at(day, position, len(sessions))
            yield Planned(f"{day}/{slot.number}", start, slot.items, slot.is_free, minutes(slot.items))


def _minutes(known: ResolvedPlan, items: tuple[Prescription, ...]) -> int:
    return minutes_to_allow(to_allow_s(known, items, warm_up(known).seconds))
