"""Harder and easier forms of an exercise, as its links say: another exercise, or a change in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any

from kit.followup.step import Step, Way, brief_dose
from kit.library.exercise import Exercise, Side, Variant, text_for
from kit.library.library import Library
from kit.plan.both_sides import fault_of_sides
from kit.plan.prescription import Prescription
from kit.words.dose import Sides

_NAMES: dict[Side, str] = {"left": "left", "right": "right"}
_BOTH = {"{lead} ": "", "{other}": "other"}  # of an item that is done on each side in turn no side is named


def harder(item: Prescription, exercise: Exercise, shelf: Library, **dose: Any) -> Iterator[Step]:
    """Each harder form at the dose given: other exercises first."""
    yield from swaps("up", item, exercise.harder, exercise, shelf, **dose)
    yield from in_words("up", item, exercise.harder, **dose)


def easier(item: Prescription, exercise: Exercise, shelf: Library) -> Iterator[Step]:
    """Each easier form: less of the same first."""
    yield from in_words("down", item, exercise.easier)
    yield from swaps("down", item, exercise.easier, exercise, shelf)


def in_words(way: Way, item: Prescription, variants: Iterable[Variant], **dose: Any) -> Iterator[Step]:
    """Each change in plain words, as a note of the item; not one that stands there already."""
    for variant in variants:
        if variant.id is None and variant.text:
            text = _of_sides(variant.text, item)
            if text not in item.note:
                change = {**dose, "note": f"{item.note} {text}".strip()}
                same = (
                    f"{brief_dose(item.dose)} → {brief_dose(item.dose.model_copy(update=dose))}" if dose else "the same"
                )
                yield Step(way, f"{same}, and: “{text}”", MappingProxyType(change))


def _of_sides(text: str, item: Prescription) -> str:
    """The advice for the side that is prescribed; where each is, without a side."""
    if item.sides in ("left", "right"):
        return text_for(text, item.sides, _NAMES)
    for part, said in _BOTH.items():
        text = text.replace(part, said)
    return text


def swaps(
    way: Way, item: Prescription, variants: Iterable[Variant], exercise: Exercise, shelf: Library, **dose: Any
) -> Iterator[Step]:
    """Each other exercise, on the days and for the sides of the item, where it can be done on these."""
    for variant in variants:
        if variant.id is None or variant.id not in shelf:
            continue
        other = shelf[variant.id]
        sides = _sides(item, other)
        if other.needs_clinician or sides is None:
            continue
        change = {"sides": sides, "schedule": item.schedule, "pain_kind": item.pain_kind}
        if item.sides != "both":
            change["lead_side"] = item.lead_side
        if other.category == exercise.category and other.dose.duration_s is None:
            change |= dose
        after = other.dose.model_copy(update={k: v for k, v in change.items() if k in type(other.dose).model_fields})
        words = f"{exercise.name} → {other.name}, {brief_dose(after)}"
        yield Step(way, words, MappingProxyType(change), other)


def _sides(item: Prescription, other: Exercise) -> Sides | None:
    """Those of the item, where the other exercise has sides too; None where it can not be kept to one."""
    if item.sides in ("left", "right"):
        return None if fault_of_sides(item.sides, other, "") else item.sides
    return other.sides
