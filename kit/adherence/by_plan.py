"""Streaks, and how sure the share done is, for each plan of a frame in one pass."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kit.adherence.arrays import day_numbers
from kit.adherence.frames import DONE
from kit.show import frame
from kit.statistics.interval import Steps, intervals

_STREAKS = {
    "plan_code": "string",
    "longest": "int64",
    "current": "int64",
    "longest_gap": "int64",
    "gap_first": "datetime64[s]",
    "gap_last": "datetime64[s]",
    "gap_days": "Int64",
}
_INTERVALS = {"k": "int64", "n": "int64", "low": "float64", "high": "float64"}


def intervals_by_plan(slots: pd.DataFrame, by: str = "plan_code") -> pd.DataFrame:
    """`interval` of each plan: a row for each with `by`, `k`, `n`, `low`, `high`. `slots` is SLOTS of `frames`."""
    plan, codes = pd.factorize(slots[by], sort=True)
    order = np.lexsort((slots["slot"], day_numbers(slots["date"]), plan))
    plan, done = plan[order], slots["status"].isin(DONE).to_numpy(dtype=bool)[order]
    goes_on = plan[1:] == plan[:-1]
    step = plan[1:] * 4 + done[:-1] * 2 + done[1:]
    neither, resumed, lapsed, both = np.bincount(step[goes_on], minlength=4 * len(codes)).reshape(-1, 4).T
    first = done[np.r_[True, ~goes_on][: len(plan)]]
    steps = [Steps(*one) for one in np.stack([first, both, lapsed, resumed, neither], axis=1).tolist()]
    rows = [(code, one.k, one.n, *found) for code, one, found in zip(codes, steps, intervals(steps), strict=True)]
    return frame({by: "string", **_INTERVALS}, rows)


def streaks_by_plan(slots: pd.DataFrame) -> pd.DataFrame:
    """`streaks` of each plan: a row a plan with the columns of `Streaks`. `slots` is SLOTS of `frames`."""
    ordered = slots.sort_values(["plan_code", "date", "slot"], kind="stable")
    done, code = ordered["status"].isin(DONE).astype(bool), ordered["plan_code"].astype(object)
    run = ((done != done.shift()) | (code != code.shift())).cumsum()
    runs = (
        ordered.assign(done=done, run=run) .groupby("run", as_index=False) .agg(plan_code=("plan_code", "first"),
        done=("done", "first"), length=("done", "size"), gap_first=("date", "first"), gap_last=("date", "last"))
    )  # fmt: skip
    runs["streak"] = runs["length"].where(runs["done"], 0)
    runs["gap"] = runs["length"].where(~runs["done"], 0)
    by_plan = runs.groupby("plan_code")
    table = by_plan.agg(longest=("streak", "max"), current=("streak", "last"), longest_gap=("gap", "max"))
    longest = runs.loc[by_plan["gap"].idxmax()].set_index("plan_code")
    days = longest[["gap_first", "gap_last"]].where(longest["gap"] > 0)
    table = table.join(days)
    table["gap_days"] = (table["gap_last"] - table["gap_first"]).dt.days + 1
    return table.reset_index().astype(_STREAKS)[list(_STREAKS)]
