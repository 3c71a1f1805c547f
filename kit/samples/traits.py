"""What synthetic patients are like, and how many of a clinic are like that.

The shares of the trajectories are those of a cohort with knee osteoarthritis [Nicolson2018b]; all other numbers are
design values (D), chosen so that a small clinic shows everything that a page has to cope with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeVar

Returns = Literal["on_time", "overdue", "past_end", "never"]
Habit = Literal[
    "over_reports",  # says of some sessions that were not done that they were
    "back_fills",  # writes a week at a time, days later
    "one_side",  # mostly leaves one side out
    "missing_weeks",  # a week without an entry, whatever was done in it
    "flare",  # one session with much pain, a bad morning after it, and two days off
    "red_flag",  # one sign that asks for help
    "partial_only",  # never all of it
    "skips_one",  # mostly leaves the last exercise out, and says why
    "writes_notes",
    "plan_change",  # a second version in the middle
    "extra",  # a session on a day of a pause
    "pause",
]


@dataclass(frozen=True)
class Trajectory:
    """The probability that a due day is kept: `start`, less `a_week` each week, down to `floor`."""

    name: str
    share: float
    start: float
    a_week: float
    floor: float

    def kept(self, day: int) -> float:
        """On a day, counted from 0 at the start of the first version."""
        return max(self.floor, self.start - self.a_week * day / 7)


TRAJECTORIES = (
    Trajectory("rapid_decline", 0.47, 0.95, 0.14, 0.15),
    Trajectory("gradual", 0.45, 0.95, 0.035, 0.4),
    Trajectory("low", 0.06, 0.3, 0.0, 0.3),
    Trajectory("steady", 0.02, 0.92, 0.0, 0.92),
)
RETURNS: Mapping[Returns, float] = {"never": 0.08, "overdue": 0.17, "past_end": 0.08, "on_time": 0.67}
HABITS: Mapping[Habit, float] = {
    "over_reports": 0.25,
    "back_fills": 0.25,
    "one_side": 0.15,
    "missing_weeks": 0.15,
    "flare": 0.15,
    "red_flag": 0.05,
    "partial_only": 0.08,
    "skips_one": 0.2,
    "writes_notes": 0.4,
    "plan_change": 0.3,
    "extra": 0.1,
    "pause": 0.1,
}
ALL_FROM = 12  # patients from which on the shares leave no habit out


@dataclass(frozen=True)
class Traits:
    """One patient's."""

    trajectory: Trajectory
    returns: Returns
    habits: frozenset[Habit]


def dealt(patients: int, random: Random) -> list[Traits]:
    """Traits for so many patients: the shares are kept as nearly as whole patients can, and `random` says who."""
    kinds = _shuffled(TRAJECTORIES, [one.share for one in TRAJECTORIES], patients, random)
    returns = _shuffled(list(RETURNS), list(RETURNS.values()), patients, random)
    return [Traits(*one) for one in zip(kinds, returns, _habits(returns, random), strict=True)]


_T = TypeVar("_T")


def _shuffled(kinds: Sequence[_T], shares: Sequence[float], patients: int, random: Random) -> list[_T]:
    found = [kind for kind, count in zip(kinds, quota(shares, patients), strict=True) for _ in range(count)]
    random.shuffle(found)
    return found


def quota(shares: Sequence[float], whole: int) -> list[int]:
    """`whole` parted by `shares`, which make 1 in all: what is left of whole numbers goes to the largest remainders."""
    exact = [share * whole for share in shares]
    counts = [int(number) for number in exact]
    by_remainder = sorted(range(len(shares)), key=lambda n: (counts[n] - exact[n], n))
    for n in by_remainder[: whole - sum(counts)]:
        counts[n] += 1
    return counts


def _habits(returns: Sequence[Returns], random: Random) -> list[frozenset[Habit]]:
    """Dealt in turn to those whose diary comes back, so that nobody has all of them."""
    found: list[set[Habit]] = [set() for _ in returns]
    writers = [n for n, how in enumerate(returns) if how != "never"]
    random.shuffle(writers)
    turn = 0
    for habit, share in HABITS.items():
        for _ in range(round(share * len(returns))):
            found[writers[turn % len(writers)]].add(habit)
            turn += 1
    return [frozenset(habits) for habits in found]
