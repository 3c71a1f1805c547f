"""A proposal taken into a draft, as one edit of it, and given back again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.errors import Fault, PlanError
from kit.followup.proposal import Proposal
from kit.library.dose import Dose
from kit.library.exercise import Exercise
from kit.plan.plan import Plan
from kit.words.text import clip

_FROM, _BETWEEN = "From the follow-up: ", " · "
_LONGEST = 300  # characters of one reason


def accept(draft: Plan, proposal: Proposal) -> Plan:
    """The draft with the change that is proposed. An exercise that is exchanged makes a new item in its place.

    Raises `PlanError` for a proposal that changes nothing, for an issued plan, and where the item is not the one that
    the proposal was made for.
    """
    draft.must_be_draft()
    where = f"what is proposed, {proposal.words}"
    if not proposal.changes_something:
        raise PlanError(Fault(where, f"changes nothing: {proposal.words}.", "Edit the plan by hand."))
    if next((item for item in draft.items if item.item_id == proposal.item_id), None) != proposal.was:
        raise PlanError(Fault(where, "was made for the item as it was before an edit.", "Make the proposals again."))
    return taken(draft, proposal.item_id, proposal.change, proposal.exercise)


def taken(draft: Plan, item_id: str, change: Mapping[str, Any], exercise: Exercise | None) -> Plan:
    """The draft with fields of one item changed, or with another exercise in its place."""
    if exercise is None:
        return draft.adjust(item_id, **change)
    at = draft.items.index(draft.item(item_id))
    return draft.add(exercise, at=at, **change).remove(item_id)


def given_back(draft: Plan, proposal: Proposal, name: str = "") -> Plan:
    """The draft with the item as it was before the proposal was taken; `name` is that in its reason.

    Raises `PlanError` for an issued plan, for a proposal that is not in the draft, and where its item was edited since.
    """
    draft.must_be_draft()
    at, was = _taken_at(draft, proposal), proposal.was
    if at is None or was is None:
        what = "does not stand in the draft as it was taken."
        raise PlanError(Fault(f"proposal for {proposal.item_id}", what, "Edit the draft in the planner."))
    items = (*draft.items[:at], was, *draft.items[at + 1 :])
    left = [one for one in _reasons(draft) if one != _reason(proposal, name)]
    return _reasoned(draft.model_copy(update={"items": items}), left)


def with_reason(draft: Plan, proposal: Proposal, name: str) -> Plan:
    """The draft, of which the reason says what was taken from the follow-up for the exercise `name`, and why."""
    return _reasoned(draft, [*_reasons(draft), _reason(proposal, name)])


def _taken_at(draft: Plan, proposal: Proposal) -> int | None:
    """Where in the draft the item stands that the proposal made; None where none is as the proposal made it."""
    was = proposal.was
    if was is None or not proposal.changes_something:
        return None
    here = {item.item_id: at for at, item in enumerate(draft.items)}
    if proposal.exercise is not None:
        others = [at for at, item in enumerate(draft.items) if item.exercise_id == proposal.exercise.id]
        return others[0] if others and was.item_id not in here else None
    dose = {name: part for name, part in proposal.change.items() if name in Dose.model_fields}
    rest = {name: part for name, part in proposal.change.items() if name not in dose}
    made = was.model_copy(update={**rest, "dose": was.dose.model_copy(update=dose)})
    at = here.get(was.item_id)
    return at if at is not None and draft.items[at] == made else None


def _reason(proposal: Proposal, name: str) -> str:
    return clip(f"{_FROM}{name}, {proposal.words}. {proposal.why}", _LONGEST)


def _reasons(draft: Plan) -> list[str]:
    said = draft.replaces.reason if draft.replaces else ""
    return said.split(_BETWEEN) if said else []


def _reasoned(draft: Plan, reasons: list[str]) -> Plan:
    """What a first version has no place for is left out."""
    if draft.replaces is None:
        return draft
    said = clip(_BETWEEN.join(reasons))
    return draft.model_copy(update={"replaces": draft.replaces.model_copy(update={"reason": said})})
