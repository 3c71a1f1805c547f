"""The files that hold the sentences: one a language, and over it one for a country where it says things its own way.

`data/texts/ar.toml` is a language, `data/texts/en-US.toml` lies over `en.toml` and holds only what differs. The
table `[file]` of a language says how far it is; every other entry is a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kit.errors import ContentError, Fault
from kit.files import read_toml
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.text import Direction

SOURCE = "en"  # the language that the kit is written in
Sentence = str | dict[str, str]  # or its plural forms, by Babel's names for them


class About(Model):
    """The table `[file]`: which way the language runs, and whether a person has read the translation."""

    direction: Direction = "ltr"
    translation: Literal["source", "draft", "reviewed"]
    complete: bool = True  # not a sentence is missing; where some are, they are said in English


@dataclass(frozen=True)
class Sentences:
    """What one locale says, by key. `borrowed` are the keys that it has in English alone."""

    about: About
    said: Mapping[str, Sentence]
    borrowed: frozenset[str]


def texts_dir() -> Path:
    return data_dir() / "texts"


def languages() -> list[str]:
    """The languages that have sentences, such as "ar" and "en"."""
    return sorted(path.stem for path in texts_dir().glob("??.toml"))


@cache
def sentences(locale: str) -> Sentences:
    """The sentences of "en-US": those of its country, else of its language, else of English.

    Raises `ContentError` for a language without any.
    """
    language = locale.split("-")[0]
    if language not in languages():
        known = ", ".join(languages())
        raise ContentError(Fault("locale", f"“{locale}” has no sentences.", f"Use one of: {known}."))
    about, own = read(language)
    english = read(SOURCE)[1]
    country = overlay(locale)
    return Sentences(about, {**english, **own, **country}, frozenset(english.keys() - own.keys() - country.keys()))


@cache
def read(language: str) -> tuple[About, Mapping[str, Sentence]]:
    """What a language's own file says of itself, and its sentences by key."""
    path = texts_dir() / f"{language}.toml"
    table = read_toml(path)
    return parse(About, table.pop("file"), f"{path.name}, file"), dict(_flat(table))


def overlay(locale: str) -> Mapping[str, Sentence]:
    """What a country says its own way; nothing where it has no file."""
    path = texts_dir() / f"{locale}.toml"
    if "-" not in locale or not path.is_file():
        return {}
    return dict(_flat(read_toml(path)))


def _flat(table: dict[str, Any], prefix: str = "") -> Iterable[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict) and "other" not in value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
