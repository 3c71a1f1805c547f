"""The charts of the one screen as data: weeks, calendar, pain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from kit.adherence.sentences import about, percent
from kit.followup.pain_limits import OverLimit
from kit.followup.pain_story import GUIDES, PainPoint, PainStory
from kit.followup.pointer import Pointer, pointers
from kit.followup.summary import Summary
from kit.followup.weekly import VersionChange, WeekLine
from kit.statistics.interval import Difference
from kit.statistics.trend import Trend
from kit.ui.followup.calendar_shown import CalendarDay, CalendarShown, CalendarWeek
from kit.ui.followup.headline_shown import CountShown
from kit.ui.followup.measures_code import code
from kit.ui.followup.measures_figures import Figures
from kit.ui.followup.pain_shown import MarkShown, PainPointShown, PainShown
from kit.ui.followup.weeks_shown import ChangeShown, WeekShown, WeeksShown
from kit.ui.followup.words import on, short
from kit.words.numbers import counted

_DAY = dt.timedelta(days=1)
_WEEK, _TICKS = 7, 8  # days; ticks that fit below a chart
_FEW = 3  # sessions below which no percentage is told
_DAYS_ARE = {
    "done": "done",
    "partial": "partly done",
    "not_done": "not done",
    "missing": "not logged",
    "rest": "nothing due",
    "pause": "pause",
    "ahead": "yet to come",
}
_ADVICE = {
    "CONTINUE": "pain allows to go on",
    "HOLD": "pain asks to stay",
    "REDUCE": "pain asks for less",
    "BASELINE_HIGH": "pain was high before it began",
    "NO_DATA": "",
}


def number(value: float) -> str:
    """One decimal at most: 4.3, 12."""
    return f"{value:.1f}".removesuffix(".0")


def of_sessions(part: int, whole: int) -> str:
    """ "15 % (4 of 26 sessions)"; without a percentage where there are few."""
    said = f"{part} of {counted(whole, 'session')}"
    return f"{percent(Fraction(part, whole))} ({said})" if whole >= _FEW else said


def signed(value: float, digits: int = 1) -> str:
    """With its sign, as people write it: +1.2, −10, 0."""
    found = round(value, digits)
    return f"{found:+.{digits}f}".replace("-", "−") if found else "0"


# Weeks


def weeks_shown(summary: Summary, figures: Figures) -> WeeksShown:
    weeks, last = summary.weeks, None
    lines: list[WeekShown] = []
    for line in weeks.lines:
        lines.append(_week(line, begins=last is not None and line.version != last, figures=figures))
        last = line.version
    return {
        "lines": lines,
        "trend": weeks.trend.label.capitalize(),
        "about": _trend_said(weeks.trend),
        "changes": [_change(change, figures) for change in weeks.changes],
        "code": code(summary.plan.code, summary.asked, "frames.weeks"),
    }


def _week(line: WeekLine, begins: bool, figures: Figures) -> WeekShown:
    share = f"{about(line.done)} of {about(line.expected)}"
    beyond = [f"{about(line.over)} beyond what was agreed"] if line.over else []
    beyond += [f"{line.extra} on rest days"] if line.extra else []
    return {
        "title": f"Week {line.week} of version {line.version}, {short(line.first)} to {short(line.last)}",
        "label": short(line.first),
        "version": line.version,
        "begins": begins,
        "expected": line.expected,
        "done": line.done,
        "not_done": line.not_done,
        "missing": line.missing,
        "over": ", ".join(beyond),
        "share": (share if line.is_logged else "not logged") if line.expected else "nothing due",
        "percent": None if line.share is None or not line.is_logged else line.share * 100,
        "short": line.is_short,
        "figure": figures.add(f"week {line.version} {line.week}", line.rows),
    }


def _trend_said(trend: Trend) -> str:
    full = counted(trend.weeks, "full week")
    if trend.label == "too few weeks" or trend.slope is None:
        return f"Over {full}; five are needed."
    return f"Over {full}: {signed(trend.slope)} points a week, p = {trend.p:.2f}."


def _change(change: VersionChange, figures: Figures) -> ChangeShown:
    key = f"change {change.version}"
    return {
        "title": f"Version {change.version}, from {on(change.on)}",
        "before": _part(change.before_done, len(change.before)),
        "after": _part(change.after_done, len(change.after)),
        "said": _difference(change.difference),
        "statistics": [change.found.words, _simple(change.simple)],
        "before_figure": figures.add(f"{key} before", change.before),
        "after_figure": figures.add(f"{key} after", change.after),
    }


def _part(done: int, due: int) -> str:
    return f"{percent(done / due)} ({done} of {due})" if due >= _FEW else f"{done} of {due}"


def _simple(found: Difference | None) -> str:
    if found is None:
        return ""
    low, high = (signed(point * 100, 0) for point in (found.low, found.high))
    return f"The simple interval, as if sessions were independent, is {low} to {high}, for comparison."


def _difference(found: Difference | None) -> str:
    if found is None:
        return "Too little was due or logged on one side of the change to compare."
    points = (found.value * 100, found.low * 100, found.high * 100)
    words = {"up": "More afterwards", "down": "Less afterwards", "unclear": "No clear difference"}[found.label]
    value, low, high = (signed(point, 0) for point in points)
    return f"{words}: {value} points, between {low} and {high}."


# Calendar


def calendar_shown(summary: Summary, figures: Figures) -> CalendarShown:
    begins = {plan.start: plan.version for plan in summary.plans[1:]}
    by_day: dict[dt.date, list[Pointer]] = {}
    for table in (summary.frames.slots, summary.frames.sessions):
        for pointer in pointers(table):
            if pointer.date:
                by_day.setdefault(pointer.date, []).append(pointer)
    days = {
        (day := stamp.date()): _day(day, str(kind), begins.get(day), by_day.get(day, []), figures)
        for stamp, kind in zip(summary.frames.days["date"], summary.frames.days["day_is"], strict=True)
    }
    return {
        "weeks": list(_calendar_weeks(days)),
        "code": code(summary.plan.code, summary.asked, "frames.days"),
    }


def _day(day: dt.date, kind: str, begins: int | None, rows: list[Pointer], figures: Figures) -> CalendarDay:
    extra = ", a session all the same" if kind in ("rest", "pause") and rows else ""
    new = f", version {begins} begins" if begins else ""
    return {
        "day": day.isoformat(),
        "number": str(day.day),
        "day_is": kind,  # type: ignore[typeddict-item]  # one of DAYS_ARE, by the frame
        "spoken": f"{day:%A} {on(day)}: {_DAYS_ARE[kind]}{extra}{new}",
        "extra": bool(extra),
        "begins": begins,
        "figure": figures.add(f"day {day}", rows),
    }


def _calendar_weeks(days: dict[dt.date, CalendarDay]) -> Iterator[CalendarWeek]:
    if not days:
        return
    monday, last = min(days) - min(days).weekday() * _DAY, max(days)
    while monday <= last:
        yield {"title": short(monday), "days": [days.get(monday + n * _DAY) for n in range(_WEEK)]}
        monday += _WEEK * _DAY


# Pain


def pain_shown(summary: Summary, figures: Figures) -> PainShown:
    first, story = max(summary.first, summary.plans[0].start), summary.pain
    dated = [point.at.date for point in story.points if point.at.date]
    first = min([first, *dated])
    days = max((max([summary.asked.as_of, *dated]) - first).days + 1, 1)
    step = next(step for step in (1, 2, 7, 14, 28, 56, 112, 400) if days <= step * _TICKS)
    marks = [(plan.start, plan.version) for plan in summary.plans[1:]]
    return {
        "points": [_point(point, first, figures) for point in story.points],
        "days": days,
        "ticks": [(float(n), short(first + n * _DAY)) for n in range(0, days, step)],
        "marks": [
            MarkShown(at=float((day - first).days), label=f"Version {version}")
            for day, version in marks
            if 0 <= (day - first).days < days
        ],
        "guides": list(GUIDES),
        "facts": list(_pain_facts(story, figures)),
        "code": code(summary.plan.code, summary.asked, "frames.sessions"),
    }


def _point(point: PainPoint, first: dt.date, figures: Figures) -> PainPointShown:
    at, day = point.at, point.at.date
    slot = f", session {at.slot}" if (at.slot or 1) > 1 else ""
    return {
        "at": (day - first).days + ((at.slot or 1) - 1) * 0.4 if day else None,
        "said": f"{on(day)}{slot}" if day else "No day given",
        "before": point.before,
        "worst": point.worst,
        "after": point.after,
        "morning": point.morning,
        "effort": point.effort,
        "advice": _ADVICE[point.advice],
        "figure": figures.add(f"session {at.session}", [at]),
    }


def _pain_facts(story: PainStory, figures: Figures) -> Iterator[CountShown]:
    change, before = story.change, [point.at for point in story.points if point.before is not None]
    said = change.category.capitalize() if change.category else "Not enough scores to say"
    if change.current is not None and change.baseline is not None and change.change is not None:
        share = f", {signed(change.percent, 0)} %" if change.percent is not None else ""
        moved = f"{signed(change.change)} points{share}"
        said += f": {number(change.baseline)} at first, {number(change.current)} in the last week ({moved})"
    yield {"name": "Pain before the exercises", "said": said, "figure": figures.add("pain change", before)}
    if story.within.mean is not None:
        both = [p.at for p in story.points if p.before is not None and p.after is not None]
        said = f"{signed(story.within.mean)} points on average, {counted(story.within.n, 'session')}"
        yield {"name": "From before to after", "said": said, "figure": figures.add("pain within", both)}
    for limit in story.over:
        name = _limit_called(limit, alone=len(story.over) == 1)
        said = of_sessions(len(limit.rows), limit.n)
        yield {"name": name, "said": said, "figure": figures.add(f"pain over {limit.most}", limit.rows)}
    for name, found, rows, besides in (
        (f"Worst above {GUIDES[1]}", story.high, story.high_rows, ""),
        ("Not settled by morning", story.unsettled, story.unsettled_rows, _mornings(story)),
    ):
        said = f"{of_sessions(found.k, found.n)}{besides}" if found.n else "Nobody told it"
        yield {"name": name, "said": said, "figure": figures.add(f"pain {name}", rows)}


def _limit_called(limit: OverLimit, alone: bool) -> str:
    """By the kinds of work where the sheet has several limits."""
    of = "" if alone else f" for {' and '.join(kind for kind in limit.kinds)}"
    return f"Worst over the sheet’s limit{of} ({limit.most})"


def _mornings(story: PainStory) -> str:
    """What is counted: a morning is settled where its pain is no higher than before the exercises."""
    told = [point.morning for point in story.points if point.morning is not None]
    low, high = min(told, default=0), max(told, default=0)
    span = f"{low}" if low == high else f"{low} to {high}"
    than = "higher" if story.unsettled.k else "no higher"
    return f" (morning pain {span}, {than} than before the exercises)"
