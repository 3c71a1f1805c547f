"""One event of the calendar: its name, its moments, its status and its alarm, without its words."""

from __future__ import annotations

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event

from kit.clinic import Clinic
from kit.handouts.event_text import contact_told
from kit.handouts.planned import Planned
from kit.handouts.sent import CANCELLED, CONFIRMED, TENTATIVE
from kit.plan.plan import Plan
from kit.words.phone import dial, phone_numbers
from kit.words.text import clean

UIDS = uuid.UUID("6f2b7d1e-93a4-5c58-8d0e-4b1f7a2c9e35")  # of this kit; another one would double every event
PAUSES = 1000  # the pauses of a version count below the version


def event_of(plan: Plan, entry: Planned, zone: ZoneInfo | None, cancelled: bool) -> Event:
    """The event without its words."""
    uid = f"{uuid.uuid5(UIDS, f'{plan.code}/{entry.key}')}@{plan.code}"
    start = moment(entry.start, dt.timedelta(), zone)
    end = moment(entry.start, dt.timedelta(minutes=entry.minutes), zone)
    return bare(plan, uid, start, end, CANCELLED if cancelled else TENTATIVE if plan.is_draft else CONFIRMED)


def bare(plan: Plan, uid: str, start: dt.datetime, end: dt.datetime, status: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", dt.datetime.combine(plan.issued.on if plan.issued else plan.start, dt.time(), dt.UTC))
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("sequence", plan.version * PAUSES + min(len(plan.pauses), PAUSES - 1))
    event.add("status", status)
    event.add("class", "PRIVATE")
    return event


def moment(start: dt.datetime, after: dt.timedelta, zone: ZoneInfo | None) -> dt.datetime:
    """`after` the start as time passes, so that a session is as long on the night of a clock change."""
    if zone is None:
        return start + after
    return (start.replace(tzinfo=zone).astimezone(dt.UTC) + after).astimezone(zone)


def alarm(event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", dt.timedelta())
    return alarm


def on_the_clock(at: dt.datetime, zone: ZoneInfo | None) -> dt.datetime:
    """The time that the clock showed, in the zone of today's calendar."""
    return moment(at.replace(tzinfo=None), dt.timedelta(), zone)


def reached(event: Event, clinic: Clinic) -> None:
    """Whom to call, with the address that a telephone dials, and the clinic's own page, as properties of the event."""
    if contact := contact_told(clinic):
        numbers = phone_numbers(clean(clinic.contact))
        event.add("contact", contact, parameters={"ALTREP": dial(numbers[0])} if numbers else {})
    if clinic.link:
        event.add("url", clinic.link)
