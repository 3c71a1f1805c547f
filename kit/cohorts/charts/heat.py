"""Every patient as a row, every week as a column: the darker, the more of what was due was done.

White is what the patient said that she did not do. Where she logged nothing, nobody knows: that is dotted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kit.cohorts.charts.paper import BLACK, COLUMN, DARK, MIDDLE, SMALL, PaperFigure, nothing, paper, plain
from kit.words.numbers import counted

WHAT = "Adherence of each patient by week"
# Lightness falls evenly, so that it reads the same in grey; white is nothing done, and never nothing due.
_INK = LinearSegmentedColormap.from_list("ink", ["#ffffff", "#b9c9d3", "#6f93a5", "#2f6173", "#06242e"])
_HATCHED = {"nothing logged": "....", "nothing due": "//////"}
_LOW, _HIGH, _EACH = 55.0, 200.0, 2.2  # mm: the least and the most height, and of a row in between


def chart(weeks: pd.DataFrame, members: pd.DataFrame | None = None) -> PaperFigure:
    """Of PATIENT_WEEKS; with the members of `Trajectories`, group below group, else by the share of all weeks."""
    if not len(weeks):
        return PaperFigure(nothing("No session was due yet."), f"{WHAT}: no session was due yet.")
    totals = weeks.groupby("patient_code")[["expected", "done"]].sum()
    order = totals.assign(share=totals["done"] / totals["expected"], group=1)
    if members is not None:
        order = order.assign(group=members.set_index("patient_code")["group"])
    order = order.sort_values(["group", "share"], ascending=[True, False], kind="stable")
    every = range(1, int(weeks["week"].max()) + 1)

    def by_week(name: str) -> pd.DataFrame:
        table = weeks.pivot(index="patient_code", columns="week", values=name)
        return table.reindex(index=order.index, columns=every)

    shares, silent = by_week("a_low"), by_week("completeness") == 0
    return PaperFigure(_drawn(shares, silent, order["group"]), f"{WHAT}. {_told(weeks, order)}")


def _drawn(table: pd.DataFrame, silent: pd.DataFrame, group: pd.Series) -> Figure:
    height = min(_HIGH, max(_LOW, 28 + _EACH * len(table)))
    figure, axes = paper(COLUMN, height)
    axes.set_facecolor("white")
    edges = np.arange(table.shape[1] + 1) + 0.5, np.arange(len(table) + 1) - 0.5
    shares = np.ma.masked_invalid(table.to_numpy(dtype=float))
    look: dict[str, Any] = {"edgecolors": "face", "linewidth": 0.1}  # without seams between the cells of a vector file
    picture = axes.pcolormesh(*edges, shares, cmap=_INK, vmin=0, vmax=1, **look)
    keys = list(_marked(axes, {"nothing logged": silent, "nothing due": table.isna()}))
    axes.set_ylim(len(table) - 0.5, -0.5)
    _groups(axes, group)
    plain(axes)
    for side in axes.spines.values():
        side.set(visible=True, color=DARK, linewidth=0.6)
    shown = table.columns[:: -(-table.shape[1] // 13)]
    axes.set_xticks(shown, [str(week) for week in shown])
    axes.set_xlabel("Week since the first day")
    axes.set_ylabel(f"{counted(len(table), 'patient')}, a row each")
    bar = figure.colorbar(picture, ax=axes, location="top", aspect=26, pad=0.012, shrink=0.6, anchor=(0, 0))
    bar.set_ticks([0, 0.5, 1], labels=["0", "50", "100 %"])
    bar.ax.tick_params(labelsize=SMALL, length=2, width=0.6, color=DARK, labelcolor=BLACK)
    bar.set_label("Sessions done, of those due", fontsize=SMALL, color=BLACK, labelpad=2, loc="left")
    bar.outline.set_linewidth(0.6)
    if keys:
        look = {"frameon": False, "fontsize": SMALL, "borderpad": 0, "borderaxespad": 0, "handletextpad": 0.5}
        bar.ax.legend(handles=keys, loc="lower left", bbox_to_anchor=(1.17, -0.5), **look)
    return figure


def _marked(axes: Axes, marks: Mapping[str, pd.DataFrame]) -> Iterator[Patch]:
    """Hatch the cells of each mark, and give its key where there are any: in grey too each differs from the others."""
    for name, where in marks.items():
        look: dict[str, Any] = {"facecolor": "white", "edgecolor": MIDDLE, "hatch": _HATCHED[name]}
        places = zip(*np.nonzero(where.to_numpy()), strict=True)
        cells = [Rectangle((column + 0.5, row - 0.5), 1, 1) for row, column in places]
        if cells:
            axes.add_collection(PatchCollection(cells, linewidth=0, **look))
            yield Patch(linewidth=0.5, label=name, **look)


def _groups(axes: Axes, group: pd.Series) -> None:
    """A line between two groups, and the number of each at its side; a single group has none."""
    numbers = group.to_numpy()
    if numbers.min() == numbers.max():
        axes.set_yticks([])
        return
    begins = np.flatnonzero(np.r_[True, numbers[1:] != numbers[:-1]])
    for at in begins[1:]:
        axes.axhline(at - 0.5, color=BLACK, linewidth=1.2)
    middles = [(a + b - 1) / 2 for a, b in zip(begins, np.r_[begins[1:], len(numbers)], strict=True)]
    axes.set_yticks(middles, [f"group {numbers[at]}" for at in begins], rotation=90, va="center")


def _told(weeks: pd.DataFrame, order: pd.DataFrame) -> str:
    quarters = pd.cut(order["share"], [-0.01, 0.25, 0.5, 0.8, 1.01], right=False, labels=False)
    names = ("under 25 %", "25 to under 50 %", "50 to under 80 %", "80 % or more")
    counts = [f"{counted(int((quarters == n).sum()), 'patient')} {name}" for n, name in enumerate(names)]
    idle, silent = int((weeks["done"] == 0).sum()), int((weeks["completeness"] == 0).sum())
    said = (
        f"Nothing was done in {idle} of {counted(len(weeks), 'week')} of patients, nothing logged in {silent} of these."
    )
    return f"Of all sessions due: {', '.join(counts)}. {said}"
