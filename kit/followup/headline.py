"""The first line of a follow-up: how much was done, how sure that is, and how much was logged at all.

Clinical specification 6.7; the words are those of `kit.adherence.sentences`, the rule that of `kit.adherence.judged`.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from kit.adherence.counts import Counts, pool, sevenths
from kit.adherence.frames import DONE
from kit.adherence.judged import Judged, judged
from kit.adherence.sentences import CAVEAT, RULE, shared
from kit.adherence.sentences import headline as sentences
from kit.adherence.sentences import share as share_of
from kit.followup.pointer import Pointer, pointers

__all__ = ["CAVEAT", "RULE", "Headline", "headline", "shared"]


@dataclass(frozen=True)
class Headline(Judged):
    """What is judged of a period, and the sessions behind each of its counts."""

    done: tuple[Pointer, ...] = ()
    not_done: tuple[Pointer, ...] = ()
    missing: tuple[Pointer, ...] = ()

    @property
    def share(self) -> str:
        """ "86 % (24 of 28)", or "2 of 2" where fewer than 3 were due."""
        return share_of(self.counts)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The headline in words, most important first."""
        return sentences(self)


def headline(slots: pd.DataFrame, weeks: pd.DataFrame) -> Headline:
    """Of SLOTS and WEEKS of one plan and period."""
    ordered = slots.sort_values(["date", "slot"], kind="stable")
    found = judged(pool(_counts(row) for row in weeks.to_dict("records")), ordered)
    done, not_done, missing = (
        pointers(ordered[ordered["status"].isin(of)]) for of in (DONE, ("not_done",), ("missing",))
    )
    return Headline(**vars(found), done=done, not_done=not_done, missing=missing)


def _counts(week: dict[object, object]) -> Counts:
    names = ("expected", "done", "not_done", "over", "full")
    return Counts(**{name: sevenths(week[name]) for name in names}, extra=int(week["extra"]))  # type: ignore[arg-type,call-overload]
