"""What is new in a draft since the version before, thing by thing, and the way back for each exercise."""

from __future__ import annotations

from collections.abc import Iterator

from kit.errors import Fault, PlanError
from kit.model import parse
from kit.plan.changes import item_changes
from kit.plan.differences import differences
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan, resolve
from kit.ui.planner.bench import Bench
from kit.ui.planner.to_issue import ChangeShown
from kit.words.catalogue import Catalogue

_Items = dict[tuple[str, str], Prescription]


def since(plan: Plan, bench: Bench) -> list[ChangeShown]:
    """The differences from the version before, in the clinician's English; none where it is not here."""
    before = bench.previous
    if before is None:
        return []
    old, new = resolve(before, bench.library), resolve(plan, bench.library)
    alike = before.model_copy(update={"items": plan.items})  # of the exercises all is told by then
    rest = differences(resolve(alike, bench.library), new, Catalogue())
    return [*_of_items(old, new), *(ChangeShown(text=text, item_id="", back="") for text in rest)]


def _of_items(old: ResolvedPlan, new: ResolvedPlan) -> Iterator[ChangeShown]:
    words = Catalogue()
    before, after = _items(old.plan), _items(new.plan)
    for key in before:
        if key not in after:
            yield {"text": f"{_name(old, before[key])}: taken out.", "item_id": key[0], "back": "Put it back in"}
    for key in after:
        if key not in before:
            yield {"text": f"{_name(new, after[key])}: new.", "item_id": key[0], "back": "Take it out"}
        elif said := " ".join(item_changes(before[key], after[key], words)):
            was = " ".join(item_changes(after[key], before[key], words))
            yield {"text": f"{_name(new, after[key])}: {said} Before: {was}", "item_id": key[0], "back": "As it was"}
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield {"text": "The order of the exercises.", "item_id": "", "back": ""}


def put_back(plan: Plan, before: Plan | None, item_id: str) -> Plan:
    """The plan with one item as `before` had it. Raises `PlanError` where neither has it."""
    now = [item.item_id for item in plan.items]
    then = [item.item_id for item in before.items] if before else []
    if before is None or item_id not in then:
        if item_id in now and before is not None:
            return plan.remove(item_id)
        raise PlanError(Fault("exercise", "is not in the version before.", "Look at the list again."))
    item = before.items[then.index(item_id)]
    items = [other for other in plan.items if other.item_id != item_id]
    items.insert(now.index(item_id) if item_id in now else then.index(item_id), item)
    plan.must_be_draft()
    return parse(Plan, {**dict(plan), "items": tuple(items)}, f"plan {plan.plan_id}")


def _items(plan: Plan) -> _Items:
    return {(item.item_id, item.exercise_id): item for item in plan.items}


def _name(known: ResolvedPlan, item: Prescription) -> str:
    return known.exercises[item.exercise_id].name if item.exercise_id in known.exercises else item.exercise_id
