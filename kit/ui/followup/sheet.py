"""The printed diary of a version as a grid to type into, and what stands in its boxes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from kit.diary.columns import ACTIVITIES
from kit.diary.prescribed import Prescribed
from kit.plan.plan import Plan
from kit.plan.resolved import Entry, ResolvedPlan
from kit.store.store import Store
from kit.store.typed import of_day, shown
from kit.timing.days import due_days
from kit.ui.followup.shown import Cells, Sheet, SheetDay, SheetRow, SheetWeek
from kit.ui.followup.words import answer
from kit.words.catalogue import Catalogue
from kit.words.numbers import counted

OF_DAY = {
    "pain_before": "Pain before",
    "pain_worst": "Worst pain",
    "pain_next_morning": "Next morning",
    "effort": "Effort 0 to 10",
    "note": "Note",
}
COLUMNS = (*OF_DAY, *ACTIVITIES)  # of which the sheet may have a box a day
NO_CELLS: Cells = {"said": {}, "was": {}}
NO_SHEET: Sheet = {"code": "", "version": 0, "versions": [], "rows": [], "weeks": [], "of_day": [], "beside": ""}
_DAY = dt.timedelta(days=1)
_WEEK = 7


def sheet(store: Store, known: ResolvedPlan, issued: tuple[int, ...], today: dt.date) -> Sheet:
    """The sheet of a version, its exercises named as printed. Raises `ContentError` for one that takes no diary."""
    plan = known.plan
    rows = [row for number, entry in enumerate(known.entries, 1) for row in _rows(number, entry)]
    has = store.typing.prescribed(plan.code, plan.version)
    return {
        "code": plan.code,
        "version": plan.version,
        "versions": [(str(number), f"Version {number}") for number in reversed(issued)],
        "rows": rows,
        "weeks": _weeks(plan, has, rows, today),
        "of_day": [*OF_DAY.items(), *zip(ACTIVITIES, plan.activities, strict=False)],
        "beside": _beside(store, plan),
    }


def cells(store: Store, code: str, version: int) -> Cells:
    """What stands in the boxes by now, and what did before it was corrected."""
    said: dict[str, str] = {}
    days: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in store.diaries.rows(code):
        values = row.values
        if values["plan_version"] == version and values["date"]:
            day = values["date"].isoformat()
            said[f"{day} {values['item_id']} {values['side']} {values['slot']}"] = shown(values["status"])
            days[day].append(values)
    said |= {f"{day} {column}": of_day(rows, column) for day, rows in days.items() for column in COLUMNS}
    said = {key: text for key, text in said.items() if text}
    return {"said": said, "was": _was(store, code, version, said)}


def _was(store: Store, code: str, version: int, said: Mapping[str, str]) -> dict[str, str]:
    was = {}
    for (item_id, side, day, slot), earlier in store.typing.earlier(code, version).items():
        for column, value in earlier.items():
            key = f"{day} {item_id} {side} {slot}" if column == "status" else f"{day} {column}"
            if column in ("status", *COLUMNS) and shown(value) != said.get(key, ""):
                was[key] = answer(column, value)
    return was


def _rows(number: int, entry: Entry) -> list[SheetRow]:
    """The boxes of an exercise in a day, one below the other as they are printed: left stands above right."""
    times, name = entry.item.schedule.times_a_day, entry.exercise.patient_name
    rows: list[SheetRow] = []
    for slot in range(1, times + 1):
        for side in sorted(side or "both" for side in entry.item.sides_in_order):
            letter = {"left": "L", "right": "R"}.get(side, "")
            spoken = [name, side if letter else "", f"time {slot} of the day" if times > 1 else ""]
            rows.append(
                {
                    "item_id": entry.item.item_id,
                    "side": side,
                    "slot": slot,
                    "name": f"{number}. {name}",
                    "label": f"{letter} {slot}".strip() if times > 1 else letter,
                    "spoken": ", ".join(part for part in spoken if part),
                }
            )
    return rows


def _weeks(plan: Plan, has: Prescribed, rows: list[SheetRow], today: dt.date) -> list[SheetWeek]:
    due, found = due_days(plan), []
    for number in range(1, has.weeks + 1):
        first = plan.start + (number - 1) * _WEEK * _DAY
        days = [first + n * _DAY for n in range(_WEEK)]
        last = min(days[-1], plan.until - _DAY)
        title = f"Week {number}: {_short(first)} to {_short(last)}"
        boxes = [[day in due[row["item_id"]] for day in days] for row in rows]
        found.append(SheetWeek(title=title, days=[_day(day, has, today) for day in days], due=boxes))
    return found


def _day(day: dt.date, has: Prescribed, today: dt.date) -> SheetDay:
    closed = ""
    if not has.has(day):
        closed = "after the end of the plan"
    elif has.later and day >= has.later[1]:
        closed = f"version {has.later[0]} is in force"
    elif day > today:
        closed = "yet to come"
    return {"date": day.isoformat(), "weekday": f"{day:%a}", "label": _short(day), "closed": closed}


def _short(day: dt.date) -> str:
    return f"{day.day} {day:%b}"


def _beside(store: Store, plan: Plan) -> str:
    rows = [row.values for row in store.diaries.rows(plan.code)]
    dayless = sum(values["date"] is None and values["plan_version"] == plan.version for values in rows)
    said = counted(dayless, "row names its week and no day", "rows name their week and no day")
    return f"{said}: kept and counted, but not on this sheet." if dayless else ""


def as_printed(known: ResolvedPlan, locale: str) -> ResolvedPlan:
    """The plan in the language in which its sheet was printed."""
    return known.told_in(Catalogue(locale))
