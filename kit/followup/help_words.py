"""Which sign for help the words of a patient may name, and how urgent that is: a plain list of words, no meaning.

What is not known is read the strict way: an answer to the question for signs that names none of them is an emergency
until somebody has asked. A note may name a sign of the two upper tiers; it is then to be read first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from kit.files import read_toml
from kit.library.help_sign import help_signs
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.folding import fold
from kit.words.red_flags import TIERS, TierName
from kit.words.sentences import languages, read
from kit.words.text import Line, Note

MARK = "may name a red flag: read it first"
Said = Literal["emergency", "today", "call", "unknown"]
_RED: tuple[TierName, ...] = ("emergency", "today")
_STEM = "-"


@dataclass(frozen=True)
class Urgency:
    """A tier of the patient's sheet; `is_known` is False where it is the strict reading of words that name no sign."""

    tier: TierName
    is_known: bool = True

    @property
    def said(self) -> str:
        """What the clinician is told."""
        return help_words().says[self.tier if self.is_known else "unknown"]

    @property
    def rank(self) -> int:
        """0 is the most urgent."""
        return TIERS.index(self.tier)


class HelpWords(Model):
    """What is said of each tier, and the words of each sign by its key."""

    says: Mapping[Said, Note]
    words: Mapping[Line, Annotated[tuple[Line, ...], Field(min_length=1)]]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        known = {sign.key for signs in help_signs().tiers().values() for sign in signs}
        if missing := [name for name in get_args(Said) if name not in self.says]:
            raise ValueError(f"says lacks {', '.join(missing)}. Add it.")
        if strange := [key for key in self.words if key not in known]:
            raise ValueError(f"words has {', '.join(strange)}, which is no sign for help. Correct it.")
        return self


@cache
def help_words() -> HelpWords:
    """The kit's own. Raises `ContentError` with all faults of the file."""
    path = data_dir() / "help_words.toml"
    return parse(HelpWords, read_toml(path), path.name)


def urgency(text: str) -> Urgency:
    """Of what stands where the diary asks for signs: the highest tier that its words name; else the strict reading.

    >>> urgency("Could not hold my water this morning").tier
    'emergency'
    """
    named = _named(text)
    return Urgency(named[0]) if named else Urgency("emergency", is_known=False)


def may_name_a_red_flag(text: str) -> bool:
    """Whether a note has words of a sign for which the sheet says to get help now or today.

    >>> may_name_a_red_flag("Knee hot and swollen since yesterday"), may_name_a_red_flag("Could do more now.")
    (True, False)
    """
    return any(tier in _RED for tier in _named(text))


def _named(text: str) -> list[TierName]:
    """The tiers of the signs that are named, highest first: by the words of the list, or by a sentence of the sheet."""
    words = fold(text)
    there, whole = frozenset(words), f" {' '.join(words)} "
    found = {
        tier
        for tier, signs in help_signs().tiers().items()
        for sign in signs
        if any(_all_in(entry, there) for entry in help_words().words.get(sign.key, ()))
        or any(sentence in whole for sentence in _sentences().get(sign.key, ()))
    }
    return [tier for tier in TIERS if tier in found]


def _all_in(entry: str, there: frozenset[str]) -> bool:
    return all(
        any(word.startswith(one[:-1]) for word in there) if one.endswith(_STEM) else one in there
        for one in entry.split()
    )


@cache
def _sentences() -> Mapping[str, tuple[str, ...]]:
    """The sentences of the sheet in every language, as words between spaces, up to the first number in them."""
    found: dict[str, tuple[str, ...]] = {}
    for language in languages():
        for key, sentence in read(language)[1].items():
            if key.startswith("sign."):
                forms = sentence.values() if isinstance(sentence, dict) else (sentence,)
                its = tuple(f" {' '.join(fold(form.partition('{')[0]))} " for form in forms)
                name = key.removeprefix("sign.").removesuffix("_by_review")
                found[name] = (*found.get(name, ()), *(one for one in its if one.strip()))
    return found
