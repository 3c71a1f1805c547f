"""The calendar painter: `calendar.ics`, an event a session, from all versions of one plan.

Importing a newer file changes the events of an older one and never doubles them. A session keeps its UID in
every version: its plan's code, and its day and number. SEQUENCE rises with the version, within a version with its
pauses, and above what was handed out before where a session has changed since; one that has not changed keeps what it
had. What a version, a pause or an edit takes away is sent as cancelled. Nothing here reads the clock: the same plans,
after the same file, give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event

from kit.clinic import Clinic
from kit.errors import ContentError, Fault, PlanError
from kit.handouts.clock import CLOCK, Times
from kit.handouts.event import alarm, event_of, reached
from kit.handouts.event_text import description
from kit.handouts.planned import all_planned
from kit.handouts.revised import no_longer, revise, taken_back
from kit.handouts.sent import CANCELLED, Sent
from kit.handouts.zone import timezone
from kit.plan.resolved import ResolvedPlan
from kit.plan.versions import InForce, in_force
from kit.words.catalogue import Catalogue
from kit.words.text import LINE, clean, clip

PRODUCT = "-//Homestretch//Exercise plan//EN"
NOTHING: Mapping[str, Sent] = {}


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
    gone = [taken_back(sent, spans, zone) for sent in no_longer(spans, planned, earlier)]
    for event in (*events, *gone):
        title = clean(spans[-1].plan.title) if show_title else words.say("calendar.summary")
        event.add("summary", title)
        if event["status"] == CANCELLED:
            event.add("description", words.say("calendar.cancelled"))
        else:
            reached(event, clinic)
            event.add_component(alarm(event))
        revise(event, earlier.get(str(event["uid"])), zone)
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
    for span, entry, cancelled in all_planned(spans, known, times):
        event = event_of(span.plan, entry, zone, cancelled)
        if not cancelled:
            kind = (span.plan.version, entry.suggested, entry.items)
            if kind not in told:
                told[kind] = "\n".join(description(known[span.plan.version], entry, clinic, words))
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
