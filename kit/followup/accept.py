"""A proposal taken into a draft, as one edit of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.errors import Fault, PlanError
from kit.followup.proposal import Proposal
from kit.library.exercise import Exercise
from kit.plan.plan import Plan


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
