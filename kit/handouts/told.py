"""The steps and the dose of one item as this patient is told them: with its limits, and a firmer hold if need be."""

from __future__ import annotations

from kit.handouts.pictures import bend_told, end_is_drawn
from kit.library.exercise import Exercise, Side, text_for
from kit.plan.arc import arc_left
from kit.plan.prescription import Prescription
from kit.words.bend import bend_at_start
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences


def side_names(words: Catalogue) -> dict[Side, str]:
    """What the language calls left and right."""
    return {"left": words.say("side.left"), "right": words.say("side.right")}


def steps_told(item: Prescription, exercise: Exercise, side: Side, words: Catalogue, *, careful: bool) -> list[str]:
    """The steps while `side` is at work; to the side that goes first of two it is told how to change sides.

    `words` are those of the language that the exercise is told in; `careful` for a patient who may fall.
    """
    names = side_names(words)
    swaps = {swap.step: swap.told for swap in exercise.careful} if careful else {}
    steps = [swaps.get(step, step) for step in exercise.steps]
    bend = bend_told(item, exercise, words)
    if bend and exercise.arc_step:
        steps[exercise.arc_step - 1] = words.say(f"arc.{exercise.arc_joint}.stop", side=names[side], bend=bend)
    if exercise.turn and item.sides == "each" and side == item.lead_side:
        steps.append(exercise.turn)
    return [text_for(step, side, names) for step in steps]


def dose_told(item: Prescription, exercise: Exercise, words: Catalogue) -> list[str]:
    """How much, and through which part of the joint's range where a limit is set."""
    return [*dose_sentences(item.dose, item.sides, words), *_range_told(item, exercise, words)]


def _range_told(item: Prescription, exercise: Exercise, words: Catalogue) -> list[str]:
    """The limit in words that can be seen on the body; where words or the picture cannot follow, that there is one."""
    if item.rom_limit is None:
        return []
    said, left = [], arc_left(item, exercise)
    end = bend_told(item, exercise, words)
    if end and left:
        start = bend_at_start(left.from_deg, words)
        said.append(words.say(f"arc.{exercise.arc_joint}.dose", start=start, end=end))
    if not end_is_drawn(item, exercise):
        said.append(words.say("arc.plan_only"))
    return said
