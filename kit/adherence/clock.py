"""At what time of the day the sessions are done."""

from __future__ import annotations

import numpy as np
import pandas as pd

PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "unknown")
_BEGINS = (5, 12, 17, 22)  # the hours from which each of them runs; the night up to 5


def times_of_day(sessions: pd.DataFrame) -> pd.DataFrame:
    """A row for each plan and part of the day: `sessions` done, and their `share` of all done ones.

    Local time: morning 05 to 11:59, afternoon 12 to 16:59, evening 17 to 21:59, night 22 to 04:59; those without a
    time are unknown.
    """
    done = sessions[sessions["done"] & (sessions["how"] != "unplaced")]
    part = part_of_day(done)
    plans = pd.Index(done["plan_code"].unique(), name="plan_code")
    every = pd.MultiIndex.from_product([plans, PARTS_OF_DAY], names=["plan_code", "part"])
    counts = done.groupby(["plan_code", part]).size()
    found = counts.reindex(every, fill_value=0).rename("sessions").reset_index()
    return found.assign(share=found["sessions"] / found.groupby("plan_code")["sessions"].transform("sum"))


def part_of_day(sessions: pd.DataFrame) -> pd.Series:
    """The part of the day in which each session began, one of `PARTS_OF_DAY`."""
    hour = sessions["hour"].to_numpy(dtype="int64", na_value=-1)
    part = np.where(hour < 0, 4, (np.searchsorted(_BEGINS, hour, side="right") - 1) % 4)
    return pd.Series(np.array(PARTS_OF_DAY)[part], index=sessions.index, name="part")
