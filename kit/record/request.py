"""An item of a plan as a FHIR ServiceRequest."""

from __future__ import annotations

import datetime as dt

from kit.library.exercise import Exercise
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.record.codes import Codes
from kit.record.names import (
    Json,
    care_plan_id,
    extension,
    identifier,
    own_coding,
    patient_id,
    plan_name,
    reference,
    request_id,
)
from kit.timing.session import steps_of
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_sentences, frequency_sentence
from kit.words.text import clean

SECONDS = ("hold_s", "tempo_s", "rest_rep_s", "rest_set_s", "setup_s", "switch_s", "duration_s")


def service_request(plan: Plan, item: Prescription, exercise: Exercise, words: Catalogue, codes: Codes) -> Json:
    """The item as a request that the patient performs; its numbers stand in the kit's own extension."""
    category = codes.coding(exercise.category)
    name = clean(exercise.patient_name)
    return {
        "resourceType": "ServiceRequest",
        "id": request_id(plan, item.item_id),
        "extension": [_dose(item, codes)],
        "identifier": [identifier("plan-item", f"{plan_name(plan)}/{item.item_id}")],
        "basedOn": [reference(care_plan_id(plan))],
        "status": "draft" if plan.is_draft else "active",
        "intent": "plan" if plan.is_draft else "order",
        **({"category": [{"coding": category}]} if category else {}),
        "code": exercise_concept(item.exercise_id, name, codes),
        "subject": reference(patient_id(plan)),
        "occurrenceTiming": {"repeat": _repeat(plan, item)},
        **_issued(plan),
        "performer": [reference(patient_id(plan))],
        "patientInstruction": instruction(item, words),
    }


def _issued(plan: Plan) -> Json:
    """When, and by whom."""
    if plan.issued is None:
        return {}
    return {"authoredOn": plan.issued.on.isoformat(), "requester": {"display": clean(plan.issued.by)}}


def exercise_concept(exercise_id: str, name: str, codes: Codes) -> Json:
    """What is done: exercise, and which one."""
    return {"coding": [*codes.coding("exercise"), own_coding("exercise", exercise_id, name)], "text": name}


def instruction(item: Prescription, words: Catalogue) -> str:
    """The dose as the handout says it, a limit of range in degrees, then the clinician's note.

    A plain string: FHIR's notes are markdown.
    """
    schedule = item.schedule
    often = frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
    said = [*dose_sentences(item.dose, item.sides, words), often]
    if limit := item.rom_limit:
        said.append(f"Range: {limit.from_deg} to {limit.to_deg} degrees.")
    if note := clean(item.note):
        said.append(words.say("calendar.note", note=note))
    return clean(" ".join(said))


def _repeat(plan: Plan, item: Prescription) -> Json:
    """FHIR counts both ends of a period, and "n a week" as a frequency of a week."""
    schedule = item.schedule
    last = plan.until - dt.timedelta(days=1)
    found: Json = {
        "boundsPeriod": {"start": plan.start.isoformat(), "end": last.isoformat()},
        "duration": steps_of([item]).total_s,
        "durationUnit": "s",
    }
    if schedule.weekdays is None:
        return found | {"frequency": schedule.each_week * schedule.times_a_day, "period": 1, "periodUnit": "wk"}
    found |= {"frequency": schedule.times_a_day, "period": 1, "periodUnit": "d"}
    return found if schedule.each_week == 7 else found | {"dayOfWeek": list(schedule.weekdays)}


def _dose(item: Prescription, codes: Codes) -> Json:
    """Every number of the dose, under the name that a plan file has it by."""
    dose, schedule = item.dose, item.schedule
    parts: dict[str, Json] = {name: {"valueInteger": getattr(dose, name)} for name in ("sets", "reps")}
    parts |= {
        name: {"valueQuantity": codes.quantity(value, "s")}
        for name in SECONDS
        if (value := getattr(dose, name)) is not None
    }
    if dose.load_kg is not None:
        parts["load_kg"] = {"valueQuantity": codes.quantity(dose.load_kg, "kg")}
    if band := clean(dose.band):
        parts["band"] = {"valueString": band}
    if dose.effort_target is not None:
        parts["effort_target"] = {"valueInteger": dose.effort_target}
    parts |= {"sides": {"valueCode": item.sides}, "lead_side": {"valueCode": item.lead_side}}
    parts["days_a_week"] = {"valueInteger": schedule.each_week}
    parts["times_a_day"] = {"valueInteger": schedule.times_a_day}
    return extension("dose", parts)
