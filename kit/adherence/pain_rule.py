"""What the pain of one session asks for, by the numbers that the patient's sheet was printed with.

Clinical specification 3.6 with its corrections. It decides nothing: a clinician reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from kit.library.pain import PainKind, pain_rules

Advice = Literal["NO_DATA", "BASELINE_HIGH", "REDUCE", "HOLD", "CONTINUE"]
_MUCH = 2  # points of a rise that ask for less
_MIDDLE = 5
SETTLED_WITHOUT_BEFORE = 2  # a morning score that counts as settled where nobody told the one before


@dataclass(frozen=True)
class SessionPain:
    """Scores from 0 to 10 of one session; None where nothing was told."""

    before: int | None = None
    worst: int | None = None
    after: int | None = None
    morning: int | None = None

    @property
    def peak(self) -> int | None:
        """The highest during and after."""
        return max((score for score in (self.worst, self.after) if score is not None), default=None)

    @property
    def settled(self) -> bool | None:
        """Whether the next morning was not above the score before; None where nobody told the morning."""
        if self.morning is None:
            return None
        return self.morning <= (SETTLED_WITHOUT_BEFORE if self.before is None else self.before)


class PainVerdict(NamedTuple):
    """What is advised, and whether the pain leaves room for more."""

    advice: Advice
    may_progress: bool = False


def judged(pain: SessionPain, kind: PainKind) -> PainVerdict:
    """The first rule that fits."""
    policy = pain_rules().policy(kind)
    if pain.peak is None:
        return PainVerdict("NO_DATA")
    if pain.before is not None and policy.zone(pain.before) == "high":
        return _from_high(pain, pain.peak, pain.before)
    if policy.zone(pain.peak) == "high" or _rise(pain.morning, pain.before) >= _MUCH:
        return PainVerdict("REDUCE")
    safe = policy.zone(pain.peak) == "safe"
    if pain.settled is False or (pain.settled is None and not safe):
        return PainVerdict("HOLD")
    return PainVerdict("CONTINUE", may_progress=safe)


def _from_high(pain: SessionPain, peak: int, before: int) -> PainVerdict:
    """It was too high before, so that only the rise can be judged, and from a middle score alone (`pain_free`)."""
    rise = max(peak - before, _rise(pain.morning, before))
    if rise >= _MUCH:
        return PainVerdict("REDUCE")
    if before > _MIDDLE:
        return PainVerdict("BASELINE_HIGH")
    return PainVerdict("HOLD" if rise == 1 else "CONTINUE")


def _rise(score: int | None, before: int | None) -> int:
    return 0 if score is None or before is None else score - before
