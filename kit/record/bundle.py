"""The FHIR painter: a version of a plan, and the diary of that version, as one Bundle in R4.

Patient (the label, no name), CarePlan, Goals, a ServiceRequest an item, and of the diary Procedures and
Observations. Conditions, overrides and sign-offs stay in `plan.json`. Texts are in strings, never in markdown or
XHTML, so that no receiver takes them for markup.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kit.clinic import Clinic
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.record.codes import Codes, known_codes
from kit.record.log import logged
from kit.record.names import (
    URN,
    Json,
    care_plan_id,
    extension,
    identifier,
    patient_id,
    plan_name,
    reference,
    request_id,
    resource_id,
    url_of,
)
from kit.record.request import service_request
from kit.words.catalogue import Catalogue
from kit.words.text import clean

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
    resources = [_patient(plan), _care_plan(plan, clinic), *_goals(plan)]
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
    label = clean(plan.patient)
    return {
        "resourceType": "Patient",
        "id": patient_id(plan),
        "identifier": [
            identifier("patient", plan.patient_code),
            *([identifier("patient-label", label)] if label else []),
        ],
    }


def _care_plan(plan: Plan, clinic: Clinic) -> Json:
    by, clinic_name = clean(plan.issued.by if plan.issued else clinic.therapist), clean(clinic.name)
    found: Json = {"resourceType": "CarePlan", "id": care_plan_id(plan)}
    if plan.pauses:
        found["extension"] = [
            extension(
                "pause",
                {
                    "period": {"valuePeriod": _period(pause.start, pause.end)},
                    "reason": {"valueCode": pause.reason},
                },
            )
            for pause in plan.pauses
        ]
    found["identifier"] = [identifier("plan-version", plan_name(plan)), identifier("plan-label", plan.plan_id)]
    if plan.replaces:
        old = f"{plan.code}/{plan.replaces.version}"
        found["replaces"] = [{"type": "CarePlan", "identifier": identifier("plan-version", old)}]
    found |= {"status": "draft" if plan.is_draft else "active", "intent": "plan"}
    if title := clean(plan.title):
        found["title"] = title
    found |= {"subject": reference(patient_id(plan)), "period": _period(plan.start, plan.until)}
    if plan.issued:
        found["created"] = plan.issued.on.isoformat()
    if by:
        found["author"] = {"display": by}
    if clinic_name:
        found["contributor"] = [{"display": clinic_name}]
    if goals := list(_goals(plan)):
        found["goal"] = [reference(goal["id"]) for goal in goals]
    found["activity"] = [{"reference": reference(request_id(plan, item.item_id))} for item in plan.items]
    return found


def _period(start: dt.date, end: dt.date) -> Json:
    """`end` is the first day after; FHIR names the last day within."""
    return {"start": start.isoformat(), "end": (end - dt.timedelta(days=1)).isoformat()}


def _goals(plan: Plan) -> Iterator[Json]:
    """The goal of the plan, then each activity that matters to the patient, in her words."""
    if goal := clean(plan.context.goal):
        yield _goal(plan, goal)
    for number, activity in enumerate(plan.activities, 1):
        yield _goal(plan, clean(activity), "activity", number)


def _goal(plan: Plan, text: str, *which: str | int) -> Json:
    return {
        "resourceType": "Goal",
        "id": resource_id("goal", plan.code, plan.version, *which),
        "lifecycleStatus": "proposed" if plan.is_draft else "active",
        "description": {"text": text},
        "subject": reference(patient_id(plan)),
        "startDate": plan.start.isoformat(),
    }
