"""What an event of the calendar says: the exercises of its session with the numbers of the sheet, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from kit.clinic import Clinic
from kit.handouts.pain_boxes import pain_lines
from kit.handouts.parts import PAGE
from kit.handouts.planned import Planned
from kit.handouts.told import dose_told
from kit.library.translation import cautions
from kit.plan.pain import pain_kind
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.dose import frequency_sentence
from kit.words.phone import dial, phone_numbers
from kit.words.text import clean


def description(known: ResolvedPlan, entry: Planned, clinic: Clinic, words: Catalogue) -> Iterator[str]:
    """The lines: what the handout says of these exercises, and nothing of why they are done."""
    if known.plan.is_draft:
        yield words.say("handout.draft")
    yield from cautions((known.exercise(item) for item in entry.items), words)
    yield words.say("calendar.time", entry.minutes)
    numbers = {item.item_id: number for number, item in enumerate(known.plan.items, 1)}  # as on the sheet
    for item in entry.items:
        name, dose = clean(known.exercise(item).patient_name), dose_told(item, known.exercise(item), words)
        yield words.say("calendar.exercise", number=numbers[item.item_id], name=name, dose=clean(words.prose(dose)))
        if item.schedule.days_a_week and not entry.suggested:  # beside what is due on this day and no other
            often = item.schedule
            yield clean(frequency_sentence(None, often.days_a_week, often.times_a_day, words))
        if note := clean(item.note):
            yield words.say("calendar.note", note=note)
    if entry.suggested:
        yield words.say("calendar.suggested")
    for kind in dict.fromkeys(pain_kind(known.plan, item, known.exercise(item)) for item in entry.items):
        yield words.say("calendar.pain", kind=words.say(f"pain.of.{kind}"), lines=words.prose(pain_lines(kind, words)))
    if contact := contact_told(clinic):
        yield words.say("calendar.contact", contact=contact)
    for number in phone_numbers(clean(clinic.contact)):
        yield words.say("calendar.call", link=dial(number))
    yield words.say("calendar.page", file=PurePath(PAGE).name)
    if clinic.link:
        yield f"{words.say('handout.link')}{words.mark('named')}{clinic.link}"


def contact_told(clinic: Clinic) -> str:
    """Whom to call, and when they are there; empty where the clinic gives nothing."""
    return ", ".join(filter(None, map(clean, (clinic.name, clinic.contact, clinic.hours))))
