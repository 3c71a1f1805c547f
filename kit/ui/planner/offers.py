"""The ready-made plans that can be started from: her own first, then the kit's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from kit.errors import KitError
from kit.library.condition_words import is_called
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import Context
from kit.plan.template import Template, Templates, template, usable_templates
from kit.store.own_templates import OwnTemplates
from kit.store.workspace import Workspace
from kit.timing.session import session
from kit.ui.planner.start_shown import Offer
from kit.words.folding import fold, singular
from kit.words.numbers import clock, counted

FIRST_OFFER = "knee-glute-stretches"


def _says(name: str, words: str) -> bool:
    """Whether two words or more are all in a name."""
    said = {singular(word) for word in fold(words)}
    return len(said) > 1 and said <= {singular(word) for word in fold(name)}


def _called(condition: str) -> str:
    """What a condition is called, without what stands after it."""
    known = rules().conditions.get(condition)
    return re.split(r"[,(]", known.name)[0] if known else condition


class Offers:
    """The templates of a workspace that its exercises can make. `faults` are those of the others."""

    def __init__(self, workspace: Workspace, library: Library, today: dt.date) -> None:
        self.own = OwnTemplates(workspace.templates)
        self._library, self._today = library, today
        self.look()

    def look(self) -> None:
        """Read the files."""
        self._ready, self.faults = usable_templates(self.own.folder)
        self._mine = frozenset(self.own.names())
        self.all = list(self._offered(self._ready))
        ready = self._ready.values()
        told = ((one.title, one.goal, one.start_rule, one.progression_rule) for one in ready)
        self.texts = frozenset(text for texts in told for text in texts)

    def found(self, words: str) -> list[Offer]:
        """Those that the words mean, best first; all of them without words."""
        if not words.strip():
            return self.all
        offers = {offer["id"]: offer for offer in self.all}
        return [offers[name] for name in self._ready.search(words) if name in offers]

    def for_conditions(self, about: Context) -> list[Offer]:
        """All of them, first those that serve what the patient has."""
        serves = {offer["id"] for held in about.conditions for offer in self.found(_called(held.condition))}
        return sorted(self.all, key=lambda offer: offer["id"] not in serves)

    def held(self, words: str) -> list[str]:
        """The exercises of the template that the words mean: one called so, or for a condition or problem called so."""
        best = next(iter(self._ready.search(words).values()), None) if words.strip() else None
        if best is None or not (_says(f"{best.name} {best.title}", words) or is_called(words)):
            return []
        return [item.exercise_id for item in best.items]

    def template(self, name: str) -> Template:
        """Raises `ContentError` where there is none."""
        return template(name, self.own.folder)

    def _offered(self, ready: Templates) -> Iterator[Offer]:
        """Her own, then the founding four, then the others by name."""

        def place(pair: tuple[str, Template]) -> tuple[bool, bool, str]:
            name, one = pair
            return name not in self._mine, name != FIRST_OFFER, one.name.casefold()

        for name, one in sorted(ready.items(), key=place):
            try:
                total = session(one.plan(self._library, "template", self._today), self._library).total_s
            except KitError as error:  # an exercise of hers stands in place of one that the template means
                self.faults += [replace(fault, where=f"template {name}") for fault in error.faults]
                continue
            yield {
                "id": name,
                "name": one.name,
                "summary": one.summary,
                "about": f"{counted(len(one.items), 'exercise')} · {clock(total)}",
                "mine": name in self._mine,
                "picture": one.items[0].exercise_id,
            }
