"""The roster: each plan in one row, what is due first, in as many queries for many plans as for one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store.roster import Held, OnRoster
from kit.store.store import Store
from tests.store.diary_files import diary, row
from tests.store.filled import START, plan_of

TODAY = dt.date(2026, 7, 1)


def issued(library: Library, label: str, seed: int, review_on: dt.date | None = None) -> Plan:
    plan = plan_of(library, label, seed).describe(review_on=review_on)
    return finalised(resolve(plan, library), "A. Physio", START)


def rows(store: Store) -> dict[str, OnRoster]:
    return {one.plan_id: one for one in store.roster.rows()}


def test_what_a_row_says(store: Store, library: Library, tmp_path: Path) -> None:
    """Of the draft what it is for, of the newest issued version when its review is; a diary waits until one looks."""
    plan = issued(library, "P-001", 1, dt.date(2026, 6, 22))
    store.versions.take_in(plan)
    assert not rows(store)["P-001"].is_waiting
    imported = store.diaries.bring_in(diary(tmp_path / "d.csv", [row(plan, status="done")]))
    one = rows(store)["P-001"]
    assert (one.issued, one.draft, one.review_on, one.issued_on) == ((1,), None, dt.date(2026, 6, 22), START)
    assert one.is_waiting
    held = store.drafts.next_version(store.open(plan.code), dt.date(2026, 6, 22))
    his = Context(conditions=({"condition": "osteoporosis", "side": "left", "region": "hip"},), unlisted=("gout",))
    store.drafts.put(held, held.plan.describe(context=his).remove("i1"))
    one = rows(store)["P-001"]
    assert (one.draft, one.is_waiting, one.review_on) == (2, False, dt.date(2026, 6, 22))
    assert (one.now.conditions, one.now.unlisted) == ((("osteoporosis", "left", "hip"),), ("gout",))
    assert one.now.exercises == tuple((i.exercise_id, i.sides) for i in plan.items[1:])
    store.diaries.undo(imported.file.number)
    assert rows(store)["P-001"].diary_at == ""


def test_many_plans_ask_no_more_often_than_one(store: Store, library: Library) -> None:
    """The database is asked as often for twenty plans as for one; looked at again, no document is read."""
    asked: list[str] = []
    event.listen(store.database.engine, "before_cursor_execute", lambda *a: asked.append(a[2]))

    def count() -> int:
        asked.clear()
        store.roster.rows()
        return sum("SELECT" in text.upper() for text in asked)

    store.versions.take_in(issued(library, "P-001", 1))
    store.drafts.begin(plan_of(library, "P-002", 2))
    one = count()
    for n in range(3, 23):
        keep = issued(library, f"P-{n:03}", n) if n % 2 else plan_of(library, f"P-{n:03}", n)
        store.versions.take_in(keep) if n % 2 else store.drafts.begin(keep)
    assert count() <= one
    assert count() == one - 2
    assert not [text for text in asked if "document" in text]


@pytest.mark.parametrize(
    ("days", "due"), [(None, ""), (-1, "coming"), (0, "today"), (1, "overdue"), (28, "overdue"), (29, "past")]
)
def test_how_a_review_stands(days: int | None, due: str) -> None:
    """By the day alone; one that was due four weeks ago asks for nothing any more."""
    on = None if days is None else TODAY - dt.timedelta(days=days)
    assert replace(ROW, review_on=on).due(TODAY) == due


ROW = OnRoster("C", "P-001", "", (1,), None, "2026-06-01", Held(None, (), (), ()), None, START, "2026-06-01", "")


def test_what_is_due_comes_first() -> None:
    """Reviews that are due, the oldest first; diaries; drafts; the next reviews; all others, the last changed first."""
    ordered = [
        replace(ROW, code="overdue", review_on=dt.date(2026, 6, 20)),
        replace(ROW, code="today", review_on=TODAY),
        replace(ROW, code="diary", diary_at="2026-06-28"),
        replace(ROW, code="draft", draft=2),
        replace(ROW, code="soon", review_on=dt.date(2026, 7, 5)),
        replace(ROW, code="later", review_on=dt.date(2026, 7, 6)),
        replace(ROW, code="new", changed_at="2026-06-09"),
        replace(ROW, code="old", changed_at="2026-06-02"),
    ]
    mixed = ordered[::-1]
    mixed.sort(key=lambda one: one.place(TODAY))
    assert [one.code for one in mixed] == [one.code for one in ordered]
