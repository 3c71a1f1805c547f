"""How many sessions were over the pain that the patient's own sheet allows, by the kinds of work with one limit."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from kit.followup.pointer import Pointer, pointers
from kit.library.pain import PAIN_KINDS, PainKind, pain_rules


@dataclass(frozen=True)
class OverLimit:
    """Of `n` sessions with such work that told their pain, those over `most`: the sheet asks for less from there on.

    A session has one set of scores, so the same pain counts for each kind of work that was done in it.
    """

    most: int
    kinds: tuple[PainKind, ...]
    n: int
    rows: tuple[Pointer, ...]


def over_limits(table: pd.DataFrame, sessions: pd.DataFrame) -> tuple[OverLimit, ...]:
    """The strictest limit first. `table` are the VERDICTS of the SESSIONS; work that nobody did is left out."""
    most = {kind: pain_rules().policy(kind).high[0] - 1 for kind in PAIN_KINDS}
    told = table[table["peak"].notna()]
    limits = told["kind"].map(most)
    found = []
    for limit in sorted(set(limits)):
        of_limit = told[limits == limit]
        kinds = tuple(kind for kind in PAIN_KINDS if kind in set(of_limit["kind"]))
        over = set(of_limit.loc[of_limit["peak"] > limit, "session"])
        rows = pointers(sessions[sessions["session"].isin(over)])
        found.append(OverLimit(int(limit), kinds, of_limit["session"].nunique(), rows))
    return tuple(found)
