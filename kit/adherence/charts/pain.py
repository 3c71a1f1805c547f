"""Pain of each session as lines, with the borders of the pain rule and marks where the plan changed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
from matplotlib import dates
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from kit.adherence.charts.chart import (
    ACCENT,
    AMBER,
    INK,
    QUIET,
    Chart,
    blank,
    day,
    legend,
    nothing,
    quiet,
    version_mark,
)
from kit.words.numbers import counted

TITLE = "Pain by session, 0 to 10"
GUIDES = (2, 5)  # of the pain rule (clinical specification 3.6)
# Column, name, colour, line, sign: apart by each of them.
LINES: tuple[tuple[str, str, str, Any, str], ...] = (
    ("pain_before", "before", QUIET, "-", "o"),
    ("pain_worst", "worst", AMBER, "--", "^"),
    ("pain_after", "after", ACCENT, "-", "s"),
    ("pain_next_morning", "next morning", INK, ":", "D"),
)


def chart(sessions: pd.DataFrame, weeks: pd.DataFrame) -> Chart:
    """Of SESSIONS and WEEKS of one plan; sessions without a day are in no line."""
    told = sessions[sessions["date"].notna()].sort_values(["date", "slot"], kind="stable")
    found = [line for line in LINES if told[line[0]].notna().any()]
    return Chart(_drawn(told, weeks, found), _alt(told, found))


def _alt(told: pd.DataFrame, found: list[tuple[str, str, str, Any, str]]) -> str:
    if not found:
        return f"{TITLE}: no score was written down."
    said = (_said(name, told[column].dropna()) for column, name, *_ in found)
    return f"{TITLE}. {'. '.join(said)}."


def _said(name: str, scores: pd.Series) -> str:
    first, last, most = int(scores.iloc[0]), int(scores.iloc[-1]), int(scores.max())
    return f"{name[0].upper() + name[1:]}: from {first} to {last}, highest {most}, told {counted(len(scores), 'time')}"


def _drawn(told: pd.DataFrame, weeks: pd.DataFrame, found: list[tuple[str, str, str, Any, str]]) -> Figure:
    if not found:
        return nothing(TITLE, "No pain score was written down.")
    figure, axes = blank(TITLE, 7.2)
    _guides(axes)
    _lines(axes, told, found)
    begins = weeks.groupby("plan_version")["first"].min()
    for version in begins.index[1:]:
        version_mark(axes, begins[version], int(version))
    axes.set_ylim(-0.4, 10.4)
    axes.set_yticks(range(0, 11, 2))
    first, last = told["date"].min(), told["date"].max()
    axes.set_xlim(first - dt.timedelta(1), last + dt.timedelta(1))
    axes.xaxis.set_major_locator(dates.DayLocator(interval=max(1, round((last - first).days / 6))))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(FuncFormatter(_day))
    quiet(axes)
    legend(
        axes, (Line2D([], [], color=c, linestyle=ln, marker=m, markersize=5, label=n) for _, n, c, ln, m in found), 4
    )
    return figure


def _guides(axes: Axes) -> None:
    """The borders of the pain rule."""
    for guide in GUIDES:
        axes.axhline(guide, color=QUIET, linewidth=1.1, linestyle=(0, (1, 2)), zorder=1)
        axes.annotate(
            str(guide), (1, guide), xycoords=("axes fraction", "data"), xytext=(4, 0), textcoords="offset points",
            va="center", fontsize=9.5, color=QUIET,
        )  # fmt: skip


def _lines(axes: Axes, told: pd.DataFrame, found: list[tuple[str, str, str, Any, str]]) -> None:
    for column, _, colour, line, sign in found:
        its = told[told[column].notna()]
        axes.plot(
            its["date"].to_numpy(), its[column].to_numpy(dtype=float), color=colour, linestyle=line, marker=sign,
            markersize=4.2, linewidth=1.3,
        )  # fmt: skip


def _day(at: float, _: int | None = None) -> str:
    """Of a place on the axis: days since 1970."""
    return day(dt.date(1970, 1, 1) + dt.timedelta(at))
