"""The one function that every engine maps over the buckets: from plans and rows of whole patients to two frames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from kit.adherence.placed import placed
from kit.cohorts.followed import followed, plan_table
from kit.cohorts.frames import patient_weeks, patients
from kit.cohorts.given import by_code
from kit.plan.plan import Plan


class Counted(NamedTuple):
    """PATIENT_WEEKS and PATIENTS of `kit.cohorts.frames`."""

    weeks: pd.DataFrame
    patients: pd.DataFrame


def in_order(found: Counted) -> Counted:
    """By patient, whatever the order in which buckets came."""
    weeks = found.weeks.sort_values(["patient_code", "week"], ignore_index=True)
    return Counted(weeks, found.patients.sort_values("patient_code", ignore_index=True))


def counted_patients(plans: Sequence[Plan], rows: pd.DataFrame, as_of: dt.date) -> Counted:
    """What `kit.cohort` finds of the same patients; the plans and rows of a patient have to be there as a whole."""
    its = followed(plan_table(by_code(plans)), placed(plans, rows, as_of))
    return Counted(patient_weeks(its), patients(its))
