"""The calendar painter: `calendar.ics`, an event a session, from all versions of one plan.

Importing a newer file changes the events of an older one and never doubles them. A session keeps its UID in
every version: its plan's code, and its day and number. SEQUENCE rises with the version, within a version with its
pauses, and above what was handed out before where a session has changed since; one that has not changed keeps what it
had. What a version, a pause or an edit takes away is sent as cancelled. Nothing here reads the clock: the same plans,
after the same file, give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event

from kit.clinic import Clinic
from kit.errors import ContentError, Fault, PlanError
from kit.handouts.pain_boxes import pain_lines
from kit.handouts.sent import CANCELLED, CONFIRMED, TENTATIVE, Sent, content_of
from kit.handouts.told import dose_told
from kit.handouts.warm_up import warm_up
from kit.handouts.zone import timezone
from kit.plan.pain import pain_kind
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.plan.versions import InForce, in_force
from kit.timing.allow import to_allow_s
from kit.timing.slots import slots
from kit.words.catalogue import Catalogue
from kit.words.dose import frequency_sentence
from kit.words.numbers import minutes_to_allow
from kit.words.text import LINE, clean, clip

PRODUCT = "-//Homestretch//Exercise plan//EN"
UIDS = uuid.UUID("6f2b7d1e-93a4-5c58-8d0e-4b1f7a2c9e35")  # of this kit; another one would double every event
PAUSES = 1000  # the pauses of a version count below the version
ROUND_MIN = 5
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Times:
    """When sessions are: one a day in the `morning`, several evenly from `morning` to `evening`.

    `zone` is a name such as "Europe/London"; without one, times are those of whatever clock the patient looks at.
    """

    morning: dt.time = dt.time(9)
    evening: dt.time = dt.time(19)
    zone: str | None = None

    def at(self, day: dt.date, position: int, count: int) -> dt.datetime:
        """The start of session `position` (from 0) of `count` on `day`, on the clock, in whole 5 minutes."""
        first, last = (dt.datetime.combine(day, t) for t in (self.morning, self.evening))
        step = (last - first) / max(count - 1, 1) * position
        return first + dt.timedelta(minutes=int(step.total_seconds()) // 60 // ROUND_MIN * ROUND_MIN)


CLOCK = Times()
NOTHING: Mapping[str, Sent] = {}


@dataclass(frozen=True)
class _Entry:
    """A session with a day and a start: `key` names it in its plan, `suggested` where all of it is of free choice."""

    key: str
    start: dt.datetime
    items: tuple[Prescription, ...]
    suggested: bool
    minutes: int  # to keep free, rounded up

    @property
    def day(self) -> dt.date:
        return self.start.date()


def calendar_ics(
    plans: Iterable[ResolvedPlan],
    clinic: Clinic,
    words: Catalogue,
    *,
    times: Times = CLOCK,
    show_title: bool = False,
    earlier: Mapping[str, Sent] = NOTHING,
) -> bytes:
    """The sessions of all versions of one plan; give every version, so that what a later one drops is cancelled.

    `earlier` are the events that were handed out before: what is planned no longer is cancelled too.
    The summary is “Exercises”; `show_title` puts the plan's title there, which may name what is wrong.
    Raises `PlanError` for a plan that cannot be handed out, `ContentError` for versions that do not belong
    together, for none, and for times that are none.
    """
    known = list(plans)
    spans = in_force(one.plan for one in known)
    _check(known, times)
    zone = ZoneInfo(times.zone) if times.zone else None
    by_version = {one.plan.version: one for one in known}
    events = list(_told(spans, by_version, clinic, words, times, zone))
    planned = {str(event["uid"]) for event in events}
    gone = [_taken_back(sent, spans, zone) for sent in _no_longer(spans, planned, earlier)]
    for event in (*events, *gone):
        title = clean(spans[-1].plan.title) if show_title else words.say("calendar.summary")
        event.add("summary", title)
        if event["status"] == CANCELLED:
            event.add("description", words.say("calendar.cancelled"))
        else:
            event.add_component(_alarm(event))
        _revise(event, earlier.get(str(event["uid"])), zone)
    return bytes(_calendar([*events, *gone], zone).to_ical())


def _calendar(events: Sequence[Event], zone: ZoneInfo | None) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if zone and events:
        days = [event.decoded("dtstart").date() for event in events]
        calendar.add_component(timezone(zone, min(days), max(days)))
    for event in events:
        calendar.add_component(event)
    return calendar


def _told(
    spans: Sequence[InForce],
    known: Mapping[int, ResolvedPlan],
    clinic: Clinic,
    words: Catalogue,
    times: Times,
    zone: ZoneInfo | None,
) -> Iterator[Event]:
    """The events of the versions, each that is due with what it says."""
    told: dict[tuple[object, ...], str] = {}  # many sessions are alike, and each kind is put into words once
    for span, entry, cancelled in _events(spans, known, times):
        event = _event(span.plan, entry, zone, cancelled)
        if not cancelled:
            kind = (span.plan.version, entry.suggested, entry.items)
            if kind not in told:
                told[kind] = "\n".join(_description(known[span.plan.version], entry, clinic, words))
            event.add("description", told[kind])
        yield event


def _check(plans: Sequence[ResolvedPlan], times: Times) -> None:
    if not plans:
        raise ContentError(Fault("calendar", "no plan is given.", "Give at least one version of a plan."))
    faults = [fault for one in plans for fault in one.faults]
    if faults:
        raise PlanError(faults)
    if times.evening < times.morning:
        what = f"the evening, {times.evening:%H:%M}, is before the morning, {times.morning:%H:%M}."
        raise ContentError(Fault("calendar times", what, "Give a later evening."))
    try:
        ZoneInfo(times.zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        what = f"“{clip(times.zone or '', LINE)}” is not a known time zone."
        raise ContentError(Fault("calendar time zone", what, "Use a name such as Europe/London.")) from None


# Which sessions there are


def _events(
    spans: Sequence[InForce], known: Mapping[int, ResolvedPlan], times: Times
) -> list[tuple[InForce, _Entry, bool]]:
    """(version, session, cancelled) in order of time: all that any version ever planned, with its pauses or without."""
    due: dict[str, tuple[InForce, _Entry]] = {}
    ever: dict[str, _Entry] = {}
    for span in spans:
        one, plan = known[span.plan.version], span.plan
        planned = list(_entries(one, plan, times))
        # A pause moves what is of free choice within its week, so either may have days that the other has not.
        ever |= {entry.key: entry for entry in _entries(one, plan.model_copy(update={"pauses": ()}), times)}
        ever |= {entry.key: entry for entry in planned}
        due |= {entry.key: (span, entry) for entry in planned if span.start <= entry.day < span.end}
    # Whoever rules the day takes the session away, even after the end of that version.
    gone = (
        (next(span for span in reversed(spans) if span.start <= entry.day), entry, True)
        for key, entry in ever.items()
        if key not in due
    )
    found = [*((span, entry, False) for span, entry in due.values()), *gone]
    return sorted(found, key=lambda event: (event[1].start, event[1].key))


def _entries(known: ResolvedPlan, plan: Plan, times: Times) -> Iterator[_Entry]:
    """The sessions of `plan`, the version `known` or one like it, with their times."""
    minutes = cache(partial(_minutes, known))
    for day, group in itertools.groupby(slots(plan), key=lambda slot: slot.date):
        sessions = list(group)
        for position, slot in enumerate(sessions):
            start = times.at(day, position, len(sessions))
            yield _Entry(f"{day}/{slot.number}", start, slot.items, slot.is_free, minutes(slot.items))


def _minutes(known: ResolvedPlan, items: tuple[Prescription, ...]) -> int:
    return minutes_to_allow(to_allow_s(known, items, warm_up(known).seconds))


# What was handed out before


def _no_longer(spans: Sequence[InForce], planned: set[str], earlier: Mapping[str, Sent]) -> list[Sent]:
    """The events handed out before that no version plans: those to cancel, and those that are cancelled already.

    What an earlier version confirmed for days before the first one of `spans` was in force, and is left alone.
    """
    gone = [
        sent
        for uid, sent in earlier.items()
        if uid not in planned and not (sent.status == CONFIRMED and sent.start.date() < spans[0].start)
    ]
    return sorted(gone, key=lambda sent: (sent.start.replace(tzinfo=None), sent.uid))


def _taken_back(sent: Sent, spans: Sequence[InForce], zone: ZoneInfo | None) -> Event:
    """The cancelled event of a session that was handed out and is planned no longer."""
    start, end = (_on_the_clock(at, zone) for at in (sent.start, sent.end))
    return _bare(spans[-1].plan, sent.uid, start, end, CANCELLED)


def _on_the_clock(at: dt.datetime, zone: ZoneInfo | None) -> dt.datetime:
    """The time that the clock showed, in the zone of today's calendar."""
    return _moment(at.replace(tzinfo=None), dt.timedelta(), zone)


def _revise(event: Event, sent: Sent | None, zone: ZoneInfo | None) -> None:
    """Number the event: as it was handed out before where it is the same, else above that.

    What was cancelled stays cancelled where it was, on whichever day another version would have had it.
    """
    if sent is None:
        return
    stays = event["status"] == sent.status == CANCELLED
    if stays:
        del event["dtstart"], event["dtend"]
        event.add("dtstart", _on_the_clock(sent.start, zone))
        event.add("dtend", _on_the_clock(sent.end, zone))
    if stays or content_of(event) == sent.content:
        revision, stamp = sent.sequence, sent.stamp
    else:
        revision, stamp = max(event.decoded("sequence"), sent.sequence + 1), event.decoded("dtstamp")
    del event["sequence"], event["dtstamp"]
    event.add("sequence", revision)
    event.add("dtstamp", stamp)


# What an event says


def _event(plan: Plan, entry: _Entry, zone: ZoneInfo | None, cancelled: bool) -> Event:
    """The event without its words."""
    uid = f"{uuid.uuid5(UIDS, f'{plan.code}/{entry.key}')}@{plan.code}"
    start = _moment(entry.start, dt.timedelta(), zone)
    end = _moment(entry.start, dt.timedelta(minutes=entry.minutes), zone)
    return _bare(plan, uid, start, end, CANCELLED if cancelled else TENTATIVE if plan.is_draft else CONFIRMED)


def _bare(plan: Plan, uid: str, start: dt.datetime, end: dt.datetime, status: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", dt.datetime.combine(plan.issued.on if plan.issued else plan.start, dt.time(), dt.UTC))
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("sequence", plan.version * PAUSES + min(len(plan.pauses), PAUSES - 1))
    event.add("status", status)
    event.add("class", "PRIVATE")
    return event


def _moment(start: dt.datetime, after: dt.timedelta, zone: ZoneInfo | None) -> dt.datetime:
    """`after` the start as time passes, so that a session is as long on the night of a clock change."""
    if zone is None:
        return start + after
    return (start.replace(tzinfo=zone).astimezone(dt.UTC) + after).astimezone(zone)


def _alarm(event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", dt.timedelta())
    return alarm


def _description(known: ResolvedPlan, entry: _Entry, clinic: Clinic, words: Catalogue) -> Iterator[str]:
    """The lines: what the handout says of these exercises, and nothing of why they are done."""
    if known.plan.is_draft:
        yield words.say("handout.draft")
    yield words.say("calendar.time", entry.minutes)
    numbers = {item.item_id: number for number, item in enumerate(known.plan.items, 1)}  # as on the sheet
    for item in entry.items:
        name, dose = clean(known.exercise(item).patient_name), dose_told(item, known.exercise(item), words)
        yield words.say("calendar.exercise", number=numbers[item.item_id], name=name, dose=clean(" ".join(dose)))
        if item.schedule.days_a_week and not entry.suggested:  # beside what is due on this day and no other
            often = item.schedule
            yield clean(frequency_sentence(None, often.days_a_week, often.times_a_day, words))
        if note := clean(item.note):
            yield words.say("calendar.note", note=note)
    if entry.suggested:
        yield words.say("calendar.suggested")
    for kind in dict.fromkeys(pain_kind(known.plan, item, known.exercise(item)) for item in entry.items):
        yield words.say("calendar.pain", kind=words.say(f"pain.of.{kind}"), lines=" ".join(pain_lines(kind, words)))
    if contact := ", ".join(filter(None, map(clean, (clinic.name, clinic.contact, clinic.hours)))):
        yield words.say("calendar.contact", contact=contact)
