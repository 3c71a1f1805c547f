"""How long a patient kept going: episodes of doing, told apart by a permissible gap (corrections 10.4; PMC3160417)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Integral

from kit.errors import ContentError, Fault
from kit.statistics.interval import checked_series

GAPS = (3, 7, 14)  # active days, shown beside each other (D)


@dataclass(frozen=True)
class Persistence:
    """`episodes`: first and last active day of each, from 1; one ends where more than `gap` days follow undone.

    `days` is the length of the first episode, 0 where nothing was done. `still_going`: it is the only one, and no more
    than `gap` days have passed since.
    """

    gap: int
    episodes: tuple[tuple[int, int], ...]
    days: int
    still_going: bool


def persistence(done: Sequence[bool], gap: int) -> Persistence:
    """Of active days in order (no pauses, no days with nothing due), with a session `done` or not.

    Raises `ContentError` for no day, one that is neither True nor False, and a gap that is no whole number from 1.
    """
    series = checked_series(done, "persistence")
    if not isinstance(gap, Integral) or gap < 1:
        what = f"{gap} is no number of days that a patient may leave out."
        raise ContentError(Fault("persistence, gap", what, "Give a whole number from 1."))
    episodes: list[tuple[int, int]] = []
    for day, one in enumerate(series, 1):
        if one and episodes and day - episodes[-1][1] - 1 <= gap:
            episodes[-1] = (episodes[-1][0], day)
        elif one:
            episodes.append((day, day))
    if not episodes:
        return Persistence(gap, (), 0, still_going=False)
    first, last = episodes[0]
    # Where another follows, the gap between them is too long as it is.
    return Persistence(gap, tuple(episodes), last - first + 1, still_going=len(series) - last <= gap)
