"""What a template is found by: its own texts, its exercises, and whom it serves (`data/template_words.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kit.errors import ContentError, Fault
from kit.files import read_toml
from kit.library.condition_words import condition_words
from kit.library.exercise import Exercise
from kit.library.leads import Leads
from kit.library.search.document import Document
from kit.model import Model, did_you_mean, parse
from kit.places import data_dir
from kit.words.text import Name

_FILE = "template_words.toml"


class TemplateWords(Model):
    """What else a template is called, and the conditions and problems that it serves."""

    serves: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()


@cache
def template_words() -> dict[str, TemplateWords]:
    """By the name of the template. Raises `ContentError` with all faults of the file."""
    rows = read_toml(data_dir() / _FILE)
    words = {name: parse(TemplateWords, row, f"{_FILE}, {name}") for name, row in rows.items()}
    known = list(condition_words().keys)
    faults = [
        Fault(f"{_FILE}, {name}", f"“{key}” is no condition or problem.", did_you_mean(key, known) or "Correct it.")
        for name, said in words.items()
        for key in said.serves
        if key not in known
    ]
    if faults:
        raise ContentError(faults)
    return words


def template_document(
    name: str, called: Sequence[str], about: Sequence[str], exercises: Sequence[Exercise], leads: Leads
) -> Document:
    """A template as a document: what it is `called`, what it says `about` itself, and the exercises in it."""
    words = template_words().get(name, TemplateWords())
    served = (*words.serves, *leads.said_in(called))
    regions = dict.fromkeys(e.region for e in exercises)
    fields = (*about, *regions, *(e.name for e in exercises), *(alias for e in exercises for alias in e.aliases))
    return Document("template", name, (*called, name), words.aliases, fields, (leads.to_all(exercises, served),))
