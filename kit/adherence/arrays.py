"""The few array operations that placing is made of. Days are whole numbers, counted from 1970-01-01."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

NONE = -1  # no row
NO_DAY = np.iinfo(np.int64).min  # what pandas writes for a missing day
_EPOCH = dt.date(1970, 1, 1).toordinal()


def day_number(day: dt.date) -> int:
    return day.toordinal() - _EPOCH


def day_numbers(dates: pd.Series) -> Ints:
    """The days of a column; where one is missing, a number below that of any day."""
    return np.asarray(dates.to_numpy(dtype="datetime64[D]").astype("int64"))


def is_day(days: Ints) -> Bools:
    return np.asarray(days != NO_DAY)


def dates(days: Ints) -> npt.NDArray[np.datetime64]:
    return np.asarray(days).astype("datetime64[D]").astype("datetime64[s]")


def ragged(starts: Ints, lengths: Ints) -> Ints:
    """The places `start`, `start + 1` … of each run, one run after the other."""
    ends = np.cumsum(lengths)
    every = np.arange(lengths.sum(), dtype=np.int64)
    return np.asarray(every + np.repeat(starts - (ends - lengths), lengths))


def place_in(keys: Ints, wanted: Ints) -> Ints:
    """Where each of `wanted` stands in `keys`, which are sorted and stand once each; NONE where it does not."""
    if not len(keys):
        return np.full(len(wanted), NONE)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.asarray(np.where(keys[at] == wanted, at, NONE), dtype=np.int64)


def picked(values: npt.NDArray[Any], places: Ints, otherwise: Any) -> npt.NDArray[Any]:
    """The value at each place, `otherwise` for NONE, which is the place after all others."""
    return np.append(values, np.array(otherwise, dtype=values.dtype))[places]


def rank_within(groups: Ints) -> Ints:
    """The number of each row in its group, from 0; the rows of a group stand together."""
    begins = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]]) if len(groups) else np.zeros(0, dtype=np.int64)
    return np.arange(len(groups)) - np.repeat(begins, np.diff(np.r_[begins, len(groups)]))


def whole(column: pd.Series, missing: int = NONE) -> Ints:
    """Whole numbers, `missing` where there is none."""
    if isinstance(column.dtype, np.dtype):
        return np.asarray(column.fillna(missing).to_numpy(dtype="int64"))
    return np.asarray(column.to_numpy(dtype="int64", na_value=missing))


def texts(words: Iterable[str | None], places: Ints) -> pd.api.extensions.ExtensionArray:
    """The word of each place, missing for NONE."""
    return pd.array([*words], dtype="string").take(places, allow_fill=True)


def counts(numbers: Ints) -> pd.api.extensions.ExtensionArray:
    """Whole numbers, missing for NONE."""
    return pd.arrays.IntegerArray(np.where(numbers < 0, 1, numbers), numbers < 0)


def groups(by: Sequence[str], *tables: pd.DataFrame) -> list[Ints]:
    """The group of each row of each table, from 0: rows that agree in `by` are of one, whichever table they are in."""
    every = pd.concat([table[[*by]] for table in tables], ignore_index=True)
    key = pd.factorize(every[by[0]], use_na_sentinel=False)[0]
    for name in by[1:]:
        code, words = pd.factorize(every[name], use_na_sentinel=False)
        key = pd.factorize(key * max(1, len(words)) + code)[0]
    return np.split(key, np.cumsum([len(table) for table in tables[:-1]]))


def summed(table: pd.DataFrame, group: Ints, amounts: Mapping[str, pd.Series]) -> pd.DataFrame:
    """A row for each `group`, in order: the columns of `table`, in which all of it agree, and the sums of `amounts`."""
    heads = table[~pd.Series(group).duplicated().to_numpy()]
    sums = {name: np.bincount(group, column.to_numpy(dtype="float64"), len(heads)) for name, column in amounts.items()}
    return heads.assign(**sums).sort_values(list(table.columns), ignore_index=True)
