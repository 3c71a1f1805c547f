"""The caseload of a store: all plans at once, each as it would be alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.testing import assert_frame_equal
from sqlalchemy import text

from kit.adherence.frames import Frames
from kit.adherence.placed import placed
from kit.diary.read import frame
from kit.followup.signs import Dealt, open_signs
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.caseload import Caseloads
from kit.store.store import Store
from tests.store.diary_files import diary, other_plan, row

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 6, 20)


def test_an_empty_store_has_no_cases(store: Store) -> None:
    found = store.caseload.on(TODAY)
    assert (found.cases, found.faults) == ((), ())


def test_the_rows_are_those_that_the_reader_gives(store: Store, issued: Plan, tmp_path: Path) -> None:
    """Column by column and row by row, with their types."""
    store.versions.take_in(issued)
    told: dict[str, Any] = {"pain_worst": 3, "load_kg": 2.5, "note": "stiff", "started_at": "2026-06-01T08:00"}
    store.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="done", **told), row(issued, side="right")]))
    found = Caseloads(store.database)._rows({issued.code})
    one_by_one = frame(store.diaries.rows(issued.code))
    unprinted = ["plan_id"]  # the label, which no measure reads
    assert_frame_equal(found.drop(columns=unprinted), one_by_one.drop(columns=unprinted))
    assert isinstance(found, pd.DataFrame)


def test_each_plan_is_as_it_is_alone(store: Store, issued: Plan, library: Library, tmp_path: Path) -> None:
    """The diary of one changes nothing about another; the draft of the next version is told."""
    other = other_plan(library, "P-002", "P-002")
    store.versions.take_in(issued)
    (alone,) = store.caseload.on(TODAY).cases
    store.versions.take_in(other)
    store.diaries.bring_in(diary(tmp_path / "d.csv", [row(other, status="done", help_sign="calf hot")]))
    store.drafts.next_version(store.open(issued.code), TODAY, on=TODAY)
    first, second = store.caseload.on(TODAY).cases
    assert (first.plan_code, first.signs) == (other.code, 1)
    assert second.plan_code == alone.plan_code
    assert second.draft == 2
    assert [reason for reason in second.reasons if reason.rule != "draft"] == list(alone.reasons)


def test_a_sign_that_was_dealt_with_is_no_reason(store: Store, issued: Plan, tmp_path: Path) -> None:
    """And while it is open, the plan stays in the list for years."""
    store.versions.take_in(issued)
    store.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="done", help_sign="calf hot")]))
    late = TODAY + 800 * DAY
    (case,) = store.caseload.on(late).cases
    assert case.signs == 1
    (pointer,) = case.reasons[0].rows
    assert pointer.date == dt.date(2026, 6, 1)
    frames = _frames(store, issued, late)
    (sign,) = open_signs(frames)
    dealt = Dealt.with_sign(sign, by="A. Physio", role="physiotherapist", on=TODAY, what="Called, sent to the clinic.")
    store.signs.keep(issued.code, dealt)
    assert store.caseload.on(late).cases == ()


def test_an_altered_version_costs_its_own_plan_alone(store: Store, issued: Plan, library: Library) -> None:
    """It is told, and every other one is there."""
    other = other_plan(library, "P-002", "P-002")
    for plan in (issued, other):
        store.versions.take_in(plan)
    with store.database.write() as connection:
        changed = "update versions set document = replace(document, 'A. Physio', 'B. Physio') where code = :code"
        connection.execute(text(changed), {"code": other.code})
    found = store.caseload.on(TODAY)
    assert [case.plan_code for case in found.cases] == [issued.code]
    assert [fault.where for fault in found.faults] == [f"store, version 1 of {other.code}"]


def _frames(store: Store, plan: Plan, day: dt.date) -> Frames:
    return placed([plan], frame(store.diaries.rows(plan.code)), day)
