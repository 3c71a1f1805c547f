"""What matters to synthetic patients: every second one names one or two activities, and scores them every two weeks.

Drawn apart from everything else, so that nothing else of a clinic hangs on it; and without a look at the trajectory:
who does more is not better for it in the sources [Nicolson2020].
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from random import Random

from kit.diary.columns import ACTIVITIES
from kit.plan.activities import HIGH, LOW
from kit.plan.plan import Plan
from kit.samples.answers import Answers
from kit.samples.lived import Lived
from kit.timing.asking import asking_weeks
from kit.timing.days import DAY

# Nobody's: every one was made up for this.
OWN_WORDS = (
    "Walk to the bus stop without a break",
    "Put my socks on standing up",
    "Carry the shopping up to the flat",
    "Kneel in the garden",
    "Sit through a film",
    "Get out of the bath on my own",
    "Play ball with the children",
    "Sleep on my side",
)
_GAIN_DAYS = 42  # in which all of the gain comes
Filled = Iterable[tuple[Lived, tuple[Answers, ...]]]


def named(draft: Plan, number: int) -> Plan:
    """The draft of this patient, with activities where it is every second one."""
    if number % 2:
        return draft
    random = Random(f"activities {draft.code}")
    return draft.describe(activities=tuple(random.sample(OWN_WORDS, random.randint(1, 2))))


def scored(filled: Filled, start: dt.date) -> list[tuple[Lived, tuple[Answers, ...]]]:
    """The same sessions: the first that the diary tells of in each week that asks also tells how the activities go.

    `start` is the first day of the first version.
    """
    found = []
    told: set[tuple[int, int]] = set()
    for one, given in filled:
        week = (one.plan.version, (one.day - one.plan.start) // DAY // 7 + 1)
        if one.is_due and one.told == "did" and week[1] in asking_weeks(one.plan) and week not in told:
            told.add(week)
            given = ({**given[0], **_scores(one, start)}, *given[1:])
        found.append((one, given))
    return found


def _scores(one: Lived, start: dt.date) -> Answers:
    part = min(1.0, (one.day - start).days / _GAIN_DAYS)
    return {
        column: _score(Random(f"scores {one.plan.code} {name}"), part, Random(f"{one.plan.code} {name} {one.day}"))
        for column, name in zip(ACTIVITIES, one.plan.activities, strict=False)
    }


def _score(her: Random, part: float, of_day: Random) -> int:
    """From where she began, by how much it changes in all, and a little up or down on the day."""
    first, gain = her.randint(2, 5), her.randint(-1, 4)
    return min(HIGH, max(LOW, round(first + gain * part) + of_day.choice((-1, 0, 0, 1))))
