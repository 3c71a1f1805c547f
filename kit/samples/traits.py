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
    "calm",  # little pain, settled by the morning; tells all that was done, and it is more than asked for
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
    Trajectory("steady", 0.02, 0.9999, 0.0, 0.9999),
)
STEADY, _KEEP_AT_IT = "steady", ("steady", "gradual")
ON_TIME: Returns = "on_time"
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
    "calm": 0.15,
}
ALL_FROM = 12  # patients from which on the shares leave no habit and no trajectory out


@dataclass(frozen=True)
class Traits:
    """One patient's."""

    trajectory: Trajectory
    returns: Returns
    habits: frozenset[Habit]


def dealt(patients: int, random: Random) -> list[Traits]:
    """Traits for so many patients: the shares are kept as nearly as whole patients can, and `random` says who.

    Where all are to be seen, one is steady and on time, and so that something can be taken further, some are calm.
    """
    shares = [one.share for one in TRAJECTORIES]
    counts = with_all(quota(shares, patients), shares) if patients >= ALL_FROM else quota(shares, patients)
    kinds = _shuffled(TRAJECTORIES, counts, random)
    returns = _shuffled(list(RETURNS), quota(list(RETURNS.values()), patients), random)
    steady = [n for n, one in enumerate(kinds) if one.name == STEADY]
    if steady and ON_TIME in returns:
        late, soon = steady[0], steady[0] if returns[steady[0]] == ON_TIME else returns.index(ON_TIME)
        returns[late], returns[soon] = returns[soon], returns[late]
    calm = _calm(kinds, returns)
    habits = _habits(returns, calm, random)
    return [Traits(*one) for one in zip(kinds, returns, habits, strict=True)]


def with_all(counts: Sequence[int], shares: Sequence[float]) -> list[int]:
    """The counts with one of each kind at least: taken from the kind that was rounded up most."""
    found, whole = list(counts), sum(counts)
    for n, count in enumerate(counts):
        if not count:
            most = max(range(len(found)), key=lambda k: found[k] - shares[k] * whole)
            found[most] -= 1
            found[n] += 1
    return found


_T = TypeVar("_T")


def _shuffled(kinds: Sequence[_T], counts: Sequence[int], random: Random) -> list[_T]:
    found = [kind for kind, count in zip(kinds, counts, strict=True) for _ in range(count)]
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


def _calm(kinds: Sequence[Trajectory], returns: Sequence[Returns]) -> set[int]:
    """Who is calm: of those on time who keep at it, the steady ones first."""
    able = [n for n, one in enumerate(kinds) if one.name in _KEEP_AT_IT and returns[n] == ON_TIME]
    able.sort(key=lambda n: (kinds[n].name != STEADY, n))
    return set(able[: round(HABITS["calm"] * len(kinds))])


def _habits(returns: Sequence[Returns], calm: set[int], random: Random) -> list[frozenset[Habit]]:
    """Dealt in turn to those whose diary comes back, so that nobody has all of them; who is calm has no other."""
    found: list[set[Habit]] = [{"calm"} if n in calm else set() for n in range(len(returns))]
    writers = [n for n, how in enumerate(returns) if how != "never" and n not in calm]
    random.shuffle(writers)
    turn = 0
    for habit, share in HABITS.items():
        for _ in range(round(share * len(returns)) if habit != "calm" and writers else 0):
            found[writers[turn % len(writers)]].add(habit)
            turn += 1
    return [frozenset(habits) for habits in found]
