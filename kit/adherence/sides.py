"""Each side by itself, and how far apart the two are."""

from __future__ import annotations

import pandas as pd

from kit.adherence.parts import ITEM


def by_side(cells: pd.DataFrame) -> pd.DataFrame:
    """A row for each plan, exercise and side: sessions `expected`, `done`, and the `share` a_s = D_s/E_s."""
    weight = cells["weight"]
    told = cells[["plan_code", *ITEM, "name", "place", "side"]].assign(
        expected=weight, done=weight.where(cells["status"].isin(("done", "partial")), 0.0)
    )
    rules = {"name": "last", "place": "last", "expected": "sum", "done": "sum"}
    found = told.groupby(["plan_code", *ITEM, "side"], as_index=False).agg(rules)
    found = found.sort_values(["plan_code", "place", "side"], ignore_index=True)
    return found.assign(share=found["done"] / found["expected"].where(found["expected"] > 0))


def side_gaps(cells: pd.DataFrame) -> pd.DataFrame:
    """A row for each exercise that is due on both sides: `done` and `expected` of either, and `gap` a_R - a_L."""
    found = by_side(cells)
    key = ["plan_code", *ITEM, "name", "place"]
    right, left = (found[found["side"] == side].drop(columns="side") for side in ("right", "left"))
    both = right.merge(left, on=key, suffixes=("_right", "_left"))
    return both.assign(gap=both["share_right"] - both["share_left"])
