"""How many patients still go on after so many days: a step line for each permissible gap, and how many are followed."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from kit.cohorts.charts.paper import (
    BLACK,
    COLUMN,
    DARK,
    LIGHT,
    MIDDLE,
    SMALL,
    PaperFigure,
    key,
    nothing,
    paper,
    percents,
    plain,
)
from kit.cohorts.persistence import steps_of
from kit.statistics.survival import median_days
from kit.words.numbers import counted

WHAT = "Patients who keep going, by the days that may be left out"
# Of each gap: apart by line and by lightness.
_LINES: dict[int, tuple[str, Any]] = {3: (BLACK, "-"), 7: (DARK, (0, (5, 2))), 14: (MIDDLE, (0, (1, 1.2)))}
_BAND = 7  # of this gap the interval is drawn; three would cover each other


def chart(curves: pd.DataFrame, patients: pd.DataFrame) -> PaperFigure:
    """Of PERSISTENCE and PATIENTS; who is only followed so far is a small upright stroke."""
    if not len(curves):
        return PaperFigure(nothing("No session was due yet."), f"{WHAT}: no session was due yet.")
    its = patients[patients["expected"] > 0]
    last = int(max(its[f"kept_{gap}"].max() for gap in _LINES))
    figure, axes = paper(COLUMN, 84)
    for gap, (colour, line) in _LINES.items():
        own = curves[curves["gap"] == gap]
        days, shares = [*own["day"], last], [*own["share"], own["share"].iloc[-1]]
        if own["day"].iloc[0]:
            days, shares = [0, *days], [1.0, *shares]
        label = f"more than {counted(gap, 'day')}"
        axes.step(days, shares, where="post", color=colour, linestyle=line, linewidth=1.4, label=label)
        _followed(axes, own, its, gap, colour)
    _interval(axes, curves[curves["gap"] == _BAND], last)
    percents(axes)
    plain(axes)
    axes.set_xlim(0, max(1, last) * 1.02)
    axes.set_ylabel("Patients still going, %")
    axes.set_xlabel("Active days since the first day", labelpad=2)
    _at_risk(axes, its, last)
    key(figure, axes, 2, "Stopped when left out for")
    return PaperFigure(figure, f"{WHAT}. {' '.join(_told(its, gap) for gap in _LINES)}")


def _followed(axes: Axes, own: pd.DataFrame, patients: pd.DataFrame, gap: int, colour: str) -> None:
    days = sorted(set(patients.loc[patients[f"going_{gap}"], f"kept_{gap}"]))
    at = [own.loc[own["day"] <= day, "share"].iloc[-1] if (own["day"] <= day).any() else 1.0 for day in days]
    look: dict[str, Any] = {"linestyle": "", "marker": "|", "markersize": 4, "markeredgewidth": 0.7, "clip_on": False}
    axes.plot(days, at, color=colour, label="followed so far" if gap == max(_LINES) else None, **look)


def _interval(axes: Axes, own: pd.DataFrame, last: int) -> None:
    low = own["low"].astype("float64").fillna(own["share"])
    high = own["high"].astype("float64").fillna(own["share"])
    days = [*own["day"], last]
    axes.fill_between(
        days, [*low, low.iloc[-1]], [*high, high.iloc[-1]], step="post", facecolor=LIGHT, edgecolor="none", alpha=0.75,
        zorder=0, label=f"95 % interval ({_BAND} days)",
    )  # fmt: skip


def _at_risk(axes: Axes, patients: pd.DataFrame, last: int) -> None:
    """Below the axis, how many are followed to the day of each tick, for each gap."""
    ticks = [tick for tick in MaxNLocator(5, integer=True).tick_values(0, max(1, last)) if tick <= max(1, last)]
    axes.set_xticks(ticks, [f"{tick:.0f}" for tick in ticks])
    look: dict[str, Any] = {"textcoords": "offset points", "fontsize": SMALL - 1, "annotation_clip": False}
    axes.annotate("Followed", (0, 0), xycoords="axes fraction", xytext=(-26, -34), color=BLACK, ha="left", **look)
    for row, gap in enumerate(_LINES, 1):
        below = -34 - 9 * row
        axes.annotate(f"{gap} d", (0, 0), xycoords="axes fraction", xytext=(-26, below), color=BLACK, ha="left", **look)
        for tick in ticks:
            count = int((patients[f"kept_{gap}"] >= tick).sum())
            at, where = (tick, 0), ("data", "axes fraction")
            axes.annotate(f"{count}", at, xycoords=where, xytext=(0, below), color=BLACK, ha="center", **look)


def _told(patients: pd.DataFrame, gap: int) -> str:
    steps = steps_of(patients, gap)
    going, half = int(patients[f"going_{gap}"].sum()), median_days(steps)
    middle = f"half had stopped by day {half}" if half is not None else "more than half went on"
    return f"Gap of {counted(gap, 'day')}: {going} of {len(patients)} still go on, {middle}."
