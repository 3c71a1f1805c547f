"""What an edit of the page may look at besides the plan, and days as the page has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.errors import Fault, PlanError
from kit.library.library import Library
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.template import Template
from kit.settings import SETTINGS, Settings
from kit.words.text import clean


@dataclass(frozen=True)
class Bench:
    """The exercises, the day, the version before the one in hand, where there is one, and the clinic's own limits.

    `usual` are the clinician's own doses by exercise, `template` is one that the wish names.
    """

    library: Library
    today: dt.date
    previous: Plan | None = None
    settings: Settings = SETTINGS
    usual: Mapping[str, ItemChanges] = field(default_factory=dict)
    template: Template | None = None


def day(text: str, where: str) -> dt.date | None:
    """A day from a date field; None when it is empty. Raises `PlanError`."""
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise PlanError(Fault(where, f"“{clean(text)[:20]}” is no day.", "Choose a day, such as 2026-06-01.")) from None


def written(on: dt.date) -> str:
    """The day as people write it: 1 June 2026."""
    return f"{on.day} {on:%B} {on.year}"


def iso(on: dt.date | None) -> str:
    """The day as a date field takes it; nothing where there is none."""
    return on.isoformat() if on else ""
