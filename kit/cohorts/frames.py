"""The tidy frames of a cohort: a row for each patient and week, for each patient and exercise, for each patient.

Counts are sessions, and may be fractions; rates run from 0 to 1, and are missing where nothing was due. They are the
measures of the follow-up: the sums over a patient's weeks are what `measure` finds for her plans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from kit.adherence.arrays import groups
from kit.adherence.by_plan import intervals_by_plan
from kit.adherence.dose import dose
from kit.adherence.exercises import by_exercise
from kit.adherence.periods import FEW_DAYS
from kit.adherence.rates import rates
from kit.cohorts.days import kept_going
from kit.timing.days import WEEK

if TYPE_CHECKING:
    from kit.cohorts.followed import Followed

_COUNTS = dict.fromkeys(("expected", "done", "not_done", "missing", "full"), "float64")
# Recorded D/E, of what was logged D/(D+X), if all that is missing was done (D+M)/E, logged at all (D+X)/E.
_RATES = dict.fromkeys(("a_low", "a_log", "a_high", "completeness"), "float64")
PATIENT_WEEKS = {
    "patient_code": "string",
    "week": "int64",  # from 1, since the patient's first day
    "active_days": "int64",  # over, and no pause
    "is_short": "bool",  # too few of them to compare it with other weeks
    **_COUNTS,
    **_RATES,
}
PATIENT_EXERCISES = {
    "patient_code": "string",
    "plan_code": "string",
    "item_id": "string",
    "exercise_id": "string",
    "name": "string",  # the clinician's
    "place": "int64",  # in the plan, from 1
    **dict.fromkeys(("expected", "done", "wholly", "share"), "float64"),
}
PATIENTS = {
    "patient_code": "string",
    "plans": "int64",
    "first": "datetime64[s]",  # of all her plans
    "last": "datetime64[s]",
    "active_days": "int64",
    **_COUNTS,
    "extra": "int64",  # sessions done when nothing was due
    **_RATES,
    "low": "float64",  # 95 % interval of a_low, for sessions that hang together
    "high": "float64",
    "dose_told": "int64",  # sessions done that tell their whole dose
    "dose_share": "float64",
    "last_logged": "datetime64[s]",
    # Days of the first episode without a gap of more active days than this, and whether it still goes on.
    **{f"{what}_{gap}": kind for gap in (3, 7, 14) for what, kind in (("kept", "int64"), ("going", "bool"))},
}


def patient_weeks(of: Followed) -> pd.DataFrame:
    """PATIENT_WEEKS: the weeks in which anything was due, in order."""
    key = ["patient_code", "week"]
    slots = of.slots.assign(week=of.slots["patient_week"])[[*key, "weight", "status"]]
    found = rates(slots, key)
    week, day = groups(key, found, of.active_days.rename(columns={"patient_week": "week"}))
    days = np.bincount(day, minlength=len(found))[week]
    return _typed(found.assign(active_days=days, is_short=days < FEW_DAYS), PATIENT_WEEKS)


def patient_exercises(of: Followed) -> pd.DataFrame:
    """PATIENT_EXERCISES: the exercises that were due, by patient and plan, in the order of the plan."""
    found = by_exercise(of.cells).merge(of.plans[["plan_code", "patient_code"]], on="plan_code")
    return _typed(found.sort_values(["patient_code", "plan_code"], kind="stable"), PATIENT_EXERCISES)


def patients(of: Followed) -> pd.DataFrame:
    """PATIENTS: everybody, also who had nothing due or logged nothing."""
    by = "patient_code"
    whose = of.plans.drop_duplicates(by).set_index(by).sort_index()[["first", "last"]]
    whose = whose.assign(plans=of.plans.groupby(by).size())
    logged = of.sessions[of.sessions["how"].notna()]
    extra = logged[(logged["how"] == "extra") & logged["done"]]
    told = dose(of.cells, of.slots, (by,)).set_index(by)
    found = whose.join(
        [
            rates(of.slots, (by,)).set_index(by),
            intervals_by_plan(of.slots, by).set_index(by)[["low", "high"]],
            told[["told", "share"]].rename(columns={"told": "dose_told", "share": "dose_share"}),
            logged.groupby(by)["date"].max().rename("last_logged"),
            of.active_days.groupby(by).size().rename("active_days"),
            extra.groupby(by).size().rename("extra"),
            kept_going(of.days),
        ]
    )
    whole = [name for name, kind in PATIENTS.items() if name in found and (kind == "int64" or name in _COUNTS)]
    flags = [name for name, kind in PATIENTS.items() if kind == "bool"]
    found = found.fillna(dict.fromkeys(whole, 0)).astype(dict.fromkeys(flags, "boolean"))
    found[flags] = found[flags].fillna(value=False)
    return _typed(found.reset_index(), PATIENTS)


def _typed(found: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """With the columns in their order; sums of sevenths of a session are exact."""
    counts = {name: (found[name] * WEEK).round() / WEEK for name in _COUNTS if name in found.columns}
    return found.assign(**counts)[list(columns)].astype(columns).reset_index(drop=True)
