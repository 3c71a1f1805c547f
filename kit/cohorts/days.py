"""The active days of each patient over all her plans, and how long she kept going (corrections 10.4)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kit.adherence.arrays import NONE, rank_within
from kit.adherence.frames import DONE
from kit.statistics.persistence import GAPS

_NOT_ACTIVE = ("rest", "pause", "ahead")


def kept_going(days: pd.DataFrame) -> pd.DataFrame:
    """By patient, for each permissible gap, `kept_3` days of the first episode, and whether it is `going_3` still.

    Days on which nothing was due are left out; of two plans, one that was done is enough. It is `persistence` of the
    statistics for all patients at once.
    """
    due = days.loc[~days["day_is"].isin(_NOT_ACTIVE), ["patient_code", "date", "day_is"]]
    due = due.assign(done=due["day_is"].isin(DONE).astype(bool))
    once = due.groupby(["patient_code", "date"], sort=True)["done"].any()
    patient, codes = pd.factorize(once.index.get_level_values(0))
    day = rank_within(patient.astype(np.int64))
    length = np.bincount(patient, minlength=len(codes))
    done = np.flatnonzero(once.to_numpy())
    whose, at = patient[done], day[done]
    is_first = np.r_[True, whose[1:] != whose[:-1]] if len(done) else np.zeros(0, dtype=bool)
    left_out = np.where(is_first, 0, np.diff(at, prepend=0) - 1)
    found = pd.DataFrame(index=pd.Index(codes, name="patient_code"))
    for gap in GAPS:
        # The first episode is what lies before the first gap that is too long.
        gaps = np.cumsum(left_out > gap)
        later = gaps > np.repeat(gaps[is_first], np.bincount(whose)[whose[is_first]])
        first, last = np.full(len(codes), 0), np.full(len(codes), NONE)
        first[whose[is_first]] = at[is_first]
        np.maximum.at(last, whose[~later], at[~later])
        going = (last != NONE) & (length - 1 - last <= gap)
        going[whose[later]] = False
        found[f"kept_{gap}"] = np.where(last == NONE, 0, last - first + 1)
        found[f"going_{gap}"] = going
    return found
