"""Streaks, and how sure the share done is, for each plan of a frame in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.adherence.frames import DONE
from kit.statistics.interval import intervals

if TYPE_CHECKING:
    import pandas as pd

_STREAKS = {
    "plan_code": "string",
    "longest": "int64",
    "current": "int64",
    "longest_gap": "int64",
    "gap_first": "datetime64[s]",
    "gap_last": "datetime64[s]",
    "gap_days": "Int64",
}
_INTERVALS = {"plan_code": "string", "k": "int64", "n": "int64", "low": "float64", "high": "float64"}


def intervals_by_plan(slots: pd.DataFrame) -> pd.DataFrame:
    """`interval` of each plan: a row a plan with `plan_code`, `k`, `n`, `low`, `high`. `slots` is SLOTS of `frames`."""
    import pandas as pd

    ordered = slots.sort_values(["date", "slot"], kind="stable")
    done = ordered["status"].isin(DONE).astype(bool).groupby(ordered["plan_code"], sort=True)
    by_plan = {code: its.tolist() for code, its in done}
    bounds = intervals(by_plan.values())
    rows = [(code, sum(done), len(done), *found) for (code, done), found in zip(by_plan.items(), bounds, strict=True)]
    return pd.DataFrame(rows, columns=list(_INTERVALS)).astype(_INTERVALS)


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
