"""The diary that a bundle tells, as the rows of `diary.csv`: what went out as FHIR can come back by the usual door."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from kit.diary.cells import spreadsheet_safe
from kit.diary.columns import COLUMNS, RATED
from kit.errors import ContentError, Fault
from kit.record.definitions import DONE, TOLD
from kit.record.names import URN, Json

# Whatever a foreign bundle leads into is a bundle that is none of the kit's.
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_PLACE = ("week", "date", "slot")
Cells = dict[str, str]


def diary_told(text: str, where: str = "careplan.json") -> bytes:
    """Every row with an answer, as a file that `read_diary` reads, which holds it against its own rules.

    Not in it are blank rows, and what the rows of one session told differently: neither went out. Raises
    `ContentError` for a text that is no bundle of the kit.
    """
    try:
        bundle = json.loads(text)
        code, version = bundle["identifier"]["value"].split("/")
        rows = _rows([entry["resource"] for entry in bundle["entry"]])
    except _UNREADABLE:
        fault = Fault(where, "is no record of a plan that this kit has made.", "Give a careplan.json.")
        raise ContentError(fault) from None
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for cells in rows:
        every = {"plan_code": code, "plan_version": version, **cells}
        writer.writerow({name: spreadsheet_safe(cell) for name, cell in every.items()})
    return out.getvalue().encode()


def _rows(resources: list[Json]) -> list[Cells]:
    """A row for each that is named, with what is said of it by whatever resource."""
    found: dict[tuple[str, ...], Cells] = {}
    for resource in resources:
        for cells in _cells(resource):
            key = tuple(cells.get(name, "") for name in (*_PLACE, "item_id", "side"))
            found.setdefault(key, {}).update(cells)
    return list(found.values())


def _cells(resource: Json) -> Iterator[Cells]:
    """What a resource says of rows, each with its place."""
    for extension in resource.get("extension", []):
        if extension["url"] == DONE.url:
            yield {**_procedure(resource), **dict(_parts(extension))}
        if extension["url"] == TOLD.url:
            parts = _parts(extension)
            place = {name: value for name, value in parts if name in _PLACE}
            for row in (value for name, value in parts if name == "row"):
                item, _, side = row.rpartition("/")
                yield {**place, "item_id": item, "side": side, **_rated(resource)}


def _parts(extension: Json) -> list[tuple[str, str]]:
    return [(part["url"], _value(part)) for part in extension["extension"]]


def _procedure(resource: Json) -> Cells:
    """What stands in FHIR's own elements: when it began, and why it was not done."""
    begun = resource.get("performedDateTime", "")
    reason = resource.get("statusReason", {}).get("text", "")
    return {name: cell for name, cell in (("started_at", begun if "T" in begun else ""), ("reason", reason)) if cell}


def _rated(resource: Json) -> Cells:
    codes = [c["code"] for c in resource["code"]["coding"] if c["system"] == f"{URN}:diary"]
    return {name: str(resource["valueInteger"]) for name in codes if name in RATED}


def _value(part: Json) -> str:
    """The one value of a part, as a cell has it."""
    (value,) = (value for key, value in part.items() if key.startswith("value"))
    amount: Any = value["value"] if isinstance(value, dict) else value
    return str(amount)
