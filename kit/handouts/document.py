"""From a plan to the document: every choice of what a handout says is made here, none of how it looks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from kit.clinic import Clinic
from kit.handouts.care_boxes import care_boxes
from kit.handouts.dangers import dangers
from kit.handouts.diary_sheet import diary_sheet
from kit.handouts.exercise_block import exercise_block
from kit.handouts.falls_boxes import falls_boxes
from kit.handouts.help_boxes import help_boxes
from kit.handouts.in_short import in_short, shared_days
from kit.handouts.logo import link_svg, logo_svg
from kit.handouts.meanings import meanings
from kit.handouts.nodes import Box, Document, ExerciseBlock, Facts, Heading, Node, PageBreak, Text
from kit.handouts.pain_boxes import pain_boxes
from kit.handouts.pen_sheet import pen_sheet
from kit.handouts.ready import ready
from kit.handouts.signs import day_letters, signs
from kit.handouts.style import Style
from kit.handouts.things import things
from kit.library.pain import pain_rules
from kit.library.translation import cautions
from kit.plan.changes import changes
from kit.plan.pain import pain_kinds
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.plan.steady import may_fall
from kit.plan.versions import in_place_of
from kit.timing.allow import to_allow_s
from kit.timing.session import session_of
from kit.timing.warm_up import warm_up
from kit.words.catalogue import MARKS, Catalogue
from kit.words.numbers import minutes_to_allow
from kit.words.phone import phone_numbers
from kit.words.text import LINE, clip

_INK = "#1b1f24"  # the accent of grey print
_LABELS = (
    *("order", "ready", "warm", "more", "takes", "onward", "overleaf", "behind", "sooner"),
    *("often", "much", "long", "questions", "helper", "signs", "emergency"),
)
_FOOTER = 24  # letters of a label at the foot of each sheet; the whole label stands on the first


def document(
    plan: ResolvedPlan,
    clinic: Clinic,
    name: str = "",
    style: Style = Style(),
    since: ResolvedPlan | None = None,
) -> Document:
    """The handout of a plan; `name` is printed beside the label and stored nowhere.

    With `since`, an earlier version, it says what has changed from that one. Raises `PlanError` when the plan is
    empty or names an exercise that does not exist.
    """
    words = Catalogue(clinic.locale)
    known = plan.sound().told_in(words)
    return _document(known, clinic, words, name, style, since and since.told_in(words))


def _document(
    known: ResolvedPlan, clinic: Clinic, words: Catalogue, name: str, style: Style, since: ResolvedPlan | None
) -> Document:
    plan = known.plan
    language, _, region = clinic.locale.partition("-")
    # The code stands as it does in file names and in the diary, in one group, so that it can be searched for.
    label = clip(plan.patient or plan.plan_id, _FOOTER)
    drawn = signs(known, words)
    before = ready(known, words, style.palette)
    nodes = tuple(_nodes(known, clinic, words, name, style, since))
    pictures = [picture for node in nodes if isinstance(node, ExerciseBlock) for picture in node.pictures]
    footer = words.say("handout.footer", label=label, version=plan.version, code=plan.code)
    return Document(
        lang=language,
        region=region,
        form=style.form or clinic.form,
        direction=words.direction,
        title=plan.title,
        purpose=words.say("handout.purpose", len(plan.items)),
        author=", ".join(filter(None, (clinic.therapist, clinic.name))),
        on=plan.issued.on if plan.issued else plan.start,
        draft=words.say("handout.draft_short") if plan.is_draft else "",
        draft_banner=words.say("handout.draft") if plan.is_draft else "",
        footer=footer,
        page_of=words.say("handout.page", page="{page}", pages="{pages}"),
        paper=style.paper or clinic.sheet,
        large=style.large_print,
        grey=style.grey,
        colour=_INK if style.grey else clinic.colour,
        logo=logo_svg(clinic),
        link=clinic.link or "",
        link_title=words.say("handout.link"),
        link_svg=link_svg(clinic),
        overview=words.say("handout.overview"),
        labels=_labels(clinic, words),
        marks={name: words.mark(name) for name in MARKS},
        nodes=nodes,
        diary=pen_sheet(known, words, style.diary or clinic.diary, _whose(plan, clip(name, LINE)), clinic.contact),
        signs=drawn,
        dangers=dangers(known, clinic, words, large=style.large_print),
        ready=before,
        meanings=meanings(drawn, pictures, before, words, style.palette),
        days=day_letters(words),
        emergency=clinic.emergency,
    )


def _labels(clinic: Clinic, words: Catalogue) -> dict[str, str]:
    """The words of the sheet itself; page and time are filled in where they stand."""
    return {key: words.say(f"sheet.{key}", page="{page}", time="{time}", number=clinic.emergency) for key in _LABELS}


def _nodes(
    known: ResolvedPlan, clinic: Clinic, words: Catalogue, name: str, style: Style, since: ResolvedPlan | None
) -> Iterator[Node]:
    plan, timed = known.plan, session_of(known)
    yield from map(Text, cautions((exercise for _, exercise in known.entries), words))
    if corrected := in_place_of(plan):
        yield Text(words.say("handout.in_place", version=corrected), strong=True)
    elif plan.replaces:
        start, before = words.date(plan.start), plan.replaces.version
        yield Text(words.say("handout.in_place_from", date=start, version=before), strong=True)
    yield _named(_key_facts(known, words), words, key=True)
    yield _named(_facts(known, clinic, words, clip(name, LINE)), words, calls=phone_numbers(clinic.contact))
    has_diary = (style.diary or clinic.diary) != "none"
    yield in_short(known, words, diary=has_diary)
    if since:
        yield Heading(1, words.say("handout.changed"))
        changed = changes(since, known, words) or [words.say("handout.nothing_changed")]
        yield Box("plain", words.say("handout.changed_since", version=since.plan.version), "", tuple(changed))
    yield Box("safety", words.say("safety.title"), "", tuple(_safety(known, words)))
    yield from care_boxes(known, words)
    yield _named(_rules(known, words, diary=has_diary), words)
    yield PageBreak()
    yield Heading(1, words.say("safety.help"))
    yield from help_boxes(known, clinic, words)
    yield Heading(1, words.say("pain.title"))
    yield from pain_boxes(known, words)
    yield from falls_boxes(known, clinic, words)
    yield Heading(1, words.say("handout.exercises"))
    careful = may_fall(plan.context, plan.start)
    for number, entry in enumerate(known.entries, 1):
        seconds = timed.item_s(entry.item.item_id)
        yield exercise_block(number, entry, seconds, plan, words, style.palette, careful=careful)
    yield PageBreak(medium="paper")
    yield Heading(1, words.say("diary.title"), medium="paper")
    yield from diary_sheet(known, words)
    yield Text(words.say("handout.private"))
    yield from _licences(known, words)
    if any(exercise.review == "draft" for _, exercise in known.entries):
        yield Text(words.say("handout.unreviewed"))


def _named(
    rows: Iterable[tuple[str, str]], words: Catalogue, *, key: bool = False, calls: tuple[str, ...] = ()
) -> Facts:
    """Facts of (key of the catalogue, value) under the names that the language has for them."""
    keyed = tuple(rows)
    named = tuple((words.say(f"handout.{name}"), value) for name, value in keyed)
    return Facts(named, key=key, keys=tuple(name for name, _ in keyed), calls=calls)


def _key_facts(known: ResolvedPlan, words: Catalogue) -> Iterator[tuple[str, str]]:
    """How long with the warm-up and all ways between, when, until when."""
    minutes = minutes_to_allow(to_allow_s(known, warm_up_s=warm_up(known).seconds))
    rounds = any(item.schedule.times_a_day > 1 for item in known.plan.items)
    yield "time", words.say("handout.allow_round" if rounds else "handout.allow", minutes)
    yield "when", shared_days(known, words) or words.say("handout.see_each")
    yield "review", words.date(known.plan.until)


def _facts(known: ResolvedPlan, clinic: Clinic, words: Catalogue, name: str) -> Iterator[tuple[str, str]]:
    plan = known.plan
    by = ", ".join(filter(None, (plan.issued.by if plan.issued else clinic.therapist, clinic.name)))
    needs, helps = (words.say("mark.list").join(str(words.whole(n)) for n in names) for names in things(known, words))
    facts = [
        ("for", _whose(plan, name)),
        ("goal", plan.context.goal),
        ("matters", words.say("mark.list").join(str(words.whole(activity)) for activity in plan.activities)),
        ("equipment", needs or words.say("handout.nothing_needed")),
        ("optional", helps),
        ("by", by),
        ("contact", " · ".join(filter(None, (clinic.contact, clinic.hours)))),
        ("date", words.date(plan.issued.on) if plan.issued else ""),
        ("dates", _days(plan, words)),
        ("version", f"{plan.plan_id}, {plan.version}"),
    ]
    yield from ((key, str(words.whole(value))) for key, value in facts if value)


def _days(plan: Plan, words: Catalogue) -> str:
    """The first day and the last, how many weeks they are where these are whole ones, and that no time is set."""
    weeks, more = divmod((plan.until - plan.start).days, 7)
    days = words.days(plan.start, plan.until - dt.timedelta(days=1))
    if more or not weeks:
        return words.say("handout.dates_other", date=days)
    return words.say("handout.dates_weeks", weeks, date=days)


def _whose(plan: Plan, name: str) -> str:
    """Name and label, or room to write the name."""
    return " · ".join(filter(None, (name, plan.patient))) or "_" * 24


def _safety(known: ResolvedPlan, words: Catalogue) -> Iterator[str]:
    """The founding lines, each where it is true of this plan: which work may hurt, and who chose the exercises."""
    kinds = pain_kinds(known)
    if set(kinds) == {"stretch"}:
        yield words.say("safety.pull")
    if known.plan.issued:
        yield words.say("safety.chosen")
        yield words.say("safety.chest")
    else:
        yield words.say("safety.check")
    if not all(pain_rules().kinds[kind].pain_expected for kind in kinds):
        yield words.say("safety.persists")


def _rules(known: ResolvedPlan, words: Catalogue, *, diary: bool) -> Iterator[tuple[str, str]]:
    """What counts for every exercise."""
    yield "before", warm_up(known).told(words)
    yield "missed", words.say("handout.missed_rule")
    if any(item.dose.effort_target is not None for item in known.plan.items):
        yield "effort", words.say("handout.effort_scale")
    own = known.plan.told_next
    yield "next", str(words.whole(own)) if own else words.say("handout.next_review" if diary else "handout.next_alone")


def _licences(known: ResolvedPlan, words: Catalogue) -> Iterator[Node]:
    """A line for each exercise whose licence asks that it and the author are named."""
    for exercise in {exercise.id: exercise for _, exercise in known.entries}.values():
        licence = exercise.licence
        if licence and licence.print_notice:
            by = " · ".join(filter(None, (licence.author, licence.name, licence.url)))
            yield Text(words.say("handout.licence", name=exercise.patient_name, by=by))
