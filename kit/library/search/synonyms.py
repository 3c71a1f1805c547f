"""Words that mean the same to a physiotherapist or a patient, read from `synonyms.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Self

from pydantic import Field

from kit.files import read_toml
from kit.model import Model, parse
from kit.places import data_dir
from kit.words.folding import fold, singular
from kit.words.text import Name

_FILE = "synonyms.toml"
Phrase = tuple[str, ...]


class SynonymFile(Model):
    """`groups`: each a set of phrases that stand for one another. `wider`: a phrase that also finds narrower ones,
    but not the other way round (thigh finds quadriceps). `ignored`: words that carry no meaning in a search."""

    groups: tuple[Annotated[tuple[Name, ...], Field(min_length=2)], ...] = ()
    wider: dict[Name, tuple[Name, ...]] = Field(default_factory=dict)
    ignored: tuple[Name, ...] = ()


class Synonyms:
    """Which further phrases a text answers to."""

    def __init__(self, file: SynonymFile) -> None:
        self.ignored = frozenset(word for text in file.ignored for word in fold(text))
        self._further: dict[Phrase, dict[Phrase, None]] = {}
        for group in file.groups:
            for said in group:
                self._add(said, (other for other in group if other != said))
        for wide, narrow in file.wider.items():
            for said in narrow:
                self._add(said, iter((wide,)))
        self._longest = max(map(len, self._further), default=0)

    @classmethod
    def load(cls) -> Self:
        """The kit's own. Raises `ContentError` with all faults of the file."""
        return cls(parse(SynonymFile, read_toml(data_dir() / _FILE), _FILE))

    def further(self, words: Sequence[str]) -> Iterator[Phrase]:
        """The phrases that mean the same as some run of `words`, folded."""
        plain = [singular(w) for w in words]
        for start in range(len(plain)):
            for end in range(start + 1, min(start + self._longest, len(plain)) + 1):
                yield from self._further.get(tuple(plain[start:end]), ())

    def same(self, words: Sequence[str]) -> Iterator[Phrase]:
        """The phrases that mean the same as all of `words` together, folded."""
        yield from self._further.get(tuple(map(singular, words)), ())

    def _add(self, said: str, others: Iterator[str]) -> None:
        known = self._further.setdefault(tuple(map(singular, fold(said))), {})
        known.update((tuple(fold(other)), None) for other in others)
