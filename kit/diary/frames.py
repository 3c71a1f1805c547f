"""A frame of diary rows, held against the rules of its columns: whoever gives one may have made it themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from numbers import Real
from typing import Any

import pandas as pd
from pandas.api import types

from kit.diary.cell_readers import MAX_NUMBER, MAX_SLOT, MAX_WEEK, WORK
from kit.diary.columns import ACTIVITIES, CODE, COLUMNS, RATED
from kit.diary.dates import FIRST_YEAR, LAST_YEAR
from kit.diary.status import Status, status
from kit.diary.values import MAX_KG, SIDES, CellError, side
from kit.errors import SHOWN, Fault, number, quoted

_STATUS: tuple[Status, ...] = ("done", "partial", "not_done")
_OR_LEAVE = "Correct it, or leave it missing."
_CORRECT = "Correct it, or leave the row out."


@dataclass(frozen=True)
class _Rule:
    """What a column holds: `typed` gives it as `read_diary` does, missing where a value is not `what` it must be."""

    typed: Callable[[pd.Series[Any]], pd.Series[Any]]
    what: str
    mend: Callable[[str], str] | str = _OR_LEAVE  # of a text that is wrong, where it may be told from it
    needed: bool = False


def typed(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """The diary's columns of `rows` with the types that `read_diary` gives them, and a fault for each wrong value.

    Those of the activities may be missing: a frame that was kept before there were any is still one.
    What is wrong is missing in the frame. One that is no diary's at all has a single fault, and comes back empty.
    """
    if alien := _alien(rows):
        return rows.iloc[:0], alien
    rows = rows.assign(**{name: _quiet(rows[name]) for name in _RULES if name in rows.columns})
    columns: dict[str, pd.Series[Any]] = {}
    faults: list[Fault] = []
    for name, rule in _RULES.items():
        given = rows[name] if name in rows.columns else pd.Series(pd.NA, index=rows.index, dtype="Int64")
        columns[name] = rule.typed(given)
        wrong = columns[name].isna().to_numpy(dtype=bool)
        if wrong.any() and not rule.needed:
            wrong = wrong & given.notna().to_numpy(dtype=bool)
        if wrong.any():
            faults += _told(name, rule, given[wrong])
    nowhere = (rows["date"].isna() & rows["week"].isna()).to_numpy(dtype=bool)
    if nowhere.any():
        what = f"neither a date nor a week is given{others(int(nowhere.sum()))}."
        faults.append(Fault(at(rows.index[nowhere][0]), what, "Give the day of the session."))
    return pd.DataFrame(columns, index=rows.index), faults


def _quiet(column: pd.Series[Any]) -> pd.Series[Any]:
    """Signalling NaNs as text: pandas cannot even ask whether one is missing."""
    if column.dtype != object:
        return column
    return column.map(lambda cell: str(cell) if isinstance(cell, Decimal) and cell.is_snan() else cell)


def at(label: Any) -> str:
    """Where a row stands: its label in the frame, the spreadsheet's row number in what `read_diary` gives."""
    return f"diary, row {', '.join(map(str, label)) if isinstance(label, tuple) else label}"


def others(count: int) -> str:
    """How many rows have the same fault, told with the first of them."""
    return "" if count == 1 else f" (in {count:,} rows)"


def _alien(rows: pd.DataFrame) -> list[Fault]:
    """Why a frame is none of a diary's."""
    lacking = [name for name in COLUMNS if name not in rows.columns and name not in ACTIVITIES]
    if lacking:
        what = f"there is no column {', '.join(lacking)}."
        return [Fault("rows", what, "Give the rows of what read_diary returns, all columns of them.")]
    twice = [name for name in COLUMNS if (rows.columns == name).sum() > 1]
    if twice:
        return [Fault("rows", f"there is more than one column {', '.join(twice)}.", "Keep one of them.")]
    days = _quiet(rows["date"]).dropna()
    if len(days) and types.is_string_dtype(days):  # of objects, all of them are texts
        first = quoted(str(days.iloc[0]))
        what = f"the dates are text such as {first}: these are not the rows of read_diary."
        return [Fault("rows", what, "Use kit.read_diary(path).")]
    return []


def _told(name: str, rule: _Rule, wrong: pd.Series[Any]) -> Iterator[Fault]:
    """A fault for each different value, with the first row that has it."""
    found: dict[str, list[int]] = {}
    for place, value in enumerate(wrong.astype(object)):
        found.setdefault(_shown(value), []).append(place)
    for shown, places in found.items():
        first = wrong.iloc[places[0]]
        mend = rule.mend if isinstance(rule.mend, str) else rule.mend(first if isinstance(first, str) else "")
        what = f"{name}: {shown} is not {rule.what}" if shown else f"{name}: is missing"
        yield Fault(at(wrong.index[places[0]]), f"{what}{others(len(places))}.", mend)


def _shown(value: Any) -> str:
    """A value as a message repeats it; nothing for a missing one."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return ""
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _text(column: pd.Series[Any]) -> pd.Series[Any]:
    if isinstance(column.dtype, pd.StringDtype):
        return column.astype("string")
    return _where(column, lambda value: isinstance(value, str)).astype("string")


def _word(column: pd.Series[Any], words: Sequence[str]) -> pd.Series[Any]:
    text = _text(column)
    return text.where(text.isin(words))


def _name(column: pd.Series[Any]) -> pd.Series[Any]:
    text = _text(column)
    return text.where(text != "")


def _number(column: pd.Series[Any], low: int, high: int, whole: bool = True) -> pd.Series[Any]:
    if types.is_integer_dtype(column.dtype) or types.is_float_dtype(column.dtype):
        good = column.between(low, high) & ((column.round() == column) | (not whole))
        kept = column.where(good.fillna(value=False))
    else:
        kept = _where(column, lambda value: _is_number(value, low, high, whole))
        kept = kept.map(int if whole else float, na_action="ignore")
    return kept.astype("Int64") if whole else kept.astype("Float64")


def _is_number(value: Any, low: int, high: int, whole: bool) -> bool:
    is_one = isinstance(value, Real) and not isinstance(value, bool)
    return is_one and bool(low <= value <= high and (not whole or value % 1 == 0))


def _day(column: pd.Series[Any]) -> pd.Series[Any]:
    if types.is_datetime64_dtype(column.dtype):
        days = column
    else:
        days = _where(column, _is_naive).map(_in_years, na_action="ignore").astype("datetime64[s]")
    good = (days == days.dt.normalize()) & days.dt.year.between(FIRST_YEAR, LAST_YEAR)
    return days.where(good).astype("datetime64[s]")


def _is_naive(value: Any) -> bool:
    """A day, or a moment without a time zone."""
    return isinstance(value, dt.date) and getattr(value, "tzinfo", None) is None


def _in_years(day: Any) -> pd.Timestamp:
    return pd.Timestamp(day).as_unit("s")


def _where(column: pd.Series[Any], is_right: Callable[[Any], bool]) -> pd.Series[Any]:
    """The values as objects, None for those that are not right."""
    kept = [value if is_right(value) else None for value in column.astype(object)]
    return pd.Series(kept, index=column.index, dtype=object)


def _status_mend(text: str) -> str:
    try:
        meant = status(text)
    except CellError as error:
        return error.mend
    return f"Write {meant}." if meant else "Write done, partial or not_done, or leave it missing."


def _side_mend(text: str) -> str:
    try:
        return f"Write {side(text)}."
    except CellError as error:
        return error.mend


def _whole(low: int, high: int, mend: str = _OR_LEAVE, needed: bool = False) -> _Rule:
    return _Rule(partial(_number, low=low, high=high), f"a whole number from {low} to {high}", mend, needed)


_DAYS = f"a day without a time, of the years {FIRST_YEAR} to {LAST_YEAR}"
_RULES: dict[str, _Rule] = {
    **dict.fromkeys(COLUMNS, _Rule(_text, "a text")),
    CODE: _Rule(_text, "a plan's code", _CORRECT),
    "plan_version": _whole(1, MAX_NUMBER, _CORRECT, needed=True),
    "item_id": _Rule(_name, "the name of an item", _CORRECT, needed=True),
    "week": _whole(1, MAX_WEEK),
    "date": _Rule(_day, _DAYS),
    "slot": _whole(1, MAX_SLOT, _CORRECT, needed=True),
    "side": _Rule(partial(_word, words=SIDES), "a side: left, right or both", _side_mend, needed=True),
    "status": _Rule(partial(_word, words=_STATUS), "a status: done, partial or not_done", _status_mend),
    **dict.fromkeys(WORK, _whole(0, MAX_NUMBER)),
    **dict.fromkeys(RATED, _whole(0, 10)),
    "load_kg": _Rule(partial(_number, low=0, high=MAX_KG, whole=False), f"a load from 0 to {MAX_KG} kg"),
}
