"""How often each exercise was done of the times it was due: a dot with its interval, the numbers beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from kit.adherence.charts.chart import ACCENT, INK, QUIET, Chart, blank, nothing, of, quiet
from kit.adherence.exercises import ExerciseCounts
from kit.statistics.certainty import FEW, THRESHOLD
from kit.statistics.interval import wilson

TITLE = "Sessions done by exercise"
_LETTERS = 30  # of a name in one line


def chart(exercises: Sequence[ExerciseCounts]) -> Chart:
    """Those that were due, in the order of the plan; the interval is Wilson's, and none is drawn below 3 sessions."""
    due = [one for one in exercises if one.expected]
    told = "; ".join(f"{one.name}: {of(one.done, one.expected)}" for one in due)
    return Chart(_drawn(due), f"{TITLE}. {told or 'Nothing was due yet'}.")


def _drawn(due: Sequence[ExerciseCounts]) -> Figure:
    if not due:
        return nothing(TITLE, "No exercise was due yet.")
    figure, axes = blank(TITLE, 7.2, 1.4 + 0.52 * len(due))
    axes.axvline(THRESHOLD, color=QUIET, linewidth=1.1, linestyle=(0, (1, 2)), zorder=1)
    for at, one in enumerate(due):
        if one.expected >= FEW:
            axes.plot(wilson(float(one.done), float(one.expected)), (at, at), color=ACCENT, linewidth=2.2, zorder=2)
        axes.plot(
            [float(one.done / one.expected)], [at], marker="o", markersize=8, color=ACCENT, markeredgecolor="white",
            zorder=3,
        )  # fmt: skip
        axes.annotate(
            of(one.done, one.expected), (1, at), xycoords=("axes fraction", "data"), xytext=(8, 0),
            textcoords="offset points", va="center", fontsize=10.5, fontweight="bold", color=INK, annotation_clip=False,
        )  # fmt: skip
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(len(due) - 0.4, -0.6)
    axes.set_yticks(range(len(due)), [textwrap.fill(one.name.partition(" (")[0], _LETTERS) for one in due])
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
    quiet(axes, "x")
    axes.set_xlabel("dot: share done; line: 95 % interval, each session taken alone", color=QUIET, fontsize=9.5)
    return figure
