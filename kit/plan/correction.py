"""What a correction promises, and whether it is kept: a version that goes in the place of one that was wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

from kit.plan.plan import Plan
from kit.plan.prescription import Prescription

Mistake = Literal["dose", "side", "exercise"]
Part = Mistake | Literal["rest"]
PARTS: tuple[Part, ...] = ("dose", "side", "exercise", "rest")
MISTAKES: dict[str, Mistake] = {"Wrong dose": "dose", "Wrong side": "side", "Wrong exercise": "exercise"}
_DOSE = ("dose", "schedule", "rom_limit")
_SIDE = ("sides", "lead_side", "side_order")
# What a new version has of its own, or what says nothing to the patient.
_NOT_CONTENT = {
    *("format", "code", "version", "replaces", "start", "issued", "overrides", "sign_offs", "snapshot", "seal"),
    *("items", "context"),
}


def is_correction(plan: Plan, on: dt.date) -> bool:
    """Whether a draft that is issued on the day `on` goes in the place of the version before, for a reason."""
    before = plan.replaces
    if before is None or not before.reason:
        return False
    return plan.start <= on or (before.start is not None and plan.start <= before.start)


def promised(plan: Plan) -> Mistake | None:
    """What the reason says that was wrong; None where it is in words of the clinician's own."""
    said = plan.replaces.reason.strip(" .").casefold() if plan.replaces else ""
    return next((part for reason, part in MISTAKES.items() if reason.casefold() == said), None)


def changed_parts(before: Plan, plan: Plan, on: dt.date) -> frozenset[Part]:
    """What is not as it was. A start that a new version has by itself is no change, nor is an end that was over."""
    return frozenset(_changed(before, plan, on))


def _changed(before: Plan, plan: Plan, on: dt.date) -> Iterator[Part]:
    old, new = ({(item.item_id, item.exercise_id): item for item in one.items} for one in (before, plan))
    if list(old) != list(new):
        yield "exercise"
    pairs = [(old[key], new[key]) for key in new if key in old]
    for part, names in (("dose", _DOSE), ("side", _SIDE)):
        if any(getattr(one, name) != getattr(two, name) for one, two in pairs for name in names):
            yield part  # type: ignore[misc]
    if before.context.side != plan.context.side:
        yield "side"
    if any(_others(one) != _others(two) for one, two in pairs):
        yield "rest"
    if _content(before, plan.start) != _content(plan, plan.start):
        yield "rest"
    if before.start >= on and plan.start != before.start:
        yield "rest"


def _others(item: Prescription) -> dict[str, Any]:
    return {name: value for name, value in item if name not in (*_DOSE, *_SIDE)}


def _content(plan: Plan, start: dt.date) -> dict[str, Any]:
    """The head and what is known of the patient, as a version from `start` takes it over."""
    content = {name: value for name, value in plan if name not in _NOT_CONTENT}
    over = plan.review_on is None or plan.review_on <= start
    pauses = tuple(pause.from_day(start) for pause in plan.pauses if pause.end > start)
    context = plan.context.model_copy(update={"red_flags_screened": None, "side": None})
    return {**content, "review_on": None if over else plan.review_on, "pauses": pauses, "context": context}
