"""The sentence catalogue: every sentence that a patient reads, by key, in the clinic's language.

A sentence stands once, in `data/texts/<language>.toml`. An entry with `one` and `other` follows the
language's plural rule. What a language has no words for is said in English.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from kit.words.sentences import SOURCE, sentences
from kit.words.text import Direction, isolated

if TYPE_CHECKING:
    from babel import Locale

DEFAULT = "en-GB"
Mark = Literal["prose", "comma", "title", "named"]
MARKS: tuple[Mark, ...] = get_args(Mark)


class Catalogue:
    """The sentences of one locale such as "en-GB"; dates, lists and plurals as that locale has them."""

    def __init__(self, locale: str = DEFAULT) -> None:
        self.tag = locale
        self._known = sentences(locale)

    @property
    def language(self) -> str:
        """ "en" of "en-GB"."""
        return self.tag.split("-")[0]

    @property
    def direction(self) -> Direction:
        """The way that the language is written."""
        return self._known.about.direction

    @property
    def locale(self) -> Locale:
        """The locale; that of the language alone where nobody has written down how such a country says it."""
        return _babel(self.tag)

    @property
    def caution(self) -> list[str]:
        """What a reader must know of the translation itself: that nobody has checked it, that some is in English."""
        about, said = self._known.about, []
        if about.translation == "draft":
            said.append(self.say("translation.unreviewed"))
        if self._known.borrowed:
            said.append(self.say("translation.partly"))
        return said

    def say(self, key: str, n: int | None = None, **values: object) -> str:
        """The sentence `key` with `values` filled in; `n` picks the plural form and is a value too."""
        entry = self._known.said[key]
        if n is not None:
            values["n"] = n
        if isinstance(entry, dict):
            entry = entry.get(self._form(key, n), entry["other"])
        return entry.format(**{name: self.whole(value) for name, value in values.items()})

    def whole(self, value: object) -> object:
        """`value` as one piece of a line: marked where the line runs the other way."""
        return isolated(value) if isinstance(value, str) and self.direction == "rtl" else value

    def _form(self, key: str, n: int | None) -> str:
        if n is None:
            return "other"
        locale = _babel(SOURCE) if key in self._known.borrowed else self.locale
        return str(locale.plural_form(n))

    def mark(self, name: Mark) -> str:
        """What the language sets between two things: sentences, words in a row, a title or a name and what it names."""
        return self.say(f"mark.{name}", first="", next="")

    def prose(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other: with a space between them, where the language has any."""
        return self.mark("prose").join(sentences)

    def date(self, day: dt.date) -> str:
        """ "1 June 2026"."""
        from babel.dates import format_date

        return format_date(day, "long", self.locale)

    def days(self, first: dt.date, last: dt.date) -> str:
        """ "1–28 Jun 2026"."""
        from babel.dates import format_interval

        return str(format_interval(first, last, "yMMMd", locale=self.locale))

    def short_date(self, day: dt.date) -> str:
        """ "1 Jun": within a line."""
        from babel.dates import format_skeleton

        return format_skeleton("MMMd", day, locale=self.locale)

    def column_date(self, day: dt.date) -> str:
        """ "1 Jun", in Chinese "6/1": for the head of a narrow column."""
        from babel.dates import format_skeleton

        return format_skeleton("Md" if self.language == "zh" else "MMMd", day, locale=self.locale)

    def weekday(self, weekday: int, width: str = "wide") -> str:
        """Name of a weekday, 0 = Monday; `width` is "wide" or "abbreviated"."""
        from babel.dates import get_day_names

        names = get_day_names(width, locale=self.locale)  # type: ignore[arg-type]
        return str(names[weekday])

    def listing(self, words: Iterable[str]) -> str:
        """ "Monday, Wednesday and Friday"."""
        from babel.lists import format_list

        return format_list([str(self.whole(word)) for word in words], locale=self.locale)


def _babel(tag: str) -> Locale:
    from babel import Locale, UnknownLocaleError  # costs 50 ms, and the timeline alone never needs it

    try:
        return Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        return Locale.parse(tag.split("-")[0])
