"""The active days of each patient over all her plans, and how long she kept going (corrections 10.4)."""

from __future__ import annotations

import pandas as pd

from kit.adherence.frames import DONE
from kit.statistics.persistence import GAPS, persistence

_NOT_ACTIVE = ("rest", "pause", "ahead")
_OVER = ("pause", "ahead")


def active_days(days: pd.DataFrame) -> pd.DataFrame:
    """The days of each patient that are over and in no pause, once each. `days` is that of `Followed`."""
    return days[~days["day_is"].isin(_OVER)].drop_duplicates(["patient_code", "date"])


def kept_going(days: pd.DataFrame) -> pd.DataFrame:
    """By patient, for each permissible gap, `kept_3` days of the first episode, and whether it is `going_3` still.

    Days on which nothing was due are left out; of two plans, one that was done is enough.
    """
    due = days[~days["day_is"].isin(_NOT_ACTIVE)]
    done = due["day_is"].isin(DONE).groupby([due["patient_code"], due["date"]]).any()
    rows = {}
    for code, its in done.groupby(level=0, sort=True):
        found = [persistence(its.tolist(), gap) for gap in GAPS]
        rows[code] = [value for one in found for value in (one.days, one.still_going)]
    names = [f"{what}_{gap}" for gap in GAPS for what in ("kept", "going")]
    return pd.DataFrame.from_dict(rows, orient="index", columns=names)
