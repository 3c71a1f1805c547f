"""A diary that went out as FHIR comes back as it was."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.diary.columns import ANSWERS, RATED, REQUIRED
from kit.diary.read import Diary, read_diary
from kit.errors import ContentError
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.record.bundle import careplan_json
from kit.record.told import diary_told
from tests.record.bundles import CLINIC, LIBRARY, START, WORDS, diary, sample

SAID = list(dict.fromkeys((*REQUIRED, *ANSWERS)))
PLACE = ["week", "date", "slot", "item_id", "side"]


def back(plan: Plan, log: Diary) -> Diary:
    """The diary after it went out and came in."""
    text = careplan_json(resolve(plan, LIBRARY), CLINIC, WORDS, log)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.csv"
        path.write_bytes(diary_told(text))
        return read_diary(path, [plan])


def said(log: Diary) -> pd.DataFrame:
    """The rows with an answer, in order of their place."""
    rows = log.rows[log.rows[list(ANSWERS)].notna().any(axis=1)]
    return rows[SAID].sort_values(PLACE).reset_index(drop=True)


def test_the_sample_diary_comes_back() -> None:
    """Row for row, cell for cell; no row is refused."""
    plan, log = sample()
    again = back(plan, log)
    assert [*again.rejects, *again.faults] == []
    assert len(said(log)) > 50
    pd.testing.assert_frame_equal(said(again), said(log))


TEXT = st.one_of(st.none(), st.sampled_from(["fine", "=1+1", 'a;b,"c"', "-", "膝 <b>", "'x"]))
ROW = st.fixed_dictionaries(
    {
        "item_id": st.sampled_from(["i1", "i2"]),
        "side": st.sampled_from(["left", "right"]),
        "date": st.sampled_from([None, START, START + dt.timedelta(days=2)]),
        "slot": st.integers(1, 2),
        "status": st.sampled_from([None, "done", "partial", "not_done"]),
        "sets_done": st.sampled_from([None, 0, 3]),
        "reps_done": st.sampled_from([None, 10]),
        "reps_last_set": st.sampled_from([None, 7]),
        "hold_done_s": st.sampled_from([None, 0, 45]),
        "load_kg": st.sampled_from([None, 0.5, 2.0]),
        "reason": TEXT,
        "help_sign": TEXT,
        "note": TEXT,
        "started_at": st.sampled_from([None, "2026-06-01T18:30:00+01:00", "2026-06-01T18:30:00"]),
        "logged_at": st.sampled_from([None, "2026-06-01T19:00:00+01:00", "2026-06-01T19:00:00"]),
        **{name: st.sampled_from([None, 0, 7]) for name in RATED},
    }
)


@settings(max_examples=30)
@given(st.lists(ROW, max_size=6, unique_by=lambda r: (r["date"], r["slot"], r["item_id"], r["side"])))
def test_any_diary_comes_back(rows: list[dict[str, Any]]) -> None:
    """Whatever is told of a session by one row or more that agree, and of an exercise with or without its status."""
    plan = Plan.begin("P-001", start=START).describe(activities=("Stairs", "Walking", "Sleep"))
    for name in ("seated_rotator_stretch", "supine_figure4_stretch"):
        plan = plan.add(LIBRARY[name], schedule=Schedule(days_a_week=5, times_a_day=2))
    agreed: dict[tuple[Any, ...], int] = {}
    for row in rows:
        told = [name for name in RATED if row[name] is not None]
        row |= {name: agreed.setdefault((row["date"], row["slot"], name), row[name]) for name in told}
    log = diary(plan, *rows)
    pd.testing.assert_frame_equal(said(back(plan, log)), said(log))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"entry": 1}', "[" * 100_000, '{"identifier": {"value": "A/1/2"}}'])
def test_no_record_is_told(text: str) -> None:
    """Whatever is none of the kit's is a fault with its mend."""
    with pytest.raises(ContentError) as caught:
        diary_told(text)
    assert str(caught.value) == ("careplan.json: is no record of a plan that this kit has made. Give a careplan.json.")


def test_what_is_wrong_in_it_is_refused_by_the_diary(tmp_path: Path) -> None:
    """A record that somebody changed is held against the rules of every diary."""
    plan, log = sample()
    record = json.loads(careplan_json(resolve(plan, LIBRARY), CLINIC, WORDS, log))
    for entry in record["entry"]:
        if "valueInteger" in entry["resource"]:
            entry["resource"]["valueInteger"] = 99
    path = tmp_path / "diary.csv"
    path.write_bytes(diary_told(json.dumps(record)))
    read = read_diary(path, [plan])
    assert read.rows[list(RATED)].isna().all(axis=None)
    assert read.faults
