"""Recorded, logged and upper rates of adherence and their completeness (clinical specification 6.3), of any period.

Sums are pooled, percentages are never averaged.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from kit.adherence.arrays import day_numbers, groups, ragged, summed
from kit.words.numbers import counted

_BY = ("plan_code",)
_COUNTS = ("expected", "done", "not_done", "missing", "full")


def rates(slots: pd.DataFrame, by: Sequence[str] = _BY) -> pd.DataFrame:
    """A row for each of `by`: sessions E, D, X, M and full ones of the frame SLOTS, and the rates from 0 to 1.

    `a_low` is D/E, `a_log` D/(D+X), `a_high` (D+M)/E, `completeness` (D+X)/E; missing without a denominator.
    """
    weight, status = slots["weight"], slots["status"]
    done = status.isin(("done", "partial"))
    columns = {
        "expected": weight,
        "done": weight.where(done, 0.0),
        "not_done": weight.where(status == "not_done", 0.0),
        "missing": weight.where(status == "missing", 0.0),
        "full": weight.where(status == "done", 0.0),
    }
    (group,) = groups(by, slots)
    return _with_rates(summed(slots[[*by]], group, columns))


def sliding(slots: pd.DataFrame, days: pd.DataFrame, window: int = 28, step: int = 7) -> pd.DataFrame:
    """The `rates` of each plan in windows of `window` days, every `step` days from its start, whole windows alone.

    `first` and `last` are the days of a window. One in which nothing was due has counts of 0 and no rates.
    Raises `ValueError` unless both are at least 1.
    """
    if window < 1 or step < 1:
        raise ValueError(
            f"A window of {counted(window, 'day')} every {counted(step, 'day')} is none. Both are at least 1."
        )
    over = days[days["day_is"] != "ahead"].groupby("plan_code")["date"].agg(["min", "max"])
    start, length = day_numbers(over["min"]), day_numbers(over["max"]) - day_numbers(over["min"]) + 1
    count = np.maximum((length - window) // step + 1, 0)
    row = np.repeat(np.arange(len(over)), count)
    number = ragged(np.zeros_like(count), count)
    first = (start[row] + number * step).astype("datetime64[D]").astype("datetime64[s]")
    windows = pd.DataFrame({"plan_code": over.index.to_numpy()[row], "number": number, "first": first})
    windows = windows.astype({"plan_code": "string"}).assign(last=first + np.timedelta64(window - 1, "D"))
    its = slots[slots["plan_code"].isin(over.index)]
    plan = over.index.get_indexer(pd.Index(its["plan_code"]))
    offset = day_numbers(its["date"]) - start[plan]
    lowest = np.maximum((offset - window) // step + 1, 0)
    often = np.maximum(np.minimum(offset // step, count[plan] - 1) - lowest + 1, 0)
    inside = its.iloc[np.repeat(np.arange(len(its)), often)].assign(number=ragged(lowest, often))
    found = rates(inside, ("plan_code", "number"))[["plan_code", "number", *_COUNTS]]
    found = windows.merge(found, on=["plan_code", "number"], how="left").drop(columns="number")
    return _with_rates(found.fillna(dict.fromkeys(_COUNTS, 0.0)))


def _with_rates(found: pd.DataFrame) -> pd.DataFrame:
    expected, done, not_done = found["expected"], found["done"], found["not_done"]
    whole, told = expected.where(expected > 0), done + not_done
    return found.assign(
        a_low=done / whole,
        a_log=done / told.where(told > 0),
        a_high=(done + found["missing"]) / whole,
        completeness=told / whole,
    )
