"""When the patient must get help: three tiers of plain sentences, highest first.

Wording and tiers: clinical specification 5.1 with its corrections; the emergency number is the clinic's
setting or the locale's. The lines that concern only some patients are left out for the others.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from kit.files import read_toml
from kit.words.catalogue import Catalogue
from kit.words.sentences import SOURCE, texts_dir

TierName = Literal["emergency", "today", "call"]
TIERS: tuple[TierName, ...] = ("emergency", "today", "call")
Concern = Literal["knee", "neck", "pregnancy", "under_18"]
_NUMBERS = {"GB": "999", "IE": "112", "US": "911", "CA": "911", "AU": "000", "NZ": "111"}
INTERNATIONAL = "112"


@dataclass(frozen=True)
class Tier:
    """One tier: its name, its heading, what to do first, and the signs."""

    name: TierName
    heading: str
    first: str
    signs: tuple[str, ...]


def emergency_number(locale: str) -> str:
    """The number of the locale's territory, 112 where the kit knows none."""
    return _NUMBERS.get(locale.partition("-")[2], INTERNATIONAL)


def help_tiers(concerns: Set[Concern], number: str, words: Catalogue) -> tuple[Tier, ...]:
    """The tiers for a patient with `concerns`; a sign that concerns nobody in particular is always there."""
    signs = _signs(words.language)
    return tuple(
        Tier(
            name=name,
            heading=words.say(f"safety.{name}", number=number),
            first=words.say("safety.stop_first"),
            signs=tuple(s["text"] for s in signs[name] if s.get("only") in {None, *concerns}),
        )
        for name in TIERS
    )


@cache
def _signs(language: str) -> dict[str, list[dict[str, Any]]]:
    """The signs in `language`; in English where it has none, since a sign that is left out may cost a life."""
    path = texts_dir() / f"red_flags.{language}.toml"
    if not path.is_file():
        path = texts_dir() / f"red_flags.{SOURCE}.toml"
    return read_toml(path)
