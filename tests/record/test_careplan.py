"""The bundle for other systems: valid, stable, honest about what was done, and proof against any text."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.diary.columns import COLUMNS
from kit.diary.read import Diary, frame
from kit.diary.rows import Row
from kit.errors import ContentError, PlanError
from kit.files import PUBLIC, write_atomic
from kit.plan.code import new_code
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.plan.template import template
from kit.record.bundle import careplan_json
from kit.record.codes import Code, Codes, System, known_codes, read_codes
from kit.words.text import clean
from tests.record.bundles import CLINIC, LIBRARY, START, WORDS, diary, made, parts, resources, sample, session_of, walk

ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
OTHER = new_code(Random(2))  # of another plan
GOLDEN = Path(__file__).with_name("careplan-four.json")

# The elements of FHIR R4 (4.0.1) that the kit uses; written by hand, so that nothing newer slips in.
COMMON = {"resourceType", "id", "meta", "extension", "identifier"}
R4 = {
    "Patient": COMMON | {"name", "gender"},
    "CarePlan": COMMON
    | {"text", "category"}
    | {"basedOn", "replaces", "status", "intent", "title", "description", "subject", "period", "created", "author"}
    | {"contributor", "addresses", "goal", "activity"},
    "Goal": COMMON | {"lifecycleStatus", "description", "subject", "startDate", "target"},
    "ServiceRequest": COMMON
    | {"basedOn", "status", "intent", "category", "code", "subject", "occurrenceTiming", "authoredOn", "requester"}
    | {"performer", "patientInstruction"},
    "Procedure": COMMON
    | {"basedOn", "status", "statusReason", "code", "subject", "performedDateTime", "performedPeriod"},
    "Observation": COMMON
    | {"basedOn", "status", "code", "subject", "effectiveDateTime", "effectivePeriod", "performer", "method"}
    | {"valueInteger", "valueQuantity"},
}
STATUS = {
    "CarePlan": {"draft", "active"},
    "Goal": {"proposed", "active"},
    "ServiceRequest": {"draft", "active"},
    "Procedure": {"completed", "stopped", "not-done", "unknown"},
    "Observation": {"final"},
}


def test_the_founding_four(issued: Plan) -> None:
    """The golden file: the four stretches as other systems get them; this file, run by itself, writes it again."""
    assert careplan_json(resolve(issued, LIBRARY), CLINIC, WORDS) == GOLDEN.read_text(encoding="utf-8")


def test_it_says_the_dose(issued: Plan) -> None:
    """Each item is a request of the plan: its days, its sentences, its numbers, its minutes."""
    requests = resources(made(issued), "ServiceRequest")
    assert len(requests) == 4
    first = requests[0]
    assert first["patientInstruction"] == "Hold 30 seconds. Do it 2 times on each side. Once a day."
    assert first["occurrenceTiming"]["repeat"] == {
        "boundsPeriod": {"start": "2026-06-01", "end": "2026-06-28"},
        "duration": 170,
        "durationUnit": "s",
        "frequency": 1,
        "period": 1,
        "periodUnit": "d",
    }
    said = parts(first)
    assert (said["sets"], said["reps"], said["hold_s"]["value"], said["sides"]) == (1, 2, 30, "each")
    assert [c["system"] for c in first["code"]["coding"]] == ["http://snomed.info/sct", "urn:homestretch:exercise"]
    assert first["category"] == [{"coding": known_codes().coding("stretch")}]


@pytest.mark.parametrize(
    ("schedule", "repeat"),
    [
        (
            Schedule(weekdays=("mon", "fri")),
            {"frequency": 1, "period": 1, "periodUnit": "d", "dayOfWeek": ["mon", "fri"]},
        ),
        (
            Schedule(weekdays=("tue",), times_a_day=3),
            {"frequency": 3, "period": 1, "periodUnit": "d", "dayOfWeek": ["tue"]},
        ),
        (Schedule(days_a_week=3, times_a_day=2), {"frequency": 6, "period": 1, "periodUnit": "wk"}),
    ],
)
def test_the_days(four: Plan, schedule: Schedule, repeat: dict[str, Any]) -> None:
    """Fixed days by name, free days as a frequency of the week; days and times apart in the extension."""
    request = resources(made(four.adjust("i1", schedule=schedule)), "ServiceRequest")[0]
    found = request["occurrenceTiming"]["repeat"]
    assert {key: found[key] for key in found if key not in ("boundsPeriod", "duration", "durationUnit")} == repeat
    assert parts(request)["times_a_day"] == schedule.times_a_day


def test_versions(issued: Plan) -> None:
    """A later version names the one it replaces, has ids of its own, and keeps the patient's; a draft is a draft."""
    two = issued.new_version(START + dt.timedelta(days=14)).pause(dt.date(2026, 6, 20), dt.date(2026, 6, 22))
    old, new = made(issued), made(two)
    (plan,) = resources(new, "CarePlan")
    assert plan["replaces"] == [
        {"type": "CarePlan", "identifier": {"system": "urn:homestretch:plan-version", "value": f"{issued.code}/1"}}
    ]
    assert (plan["status"], resources(new, "ServiceRequest")[0]["intent"]) == ("draft", "plan")
    assert parts(plan) == {"period": {"start": "2026-06-20", "end": "2026-06-21"}, "reason": "other"}
    assert resources(old, "Patient") == resources(new, "Patient")
    ids = [{e["resource"]["id"] for e in bundle["entry"]} for bundle in (old, new)]
    assert ids[0] & ids[1] == {resources(old, "Patient")[0]["id"]}


def test_only_what_r4_has() -> None:
    """No element, status or reference is other than R4 has it, and every reference stands in the bundle."""
    bundle = made(*sample())
    urls = {entry["fullUrl"] for entry in bundle["entry"]}
    assert len(urls) == len(bundle["entry"]) > 50
    for entry in bundle["entry"]:
        resource = entry["resource"]
        kind = resource["resourceType"]
        assert resource.keys() <= R4[kind]
        assert resource.get("status", resource.get("lifecycleStatus")) in STATUS.get(kind, {None})
        assert entry["fullUrl"] == f"urn:uuid:{resource['id']}"
    assert {value for key, value in walk(bundle) if key == "reference" and isinstance(value, str)} <= urls
    urls = {value for key, value in walk(bundle) if key == "url" and ":" in value} - {ABSENT}
    assert {url.split(":")[0] for url in urls} == {"urn"}


def test_nobody_is_named(issued: Plan) -> None:
    """The patient is a code and a label in identifiers; conditions and reasons of overrides do not travel."""
    told = issued.context.model_copy(update={"age": 47})
    bundle = made(issued.model_copy(update={"context": told}))
    assert resources(bundle, "Patient") == [
        {
            "resourceType": "Patient",
            "id": resources(bundle, "Patient")[0]["id"],
            "identifier": [
                {"system": "urn:homestretch:patient", "value": issued.patient_code},
                {"system": "urn:homestretch:patient-label", "value": "P-001"},
            ],
            "name": [{"extension": [{"url": ABSENT, "valueCode": "masked"}]}],
            "gender": "unknown",
        }
    ]
    assert "47" not in [str(value) for key, value in walk(bundle)]


def test_the_same_plan_the_same_text() -> None:
    """The same plan and diary give the same text."""
    plan, log = sample()
    assert careplan_json(resolve(plan, LIBRARY), CLINIC, WORDS, log) == careplan_json(
        resolve(plan, LIBRARY), CLINIC, WORDS, log
    )


# The diary


def test_the_sample_diary() -> None:
    """A Procedure an answered row, as many of each status as the diary has; blank rows are nothing."""
    plan, log = sample()
    bundle = made(plan, log)
    answers = Counter(log.rows["status"].dropna())
    told = Counter(p["status"] for p in resources(bundle, "Procedure"))
    assert told == {"completed": answers["done"], "stopped": answers["partial"], "not-done": answers["not_done"]}
    assert min(told.values()) > 0
    assert sum(told.values()) < len(log.rows)


def test_done_and_not_done(issued: Plan) -> None:
    """Done, partly, not done with the reason; a moment where the patient's page told one, else the day."""
    rows: list[dict[str, Any]] = [
        {"status": "done", "sets_done": 1, "load_kg": 2.5, "started_at": "2026-06-01T18:30:00+01:00", "note": "fine"},
        {"side": "right", "status": "partial"},
        {"item_id": "i2", "status": "not_done", "reason": "no time"},
        {"item_id": "i3"},
        {"item_id": "i9", "status": "done"},
        {"plan_version": 2, "status": "done"},
        {"plan_code": OTHER, "status": "done"},
        {"plan_code": OTHER, "plan_id": "P-001", "side": "right", "status": "done"},
    ]
    found = resources(made(issued, diary(issued, *rows)), "Procedure")
    assert [p["status"] for p in found] == ["completed", "stopped", "not-done"]
    assert [p["performedDateTime"] for p in found] == ["2026-06-01T18:30:00+01:00", "2026-06-01", "2026-06-01"]
    assert [p.get("statusReason") for p in found] == [None, None, {"text": "no time"}]
    assert parts(found[0]) == {
        "item_id": "i1",
        "side": "left",
        "week": 1,
        "date": "2026-06-01",
        "slot": 1,
        "status": "done",
        "sets_done": 1,
        "load_kg": {"value": 2.5, "unit": "kg"},
        "note": "fine",
    }


def test_pain_of_zero_is_pain_of_zero(issued: Plan) -> None:
    """0 is sent as 0, a blank is not sent, the next morning is the next day, and a contradiction is not sent."""
    rows: list[dict[str, Any]] = [
        {"pain_before": 0, "pain_worst": 3, "pain_next_morning": 0, "effort": 4},
        {"side": "right", "pain_before": 0, "pain_worst": 5},
    ]
    found = resources(made(issued, diary(issued, *rows)), "Observation")
    told = {o["code"]["text"]: (o["valueInteger"], o["effectiveDateTime"]) for o in found}
    assert told == {
        "pain before the session": (0, "2026-06-01"),
        "pain on the next morning": (0, "2026-06-02"),
        "effort of the session, 0 to 10": (4, "2026-06-01"),
    }
    pains = [[c["code"] for c in o["code"]["coding"]] for o in found]
    assert pains == [["72514-3", "pain_before"], ["72514-3", "pain_next_morning"], ["effort"]]


@pytest.mark.parametrize(
    ("answers", "minutes"),
    [
        ({}, 11.3),  # 4 items of 170 s
        ({3: "not_done", 2: "not_done"}, 8.5),
        ({3: "not_done"}, None),  # one side done, the other not: how long is not known
        ({7: "partial"}, None),
        ({7: None}, None),
    ],
)
def test_minutes(issued: Plan, answers: dict[int, str | None], minutes: float | None) -> None:
    """Minutes are those of what was wholly done, told only where nothing of the session is unknown."""
    rows = session_of(issued, status="done")
    for number, status in answers.items():
        rows[number]["status"] = status
    found = [o for o in resources(made(issued, diary(issued, *rows)), "Observation") if "valueQuantity" in o]
    assert [o["valueQuantity"]["value"] for o in found] == ([] if minutes is None else [minutes])
    assert all(o["valueQuantity"]["code"] == "min" and "not measured" in o["method"]["text"] for o in found)


def test_a_session_of_free_choice(four: Plan) -> None:
    """Without a date it lies within its week, with one on that day, proposed or not; its minutes are of what was done."""
    plan = four
    for item in four.items:
        plan = plan.adjust(item.item_id, schedule=Schedule(days_a_week=3))
    rows = session_of(plan, status="done", date=None, week=2, slot=3)
    rows[0] |= {"pain_worst": 2}
    bundle = made(plan, diary(plan, *rows))
    week = {"start": "2026-06-08", "end": "2026-06-14"}
    assert {json.dumps(p["performedPeriod"]) for p in resources(bundle, "Procedure")} == {json.dumps(week)}
    assert [o["effectivePeriod"] for o in resources(bundle, "Observation")] == [week, week]
    for day in (9, 10):
        rows = session_of(plan, status="done", date=dt.date(2026, 6, day), week=2)
        rows[0] |= {"pain_worst": 2}
        dated = resources(made(plan, diary(plan, *rows)), "Observation")
        assert [o["effectiveDateTime"] for o in dated] == [f"2026-06-{day:02}"] * 2
        assert dated[1]["valueQuantity"]["value"] == 11.3


# Codes


def test_every_code_has_its_evidence() -> None:
    """Each code names its mark, a V where it was seen; each system has its notice; the kinds of exercise are marked."""
    codes = known_codes()
    assert all(system.notice for system in codes.systems.values())
    assert all(code.seen for code in codes.codes if code.mark == "V")
    marks = {code.meaning: code.mark for code in codes.codes}
    assert marks.items() >= {"exercise": "V", "stretch": "V", "pain": "V", "minutes": "V", "strength": "S"}.items()
    assert "56840-2" not in [code.code for code in codes.codes]


@given(st.sampled_from("VSGD"), st.booleans())
def test_no_notice_or_no_evidence_no_code(
    mark: Any,
    notice: bool,
) -> None:
    """A code is sent when its mark is V and its system has a notice, and in no other case."""
    system = System(name="S", uri="http://s.example", notice="(c) S" if notice else "")
    codes = Codes(systems={"s": system}, codes=(Code(meaning="pain", system="s", code="1", display="x", mark=mark),))
    assert bool(codes.coding("pain")) == (mark == "V" and notice)


def test_without_the_mapping_file(issued: Plan, tmp_path: Path) -> None:
    """No file: only the kit's own codes, and no notice; the bundle is valid all the same."""
    bundle = made(issued, diary(issued, {"pain_worst": 2, "status": "done"}), codes=read_codes(tmp_path / "codes.toml"))
    assert {value for key, value in walk(bundle) if key == "system"} == {
        f"urn:homestretch:{kind}"
        for kind in ("patient", "patient-label", "plan-version", "plan-label", "plan-item", "exercise", "diary")
    }
    assert "meta" not in bundle


def test_notices_travel_with_the_codes(issued: Plan) -> None:
    """The bundle carries the notice of each system that it has codes of, and of no other."""
    texts = [e["valueString"] for e in made(issued)["meta"]["extension"]]
    assert [text.split()[5] for text in texts[:1]] == ["SNOMED"]
    assert len(texts) == 4  # SNOMED CT, UCUM and two guides of HL7; LOINC comes with a diary
    assert len(made(issued, diary(issued, {"pain_worst": 2}))["meta"]["extension"]) == 5


def test_faults_of_a_mapping_file(tmp_path: Path) -> None:
    """A code of a system that is not described is refused with the mend."""
    path = tmp_path / "codes.toml"
    path.write_text('[[codes]]\nmeaning="pain"\nsystem="loinc"\ncode="1"\ndisplay="x"\nmark="V"\n')
    with pytest.raises(ContentError, match="system loinc is not described. Add it under \\[systems\\]."):
        read_codes(path)


def test_an_empty_plan_is_refused() -> None:
    """As in every format of the handout."""
    with pytest.raises(PlanError):
        careplan_json(resolve(Plan.begin("P-001", start=START), LIBRARY), CLINIC, WORDS)


HOSTILE = st.one_of(
    st.sampled_from(
        [
            '"}],"resourceType":"Patient"',
            "a\r\nb\x00c\u2028d",
            "=HYPERLINK(1)",
            "<script>x</script>",
            "]]>",
            "\u202egnp.exe",
            "\x00\x07",
            "A" * 10_000,
            "膝😀",
            "\\u0000 \\",
            "![x](javascript:1)",
        ]
    ),
    st.text(max_size=60),
)


@settings(max_examples=60)
@given(title=HOSTILE, note=HOSTILE, goal=HOSTILE, clinic=HOSTILE, reason=HOSTILE)
def test_hostile_text_is_text(title: str, note: str, goal: str, clinic: str, reason: str) -> None:
    """Whatever a person typed is the cleaned text in its own string, and changes nothing else of the bundle."""
    bundle = hostile(title, note, goal, clinic, reason)
    care, request = resources(bundle, "CarePlan")[0], resources(bundle, "ServiceRequest")[0]
    (procedure,) = resources(bundle, "Procedure")
    assert care.get("title", "") == clean(title)
    assert [c["display"] for c in care.get("contributor", [])] == [clean(clinic)] * bool(clean(clinic))
    assert [g["description"]["text"] for g in resources(bundle, "Goal")] == [clean(goal)] * bool(clean(goal))
    assert procedure.get("statusReason", {"text": ""})["text"] == parts(procedure).get("note", "") == clean(reason)
    plain = hostile("T", "", "G", "C", "R")
    instruction = resources(plain, "ServiceRequest")[0]["patientInstruction"]
    assert request["patientInstruction"] == clean(
        " ".join([instruction, f"For you: {clean(note)}" * bool(clean(note))])
    )
    if all(map(clean, (title, goal, clinic, reason))):
        assert shape(bundle) == shape(plain)


def hostile(title: str, note: str, goal: str, clinic: str, reason: str) -> dict[str, Any]:
    """The bundle of one exercise with these texts, put in past the doors that would clean them."""
    plan = Plan.begin("P-001", start=START).add(LIBRARY["seated_rotator_stretch"])
    item = plan.items[0].model_copy(update={"note": note})
    context = plan.context.model_copy(update={"goal": goal})
    plan = plan.model_copy(update={"title": title, "items": (item,), "context": context})
    log = diary(plan, {"status": "not_done", "reason": reason, "note": reason})
    return made(plan, log, clinic=CLINIC.model_copy(update={"name": clinic}))


def shape(value: Any) -> Any:
    """The bundle with every string taken out."""
    value = copy.copy(value)
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return "" if isinstance(value, str) else value


@settings(max_examples=40)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "item_id": st.sampled_from(["i1", "i2", "i9"]),
                "side": st.sampled_from(["left", "right", "both"]),
                "date": st.one_of(st.none(), st.sampled_from([START, dt.date(2300, 1, 1), dt.date(1700, 5, 5)])),
                "week": st.one_of(st.integers(1, 60)),
                "slot": st.integers(1, 70),
                "status": st.sampled_from([None, "done", "partial", "not_done"]),
                "pain_next_morning": st.one_of(st.none(), st.integers(0, 10)),
                "started_at": st.sampled_from([None, "2026-06-01T18:30:00+23:59", "2026-06-01T18:30:00.5-03:30"]),
                "hold_done_s": st.one_of(st.none(), st.integers(0, 10_000)),
            }
        ),
        max_size=8,
        unique_by=lambda row: (row["date"] or row["week"], row["slot"], row["item_id"], row["side"]),
    )
)
def test_any_diary_gives_a_valid_bundle(rows: list[dict[str, Any]]) -> None:
    """Whatever the reader lets through is sent under an id of its own, or not at all."""
    plan = Plan.begin("P-001", start=START).add(LIBRARY["seated_rotator_stretch"])
    plan = plan.add(LIBRARY["supine_figure4_stretch"], schedule=Schedule(days_a_week=3))
    bundle = made(plan, diary(plan, *rows))
    ids = [entry["resource"]["id"] for entry in bundle["entry"]]
    assert len(ids) == len(set(ids))
    own = ("status", "started_at", "hold_done_s")
    answered = [row for row in rows if any(row[name] is not None for name in own) and row["item_id"] != "i9"]
    assert len(resources(bundle, "Procedure")) == len(answered)


if __name__ == "__main__":
    founding = template("knee-glute-stretches").plan(LIBRARY, "P-001", START, "P-001", random=Random(1))
    write_atomic(
        GOLDEN,
        careplan_json(
            resolve(finalised(resolve(founding, LIBRARY), "A. Physio", START), LIBRARY), CLINIC, WORDS
        ).encode(),
        PUBLIC,
    )


def test_what_matters_to_the_patient_travels() -> None:
    """A goal for each activity, beside the goal of the plan; each number that the diary tells, under its activity."""
    plan, _ = sample()
    draft = plan.new_version(plan.until).describe(activities=("Walking to the shop", "Stairs"))
    asked = finalised(resolve(draft, LIBRARY), "A. Physio", draft.start)
    values: dict[str, Any] = dict.fromkeys(COLUMNS)
    values |= {"plan_code": asked.code, "plan_version": asked.version, "item_id": asked.items[0].item_id, "week": 1}
    values |= {"date": asked.start, "slot": 1, "side": "left", "activity_2": 0, "activity_3": 4}
    bundle = made(asked, Diary(frame([Row(2, values, ())]), (), ()))
    goals = resources(bundle, "Goal")
    assert [goal["description"]["text"] for goal in goals[-2:]] == ["Walking to the shop", "Stairs"]
    assert len({goal["id"] for goal in goals}) == len(goals) == len(resources(bundle, "CarePlan")[0]["goal"])
    (observed,) = resources(bundle, "Observation")
    assert observed["code"]["text"] == ("how well an activity goes, 0 (cannot do it) to 10 (as well as before): Stairs")
    assert observed["valueInteger"] == 0
