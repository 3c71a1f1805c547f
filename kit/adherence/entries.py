"""How long after a session it was written down (clinical specification 6.2, rule 7)."""

from __future__ import annotations

import pandas as pd

BACK_FILLED = 2  # days of lag above which an entry is back-filled


def entries(sessions: pd.DataFrame) -> pd.DataFrame:
    """A row for each plan: `told` sessions with a known lag, `median_lag` in days, `back_filled` ones, their share."""
    lag = sessions["lag_days"].dropna().astype("int64")
    of = sessions.loc[lag.index, ["plan_code"]].assign(lag=lag, back_filled=lag > BACK_FILLED).groupby("plan_code")
    found = of.agg(told=("lag", "size"), median_lag=("lag", "median"), back_filled=("back_filled", "sum")).reset_index()
    return found.assign(back_filled_share=found["back_filled"] / found["told"])
