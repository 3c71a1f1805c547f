"""Many patients in a few numbers: the mean and median of patients, and the pooled ratio of sessions (corrections 10.7).

In the mean each patient counts once, in the pooled ratio each session: they differ where patients with many sessions do
better or worse than others, and neither is right alone. Who had too few sessions for a share is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from kit.statistics.certainty import FEW, THRESHOLD
from kit.statistics.means import mean_interval, spread

# What a share is of: its name, the counts that make it, and what it says.
SHARES = (
    ("recorded", ("done",), ("expected",)),  # what is missing counts as not done
    ("logged", ("done",), ("done", "not_done")),  # of what was logged
    ("upper", ("done", "missing"), ("expected",)),  # if all that is missing was done
    ("full", ("full",), ("expected",)),  # all that was due, wholly
    ("completeness", ("done", "not_done"), ("expected",)),  # logged at all
)
_NUMBERS = ("mean", "low", "high", "sd", "median", "q1", "q3", "least", "most", "pooled", "part", "whole")
SUMMARY = {
    "share": "string",
    "patients": "int64",
    "apart": "int64",  # with fewer than 3 sessions, or nothing logged where the share is of what was logged
    "at_least": "int64",  # patients at 80 % or over
    **dict.fromkeys(_NUMBERS, "float64"),
}
# A row for each week since the first day, of the patients whose week has enough active days to be compared.
BY_WEEK = {"week": "int64", "patients": "int64", **dict.fromkeys(_NUMBERS, "float64")}


def summary(patients: pd.DataFrame) -> pd.DataFrame:
    """SUMMARY of PATIENTS: a row for each of `SHARES`."""
    rows = [{"share": name, **_summed(patients, part, whole)} for name, part, whole in SHARES]
    return pd.DataFrame(rows)[list(SUMMARY)].astype(SUMMARY)


def by_week(weeks: pd.DataFrame) -> pd.DataFrame:
    """BY_WEEK of PATIENT_WEEKS: recorded adherence, short weeks left out."""
    rows = list(_weekly(weeks[~weeks["is_short"]]))
    return pd.DataFrame(rows, columns=list(BY_WEEK)).astype(BY_WEEK)


def _weekly(weeks: pd.DataFrame) -> Iterator[dict[str, float]]:
    for week, its in weeks.groupby("week", sort=True):
        yield {"week": int(str(week)), "patients": len(its), **_numbers(its["done"], its["expected"])}


def _summed(patients: pd.DataFrame, part: tuple[str, ...], whole: tuple[str, ...]) -> dict[str, float]:
    sessions = patients[[*whole]].sum(axis="columns")
    enough = (patients["expected"] >= FEW) & (sessions > 0)
    done = patients.loc[enough, [*part]].sum(axis="columns")
    share = done / sessions[enough]
    counts = {"patients": int(enough.sum()), "apart": int((~enough).sum()), "at_least": int((share >= THRESHOLD).sum())}
    return {**counts, **_numbers(done, sessions[enough])}


def _numbers(part: pd.Series, whole: pd.Series) -> dict[str, float]:
    """Of patients with something due; without any, nothing but what is missing."""
    if not len(whole):
        return {**dict.fromkeys(_NUMBERS, float("nan")), "part": 0.0, "whole": 0.0}
    share = (part / whole).astype("float64")
    sure = mean_interval(share.tolist())
    low, high = sure if sure else (float("nan"), float("nan"))
    return {
        "mean": share.mean(),
        "low": low,
        "high": high,
        "sd": spread(share.tolist()) if len(share) > 1 else float("nan"),
        "median": share.median(),
        "q1": float(share.quantile(0.25)),
        "q3": float(share.quantile(0.75)),
        "least": share.min(),
        "most": share.max(),
        "pooled": part.sum() / whole.sum(),
        "part": part.sum(),
        "whole": whole.sum(),
    }
