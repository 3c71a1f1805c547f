"""What an edit has done, in a few words, where the page alone does not show it."""

from __future__ import annotations

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import resolve
from kit.ui.planner.messages import Edit
from kit.ui.planner.timed import saves


def told(before: Plan, library: Library, wish: Edit) -> str:
    """Of a swap, what it kept; of the order by position, what it saved; else nothing."""
    if wish["do"] == "swap":
        other = library[wish["exercise_id"]]
        return f"Swapped for {other.name}. {kept(before.item(wish['item_id']), other)}"
    if wish["do"] == "order":
        return f"In the order of positions: it saves {saves(resolve(before, library))} between the exercises."
    return ""


def kept(item: Prescription, other: Exercise) -> str:
    """What a swap leaves as it is: "It keeps the side, the days and the note."."""
    one_sided = item.sides in ("left", "right")
    parts = [f"the {item.sides} side"] if one_sided and other.sides != "both" else []
    parts += ["the days", *(["the note"] if item.note else [])]
    said = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    changed = " It works both sides at once." if one_sided and other.sides == "both" else ""
    return f"It keeps {said}.{changed}"
