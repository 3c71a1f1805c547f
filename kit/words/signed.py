"""Who signs, in which role, and why: what counts as a name and as a reason.

A name in letters of two scripts is none that a reader can tell apart: "А. Physio" with a Cyrillic А looks like another
one's. A key held down is no reason.
"""

from __future__ import annotations

import unicodedata

from kit.words.numbers import counted
from kit.words.text import clean

_DIFFERENT = 3  # letters of a reason, at least (D)
_HELD_DOWN = 3  # times the same letter and no other, from which on it names nobody (D)
_APOSTROPHES = frozenset("\u02bb\u02bc")  # by their names letters, and at home in Latin and Cyrillic names
# The scripts of one language stand in one name: kana and kanji, hangul and hanja.
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC", "HANGUL", "BOPOMOFO"})


def is_person(text: str) -> bool:
    """Whether it names somebody, or a role: a single letter does, a dot or a letter held down does not."""
    letters = _letters(text)
    return bool(letters) and (len(letters) < _HELD_DOWN or len(set(letters)) > 1)


def mixed(name: str) -> str:
    """What is wrong with a name in letters of more than one script, in words; nothing where it is in one.

    >>> mixed("\\u0410. Physio")
    'has Cyrillic and Latin letters, and a name is in one script'
    """
    scripts = _scripts(name)
    return (
        f"has {', '.join(scripts[:-1])} and {scripts[-1]} letters, and a name is in one script" if scripts[1:] else ""
    )


def too_few(reason: str) -> str:
    """What is wrong with a reason of fewer different letters than a word has, in words; nothing where it has more."""
    different = len(set(_letters(reason)))
    if different >= _DIFFERENT:
        return ""
    return f"has {counted(different, 'different letter')}, and at least {_DIFFERENT} are needed"


def _letters(text: str) -> list[str]:
    return [letter for character in clean(text) if character.isalpha() for letter in character.casefold()]


def _scripts(name: str) -> list[str]:
    """The scripts of its letters as they come, accents apart; a full-width letter is that letter."""
    plain = unicodedata.normalize("NFKC", clean(name))
    return list(dict.fromkeys(_script(c) for c in plain if c.isalpha() and c not in _APOSTROPHES))


def _script(letter: str) -> str:
    """By the first word of its name in Unicode: "CYRILLIC CAPITAL LETTER A"."""
    word = unicodedata.name(letter, "UNNAMED").partition(" ")[0]
    return "East Asian" if word in _EAST_ASIAN else word.capitalize()
