"""The weeks as stacked bars: done, not done, not logged, apart by colour, by hatch and by number."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from kit.adherence.charts.chart import (
    ACCENT,
    AMBER,
    INK,
    LABEL,
    QUIET,
    Chart,
    blank,
    day,
    legend,
    nothing,
    number,
    of,
    quiet,
    version_mark,
)
from kit.adherence.counts import Counts
from kit.adherence.periods import WeekCounts

TITLE = "Sessions done each week"
# Part, name, fill, hatch: apart in colour, in grey and by pattern.
PARTS = (
    ("done", "done", ACCENT, ""),
    ("not_done", "not done", "#f0b27a", "////"),
    ("missing", "not logged", "#ffffff", "...."),
)
EDGES = {"done": ACCENT, "not_done": AMBER, "missing": "#8b959c"}
BAR = 0.62  # of the width of a week


def chart(weeks: Sequence[WeekCounts]) -> Chart:
    """Stacked bars of sessions per week, each labelled "k of n"; without weeks, a sentence instead of bars.

    In words, for those who cannot see it: "Sessions done each week: 5 of 7, 4 of 5.".
    """
    told = ", ".join(_of(week.counts) for week in weeks)
    return Chart(_drawn(weeks), f"{TITLE}: {told or 'no week has begun'}.")


def _drawn(weeks: Sequence[WeekCounts]) -> Figure:
    if not weeks:
        return nothing(TITLE, "No week of this plan has begun yet.")
    figure, axes = blank(TITLE, max(6.4, 1.9 + 0.95 * len(weeks)))
    for at, week in enumerate(weeks):
        _bar(axes, at, week)
    _versions(axes, weeks)
    _frame(axes, weeks)
    return figure


def _bar(axes: Axes, at: int, week: WeekCounts) -> None:
    """One week: its three parts from the ground up, its label, and what was done besides."""
    bottom = 0.0
    for part, _, fill, hatch in PARTS:
        height = float(getattr(week.counts, part))
        if height:
            bars = axes.bar(at, height, BAR, bottom=bottom, facecolor=fill, edgecolor=EDGES[part], hatch=hatch)
            bars[0].set_alpha(0.45 if week.is_short else 1.0)
            bottom += height
    label = _of(week.counts) if week.counts.expected else "nothing due"
    axes.annotate(
        label,
        (at, bottom),
        xytext=(0, 5),
        textcoords="offset points",
        ha="center",
        bbox=LABEL,
        fontsize=10.5,
        fontweight="bold",
        color=INK,
    )
    besides = week.counts.extra + week.counts.over
    if besides:
        axes.annotate(
            f"+ {number(besides)} extra",
            (at, bottom),
            xytext=(0, 20),
            textcoords="offset points",
            ha="center",
            bbox=LABEL,
            fontsize=9,
            color=QUIET,
        )


def _versions(axes: Axes, weeks: Sequence[WeekCounts]) -> None:
    """A line where a new version of the plan begins."""
    for at in range(1, len(weeks)):
        if weeks[at].plan_version != weeks[at - 1].plan_version:
            version_mark(axes, at - 0.5, weeks[at].plan_version)


def _frame(axes: Axes, weeks: Sequence[WeekCounts]) -> None:
    """Axes, grid and legend around the bars."""
    tallest = max(float(week.counts.expected) for week in weeks)
    axes.set_xlim(-0.6, len(weeks) - 0.4)
    axes.set_ylim(0, max(1.0, tallest) * 1.32)
    axes.set_xticks(range(len(weeks)), [_week_name(week) for week in weeks])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel("sessions", color=QUIET)
    quiet(axes)
    legend(axes, (Patch(facecolor=f, hatch=h, edgecolor=EDGES[p], label=name) for p, name, f, h in PARTS), 3)


def _week_name(week: WeekCounts) -> str:
    name = f"{day(week.first)} –\n{day(week.last)}"
    return f"{name}\n(short week)" if week.is_short else name


def _of(counts: Counts) -> str:
    return of(counts.done, counts.expected)
