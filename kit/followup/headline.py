"""The first line of a follow-up: how much was done, how sure that is, and how much was logged at all.

Clinical specification 6.3, 6.4 and 6.7, corrections 10.2 and 10.3: both bounds always, the words by the interval for
sessions that hang together, and full sessions in the same breath.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kit.adherence.certainty import BADGE, FEW, certainty
from kit.adherence.counts import Counts, pool, sevenths
from kit.adherence.interval import DONE, Bounds, wilson
from kit.adherence.sentences import has_enough_logs, number, percent
from kit.followup.pointer import Pointer, pointers

RULE = "A session counts as done if at least one exercise was done or partly done."
CAVEAT = "Self-report runs high: in one study diaries told 1.25 times what a hidden sensor counted."  # Nicolson2018a
_CATEGORIES = ((Fraction(8, 10), "On track"), (Fraction(5, 10), "Part done"))
_SURE = {
    "clearly at or above": "clearly at or above 80 %",
    "clearly below": "clearly below 80 %",
    "could be either": "could be on either side of 80 %",
}


@dataclass(frozen=True)
class Headline:
    """Counts of a period with both bounds; `interval` is the one to show, `simple` Wilson's for comparison.

    `category` and `sure` are empty where nothing is judged: nothing due, fewer than three sessions, or too few logs,
    which `badge` says.
    """

    counts: Counts
    interval: Bounds | None
    simple: Bounds | None
    category: str
    sure: str
    badge: str
    done: tuple[Pointer, ...]
    not_done: tuple[Pointer, ...]
    missing: tuple[Pointer, ...]

    @property
    def share(self) -> str:
        """ "86 % (24 of 28)", or "2 of 2" where fewer than 3 were due."""
        return shared(self.counts.done, self.counts.expected)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The headline in words, most important first."""
        return tuple(self._told()) if self.counts.expected else ("No session was due yet.",)

    def _told(self) -> Iterator[str]:
        counts = self.counts
        head = self.badge.capitalize() or self.category
        yield f"{head + ': ' if head else ''}{self.share} of the sessions done{self._sure()}."
        yield f"Full sessions: {shared(counts.full, counts.expected)}."
        if counts.missing:
            upper = counts.done + counts.missing
            known = f"Logged: {shared(counts.done + counts.not_done, counts.expected)}."
            yield f"{known} If all that was not logged had been done, it would be {shared(upper, counts.expected)}."

    def _sure(self) -> str:
        if self.interval is None:
            return ", too few for a percentage"
        low, high = (percent(bound) for bound in self.interval)
        return f", {self.sure + ', ' if self.sure else ''}between {low} and {high}"


def headline(slots: pd.DataFrame, weeks: pd.DataFrame) -> Headline:
    """Of SLOTS and WEEKS of one plan and period."""
    ordered = slots.sort_values(["date", "slot"], kind="stable")
    counts = pool(_counts(row) for row in weeks.to_dict("records"))
    parts = (pointers(ordered[ordered["status"].isin(of)]) for of in (DONE, ("not_done",), ("missing",)))
    if not len(ordered) or not counts.expected:
        return Headline(counts, None, None, "", "", "", *parts)
    series = ordered["status"].isin(DONE).tolist()
    sure = certainty(series, int((ordered["status"] != "missing").sum()))
    is_few = counts.expected < FEW
    badge = "" if has_enough_logs(counts) else BADGE
    judged = not is_few and not badge and sure.words is not None
    share = counts.done / counts.expected
    return Headline(
        counts,
        None if is_few else sure.bounds,
        None if is_few else wilson(float(counts.done), float(counts.expected)),
        next((name for least, name in _CATEGORIES if share >= least), "Low") if judged else "",
        _SURE[sure.words] if judged and sure.words else "",
        badge,
        *parts,
    )


def shared(part: Fraction, whole: Fraction) -> str:
    """ "86 % (24 of 28)"; without a percentage where fewer than 3 were due."""
    of = f"{number(part)} of {number(whole)}"
    return of if whole < FEW else f"{percent(part / whole)} ({of})"


def _counts(week: dict[object, object]) -> Counts:
    names = ("expected", "done", "not_done", "over", "full")
    return Counts(**{name: sevenths(week[name]) for name in names}, extra=int(week["extra"]))  # type: ignore[arg-type,call-overload]
