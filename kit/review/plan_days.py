"""The days of a plan against each other and the day of the check: screen, start, review, pauses."""

from __future__ import annotations

from collections.abc import Iterator

from kit.days import in_words
from kit.plan.plan import Plan
from kit.review.case import Case
from kit.review.finding import Finding, Level
from kit.settings import Dates
from kit.words.numbers import counted

SCREEN = "screen plan"  # in the key of what is wrong with the red-flag screen
_OWN = "design choice (D)"
_SCREENED = "Finucane2020 (V)"
_A_SCREEN = "A plan is issued after a screen for signs of serious disease."


def days(case: Case) -> Iterator[Finding]:
    """What is wrong or unusual about the days of a plan."""
    yield from screen(case)
    yield from _start(case)
    yield from _review(case)
    yield from _pauses(case.plan)


def screen(case: Case) -> Iterator[Finding]:
    """A screen that is not done (CAUTION for a draft), that lies ahead, or that is too old (ERROR)."""
    day, most = case.plan.context.red_flags_screened, case.settings.dates.screen_age_days
    if day is None:
        yield screen_missing("CAUTION")
    elif day > case.on:
        what = f"the red-flag screen is dated {in_words(day)}, after {in_words(case.on)}."
        yield _screen("ERROR", what, "Correct the day of the screen.")
    elif (case.on - day).days > most:
        what = f"the red-flag screen is from {in_words(day)}, {counted((case.on - day).days, 'day')} ago."
        source = case.settings.dates.source("screen_age_days", _OWN)
        yield _screen("ERROR", what, f"Ask again: it may be {counted(most, 'day')} old.", source)


def screen_missing(level: Level) -> Finding:
    """The screen was not done: at the issue it is an ERROR."""
    return _screen(level, "the red-flag screen is not done.", "Go through the list and note the day.")


def _screen(level: Level, what: str, mend: str, source: str = "") -> Finding:
    cited_as = f"{_SCREENED}, {source}" if source else _SCREENED
    return Finding(level, "plan", what, _A_SCREEN, cited_as, mend, f"{level} {SCREEN}")


def _start(case: Case) -> Iterator[Finding]:
    dates, start = case.settings.dates, case.plan.start
    for name, apart, side in (
        ("start_before_issue", (case.on - start).days, "before"),
        ("start_after_issue", (start - case.on).days, "after"),
    ):
        caution, error = getattr(dates, name)
        level: Level | None = "ERROR" if apart > error else "CAUTION" if apart > caution else None
        if level:
            what = f"the plan starts on {in_words(start)}, {counted(apart, 'day')} {side} {in_words(case.on)}."
            yield _finding(level, what, "The day may be mistyped.", "Correct the start.", dates, name)


def _review(case: Case) -> Iterator[Finding]:
    plan, dates = case.plan, case.settings.dates
    if plan.until <= case.on and plan.is_draft:
        what = f"the review is on {in_words(plan.until)}, and it is {in_words(case.on)}."
        why = "This plan is over before it is issued."
        yield _finding("ERROR", what, why, "Correct the start or the review.", dates, "")
    length = (plan.until - plan.start).days
    if length > dates.review_after_start_days:
        what = f"the review is {counted(length, 'day')} after the start."
        why = "A plan should be looked at again sooner."
        yield _finding("CAUTION", what, why, "Choose an earlier review.", dates, "review_after_start_days")


def _pauses(plan: Plan) -> Iterator[Finding]:
    inside = 0
    for pause in plan.pauses:
        if pause.start < plan.start or pause.end > plan.until:
            what = f"the pause from {in_words(pause.start)} to {in_words(pause.end)} is outside the plan."
            why = f"The plan runs from {in_words(plan.start)} up to {in_words(plan.until)}."
            yield _finding("ERROR", what, why, "Correct its days.", None, f"pause {pause.start} {pause.end}")
        inside += max(0, (min(pause.end, plan.until) - max(pause.start, plan.start)).days)
    whole = (plan.until - plan.start).days
    if inside >= whole:
        why = "No day of the plan is left."
        yield _finding("ERROR", "the pauses take all days of the plan.", why, "Shorten a pause.", None, "paused")
    elif inside * 2 > whole:
        what = f"the pauses take {inside} of {counted(whole, 'day')}."
        yield _finding("CAUTION", what, "Little of the plan is left.", "Move the start or the review.", None, "paused")


def _finding(level: Level, what: str, why: str, mend: str, dates: Dates | None, about: str) -> Finding:
    """`about`: the name of the setting, if `dates` has it."""
    source = dates.source(about, _OWN) if dates and about else _OWN
    key = f"{level} days plan {about or 'over'}"
    return Finding(level, "plan", what, why, source, mend, key)
