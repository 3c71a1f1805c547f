"""On which clock the sessions of a calendar are: their times of day, and the time zone that the clinic means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from kit.clinic import FLOATING, Clinic
from kit.errors import Fault

ROUND_MIN = 5


@dataclass(frozen=True)
class Times:
    """When sessions are: one a day in the `morning`, several evenly from `morning` to `evening`.

    `zone` is a name such as "Europe/London"; without one they float: they are those of whatever clock the patient
    looks at.
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


def clinic_times(clinic: Clinic, year: int) -> Times:
    """The clinic's own time zone, or its country's where that has only one in `year`.

    Times float where the clinic chose so, and where nobody can know: `unsaid_zone` tells that.
    """
    if clinic.time_zone:
        return Times(zone=None if clinic.time_zone == FLOATING else clinic.time_zone)
    return Times(zone=_country_zone(_country(clinic), year))


def unsaid_zone(clinic: Clinic, year: int) -> tuple[Fault, ...]:
    """That the clinic has to choose, where it has not and its country has several time zones, or none that is known."""
    if clinic.time_zone or clinic_times(clinic, year).zone:
        return ()
    what = f"is not set, and {_country(clinic)} has not one time zone alone. The calendar keeps to the patient's clock."
    return (
        Fault("clinic.toml, time_zone", what, f"Write one such as America/New_York, or “{FLOATING}” to keep it so."),
    )


def _country(clinic: Clinic) -> str:
    return clinic.locale.partition("-")[2]


@cache
def _country_zone(country: str, year: int) -> str | None:
    """The zone of a country; of several that show the same time through the `year`, the first."""
    names = [name for code, name in _places() if code == country]
    clocks = {_offsets(ZoneInfo(name), year) for name in names}
    return names[0] if len(clocks) == 1 else None


def _places() -> Iterator[tuple[str, str]]:
    """(country, zone) of the list that comes with the time zones themselves."""
    text = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            yield country, zone


def _offsets(zone: ZoneInfo, year: int) -> tuple[dt.timedelta | None, ...]:
    return tuple(dt.datetime(year, month, 15, 12, tzinfo=zone).utcoffset() for month in range(1, 13))
