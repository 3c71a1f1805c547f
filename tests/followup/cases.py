"""Issued plans of one exercise, and diaries that end on 14 June 2026, for the proposals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from kit.followup.proposal import Proposal
from kit.followup.proposals import propose
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.followup.frames import On, frames_of, june

START = dt.date(2026, 6, 1)
PATIENT = Context(age=50, red_flags_screened=START)
Sides = int | None | Mapping[str, int | None]
FIVE_KG: dict[str, Any] = {"sets": 3, "reps": 10, "load_kg": 5.0}


def one(library: Library, exercise: str, *, who: Context = PATIENT, **dose: Any) -> Plan:
    """An issued plan of one exercise, whatever the review says of it."""
    plan = Plan.begin("P-001", START, random=Random(1), context=who).add(library[exercise], **dose)
    return finalised(resolve(plan, library), "A. Physio", START)


def proposed(library: Library, plan: Plan, told: Sequence[On], as_of: int | None = None, **more: Any) -> Proposal:
    """That of the first item, as of the last day that is told."""
    day = june(as_of) if as_of else max((on.day for on in told if on.day), default=START)
    return propose(resolve(plan, library), frames_of(plan, told), day, **more)[0]


def said(library: Library, plan: Plan, told: Sequence[On], **more: Any) -> tuple[str, str]:
    found = proposed(library, plan, told, **more)
    return found.kind, found.words


def last_sets(*sets: Sides, **about: Any) -> list[On]:
    """Sessions on the days up to 14 June with these repetitions in the last set."""
    return [On(june(14 - len(sets) + n), last=last, **about) for n, last in enumerate(sets, 1)]
