"""The level that a condition would have here if nothing of its days were known: that of a question about it."""

from __future__ import annotations

from collections.abc import Iterable

from kit.library.condition import Condition
from kit.plan.context import ConditionInForce
from kit.review.case import Case
from kit.review.finding import LEVELS, Level
from kit.review.precautions import precaution
from kit.review.reading import Reading


def strictest(held: ConditionInForce, condition: Condition, case: Case) -> Level:
    """STOP, AVOID, or CAUTION where it would flag nothing to avoid."""
    if condition.stop:
        return "STOP"
    strictly = held.model_copy(update={"since": None, "until": None, "ends": ()})
    reading = Reading(held, condition, strictly)
    flagged = (precaution(one, reading, case) for one in case.items)
    return "AVOID" if any(finding and finding.level == "AVOID" for finding in flagged) else "CAUTION"


def strictest_noted(keys: Iterable[str], case: Case) -> Level:
    """The level of a question about a note that may mean one of the conditions: AVOID at most, since it names none.

    A condition that is chosen from the list keeps its STOP.
    """
    known = case.rules.conditions
    levels: list[Level] = [strictest(ConditionInForce(condition=key), known[key], case) for key in keys]
    return min(("AVOID" if level == "STOP" else level for level in levels), key=LEVELS.index)


def who_answers(level: Level, what: str) -> str:
    """How a question of that level is answered."""
    return "sign it off: name, role, reason and day" if level == "STOP" else f"confirm by name {what}"
