"""Two edits of one draft made into one, where they touch different things.

A plan is taken apart into units: each item, the order of the items, each field of its head, context and reporting,
each answer. A unit that only one side changed is that side's; one that both changed in different ways is a clash.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kit.errors import ContentError
from kit.model import parse
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription

_HEAD = (
    *("plan_id", "patient", "patient_code", "title", "told_next", "activities", "start", "review_on", "pauses"),
    *("pain_kind", "rest_ex_s"),
)
_PARTS = ("context", "reporting")
_ANSWERS = ("overrides", "sign_offs")
_Unit = tuple[str, str]
_Units = dict[_Unit, Any]


@dataclass(frozen=True)
class Merged:
    """The plan that holds both edits, or None; `clashes` are the units that both changed, such as ("item", "i1")."""

    plan: Plan | None
    clashes: tuple[tuple[str, str], ...] = ()


def merge(base: Plan, mine: Plan, theirs: Plan, *, mine_wins: bool = False) -> Merged:
    """`mine` and `theirs`, both made from `base`, as one draft. Three drafts of one version of one plan are given.

    With `mine_wins` a clash is settled by mine, and all else of theirs stays.
    """
    mine = _apart(base, mine, theirs)
    was, here, there = map(_units, (base, mine, theirs))
    clashes = [unit for unit in dict.fromkeys([*here, *there]) if _clash(*(u.get(unit) for u in (was, here, there)))]
    ids = [[item.item_id for item in plan.items] for plan in (base, mine, theirs)]
    order = _order(*ids)
    if order is None:
        clashes.append(("order", ""))
    if clashes and not mine_wins:
        return Merged(None, tuple(clashes))
    chosen = {unit: _chosen(was.get(unit), here.get(unit), there.get(unit)) for unit in {**there, **here}}
    present = {name for (kind, name), value in chosen.items() if kind == "item" and value is not None}
    order = [name for name in order or _order(ids[2], ids[1], ids[2]) or () if name in present]
    order += [name for name in ids[1] if name in present and name not in order]  # mine changed what theirs took out
    try:
        return Merged(_together(theirs, chosen, order))
    except ContentError:  # each is right, and both at once break a rule, such as a review before the start
        return Merged(None, (("plan", ""),))


def _units(plan: Plan) -> _Units:
    units: _Units = {("head", name): getattr(plan, name) for name in _HEAD}
    for part in _PARTS:
        units |= {(part, name): value for name, value in dict(getattr(plan, part)).items()}
    for kind in _ANSWERS:
        units |= {(kind, answer.finding): answer for answer in getattr(plan, kind)}
    return units | {("item", item.item_id): item for item in plan.items}


def _clash(was: Any, here: Any, there: Any) -> bool:
    return was not in (here, there) and here != there


def _chosen(was: Any, here: Any, there: Any) -> Any:
    return there if here == was else here


def _apart(base: Plan, mine: Plan, theirs: Plan) -> Plan:
    """`mine`, with another id for each item that it added under an id that `theirs` gave to an added one of its own."""
    old = {item.item_id for item in base.items}
    added = {item.item_id: item for item in theirs.items if item.item_id not in old}
    taken = {item.item_id for plan in (base, mine, theirs) for item in plan.items}
    items: list[Prescription] = []
    for item in mine.items:
        if item.item_id in added and added[item.item_id] != item:
            fresh = next(name for n in range(1, len(taken) + 2) if (name := f"i{n}") not in taken)
            taken.add(fresh)
            item = item.model_copy(update={"item_id": fresh})
        items.append(item)
    return mine.model_copy(update={"items": tuple(items)})


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str] | None:
    """The ids of the merged plan in order; None where both sides put the same items in different orders."""
    common = set(base) & set(mine) & set(theirs)
    was, here, there = ([name for name in names if name in common] for names in (base, mine, theirs))
    if _clash(was, here, there):
        return None
    lead, other = (theirs, mine) if here == was else (mine, theirs)
    found = [name for name in lead if name in common or name not in base]
    for at, name in enumerate(other):
        if name not in found and name not in base:
            before = next((earlier for earlier in reversed(other[:at]) if earlier in found), None)
            is_last = not any(later in found for later in other[at + 1 :])
            found.insert(len(found) if is_last else found.index(before) + 1 if before else 0, name)
    # What one side took out is out; a change to it on the other side was found as a clash before.
    return found + [name for name in base if name not in found and name in mine and name in theirs]


def _together(theirs: Plan, chosen: Mapping[_Unit, Any], order: Iterable[str]) -> Plan:
    fields: dict[str, Any] = {name: chosen["head", name] for name in _HEAD}
    for part in _PARTS:
        fields[part] = {name: value for (kind, name), value in chosen.items() if kind == part}
    for kind in _ANSWERS:
        fields[kind] = tuple(value for (of, _), value in chosen.items() if of == kind and value is not None)
    fields["items"] = tuple(chosen["item", name] for name in order)
    return parse(Plan, {**dict(theirs), **fields}, "both edits together")
