"""A plan on its way to paper: what is left to do before it is issued, in words."""

from __future__ import annotations

import datetime as dt
from functools import cache

from kit.clinic import FORMS, PENS, Clinic, Form, Pen
from kit.plan.plan import Plan
from kit.review.plan_days import SCREEN
from kit.ui.messages import Pair
from kit.ui.planner.bench import Bench, written
from kit.ui.planner.shown import FindingShown, ReviewShown, ScreenShown
from kit.ui.planner.since import since
from kit.ui.planner.to_issue import LastForm, ReviewOffered, ToIssue
from kit.words.numbers import counted
from kit.words.sentences import languages, read

_WEEKS = (2, 3, 4, 6)
SHEETS = {"a4": "A4", "letter": "Letter"}
_FORMS: dict[Form, str] = {
    "page": "Page and overleaf",
    "leaflet": "Leaflet",
    "cards": "Cards for the fridge",
    "pictures": "Pictures and signs",
}
_DIARIES: dict[Pen, str] = {
    "brief": "Brief: mark and pain",
    "full": "Full: also to step up",
    "none": "No diary",
}


def to_issue(
    plan: Plan, bench: Bench, screen: ScreenShown, review: ReviewShown, clinic: Clinic, by: str, last: LastForm | None
) -> ToIssue:
    """What the page shows of it; `by` is the clinician who issued last, `last` how this patient's handout was made."""
    holding = [finding for finding in review["findings"] if finding["holds"]]
    held = [finding for finding in holding if not finding["key"].endswith(SCREEN)]
    due = plan.is_draft and (not screen["done"] or len(held) < len(holding))
    return {
        "waits": _waits(plan, held, due=due) if plan.is_draft else "",
        "held": [finding["key"] for finding in held] if plan.is_draft else [],
        "screen_due": due,
        "by": by,
        "reviews": _reviews(plan.start),
        "next_from": max(bench.today, plan.start + dt.timedelta(days=1)).isoformat(),
        "since": plan.replaces.version if plan.replaces else None,
        "changes": since(plan, bench) if plan.is_draft else [],
        "languages": _languages(clinic.locale),
        "forms": [
            ("" if form == clinic.form else form, _FORMS[form])
            for form in sorted(FORMS, key=lambda form: form != clinic.form)
        ],
        "diaries": [
            ("" if pen == clinic.diary else pen, _DIARIES[pen])
            for pen in sorted(PENS, key=lambda pen: pen != clinic.diary)
        ],
        "paper": SHEETS[clinic.sheet],
        "last": last,
    }


def locale_of(language: str, clinic: Clinic) -> str:
    """The patient's language in the clinic's country, whose numbers to call stay; else the clinic's own."""
    if language not in languages() or language == clinic.locale.partition("-")[0]:
        return clinic.locale
    return f"{language}-{clinic.locale.partition('-')[2]}"


def _waits(plan: Plan, held: list[FindingShown], *, due: bool) -> str:
    if not plan.items:
        return "Add an exercise first"
    if due:
        return "Answer the red-flag question"
    if not held:
        return ""
    if all(finding["asks"] == "" for finding in held):
        return f"{counted(len(held), 'finding')} to mend"
    return f"{counted(len(held), 'finding')} {'waits' if len(held) == 1 else 'wait'} for your answer"


def _reviews(start: dt.date) -> list[ReviewOffered]:
    days = [(weeks, start + dt.timedelta(weeks=weeks)) for weeks in _WEEKS if start.year < dt.MAXYEAR]
    return [{"on": on.isoformat(), "after": f"{weeks} weeks", "written": written(on)} for weeks, on in days]


@cache
def _languages(locale: str) -> list[Pair]:
    """The languages that have sentences, the clinic's own first under an empty key."""
    own = locale.partition("-")[0]
    others = [(language, _called(language)) for language in languages() if language != own]
    return [("", _called(own)), *others]


def _called(language: str) -> str:
    """The name of a language in English, and that nobody has read the translation yet."""
    from babel import Locale  # costs 50 ms; a plan in hand has brought it already

    name = Locale(language).get_display_name("en") or language
    return f"{name}, not yet checked by a person" if read(language)[0].translation == "draft" else name
