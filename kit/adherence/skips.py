"""Which exercises are left out most, where they stand in the plan, and why."""

from __future__ import annotations

import pandas as pd

from kit.adherence.exercises import by_exercise
from kit.adherence.parts import ITEM, SESSION


def skips(cells: pd.DataFrame) -> pd.DataFrame:
    """A row for each exercise that was due, most skipped first within its plan: `skip_rate` 1 - D_e/E_e, its `rank`.

    `place` is that in the plan; `skipped` and `expected` are sessions, for an interval.
    """
    found = by_exercise(cells)
    found = found[found["expected"] > 0]
    found = found.assign(skip_rate=1 - found["share"], skipped=found["expected"] - found["done"])
    found = found.sort_values(["plan_code", "skip_rate", "place"], ascending=[True, False, True], ignore_index=True)
    columns = ["plan_code", *ITEM, "name", "place", "skip_rate", "skipped", "expected"]
    return found[columns].assign(rank=found.groupby("plan_code").cumcount() + 1)


def skip_reasons(cells: pd.DataFrame) -> pd.DataFrame:
    """A row for each exercise and reason given where it was not done or cut short: the `sessions`, most first."""
    told = cells[cells["reason"].notna() & cells["status"].isin(("not_done", "partial"))]
    once = told.assign(reason=told["reason"].str.casefold()).drop_duplicates([*SESSION, *ITEM, "reason"])
    found = once.groupby(["plan_code", *ITEM, "reason"]).size().rename("sessions").reset_index()
    return found.sort_values(
        ["plan_code", "item_id", "sessions", "reason"], ascending=[True, True, False, True], ignore_index=True
    )
