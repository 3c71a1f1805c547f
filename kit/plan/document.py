"""A plan as a JSON file: format 2, read with all faults at once, and its JSON Schema. Format 1 is read too, and told.

`python -m kit.plan.document` writes the schema again.
"""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from kit.errors import ContentError, Fault, KitError, OverwriteError
from kit.files import PUBLIC, is_there, read_text, write_atomic
from kit.given import checked
from kit.jsontext import read_json
from kit.model import parse_json, to_json
from kit.places import data_dir
from kit.plan.code import derived_code
from kit.plan.plan import FORMAT, UNSEALED, Plan
from kit.plan.seal import seal_of

MAX_BYTES = 10_000_000
FIRST_FORMAT = 1  # without codes and seals
_PROVEN = ("issued", "snapshot", "seal", "sign_offs")  # what counts only while the seal proves it


@dataclass(frozen=True)
class PlanFile:
    """A plan as a file gave it, and what has to be told about the file."""

    plan: Plan
    notices: tuple[Fault, ...] = ()
    was_issued: bool = False  # as it says itself, in a format that proves nothing: the plan is a draft


class OldFormat(UserWarning):
    """A plan file of an older format was read."""


def to_document(plan: Plan) -> str:
    """The plan as JSON text; the same plan gives the same text."""
    return to_json(plan)


def from_document(text: str, where: str, *, trusts_first: bool = False) -> PlanFile:
    """The plan in JSON `text`; `where` names the file. One of format 1 that says it is issued is read as a draft.

    With `trusts_first` it is read as issued: for the store alone, when it takes an older workspace in.

    Raises `ContentError` with all faults, an altered issued plan and a name that stands twice too.
    """
    data = _plain(text, where)
    number = data.get("format")
    if number == FIRST_FORMAT and not isinstance(number, bool):
        if data.get("issued") is None or trusts_first:
            return PlanFile(_from_first(data, where), (_older(where),))
        draft = {name: value for name, value in data.items() if name not in _PROVEN}
        return PlanFile(_from_first(draft, where), (_unproven(where),), was_issued=True)
    if number != FORMAT or isinstance(number, bool):
        shown = "no format number" if number is None else f"format {number!r:.20}"
        what = f"has {shown}, and this kit reads format {FORMAT} and {FIRST_FORMAT}."
        raise ContentError(Fault(where, what, "Open it with the version of the kit that made it."))
    return PlanFile(parse_json(Plan, text, where))


def read_anew(plan: Plan) -> Plan:
    """The plan read as a file of it would be, so that no copy with other fields slips past the rules and the seal.

    Raises `ContentError` for one that no file may hold, such as an altered copy of an issued version.
    """
    return from_document(to_document(plan), f"plan {plan.plan_id} version {plan.version}").plan


def read_plan_file(path: str | PathLike[str], *, trusts_first: bool = False) -> PlanFile:
    """The plan in a file, with what has to be told, as `from_document`. Raises `ContentError` or `MachineError`."""
    path = Path(path)
    return from_document(read_text(path), path.name, trusts_first=trusts_first)


@checked
def read_plan(path: str | PathLike[str]) -> Plan:
    """The plan in a file; an older format is told as a warning. Raises `ContentError` or `MachineError`."""
    found = read_plan_file(path)
    for notice in found.notices:
        warnings.warn(str(notice), OldFormat, stacklevel=3)  # past the check of what was given
    return found.plan


@checked
def write_plan(plan: Plan, path: str | PathLike[str], *, over: bool = False) -> None:
    """The plan into a file, all or nothing.

    Raises `ContentError` for a plan that no file may hold, such as an altered copy, and `OverwriteError` where the
    file holds an issued version, another plan, or anything that is no plan; with `over` what is there is replaced.
    """
    path = Path(path)
    text = to_document(read_anew(plan))
    if not over and is_there(path):
        _may_go_over(path, plan)
    write_atomic(path, text.encode())


def _may_go_over(path: Path, plan: Plan) -> None:
    """Raises `OverwriteError` unless the file holds a draft of this very plan, or the same plan."""
    mend = "Choose another name."
    try:
        there = read_plan_file(path).plan
    except KitError as error:
        raise OverwriteError(Fault(str(path), "is there, and is no plan that can be read.", mend)) from error
    if there == plan:
        return
    if there.code != plan.code:
        what = f"holds another plan, {there.plan_id} ({there.code})."
        raise OverwriteError(Fault(str(path), what, mend))
    if not there.is_draft:
        what = f"holds version {there.version}, which is issued and stays as it is."
        raise OverwriteError(Fault(str(path), what, mend))


def _plain(text: str, where: str) -> dict[str, Any]:
    """The file as plain data; a file that is no plan at all is named as that, not as a list of strange fields."""
    if len(text) > MAX_BYTES:
        raise ContentError(Fault(where, f"has {len(text)} characters; a plan has far fewer.", "Give a plan file."))
    data = read_json(text, where, "Save it again from the planner.")
    if not isinstance(data, dict):
        raise ContentError(Fault(where, "is JSON, but not a plan.", "Give a plan file."))
    return data


def _from_first(data: dict[str, Any], where: str) -> Plan:
    """A plan of format 1. Its codes are made from its labels: each reading, and each version, gives the same ones."""
    plan_id, patient = (value if isinstance(value := data.get(name), str) else "" for name in ("plan_id", "patient"))
    codes = {
        "code": derived_code("plan", plan_id, patient),
        "patient_code": derived_code("patient", patient or plan_id),
    }
    raised = {**data, **codes, "format": FORMAT}
    if isinstance(data.get("replaces"), dict):
        raised["replaces"] = {name: value for name, value in data["replaces"].items() if name != "plan_id"}
    plan = parse_json(Plan, json.dumps(raised), where, {UNSEALED: data.get("issued") is not None})
    return plan.model_copy(update={"seal": seal_of(plan)}) if plan.issued else plan


def _older(where: str) -> Fault:
    return Fault(
        where,
        f"is of format {FIRST_FORMAT}, which has no code and no seal: a code was made from its labels, and nothing "
        "proves that the file is unchanged.",
        "Open it in the planner, or give it a new version; both write the present format.",
    )


def _unproven(where: str) -> Fault:
    return Fault(
        where,
        f"is of format {FIRST_FORMAT} and says that it is issued, and nothing proves that it is unchanged: it is read "
        "as a draft.",
        "Review it and issue it anew.",
    )


def schema() -> str:
    """JSON Schema of a plan file, as text; what is said of a model is there, and its example in Python is not."""
    found = Plan.model_json_schema()
    for model in (found, *found["$defs"].values()):
        model["description"] = model["description"].partition("\n\n>>>")[0]
    return json.dumps(found, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def schema_path() -> Path:
    return data_dir() / "schemas" / "plan.schema.json"


if __name__ == "__main__":
    write_atomic(schema_path(), schema().encode(), PUBLIC)
