"""Operations whose rules are about movements alone: the clinician is told what they leave to the surgeon's order."""

from __future__ import annotations

from collections.abc import Iterator

from kit.library.condition import Condition
from kit.library.exercise import Side
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.judged import WEIGHT_THROUGH_LEG, Judged
from kit.review.precautions import affected_sides, sides_of
from kit.review.reading import Reading

_ORDER = "nwb"
_SHOWN = 4  # names in a line


def weight(case: Case) -> Iterator[Finding]:
    """An INFO where exercises of the plan take weight through a leg that was operated on, no rule of that operation
    speaks of weight, and no weight-bearing order for the leg is noted."""
    held = _in_force(case)
    operations = [one for one in held if _is_of_movements(one.condition)]
    ordered = [one for one in held if one.name == _ORDER]
    sides = _sides(operations) - _sides(ordered)
    names = list(dict.fromkeys(one.exercise.patient_name for one in case.items if _takes_weight(one, sides, case)))
    if not names:
        return
    more = len(names) - _SHOWN
    told = ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
    yield Finding(
        level="INFO",
        where="plan, conditions",
        what=f"{_named(operations)}: rules about movements, and none about how much weight the leg may take.",
        why=f"It takes weight in {told}.",
        source="design choice (D)",
        mend="Where the surgeon limits it, add “Non- or partial weight-bearing order” for that side.",
        key="INFO weight plan",
    )


def _in_force(case: Case) -> list[Reading]:
    """The conditions that hold when the plan begins, or today where it has begun."""
    return [one for one in case.readings if one.read.holds_on(max(case.on, case.plan.start))]


def _sides(readings: list[Reading]) -> frozenset[Side]:
    return frozenset[Side]().union(*(affected_sides(one.read, one.condition) for one in readings))


def _named(readings: list[Reading]) -> str:
    return " / ".join(dict.fromkeys(one.condition.name for one in readings))


def _is_of_movements(condition: Condition) -> bool:
    """Whether it is an operation on a leg, whose rules name movements and neither weight nor the region as a whole."""
    if not condition.floor_care or "side" not in condition.needs or condition.region_level:
        return False
    return not any(WEIGHT_THROUGH_LEG.intersection(rule.tags) for rule in condition.rules)


def _takes_weight(one: Judged, sides: frozenset[Side], case: Case) -> bool:
    """Whether a leg of these sides stands or pushes in it."""
    tags = [tag for tag in one.tags if tag.name in WEIGHT_THROUGH_LEG]
    return any(sides & sides_of(tag, one.item, case.rules.whole_body) for tag in tags)
