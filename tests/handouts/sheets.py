"""Plans for one patient in a line, and what their sheets say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Box, Document, ExerciseBlock, Facts
from kit.handouts.style import Style
from kit.library.library import Library
from kit.model import parse
from kit.plan.context import Context
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.words.catalogue import Catalogue

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
WORDS = Catalogue()


def plan_of(
    names: Iterable[str],
    *,
    age: int | None = 50,
    conditions: Iterable[Mapping[str, Any]] = (),
    days: int = 28,
    changes: Mapping[str, Any] | None = None,
    **head: Any,
) -> Plan:
    """The exercises at their default dose for `days` days; `changes` are of the first item."""
    context = parse(Context, {"age": age, "conditions": [*conditions]}, "context")
    plan = Plan.begin("P-001", START, context=context, review_on=START + dt.timedelta(days=days), **head)
    for name in names:
        plan = plan.add(LIBRARY[name])
    return plan.adjust("i1", **changes) if changes else plan


def known(names: Iterable[str], **about: Any) -> ResolvedPlan:
    return resolve(plan_of(names, **about), LIBRARY)


def sheet(
    names: Iterable[str], *, issued: bool = True, clinic: Clinic | None = None, style: Style = Style(), **about: Any
) -> Document:
    """The handout of such a plan."""
    plan = plan_of(names, **about)
    final = finalised(resolve(plan, LIBRARY), "A. Physio", START) if issued else plan
    return document(resolve(final, LIBRARY), clinic or Clinic(), style=style)


def boxes(told: Document, kind: str) -> list[Box]:
    return [node for node in told.nodes if isinstance(node, Box) and node.kind == kind]


def lines(told: Document, *kinds: str) -> list[str]:
    """The lines of the boxes of some kinds; of all boxes without any."""
    return [
        line
        for node in told.nodes
        if isinstance(node, Box) and (not kinds or node.kind in kinds)
        for line in node.lines
    ]


def facts(told: Document) -> dict[str, str]:
    """Names and values of all facts."""
    return dict(row for node in told.nodes if isinstance(node, Facts) for row in node.rows)


def care(told: Document) -> list[tuple[str, ...]]:
    """What each exercise says under “Take care”."""
    blocks = [node for node in told.nodes if isinstance(node, ExerciseBlock)]
    return [next(a.lines for a in block.asides if a.kind == "mistakes") for block in blocks]
