"""The counts of each week, as the sums of its sessions."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.adherence.arrays import Ints, groups
from kit.timing.days import WEEK

KEY = ["plan_code", "plan_version", "week"]
COUNTS = ("expected", "done", "not_done", "missing", "over", "full")
_FULL = "done"  # the status of a session in which all that was due was wholly done


def counted(weeks: pd.DataFrame, slots: pd.DataFrame, sessions: pd.DataFrame) -> pd.DataFrame:
    """`weeks` (its key, days and `active_days`) with the counts of `slots` and `sessions`: the frame WEEKS.

    Every count is a sum of sevenths of a session, and exact when it is rounded to them.
    """
    week, of_slot, of_session = groups(KEY, weeks, slots, sessions)
    weight, status = slots["weight"], slots["status"]
    is_extra = (sessions["how"] == "extra").fillna(value=False) & sessions["done"]

    def summed(group: Ints, amounts: pd.Series) -> npt.NDArray[np.float64]:
        found = np.bincount(group, amounts.to_numpy(dtype="float64"), len(weeks) + len(slots) + len(sessions))
        return np.asarray(found[week], dtype=np.float64)

    sums = {
        "expected": summed(of_slot, weight),
        "done": summed(of_slot, weight.where(status.isin(("done", "partial")), 0.0)),
        "not_done": summed(of_slot, weight.where(status == "not_done", 0.0)),
        "missing": summed(of_slot, weight.where(status == "missing", 0.0)),
        "full": summed(of_slot, weight.where(status == _FULL, 0.0)),
        "over": summed(of_session, sessions["over"]),
    }
    exact = {name: np.round(sums[name] * WEEK) / WEEK for name in COUNTS}
    return weeks.assign(**exact, extra=summed(of_session, is_extra).astype("int64"))
