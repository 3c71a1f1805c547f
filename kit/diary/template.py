"""The blank diary that goes home: one row for each due occurrence and side. No pandas here, it is too slow to load."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kit.diary.cells import spreadsheet_safe
from kit.diary.columns import ANSWERS, COLUMNS
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.timing.slots import Slot, slots
from kit.words.catalogue import Catalogue
from kit.words.dose import dose_short

BOM = "\ufeff"  # without it, a spreadsheet on Windows takes UTF-8 for the local encoding


def diary_csv(known: ResolvedPlan, words: Catalogue) -> bytes:
    """The diary of a plan: UTF-8 with byte order mark, commas, CRLF; the same plan gives the same bytes.

    `slot` counts the sessions of a day. Where the patient picks the day, `date` is the one that is proposed, and the
    patient may write another. Raises `PlanError` for exercises that do not exist.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for slot in slots(known.whole().plan):
        for item in slot.items:
            for printed in _printed(known, slot, item, words):
                writer.writerow([*map(spreadsheet_safe, printed), *("" for _ in ANSWERS)])
    return (BOM + text.getvalue()).encode()


def _printed(known: ResolvedPlan, slot: Slot, item: Prescription, words: Catalogue) -> Iterator[list[str]]:
    """The printed cells of one item in one session, a row for each side."""
    plan, exercise = known.plan, known.exercise(item)
    for side in item.sides_in_order:
        yield [
            plan.code,
            plan.plan_id,
            str(plan.version),
            item.item_id,
            str(slot.week),
            slot.date.isoformat(),
            str(slot.number),
            item.exercise_id,
            exercise.patient_name,
            side or "both",
            prescribed(plan, item, words),
        ]


def prescribed(plan: Plan, item: Prescription, words: Catalogue) -> str:
    """The dose in short; in a draft it says so, in the cell next to which the patient writes."""
    dose = dose_short(item.dose, item.sides, words)
    return f"{words.say('handout.draft_short')}: {dose}" if plan.is_draft else dose
