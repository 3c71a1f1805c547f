"""One row of a table on its way to an exercise. What cannot be read is told and left open; the rest counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from kit.errors import ContentError, Fault
from kit.library.collections.csv_cells import KNOWN, entries_of, number, tag, word
from kit.library.collections.csv_headings import DOSE, FREQUENCY, LICENCE, LISTS, MUSCLES, TEXTS
from kit.library.collections.draft import Ids, came_from, draft, plain_text, told_steps
from kit.library.exercise import Exercise
from kit.words.text import LINE, clean, clip

# Without one of these a repetition takes no time, so that the dose is not known.
WORK = ("hold_s", "tempo_s", "duration_s")
_STEPS = ("steps", "mistakes")
# A field that is not marked by itself: the clinician is asked about another one, in which it counts.
_ASKED_WITH = {
    "lead_side": "sides",
    "lead_is": "sides",
    "regions": "region",
    "days_a_week": "dose",
    "times_a_day": "dose",
    "mistakes": "steps",
}
_FREE = re.compile(r"cc\W?0|public domain|unlicense", re.IGNORECASE)  # terms that ask for no notice
_BARE = re.compile(r"[\d.,]+")
_TOKEN = re.compile(r"\{[^{}]*\}|[{}]")


class Row:
    """The cells by column. `known` and `guesses` are as `draft` takes them; `tell` hears of each fault."""

    def __init__(
        self, cells: Mapping[str, str], no_unit: frozenset[str], where: str, tell: Callable[..., None]
    ) -> None:
        self._said = {column: cell for column, cell in cells.items() if cell}
        self._no_unit, self._where, self._tell = no_unit, where, tell
        self._known: dict[str, Any] = {}
        self._guesses: dict[str, Any] = {}

    def exercise(self, ids: Ids, known_tags: set[str], file: str, at: int) -> Exercise:
        """The exercise. Raises `ContentError` where not even its name can be read."""
        name = self._name()
        self._known = {
            "id": ids.new(name, f"row {at}"),
            "name": name,
            "sources": came_from(file, self._said.get("record", name)),
        }
        self._read_texts()
        self._read_lists(known_tags)
        self._read_dose()
        licence = {column: self._said[column] for column in LICENCE if column in self._said}
        if licence:
            self._known["licence"] = _licence(licence)
        while True:
            try:
                return draft(self._known, self._guesses, self._where)
            except ContentError as error:
                if not self._left_open(error.faults):
                    raise
                self._tell(*error.faults)

    def _name(self) -> str:
        name = clean(plain_text(self._said.get("name", ""), f"{self._where}, name"))
        if len(name) > LINE:
            what = f"has {len(name)} characters, and at most {LINE} fit: it is cut."
            self._tell(Fault(f"{self._where}, name", what, "Shorten it."))
        return clip(name, LINE)

    def _read_texts(self) -> None:
        """Words of fixed lists and texts, then the steps, the mistakes, and an address beside them."""
        for column in TEXTS[1:]:
            if cell := self._said.get(column):
                with self._telling(column):
                    self._known[column] = word(cell, column) if column in KNOWN else plain_text(cell, self._at(column))
        for column, field in (("steps", "steps"), ("mistakes", "mistakes"), ("link", "mistakes")):
            if cell := self._said.get(column):
                with self._telling(column):
                    told_steps(entries_of(cell), self._at(column), braces=True).join(self._known, self._guesses, field)
        for column in ("feel", *_STEPS):
            wrong = _no_side_words(self._known.get(column, ()))
            if wrong:
                what = f"{', '.join(wrong)} is no side word."
                self._tell(Fault(self._at(column), what, "Only {lead} and {other} stand in braces."))
                self._open(column)

    def _read_lists(self, known_tags: set[str]) -> None:
        """Lists of names, and tags: of those the known ones stand, and the clinician is asked about the others."""
        for column in LISTS:
            cell = self._said.get(column)
            if cell is None or column in _STEPS or column == "tags":
                continue
            names = entries_of(cell)
            self._known[column] = [word(name, column) for name in names] if column in KNOWN else names
        if "equipment" in self._known:
            self._known["equipment"] = [{"name": name} for name in self._known["equipment"]]
        if "muscles" in self._said:
            primary, secondary = (entries_of(self._said.get(name, "")) for name in MUSCLES)
            self._known["muscles"] = {"primary": primary, "secondary": secondary}
        if "tags" in self._said:
            found, all_known = [], True
            for text in entries_of(self._said["tags"]):
                with self._telling("tags") as told:
                    found.append(tag(text, known_tags, self._where))
                all_known = all_known and not told
            (self._known if all_known else self._guesses)["tags"] = found

    def _read_dose(self) -> None:
        said = {column: self._number(column) for column in (*DOSE, *FREQUENCY) if column in self._said}
        two_ways = [
            c for c in said if c in self._no_unit and said[c] == self._said[c] and _BARE.fullmatch(self._said[c])
        ]
        for column in two_ways:
            what = f"“{said.pop(column)}” has no unit, and its heading says none."
            mend = f"Write the unit with the number, or call the column {column}."
            self._tell(Fault(self._at(column), what, mend))
        self._known |= {column: said[column] for column in FREQUENCY if column in said}
        dose = {column: said[column] for column in DOSE if column in said}
        if any(dose.get(name) not in (None, 0) for name in WORK) and not two_ways:
            self._known["dose"] = dose
        elif dose:
            self._guesses["dose"] = {"tempo_s": 1, **dose}

    def _number(self, column: str) -> int | float | str:
        cell = self._said[column]
        return cell if column == "band" else number(cell, column, needs_unit=column in self._no_unit)

    def _left_open(self, faults: Iterable[Fault]) -> bool:
        """Leave the refused fields to the clinician; False where nothing could be left out."""
        left = False
        for fault in faults:
            field, _, part = fault.where.removeprefix(self._where).removeprefix(", ").partition(".")
            if field in ("id", "name", "sources"):
                return False
            left = self._open(field, part.partition(".")[0]) or left
        return left

    def _open(self, field: str, part: str = "") -> bool:
        """Take a field out, of the dose only the `part` that is meant; True where there was anything to take."""
        if field == "dose" and part in DOSE:
            dose = self._known.pop("dose", None) or self._guesses.get("dose", {})
            kept = {name: value for name, value in dose.items() if name != part}
            self._guesses["dose"] = {"tempo_s": 1, **kept}
            return part in dose
        taken = [fields.pop(field) for fields in (self._known, self._guesses) if field in fields]
        asked = _ASKED_WITH.get(field, "")
        if asked in self._known:
            self._guesses[asked] = self._known.pop(asked)
        return bool(taken)

    @contextmanager
    def _telling(self, column: str) -> Iterator[list[Fault]]:
        """What is refused within is told, and listed; what it would have been read into stays open."""
        told: list[Fault] = []
        try:
            yield told
        except ContentError as error:
            told += error.faults
            self._tell(*told)
            self._open(column)

    def _at(self, column: str) -> str:
        return f"{self._where}, {column}"


def _no_side_words(texts: str | Iterable[str]) -> list[str]:
    """What stands in braces and names no side."""
    found = (token for text in ([texts] if isinstance(texts, str) else texts) for token in _TOKEN.findall(text))
    return sorted({clip(token, 60) for token in found if token not in ("{lead}", "{other}")})


def _licence(said: Mapping[str, str]) -> dict[str, Any]:
    """Terms of the texts, cut where they are long; author and terms are printed unless they are known to be free."""
    name, author, url = (clip(said.get(column, ""), LINE) for column in LICENCE)
    name = name or "not stated"
    return {"name": name, "author": author, "url": url, "print_notice": not _FREE.search(name)}
