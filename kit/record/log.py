"""What a diary says of one version of a plan, as FHIR Procedures and Observations.

A blank row is nothing: not logged is not "not done"; a row that says something, and not whether it was done, is of
status "unknown". A pain of 0 is a pain of 0. What the rows of one session tell differently is not sent, since nobody
can know which is right. Each names the row that it comes from, so that `kit.record.told` finds the diary again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kit.diary.columns import ACTIVITIES, ANSWERS, RATED
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.record.codes import Codes
from kit.record.names import (
    Json,
    care_plan_id,
    extension,
    own_coding,
    patient_id,
    reference,
    request_id,
    resource_id,
)
from kit.record.request import exercise_concept
from kit.timing.session import steps_of
from kit.timing.slots import slots
from kit.words.text import clean

if TYPE_CHECKING:
    from kit.diary.read import Diary

Row = Mapping[Any, Any]
Key = tuple[dt.date | int, int]  # day, or week where the patient picks the day; number within it
DAY = dt.timedelta(days=1)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
STATUS = {None: "unknown", "done": "completed", "partial": "stopped", "not_done": "not-done"}
PAINS = {
    "pain_before": "pain before the session",
    "pain_worst": "worst pain during the session",
    "pain_after": "pain after the session",
    "pain_next_morning": "pain on the next morning",
}
EFFORT = "effort of the session, 0 to 10"
ACTIVITY = "how well an activity goes, 0 (cannot do it) to 10 (as well as before)"
MINUTES = "minutes of exercise in the session"
COUNTED = "Counted from the plan's timeline for the exercises reported as done, not measured."


def logged(known: ResolvedPlan, diary: Diary, codes: Codes) -> list[Json]:
    """The answers to this version and its items: a Procedure a row, then the Observations of its session."""
    plan, rows = known.plan, diary.rows
    rows = rows[(rows["plan_code"] == plan.code) & (rows["plan_version"] == plan.version)]
    sessions: dict[Key, list[Row]] = defaultdict(list)
    due: dict[Key, Sequence[Prescription]] = {(s.date, s.number): s.items for s in slots(plan)}
    items = {item.item_id for item in plan.items}
    for row in rows.astype(object).where(rows.notna(), None).to_dict("records"):
        if row["item_id"] in items:
            row["date"] = row["date"] and row["date"].date()
            sessions[row["date"] or row["week"], row["slot"]].append(row)
    found: list[Json] = []
    for key, group in sessions.items():
        found += [_procedure(known, row, codes) for row in group if _is_answered(row)]
        found += _observations(plan, key, due.get(key) or _chosen(plan, group), group, codes)
    return found


def _chosen(plan: Plan, rows: Sequence[Row]) -> Sequence[Prescription]:
    """What was to be done at a time of the patient's own: the items of free choice with an answer."""
    told = {row["item_id"] for row in rows if row["status"]}
    return [item for item in plan.items if item.item_id in told and item.schedule.weekdays is None]


def _is_answered(row: Row) -> bool:
    """Whether it says anything of its exercise, beside what is said of its session."""
    return any(row[name] is not None for name in ANSWERS if name not in RATED)


def _procedure(known: ResolvedPlan, row: Row, codes: Codes) -> Json:
    plan = known.plan
    item = plan.item(row["item_id"])
    reason = clean(row["reason"] or "")
    name = clean(known.exercise(item).patient_name)
    at = [row[name] for name in ("week", "date", "slot", "item_id", "side")]
    begun = _moment(row["started_at"])
    return {
        "resourceType": "Procedure",
        "id": resource_id("procedure", plan.code, plan.version, *at),
        "extension": [_done(row, codes)],
        "basedOn": [reference(request_id(plan, item.item_id))],
        "status": STATUS[row["status"]],
        **({"statusReason": {"text": reason}} if reason else {}),
        "code": exercise_concept(item.exercise_id, name, codes),
        "subject": reference(patient_id(plan)),
        **({"performedDateTime": begun} if begun else _when(plan, row, "performed")),
    }


def _done(row: Row, codes: Codes) -> Json:
    """What the patient wrote, under the names of the diary's columns."""
    parts: dict[str, Json] = {"item_id": {"valueString": row["item_id"]}, "side": {"valueCode": row["side"]}}
    parts |= _place(row)
    if row["status"]:
        parts["status"] = {"valueCode": row["status"]}
    for name in ("sets_done", "reps_done", "reps_last_set"):
        if row[name] is not None:
            parts[name] = {"valueInteger": int(row[name])}
    for name, unit in (("hold_done_s", "s"), ("load_kg", "kg")):
        if row[name] is not None:
            parts[name] = {"valueQuantity": codes.quantity(row[name], unit)}
    for name in ("help_sign", "note"):
        if text := clean(row[name] or ""):
            parts[name] = {"valueString": text}
    if row["started_at"] and not _moment(row["started_at"]):
        parts["started_at"] = {"valueString": row["started_at"]}
    if logged_at := row["logged_at"]:
        parts["logged_at"] = {"valueDateTime" if _moment(logged_at) else "valueString": logged_at}
    return extension("done", parts)


def _place(row: Row) -> dict[str, Json]:
    """Where the diary has it: the week, the day if there is one, and the session within it."""
    day = {"date": {"valueDate": row["date"].isoformat()}} if row["date"] else {}
    return {"week": {"valueInteger": row["week"]}, **day, "slot": {"valueInteger": row["slot"]}}


def _observations(
    plan: Plan, key: Key, due: Sequence[Prescription], rows: Sequence[Row], codes: Codes
) -> Iterator[Json]:
    """Pain, effort, activities and minutes of one session, in which `due` was to be done."""
    days = {row["date"] for row in rows if row["date"]}
    when: Row = {"date": days.pop() if len(days) == 1 else None, "week": rows[0]["week"]}
    asked = {name: f"{ACTIVITY}: {clean(text)}" for name, text in zip(ACTIVITIES, plan.activities, strict=False)}
    for name, text in {**PAINS, "effort": EFFORT, **asked}.items():
        told = {int(row[name]) for row in rows if row[name] is not None}
        if len(told) == 1:
            by = [row for row in rows if row[name] is not None]
            coding = codes.coding("pain") if name in PAINS else []
            morning = name == "pain_next_morning" and when["date"] and when["date"] < dt.date.max
            on = {**when, "date": when["date"] + DAY} if morning else when
            yield _observation(plan, key, name, text, coding, on) | _told(by) | {"valueInteger": told.pop()}
    seconds = _seconds(due, rows)
    if seconds is not None:
        observed = _observation(plan, key, "minutes", MINUTES, codes.coding("minutes"), when)
        amount = {"valueQuantity": codes.quantity(round(seconds / 60, 1), "min"), "method": {"text": COUNTED}}
        yield observed | amount


def _told(rows: Sequence[Row]) -> Json:
    """Which rows of the session tell it."""
    names = [{"valueString": f"{row['item_id']}/{row['side']}"} for row in rows]
    return {"extension": [extension("told", {**_place(rows[0]), "row": names})]}


def _observation(plan: Plan, key: Key, name: str, text: str, coding: list[Json], when: Row) -> Json:
    return {
        "resourceType": "Observation",
        "id": resource_id("observation", plan.code, plan.version, *key, name),
        "basedOn": [reference(care_plan_id(plan))],
        "status": "final",
        "code": {"coding": [*coding, own_coding("diary", name, text)], "text": text},
        "subject": reference(patient_id(plan)),
        **_when(plan, when, "effective"),
        "performer": [reference(patient_id(plan))],
    }


def _seconds(due: Sequence[Prescription], rows: Sequence[Row]) -> int | None:
    """Seconds of what was done; none unless each exercise that was due was done wholly, or not at all."""
    told = {(row["item_id"], row["side"]): row["status"] for row in rows}
    total = 0
    for item in due:
        answers = {told.get((item.item_id, side or "both")) for side in item.sides_in_order}
        if answers not in ({"done"}, {"not_done"}):
            return None
        total += steps_of([item]).total_s if answers == {"done"} else 0
    return total if due else None


def _when(plan: Plan, row: Row, word: str) -> Json:
    """The day, or the days of the week where the patient wrote none."""
    if row["date"]:
        return {f"{word}DateTime": row["date"].isoformat()}
    first = plan.start + 7 * (row["week"] - 1) * DAY
    return {f"{word}Period": {"start": first.isoformat(), "end": (first + 6 * DAY).isoformat()}}


def _moment(text: str | None) -> str | None:
    """The moment, none where it is not written as FHIR has it: with seconds, and an offset of up to 14 hours."""
    if not text or not MOMENT.fullmatch(text):
        return None
    offset = dt.datetime.fromisoformat(text).utcoffset()
    return None if offset is None or abs(offset) > dt.timedelta(hours=14) else text
