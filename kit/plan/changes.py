"""What is different between two versions of a plan, in plain words for the patient.

An item is the same when its `item_id` and its exercise are. Names come from each plan's own snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, frequency_sentence
from kit.words.numbers import spoken

_Key = tuple[str, str]


def changes(old: ResolvedPlan, new: ResolvedPlan, words: Catalogue) -> list[str]:
    """The changes from `old` to `new`, a sentence or a few each; none for equal plans.

    Order: stopped, new, changed items in the new order, the order itself, what is asked about, the review date.
    Raises `PlanError` for exercises that do not exist.
    """
    before, after = _by_key(old.plan), _by_key(new.plan)
    old_names, new_names = _names(old), _names(new)
    said = [words.say("changes.stopped", name=old_names[key]) for key in before if key not in after]
    said += [words.say("changes.new", name=new_names[key]) for key in after if key not in before]
    stayed = [key for key in after if key in before]
    for key in stayed:
        said += [
            words.say("changes.item", name=new_names[key], text=text)
            for text in item_changes(before[key], after[key], words)
        ]
    if stayed != [key for key in before if key in after]:
        said.append(words.say("changes.order", names=words.listing(new_names[key] for key in after)))
    if old.plan.activities != new.plan.activities:
        said.append(_asked(new.plan, words))
    review_on = new.plan.review_on
    if old.plan.review_on != review_on:
        said.append(
            words.say("changes.review", date=words.date(review_on)) if review_on else words.say("changes.no_review")
        )
    return said


def _by_key(plan: Plan) -> dict[_Key, Prescription]:
    return {(item.item_id, item.exercise_id): item for item in plan.items}


def _names(known: ResolvedPlan) -> dict[_Key, str]:
    return {key: known.exercise(item).patient_name for key, item in _by_key(known.plan).items()}


def item_changes(old: Prescription, new: Prescription, words: Catalogue) -> Iterator[str]:
    """What is different between two states of one item, without its name."""
    dose = dose_sentences(new.dose, new.sides, words)
    if dose != dose_sentences(old.dose, old.sides, words):
        yield words.prose(dose)
    if old.dose.rest_rep_s != new.dose.rest_rep_s:
        rest = new.dose.rest_rep_s
        yield words.say("changes.rest_rep", time=spoken(rest, words)) if rest else words.say("changes.no_rest_rep")
    if new.sides == "each" and old.lead_side != new.lead_side:
        yield words.say("changes.lead", side=words.say(f"side.{new.lead_side}"))
    if old.schedule != new.schedule:
        yield _frequency(new, words)
    if old.rom_limit != new.rom_limit:
        yield words.say("changes.range")
    if old.surface != new.surface and new.surface:
        yield words.say(f"changes.on_{new.surface}")
    if old.side_order != new.side_order and new.sides == "each":
        yield words.say(f"changes.{new.side_order or 'sides_in_turn'}")
    if old.note != new.note:
        yield words.say("changes.note", note=new.note) if new.note else words.say("changes.no_note")


def _asked(plan: Plan, words: Catalogue) -> str:
    """The activities as they stand now."""
    if not plan.activities:
        return words.say("changes.no_activities")
    names = words.say("mark.list").join(str(words.whole(name)) for name in plan.activities)
    return words.say("changes.activities", names=names)


def _frequency(item: Prescription, words: Catalogue) -> str:
    schedule = item.schedule
    return frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
