"""One exercise in short: what a card of the page form says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kit.handouts.nodes import Short
from kit.handouts.told import card_told, side_names, steps_in_phases, with_sides
from kit.library.exercise import Exercise, text_for
from kit.library.phases import Phase
from kit.plan.prescription import Prescription
from kit.plan.schedule import Schedule
from kit.words.catalogue import Catalogue
from kit.words.numbers import brief, spoken, weight

# A stop at what is felt is one of the moves: what it feels like is told beside them.
_TITLED: dict[Phase, Phase] = {"feel": "move"}


def short_of(item: Prescription, exercise: Exercise, words: Catalogue, own: Catalogue, *, careful: bool) -> Short:
    """The card; `own` are the words of the language that the exercise is told in."""
    lead = item.lead_side
    phases = list(_phases(item, exercise, own, careful=careful))
    card = card_told(item, exercise, lead, own, careful=careful)
    named: Iterator[tuple[Phase, str]] = zip(("start", "move"), card or (), strict=False)
    return Short(
        why=text_for(exercise.purpose, lead, side_names(own)),
        numbers=tuple(numbers_told(item, words, spoken)),
        brief=tuple(numbers_told(item, words, brief)),
        often=often_told(item.schedule, words),
        side="both" if item.sides == "both" else lead,
        side_told=side_told(item, words),
        phases=tuple(_titled(phase, own.prose(steps), own) for phase, steps in phases),
        card=tuple(
            [
                *(_titled(phase, text, own) for phase, text in named),
                *(_titled(phase, own.prose(steps), own) for phase, steps in phases if phase in ("hold", "return")),
            ]
            if card
            else ()
        ),
    )


def _titled(phase: Phase, text: str, own: Catalogue) -> tuple[str, str]:
    """The title of a phase and what is said of it, which does not begin with that title again."""
    title = own.say(f"sheet.phase.{phase}")
    return title, re.sub(rf"^{re.escape(title)}[.。]\s*", "", text)


def side_told(item: Prescription, words: Catalogue) -> str:
    """Which side works, or which is the first: "left side", "right side first"; empty for both at once."""
    if item.sides != "each":
        return words.say(f"dose.side.{item.sides}")
    return words.say("sheet.lead", side=words.say(f"dose.side.{item.lead_side}"))


def often_told(schedule: Schedule, words: Catalogue) -> str:
    """On which days in a few words: "Every day", "3 days a week", "2 times a day, Mon and Thu"."""
    days = schedule.weekday_numbers
    if schedule.each_week == 7:
        told = [] if schedule.times_a_day > 1 else [words.say("sheet.dose.every_day")]
    elif days is None:
        told = [words.say("sheet.dose.days", schedule.each_week)]
    else:
        told = [words.listing(words.weekday(day, "abbreviated") for day in sorted(days))]
    times = [words.say("dose.times_a_day", schedule.times_a_day)] if schedule.times_a_day > 1 else []
    return words.mark("comma").join((*times, *told))


def _phases(
    item: Prescription, exercise: Exercise, own: Catalogue, *, careful: bool
) -> Iterator[tuple[Phase, list[str]]]:
    """The steps by phase, the change of sides with the last."""
    runs: list[tuple[Phase, list[str]]] = []
    for phase, steps in steps_in_phases(item, exercise, item.lead_side, own, careful=careful):
        titled = _TITLED.get(phase, phase)
        if runs and runs[-1][0] == titled:
            runs[-1][1].extend(steps)
        else:
            runs.append((titled, [*steps]))
    if runs and item.sides == "each":
        last = runs[-1] if runs[-1][0] in ("hold", "return") else ("return", [])
        if last is not runs[-1]:
            runs.append(last)
        last[1][:] = with_sides(last[1], item, exercise, own)
    yield from runs


def numbers_told(item: Prescription, words: Catalogue, timed: Callable[[int, Catalogue], str]) -> Iterator[str]:
    """How much in a few words each, times as `timed` says them: "2 sets", "10 times a side", "Hold 5 seconds"."""
    dose = item.dose
    if dose.sets > 1:
        yield words.say("sheet.dose.sets", dose.sets)
    much = timed(dose.duration_s, words) if dose.duration_s else words.say("sheet.dose.reps", dose.reps)
    yield words.say("sheet.dose.each", much=much) if item.sides == "each" else much
    if dose.hold_s and not dose.duration_s:
        yield words.say("sheet.dose.hold", time=timed(dose.hold_s, words))
    if dose.rest_rep_s and not dose.duration_s:
        yield words.say("sheet.dose.rest", time=timed(dose.rest_rep_s, words))
    if dose.sets > 1 and dose.rest_set_s:
        named = "sheet.dose.rest_set" if dose.rest_rep_s else "sheet.dose.rest"  # which of two rests it is
        yield words.say(named, time=timed(dose.rest_set_s, words))
    if dose.load_kg:
        yield weight(dose.load_kg, words)
    if dose.band:
        yield words.say("sheet.dose.band", band=dose.band)
    if dose.effort_target is not None:
        yield words.say("sheet.dose.effort", effort=dose.effort_target)
