"""An item in a session as one thing: its two sides together."""

from __future__ import annotations

import pandas as pd

SESSION = ["plan_code", "plan_version", "week", "date", "slot"]
ITEM = ["item_id", "exercise_id"]  # an id that another exercise has in a later version is another one's


def parts(cells: pd.DataFrame) -> pd.DataFrame:
    """A row for each item of each session that was due: `weight`, whether it was `done` at all, and `wholly`.

    Wholly is on every side that was due, none of them in part.
    """
    status = cells["status"]
    told = cells[[*SESSION, *ITEM, "name", "place", "weight"]].assign(
        done=status.isin(("done", "partial")), wholly=status == "done"
    )
    rules = {"name": "first", "place": "first", "weight": "first", "done": "max", "wholly": "min"}
    return told.groupby([*SESSION, *ITEM], sort=False, as_index=False).agg(rules)
