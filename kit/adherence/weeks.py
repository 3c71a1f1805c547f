"""The counts of each week, as the sums of its sessions."""

from __future__ import annotations

import pandas as pd

KEY = ["plan_code", "plan_version", "week"]
COUNTS = ("expected", "done", "not_done", "missing", "over", "full")
_FULL = "done"  # the status of a session in which all that was due was wholly done


def counted(weeks: pd.DataFrame, slots: pd.DataFrame, sessions: pd.DataFrame) -> pd.DataFrame:
    """`weeks` (its key, days and `active_days`) with the counts of `slots` and `sessions`: the frame WEEKS.

    Every count is a sum of sevenths of a session, and exact when it is rounded to them.
    """
    weight, status = slots["weight"], slots["status"]
    parts = {
        "expected": weight,
        "done": weight.where(status.isin(("done", "partial")), 0.0),
        "not_done": weight.where(status == "not_done", 0.0),
        "missing": weight.where(status == "missing", 0.0),
        "full": weight.where(status == _FULL, 0.0),
    }
    of_slots = slots[KEY].assign(**parts).groupby(KEY).sum()
    besides = sessions[KEY].assign(
        over=sessions["over"], extra=(sessions["how"] == "extra").fillna(value=False) & sessions["done"]
    )
    of_sessions = besides.groupby(KEY).sum()
    found = weeks.join(of_slots, on=KEY).join(of_sessions, on=KEY)
    exact = {name: (found[name].fillna(0.0).astype("float64") * 7).round() / 7 for name in COUNTS}
    return found.assign(**exact, extra=found["extra"].fillna(0).astype("int64"))
