"""The picture of how well activities go: a line each over the days, and the band that a change has to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from kit.adherence.activities import ONE, activity_changes
from kit.adherence.charts.chart import INK, QUIET, RULE, Chart
from kit.adherence.totals import Change, band_of
from kit.plan.activities import HIGH, LOW

if TYPE_CHECKING:
    import pandas as pd

TITLE = "How well activities go, 0 to 10"
BAND, LINE = "#e3ece9", "#17695d"
_TICKS = 8
_NEAR_TITLE = 7  # numbers above it stand below their point


def activity_chart(days: pd.DataFrame) -> Chart:
    """A panel for each activity, as `activity_days` gives them; grey is what lies within the band round the first."""
    changes = activity_changes(days)
    told = " ".join(change.words for change in changes)
    return Chart(_drawn(days, changes), f"{TITLE}. {told or 'Nothing was told yet.'}")


def _drawn(days: pd.DataFrame, changes: tuple[Change, ...]) -> Figure:
    figure = Figure(figsize=(6.4, 0.8 + 1.7 * max(1, len(changes))), facecolor="white")
    figure.set_layout_engine(ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.12))
    figure.suptitle(TITLE, x=0.02, ha="left", fontsize=14, fontweight="bold", color=INK)
    if not changes:
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.text(0, 0.9, "Nothing was told yet.", fontsize=11, color=INK, transform=axes.transAxes)
        return figure
    panels = figure.subplots(len(changes), sharex=True, squeeze=False)[:, 0]
    for axes, change in zip(panels, changes, strict=True):
        _panel(axes, days[days["activity"] == change.name], change)
    told = sorted(days["date"].unique())
    shown = told[:: -(-len(told) // _TICKS)]
    panels[-1].set_xticks(shown, [f"{day.day} {day:%b}" for day in shown])
    return figure


def _panel(axes: Axes, own: pd.DataFrame, change: Change) -> None:
    points = band_of(ONE).points
    low, high = max(LOW, change.first - points), min(HIGH, change.first + points)
    axes.axhspan(low, high, facecolor=BAND, edgecolor="none", zorder=0)
    axes.plot(own["date"], own["value"].astype(float), color=LINE, marker="o", linewidth=1.8, clip_on=False)
    for day, value in zip(own["date"], own["value"], strict=True):
        away = -14 if value > _NEAR_TITLE else 6
        look: dict[str, Any] = {"fontsize": 10, "fontweight": "bold", "color": INK, "ha": "center"}
        axes.annotate(f"{value}", (day, value), xytext=(0, away), textcoords="offset points", **look)
    axes.set_title(change.name, loc="left", fontsize=10.5, color=INK)
    axes.set_ylim(LOW, HIGH)
    axes.set_yticks([LOW, HIGH // 2, HIGH])
    axes.margins(x=0.08)
    axes.tick_params(length=0, colors=INK, labelsize=9.5)
    axes.yaxis.grid(visible=True, color=RULE, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)
