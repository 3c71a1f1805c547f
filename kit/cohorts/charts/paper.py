"""What the figures of a paper share: widths of a column, type, greys, and vector files that are the same every time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from kit.adherence.charts.chart import Chart
from kit.errors import ContentError, Fault, quoted
from kit.files import write_atomic
from kit.given import checked

COLUMN, HALF, PAGE = 90.0, 140.0, 190.0  # mm: one column of a journal, one and a half, both
_INCH = 25.4
TYPE, SMALL = 8, 7  # points
BLACK, DARK, MIDDLE, LIGHT = "#111111", "#3d4650", "#8a929a", "#d9dde0"
DPI = 300
# Text stays text; nothing in the file depends on the day or on a draw of lots.
_VECTOR: Any = {"pdf.fonttype": 42, "svg.fonttype": "none", "svg.hashsalt": "homestretch"}
_NOTHING_OF_NOW: dict[str, dict[str, None]] = {"pdf": {"CreationDate": None}, "svg": {"Date": None}, "png": {}}


@dataclass(frozen=True)
class PaperFigure(Chart):
    """A figure with its words; `save` writes it as PDF, SVG or PNG, by the name of the file."""

    def png(self, dpi: int = DPI) -> bytes:
        """As a PNG picture of `dpi` dots an inch."""
        return super().png(dpi)

    @checked
    def save(self, path: str | PathLike[str], dpi: int = DPI) -> None:
        """Write it, in place of a file that is there; the same figure gives the same bytes.

        Raises `ContentError` for another kind of file, `MachineError` where it cannot be written.
        """
        kind = Path(path).suffix.removeprefix(".").lower()
        if kind not in _NOTHING_OF_NOW:
            what = f"{quoted(Path(path).name)} is no PDF, SVG or PNG file."
            raise ContentError(Fault("save, path", what, "Let the name end in .pdf, .svg or .png."))
        picture = io.BytesIO()
        with mpl.rc_context(_VECTOR):
            self.figure.savefig(picture, format=kind, dpi=dpi, metadata=_NOTHING_OF_NOW[kind])
        write_atomic(Path(path), picture.getvalue())


def paper(width: float, height: float) -> tuple[Figure, Axes]:
    """An empty figure of so many millimetres."""
    figure = Figure(figsize=(width / _INCH, height / _INCH), facecolor="white")
    figure.set_layout_engine(ConstrainedLayoutEngine(w_pad=0.03, h_pad=0.03))
    return figure, figure.add_subplot()


def plain(axes: Axes) -> None:
    """Two axes, thin and dark, small type."""
    axes.tick_params(length=2.5, width=0.6, color=DARK, labelcolor=BLACK, labelsize=SMALL)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(DARK)
        axes.spines[side].set_linewidth(0.6)
    axes.xaxis.label.set(fontsize=TYPE, color=BLACK)
    axes.yaxis.label.set(fontsize=TYPE, color=BLACK)


def key(figure: Figure, axes: Axes, columns: int, title: str = "") -> None:
    """The legend above the picture, in as many columns, in the order in which things were drawn."""
    handles, labels = axes.get_legend_handles_labels()
    look: dict[str, Any] = {"title": title, "title_fontsize": SMALL, "alignment": "left"} if title else {}
    figure.legend(
        handles, labels, loc="outside upper left", ncols=columns, frameon=False, fontsize=SMALL, handlelength=2.4,
        columnspacing=1.2, borderpad=0, borderaxespad=0.2, labelspacing=0.35, **look,
    )  # fmt: skip


def percents(axes: Axes) -> None:
    """The axis of a share, from 0 to 100 %."""
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1], ["0", "20", "40", "60", "80", "100"])


def nothing(said: str) -> Figure:
    """A sentence in place of a figure."""
    figure, axes = paper(COLUMN, 20)
    axes.set_axis_off()
    axes.text(0, 0.5, said, fontsize=TYPE, color=BLACK, transform=axes.transAxes)
    return figure
