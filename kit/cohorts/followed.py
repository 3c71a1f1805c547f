"""What was due and logged of many patients: the frames of the follow-up, each row with whose it is and in which week.

`patient_code` says whose a row is, never a label. A patient's days are counted over all her plans, from the first day
of the earliest one, so that week 3 is the third week of everybody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from kit.adherence.arrays import NO_DAY, NONE, counts, day_numbers, groups, is_day
from kit.adherence.frames import Frames
from kit.plan.plan import Plan
from kit.show import frame
from kit.timing.days import WEEK

_NOT_ACTIVE = ("pause", "ahead")
# A row for each plan: whose it is, and the first and last day of all her plans.
PLANS = {"plan_code": "string", "patient_code": "string", "first": "datetime64[s]", "last": "datetime64[s]"}


@dataclass(frozen=True)
class Followed:
    """SLOTS, CELLS, SESSIONS and DAYS of `kit.adherence.frames`, each with `patient_code` and `patient_week`, from 1.

    `plans` is PLANS. The week of a session without a day is missing.
    """

    plans: pd.DataFrame
    slots: pd.DataFrame
    cells: pd.DataFrame
    sessions: pd.DataFrame
    days: pd.DataFrame

    @cached_property
    def active_days(self) -> pd.DataFrame:
        """The days of each patient that are over and in no pause, once each."""
        return self.days[~self.days["day_is"].isin(_NOT_ACTIVE)].drop_duplicates(["patient_code", "date"])


def plan_table(plans: Mapping[str, Sequence[Plan]]) -> pd.DataFrame:
    """PLANS of the versions of each plan; whose a plan is, its newest version says."""
    newest = {code: max(versions, key=lambda plan: plan.version) for code, versions in plans.items()}
    rows = [
        (code, newest[code].patient_code, min(plan.start for plan in versions), max(plan.until for plan in versions))
        for code, versions in plans.items()
    ]
    table = frame(PLANS, rows)
    its = table.groupby("patient_code")
    return table.assign(first=its["first"].transform("min"), last=its["last"].transform("max") - np.timedelta64(1, "D"))


def followed(plans: pd.DataFrame, frames: Frames, weeks: int | None = None) -> Followed:
    """`frames` of the plans in `plans`, each row with whose it is; of the first `weeks` of each patient, or of all."""
    index = pd.Index(plans["plan_code"])
    codes, begun = plans["patient_code"].array, plans["first"].to_numpy(dtype="datetime64[D]").astype("int64")

    def its(table: pd.DataFrame) -> pd.DataFrame:
        plan, names = pd.factorize(table["plan_code"])
        at = index.get_indexer(pd.Index(names))[plan]
        day = day_numbers(table["date"])
        week = counts(np.where(is_day(day), (np.where(is_day(day), day, 0) - begun[at]) // WEEK + 1, NONE))
        known = table.assign(patient_code=codes.take(at), patient_week=week)
        return (
            known if weeks is None else known[(known["patient_week"] <= weeks).fillna(value=True).to_numpy(dtype=bool)]
        )

    # Days in force alone: not those between two versions, or after the last one.
    of_week, of_day = groups(("plan_code", "plan_version"), frames.weeks, frames.days)
    last = np.full(len(frames.weeks) + len(frames.days), NO_DAY)
    np.maximum.at(last, of_week, day_numbers(frames.weeks["last"]))
    days = frames.days[day_numbers(frames.days["date"]) <= last[of_day]]
    return Followed(plans, its(frames.slots), its(frames.cells), its(frames.sessions), its(days))
