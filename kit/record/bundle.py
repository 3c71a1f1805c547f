"""The FHIR painter: a version of a plan, and the diary of that version, as one Bundle in R4.

Patient (the label, no name), CarePlan, Goals, a ServiceRequest an item, and of the diary Procedures and
Observations. Conditions, overrides and sign-offs stay in `plan.json`. Texts are in strings, never in markdown, and
escaped in the narrative, so that no receiver takes them for markup.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kit.clinic import Clinic
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.record.care_plan import care_plan, goals
from kit.record.codes import Codes, known_codes
from kit.record.log import logged
from kit.record.names import (
    URN,
    Json,
    identifier,
    patient_id,
    plan_name,
    resource_id,
    url_of,
)
from kit.record.request import service_request
from kit.words.catalogue import Catalogue
from kit.words.text import clean

ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"

if TYPE_CHECKING:
    from kit.diary.read import Diary


def careplan_json(
    known: ResolvedPlan,
    clinic: Clinic,
    words: Catalogue,
    diary: Diary | None = None,
    codes: Codes | None = None,
) -> str:
    """The bundle as JSON text; the same plan and diary give the same text.

    Of `diary`, the rows of this version count. `codes` is the kit's own mapping file if not given.
    Raises `PlanError` for a plan that cannot be handed out.
    """
    # Half a second to load, which only an export should cost.
    from fhir.resources.R4B.bundle import Bundle

    made = _bundle(known.sound(), clinic, words, diary, known_codes() if codes is None else codes)
    Bundle.model_validate(made)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _bundle(known: ResolvedPlan, clinic: Clinic, words: Catalogue, diary: Diary | None, codes: Codes) -> Json:
    plan = known.plan
    resources = [_patient(plan), care_plan(known, clinic, words, codes), *goals(plan)]
    resources += [service_request(plan, item, exercise, words, codes) for item, exercise in known.entries]
    if diary is not None:
        resources += logged(known, diary, codes)
    notices = codes.notices(set(_systems(resources)))
    meta = {"extension": [{"url": f"{URN}:notice", "valueString": notice} for notice in notices]}
    on = plan.issued.on if plan.issued else plan.start
    return {
        "resourceType": "Bundle",
        "id": resource_id("bundle", plan.code, plan.version),
        **({"meta": meta} if notices else {}),
        "identifier": identifier("plan-version", plan_name(plan)),
        "type": "collection",
        "timestamp": dt.datetime.combine(on, dt.time(), dt.UTC).isoformat(),
        "entry": [{"fullUrl": url_of(resource["id"]), "resource": resource} for resource in resources],
    }


def _systems(value: Any) -> Iterator[str]:
    """Every `system` named anywhere in `value`."""
    if isinstance(value, dict):
        if isinstance(value.get("system"), str):
            yield value["system"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _systems(part)


def _patient(plan: Plan) -> Json:
    """The label alone; that the name and the gender are not told is said in the way that FHIR has for it."""
    label = clean(plan.patient)
    return {
        "resourceType": "Patient",
        "id": patient_id(plan),
        "identifier": [
            identifier("patient", plan.patient_code),
            *([identifier("patient-label", label)] if label else []),
        ],
        "name": [{"extension": [{"url": ABSENT, "valueCode": "masked"}]}],
        "gender": "unknown",
    }
