"""A version of a plan as a FHIR CarePlan with its Goals, as the HL7 guide on physical activity asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kit.clinic import Clinic
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan
from kit.record.codes import Codes
from kit.record.names import (
    Json,
    care_plan_id,
    extension,
    identifier,
    patient_id,
    plan_name,
    reference,
    request_id,
    resource_id,
)
from kit.record.narrative import narrative
from kit.record.request import instruction
from kit.words.catalogue import Catalogue
from kit.words.text import clean

PROFILE = "http://hl7.org/fhir/us/physical-activity/StructureDefinition/pa-careplan"
# What the codes call a kind of plan, and how it is named where they may not be sent.
CATEGORIES = {"assess_plan": "Assessment and plan of treatment", "physical_activity": "Physical activity"}


def care_plan(known: ResolvedPlan, clinic: Clinic, words: Catalogue, codes: Codes) -> Json:
    """The version as a whole: what it is, for whom and when, in words and in elements."""
    plan = known.plan
    by, clinic_name = clean(plan.issued.by if plan.issued else clinic.therapist), clean(clinic.name)
    found: Json = {"resourceType": "CarePlan", "id": care_plan_id(plan), **_profile(codes)}
    found["text"] = _narrative(known.told_in(words), words)
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
    found["category"] = [_category(kind, text, codes) for kind, text in CATEGORIES.items()]
    if title := clean(plan.title):
        found["title"] = title
    found |= {"subject": reference(patient_id(plan)), "period": _period(plan.start, plan.until)}
    if plan.issued:
        found["created"] = plan.issued.on.isoformat()
    if by:
        found["author"] = {"display": by}
    if clinic_name:
        found["contributor"] = [{"display": clinic_name}]
    if aims := list(goals(plan)):
        found["goal"] = [reference(goal["id"]) for goal in aims]
    found["activity"] = [{"reference": reference(request_id(plan, item.item_id))} for item in plan.items]
    return found


def _category(kind: str, text: str, codes: Codes) -> Json:
    coding = codes.coding(kind)
    return {**({"coding": coding} if coding else {}), "text": text}


def _profile(codes: Codes) -> Json:
    """The profile is claimed where both of the categories that it asks for can be told by its codes."""
    return {"meta": {"profile": [PROFILE]}} if all(map(codes.coding, CATEGORIES)) else {}


def _narrative(known: ResolvedPlan, words: Catalogue) -> Json:
    """The plan for a person to read: its name and days, what it is for, and each exercise as the patient is told it."""
    plan, dates = known.plan, _period(known.plan.start, known.plan.until)
    aims = [goal["description"]["text"] for goal in goals(plan)]
    draft = words.say("handout.draft") if plan.is_draft else ""
    lines = [draft, *words.caution, clean(plan.title), f"{dates['start']} – {dates['end']}", *aims]
    exercises = [f"{clean(exercise.patient_name)}: {instruction(item, words)}" for item, exercise in known.entries]
    return narrative(words, lines, exercises)


def _period(start: dt.date, end: dt.date) -> Json:
    """`end` is the first day after; FHIR names the last day within."""
    return {"start": start.isoformat(), "end": (end - dt.timedelta(days=1)).isoformat()}


def goals(plan: Plan) -> Iterator[Json]:
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
