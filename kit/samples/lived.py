"""What a synthetic patient really did, day by day, and of which sessions the diary says something.

Days hang together: a two-state Markov chain of kept and not kept, with the trajectory as its mean and `LAG_1` as the
correlation of one due day with the next.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from kit.plan.plan import Plan
from kit.samples.traits import Traits, Trajectory
from kit.timing.days import DAY
from kit.timing.slots import Slot, slots

LAG_1 = 0.35
_AGAIN = 0.85  # that a later session of a kept day is done too
_WRITTEN = 0.95  # that a session that was done stands in the diary
_ADMITTED = 0.35  # that one that was not done does
_OVERSTATED = 0.45  # of those not done, by who over-reports: about 1.25 times the truth [Nicolson2018a]
_MOVED = 0.15  # of the sessions whose day the patient picks
Mark = Literal["", "flare", "off", "sign", "extra"]
Told = Literal["did", "did_not", "nothing"]


@dataclass(frozen=True)
class Lived:
    """A session on its `day`. `slot`: what was due, or what an extra one was like. `mark`: what was special."""

    plan: Plan
    slot: Slot
    day: dt.date
    did: bool
    told: Told
    mark: Mark = ""
    is_due: bool = True
    is_refused: bool = False


def lived(plans: Sequence[Plan], traits: Traits, until: dt.date, written: dt.date, random: Random) -> list[Lived]:
    """All sessions due before `until`, and those that were done besides, in order of their days.

    The diary says nothing of days from `written` on.
    """
    kept = _kept(plans, traits.trajectory, until, random)
    found = [_told(one, traits, plans[0].start, random) if one.day < written else one for one in kept]
    found = _moved(found, until, random)
    if "flare" in traits.habits:
        found = _flared(found, written)
    if "red_flag" in traits.habits:
        found = _marked(found, 3 / 4, "sign")
    if "extra" in traits.habits:
        found += _in_pause(found, until)
    if traits.returns == "past_end":
        last = found[-1]
        day = last.plan.until
        found.append(Lived(last.plan, last.slot, day, True, "did", "extra", is_due=False, is_refused=True))
    return sorted(found, key=lambda one: (one.day, one.slot.number))


def _kept(plans: Sequence[Plan], trajectory: Trajectory, until: dt.date, random: Random) -> Iterator[Lived]:
    before: bool | None = None
    for plan, after in itertools.zip_longest(plans, plans[1:]):
        end = min(until, after.start if after else plan.until)
        for day, of_day in itertools.groupby(slots(plan, end), key=lambda slot: slot.date):
            mean = trajectory.kept((day - plans[0].start).days)
            # The first session is the one that was practised at the clinic.
            kept = before is None or random.random() < mean + LAG_1 * (before - mean)
            for slot in of_day:
                did = kept and (slot.number == 1 or random.random() < _AGAIN)
                yield Lived(plan, slot, day, did, "nothing")
            before = kept


def _told(one: Lived, traits: Traits, start: dt.date, random: Random) -> Lived:
    """With what the diary will say; the first session is in it in any case."""
    chance = random.random()
    since = (one.day - start).days
    if "missing_weeks" in traits.habits and 7 <= since < 14:
        return one
    if one.did:
        is_written = chance < _WRITTEN or not since or "calm" in traits.habits
        return replace(one, told="did" if is_written else "nothing")
    if "over_reports" in traits.habits and chance < _OVERSTATED:
        return replace(one, told="did")
    return replace(one, told="did_not" if chance > 1 - _ADMITTED else "nothing")


def _moved(found: list[Lived], until: dt.date, random: Random) -> list[Lived]:
    """Some sessions of free choice a day later, where that is a day of the same week on which nothing is due."""
    taken = {one.day for one in found}
    moved = []
    for one in found:
        day = one.day + DAY
        fits = one.slot.is_free and one.told == "did" and day not in taken and day < min(until, one.plan.until)
        fits = fits and (day - one.plan.start).days // 7 + 1 == one.slot.week and not one.plan.is_paused(day)
        if fits and one.slot.number == 1 and random.random() < _MOVED and _is_alone(one, found):
            one = replace(one, day=day)
        moved.append(one)
    return moved


def _is_alone(one: Lived, found: Sequence[Lived]) -> bool:
    return sum(other.slot.date == one.slot.date for other in found) == 1


def _flared(found: list[Lived], written: dt.date) -> list[Lived]:
    """One session with much pain in the middle, and the next two due days off."""
    found = _marked(found, 1 / 2, "flare")
    day = next(one.day for one in found if one.mark == "flare")
    off = sorted({one.day for one in found if day < one.day < written})[:2]
    return [replace(one, did=False, told="did_not", mark="off") if one.day in off else one for one in found]


def _marked(found: list[Lived], share: float, mark: Mark) -> list[Lived]:
    """The session so far into those that were done, and that the diary tells, gets the mark, over any other."""
    told = [n for n, one in enumerate(found) if one.did and one.told == "did"]
    at = told[int(len(told) * share)]
    return [*found[:at], replace(found[at], mark=mark), *found[at + 1 :]]


def _in_pause(found: Sequence[Lived], until: dt.date) -> Iterator[Lived]:
    plan = found[0].plan
    day = plan.pauses[0].start + DAY
    if day < until:
        before = next(one for one in reversed(found) if one.plan is plan and one.day < day)
        yield Lived(plan, before.slot, day, True, "did", "extra", is_due=False)
