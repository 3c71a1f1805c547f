"""Two synthetic clinics that several tests look at: one as small as the pages show it, one for shares."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.samples.clinic import Patient, clinic

ON = dt.date(2026, 6, 29)


@pytest.fixture(scope="session")
def small() -> tuple[Patient, ...]:
    return clinic(1, 12, ON)


@pytest.fixture(scope="session")
def large() -> tuple[Patient, ...]:
    return clinic(2, 120, ON)
