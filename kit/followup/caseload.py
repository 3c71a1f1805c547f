"""Who needs a call this week, and why: all plans in force, those with an open sign for help first.

The weights that order the list are design values (`data/caseload.toml`): a place in it is never told without reasons.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kit.adherence.frames import Frames
from kit.days import in_words
from kit.followup.alerts import Alert
from kit.followup.case import SIGN, Case, Reason
from kit.followup.caseload_rules import ReasonRule, caseload_rules
from kit.followup.one_cause import is_one
from kit.followup.plan_rows import OF_SLOTS, Rows, rows_by_plan
from kit.followup.pointer import pointers_to
from kit.followup.said_reasons import own_reason as _reason
from kit.followup.said_reasons import said_reasons
from kit.followup.unread import Read
from kit.followup.waiting import waits_since
from kit.followup.week_over_week import week_over_week
from kit.plan.plan import Plan
from kit.timing.days import DAY
from kit.words.numbers import counted
from kit.words.red_flags import TIERS

_SILENCE: tuple[ReasonRule, ...] = ("W2", "W1")  # that may tell of the days for which a diary is waited for


@dataclass(frozen=True)
class _Course:
    """A plan on a day: the version in force or the last one that was, and whether another follows, of it or besides."""

    plan: Plan
    has_next: bool
    as_of: dt.date

    @property
    def has_ended(self) -> bool:
        return self.as_of >= self.plan.until

    @property
    def is_shown(self) -> bool:
        """Whether anything is to be done about it still, but for a sign for help."""
        past = (self.as_of - self.plan.until).days
        return not self.has_ended or (
            not self.has_next and past < caseload_rules().rules["ended"].numbers["shown_days"]
        )


def caseload(
    plans: Iterable[Plan],
    frames: Frames,
    found: Iterable[Alert],
    as_of: dt.date,
    drafts: Mapping[str, int] | None = None,
    read: Iterable[Read] = (),
) -> tuple[Case, ...]:
    """The cases as of a day, in the order in which to look at them.

    `plans` are all issued versions, `frames` what was due and logged in them, `found` their alerts; `drafts` gives the
    number of the next version, by code of the plan, where there is one that is not issued; `read` are the patients'
    notes that somebody has read.
    """
    alerts: dict[str, list[Alert]] = defaultdict(list)
    for alert in found:
        alerts[alert.plan_code].append(alert)
    slots, sessions = rows_by_plan(frames.slots, OF_SLOTS), rows_by_plan(frames.sessions, ["date"])
    own, cases = said_reasons(frames, as_of, read), []
    signed = {code for code, of_plan in alerts.items() if any(alert.rule == SIGN for alert in of_plan)}
    for course in _courses(plans, as_of, signed):
        code = course.plan.code
        if course.is_shown or code in signed:
            draft = (drafts or {}).get(code)
            case = _case(course, alerts[code], slots.get(code, []), sessions.get(code, []), draft, own.get(code, ()))
            tiers = [alert.tier for alert in alerts[code] if alert.tier]
            cases.append(replace(case, tier=min(tiers, key=TIERS.index, default=None)))
    return tuple(sorted(cases, key=lambda case: case.place))


def _courses(plans: Iterable[Plan], as_of: dt.date, signed: Container[str]) -> Iterator[_Course]:
    """Each plan that has begun, and those of the codes `signed` whatever their days."""
    by_code: dict[str, list[Plan]] = defaultdict(list)
    by_patient: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        by_code[plan.code].append(plan)
        by_patient[plan.patient_code].append(plan)
    for versions in by_code.values():
        begun = [plan for plan in versions if plan.start <= as_of]
        if begun or versions[0].code in signed:
            now = max(begun, key=lambda plan: plan.version) if begun else min(versions, key=lambda plan: plan.version)
            yield _Course(now, any(_follows(one, now, as_of) for one in by_patient[now.patient_code]), as_of)


def _follows(one: Plan, now: Plan, as_of: dt.date) -> bool:
    """Whether a version of this patient's comes after this one, or another plan runs that ends later."""
    if one.code == now.code:
        return one.version > now.version
    return one.start > as_of or (one.until > as_of and one.until > now.until)


def _case(
    course: _Course, alerts: Iterable[Alert], slots: Rows, sessions: Rows, draft: int | None, own: Iterable[Reason]
) -> Case:
    plan, as_of = course.plan, course.as_of
    last = max((row["date"] for row in sessions if row["date"] and row["date"] <= as_of), default=None)
    reasons = [*_with_overdue(alerts, _overdue(plan, slots, last, as_of))]
    reasons += [*_review(course), *_ended(course), *_draft(draft), *own]
    reasons.sort(key=lambda reason: (reason.rule != SIGN, -reason.weight))
    weeks = week_over_week(slots, as_of)
    head = (plan.code, plan.plan_id, plan.patient, plan.version, plan.start, plan.until, plan.review_on)
    return Case(*head, tuple(reasons), weeks, last, draft)


def _with_overdue(alerts: Iterable[Alert], overdue: Reason | None) -> Iterator[Reason]:
    """The alerts as reasons; a diary that is waited for is named in the one that tells the same silence.

    One cause weighs as much as the heaviest rule that it fires, however many these are.
    """
    weights = caseload_rules().weights
    for alert in alerts:
        weight = max(weights[name] for name in (alert.rule, *alert.also))
        found = Reason(alert.rule, alert.title, alert.why, alert.source, weight, alert.rows, alert.also)
        if overdue and alert.rule in _SILENCE and is_one(overdue.rows, alert.rows):
            found = _named_in(found, overdue)
            overdue = None
        yield found
    if overdue:
        yield overdue


def _named_in(reason: Reason, other: Reason) -> Reason:
    why, weight = f"{reason.why} {other.title}: {other.why}", max(reason.weight, other.weight)
    rows = tuple(dict.fromkeys((*reason.rows, *other.rows)))
    return replace(reason, why=why, weight=weight, rows=rows, also=(*reason.also, other.rule))


def _overdue(plan: Plan, slots: Rows, last: dt.date | None, as_of: dt.date) -> Reason | None:
    since = waits_since(plan.start, plan.until, last, as_of)
    if not since:
        return None
    silent = [row for row in slots if row["date"] >= since]
    due = f"{counted(len(silent), 'session was', 'sessions were')} due"
    return _reason("overdue", pointers_to(silent), since=in_words(since), due=due)


def _review(course: _Course) -> Iterator[Reason]:
    day = course.plan.review_on
    if day is None or course.has_next:
        return
    left = (day - course.as_of).days
    if left < 0:
        yield _reason("review_passed", day=in_words(day), when=f"{counted(-left, 'day')} ago")
    elif left <= caseload_rules().rules["review_soon"].numbers["within_days"]:
        yield _reason("review_soon", day=in_words(day), when=f"in {counted(left, 'day')}" if left else "today")


def _ended(course: _Course) -> Iterator[Reason]:
    if course.has_ended and not course.has_next:
        yield _reason("ended", day=in_words(course.plan.until - DAY))


def _draft(draft: int | None) -> Iterator[Reason]:
    if draft is not None:
        yield _reason("draft", version=draft)
