"""What the tests of the diary share: a diary of one row, changed as each test needs it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kit.diary.columns import COLUMNS
from kit.diary.read import Diary, read_diary
from kit.plan.plan import Plan

Read = Callable[..., Diary]


@pytest.fixture
def read(four: Plan, tmp_path: Path) -> Read:
    """Reads a diary of rows of item i1, right side, 1 June 2026, each with changes, held against `plans`."""

    def run(*changes: dict[str, str], plans: tuple[Plan, ...] = (four,), without: tuple[str, ...] = ()) -> Diary:
        names = [name for name in COLUMNS if name not in without]
        row = {
            **dict.fromkeys(COLUMNS, ""),
            "plan_code": four.code,
            "plan_id": "P-001",
            "plan_version": "1",
            "item_id": "i1",
            "week": "1",
            "date": "2026-06-01",
            "slot": "1",
            "exercise_id": "seated_rotator_stretch",
            "side": "right",
        }
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, names, extrasaction="ignore", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({**row, **change} for change in changes)
        path = tmp_path / "diary.csv"
        path.write_bytes(text.getvalue().encode("utf-8-sig"))
        return read_diary(path, plans)

    return run
