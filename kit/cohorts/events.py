"""What was done as events, in the form that AdhereR reads (Dima & Dediu 2017), for analyses in R.

An event is a day on which something that was due was done. It covers its day and those up to the next day on which
anything is due, so that days off and pauses are no gaps; no two events overlap.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from kit.adherence.frames import DONE

CATEGORY = "home exercise"
DATE = "%m/%d/%Y"  # as AdhereR's own data set has it
# The columns of AdhereR's example data set, by which its arguments are named.
EVENTS = {
    "PATIENT_ID": "string",
    "DATE": "string",
    "PERDAY": "int64",  # plans of which something was done on that day
    "CATEGORY": "string",
    "DURATION": "int64",  # days
}
# The same in numbers of days since the patient's first one, from 0; `until` is the day after the last one followed.
COVERED = {"patient_code": "string", "start": "int64", "days": "int64", "plans": "int64", "until": "int64"}
_IDLE = ("rest", "pause", "ahead")


def covered(days: pd.DataFrame) -> pd.DataFrame:
    """COVERED: a row for each day done, in order. `days` is that of `Followed`; what is ahead is not followed."""
    over = days[days["day_is"] != "ahead"]
    first = over["patient_code"].map(days.groupby("patient_code")["date"].min())
    over = over.assign(
        at=(over["date"] - first).dt.days, is_due=~over["day_is"].isin(_IDLE), is_done=over["day_is"].isin(DONE)
    )
    until = over.groupby("patient_code")["at"].max() + 1
    due = over[over["is_due"]].groupby(["patient_code", "at"])["is_done"].sum().rename("plans").reset_index()
    end = due["patient_code"].map(until)
    after = due.groupby("patient_code")["at"].shift(-1)
    found = due.assign(until=end, days=np.where(after.notna(), after, end) - due["at"])
    found = found[found["plans"] > 0].rename(columns={"at": "start"})
    return found[list(COVERED)].astype(COVERED).reset_index(drop=True)


def events(days: pd.DataFrame) -> pd.DataFrame:
    """EVENTS of the same days, with their dates."""
    its = covered(days)
    first = its["patient_code"].map(days.groupby("patient_code")["date"].min())
    date = first + pd.to_timedelta(its["start"], unit="D")
    found = pd.DataFrame(
        {
            "PATIENT_ID": its["patient_code"],
            "DATE": date.dt.strftime(DATE),
            "PERDAY": its["plans"],
            "CATEGORY": CATEGORY,
            "DURATION": its["days"],
        }
    )
    return found.astype(EVENTS)
