"""Rows of a diary as a patient may have filled them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.diary.columns import COLUMNS
from kit.diary.read import frame
from kit.diary.rows import Row
from kit.plan.plan import Plan

START = dt.date(2026, 6, 1)  # a Monday
WHOLE: dict[str, Any] = {"sets_done": 1, "reps_done": 2, "hold_done_s": 30}  # a founding stretch as it is prescribed


def exactly(*numbers: Fraction | float | None) -> tuple[Fraction | float | None, ...]:
    """What counts must be, which are fractions even where they are whole."""
    return numbers


def june(day: int) -> dt.date:
    return dt.date(2026, 6, day)


def entry(day: dt.date | None, status: str | None, week: int | None = 1, slot: int = 1, **values: Any) -> Row:
    given_ = {"plan_id": "P-001", "plan_version": 1, "item_id": "i1", "week": week, "slot": slot, "side": "left"}
    return Row(2, {**dict.fromkeys(COLUMNS), **given_, "date": day, "status": status, **values}, ())


def session(day: dt.date | None, status: str, items: Iterable[str] = ("i1",), **values: Any) -> list[Row]:
    """A row of each item and side, right first; `values` stand in each of them."""
    sides = ("right", "left")
    return [entry(day, status, item_id=item, side=side, **values) for item in items for side in sides]


def rows_of(*groups: Row | list[Row]) -> pd.DataFrame:
    return frame(row for group in groups for row in (group if isinstance(group, list) else [group]))


def only(plan: Plan, *items: str) -> Plan:
    """The plan with these items alone."""
    for item in plan.items:
        plan = plan if item.item_id in items else plan.remove(item.item_id)
    return plan
