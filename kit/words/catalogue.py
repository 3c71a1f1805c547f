"""The sentence catalogue: every sentence that a patient reads, by key, in the clinic's language.

A sentence stands once, in `data/texts/<language>.toml`. An entry with `one` and `other` follows the
language's plural rule.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from kit.errors import ContentError, Fault
from kit.places import data_dir

if TYPE_CHECKING:
    from babel import Locale

DEFAULT = "en-GB"


class Catalogue:
    """The sentences of one locale such as "en-GB"; dates, lists and plurals as that locale has them."""

    def __init__(self, locale: str = DEFAULT) -> None:
        self.tag = locale
        self._sentences = _sentences(locale)

    @property
    def locale(self) -> Locale:
        from babel import Locale  # costs 50 ms, and the timeline alone never needs it

        return Locale.parse(self.tag, sep="-")

    def say(self, key: str, n: int | None = None, **values: object) -> str:
        """The sentence `key` with `values` filled in; `n` picks the plural form and is a value too."""
        entry = self._sentences[key]
        if n is not None:
            values["n"] = n
        if isinstance(entry, dict):
            form = "other" if n is None else self.locale.plural_form(n)
            entry = entry.get(form, entry["other"])
        return str(entry).format(**values)

    def date(self, day: dt.date) -> str:
        """ "1 June 2026"."""
        from babel.dates import format_date

        return format_date(day, "long", self.locale)

    def short_date(self, day: dt.date) -> str:
        """ "1 Jun": for table heads."""
        from babel.dates import format_skeleton

        return format_skeleton("MMMd", day, locale=self.locale)

    def weekday(self, weekday: int, width: str = "wide") -> str:
        """Name of a weekday, 0 = Monday; `width` is "wide" or "abbreviated"."""
        from babel.dates import get_day_names

        names = get_day_names(width, locale=self.locale)  # type: ignore[arg-type]
        return str(names[weekday])

    def listing(self, words: Iterable[str]) -> str:
        """ "Monday, Wednesday and Friday"."""
        from babel.lists import format_list

        return format_list(list(words), locale=self.locale)


@cache
def _sentences(locale: str) -> dict[str, Any]:
    language = locale.split("-")[0]
    path = data_dir() / "texts" / f"{language}.toml"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in path.parent.glob("??.toml")))
        raise ContentError(Fault("locale", f"“{locale}” has no sentences.", f"Use one of: {known}."))
    return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8"))))


def _flat(table: dict[str, Any], prefix: str = "") -> Iterable[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict) and "other" not in value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
