"""The keywords that the building steps of a plan take, typed, so that an editor offers them and a wrong one is named.

A test holds them equal to the fields of the models.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypedDict

from kit.errors import Fault
from kit.library.exercise import Arc, Side
from kit.library.pain import PainKind
from kit.model import did_you_mean
from kit.plan.context import Context
from kit.plan.issue import Pause
from kit.plan.prescription import Prescription, SideOrder, Surface
from kit.plan.reporting import Reporting
from kit.plan.schedule import Schedule
from kit.words.dose import Sides


class DoseChanges(TypedDict, total=False):
    """Fields of a dose: counts, whole seconds, kilograms, effort from 0 to 10."""

    sets: int
    reps: int
    hold_s: int
    tempo_s: int
    rest_rep_s: int
    rest_set_s: int
    setup_s: int
    switch_s: int
    duration_s: int | None
    load_kg: float | None
    band: str
    effort_target: int | None


class ItemChanges(DoseChanges, total=False):
    """What `Plan.add` and `Plan.adjust` change of one item."""

    sides: Sides
    lead_side: Side
    schedule: Schedule
    note: str
    side_order: SideOrder | None
    surface: Surface | None
    rom_limit: Arc | None
    pain_kind: PainKind | None


class HeadChanges(TypedDict, total=False):
    """What `Plan.describe` changes."""

    patient: str
    title: str
    told_next: str
    activities: tuple[str, ...]
    context: Context
    reporting: Reporting
    start: dt.date
    review_on: dt.date | None
    pain_kind: PainKind | None
    rest_ex_s: int | None


class FirstFields(TypedDict, total=False):
    """What `Plan.begin` takes besides the label and the start; codes are drawn where none are given."""

    code: str
    patient_code: str
    patient: str
    title: str
    told_next: str
    activities: tuple[str, ...]
    context: Context
    reporting: Reporting
    items: tuple[Prescription, ...]
    pauses: tuple[Pause, ...]
    review_on: dt.date | None
    pain_kind: PainKind | None
    rest_ex_s: int | None


# What makes an item the one that it is.
_FIXED = {
    "exercise_id": "is never changed. Take the item out, and add the other exercise.",
    "item_id": "is never changed. Take the item out, and add it again.",
}


def unknown(given: Iterable[str], takes: type, where: str) -> list[Fault]:
    """A fault for each keyword of `given` that `takes`, one of the tables above, does not have."""
    known = list(takes.__annotations__)
    mend = f"It takes {', '.join(known)}."
    return [
        Fault(f"{where}, {name}", _FIXED[name], "")
        if takes is ItemChanges and name in _FIXED
        else Fault(f"{where}, {name}", "is not a known field.", did_you_mean(name, known) or mend)
        for name in given
        if name not in known
    ]
