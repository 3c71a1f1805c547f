"""What was prescribed and how often each exercise was done, as one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from kit.adherence.frames import DONE
from kit.adherence.parts import ITEM, SESSION
from kit.followup.exercise_table import ExerciseLine
from kit.followup.summary import Summary
from kit.plan.resolved import ResolvedPlan
from kit.reports.cited import Cited, Line, Part, cell, share_of
from kit.reports.figure import Figure, share_figure
from kit.reports.page import short
from kit.reports.tables import Tables

TITLE = "Prescribed and done"
_HEAD, _DAYS = ("Exercise", "Dose", "Days", "Done", "Full"), 2


@dataclass(frozen=True)
class Exercises:
    """Rows of the table in the order of the plan.

    `days` are those of all exercises, where they are the same; then the table has no column for them.
    """

    head: tuple[str, ...]
    days: Line
    rows: tuple[tuple[Line, ...], ...]
    figures: tuple[Figure, ...]


def exercises(summary: Summary, known: tuple[ResolvedPlan, ...], tables: Tables) -> Exercises:
    """Each exercise of any version; what is no longer prescribed says so, what was not due yet too."""
    keys = {(item.item_id, item.exercise_id): None for one in known for item in one.plan.items}
    found = {(line.item_id, line.exercise_id): line for line in summary.exercises}
    last = {(item.item_id, item.exercise_id) for item in known[-1].plan.items}
    rows = tuple(_row(key, found.get(key), key in last, summary, tables) for key in keys)
    figures = tuple(f for key in keys for f in _figures(key, found.get(key), tables))
    if len({tables["items"].loc[item_row(key, tables), "days"] for key in keys}) > 1:
        return Exercises(_HEAD, (), rows, figures)
    fewer = tuple((*row[:_DAYS], *row[_DAYS + 1 :]) for row in rows)
    return Exercises((*_HEAD[:_DAYS], *_HEAD[_DAYS + 1 :]), rows[0][_DAYS] if rows else (), fewer, figures)


def name_of(key: tuple[str, str], tables: Tables) -> Cited:
    """The exercise's name for the clinician, from the last version that has it."""
    row = item_row(key, tables)
    name = short(str(tables["items"].loc[row, "name"]))
    return cell(name, "items", "name", row, f"exercise.{key[0]}.{key[1]}", "start")


def item_row(key: tuple[str, str], tables: Tables) -> int:
    """The row of `items` in the last version that has it."""
    items = tables["items"]
    return int(items.index[(items["item_id"] == key[0]) & (items["exercise_id"] == key[1])][-1])


def _row(
    key: tuple[str, str], line: ExerciseLine | None, is_prescribed: bool, summary: Summary, tables: Tables
) -> tuple[Line, ...]:
    row, figure = item_row(key, tables), f"exercise.{key[0]}.{key[1]}"
    name: Line = (name_of(key, tables), *(() if is_prescribed else (" (taken out)",)))
    dose, days = (cell(tables["items"].loc[row, c], "items", c, row, figure) for c in ("dose", "days"))
    if line is None or not line.expected:
        return name, (dose,), (days,), ("not due yet",), ()
    due, done, wholly = _parts(line, summary.frames.cells)
    full = wholly.cited(f"{figure}.wholly")
    return (
        name,
        (dose,),
        (days,),
        (*share_of(done, due, figure, enough=line.is_logged), *_sides(line, summary.frames.cells)),
        (full,),
    )


def _parts(line: ExerciseLine, cells: pd.DataFrame) -> tuple[Part, Part, Part]:
    """Due, done and wholly done: of each session one cell stands for all of its sides."""
    its = cells[(cells["item_id"] == line.item_id) & (cells["exercise_id"] == line.exercise_id)]
    by = its.groupby([*SESSION, *ITEM], sort=False)["status"]
    any_done = its["status"].isin(DONE).groupby([its[name] for name in SESSION]).transform("any")
    all_done = (its["status"] == "done").groupby([its[name] for name in SESSION]).transform("all")
    is_first = by.cumcount() == 0
    return (
        Part(line.expected, "cells", "weight", tuple(its.index[is_first])),
        Part(line.done, "cells", "weight", tuple(its.index[is_first & any_done])),
        Part(line.wholly, "cells", "weight", tuple(its.index[is_first & all_done])),
    )


def _sides(line: ExerciseLine, cells: pd.DataFrame) -> Line:
    """In a line of its own, where one side was left behind: "left 0, right 42"."""
    if not line.is_gap:
        return ()
    is_its = (cells["item_id"] == line.item_id) & (cells["exercise_id"] == line.exercise_id)
    told: list[str | Cited] = []
    for side in line.sides:
        did = cells.index[is_its & (cells["side"] == side.side) & cells["status"].isin(DONE)]
        part = Part(side.done, "cells", "weight", tuple(did))
        key = f"exercise.{line.item_id}.{line.exercise_id}.{side.side}"
        told += [", " if told else "\n", f"{side.side} ", part.cited(key)]
    return tuple(told)


def _figures(key: tuple[str, str], line: ExerciseLine | None, tables: Tables) -> Iterator[Figure]:
    row, figure = item_row(key, tables), f"exercise.{key[0]}.{key[1]}"
    name, dose, days = (str(tables["items"].loc[row, c]) for c in ("name", "dose", "days"))
    yield Figure(TITLE, f"{name}: prescribed", f"{dose}; {days}", key=f"{figure}.prescribed")
    if line is None:
        yield Figure(TITLE, f"{name}: done", key=figure)
        return
    yield share_figure(TITLE, f"{name}: done", line.done, line.expected, figure, line.interval)
    yield share_figure(TITLE, f"{name}: wholly done", line.wholly, line.expected, f"{figure}.wholly")
    for side in line.sides:
        yield share_figure(TITLE, f"{name}: {side.side}", side.done, side.expected, f"{figure}.{side.side}")
    yield Figure(TITLE, f"{name}: dose", line.dose, "share", n=line.dose_told, key=f"{figure}.dose")
    yield Figure(TITLE, f"{name}: volume ratio", line.volume, "ratio", n=line.dose_told, key=f"{figure}.volume")
    yield Figure(TITLE, f"{name}: pain after, median", line.pain_after, "of 10", key=f"{figure}.pain")
