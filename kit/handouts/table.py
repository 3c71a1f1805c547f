"""The CSV painter: `handout.csv`, a row an item in the order of the plan, for spreadsheets and other systems.

UTF-8 with a byte order mark, commas, CRLF. A cell that a spreadsheet could take for a formula begins with an
apostrophe, which `kit.diary.cells.from_spreadsheet` takes away. An empty cell: does not apply, or not said.

| columns | meaning |
|---|---|
| plan_code, plan_id, plan_version | the plan's code, the clinic's own label for it, which version |
| status | DRAFT, which nobody may use, or issued |
| item_id | which item; code, version and item together name the row |
| position | 1 for the first exercise |
| exercise_id, exercise, category | id in the library, name for the patient, kind of exercise |
| sides | left, right, both (at once) or each (one, then the other) |
| lead_side | the side that goes first and that the instructions speak of |
| sets, reps | counts; reps are for one set and one side |
| hold_s, tempo_s | whole seconds of one repetition: holding, moving |
| rest_rep_s, rest_set_s | whole seconds between repetitions, between sets |
| setup_s, switch_s | whole seconds to get ready, to change sides |
| duration_s | whole seconds of a set that is timed and not counted |
| load_kg, band, effort_target | kilograms, colour of the band, effort from 0 to 10 |
| weekdays | fixed days such as "mon wed fri"; empty where the patient picks the days |
| days_a_week, times_a_day | how many days in each week, how many sessions on each of them |
| seconds | whole seconds of the item in one session, all sides, sets and rests included |
| dose, frequency | the sentences of the handout |
| equipment, optional_equipment | things needed, the weight or band of the dose among them; things that help |
| note | the clinician's note to the patient |
"""

from __future__ import annotations

import csv
import io

from kit.diary.cells import spreadsheet_safe
from kit.handouts.things import item_things
from kit.handouts.told import dose_told
from kit.plan.plan import Plan
from kit.plan.resolved import Entry, ResolvedPlan
from kit.timing.session import session_of
from kit.words.catalogue import Catalogue
from kit.words.dose import frequency_sentence

DOSE = (
    *("sets", "reps", "hold_s", "tempo_s", "rest_rep_s", "rest_set_s", "setup_s", "switch_s"),
    *("duration_s", "load_kg", "band", "effort_target"),
)
COLUMNS = (
    *(
        "plan_code",
        "plan_id",
        "plan_version",
        "status",
        "item_id",
        "position",
        "exercise_id",
        "exercise",
        "category",
        "sides",
        "lead_side",
    ),
    *DOSE,
    *(
        "weekdays",
        "days_a_week",
        "times_a_day",
        "seconds",
        "dose",
        "frequency",
        "equipment",
        "optional_equipment",
        "note",
    ),
)


def to_csv(known: ResolvedPlan, words: Catalogue) -> bytes:
    """The table of a plan; the same plan gives the same bytes. Raises `PlanError` for unknown exercises."""
    plan, timed = known.plan, session_of(known)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for position, (item, exercise) in enumerate(known.entries, 1):
        row = {
            "plan_code": plan.code,
            "plan_id": plan.plan_id,
            "plan_version": plan.version,
            "status": "DRAFT" if plan.is_draft else "issued",
            "position": position,
            "seconds": timed.item_s(item.item_id),
            **_item(Entry(item, exercise), plan, words),
        }
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return ("\ufeff" + out.getvalue()).encode()


def _item(entry: Entry, plan: Plan, words: Catalogue) -> dict[str, object]:
    """What the item itself says."""
    item, exercise = entry
    takes = item_things(entry, plan, words)
    dose, schedule = item.dose, item.schedule
    often = frequency_sentence(schedule.weekday_numbers, schedule.days_a_week, schedule.times_a_day, words)
    return {
        "item_id": item.item_id,
        "exercise_id": item.exercise_id,
        "exercise": exercise.patient_name,
        "category": exercise.category,
        "sides": item.sides,
        "lead_side": item.lead_side,
        **{name: getattr(dose, name) for name in DOSE},
        "weekdays": " ".join(schedule.weekdays or ()),
        "days_a_week": schedule.each_week,
        "times_a_day": schedule.times_a_day,
        "dose": words.prose(dose_told(item, exercise, words)),
        "frequency": often,
        "equipment": ", ".join(takes.needed),
        "optional_equipment": ", ".join(takes.optional),
        "note": item.note,
    }


def _cell(value: object) -> str:
    return "" if value is None else spreadsheet_safe(str(value))
