"""The events of a calendar that was handed out before, as far as a newer one has to know them.

Read from a file that has been out of the kit's hands: only events of the plan in question count, and a file that
cannot be understood is told and left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from icalendar import Calendar, Component

from kit.errors import ContentError, Fault
from kit.plan.plan import Plan

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
MOST_BYTES = 20_000_000
MOST_REVISIONS = 2**31 - 1  # of the standard's whole numbers
DAYS = (dt.date(1900, 1, 1), dt.date(2202, 1, 1))  # a plan has no others
# A reader of foreign bytes: whatever they lead the library into is a file that cannot be read.
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


@dataclass(frozen=True)
class Sent:
    """One event as it was handed out; `content` is what a patient sees of it."""

    uid: str
    sequence: int
    stamp: dt.datetime
    start: dt.datetime
    end: dt.datetime
    status: str
    content: tuple[object, ...]


def read_sent(text: bytes, plan: Plan, where: str) -> Mapping[str, Sent]:
    """The events of `plan` in a calendar file, by UID. Raises `ContentError` where it cannot be read as one."""
    try:
        if len(text) > MOST_BYTES:
            raise ValueError(f"it has {len(text)} bytes")
        events = Calendar.from_ical(text).walk("VEVENT")
        own = re.compile(rf"[0-9a-f-]{{36}}@{plan.code}")
        found = [_sent(event) for event in events if own.fullmatch(str(event.get("uid", "")))]
    except _UNREADABLE:
        fault = Fault(
            where,
            "cannot be read as the calendar that was handed out before, so what it holds is not taken back.",
            "Ask the patient to delete its events before the new calendar is opened.",
        )
        raise ContentError(fault) from None
    return {sent.uid: sent for sent in sorted(found, key=lambda sent: sent.sequence)}


def content_of(event: Component) -> tuple[object, ...]:
    """What a patient sees of an event."""
    texts = (str(event.get(name, "")) for name in ("status", "summary", "description"))
    return (event.decoded("dtstart"), event.decoded("dtend"), *texts)


def _sent(event: Component) -> Sent:
    made = Sent(
        uid=str(event["uid"]),
        sequence=int(event.decoded("sequence")),
        stamp=event.decoded("dtstamp"),
        start=event.decoded("dtstart"),
        end=event.decoded("dtend"),
        status=str(event["status"]),
        content=content_of(event),
    )
    if made.stamp.tzinfo is None or not 0 <= made.sequence < MOST_REVISIONS:
        raise ValueError("no event of this kit")
    if not all(DAYS[0] <= at.date() <= DAYS[1] for at in (made.start, made.end)):
        raise ValueError("a day outside of every plan")
    return made
