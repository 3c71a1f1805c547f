"""The plans of a synthetic patient: a template, issued through the review; in the middle perhaps a second version."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random

from kit.library.library import Library
from kit.model import parse
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.template import Template
from kit.review.issue import issue
from kit.samples.matters import named
from kit.samples.traits import STEADY, Traits
from kit.timing.days import DAY, WEEK
from kit.timing.slots import slots

THERAPIST = "Sample Physiotherapist"
SYNTHETIC = "(synthetic)"
_PAUSED_DAYS = 4


def label_of(number: int) -> str:
    """DEMO-001 for the first patient: no label that a real plan gets by itself."""
    return f"DEMO-{number:03}"


def plans(
    number: int, traits: Traits, ready: Sequence[Template], library: Library, start: dt.date, days: int, random: Random
) -> tuple[Plan, ...]:
    """The issued versions of one patient, which run for `days` days in all from `start`."""
    chosen = random.choice([one for one in ready if _suits(one, traits, library, start)])
    label = label_of(number)
    draft = chosen.plan(library, label, start, f"{label} {SYNTHETIC}", random=random)
    draft = named(draft.describe(title=f"{draft.title} {SYNTHETIC}"), number)
    end = start + days * DAY
    change = start + days // 2 // 7 * 7 * DAY if "plan_change" in traits.habits else end
    draft = _screened(draft, start, change, age=random.randint(28, 76), support=True)
    if traits.habits & {"pause", "extra"}:
        first = start + random.randint(8, 9) * DAY
        draft = draft.pause(first, first + _PAUSED_DAYS * DAY, random.choice(("illness", "travel")))
    first_version = issue(draft, library, THERAPIST, start)
    if change == end:
        return (first_version,)
    second = _stepped(_screened(first_version.new_version(change, "Goes well so far."), change, end))
    return first_version, issue(second, library, THERAPIST, change, first_version)


def _screened(draft: Plan, on: dt.date, review_on: dt.date, **facts: int) -> Plan:
    known = {**dict(draft.context), "red_flags_screened": on, **facts}
    return draft.describe(context=parse(Context, known, "sample"), review_on=review_on)


def _stepped(draft: Plan) -> Plan:
    """One repetition more of everything that is counted."""
    for item in draft.items:
        if item.dose.duration_s is None:
            draft = draft.adjust(item.item_id, reps=item.dose.reps + 1)
    return draft


def _suits(one: Template, traits: Traits, library: Library, start: dt.date) -> bool:
    """A side can be left out only where an exercise has two; it takes many sessions to be clearly on track."""
    if traits.trajectory.name == STEADY and not _is_daily(one, library, start):
        return False
    return "one_side" not in traits.habits or any(library[item.exercise_id].sides == "each" for item in one.items)


def _is_daily(one: Template, library: Library, start: dt.date) -> bool:
    draft = one.plan(library, "P-000", start, "P-000", random=Random(0))  # for its days alone
    return len({slot.date for slot in slots(draft, start + WEEK * DAY)}) == WEEK
