"""Which exercises each session was to have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kit.plan.prescription import Prescription
from kit.plan.versions import InForce
from kit.timing.slots import slots

Items = tuple[Prescription, ...]


@dataclass(frozen=True)
class Due:
    """Items of the sessions on fixed days by (day, slot), of those of free choice by (version, slot in the week)."""

    dated: Mapping[tuple[dt.date, int], Items]
    free: Mapping[tuple[int, int], Items]


def due(spans: Iterable[InForce]) -> Due:
    """What was due in the sessions of all versions."""
    dated: dict[tuple[dt.date, int], Items] = {}
    free: dict[tuple[int, int], Items] = {}
    for span in spans:
        for slot in slots(span.plan, span.end):
            if slot.date is None:
                free[span.plan.version, slot.number] = slot.items
            else:
                dated[slot.date, slot.number] = slot.items
    return Due(dated, free)
