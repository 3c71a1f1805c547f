"""Plans and diaries of a clinic as FHIR in bulk: a file of lines for each kind of resource, and the way back.

The resources are those of the record (`kit.record`), without the labels of patients and plans; references name kind and
id, as bulk files have it. What a plan asks for stands in a Binary beside its CarePlan, as a registry keeps it
(`plan_rows`): no FHIR element tells a schedule so that it could be counted again.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from kit.clinic import Clinic
from kit.cohorts.registry.plan_rows import PLANS, plan_table, plans_of
from kit.diary.read import Diary, frame, read_diary
from kit.errors import ContentError, Fault
from kit.files import files_in, read_text, write_atomic
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.record.bundle import careplan_json
from kit.record.names import URN, Json, care_plan_id, identifier, plan_name, resource_id
from kit.record.told import diary_told
from kit.words.catalogue import Catalogue

SUFFIX = ".ndjson"
_LABELS = (f"{URN}:patient-label", f"{URN}:plan-label")
_URN = "urn:uuid:"
_FIRST = ("Patient", "CarePlan", "Binary")


def write_bulk(
    folder: Path, plans: Iterable[ResolvedPlan], rows: pd.DataFrame, clinic: Clinic, words: Catalogue
) -> list[Path]:
    """Write all versions with the rows of their diaries; a patient stands there once. The same gives the same bytes.

    Raises `PlanError` for a plan that cannot be handed out, `MachineError` where it cannot be written.
    """
    lines: dict[str, dict[str, str]] = defaultdict(dict)  # by kind and id
    by_plan = dict(list(rows.groupby("plan_code")))
    for known in plans:
        its = by_plan.get(known.plan.code, rows.iloc[:0])
        bundle = json.loads(careplan_json(known, clinic, words, Diary(its, (), ())))
        resources = [entry["resource"] for entry in bundle["entry"]]
        kinds = {resource["id"]: resource["resourceType"] for resource in resources}
        for resource in (*resources, _binary(known.plan)):
            lines[resource["resourceType"]][resource["id"]] = json.dumps(_out(resource, kinds), ensure_ascii=False)
    written = []
    for kind in sorted(lines):
        written.append(folder / f"{kind}{SUFFIX}")
        write_atomic(written[-1], "".join(f"{line}\n" for line in lines[kind].values()).encode())
    return written


def is_bulk(folder: Path) -> bool:
    return (folder / f"CarePlan{SUFFIX}").is_file()


def read_bulk(folder: Path, into: Path) -> tuple[list[Plan], pd.DataFrame]:
    """The plans, the same to every measure, and the rows with an answer, held against them.

    `into` is a folder for the diary of one version at a time. Raises `ContentError` for files that this kit has not
    made, and for a row that its plan does not have.
    """
    resources = {r["id"]: r for path in files_in(folder, SUFFIX) for r in _lines(path)}
    if not is_bulk(folder) or any(not any(r["resourceType"] == kind for r in resources.values()) for kind in _FIRST):
        raise ContentError(Fault(str(folder), "holds no plans in bulk that this kit has made.", "Give such a folder."))
    plans = [plan for r in resources.values() if r["resourceType"] == "Binary" for plan in _plan(r)]
    by_version = {care_plan_id(plan): plan for plan in plans}
    bundles: dict[str, list[Json]] = defaultdict(list)
    for resource in resources.values():
        if version := _version_of(resource, resources, by_version):
            bundles[version].append(resource)
    found = [_diary(by_version[version], its, into) for version, its in bundles.items()]
    return plans, pd.concat([frame([]), *found])


def _diary(plan: Plan, resources: Sequence[Json], into: Path) -> pd.DataFrame:
    bundle = {
        "identifier": identifier("plan-version", plan_name(plan)),
        "entry": [{"resource": resource} for resource in resources],
    }
    path = into / f"{plan.code}-{plan.version}.csv"
    write_atomic(path, diary_told(json.dumps(bundle), path.name))
    try:
        diary = read_diary(path, [plan])
    finally:
        path.unlink()
    if diary.rejects:
        raise ContentError(Fault(plan_name(plan), diary.rejects[0].why, ""))
    return diary.rows


def _version_of(resource: Json, known: Mapping[str, Json], versions: Mapping[str, Plan]) -> str:
    """The CarePlan that a resource rests on, directly or through a request; nothing where it tells no diary."""
    for based in resource.get("basedOn", ()):
        name = based["reference"].rpartition("/")[2]
        if name in versions:
            return name if resource["resourceType"] == "Observation" else ""
        return _version_of({**known.get(name, {}), "resourceType": "Observation"}, known, versions)
    return ""


def _binary(plan: Plan) -> Json:
    (row,) = plan_table([plan]).to_pylist()
    asked = {**row, "start": row["start"].isoformat(), "activities": plan.activities}
    data = json.dumps(asked, ensure_ascii=False).encode()
    return {
        "resourceType": "Binary",
        "id": resource_id("asked", plan.code, plan.version),
        "contentType": "application/json",
        "securityContext": {"reference": f"CarePlan/{care_plan_id(plan)}"},
        "data": base64.b64encode(data).decode(),
    }


def _plan(binary: Json) -> list[Plan]:
    try:
        row = json.loads(base64.b64decode(binary["data"]))
        activities = tuple(row.pop("activities"))
        table = pa.Table.from_pylist([{**row, "start": dt.date.fromisoformat(row["start"])}], PLANS)
    except (ValueError, LookupError, TypeError, AttributeError, pa.ArrowException):
        what = "holds no plan that this kit has made."
        raise ContentError(Fault(f"Binary/{binary['id']}", what, "Export it again.")) from None
    return [plan.model_copy(update={"activities": activities}) for plan in plans_of(table)]


def _out(value: Any, kinds: Mapping[str, str]) -> Any:
    """With references as kind and id, and without labels."""
    if isinstance(value, dict):
        name = value.get("reference")
        if isinstance(name, str) and name.startswith(_URN):
            one = name.removeprefix(_URN)
            return {**value, "reference": f"{kinds[one]}/{one}"}
        return {key: _out(part, kinds) for key, part in value.items()}
    if isinstance(value, list):
        return [_out(part, kinds) for part in value if not _is_label(part)]
    return value


def _is_label(part: Any) -> bool:
    return isinstance(part, dict) and part.get("system") in _LABELS


def _lines(path: Path) -> Iterator[Json]:
    lines = read_text(path).split("\n")  # alone: a note may hold another sign that Python breaks lines at
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            found["id"], found["resourceType"]
        except (ValueError, LookupError, TypeError):
            raise ContentError(Fault(f"{path.name}, line {number}", "is no resource.", "Export it again.")) from None
        yield found
