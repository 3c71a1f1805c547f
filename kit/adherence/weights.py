"""How many expected sessions each planned one stands for, in sevenths: "3 a week" over 4 days are 12/7.

What was to be expected of a week is dealt out one by one: first to what was wholly done, then to what was done, then to
what was not done, last to what is missing. So what counts as done is capped at what was expected.
"""

from __future__ import annotations

import numpy as np

from kit.adherence.arrays import Ints, rank_within
from kit.timing.days import WEEK

WHOLLY, PARTLY, NOT, MISSING = range(4)  # what became of a session, in the order of the deal


def dealt(group: Ints, became: Ints, expected: Ints, groups: int) -> tuple[Ints, Ints]:
    """Sevenths for each row, which stand in order of time; and what is left over of `expected`, for each group."""
    order = np.lexsort((became, group))
    sorted_group = group[order]
    share = np.clip(expected[sorted_group] - WEEK * rank_within(sorted_group), 0, WEEK)
    weights = np.zeros(len(group), dtype=np.int64)
    weights[order] = share
    held = np.bincount(group, minlength=groups)
    return weights, np.maximum(expected - WEEK * held, 0)
