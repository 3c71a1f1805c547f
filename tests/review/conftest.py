"""What the tests of the review may ask for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import resolve
from kit.review.dosed import dosed_items
from kit.review.finding import Finding
from kit.review.limits import Limits
from kit.settings import SETTINGS, Settings

START = dt.date(2026, 6, 1)


def limits_of(
    plan: Plan,
    exercises: Library | Iterable[tuple[Prescription, Exercise]],
    previous: Plan | None = None,
    settings: Settings = SETTINGS,
) -> list[Finding]:
    """Findings of each item, then of the plan, as of 1 June 2026; `exercises` are a library, or what goes with what."""
    limits = Limits(rules(), settings)
    entries = resolve(plan, exercises).entries if isinstance(exercises, Library) else exercises
    dosed = dosed_items(entries, previous, plan.start)
    of_items = (finding for one in dosed for finding in limits.of_item(one, plan.context, START))
    return [*dict.fromkeys(of_items), *limits.of_plan(plan)]


@pytest.fixture(scope="session")
def specification_tables() -> dict[str, Any]:
    """The tables of the corrected specification: flags, cells that changed, facts that conditions need."""
    path = Path(__file__).with_name("corrected_tables.json")
    tables: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tables
