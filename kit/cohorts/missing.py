"""What nobody logged: how much, when, and whether a patient had stopped logging for good."""

from __future__ import annotations

import numpy as np
import pandas as pd

# A row for each week since the first day. `silent` patients logged nothing in it; of these, those `gone` logged nothing
# later either. Sessions that were not logged are `between` if the patient logged any later, else `after`.
MISSING = {
    "week": "int64",
    "patients": "int64",  # with something due
    "silent": "int64",
    "gone": "int64",
    "expected": "float64",
    "logged": "float64",
    "between": "float64",
    "after": "float64",
    "completeness": "float64",  # logged of expected
}


def missing(slots: pd.DataFrame, patients: pd.DataFrame) -> pd.DataFrame:
    """MISSING, of the sessions that were due of `Followed` and the frame PATIENTS."""
    last = slots["patient_code"].map(patients.set_index("patient_code")["last_logged"])
    is_missing = slots["status"] == "missing"
    is_after = is_missing & ~(slots["date"] <= last)
    weight = slots["weight"]
    each = slots[["patient_code", "patient_week"]].rename(columns={"patient_week": "week"})
    each = each.assign(
        expected=weight,
        logged=weight.where(~is_missing, 0.0),
        between=weight.where(is_missing & ~is_after, 0.0),
        after=weight.where(is_after, 0.0),
    )
    own = each.groupby(["patient_code", "week"]).sum()
    is_silent = own["logged"] == 0
    own = own.assign(patients=1, silent=is_silent.astype(int), gone=(is_silent & (own["between"] == 0)).astype(int))
    found = own.groupby("week").sum().reset_index()
    found = found.assign(completeness=found["logged"] / found["expected"].replace(0, np.nan))
    return found[list(MISSING)].astype(MISSING)
