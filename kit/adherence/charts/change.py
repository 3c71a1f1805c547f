"""The full weeks before and after a version began, each as a dot, with the median of either side."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from kit.adherence.charts.chart import ACCENT, INK, LABEL, QUIET, Chart, blank, day, nothing, of, quiet, version_mark
from kit.adherence.periods import WeekCounts
from kit.adherence.sentences import percent
from kit.statistics.before_after import before_after
from kit.statistics.certainty import THRESHOLD

TITLE = "Before and after the plan changed"


def chart(weeks: Sequence[WeekCounts], version: int | None = None) -> Chart:
    """Of all weeks and the first day of `version`, the last one if not given; short weeks are left out.

    It shows weeks beside each other and says no cause.
    """
    full = [week for week in weeks if week.counts.expected and not week.is_short]
    versions = sorted({week.plan_version for week in full})
    of_version = version if version is not None else versions[-1] if versions else 0
    before = [week for week in full if week.plan_version < of_version]
    after = [week for week in full if week.plan_version >= of_version]
    if not before or not after:
        return Chart(nothing(TITLE, "There are no full weeks on both sides."), f"{TITLE}: no full weeks on both sides.")
    return Chart(_drawn(before, after, of_version), f"{TITLE}. {_told(before, after, of_version)}")


def _share(week: WeekCounts) -> float:
    return float(week.counts.done / week.counts.expected)


def _told(before: Sequence[WeekCounts], after: Sequence[WeekCounts], version: int) -> str:
    sides = (
        f"{name} version {version}: {', '.join(of(w.counts.done, w.counts.expected) for w in weeks)}, "
        f"median {percent(median(map(_share, weeks)))}"
        for name, weeks in (("Before", before), ("Since", after))
    )
    return f"{'. '.join(sides)}. {_words(before, after)}"


def _words(before: Sequence[WeekCounts], after: Sequence[WeekCounts]) -> str:
    earlier, later = ([_share(week) * 100 for week in weeks] for weeks in (before, after))
    said = before_after(earlier, later).words
    return f"{said[0].upper()}{said[1:].removesuffix('.')}."


def _drawn(before: Sequence[WeekCounts], after: Sequence[WeekCounts], version: int) -> Figure:
    figure, axes = blank(TITLE, max(6.4, 1.9 + 0.6 * (len(before) + len(after))))
    axes.axhline(THRESHOLD, color=QUIET, linewidth=1.1, linestyle=(0, (1, 2)), zorder=1)
    for start, weeks, sign in ((0, before, "o"), (len(before), after, "s")):
        at = [start + n for n in range(len(weeks))]
        shares = [_share(week) for week in weeks]
        axes.plot(at, shares, linestyle="", marker=sign, markersize=9, color=ACCENT, zorder=3)
        middle = median(shares)
        axes.hlines(middle, at[0] - 0.3, at[-1] + 0.3, color=INK, linewidth=1.4, zorder=2)
        for x, week in zip(at, weeks, strict=True):
            axes.annotate(
                of(week.counts.done, week.counts.expected), (x, _share(week)), xytext=(0, 9),
                textcoords="offset points", ha="center", bbox=LABEL, fontsize=10, color=INK,
            )  # fmt: skip
    version_mark(axes, len(before) - 0.5, version)
    axes.set_xlim(-0.6, len(before) + len(after) - 0.4)
    axes.set_ylim(-0.05, 1.22)
    axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1])
    axes.set_xticks(range(len(before) + len(after)), [f"from\n{day(week.first)}" for week in (*before, *after)])
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
    quiet(axes)
    axes.set_xlabel("line: median of the weeks; dots: sessions done of those due", color=QUIET, fontsize=9.5)
    return figure
