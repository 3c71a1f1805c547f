"""How hard a text is to read: school grade, sentence length, long words, words of the clinic.

Two formulas, as the clinical specification 7.1 gives them: the Flesch-Kincaid grade level (Kincaid 1975) and
SMOG (McLaughlin 1969). Syllables are counted by rule with a list of exceptions, since the dictionaries that
count better may not be shipped. The formulas are for English alone; a low grade does not prove clarity.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from kit.files import read_toml
from kit.places import data_dir

MAX_SENTENCE_WORDS = 15  # D
GRADE_AIM = 6.0  # AMA and NIH: sixth grade
GRADE_LIMIT = 8.0
_LONG = 3  # syllables

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
# Two vowels that are spoken apart: di-al, stud-i-o, do-ing, vid-e-o, us-u-al.
_APART = re.compile(r"(?<![tcsgx])i[ao]|[aeiou](?=ing$)|eo(?!u|pl|n$)|(?<![qg])ua(?=[lt])|uou|ui(?=ty)")
# An e that is written and not spoken: mov(e), lift(e)d would be two, press(e)d one, tim(e)s one, clos(e)ly.
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouy]l)e$|(?<=[^dt])(?<![aeiouy])e(?=d$)|(?<=[^aeiouycsgxz])(?<!ch)(?<!sh)(?<![^aeiouy]l)e(?=s$)"
    r"|(?<=[^aeiouy])e(?=(?:ful|fully|less|ly|ment|ness|some)s?$)"
)


@dataclass(frozen=True)
class Readability:
    """Counts of one text, and what follows from them. Numbers in digits are no words."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int  # words of three syllables or more
    long_words: tuple[str, ...]  # the same words, each once, without the allowed ones
    long_sentences: tuple[str, ...]
    jargon: tuple[tuple[str, str], ...]  # a word of the clinic and the plain one

    @property
    def grade(self) -> float:
        """Flesch-Kincaid school grade, at least 0; 0 for a text without words."""
        if not self.words:
            return 0.0
        return max(0.0, 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59)

    @property
    def smog(self) -> float:
        """SMOG school grade; to be judged only from 30 sentences on."""
        if not self.words:
            return 0.0
        return 1.0430 * math.sqrt(self.polysyllables * 30 / self.sentences) + 3.1291


def readability(lines: Iterable[str]) -> Readability:
    """The counts of `lines`; the end of a line ends a sentence."""
    found = [s for line in lines for s in _SENTENCE_END.split(line) if _WORD.search(s)]
    per_sentence = [[w.lower().replace("’", "'") for w in _WORD.findall(s)] for s in found]
    spoken = [(word, syllables(word)) for sentence in per_sentence for word in sentence]
    long = dict.fromkeys(word for word, n in spoken if n >= _LONG)
    plain: dict[str, str] = _english()["plain"]
    return Readability(
        words=len(spoken),
        sentences=len(found),
        syllables=sum(n for _, n in spoken),
        polysyllables=sum(n >= _LONG for _, n in spoken),
        long_words=tuple(word for word in long if word not in _english()["allowed_long"]),
        long_sentences=tuple(s for s, w in zip(found, per_sentence, strict=True) if len(w) > MAX_SENTENCE_WORDS),
        jargon=tuple((w, plain[w]) for w in dict.fromkeys(word for word, _ in spoken) if w in plain),
    )


@cache
def syllables(word: str) -> int:
    """Spoken syllables of one English word, at least 1."""
    word = word.lower().replace("'s", "").replace("'", "")
    known: dict[str, int] = _english()["syllables"]
    if word in known:
        return known[word]
    if word.endswith("s") and word[:-1] in known:
        return known[word[:-1]]
    spoken = _SILENT.sub("", word)
    return max(1, len(_VOWELS.findall(spoken)) + len(_APART.findall(spoken)))


@cache
def _english() -> dict[str, Any]:
    return read_toml(data_dir() / "texts" / "plain_words.en.toml")
