"""The steps and the dose of one item as this patient is told them: with its limits, and a firmer hold if need be."""

from __future__ import annotations

from collections.abc import Sequence

from kit.handouts.pictures import bend_told, end_is_drawn
from kit.library.exercise import Exercise, Side, text_for
from kit.library.phases import Phase, grouped
from kit.plan.arc import arc_left
from kit.plan.prescription import Prescription
from kit.words.bend import bend_at_start
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences
from kit.words.numbers import spoken


def side_names(words: Catalogue) -> dict[Side, str]:
    """What the language calls left and right."""
    return {"left": words.say("side.left"), "right": words.say("side.right")}


def steps_told(item: Prescription, exercise: Exercise, side: Side, words: Catalogue, *, careful: bool) -> list[str]:
    """The steps while `side` is at work; to the side that goes first of two it is told how to change sides.

    `words` are those of the language that the exercise is told in; `careful` for a patient who may fall.
    """
    swaps = _told_otherwise(item, exercise, side, words, careful=careful)
    steps = [swaps.get(step, step) for step in exercise.steps]
    if exercise.turn and item.sides == "each" and side == item.lead_side:
        steps.append(exercise.turn)
    return [text_for(step, side, side_names(words)) for step in steps]


def sides_told(item: Prescription, words: Catalogue) -> str:
    """How one side follows the other, where each is done."""
    order = item.side_order or "sides_in_turn"
    return words.say("changes.sides_in_sets" if order == "sides_in_turn" and item.dose.sets > 1 else f"changes.{order}")


def with_sides(steps: Sequence[str], item: Prescription, exercise: Exercise, words: Catalogue) -> list[str]:
    """The steps of a side that goes first of two, with how one side follows the other: said before how to change."""
    if item.sides != "each":
        return list(steps)
    at = len(steps) - (1 if exercise.turn else 0)
    return [*steps[:at], sides_told(item, words), *steps[at:]]


def steps_in_phases(
    item: Prescription, exercise: Exercise, side: Side, words: Catalogue, *, careful: bool
) -> tuple[tuple[Phase, tuple[str, ...]], ...]:
    """The same in runs of one phase, the change of sides with the way back; none where nobody set the phases."""
    if not exercise.phases:
        return ()
    steps = steps_told(item, exercise, side, words, careful=careful)
    back: list[Phase] = ["return"] * (len(steps) - len(exercise.phases))
    return tuple(grouped((*exercise.phases, *back), steps))


def card_told(
    item: Prescription, exercise: Exercise, side: Side, words: Catalogue, *, careful: bool
) -> tuple[str, str] | None:
    """How to get ready, and the move, in short; None where there is no card, or it leaves out what is told otherwise
    to this patient: the steps are told then."""
    if exercise.card is None:
        return None
    swaps = _told_otherwise(item, exercise, side, words, careful=careful)
    start, move = exercise.card.lines
    if any(step not in start and step not in move for step in swaps):
        return None
    for step, told in swaps.items():
        start, move = start.replace(step, told), move.replace(step, told)
    names = side_names(words)
    return text_for(start, side, names), text_for(move, side, names)


def _told_otherwise(
    item: Prescription, exercise: Exercise, side: Side, words: Catalogue, *, careful: bool
) -> dict[str, str]:
    """The steps that this patient is told in other words, by the words that the exercise has."""
    swaps = {swap.step: swap.told for swap in exercise.careful} if careful else {}
    bend = bend_told(item, exercise, words)
    if bend and exercise.arc_step:
        stop = words.say(f"arc.{exercise.arc_joint}.stop", side=side_names(words)[side], bend=bend)
        swaps[exercise.steps[exercise.arc_step - 1]] = stop
    return swaps


def dose_told(item: Prescription, exercise: Exercise, words: Catalogue) -> list[str]:
    """How much, with the rests, and through which part of the joint's range where a limit is set."""
    dose = item.dose
    rests = dose.rest_rep_s and dose.reps > 1 and not dose.duration_s
    rest = [words.say("changes.rest_rep", time=spoken(dose.rest_rep_s, words))] if rests else []
    return [*dose_sentences(dose, item.sides, words), *rest, *range_told(item, exercise, words)]


def range_told(item: Prescription, exercise: Exercise, words: Catalogue) -> list[str]:
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
