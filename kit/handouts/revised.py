"""The events of a calendar after those that were handed out before: what is taken back, and how each is numbered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from icalendar import Event

from kit.handouts.event import bare, on_the_clock
from kit.handouts.sent import CANCELLED, CONFIRMED, Sent, content_of
from kit.plan.versions import InForce


def no_longer(spans: Sequence[InForce], planned: set[str], earlier: Mapping[str, Sent]) -> list[Sent]:
    """The events handed out before that no version plans: those to cancel, and those that are cancelled already.

    What an earlier version confirmed for days before the first one of `spans` was in force, and is left alone.
    """
    gone = [
        sent
        for uid, sent in earlier.items()
        if uid not in planned and not (sent.status == CONFIRMED and sent.start.date() < spans[0].start)
    ]
    return sorted(gone, key=lambda sent: (sent.start.replace(tzinfo=None), sent.uid))


def taken_back(sent: Sent, spans: Sequence[InForce], zone: ZoneInfo | None) -> Event:
    """The cancelled event of a session that was handed out and is planned no longer."""
    start, end = (on_the_clock(at, zone) for at in (sent.start, sent.end))
    return bare(spans[-1].plan, sent.uid, start, end, CANCELLED)


def revise(event: Event, sent: Sent | None, zone: ZoneInfo | None) -> None:
    """Number the event: as it was handed out before where it is the same, else above that.

    What was cancelled stays cancelled where it was, on whichever day another version would have had it.
    """
    if sent is None:
        return
    stays = event["status"] == sent.status == CANCELLED
    if stays:
        del event["dtstart"], event["dtend"]
        event.add("dtstart", on_the_clock(sent.start, zone))
        event.add("dtend", on_the_clock(sent.end, zone))
    if stays or content_of(event) == sent.content:
        revision, stamp = sent.sequence, sent.stamp
    else:
        revision, stamp = max(event.decoded("sequence"), sent.sequence + 1), event.decoded("dtstamp")
    del event["sequence"], event["dtstamp"]
    event.add("sequence", revision)
    event.add("dtstamp", stamp)
