"""Diary files for tests: rows of the founding four, as a handout has them, with what was answered."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from kit.diary.columns import COLUMNS
from kit.errors import KitError
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.store.diaries import DiaryFile
from kit.store.store import Store

START = dt.date(2026, 6, 1)

Answered = dict[str, Any]


def row(plan: Plan, item: str = "i1", side: str = "left", day: str = "2026-06-01", **answers: Any) -> Answered:
    """One row of `plan`; a column may be given anew."""
    printed = {"plan_code": plan.code, "plan_id": plan.plan_id, "plan_version": plan.version, "item_id": item}
    return {**printed, "week": 1, "date": day, "slot": 1, "side": side, **answers}


def diary(path: Path, rows: Iterable[Answered], without: tuple[str, ...] = ()) -> Path:
    """A diary file at `path` with `rows`."""
    columns = [name for name in COLUMNS if name not in without]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def numbers(file: DiaryFile) -> tuple[int, int, int, int, int]:
    return file.kept, file.rejected, file.repeated, file.blank, file.corrected


def said(store: Store, code: str) -> dict[tuple[str, str, str], tuple[str | None, int | None]]:
    """Status and worst pain by item, side and day."""
    found = [r.values for r in store.diaries.rows(code)]
    told = {(v["item_id"], v["side"], str(v["date"])): (v["status"], v["pain_worst"]) for v in found}
    assert len(told) == len(found)
    return told


def fault(call: Callable[..., object], *args: object, **named: object) -> str:
    with pytest.raises(KitError) as caught:
        call(*args, **named)
    return str(caught.value)


def other_plan(library: Library, plan_id: str, patient: str) -> Plan:
    plan = template("knee-glute-stretches").plan(library, plan_id, START, patient)
    return finalised(resolve(plan, library), "A. Physio", START)
