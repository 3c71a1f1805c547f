"""What was not recorded: sessions, scores, doses, rows that were refused, and items of CERT."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pandas as pd

from kit.adherence.counts import plain
from kit.adherence.dose import doses
from kit.adherence.parts import SESSION
from kit.followup.summary import Summary
from kit.reports.cited import Cited, Line, cell, counted
from kit.reports.done import part_of
from kit.reports.figure import Figure
from kit.reports.page import Section
from kit.reports.tables import Tables

TITLE = "What was not recorded"
_SCORES = {
    "pain_before": "pain before",
    "pain_worst": "worst pain",
    "pain_after": "pain after",
    "pain_next_morning": "next morning",
    "effort": "effort",
    "hour": "time of day",
}


def gaps(summary: Summary, tables: Tables) -> tuple[Section, tuple[Figure, ...]]:
    """Of the period that was asked for."""
    lines = [*_sessions(summary), *_scores(summary), *_dose(summary), *_refused(tables)]
    return Section(TITLE, tuple(lines)), tuple(_figures(summary, tables))


def _sessions(summary: Summary) -> Iterator[Line]:
    counts = summary.headline.counts
    if counts.missing:
        missing, due = part_of(summary, "missing"), part_of(summary, "expected")
        yield "Sessions: ", missing.cited("sessions.missing"), " of ", due.cited("sessions.missing"), "."


def _missing(summary: Summary) -> dict[str, pd.Index]:
    """By column the logged sessions that do not tell it."""
    logged = summary.frames.sessions
    return {column: logged.index[logged[column].isna()] for column in _SCORES}


def _scores(summary: Summary) -> Iterator[Line]:
    logged = summary.frames.sessions
    found = {column: rows for column, rows in _missing(summary).items() if len(rows)}
    if not found or not len(logged):
        return
    never = [_SCORES[column] for column, rows in found.items() if len(rows) == len(logged)]
    if never:
        yield (f"Never told: {', '.join(never)}.",)
    told: list[str | Cited] = []
    for name, key, rows in _partly(found, len(logged)):
        told += [", " if told else "", f"{name} ", counted(f"missing.{key}", "sessions", rows)]
    if told:
        yield "Of ", counted("sessions.entries", "sessions", logged.index), " entries without: ", *told, "."


def _partly(missing: dict[str, pd.Index], entries: int) -> Iterator[tuple[str, str, pd.Index]]:
    """What some entries do not tell, with its key; of the four scores of pain, that any is missing."""
    some = {column: rows for column, rows in missing.items() if len(rows) < entries}
    pains = [rows for column, rows in some.items() if column.startswith("pain")]
    if pains:
        yield "a pain score", "pain", functools.reduce(pd.Index.union, pains)
    yield from ((_SCORES[column], column, rows) for column, rows in some.items() if not column.startswith("pain"))


def _dose(summary: Summary) -> Iterator[Line]:
    dose, slots = summary.habits.dose, summary.frames.slots
    done = slots.index[slots["status"].isin(("done", "partial"))]
    if not dose.sessions or dose.told == dose.sessions:
        return
    if not dose.told:
        yield ("Dose done: never told in full.",)
        return
    told = _told(summary)
    key = "dose.told"
    yield "Dose done: told in ", counted(key, "slots", told), " of ", counted(key, "slots", done), " sessions."


def _told(summary: Summary) -> pd.Index:
    """The sessions done that tell the dose of every exercise and side."""
    slots = summary.frames.slots
    told = doses(summary.frames.cells, slots, SESSION)[SESSION].drop_duplicates().assign(told=True)
    found = slots[SESSION].merge(told, on=SESSION, how="left")["told"].notna().to_numpy()
    return slots.index[found]


def _refused(tables: Tables) -> Iterator[Line]:
    if int(tables["about"]["refused"].iloc[0]):
        number = cell(tables["about"]["refused"].iloc[0], "about", "refused", 0, "rows.refused")
        yield "Rows refused and not counted: ", number, "."


def cert_line(tables: Tables) -> Line:
    """How many items of CERT are recorded, and the names of those that are not."""
    table = tables["cert"]
    is_told = table["value"] != ""
    known, every = counted("cert", "cert", table.index[is_told], "value"), counted("cert", "cert", table.index, "value")
    line: Line = ("CERT items: ", known, " of ", every, " recorded")
    missing = table.index[~is_told]
    if not len(missing):
        return *line, "."
    named: list[str | Cited] = []
    for n, item in enumerate(missing):
        number = cell(item, "cert", "item", item, f"cert.{item}")
        named += [", " if n else "", number, f" {table.loc[item, 'name']}"]
    return *line, "; missing: ", *named, "."


def _figures(summary: Summary, tables: Tables) -> Iterator[Figure]:
    counts, entries = summary.headline.counts, len(summary.frames.sessions)
    yield Figure(
        TITLE,
        "sessions not logged",
        plain(counts.missing),
        "sessions",
        n=plain(counts.expected),
        key="sessions.missing",
    )
    yield Figure(TITLE, "sessions with an entry", entries, "sessions", key="sessions.entries")
    for column, rows in _missing(summary).items():
        yield Figure(TITLE, f"{_SCORES[column]} missing", len(rows), "sessions", n=entries, key=f"missing.{column}")
    for name, key, rows in _partly(_missing(summary), entries):
        if key == "pain":
            yield Figure(TITLE, f"{name} missing", len(rows), "sessions", n=entries, key="missing.pain")
    dose = summary.habits.dose
    share = None if dose.share is None else float(dose.share)
    yield Figure(TITLE, "dose told", dose.told, "sessions", n=dose.sessions, key="dose.told")
    yield Figure("What was done", "dose of the sessions that tell it", share, "share", key="dose.share")
    yield Figure(TITLE, "rows refused", int(tables["about"]["refused"].iloc[0]), "rows", key="rows.refused")
    table = tables["cert"]
    yield Figure("CERT", "items recorded", int((table["value"] != "").sum()), "items", n=len(table), key="cert")
    for item, name, value in zip(table.index, table["name"], table["value"], strict=True):
        yield Figure("CERT", f"{item} {name}", value or None, key=f"cert.{item}")
