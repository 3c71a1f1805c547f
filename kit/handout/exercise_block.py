"""One exercise of a plan, as the patient reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kit.handout.nodes import ExerciseBlock, Listed
from kit.library.exercise import Exercise, Side, text_for
from kit.plan.prescription import Prescription
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, frequency_sentence
from kit.words.durations import clock


def exercise_block(
    number: int, item: Prescription, exercise: Exercise, seconds: int, words: Catalogue
) -> ExerciseBlock:
    """The block of `item`; its texts name the leading side, `seconds` is its time in the session."""

    def told(text: str) -> str:
        return text_for(text, item.lead_side, side_names(words))

    steps = [told(step) for step in exercise.steps]
    if item.sides == "each":
        steps.append(words.say("handout.other_side"))
    schedule = item.schedule
    often = frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
    return ExerciseBlock(
        number=number,
        name=exercise.patient_name,
        dose=(*dose_sentences(item.dose, item.sides, words), often),
        dose_title=words.say("handout.how_much"),
        dose_table=tuple(_dose_table(item, seconds, words)),
        steps_title=words.say("handout.steps"),
        steps=tuple(steps),
        asides=tuple(_asides(item, exercise, told, words)),
    )


def side_names(words: Catalogue) -> dict[Side, str]:
    """What the language calls left and right."""
    return {"left": words.say("side.left"), "right": words.say("side.right")}


def _dose_table(item: Prescription, seconds: int, words: Catalogue) -> Iterator[tuple[str, str]]:
    dose = item.dose
    short = [
        ("sets", str(dose.sets) if dose.sets > 1 else ""),
        ("reps", "" if dose.duration_s else str(dose.reps)),
        ("hold", words.say("handout.seconds_short", dose.hold_s) if dose.hold_s else ""),
        ("rest_rep", words.say("handout.seconds_short", dose.rest_rep_s) if dose.rest_rep_s else ""),
        ("rest_set", words.say("handout.seconds_short", dose.rest_set_s) if dose.sets > 1 and dose.rest_set_s else ""),
        ("side", words.say(f"side.{item.sides}") if item.sides != "both" else ""),
        ("time_here", clock(seconds)),
    ]
    yield from ((words.say(f"handout.{key}"), value) for key, value in short if value)


def _asides(item: Prescription, exercise: Exercise, told: Callable[[str], str], words: Catalogue) -> Iterator[Listed]:
    lists = {
        "feel": [exercise.feel],
        "mistakes": exercise.mistakes,
        "easier": [variant.text for variant in exercise.easier if variant.text],
    }
    for key, lines in lists.items():
        if any(lines):
            yield Listed(words.say(f"handout.{key}"), tuple(map(told, lines)))
    if item.note:
        yield Listed(words.say("handout.note"), (item.note,))
