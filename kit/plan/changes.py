"""What is different between two versions of a plan, in plain words for the patient.

An item is the same when its `item_id` and its exercise are. Names come from each plan's own snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, frequency_sentence
from kit.words.durations import spoken

_Key = tuple[str, str]


def changes(old: Plan, new: Plan, library: Library, words: Catalogue) -> list[str]:
    """The changes from `old` to `new`, a sentence or a few each; none for equal plans.

    Order: stopped, new, changed items in the new order, the order itself, the review date.
    Raises `PlanError` for exercises that do not exist.
    """
    before, after = _by_key(old), _by_key(new)
    old_names, new_names = _names(old, library), _names(new, library)
    said = [words.say("changes.stopped", name=old_names[key]) for key in before if key not in after]
    said += [words.say("changes.new", name=new_names[key]) for key in after if key not in before]
    stayed = [key for key in after if key in before]
    for key in stayed:
        said += [
            words.say("changes.item", name=new_names[key], text=text)
            for text in _item_changes(before[key], after[key], words)
        ]
    if stayed != [key for key in before if key in after]:
        said.append(words.say("changes.order", names=words.listing(new_names[key] for key in after)))
    if old.review_on != new.review_on:
        said.append(
            words.say("changes.review", date=words.date(new.review_on))
            if new.review_on
            else words.say("changes.no_review")
        )
    return said


def _by_key(plan: Plan) -> dict[_Key, Prescription]:
    return {(item.item_id, item.exercise_id): item for item in plan.items}


def _names(plan: Plan, library: Library) -> dict[_Key, str]:
    known = plan.library(library)
    return {key: known[key[1]].patient_name for key in _by_key(plan)}


def _item_changes(old: Prescription, new: Prescription, words: Catalogue) -> Iterator[str]:
    dose = dose_sentences(new.dose, new.sides, words)
    if dose != dose_sentences(old.dose, old.sides, words):
        yield " ".join(dose)
    if old.dose.rest_rep_s != new.dose.rest_rep_s:
        rest = new.dose.rest_rep_s
        yield words.say("changes.rest_rep", time=spoken(rest, words)) if rest else words.say("changes.no_rest_rep")
    if new.sides == "each" and old.lead_side != new.lead_side:
        yield words.say("changes.lead", side=words.say(f"side.{new.lead_side}"))
    if old.schedule != new.schedule:
        yield _frequency(new, words)
    if old.note != new.note:
        yield words.say("changes.note", note=new.note) if new.note else words.say("changes.no_note")


def _frequency(item: Prescription, words: Catalogue) -> str:
    schedule = item.schedule
    return frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
