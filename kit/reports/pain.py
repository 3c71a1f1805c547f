"""Pain as it was written down: how it moved, how often it was high, how often it had not settled by morning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pandas as pd

from kit.adherence.pain_change import HIGH_PEAK, is_high, is_unsettled
from kit.followup.pain_story import PainPoint
from kit.followup.summary import Summary
from kit.reports.cited import Cited, Line, cell, counted
from kit.reports.figure import Figure
from kit.reports.page import Section

TITLE = "Pain"
_FIRST, _LAST_DAYS = 3, 7  # of pain_change: the first scores, and the last days


def pain(summary: Summary) -> tuple[Section, tuple[Figure, ...]]:
    """Of the period that was asked for."""
    story = summary.pain
    figures = tuple(_figures(summary))
    if not story.points:
        return Section(TITLE, (("No pain score was written down.",),)), figures
    return Section(TITLE, tuple(_lines(summary))), figures


def _lines(summary: Summary) -> Iterator[Line]:
    story, change = summary.pain, summary.pain.change
    if change.baseline is None or change.current is None:
        yield ("Before exercises: too few scores.",)
    else:
        first, last = _ends(summary)
        was, now = (
            Cited(f"{value:.1f}", key, "sessions", "pain_before", rows, "mean")
            for value, key, rows in ((change.baseline, "pain.first", first), (change.current, "pain.last", last))
        )
        scale = cell("10", "rules", "value", "scale", "rule.scale")
        yield "Before exercises: mean ", was, " of ", scale, ", last week ", now, f": {change.words}."
    if story.high.n:
        peak, told = _peaks(summary)
        limit = cell(str(HIGH_PEAK), "rules", "value", "peak", "rule.peak")
        yield "Peak above ", limit, ": ", counted("pain.high", "sessions", peak), " of ", *_of("pain.high", told)
    if story.unsettled.n:
        above, told = _mornings(summary)
        key = "pain.unsettled"
        yield "Not settled by morning: ", counted(key, "sessions", above), " of ", *_of(key, told)


def _of(key: str, rows: pd.Index) -> Line:
    return counted(key, "sessions", rows), " sessions."


def _ends(summary: Summary) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """The rows of the first scores before the exercises, and of those of the last week."""
    points = [p for p in summary.pain.points if p.before is not None and p.at.date is not None]
    since = summary.asked.as_of - dt.timedelta(_LAST_DAYS)
    last = [p for p in points[_FIRST:] if p.at.date is not None and since < p.at.date <= summary.asked.as_of]
    return _rows(summary, points[:_FIRST]), _rows(summary, last)


def _rows(summary: Summary, points: list[PainPoint]) -> tuple[object, ...]:
    table = summary.frames.sessions
    by_session = dict(zip(table["session"], table.index, strict=True))
    return tuple(by_session[p.at.session] for p in points)


def _peaks(summary: Summary) -> tuple[pd.Index, pd.Index]:
    return _rows_of(is_high(summary.frames.sessions))


def _mornings(summary: Summary) -> tuple[pd.Index, pd.Index]:
    return _rows_of(is_unsettled(summary.frames.sessions))


def _rows_of(told: pd.Series) -> tuple[pd.Index, pd.Index]:
    """The sessions of which it holds, and all that tell it."""
    return told.index[told.to_numpy(dtype=bool)], told.index


def _figures(summary: Summary) -> Iterator[Figure]:
    story, change = summary.pain, summary.pain.change
    yield Figure(TITLE, "before exercises, first 3 scores", change.baseline, "of 10", key="pain.first")
    yield Figure(TITLE, "before exercises, last 7 days", change.current, "of 10", key="pain.last")
    yield Figure(TITLE, f"change: {change.words}", change.change, "points", key="pain.change")
    within = story.within
    yield Figure(TITLE, "after less before, mean", within.mean, "points", n=within.n, key="pain.within")
    for name, share, key in (
        (f"sessions above {HIGH_PEAK}", story.high, "pain.high"),
        ("not settled by the next morning", story.unsettled, "pain.unsettled"),
    ):
        low, high = share.bounds or (None, None)
        value = share.k / share.n if share.n else None
        yield Figure(TITLE, name, value, "share", share.k, share.n, low, high, key)
