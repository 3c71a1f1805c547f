"""What was done: the headline with both bounds, how much was logged, the weeks, reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kit.adherence.counts import plain, sevenths
from kit.adherence.sentences import percent
from kit.followup.reasons import reason_code
from kit.followup.summary import Summary
from kit.reports.cited import Cited, Line, Part, cell, counted, share_of, total
from kit.reports.figure import Figure, share_figure
from kit.reports.page import Section, Week
from kit.words.catalogue import Catalogue
from kit.words.text import clip

TITLE = "What was done"
_KEY = "sessions"
_REASONS, _LETTERS = 2, 30  # that the page tells


@dataclass(frozen=True)
class Done:
    """The section, the number to be read first, and the bars."""

    section: Section
    big: Line
    weeks: tuple[Week, ...]
    figures: tuple[Figure, ...]


def done(summary: Summary, words: Catalogue) -> Done:
    """Of the period that was asked for."""
    lines = tuple(_lines(summary)) if summary.headline.counts.expected else (("No session was due yet.",),)
    return Done(Section(TITLE, lines), _big(summary), tuple(_weeks(summary, words)), tuple(_figures(summary)))


def part_of(summary: Summary, column: str) -> Part:
    """All weeks of the period."""
    counts, weeks = summary.headline.counts, summary.frames.weeks
    value = sum((getattr(counts, name) for name in column.split(" + ")), Fraction())
    return Part(value, "weeks", column, tuple(weeks.index))


def _big(summary: Summary) -> Line:
    counts = summary.headline.counts
    if not counts.expected:
        return ()
    return share_of(
        part_of(summary, "done"), part_of(summary, "expected"), f"{_KEY}.done", enough=not summary.headline.badge
    )


def _lines(summary: Summary) -> Iterator[Line]:
    head, due = summary.headline, part_of(summary, "expected")
    yield (*_sure(summary), ".")
    yield "Full sessions: ", *share_of(part_of(summary, "full"), due, f"{_KEY}.full", enough=not head.badge), "."
    logged: Line = ("Logged: ", *share_of(part_of(summary, "done + not_done"), due, f"{_KEY}.logged"))
    if head.counts.missing:
        upper = share_of(part_of(summary, "done + missing"), due, f"{_KEY}.upper")
        yield *logged, "; done at most ", *upper, "."
    else:
        yield *logged, "."
    if head.counts.extra or head.counts.over:
        extra = Part(head.counts.over + head.counts.extra, "weeks", "over + extra", due.rows)
        yield "Besides, not counted: ", extra.cited(f"{_KEY}.beyond"), "."
    if summary.weeks.trend.label != "too few weeks":
        yield (f"Trend: {summary.weeks.trend.label}.",)
    if summary.reasons:
        yield "Reasons given: ", *_reasons(summary), "."


def _sure(summary: Summary) -> Line:
    """ "Part done: between 46 % and 83 %, could be on either side of 80 %"."""
    head = summary.headline
    name = (head.badge or head.category).capitalize()
    if head.badge:
        return f"{name}: ", part_of(summary, "missing").cited(f"{_KEY}.missing"), " not logged"
    if head.interval is None:
        return (f"{name}: too few sessions" if name else "Too few sessions", " for a percentage")
    at = (f"{_KEY}.done", "slots", "status", tuple(summary.frames.slots.index))
    low, high = Cited(percent(head.interval.low), *at, "low"), Cited(percent(head.interval.high), *at, "high")
    between: Line = (f"{name}: between ", low, " and ", high)
    if not head.sure:
        return between
    before, _, after = head.sure.partition("80 %")
    return *between, f", {before}", cell("80 %", "rules", "value", "threshold", "rule.threshold"), after


def _reasons(summary: Summary) -> Iterator[str | Cited]:
    cells = summary.frames.cells
    codes = cells["reason"].dropna().map(reason_code)
    first = sorted(summary.reasons, key=lambda one: one.reason != "pain")  # pain before all; the others stay in order
    for n, reason in enumerate(first[:_REASONS]):
        rows = tuple(codes[codes == reason.reason].index)
        key = f"reason.{reason.reason}"
        text = clip(str(cells.loc[rows[0], "reason"]).replace("_", " "), _LETTERS)
        yield ", " if n else ""
        yield cell(text, "cells", "reason", rows[0], key, "start")
        yield " ("
        yield Cited(str(reason.sessions), key, "cells", "reason", rows, "sessions")
        yield ")"
    left = [codes.index[codes == one.reason][0] for one in first[_REASONS:]]
    if left:
        yield from (", and ", counted("reasons", "cells", left, "reason"), " more")


def _weeks(summary: Summary, words: Catalogue) -> Iterator[Week]:
    table = summary.frames.weeks
    version: int | None = None
    for line in summary.weeks.lines:
        row = table.index[(table["plan_version"] == line.version) & (table["week"] == line.week)][0]
        key = f"week.{line.version}.{line.week}"
        numbers = [total(sevenths(table.loc[row, c]), key, "weeks", c, (row,)) for c in ("done", "expected")]
        due = line.expected or 1.0
        yield Week(
            line.done / due,
            line.not_done / due,
            line.missing / due,
            (numbers[0], " of ", numbers[1]) if line.expected else ("none due",),
            (cell(words.short_date(line.first), "weeks", "first", row, key),),
            line.is_short,
            _new(line.version, key) if version not in (None, line.version) else (),
        )
        version = line.version


def _new(version: int, key: str) -> Line:
    return "version ", cell(version, "versions", "version", version, key)


def _figures(summary: Summary) -> Iterator[Figure]:
    head, counts = summary.headline, summary.headline.counts
    due = counts.expected
    upper, logged = counts.done + counts.missing, counts.done + counts.not_done
    yield share_figure(TITLE, "sessions done", counts.done, due, f"{_KEY}.done", head.interval)
    yield share_figure(TITLE, "sessions done, simple interval", counts.done, due, f"{_KEY}.simple", head.simple)
    yield share_figure(TITLE, "full sessions", counts.full, due, f"{_KEY}.full")
    yield share_figure(TITLE, "sessions logged", logged, due, f"{_KEY}.logged")
    yield share_figure(TITLE, "done, if all not logged were", upper, due, f"{_KEY}.upper")
    beyond = plain(counts.over + counts.extra)
    yield Figure(TITLE, "sessions beyond what was due", beyond, "sessions", key=f"{_KEY}.beyond")
    trend = summary.weeks.trend
    slope = None if trend.slope is None else float(trend.slope)
    yield Figure(TITLE, f"weekly trend: {trend.label}", slope, "percent points a week", key="weeks.trend")
    for line in summary.weeks.lines:
        name, key = f"week from {line.first}", f"week.{line.version}.{line.week}"
        yield share_figure(TITLE, name, sevenths(line.done), sevenths(line.expected), key)
    yield Figure(TITLE, "reasons given", len(summary.reasons), "reasons", key="reasons")
    for reason in summary.reasons:
        yield Figure(TITLE, f"reason: {reason.reason}", reason.sessions, "sessions", key=f"reason.{reason.reason}")
