"""How much of a dose an answer tells: seconds or repetitions of one side."""

from __future__ import annotations

import numpy as np

from kit.adherence.answers import NOT_DONE
from kit.adherence.arrays import NONE, Bools, Ints


def amount(sets: Ints, reps: Ints, last: Ints, hold: Ints, *, status: Ints, in_seconds: Bools, timed: Bools) -> Ints:
    """Of each answer, NONE where it is not told. Not done is 0; an empty cell is not.

    `reps` are those of each set, of each but the `last` where that one is told apart; `hold` is in seconds.
    """
    all_reps = np.where((last == NONE) | (sets == 0), sets * reps, (sets - 1) * reps + last)
    times = np.where(timed, sets, np.where((sets == NONE) | (reps == NONE), NONE, all_reps))
    # Not one repetition to its end, and yet seconds of it: it was broken off.
    seconds = np.where((times == NONE) | (hold == NONE), NONE, np.maximum(times, 1) * hold)
    return np.where(status == NOT_DONE, 0, np.where(in_seconds, seconds, times))
