"""What an edit did, in a few words for the page, where it did more than the field says that was edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import resolve
from kit.plan.versions import in_place_of
from kit.ui.planner.library_wishes import Add
from kit.ui.planner.made_for import called
from kit.ui.planner.messages import Edit
from kit.ui.planner.timed import saves
from kit.words.dose import Sides
from kit.words.numbers import counted

IsHers = Callable[[Prescription], bool]
_ON: dict[Sides, str] = {
    "left": "on the left",
    "right": "on the right",
    "each": "on each side",
    "both": "on both sides",
}


def told(wish: Edit, before: Plan, after: Plan, library: Library, is_hers: IsHers) -> str:
    """Of what came in, where it stands; of a swap, what it kept; of the order by position, what it saved; of the
    patient's side, how many exercises took it; else nothing. `is_hers` knows the clinician's own doses."""
    match wish["do"]:
        case "add":
            return _added(_new(before, after), after, library, [wish["exercise_id"]], is_hers)
        case "add_all":
            return _added(_new(before, after), after, library, wish["exercise_ids"], is_hers)
        case "fill":
            return brought(before.context, after.context)
        case "swap":
            other = library[wish["exercise_id"]]
            hers = _hers(_new(before, after), is_hers)
            return f"Swapped for {other.name}{hers}. {kept(before.item(wish['item_id']), other, library)}"
        case "order":
            return f"In the order of positions: it saves {saves(resolve(before, library))} between the exercises."
        case "patient" | "change_condition" if before.context.side != after.context.side:
            return _sided(before, after)
        case _:
            return ""


def brought(before: Context, after: Context) -> str:
    """Which conditions a ready-made plan brought with it."""
    held = {one.condition for one in before.conditions}
    new = [one.condition for one in after.conditions if one.condition not in held]
    return f"With its condition: {called(new)}." if new else ""


def there_already(plan: Plan, wish: Add, library: Library) -> str:
    """That an exercise is in the plan, where nobody said that it is wanted again; nothing where it is not."""
    places = [str(n) for n, item in enumerate(plan.items, 1) if item.exercise_id == wish["exercise_id"]]
    if not places or wish.get("again") or not plan.is_draft:
        return ""
    name = library[wish["exercise_id"]].name
    return f"{name} is in the plan already, as No. {' and '.join(places)}. Add it again from its own page."


def usual_told(name: str, is_there: bool) -> str:
    """Whether an exercise has a usual dose of her own from now on."""
    return f"{'Your usual dose' if is_there else 'No usual dose of yours'} from now on: {name}."


def is_same_kind(item: Prescription, other: Exercise, library: Library) -> bool:
    """Whether another exercise is of the kind of work that an item is; one that nobody knows any more counts so."""
    here = library.exercises.get(item.exercise_id)
    return here is None or here.category == other.category


def told_in_place(plan: Plan) -> str:
    """Of a correction, what becomes of the sheet that the patient has; nothing of another version."""
    before = in_place_of(plan)
    return f" Its sheet tells the patient to throw that of version {before} away." if before else ""


def kept(item: Prescription, other: Exercise, library: Library) -> str:
    """What a swap leaves as it is: "It keeps the side, the days and the note."; and what it does not."""
    one_sided, same = item.sides in ("left", "right"), is_same_kind(item, other, library)
    parts = [f"the {item.sides} side"] if one_sided and other.sides != "both" else []
    parts += [*(["the days"] if same else []), *(["the note"] if item.note else [])]
    said = " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
    return " ".join(
        [
            *([f"It keeps {said}."] if said else []),
            *([] if same else [f"It has its own days: {other.category}, not {library[item.exercise_id].category}."]),
            *(["It works both sides at once."] if one_sided and other.sides == "both" else []),
        ]
    )


def _new(before: Plan, after: Plan) -> list[Prescription]:
    old = {item.item_id for item in before.items}
    return [item for item in after.items if item.item_id not in old]


def _hers(new: list[Prescription], is_hers: IsHers) -> str:
    """Where the dose comes from, if it is her own: ", at your usual dose"."""
    hers = sum(map(is_hers, new))
    which = "" if hers == len(new) else f"{hers} of them "
    return f", {which}at your usual dose" if hers else ""


def _added(new: list[Prescription], plan: Plan, library: Library, asked: Iterable[str], is_hers: IsHers) -> str:
    hers = _hers(new, is_hers)
    if len(new) > 1:
        return f"{counted(len(new), 'exercise')} added{hers}."
    (item,), (wanted,) = new, asked
    where = f"No. {plan.items.index(item) + 1}"
    on = f", {_ON[item.sides]}" if item.sides in ("left", "right") else ""
    name = library[item.exercise_id].name
    if item.exercise_id != wanted:
        gone = " or ".join(plan.context.not_at_home)
        return f"{name} added as {where}{on}{hers}, in place of {library[wanted].name}: no {gone} at home."
    return f"{name} added as {where}{on}{hers}."


def _sided(before: Plan, after: Plan) -> str:
    old = {item.item_id: item.sides for item in before.items}
    changed = [item for item in after.items if old.get(item.item_id) != item.sides]
    pairs = zip(before.context.conditions, after.context.conditions, strict=True)
    along = sum(one.side not in (None, two.side) for one, two in pairs)
    counts = ((len(changed), "exercise"), (along, "condition"))
    said = " and ".join(counted(n, what) for n, what in counts if n)
    return f"{said} now {_ON[changed[0].sides] if changed else f'on the {after.context.side}'}." if said else ""
