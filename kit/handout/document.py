"""From a plan to the document: every choice of what a handout says is made here, none of how it looks."""

from __future__ import annotations

from collections.abc import Iterator

from kit.clinic import Clinic
from kit.errors import PlanError
from kit.handout.diary_sheet import diary_sheet
from kit.handout.exercise_block import exercise_block
from kit.handout.nodes import Box, Document, Facts, Heading, Node, PageBreak, Text
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.timing.session import session
from kit.words.catalogue import Catalogue
from kit.words.dose import frequency_sentence
from kit.words.durations import minutes_to_allow
from kit.words.red_flags import Concern, help_tiers
from kit.words.text import LINE, clip


def document(plan: Plan, library: Library, clinic: Clinic, name: str = "") -> Document:
    """The handout of `plan`; `name` is printed beside the label and stored nowhere.

    Raises `PlanError` when the plan is empty or names an exercise that does not exist.
    """
    faults = plan.faults(library)
    if faults:
        raise PlanError(faults)
    words = Catalogue(clinic.locale)
    known = plan.library(library)
    language, _, region = clinic.locale.partition("-")
    footer = words.say("handout.footer", label=plan.patient or plan.plan_id, version=plan.version)
    return Document(
        lang=language,
        region=region,
        title=plan.title,
        purpose=words.say("handout.purpose", len(plan.items)),
        author=", ".join(filter(None, (clinic.therapist, clinic.name))),
        on=plan.issued.on if plan.issued else plan.start,
        draft=words.say("handout.draft_short") if plan.is_draft else "",
        draft_banner=words.say("handout.draft") if plan.is_draft else "",
        footer=footer,
        page_of=words.say("handout.page", page="{page}", pages="{pages}"),
        paper=clinic.paper,
        colour=clinic.colour,
        nodes=tuple(_nodes(plan, known, clinic, words, name)),
    )


def _nodes(plan: Plan, library: Library, clinic: Clinic, words: Catalogue, name: str) -> Iterator[Node]:
    yield Facts(tuple(_facts(plan, library, clinic, words, clip(name, LINE))))
    lines = ("safety.pull", "safety.stop", "safety.check", "safety.persists")
    yield Box("safety", words.say("safety.title"), "", tuple(map(words.say, lines)))
    yield Heading(1, words.say("safety.help"))
    for tier in help_tiers(_concerns(plan, library), clinic.emergency, words):
        yield Box(tier.name, tier.heading, tier.first, tier.signs)
    yield Heading(1, words.say("handout.before"))
    yield Text(words.say("handout.warm_up"))
    yield Heading(1, words.say("handout.missed"))
    yield Text(words.say("handout.missed_rule"))
    yield PageBreak()
    yield Heading(1, words.say("handout.exercises"))
    steps = session(plan, library)
    for number, item in enumerate(plan.items, 1):
        yield exercise_block(number, item, library[item.exercise_id], steps.item_s(item.item_id), words)
    yield PageBreak()
    yield Heading(1, words.say("diary.title"))
    yield from diary_sheet(plan, library, words)
    yield Text(words.say("handout.private"))
    yield from _licences(plan, library, words)
    if any(library[item.exercise_id].review == "draft" for item in plan.items):
        yield Text(words.say("handout.unreviewed"))


def _facts(plan: Plan, library: Library, clinic: Clinic, words: Catalogue, name: str) -> Iterator[tuple[str, str]]:
    minutes = minutes_to_allow(session(plan, library).total_s)
    by = ", ".join(filter(None, (plan.issued.by if plan.issued else clinic.therapist, clinic.name)))
    facts = [
        ("for", " · ".join(filter(None, (name, plan.patient))) or "_" * 24),
        ("by", by),
        ("contact", " · ".join(filter(None, (clinic.contact, clinic.hours)))),
        ("date", words.date(plan.issued.on) if plan.issued else ""),
        ("start", words.date(plan.start)),
        ("review", words.date(plan.until)),
        ("version", f"{plan.plan_id}, {plan.version}"),
        ("time", words.say("handout.allow", minutes)),
        ("when", _when(plan, words)),
        ("equipment", _equipment(plan, library, words)),
        ("goal", plan.context.goal),
    ]
    yield from ((words.say(f"handout.{key}"), value) for key, value in facts if value)


def _licences(plan: Plan, library: Library, words: Catalogue) -> Iterator[Node]:
    """A line for each exercise whose licence asks that it and the author are named."""
    for key in dict.fromkeys(item.exercise_id for item in plan.items):
        licence = library[key].licence
        if licence and licence.print_notice:
            by = " · ".join(filter(None, (licence.author, licence.name, licence.url)))
            yield Text(words.say("handout.licence", name=library[key].patient_name, by=by))


def _when(plan: Plan, words: Catalogue) -> str:
    """The days, where all items share them; else each exercise says its own."""
    schedules = {item.schedule for item in plan.items}
    if len(schedules) > 1:
        return words.say("handout.see_each")
    schedule = schedules.pop()
    return frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)


def _equipment(plan: Plan, library: Library, words: Catalogue) -> str:
    things = dict.fromkeys(thing.name for item in plan.items for thing in library[item.exercise_id].equipment)
    return "; ".join(things) or words.say("handout.nothing_needed")


def _concerns(plan: Plan, library: Library) -> set[Concern]:
    """Which signs concern this patient beside those for all: by region, age and pregnancy."""
    regions = {r for item in plan.items for r in library[item.exercise_id].all_regions}
    regions |= {c.region for c in plan.context.conditions if c.region}
    found: set[Concern] = set()
    if "knee" in regions:
        found.add("knee")
    if "neck" in regions:
        found.add("neck")
    if any(c.condition.startswith("pregnancy") for c in plan.context.conditions):
        found.add("pregnancy")
    if plan.context.age is not None and plan.context.age < 18:
        found.add("under_18")
    return found
