"""What changed: each version of the plan with what is new in it, and the sessions done before it and since."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from fractions import Fraction

import pandas as pd

from kit.adherence.counts import sevenths
from kit.followup.summary import Summary
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.reports.cited import Cited, Line, Part, cell, share_of
from kit.reports.exercises import name_of
from kit.reports.figure import Figure, share_figure
from kit.reports.page import Section
from kit.reports.tables import Tables
from kit.statistics.certainty import is_enough
from kit.words.catalogue import Catalogue

TITLE = "What changed"
_TOLD = 2  # changes of a version; the handout tells them all
_VERSIONS = 2  # the last ones
_Key = tuple[str, str]


def changed(
    summary: Summary, known: tuple[ResolvedPlan, ...], tables: Tables, words: Catalogue
) -> tuple[Section, tuple[Figure, ...]]:
    """Of the versions that were in force in the period."""
    pairs = list(itertools.pairwise(known))
    if not pairs:
        return Section(TITLE, (("Nothing: one version of the plan.",),)), ()
    lines = [line for old, new in pairs[-_VERSIONS:] for line in _lines(old, new, summary, tables, words)]
    return Section(TITLE, tuple(lines)), tuple(_figures(summary))


def _lines(old: ResolvedPlan, new: ResolvedPlan, summary: Summary, tables: Tables, words: Catalogue) -> Iterator[Line]:
    version = new.plan.version
    key = f"version.{version}"
    number = cell(version, "versions", "version", version, key)
    day = cell(words.date(new.plan.start), "versions", "start", version, key)
    yield "Version ", number, " since ", day, ": ", *_news(old, new, tables), "."
    before, since = (_share(summary, version, is_since) for is_since in (False, True))
    if before and since:
        change = next((c for c in summary.weeks.changes if c.version == version and c.difference), None)
        label = change.difference.label if change and change.difference else ""
        words_of = {"up": ": more", "down": ": less", "unclear": ": no clear difference"}
        told = words_of.get(label, "; not compared")
        yield "Done before: ", *before, ", since: ", *since, told, "."


def _share(summary: Summary, version: int, is_since: bool) -> Line:
    """Sessions done of those due under the versions before, or under this one and later."""
    weeks = summary.frames.weeks
    its = weeks[(weeks["plan_version"] >= version) == is_since]
    due, did = (Part(_sum(its[c]), "weeks", c, tuple(its.index)) for c in ("expected", "done"))
    enough = is_enough(did.value + _sum(its["not_done"]), due.value)
    key = f"version.{version}.{'since' if is_since else 'before'}"
    return share_of(did, due, key, enough=enough) if due.value else ()


def _sum(column: pd.Series) -> Fraction:
    return sum((sevenths(value) for value in column), Fraction())


def _news(old: ResolvedPlan, new: ResolvedPlan, tables: Tables) -> Iterator[str | Cited]:
    """What is new in few words: added, taken out, another dose or other days."""
    was, now = _by_key(old), _by_key(new)
    told: list[Line] = [("added ", name_of(key, tables)) for key in now if key not in was]
    told += [("without ", name_of(key, tables)) for key in was if key not in now]
    told += [(name_of(key, tables), *_dose(key, old, new, tables)) for key in now if _differs(was.get(key), now[key])]
    if not told:
        yield "exercises and doses as before"
    for n, line in enumerate(told[:_TOLD]):
        yield "; " if n else ""
        yield from line
    if len(told) > _TOLD:
        yield "; and more"


def _by_key(known: ResolvedPlan) -> Mapping[_Key, Prescription]:
    return {(item.item_id, item.exercise_id): item for item in known.plan.items}


def _differs(was: Prescription | None, now: Prescription) -> bool:
    return was is not None and (was.dose, was.schedule, was.sides) != (now.dose, now.schedule, now.sides)


def _dose(key: _Key, old: ResolvedPlan, new: ResolvedPlan, tables: Tables) -> Line:
    """ " 2 × 30 s to 3 × 30 s", the days where the dose is the same."""
    items, version = tables["items"], [one.plan.version for one in (old, new)]
    is_its = (items["item_id"] == key[0]) & (items["exercise_id"] == key[1])
    rows = [int(items.index[is_its & (items["version"] == v)][0]) for v in version]
    for column in ("dose", "days"):
        before, after = (str(items.loc[row, column]) for row in rows)
        if before != after:
            figure = f"exercise.{key[0]}.{key[1]}"
            one, two = (cell(t, "items", column, r, figure) for t, r in zip((before, after), rows, strict=True))
            return " ", one, " to ", two
    return (" (rests)",)


def _figures(summary: Summary) -> Iterator[Figure]:
    weeks = summary.frames.weeks
    for change in summary.weeks.changes:
        for is_since, name in ((False, "before"), (True, "since")):
            its = weeks[(weeks["plan_version"] >= change.version) == is_since]
            key = f"version.{change.version}.{name}"
            yield share_figure(
                TITLE, f"done {name} version {change.version}", _sum(its["done"]), _sum(its["expected"]), key
            )
        found, key = change.difference, f"version.{change.version}.difference"
        if found:
            yield Figure(TITLE, "difference", found.value, "share", low=found.low, high=found.high, key=key)
        if change.simple:
            low, high, simple = change.simple.low, change.simple.high, f"{key}.simple"
            yield Figure(
                TITLE, "difference, simple interval", change.simple.value, "share", low=low, high=high, key=simple
            )
        yield Figure(TITLE, "NAP of full weeks", change.found.nap, key=f"version.{change.version}.nap")
        yield Figure(TITLE, "tau of full weeks", change.found.tau_b, key=f"version.{change.version}.tau")
