"""Every day of the plan as a mark of its own shape: done, partly, not done, not logged, rest, pause."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from kit.adherence.charts.chart import ACCENT, AMBER, INK, QUIET, Chart, blank, day, nothing
from kit.timing.days import WEEK

TITLE = "Each day of the plan"
# What a day was, its name, and how it is drawn: six marks that differ in shape, and only then in colour.
MARKS: dict[str, tuple[str, dict[str, Any]]] = {
    "done": ("done", {"marker": "s", "color": ACCENT}),
    "partial": (
        "partly done",
        {"marker": "s", "color": ACCENT, "fillstyle": "bottom", "markerfacecoloralt": "white"},
    ),
    "not_done": ("not done", {"marker": "x", "color": AMBER, "markeredgewidth": 2.4}),
    "missing": ("not logged", {"marker": "s", "color": QUIET, "fillstyle": "none", "markeredgewidth": 1.4}),
    "rest": ("nothing due", {"marker": ".", "color": QUIET, "markersize": 5}),
    "pause": ("pause", {"marker": "_", "color": INK, "markeredgewidth": 2.4}),
}
_SIZE = 13
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def chart(days: pd.DataFrame) -> Chart:
    """Of DAYS of one plan, a row a week from Monday; days that are not over yet are left blank."""
    known = days[days["day_is"].isin(list(MARKS))]
    counts = known["day_is"].value_counts()
    told = ", ".join(f"{counts[kind]} {name}" for kind, (name, _) in MARKS.items() if kind in counts)
    return Chart(_drawn(known), f"{TITLE}: {told or 'none is over yet'}.")


def _drawn(known: pd.DataFrame) -> Figure:
    if not len(known):
        return nothing(TITLE, "No day of this plan is over yet.")
    monday = known["date"].min() - pd.Timedelta(days=known["date"].min().weekday())
    at = (known["date"] - monday).dt.days
    count = int(at.max()) // WEEK + 1
    figure, axes = blank(TITLE, 6.4, 1.5 + 0.36 * count)
    for kind, (_, look) in MARKS.items():
        its = at[known["day_is"] == kind]
        look = {"markersize": _SIZE, "linestyle": "", **look}
        axes.plot((its % WEEK).to_numpy(), (its // WEEK).to_numpy(), **look)
    axes.set_xlim(-0.6, WEEK - 0.4)
    axes.set_ylim(count - 0.4, -0.6)
    axes.set_xticks(range(WEEK), _NAMES)
    axes.xaxis.tick_top()
    firsts = (monday.date() + dt.timedelta(WEEK * n) for n in range(count))
    axes.set_yticks(range(count), [f"from {day(first)}" for first in firsts])
    axes.tick_params(length=0, colors=INK, labelsize=9.5)
    for side in axes.spines.values():
        side.set_visible(False)
    handles = [
        Line2D([], [], linestyle="", label=name, **{"markersize": 9, **look})
        for kind, (name, look) in MARKS.items()
        if (known["day_is"] == kind).any()
    ]
    axes.legend(
        handles=handles, loc="center left", bbox_to_anchor=(1.02, 0.5), frameon=False, fontsize=10, labelspacing=0.7
    )
    return figure
