"""What must hold over the last logged sessions of an item before anything rises (clinical specification 3.5).

What nobody told counts as not holding: missing data never leads to more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kit.days import in_words
from kit.followup.item_log import ItemLog, ItemSession, dose_shares
from kit.followup.pain_of import MorningRise
from kit.followup.progression import Gate
from kit.followup.signs import Sign
from kit.words.numbers import counted

# A brief diary asks for the worst pain alone; the rule for more needs the rest of it.
ONLY_FULL = " A brief diary does not ask for it; the full one does."
SEE_OR_CALL = "See or call the patient before the next session."
_REVIEW_FOR = dt.timedelta(days=28)  # after the first of its three weeks a rise is old


@dataclass(frozen=True)
class Held:
    """Why nothing rises: the dose stays (`hold`), or a clinician has to find something out first (`ask`)."""

    kind: Literal["hold", "ask"]
    why: str
    sessions: tuple[ItemSession, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What the gate looks at: the item's log, the signs of the plan (open or not), mornings that got worse."""

    log: ItemLog
    signs: tuple[Sign, ...]
    rises: tuple[MorningRise, ...]
    as_of: dt.date
    numbers: Gate

    @property
    def last(self) -> tuple[ItemSession, ...]:
        """The last logged sessions in which the item was due, and the extra ones since."""
        return self.log.recent(self.numbers.sessions)

    @property
    def due(self) -> tuple[ItemSession, ...]:
        return self.log.due[-self.numbers.sessions :]


def asked_to_lower(facts: Facts) -> tuple[ItemSession, ...]:
    """The sessions for which the pain rule asks for less, where one of them is the latest, or two are of the last."""
    worked = [one for one in facts.last if one.worked]
    reduce = tuple(one for one in worked if one.verdict.advice == "REDUCE")
    return reduce if reduce and (worked[-1] in reduce or len(reduce) > 1) else ()


def gate(facts: Facts) -> Held | None:
    """The first thing that does not hold; None where all do."""
    return next((held for check in _CHECKS if (held := check(facts))), None)


def _undated_pain(facts: Facts) -> Held | None:
    bad = tuple(one for one in facts.log.undated if one.verdict.advice == "REDUCE")
    if not bad:
        return None
    return Held("ask", f"A session without a day tells pain of {bad[0].pain.peak}. Ask for its day.", bad)


def _high_before(facts: Facts) -> Held | None:
    high = _with(facts, "BASELINE_HIGH")
    if not high:
        return None
    why = f"Pain was {high[-1].pain.before} before the session on {day_said(high[-1])}. Set a personal limit first."
    why += see_or_call(facts, high)
    return Held("ask", why, high)


def _left_out_for_pain(facts: Facts) -> Held | None:
    out = tuple(one for one in facts.last if any(side.reason == "pain" for side in one.sides))
    if not out:
        return None
    why = f"Pain was the reason to leave it out or cut it short in {_of_last(len(out), facts)}. Ask about it."
    return Held("ask", why, out)


def _mornings(facts: Facts) -> Held | None:
    now = [rise for rise in facts.rises if facts.as_of - rise.first < _REVIEW_FOR]
    if not now:
        return None
    return Held("ask", f"The mean pain of the mornings rose two weeks in a row: {now[-1].words}. Review the plan.")


def _enough(facts: Facts) -> Held | None:
    wanted, due = facts.numbers.sessions, facts.due
    since = f"since {in_words(facts.log.since)}"
    if len(due) < wanted:
        return Held("hold", f"Not enough log: {len(due)} of {counted(wanted, 'session')} {since}.", due)
    if facts.log.unlogged >= facts.numbers.unlogged_in_a_row:
        return Held("hold", f"Not enough log: the last {facts.log.unlogged} expected sessions are not logged.", due)
    for told, what, only in (
        (sum(one.pain.peak is not None for one in facts.last), "pain is told for", ""),
        (sum(one.pain.morning is not None for one in facts.last), "the next morning is told for", ONLY_FULL),
    ):
        if told < len(facts.last):
            why = f"Not enough log: {what} {told} of the last {counted(len(facts.last), 'session')}."
            return Held("hold", why + ("" if told else only), facts.last)
    return None


def _pain_allows(facts: Facts) -> Held | None:
    kept = tuple(one for one in facts.last if not one.verdict.may_progress)
    if not kept:
        return None
    said = "; ".join(f"{day_said(one)}: {_scores(one)}" for one in kept)
    return Held("hold", f"Pain asks to keep the dose in {_of_last(len(kept), facts)} ({said}).", kept)


def _no_sign(facts: Facts) -> Held | None:
    """A sign that was dealt with still keeps the dose for these sessions; one without a day counts."""
    first = facts.last[0].at.date
    late = [sign for sign in facts.signs if sign.date is None or first is None or sign.date >= first]
    return Held("hold", f"A sign that asks for help was reported: {late[-1].shown}.") if late else None


def _dose_done(facts: Facts) -> Held | None:
    shares = dose_shares(facts.due)
    for side, share in shares.items():
        whose = "" if side == "both" else f" on the {side}"
        if share is None:
            return Held("hold", f"Not enough log: how much was done{whose} is not told in each session.", facts.due)
        if share * 100 < facts.numbers.dose_percent:
            why = f"{int(share * 100)} % of the dose was done{whose} in the last {counted(len(facts.due), 'session')}"
            return Held("hold", f"{why}; it takes {facts.numbers.dose_percent} %.", facts.due)
    return None


def _not_too_soon(facts: Facts) -> Held | None:
    earliest = facts.log.since + dt.timedelta(days=facts.numbers.days_since_change)
    if facts.as_of >= earliest:
        return None
    return Held(
        "hold", f"Changed on {in_words(facts.log.since)}; the next step is due from {in_words(earliest)} on.", facts.due
    )


def see_or_call(facts: Facts, sessions: Sequence[ItemSession]) -> str:
    """What is said besides where pain was high in one of these sessions, whatever the kind of work."""
    scores = (score for one in sessions for score in (one.pain.before, one.pain.peak, one.pain.morning))
    most = max((score for score in scores if score is not None), default=0)
    return f" {SEE_OR_CALL}" if most >= facts.numbers.call_from else ""


def _with(facts: Facts, advice: str) -> tuple[ItemSession, ...]:
    return tuple(one for one in facts.last if one.verdict.advice == advice)


def _of_last(number: int, facts: Facts) -> str:
    return f"{number} of the last {counted(len(facts.last), 'session')}"


def _scores(one: ItemSession) -> str:
    """ "peak 4, next morning 3 after 2"."""
    before = "" if one.pain.before is None else f" after {one.pain.before}"
    return f"peak {one.pain.peak}, next morning {one.pain.morning}{before}"


def day_said(one: ItemSession) -> str:
    return in_words(one.at.date) if one.at.date else "a session without a day"


def pain_said(sessions: Sequence[ItemSession]) -> str:
    """The scores of each session with its day."""
    return "; ".join(f"{day_said(one)}: before {_n(one.pain.before)}, {_peak_and_morning(one)}" for one in sessions)


def _peak_and_morning(one: ItemSession) -> str:
    return f"peak {_n(one.pain.peak)}, next morning {_n(one.pain.morning)}"


def _n(score: int | None) -> str:
    return "not told" if score is None else str(score)


_CHECKS: Iterable[Callable[[Facts], Held | None]] = (
    _undated_pain,
    _high_before,
    _left_out_for_pain,
    _mornings,
    _enough,
    _pain_allows,
    _no_sign,
    _dose_done,
    _not_too_soon,
)
