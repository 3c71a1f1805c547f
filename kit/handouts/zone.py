"""A time zone as a calendar file carries it: its offsets and clock changes over the days that the file is about."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

DAY = dt.timedelta(days=1)


def timezone(zone: ZoneInfo, first: dt.date, last: dt.date) -> Timezone:
    """The zone's offsets from before the `first` day to after the `last`, each from its own clock change on.

    Built here, because a change is to be told on the clock that it ends: 02:00, not 03:00, in a spring of New York.
    """
    start, end = (dt.datetime.combine(day, dt.time(), dt.UTC) for day in (first - 2 * DAY, last + 2 * DAY))
    component = Timezone()
    component.add("tzid", zone.key)
    component.add_component(_observance(start, _offset(start, zone), zone))
    for day in (start + n * DAY for n in range((end - start).days)):
        old = _offset(day, zone)
        if _offset(day + DAY, zone) != old:
            component.add_component(_observance(_change(day, zone), old, zone))
    return component


def _change(low: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The first minute with another offset, within a day after `low`."""
    minutes = range(24 * 60 + 1)
    old = _offset(low, zone)
    return next(at for n in minutes if _offset(at := low + dt.timedelta(minutes=n), zone) != old)


def _observance(at: dt.datetime, old: dt.timedelta, zone: ZoneInfo) -> Component:
    """What counts from the moment `at` on, where the offset was `old` before."""
    local = at.astimezone(zone)
    component = TimezoneDaylight() if local.dst() else TimezoneStandard()
    component.add("dtstart", (at + old).replace(tzinfo=None))
    component.add("tzoffsetfrom", old)
    component.add("tzoffsetto", _offset(at, zone))
    component.add("tzname", local.tzname())
    return component


def _offset(at: dt.datetime, zone: ZoneInfo) -> dt.timedelta:
    return at.astimezone(zone).utcoffset() or dt.timedelta()
