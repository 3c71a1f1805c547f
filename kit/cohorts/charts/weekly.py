"""Adherence week by week: the mean with its interval, the middle half of the patients, the pooled ratio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from kit.cohorts.charts.paper import (
    BLACK,
    COLUMN,
    DARK,
    LIGHT,
    MIDDLE,
    PaperFigure,
    key,
    nothing,
    paper,
    percents,
    plain,
)
from kit.words.numbers import counted

WHAT = "Recorded adherence by week"


def chart(weeks: pd.DataFrame) -> PaperFigure:
    """Of BY_WEEK; below each week stands how many patients it is of."""
    if not len(weeks):
        return PaperFigure(nothing("No full week is over yet."), f"{WHAT}: no full week is over yet.")
    figure, axes = paper(COLUMN, 70)
    at = weeks["week"].to_numpy()
    axes.plot(
        at, weeks["mean"], color=BLACK, linewidth=1.4, marker="o", markersize=3.4, label="mean of patients", zorder=4
    )
    _spread(axes, weeks)
    axes.plot(at, weeks["pooled"], color=BLACK, linewidth=0.9, linestyle=(0, (4, 2)), label="pooled ratio", zorder=3)
    percents(axes)
    plain(axes)
    axes.set_ylabel("Sessions done, % of those due")
    axes.set_xlabel("Week since the first day; below it, patients")
    shown = weeks[:: -(-len(weeks) // 13)]
    counts = zip(shown["week"], shown["patients"], strict=True)
    axes.set_xticks(shown["week"], [f"{week}\n{count}" for week, count in counts])
    axes.set_xlim(at[0] - 0.6, at[-1] + 0.6)
    key(figure, axes, 2)
    return PaperFigure(figure, f"{WHAT}. {' '.join(map(_told, weeks.to_dict('records')))}")


def _spread(axes: Axes, weeks: pd.DataFrame) -> None:
    """The middle half of patients as a grey band, the interval of the mean as bars."""
    at = weeks["week"].to_numpy(dtype=float)
    label = "middle half of patients"
    if len(weeks) > 1:
        axes.fill_between(at, weeks["q1"], weeks["q3"], facecolor=LIGHT, edgecolor=MIDDLE, linewidth=0.5, label=label)
    else:
        axes.vlines(at, weeks["q1"], weeks["q3"], color=LIGHT, linewidth=8, label=label)
    sure = weeks[weeks["low"].notna()]
    if len(sure):
        below, above = sure["mean"] - sure["low"], sure["high"] - sure["mean"]
        axes.errorbar(
            sure["week"], sure["mean"], [below, above], fmt="none", ecolor=DARK, elinewidth=0.8, capsize=2,
            capthick=0.8, label="95 % interval", zorder=3,
        )  # fmt: skip


def _told(week: Mapping[Any, Any]) -> str:
    mean, pooled, low, high = (round(100 * week[name]) for name in ("mean", "pooled", "q1", "q3"))
    of = counted(week["patients"], "patient")
    return f"Week {week['week']}: mean {mean} %, middle half {low} to {high} %, pooled {pooled} %, {of}."
