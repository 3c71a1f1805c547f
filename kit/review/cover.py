"""What an answer covers, and what ends it: a dose that rises, or anything that changes in kind.

The table of the rule (D): a load, sets, repetitions, seconds, effort, days or times a day may fall and not rise; rests
and the time of a moved repetition may grow and not shrink; an arc may narrow inside the old one; all else may not
change at all. An effort that is not set counts as hard work, and a band that is not named as a strong one: to leave
one of them out is to raise it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.library.dose import Dose
from kit.library.exercise import Tag
from kit.library.rules import rules
from kit.plan.issue import Covered
from kit.plan.prescription import Prescription
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_short

_UP = ("sets", "reps", "hold_s", "load_kg", "duration_s")
_DOWN = ("rest_rep_s", "rest_set_s")
_CALLED = {
    "sets": "sets",
    "reps": "repetitions",
    "hold_s": "hold",
    "load_kg": "load",
    "effort_target": "effort",
    "duration_s": "time",
    "rest_rep_s": "rest between repetitions",
    "rest_set_s": "rest between sets",
}


def changed(then: Covered, now: Covered) -> list[str]:
    """What ends the answer, each in a word or two; none where it still covers."""
    found = [*_patient(then, now)]
    if then.item is not None and now.item is not None:
        found += _item(then.item, now.item)
    elif then.item != now.item:
        found.append("exercise")
    return list(dict.fromkeys(found))


def _patient(then: Covered, now: Covered) -> Iterator[str]:
    if (_moved(then.tags), then.setup_tags) != (_moved(now.tags), now.setup_tags):
        yield "movement tags"
    if then.condition != now.condition:
        yield "condition"
    if then.stages != now.stages:
        yield "stage of the condition"
    if then.surface != now.surface and now.surface != "bed":
        yield "surface"
    if then.support and not now.support:
        yield "support"


def _moved(tags: tuple[Tag, ...]) -> list[Tag]:
    """The tags but for the floor, which the surface speaks of."""
    return [tag for tag in tags if tag.name != "floor"]


def _item(then: Prescription, now: Prescription) -> Iterator[str]:
    if then.exercise_id != now.exercise_id:
        yield "exercise"
    if (then.sides, then.lead_side, then.side_order) != (now.sides, now.lead_side, now.side_order):
        yield "side"
    yield from _dose(then.dose, now.dose)
    if now.schedule.each_week > then.schedule.each_week:
        yield "days"
    if now.schedule.times_a_day > then.schedule.times_a_day:
        yield "times a day"
    if then.rom_limit != now.rom_limit and not _narrower(then, now):
        yield "arc"
    if then.note != now.note:
        yield "note"


def _narrower(then: Prescription, now: Prescription) -> bool:
    return now.rom_limit is not None and (then.rom_limit is None or now.rom_limit.within(then.rom_limit))


def _dose(then: Dose, now: Dose) -> Iterator[str]:
    for name in _UP:
        if (getattr(now, name) or 0) > (getattr(then, name) or 0):
            yield _CALLED[name]
    if then.effort_target != now.effort_target and not _lower(then.effort_target, now.effort_target):
        yield _CALLED["effort_target"]
    for name in _DOWN:
        if getattr(now, name) < getattr(then, name) and _rests(now, name):
            yield _CALLED[name]
    if then.tempo_s and now.tempo_s < then.tempo_s:
        yield "time of a repetition"
    if now.band != then.band and not _weaker(then.band, now.band):
        yield "band"


def _lower(before: int | None, now: int | None) -> bool:
    return before is not None and now is not None and now < before


def _rests(dose: Dose, name: str) -> bool:
    """Whether there is such a rest: with one set, or one repetition, there is none to shorten."""
    return dose.sets > 1 if name == "rest_set_s" else dose.reps > 1


def _weaker(before: str, now: str) -> bool:
    steps = rules().bands.steps_up(before, now)
    return steps is not None and steps <= 0


def in_short(covered: Covered) -> str:
    """The dose that an answer covered: "2 x 10", with its load or without."""
    if covered.item is None:
        return "the condition as it was written"
    dose = dose_short(covered.item.dose, covered.item.sides, Catalogue())
    return dose if covered.item.dose.load_kg or covered.item.dose.band else f"{dose} without load"
