"""Bundles of the tests, and how they are looked through."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from fhir.resources.R4B.bundle import Bundle

from kit.clinic import Clinic
from kit.diary.columns import COLUMNS
from kit.diary.read import Diary, frame, read_diary
from kit.diary.rows import Row
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.document import read_plan
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.record.bundle import careplan_json
from kit.words.catalogue import Catalogue

CLINIC = Clinic(name="Sunny Clinic")
LIBRARY = Library.load()
WORDS = Catalogue()
START = dt.date(2026, 6, 1)


def made(plan: Plan, diary: Diary | None = None, **options: Any) -> dict[str, Any]:
    """The bundle, read by the FHIR library from its text and found valid."""
    text = careplan_json(resolve(plan, LIBRARY), options.pop("clinic", CLINIC), WORDS, diary, **options)
    Bundle.model_validate_json(text)
    bundle: dict[str, Any] = json.loads(text)
    return bundle


def resources(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind]


def parts(resource: dict[str, Any]) -> dict[str, Any]:
    """The kit's own extension of a resource as names and values."""
    (found,) = resource["extension"]
    return {part["url"]: next(value for key, value in part.items() if key != "url") for part in found["extension"]}


def walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from walk(inner)
    if isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def diary(plan: Plan, *changes: dict[str, Any]) -> Diary:
    """A diary of `plan`, one row a change; what a change does not say is a blank row of item i1 on the first day."""
    blank = {
        **dict.fromkeys(COLUMNS),
        "plan_code": plan.code,
        "plan_id": "P-001",
        "plan_version": 1,
        "item_id": "i1",
        "week": 1,
        "date": START,
        "slot": 1,
        "side": "left",
    }
    return Diary(frame(Row(n, {**blank, **change}, ()) for n, change in enumerate(changes, 2)), (), ())


def session_of(plan: Plan, **change: Any) -> list[dict[str, Any]]:
    """A row for each item and side of the first session, all with `change`."""
    return [{"item_id": i.item_id, "side": s or "both", **change} for i in plan.items for s in i.sides_in_order]


def sample() -> tuple[Plan, Diary]:
    """The made-up patient's first version and its diary."""
    folder = data_dir() / "sample"
    return read_plan(folder / "plan-v1.json"), read_diary(folder / "diary-v1.csv")
