"""A store with something in every table: two patients, what one of them left everywhere, and the rows as text."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, select

from kit.followup.signs import Dealt
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.template import template
from kit.store.audit import note
from kit.store.carry import tables
from kit.store.held import ConflictError
from kit.store.store import Store
from kit.store.tables import diary_files, diary_rejects, diary_rows, scores, taken_files

START = dt.date(2026, 6, 1)
SECRET = "remembers the sledge"  # a note of the patient P-007


def plan_of(library: Library, label: str, seed: int, patient: str | None = None) -> Plan:
    made = template("knee-glute-stretches").plan(
        library, label, START, label if patient is None else patient, random=Random(seed)
    )
    return made.describe(context=Context(red_flags_screened=START))


def fill(store: Store, workspace: Path, library: Library) -> tuple[Plan, Plan]:
    """Everything of P-007, who is to be told apart from P-0071; both plans as issued."""
    his, other = (_lived(store, plan_of(library, *of), library) for of in (("P-007", 7), ("P-0071", 8)))
    for plan in (his, other):
        folder = f"handouts/{plan.plan_id}-{plan.code}"
        files = {"patient/diary.csv": f"{plan.code},{plan.plan_id}".encode()}
        (workspace / folder / "patient").mkdir(parents=True)
        (workspace / folder / "patient/diary.csv").write_bytes(files["patient/diary.csv"])
        store.handouts.made(plan, folder, files)
        store.preferences.keep("setting", f"last of {plan.code}", {"code": plan.code})
        signed = {"sign": f"{plan.code} 1 2026-06-01 1 numb", "by": "A. Physio", "role": "physiotherapist"}
        store.signs.keep(plan.code, Dealt(**signed, on=START, what=f"Called {plan.plan_id}, seen the same day."))
    store.preferences.keep("favourite", "pretzel", True)
    with store.database.write() as connection:
        _diaries(connection, his, other)
        connection.execute(scores.insert(), [score_row(plan) for plan in (his, other)])
        row = {"path": "plans/P-007.v1.json", "digest": "0" * 64, "code": his.code, "made_at": "2026"}
        connection.execute(taken_files.insert().values(row))
        note(store.database, connection, "imported P-007-diary.csv")
        note(store.database, connection, "imported P-0071-diary.csv")
    return his, other


def _lived(store: Store, plan: Plan, library: Library) -> Plan:
    """Issued, a next draft with steps of undo, and an edit set aside."""
    begun = store.drafts.begin(plan.adjust("i1", note=SECRET if plan.plan_id == "P-007" else ""))
    issued = store.versions.issue(begun, library, "A. Physio", START)
    held = store.drafts.next_version(issued, dt.date(2026, 6, 15))
    longer = store.drafts.put(held, held.plan.adjust("i1", hold_s=45))
    with pytest.raises(ConflictError):
        store.drafts.put(held, held.plan.adjust("i1", hold_s=60))
    store.drafts.undo(longer)
    return issued.plan


def diary_row(number: int, code: str, file: int = 1, note: str = "") -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(column.name for column in diary_rows.c)
    row |= {"id": number, "file_id": file, "number": number, "code": code, "version": 1, "item_id": "i1"}
    row |= {"side": "left", "slot": 1, "day": "2026-06-01", "status": "done", "load_kg": 2.5, "note": note}
    return row | {"key": number, "answers": -(2**60) - number, "in_force": 1}


def score_row(plan: Plan) -> dict[str, Any]:
    of = {"patient_code": plan.patient_code, "instrument": "lefs", "name": "LEFS", "day": "2026-06-01", "value": 40.0}
    return of | {"made_at": "2026", "made_by": "tester"}


def _diaries(connection: Connection, his: Plan, other: Plan) -> None:
    files = [(1, "shared.csv", 3, 4), (2, "P-007-diary.csv", 1, 1), (3, "P-0071-diary.csv", 1, 1)]
    for number, name, kept, rejected in files:
        row = {"id": number, "name": name, "digest": f"{number:064}", "kept": kept, "rejected": rejected}
        row |= {"repeated": 0, "blank": 0, "corrected": 0, "made_at": "2026", "made_by": "tester"}
        connection.execute(diary_files.insert().values(row))
    rows = [(1, his, 1, SECRET), (2, other, 1, "=1+1"), (3, other, 1, ""), (4, his, 2, SECRET), (5, other, 3, "")]
    connection.execute(diary_rows.insert(), [diary_row(n, p.code, f, text) for n, p, f, text in rows])
    spelt = f"{his.code[:4]}-{his.code[4:].lower()}"
    rejects = [
        (1, [spelt, "x"]),
        (1, ["p-007", "x"]),
        (1, ["", SECRET]),
        (1, [other.code, "x"]),
        (2, [SECRET]),
        (3, ["y"]),
    ]
    cells = [
        {"id": n, "file_id": file, "number": n, "cells": json.dumps(cells), "why": "unreadable"}
        for n, (file, cells) in enumerate(rejects, 1)
    ]
    connection.execute(diary_rejects.insert(), cells)


def contents(store: Store) -> dict[str, list[Any]]:
    """Every row of every table."""
    with store.database.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables()
        }
