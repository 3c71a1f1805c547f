"""One exercise of a plan, as the patient reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kit.handouts.nodes import AsideKind, ExerciseBlock, Listed
from kit.handouts.pictures import pictures
from kit.handouts.set_up import set_up_lines
from kit.handouts.short import short_of
from kit.handouts.told import dose_told, side_names, steps_told, with_sides
from kit.library.exercise import Exercise, text_for
from kit.library.translation import words_of
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import Entry
from kit.words.catalogue import Catalogue
from kit.words.dose import frequency_sentence
from kit.words.numbers import brief

# A leaflet that says less is read more: the first ones, which stand in order of weight. Of what to take care of,
# nothing is left out.
_EASIER = 2


def exercise_block(
    number: int, entry: Entry, seconds: int, plan: Plan, words: Catalogue, palette: str, *, careful: bool = False
) -> ExerciseBlock:
    """The block of one item; texts and pictures show the leading side, `seconds` is its time in the session.

    `careful` tells the steps for a patient who may fall.
    """
    item, exercise = entry
    own = words_of(exercise, words)

    def told(text: str) -> str:
        return text_for(text, item.lead_side, side_names(own))

    steps = with_sides(steps_told(item, exercise, item.lead_side, own, careful=careful), item, exercise, own)
    schedule = item.schedule
    often = frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
    return ExerciseBlock(
        number=number,
        name=exercise.patient_name,
        time=brief(seconds, words),
        dose=(*dose_told(item, exercise, words), often),
        dose_title=words.say("handout.how_much"),
        dose_table=tuple(_dose_table(item, words)),
        steps_title=words.say("handout.steps"),
        steps=tuple(steps),
        asides=tuple(_asides(item, exercise, set_up_lines(item, exercise, plan, own), told, words)),
        short=short_of(item, exercise, words, own, careful=careful),
        pictures=tuple(pictures(item, exercise, own, palette)),
        lang="" if own is words else own.language,
    )


def _dose_table(item: Prescription, words: Catalogue) -> Iterator[tuple[str, str]]:
    dose = item.dose
    short = [
        ("sets", str(dose.sets) if dose.sets > 1 else ""),
        ("reps", "" if dose.duration_s else str(dose.reps)),
        ("hold", words.say("handout.seconds_short", dose.hold_s) if dose.hold_s else ""),
        ("rest_rep", words.say("handout.seconds_short", dose.rest_rep_s) if dose.rest_rep_s else ""),
        ("rest_set", words.say("handout.seconds_short", dose.rest_set_s) if dose.sets > 1 and dose.rest_set_s else ""),
        ("side", words.say(f"side.{item.sides}") if item.sides in ("left", "right") else ""),
    ]
    yield from ((words.say(f"handout.{key}"), value) for key, value in short if value)


def _asides(
    item: Prescription, exercise: Exercise, set_up: list[str], told: Callable[[str], str], words: Catalogue
) -> Iterator[Listed]:
    lists: dict[AsideKind, Sequence[str]] = {
        "feel": [exercise.feel],
        "mistakes": [*set_up, *exercise.care],
        "easier": [variant.text for variant in exercise.easier if variant.text][:_EASIER],
    }
    for key, lines in lists.items():
        if any(lines):
            yield Listed(key, words.say(f"handout.{key}"), tuple(map(told, lines)))
    if item.note:
        yield Listed("note", words.say("handout.note"), (str(words.whole(item.note)),))
