"""One exercise of a plan, as the patient reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kit.figures import alt_text, figure, panels
from kit.handouts.nodes import AsideKind, ExerciseBlock, Listed, Picture
from kit.handouts.set_up import set_up_lines
from kit.library.exercise import Exercise, Side, text_for
from kit.library.translation import Translation, words_of
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import Entry
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, frequency_sentence
from kit.words.numbers import brief
from kit.words.sentences import SOURCE

# A leaflet that says less is read more: the first ones of each list, which stand in order of weight.
_MISTAKES, _EASIER = 3, 2


def exercise_block(
    number: int, entry: Entry, seconds: int, plan: Plan, words: Catalogue, palette: str
) -> ExerciseBlock:
    """The block of one item; texts and pictures show the leading side, `seconds` is its time in the session."""
    item, exercise = entry
    own = words_of(exercise, words)

    def told(text: str) -> str:
        return text_for(text, item.lead_side, side_names(own))

    steps = [told(step) for step in exercise.steps]
    if item.sides == "each":
        steps.append(own.say("handout.other_side"))
    schedule = item.schedule
    often = frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
    return ExerciseBlock(
        number=number,
        name=exercise.patient_name,
        time=brief(seconds, words),
        dose=(*dose_sentences(item.dose, item.sides, words), often),
        dose_title=words.say("handout.how_much"),
        dose_table=tuple(_dose_table(item, words)),
        steps_title=words.say("handout.steps"),
        steps=tuple(steps),
        asides=tuple(_asides(item, exercise, set_up_lines(item, exercise, plan, own), told, words)),
        pictures=tuple(_pictures(item, exercise, own, palette)),
        lang="" if own is words else own.language,
    )


def side_names(words: Catalogue) -> dict[Side, str]:
    """What the language calls left and right."""
    return {"left": words.say("side.left"), "right": words.say("side.right")}


def _pictures(item: Prescription, exercise: Exercise, words: Catalogue, palette: str) -> Iterator[Picture]:
    """The drawn panels, first to last, for the side that leads; none for an exercise without pictures."""
    texts = picture_texts(exercise, item.lead_side, words)
    for panel, alt in zip(panels(item.exercise_id), texts, strict=True):
        yield Picture(svg=figure(item.exercise_id, panel, item.lead_side, palette), alt=alt)


def picture_texts(exercise: Exercise, lead: Side, words: Catalogue) -> list[str]:
    """What each panel shows while `lead` leads; its number and the exercise where the language has no words for it."""
    known = panels(exercise.id)
    english = [alt_text(exercise.id, panel, lead) for panel in known]
    if words.language == SOURCE:
        return english
    translation, names = Translation.load(words.language), side_names(words)
    shown = (translation.picture(exercise.id, text, lead, names) for text in english)
    return [
        text or words.say("handout.picture", number=n, of=len(known), name=exercise.patient_name)
        for n, text in enumerate(shown, 1)
    ]


def _care(exercise: Exercise) -> list[str]:
    """The lines of safety, all of them, then the first mistakes as far as there is room."""
    mistakes = [line for line in exercise.mistakes if line not in exercise.safety]
    return [*exercise.safety, *mistakes[: max(0, _MISTAKES - len(exercise.safety))]]


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
        "mistakes": [*set_up, *_care(exercise)],
        "easier": [variant.text for variant in exercise.easier if variant.text][:_EASIER],
    }
    for key, lines in lists.items():
        if any(lines):
            yield Listed(key, words.say(f"handout.{key}"), tuple(map(told, lines)))
    if item.note:
        yield Listed("note", words.say("handout.note"), (str(words.whole(item.note)),))
