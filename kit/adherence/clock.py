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
    hour = done["hour"].to_numpy(dtype="int64", na_value=-1)
    part = np.where(hour < 0, 4, (np.searchsorted(_BEGINS, hour, side="right") - 1) % 4)
    plans = pd.Index(done["plan_code"].unique(), name="plan_code")
    every = pd.MultiIndex.from_product([plans, PARTS_OF_DAY], names=["plan_code", "part"])
    counts = done.groupby(["plan_code", pd.Series(np.array(PARTS_OF_DAY)[part], index=done.index, name="part")]).size()
    found = counts.reindex(every, fill_value=0).rename("sessions").reset_index()
    return found.assign(share=found["sessions"] / found.groupby("plan_code")["sessions"].transform("sum"))
