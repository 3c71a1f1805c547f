"""One plan in the caseload: why its patient may need a call, reason by reason, and the last two weeks."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from kit.followup.caseload_rules import ReasonRule
from kit.followup.pointer import Pointer
from kit.followup.week_over_week import WeekOverWeek
from kit.words.red_flags import TIERS, TierName

SIGN: ReasonRule = "W7"
REVIEWS: tuple[ReasonRule, ...] = ("review_soon", "review_passed")


@dataclass(frozen=True)
class Reason:
    """Why somebody may need a call: the rule, a sentence with its numbers, and the `rows` of the diary behind it.

    `also` are rules of the same cause, which `why` names too; the weight is that of the heaviest.
    """

    rule: ReasonRule
    title: str
    why: str
    source: str
    weight: int
    rows: tuple[Pointer, ...] = ()
    also: tuple[ReasonRule, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "rows": [row.as_dict() for row in self.rows]}


@dataclass(frozen=True)
class Case:
    """A plan in force, or one that ended lately, with its reasons, the heaviest first.

    It runs from `start` to before `until`; `last_day` is the last one that a diary tells of. `draft` is the number of
    the next version where that is not issued, `tier` that of the most urgent open sign for help.
    """

    plan_code: str
    plan_id: str
    patient: str
    version: int
    start: dt.date
    until: dt.date
    review_on: dt.date | None
    reasons: tuple[Reason, ...]
    weeks: WeekOverWeek
    last_day: dt.date | None
    draft: int | None
    tier: TierName | None = None

    @property
    def weight(self) -> int:
        """The sum of the weights of the reasons: it orders a list, and is nothing without them."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def signs(self) -> int:
        """How many signs that ask for help nobody has dealt with."""
        return sum(reason.rule == SIGN for reason in self.reasons)

    @property
    def is_overdue(self) -> bool:
        """Whether a diary is waited for."""
        return any("overdue" in (reason.rule, *reason.also) for reason in self.reasons)

    @property
    def is_review_due(self) -> bool:
        return any(reason.rule in REVIEWS for reason in self.reasons)

    @property
    def place(self) -> tuple[int, int, int, str, str]:
        """What the list is ordered by: the urgency and the number of open signs for help, the weight, the label."""
        rank = TIERS.index(self.tier) if self.tier else len(TIERS)
        return (rank, -self.signs, -self.weight, (self.patient or self.plan_id).casefold(), self.plan_code)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON, the reasons before their sum."""
        days = {name: _iso(getattr(self, name)) for name in ("start", "until", "review_on", "last_day")}
        head = {"plan_code": self.plan_code, "plan_id": self.plan_id, "patient": self.patient, "version": self.version}
        reasons = [reason.as_dict() for reason in self.reasons]
        sums = {"weight": self.weight, "signs": self.signs, "tier": self.tier}
        return {**head, "reasons": reasons, **sums, **days, "draft": self.draft, "weeks": self.weeks.as_dict()}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
