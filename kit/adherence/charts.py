"""Pictures of adherence for print and screen. Colour never stands alone: each part has its own hatch and number."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from os import PathLike
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from kit.adherence.counts import Counts
from kit.adherence.periods import WeekCounts
from kit.files import write_atomic
from kit.given import checked

INK, QUIET, RULE = "#1f2933", "#5b6770", "#d5dadd"
# Part, name, fill, hatch: apart in colour, in grey and by pattern.
PARTS = (
    ("done", "done", "#17695d", ""),
    ("not_done", "not done", "#f0b27a", "////"),
    ("missing", "not logged", "#ffffff", "...."),
)
EDGES = {"done": "#17695d", "not_done": "#a65a12", "missing": "#8b959c"}
BAR = 0.62  # of the width of a week
WIDTH = 640  # pixels in a notebook


@dataclass(frozen=True)
class Chart:
    """A picture with its words; a notebook shows it by itself, `WIDTH` pixels wide."""

    figure: Figure
    alt: str

    def png(self, dpi: int = 150) -> bytes:
        """As a PNG picture of `dpi` dots an inch."""
        picture = io.BytesIO()
        self.figure.savefig(picture, format="png", dpi=dpi)
        return picture.getvalue()

    @checked
    def save(self, path: str | PathLike[str], dpi: int = 150) -> None:
        """Write it as a PNG file, in place of one that is there. Raises `MachineError` where it cannot be written."""
        write_atomic(Path(path), self.png(dpi))

    def __repr__(self) -> str:
        return f"Chart({self.alt!r})"

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        return {"image/png": self.png(), "text/plain": self.alt}, {"image/png": {"alt": self.alt, "width": WIDTH}}


def chart(weeks: Sequence[WeekCounts]) -> Chart:
    """Stacked bars of sessions per week, each labelled "k of n"; without weeks, a sentence instead of bars.

    In words, for those who cannot see it: "Sessions done each week: 5 of 7, 4 of 5.".
    """
    told = ", ".join(_of(week.counts) for week in weeks)
    return Chart(_drawn(weeks), f"Sessions done each week: {told or 'no week has begun'}.")


def _drawn(weeks: Sequence[WeekCounts]) -> Figure:
    figure = Figure(figsize=(max(6.4, 1.9 + 0.95 * len(weeks)), 4.0), facecolor="white")
    figure.set_layout_engine(ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.12))
    axes = figure.add_subplot()
    figure.suptitle("Sessions done each week", x=0.02, ha="left", fontsize=14, fontweight="bold", color=INK)
    if not weeks:
        axes.set_axis_off()
        axes.text(0, 0.9, "No week of this plan has begun yet.", fontsize=11, color=INK, transform=axes.transAxes)
        return figure
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
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
        fontsize=10.5,
        fontweight="bold",
        color=INK,
    )
    besides = week.counts.extra + week.counts.over
    if besides:
        axes.annotate(
            f"+ {_number(besides)} extra",
            (at, bottom),
            xytext=(0, 20),
            textcoords="offset points",
            ha="center",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
            fontsize=9,
            color=QUIET,
        )


def _versions(axes: Axes, weeks: Sequence[WeekCounts]) -> None:
    """A line where a new version of the plan begins."""
    for at in range(1, len(weeks)):
        if weeks[at].plan_version != weeks[at - 1].plan_version:
            axes.axvline(at - 0.5, color=QUIET, linewidth=1, linestyle=(0, (4, 3)), zorder=0)
            axes.annotate(
                f"plan version {weeks[at].plan_version}",
                (at - 0.5, 1),
                xycoords=("data", "axes fraction"),
                xytext=(5, -4),
                textcoords="offset points",
                va="top",
                fontsize=9,
                color=QUIET,
            )


def _frame(axes: Axes, weeks: Sequence[WeekCounts]) -> None:
    """Axes, grid and legend around the bars."""
    tallest = max(float(week.counts.expected) for week in weeks)
    axes.set_xlim(-0.6, len(weeks) - 0.4)
    axes.set_ylim(0, max(1.0, tallest) * 1.32)
    axes.set_xticks(range(len(weeks)), [_week_name(week) for week in weeks])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel("sessions", color=QUIET)
    axes.tick_params(length=0, colors=INK, labelsize=9.5)
    axes.yaxis.grid(visible=True, color=RULE, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)
    handles = [Patch(facecolor=f, hatch=h, edgecolor=EDGES[p], label=name) for p, name, f, h in PARTS]
    axes.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(-0.01, 1.0), ncols=3, frameon=False, fontsize=10, borderpad=0
    )


def _week_name(week: WeekCounts) -> str:
    name = f"{week.first.day} {week.first:%b} –\n{week.last.day} {week.last:%b}"
    return f"{name}\n(short week)" if week.is_short else name


def _of(counts: Counts) -> str:
    return f"{_number(counts.done)} of {_number(counts.expected)}"


def _number(count: Fraction | int) -> str:
    exact = Fraction(count)
    return str(exact) if exact.denominator == 1 else f"{float(exact):.1f}"
