"""What all charts share: a picture with its words, the colours, the frame around it, the marks of a new version."""

from __future__ import annotations

import base64
import datetime as dt
import html
import io
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from os import PathLike
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from kit.files import write_atomic
from kit.given import checked

INK, QUIET, RULE, ACCENT, AMBER = "#1f2933", "#5b6770", "#d5dadd", "#17695d", "#a65a12"
LABEL = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}  # of a text over lines
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
        """As a picture that has its words wherever it is shown: a notebook's own pictures have none."""
        png = self.png()
        source = f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
        shown = f'<img src="{source}" alt="{html.escape(self.alt)}" width="{WIDTH}">'
        pictures = {"text/html": shown, "image/png": png, "text/plain": self.alt}
        return pictures, {"image/png": {"alt": self.alt, "width": WIDTH}}


def blank(title: str, width: float = 6.4, height: float = 4.0) -> tuple[Figure, Axes]:
    """A figure of so many inches with its title, and the axes in it."""
    figure = Figure(figsize=(width, height), facecolor="white")
    figure.set_layout_engine(ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.12))
    axes = figure.add_subplot()
    figure.suptitle(title, x=0.02, ha="left", fontsize=14, fontweight="bold", color=INK)
    return figure, axes


def nothing(title: str, said: str) -> Figure:
    """A sentence instead of a picture."""
    figure, axes = blank(title)
    axes.set_axis_off()
    axes.text(0, 0.9, said, fontsize=11, color=INK, transform=axes.transAxes)
    return figure


def quiet(axes: Axes, grid: str = "y") -> None:
    """Thin lines across, no box, small signs."""
    axes.tick_params(length=0, colors=INK, labelsize=9.5)
    axes.grid(visible=True, axis=grid, color=RULE, linewidth=0.8)  # type: ignore[arg-type]
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)


def legend(axes: Axes, handles: Iterable[Any], columns: int) -> None:
    """Above the picture."""
    axes.legend(
        handles=list(handles),
        loc="lower left",
        bbox_to_anchor=(-0.01, 1.0),
        ncols=columns,
        frameon=False,
        fontsize=10,
        borderpad=0,
        columnspacing=1.4,
        handletextpad=0.5,
    )


def version_mark(axes: Axes, at: Any, version: int) -> None:
    """A line where a new version of the plan begins."""
    axes.axvline(at, color=QUIET, linewidth=1, linestyle=(0, (4, 3)), zorder=0)
    axes.annotate(
        f"plan version {version}",
        (at, 1),
        xycoords=("data", "axes fraction"),
        xytext=(5, -4),
        textcoords="offset points",
        va="top",
        fontsize=9,
        color=QUIET,
    )


def of(done: Fraction | int, due: Fraction | int) -> str:
    """ "5 of 7"."""
    return f"{number(done)} of {number(due)}"


def number(count: Fraction | int) -> str:
    """Whole, or with one decimal."""
    exact = Fraction(count)
    return str(exact) if exact.denominator == 1 else f"{float(exact):.1f}"


def day(date: dt.date) -> str:
    """ "1 Jun"."""
    return f"{date.day} {date:%b}"
