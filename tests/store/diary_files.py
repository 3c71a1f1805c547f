"""Diary files for tests: rows of the founding four, as a handout has them, with what was answered."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kit.diary.columns import COLUMNS
from kit.plan.plan import Plan

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
