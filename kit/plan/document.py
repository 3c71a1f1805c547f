"""A plan as a JSON file: format 1, read with all faults at once, and its JSON Schema.

`python -m kit.plan.document` writes the schema again.
"""

from __future__ import annotations

import json
from pathlib import Path

from kit.errors import ContentError, Fault
from kit.files import PUBLIC, read_text, write_atomic
from kit.model import parse_json, to_json
from kit.places import data_dir
from kit.plan.plan import FORMAT, Plan

MAX_BYTES = 10_000_000


def to_document(plan: Plan) -> str:
    """The plan as JSON text; the same plan gives the same text."""
    return to_json(plan)


def from_document(text: str, where: str) -> Plan:
    """The plan in JSON `text`. Raises `ContentError` with all faults; `where` names the file."""
    _check_format(text, where)
    return parse_json(Plan, text, where)


def read_plan(path: Path) -> Plan:
    """The plan in a file. Raises `ContentError` or `MachineError`."""
    return from_document(read_text(path), path.name)


def write_plan(plan: Plan, path: Path) -> None:
    """The plan into a file, all or nothing."""
    write_atomic(path, to_document(plan).encode())


def _check_format(text: str, where: str) -> None:
    """A file of another format is named as that, not as a list of strange fields."""
    if len(text) > MAX_BYTES:
        raise ContentError(Fault(where, f"has {len(text)} characters; a plan has far fewer.", "Give a plan file."))
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        fault = Fault(where, f"is not JSON: {error}.", "Save it again from the planner.")
        raise ContentError(fault) from None
    if not isinstance(data, dict):
        raise ContentError(Fault(where, "is JSON, but not a plan.", "Give a plan file."))
    number = data.get("format")
    if number != FORMAT or isinstance(number, bool):
        shown = "no format number" if number is None else f"format {number!r:.20}"
        fault = Fault(
            where,
            f"has {shown}, and this kit reads format {FORMAT}.",
            "Open it with the version of the kit that made it.",
        )
        raise ContentError(fault)


def schema() -> str:
    """JSON Schema of a plan file, as text."""
    return json.dumps(Plan.model_json_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def schema_path() -> Path:
    return data_dir() / "schemas" / "plan.schema.json"


if __name__ == "__main__":
    write_atomic(schema_path(), schema().encode(), PUBLIC)
