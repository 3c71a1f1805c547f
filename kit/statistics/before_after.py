"""Weekly adherence before and after a plan change: how far the weeks overlap, with and without what went on before.

NAP and baseline-corrected Tau (corrections 10.6; Parker & Vannest 2009, Tarlow 2017). Both describe weeks, and neither
says why they differ: a change of the plan is one of many things that happen in a patient's weeks.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kit.statistics.trend import CLEAR, FEW, checked_weeks, kendall_s, mann_kendall_p, theil_sen
from kit.words.numbers import counted

FEWEST = 3  # full weeks on either side
TOO_FEW = "too few weeks"
_DIGITS = 6  # of what is left over a line, so that weeks on it tie; fewer than a value has


@dataclass(frozen=True)
class BeforeAfter:
    """Of `before` and `after` full weeks. All numbers are None where the weeks are too few, which `words` then say.

    `nap`: the share of pairs, one week of either side, in which the later is higher, ties by half; `tau_ab` the same
    from -1 to 1. `baseline_s` and `baseline_p` are the trend of the weeks before; where it is clear (`corrected`), its
    line (`slope`, percent points a week) is taken off all weeks, which leaves `residuals`. `s` and `tau_b` compare the
    two sides by these, else by the weeks themselves; `tau_b` is None where all are equal.
    """

    before: int
    after: int
    nap: float | None = None
    tau_ab: float | None = None
    baseline_s: int | None = None
    baseline_p: float | None = None
    corrected: bool = False
    slope: float | None = None
    residuals: tuple[float, ...] | None = None
    s: int | None = None
    tau_b: float | None = None
    beyond: bool = False  # the line before, carried on, leaves 0 to 100; it is not clipped

    @property
    def can_correct(self) -> bool:
        """Whether the weeks before can show a trend at all: below 5 the smallest p is 0.083."""
        return self.before >= FEW

    @property
    def words(self) -> str:
        """The numbers in a sentence, without a reason."""
        if self.nap is None:
            return TOO_FEW
        said = f"Before and after: NAP {self.nap:.2f} ({self.before} and {counted(self.after, 'week')})"
        tau = "none, all are equal" if self.tau_b is None else f"{self.tau_b:.2f}"
        if not self.can_correct:
            known = counted(self.before, "week")
            return f"{said}, tau {tau}. A trend before cannot be told from {known}, and is not taken off."
        if not self.corrected:
            return f"{said}, tau {tau}. No clear trend before, so none is taken off."
        note = " The line leaves 0 to 100 % and is not clipped." if self.beyond else ""
        return f"{said}, tau {tau} beside the trend before carried on ({self.slope:+.1f} points a week).{note}"


def before_after(before: Sequence[float], after: Sequence[float], weeks: Sequence[int] | None = None) -> BeforeAfter:
    """Of weekly adherence in percent, full weeks in order; `weeks` are the numbers of all, where some are left out.

    Raises `ContentError` for a value that is no number, another count of weeks, or weeks that do not rise.
    """
    values, at = checked_weeks([*before, *after], weeks, "before_after")
    cut = len(before)
    if cut < FEWEST or len(after) < FEWEST:
        return BeforeAfter(cut, len(after))
    earlier, later = values[:cut], values[cut:]
    nap = (_s_between(earlier, later) / (cut * len(later)) + 1) / 2
    baseline_s, baseline_p = kendall_s(earlier), mann_kendall_p(earlier)
    found = BeforeAfter(cut, len(after), nap, 2 * nap - 1, baseline_s, baseline_p)
    if baseline_p >= CLEAR:
        return _compared(found, values, None, None)
    slope = theil_sen(earlier, at[:cut])
    start = median(value - slope * week for value, week in zip(earlier, at, strict=False))
    line = [start + slope * week for week in at]
    return _compared(found, [round(v - on, _DIGITS) for v, on in zip(values, line, strict=True)], slope, line)


def _compared(
    found: BeforeAfter, values: Sequence[float], slope: float | None, line: Sequence[float] | None
) -> BeforeAfter:
    """With Kendall's tau-b between the side (0, 1) and the values."""
    earlier, later = values[: found.before], values[found.before :]
    s = _s_between(earlier, later)
    untied = math.comb(len(values), 2) - sum(math.comb(size, 2) for size in Counter(values).values())
    return BeforeAfter(
        *(found.before, found.after, found.nap, found.tau_ab, found.baseline_s, found.baseline_p),
        corrected=line is not None,
        slope=slope,
        residuals=None if line is None else tuple(values),
        s=s,
        tau_b=s / math.sqrt(found.before * found.after * untied) if untied else None,
        beyond=line is not None and not all(0 <= round(on, _DIGITS) <= 100 for on in line),
    )


def _s_between(earlier: Sequence[float], later: Sequence[float]) -> int:
    return sum((b > a) - (b < a) for a in earlier for b in later)
