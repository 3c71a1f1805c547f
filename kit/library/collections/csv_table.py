"""A table of exercises from a spreadsheet: CSV, one exercise a row.

The separator (comma, semicolon, tab) and the encoding (UTF-8, UTF-16, Windows-1252) are found. Only the column `name`
has to be there; what else is missing needs a clinician.

A cell with several entries, such as steps, has them on lines of their own or parted by "|"; "none" says that there
are none, while an empty cell says nothing. Numbers are whole seconds and counts, `load_kg` may have a comma or a point.
`tags` are movement tags, as hip_flex_90plus or, with the limb, hip_flex_90plus@both; steps, feel and mistakes may hold
{lead} and {other}. `licence`, `author` and `licence_url` are for texts of others; without them an exercise counts as
the clinician's own.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, KitError
from kit.files import read_bytes
from kit.library.collections.collected import Collected
from kit.library.collections.draft import Ids, came_from, draft
from kit.library.exercise import Exercise
from kit.library.loader import movement_tags
from kit.model import did_you_mean
from kit.places import data_dir
from kit.tabular import decode, plain_name, separated

TEXTS = (
    "name",
    "patient_name",
    "category",
    "region",
    "position",
    "sides",
    "lead_side",
    "lead_is",
    "purpose",
    "feel",
    "breathing",
)
LISTS = ("aliases", "regions", "equipment", "steps", "mistakes", "precautions", "tags")
MUSCLES = ("muscles", "muscles_secondary")
DOSE = (
    "sets",
    "reps",
    "hold_s",
    "tempo_s",
    "rest_rep_s",
    "rest_set_s",
    "setup_s",
    "switch_s",
    "duration_s",
    "load_kg",
    "band",
)
FREQUENCY = ("days_a_week", "times_a_day")
LICENCE = ("licence", "author", "licence_url")
COLUMNS = (*TEXTS, *LISTS, *MUSCLES, *DOSE, *FREQUENCY, *LICENCE)
# Without one of these a repetition takes no time, so that the dose is not known.
WORK = ("hold_s", "tempo_s", "duration_s")
# What a spreadsheet may call a column.
OTHER_NAMES = {
    "exercise": "name",
    "title": "name",
    "instructions": "steps",
    "movement_tags": "tags",
    "license": "licence",
    "license_url": "licence_url",
    "primary_muscles": "muscles",
    "secondary_muscles": "muscles_secondary",
    "repetitions": "reps",
    "side": "sides",
}

_FREE = re.compile(r"cc\W?0|public domain|unlicense", re.IGNORECASE)  # terms that ask for no notice
Row = dict[str, str]


def collect(paths: Iterable[Path], found: Collected) -> None:
    """Read each table into `found`."""
    ids = Ids("csv")
    known_tags = set(movement_tags(data_dir()))
    for path in paths:
        try:
            for number, row in _rows(decode(read_bytes(path), path.name), path.name, found):
                try:
                    found.exercises.append(_exercise(row, ids, known_tags, path.name, number))
                except KitError as error:
                    found.tell(*error.faults)
        except KitError as error:
            found.tell(*error.faults)


def _rows(text: str, file: str, found: Collected) -> Iterator[tuple[int, Row]]:
    """Rows with anything in them, by column, and the number of each as a spreadsheet counts it (the first is 1).

    Raises `ContentError` for a header without a name, and for a quotation mark that is never closed.
    """
    text, separator = separated(text, COLUMNS, _plain)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1)
    at, header = next(((n, cells) for n, cells in lines if any(c.strip() for c in cells)), (1, []))
    names = [_plain(cell) for cell in header]
    _check_header(names, f"{file}, row {at}", found)
    _check_closed(text, separator, file)
    for number, cells in lines:
        if not any(c.strip() for c in cells):
            continue
        if any(c.strip() for c in cells[len(names) :]):
            what = f"has {len(cells)} cells, and the header has {len(names)}."
            found.tell(Fault(f"{file}, row {number}", what, f"Put texts that hold “{separator}” in quotation marks."))
            continue
        yield number, {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name in COLUMNS}


def _plain(name: str) -> str:
    """A column's name however it was typed: "Patient Name " is patient_name."""
    plain = plain_name(name)
    return OTHER_NAMES.get(plain, plain)


def _check_header(names: list[str], where: str, found: Collected) -> None:
    """Tells of columns that are ignored. Raises `ContentError` where there is no name or a column stands twice."""
    twice = [name for name in COLUMNS if names.count(name) > 1]
    faults = [Fault(where, f"the column “{name}” stands {names.count(name)} times.", "Keep one.") for name in twice]
    if "name" not in names:
        faults.append(Fault(where, "there is no column “name”.", "Give each exercise a name; all else may be missing."))
    if faults:
        raise ContentError(faults)
    for name in names:
        if name and name not in COLUMNS:
            near = did_you_mean(name, COLUMNS) or "Move what you need into a column of the kit."
            found.tell(Fault(where, f"the column “{name}” is not known and is ignored.", near))


def _check_closed(text: str, separator: str, file: str) -> None:
    """Raises `ContentError` where the last quotation mark is open: it swallows all rows after it."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise ContentError(Fault(file, "a quotation mark is never closed.", "Close it.")) from None


def _exercise(row: Row, ids: Ids, known_tags: set[str], file: str, number: int) -> Exercise:
    """Raises `ContentError` with all faults of the row."""
    where = f"{file}, row {number}"
    said = {name: cell for name, cell in row.items() if cell}
    known: dict[str, Any] = {name: said[name] for name in TEXTS if name in said}
    known |= {name: _entries(said[name]) for name in LISTS if name in said}
    known |= {name: _number(said[name]) for name in FREQUENCY if name in said}
    known |= {"name": said.get("name", ""), "sources": came_from(file, f"row {number}")}
    known["id"] = ids.new(known["name"], f"row {number}")
    if "equipment" in known:
        known["equipment"] = [{"name": name} for name in known["equipment"]]
    if "tags" in known:
        known["tags"] = [_tag(text, known_tags, where) for text in known["tags"]]
    if "muscles" in said:
        primary, secondary = (_entries(said.get(name, "")) for name in MUSCLES)
        known["muscles"] = {"primary": primary, "secondary": secondary}
    dose = {name: _number(said[name]) for name in DOSE if name in said}
    guesses = {"dose": {"tempo_s": 1, **dose}} if dose else {}
    if any(dose.get(name) not in (None, 0) for name in WORK):
        known["dose"] = dose
    licence = {name: said[name] for name in LICENCE if name in said}
    if licence:
        known["licence"] = _licence(licence)
    return draft(known, guesses, where)


def _entries(cell: str) -> list[str]:
    """The entries of a cell. The word "none" is none at all."""
    if cell.casefold() == "none":
        return []
    return [entry.strip() for entry in re.split(r"[|\r\n]+", cell) if entry.strip()]


def _number(cell: str) -> int | float | str:
    """The number in a cell; any other text as it is, for the model to refuse."""
    if re.fullmatch(r"-?[0-9]{1,9}", cell):
        return int(cell)
    return float(cell.replace(",", ".")) if re.fullmatch(r"[0-9]{1,9}[.,][0-9]{1,9}", cell) else cell


def _tag(text: str, known: set[str], where: str) -> dict[str, str]:
    """ "single_leg@other" as a tag. Raises `ContentError` for an unknown one."""
    name, _, limb = text.partition("@")
    if name not in known:
        mend = did_you_mean(name, sorted(known)) or "Use a movement tag of the kit."
        raise ContentError(Fault(f"{where}, tags", f"“{name}” is not a known movement tag.", mend))
    return {"name": name, "limb": limb} if limb else {"name": name}


def _licence(said: Row) -> dict[str, Any]:
    """Terms of the texts; where they are not known to be free, author and terms are printed."""
    name = said.get("licence", "not stated")
    url = said.get("licence_url", "")
    return {"name": name, "author": said.get("author", ""), "url": url, "print_notice": not _FREE.search(name)}
