"""Every number of the page comes from cells of the frames: each is worked out again from those that it names."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from kit.adherence.parts import SESSION
from kit.plan.template import template, templates
from kit.reports.cited import Cited, Line
from kit.reports.figure import Figure
from kit.reports.page import Page
from kit.statistics.interval import interval
from kit.words.catalogue import Catalogue
from kit.words.text import clean
from tests.reports.rich import LIBRARY, START, followed, issued, of_template, page_of, two_versions


def pieces(page: Page) -> Iterator[Cited]:
    for line in page.lines():
        yield from (piece for piece in line if isinstance(piece, Cited))


def sum_of(frame: pd.DataFrame, columns: str, rows: Sequence[Hashable]) -> Fraction:
    """Sessions as the fractions that they are: sevenths."""
    values: list[Any] = [frame.at[row, name] for name in columns.split(" + ") for row in rows]
    return sum((Fraction(round(float(value) * 7), 7) for value in values), Fraction())


def percent(share: Fraction | float) -> str:
    return f"{math.floor(Fraction(share) * 100 + Fraction(1, 2))} %"


def number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.1f}"


def bound(frame: pd.DataFrame, one: Cited, side: int) -> str:
    its = frame.loc[list(one.rows)].sort_values(["date", "slot"])
    return percent(interval(its["status"].isin(["done", "partial"]).tolist())[side])


def plain(value: object) -> str:
    return " ".join(clean(str(value)).replace("→", "to").replace("_", " ").split())


def days(value: object, words: Catalogue) -> set[str]:
    day = pd.Timestamp(value).date() if isinstance(value, pd.Timestamp | dt.date) else None
    return {words.date(day), words.short_date(day)} if day else set()


def is_right(one: Cited, page: Page) -> bool:
    """Whether the text is what the cells come to."""
    frame, words = page.tables[one.frame], Catalogue(f"{page.lang}-{page.region}")
    match one.measure:
        case "cell":
            value = frame.at[one.rows[0], one.column]
            return one.text in {plain(value), *days(value, words)} and len(one.rows) == 1
        case "start":
            return plain(frame.at[one.rows[0], one.column]).startswith(plain(one.text).removesuffix("…"))
        case "count":
            return one.text == str(len(set(one.rows))) and set(one.rows) <= set(frame.index)
        case "sessions":
            return one.text == str(len(frame.loc[list(one.rows), SESSION].drop_duplicates()))
        case "sum":
            return one.text == number(sum_of(frame, one.column, one.rows))
        case "percent":
            return one.text == percent(sum_of(frame, one.column, one.rows) / sum_of(frame, one.per, one.of))
        case "low" | "high":
            return one.text == bound(frame, one, ("low", "high").index(one.measure))
        case "mean":
            return one.text == f"{frame[one.column][frame.index.isin(one.rows)].mean():.1f}"
    return False


@pytest.mark.parametrize("name", templates())
def test_every_number_is_that_of_its_cells(name: str) -> None:
    """Each is worked out again, without the rooms that made it; its figure stands once in the table beside the page."""
    page = page_of(of_template(name), "en-US" if name < "k" else "en-GB")
    told = list(pieces(page))
    assert len(told) > 60
    assert [one for one in told if not is_right(one, page)] == []
    keys = [figure.key for figure in page.figures]
    assert len(keys) == len(set(keys))
    known = {*keys, "about", "rule.threshold", "rule.peak", "rule.study", "rule.interval", "rule.scale"}
    known |= {key.rpartition(".prescribed")[0] for key in keys} | {key.rpartition(".")[0] for key in keys}
    assert {one.figure for one in told} <= known
    assert all(index.is_unique for index in (page.tables[one.frame].index for one in told))


@pytest.mark.parametrize("name", templates())
def test_no_number_stands_in_plain_words(name: str) -> None:
    """What is no piece of a cell has no digit; the scale of effort and pain is named without."""
    line: Line
    for line in page_of(of_template(name)).lines():
        for piece in line:
            assert isinstance(piece, Cited) or not re.search(r"\d", piece), piece


def numbers_of(figure: Figure) -> set[str]:
    """As the page would print them."""
    found = {figure.k, figure.n, figure.value if figure.unit != "share" else None} - {None}
    return {n if isinstance(n, str) else number(Fraction(round(float(n) * 7), 7)) for n in found} | {  # type: ignore[arg-type]
        f"{n:.1f}" for n in found if isinstance(n, float)
    }


@pytest.mark.parametrize("days", [5, 9, 42])
def test_the_page_and_the_table_beside_it_tell_the_same(days: int) -> None:
    """What is counted on the page from cells is what the measures give, which the table tells; early and late."""
    plan = template("knee-glute-stretches").plan(LIBRARY, "P-001", START)
    page = page_of(followed([issued(plan)] if days < 21 else two_versions(plan), as_of=START + dt.timedelta(days)))
    figures = {figure.key: figure for figure in page.figures}
    told = [
        one for one in pieces(page) if one.measure in ("sum", "count", "mean", "sessions") and one.figure in figures
    ]
    told = [one for one in told if not one.figure.startswith(("proposals", "signs", "cert", "dose."))]
    assert len(told) > 20
    assert [one for one in told if one.text not in numbers_of(figures[one.figure])] == []


def test_the_rows_say_what_they_are_cited_for() -> None:
    """Done rows are done, those before a version are of earlier ones, high pain is over 5, mornings above before."""
    page = page_of(of_template("knee-osteoarthritis"))
    cells, sessions, weeks = (page.tables[name] for name in ("cells", "sessions", "weeks"))
    seen: set[str] = set()
    for one in pieces(page):
        rows, key = list(one.rows), one.figure
        kind = key.rpartition(".")[2]
        if one.frame == "cells" and kind in ("wholly", "left", "right") and one.measure == "sum":
            its = cells.loc[rows]
            seen.add(kind)
            if kind == "wholly":
                assert set(its["status"]) <= {"done"}
            else:
                assert set(its["side"]) <= {kind}
        if key.endswith((".before", ".since")) and one.frame == "weeks":
            seen.add(kind)
            versions = set(weeks.loc[rows, "plan_version"])
            assert versions == ({1} if kind == "before" else {2})
        if key == "pain.high" and len(rows) < len(sessions.dropna(subset=["pain_worst"])):
            seen.add("high")
            assert (sessions.loc[rows, ["pain_worst", "pain_after"]].max(axis=1) > 5).all()
        if key.startswith("missing."):
            seen.add("missing")
            lacks = sessions.filter(like="pain_" if kind == "pain" else kind).isna().any(axis=1)
            assert set(rows) == set(sessions.index[lacks]) or kind == "pain"
            assert set(rows) <= set(sessions.index[lacks])
    assert seen >= {"wholly", "left", "right", "before", "since", "high", "missing"}
