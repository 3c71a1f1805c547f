"""The clock of the calendar: the zone that the clinic means; times float only where it said so, or nobody can know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.errors import ContentError
from kit.files import PUBLIC, write_atomic
from kit.handouts.clock import clinic_times, unsaid_zone
from kit.handouts.export import files
from kit.handouts.make import handout
from kit.handouts.parts import CALENDAR
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve

SEVERAL = (
    "clinic.toml, time_zone: is not set, and US has not one time zone alone. The calendar keeps to the patient's clock. "
    "Write one such as America/New_York, or “floating” to keep it so."
)


@pytest.mark.parametrize(
    ("settings", "zone", "told"),
    [
        ({}, "Europe/London", ()),
        ({"locale": "en-IE"}, "Europe/Dublin", ()),
        ({"locale": "ar-EG"}, "Africa/Cairo", ()),
        ({"locale": "ar-GB"}, "Europe/London", ()),
        ({"locale": "en-DE"}, "Europe/Berlin", ()),
        ({"locale": "en-US"}, None, (SEVERAL,)),
        ({"locale": "es-ES"}, None, (SEVERAL.replace("US has", "ES has"),)),
        ({"locale": "en-ZZ"}, None, (SEVERAL.replace("US has", "ZZ has"),)),
        ({"locale": "en-US", "time_zone": "America/Denver"}, "America/Denver", ()),
        ({"locale": "en-US", "time_zone": "floating"}, None, ()),
        ({"time_zone": "floating"}, None, ()),
        ({"time_zone": "Asia/Kolkata"}, "Asia/Kolkata", ()),
    ],
)
def test_the_zone_of_a_clinic(settings: dict[str, Any], zone: str | None, told: tuple[str, ...]) -> None:
    """What the clinic set, else its country's only zone; a country whose zones differ is told, and has to choose."""
    clinic = Clinic(**settings)
    assert clinic_times(clinic, 2026).zone == zone
    assert tuple(map(str, unsaid_zone(clinic, 2026))) == told


@pytest.mark.usefixtures("unprinted")
def test_the_calendar_of_a_handout(issued: Plan, library: Library) -> None:
    """Sessions are at a place's own time, and float where the clinic chose so."""
    known = resolve(issued, library)
    assert b"DTSTART;TZID=Europe/London:20260601T090000" in files(known, Clinic())[CALENDAR]
    floating = files(known, Clinic(time_zone="floating"))[CALENDAR]
    assert b"DTSTART:20260601T090000" in floating
    assert b"TZID" not in floating


@pytest.mark.usefixtures("unprinted")
def test_a_handout_tells_that_the_zone_is_not_known(issued: Plan, library: Library, tmp_path: Path) -> None:
    """Among what a handout has to tell."""
    made = handout(issued, library, tmp_path / "out", clinic=Clinic(locale="en-US"))
    assert list(map(str, made.notices)) == [SEVERAL]


def test_a_zone_that_is_none(tmp_path: Path) -> None:
    """Refused with what may stand there."""
    write_atomic(tmp_path / "clinic.toml", b'time_zone = "Floating"\n', PUBLIC)
    with pytest.raises(ContentError) as caught:
        Clinic.load(tmp_path)
    assert str(caught.value) == (
        "clinic.toml, time_zone: “Floating”: it is no time zone. "
        "Write one such as Europe/London, “floating”, or leave it empty."
    )
