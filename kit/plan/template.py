"""Ready-made plans to start from: `data/templates/*.toml`."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from pydantic import Field, field_validator

from kit.errors import ContentError, Fault, KitError
from kit.files import files_in, read_toml
from kit.given import checked
from kit.library.condition_words import condition_words
from kit.library.exercise import ExerciseId
from kit.library.leads import Leads, stops
from kit.library.library import Library
from kit.library.pain import PainKind
from kit.library.rules import rules
from kit.library.search.document import Document
from kit.library.search.index import Index
from kit.library.search.synonyms import Synonyms
from kit.model import Model, did_you_mean, parse
from kit.places import data_dir
from kit.plan.code import SYSTEM
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.plan.reporting import Reporting
from kit.plan.template_words import template_document
from kit.words.numbers import counted
from kit.words.text import Name, Note


class TemplateItem(Model):
    """An exercise of a template; `changes` as in `Plan.adjust`, from its default dose."""

    exercise_id: ExerciseId
    changes: dict[str, Any] = Field(default_factory=dict)


class Template(Model):
    """A named list of exercises for a common problem.

    `summary` is for the clinician, with sources; `purpose` says in plain words what the exercises are for, and
    `comes_next` what follows when they have become easy; `told_next` tells the patient so. `pain_kind` is whose pain
    rule the whole plan follows. `conditions` are the ids of what it is made for: a plan from it has them, with their
    facts still to be said. Several are those that it may be, of which a patient has one.
    """

    name: Name
    title: Name
    summary: Note
    purpose: Note
    comes_next: Note
    told_next: Note = ""
    pain_kind: PainKind | None = None
    conditions: tuple[Name, ...] = ()
    goal: Note = ""
    progression_rule: Note = ""
    start_rule: Note = ""
    items: tuple[TemplateItem, ...] = Field(min_length=1)

    @field_validator("conditions")
    @classmethod
    def _known(cls, named: tuple[str, ...]) -> tuple[str, ...]:
        known = rules().conditions
        if wrong := [key for key in named if key not in known]:
            raise ValueError(f"“{wrong[0]}” is no condition. {did_you_mean(wrong[0], list(known)) or 'Correct it.'}")
        return named

    def __repr__(self) -> str:
        return f"Template({self.name!r}, {counted(len(self.items), 'item')})"

    @checked
    def plan(
        self, library: Library, plan_id: str, start: dt.date, patient: str = "", *, random: Random = SYSTEM
    ) -> Plan:
        """A draft plan from this template, with an identity of its own drawn from `random`."""
        about = Reporting(progression_rule=self.progression_rule, start_rule=self.start_rule, tailoring="generic")
        plan = Plan.begin(
            plan_id,
            start,
            random=random,
            patient=patient,
            title=self.title,
            told_next=self.told_next,
            context=self.brought_to(Context(goal=self.goal)),
            reporting=about,
            pain_kind=self.pain_kind,
        )
        for item in self.items:
            plan = plan.add(library[item.exercise_id], **item.changes)
        return plan

    def brought_to(self, about: Context) -> Context:
        """With what it is made for among the conditions; as it is where one of them is in force already."""
        if any(held.condition in self.conditions for held in about.conditions):
            return about
        brought = (ConditionInForce(condition=key) for key in self.conditions)
        return about.model_copy(update={"conditions": (*about.conditions, *brought)})

    def document(self, name: str, library: Library, leads: Leads) -> Document:
        """What it is found by; `name` is that of its file."""
        exercises = [library[item.exercise_id] for item in self.items if item.exercise_id in library]
        return template_document(name, (self.name, self.title), (self.summary, self.goal), exercises, leads)


class Templates(dict[str, Template]):
    """Templates by name, in the order of their files."""

    @checked
    def search(self, words: str) -> Templates:
        """Those that all `words` hit, best first: by name, by exercise, by the conditions and problems they serve.

        >>> list(templates().search("plantar fasciitis"))
        ['plantar-heel-pain']
        """
        return Templates((name, self[name]) for name in self.index.find(words))

    @cached_property
    def index(self) -> Index[str]:
        """Finds the names of templates by words; made by the first search."""
        library, leads = Library.load(), Leads()
        documents = ((name, one.document(name, library, leads)) for name, one in self.items())
        return Index(documents, Synonyms.load(), stops(), condition_words().short_forms)


def templates(own: Path | None = None) -> Templates:
    """All templates by file name, those of the folder `own` first. Raises `ContentError` with all faults.

    >>> "knee-glute-stretches" in templates()
    True
    """
    found, faults = usable_templates(own)
    if faults:
        raise ContentError(faults)
    return found


def usable_templates(own: Path | None = None) -> tuple[Templates, list[Fault]]:
    """The templates without a fault by file name, and all faults of the others. A file in the folder `own` stands
    before the kit's, and in place of one of the same name."""
    found = Templates()
    faults: list[Fault] = []
    folders = [*([own] if own else []), data_dir() / "templates"]
    for path in (path for folder in folders for path in files_in(folder, ".toml")):
        try:
            if path.stem not in found:
                found[path.stem] = read_template(path)
        except KitError as error:
            faults += error.faults
    return found, faults


@checked
def template(name: str, own: Path | None = None) -> Template:
    """The template, of the folder `own` or the kit's. Raises `ContentError` naming the nearest one where there is none,
    and all files with faults.

    >>> len(template("knee-glute-stretches").items)
    4
    """
    known, faults = usable_templates(own)
    if name not in known:
        mend = did_you_mean(name, list(known)) or f"There are: {', '.join(known)}."
        raise ContentError([Fault("template", f"“{name}” does not exist.", mend), *faults])
    return known[name]


def read_template(path: Path) -> Template:
    """The template of a file. Raises `ContentError` or `MachineError`."""
    return parse(Template, read_toml(path), path.name)
