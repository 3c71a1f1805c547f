"""The counts of a period and the rates made from them (clinical specification 6.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kit.statistics.interval import Bounds, wilson
from kit.timing.days import WEEK


@dataclass(frozen=True)
class Counts:
    """Sessions of a period: `expected` E, `done` D, `not_done` X (the patient said so).

    E, D and X are exact fractions: "3 a week" over 4 days is 12/7. `over` is what was done beyond E in weeks of
    free choice, `extra` the sessions done on days when none was due. Neither counts in any rate. `full` are those of
    the done sessions in which every exercise that was due was wholly done, on every side.
    """

    expected: Fraction = Fraction(0)
    done: Fraction = Fraction(0)
    not_done: Fraction = Fraction(0)
    over: Fraction = Fraction(0)
    extra: int = 0
    full: Fraction = Fraction(0)

    @property
    def missing(self) -> Fraction:
        """M: expected, and nothing logged. It is not the same as not done."""
        return self.expected - self.done - self.not_done

    @property
    def a_low(self) -> float | None:
        """D/E, recorded adherence, 0 to 1: what is missing counts as not done."""
        return _rate(self.done, self.expected)

    @property
    def a_log(self) -> float | None:
        """D/(D+X): of what was logged."""
        return _rate(self.done, self.done + self.not_done)

    @property
    def a_high(self) -> float | None:
        """(D+M)/E: if everything that is missing had been done."""
        return _rate(self.done + self.missing, self.expected)

    @property
    def completeness(self) -> float | None:
        """C, (D+X)/E: how much was logged."""
        return _rate(self.done + self.not_done, self.expected)

    @property
    def simple_interval(self) -> Bounds | None:
        """Wilson's 95 % interval of D/E, for comparison alone: it takes the sessions as independent.

        None when nothing was expected.
        """
        return wilson(float(self.done), float(self.expected)) if self.expected else None

    def as_dict(self) -> dict[str, Any]:
        """Plain numbers for JSON; a rate without a denominator is None."""
        names = ("expected", "done", "not_done", "missing", "over", "full")
        counts = {name: plain(getattr(self, name)) for name in names}
        rates = {name: getattr(self, name) for name in ("a_low", "a_log", "a_high", "completeness")}
        simple = list(self.simple_interval) if self.simple_interval else None
        return {**counts, "extra": self.extra, **rates, "simple_interval": simple}


def pool(parts: Iterable[Counts]) -> Counts:
    """The sums. Percentages are never averaged."""
    total = Counts()
    for one in parts:
        total = Counts(
            total.expected + one.expected,
            total.done + one.done,
            total.not_done + one.not_done,
            total.over + one.over,
            total.extra + one.extra,
            total.full + one.full,
        )
    return total


def plain(number: Fraction) -> int | float:
    """A whole number where it is one, else a float."""
    return int(number) if number.denominator == 1 else float(number)


def sevenths(number: float) -> Fraction:
    """Sessions of a frame as the exact fraction that they are: a week has seven days."""
    return Fraction(round(float(number) * WEEK), WEEK)


def _rate(part: Fraction, whole: Fraction) -> float | None:
    return float(part / whole) if whole else None
