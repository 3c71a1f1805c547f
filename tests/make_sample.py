"""Writes `data/sample`: a made-up patient whose counts are those of the clinical specification, 6.5.

`uv run python tests/make_sample.py` writes the folder again; a test holds it to this file.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from random import Random

from kit.diary.columns import COLUMNS
from kit.diary.template import BOM, diary_csv
from kit.files import PUBLIC, write_atomic
from kit.library.library import Library
from kit.model import parse
from kit.places import data_dir
from kit.plan.context import Context
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.plan.template import template
from kit.review.issue import issue
from kit.words.catalogue import Catalogue

README = """# Sample patient P-001: synthetic

Nobody's data. Two versions of a plan and the two diaries that came back, made by `tests/make_sample.py`
for the demo, the notebook and the tests. Read them as of 29 June 2026 or later.
"""
# Day of June 2026 -> what the diary says: d done, p partial, x not done, m nothing. Pain 0 to 10 before and after.
VERSION_1 = {1: "d", 2: "d", 3: "d", 4: "m", 5: "d", 6: "p", 7: "d", 8: "d", 9: "x", 12: "d", 13: "m", 14: "d"}
VERSION_2 = {15: "d", 16: "d", 17: "x", 18: "d", 19: "d", 22: "m", 23: "d", 24: "x", 25: "m", 26: "d"}
EXTRA = 20  # a Saturday of version 2
PAIN = {
    1: (6, 6),
    2: (5, 5),
    3: (6, 5),
    5: (5, 4),
    6: (6, 6),
    7: (5, 4),
    8: (4, 4),
    12: (5, 4),
    14: (4, 4),
    15: (4, 3),
    16: (4, 4),
    18: (3, 3),
    19: (4, 3),
    20: (3, 2),
    23: (3, 3),
    26: (3, 2),
}
REASONS = {9: "ill", 17: "no time", 24: "forgot"}
NOTES = {
    3: "Easier than on Monday.",
    6: "Knee sore after a long walk, left side only once.",
    20: "Had time, did it anyway.",
}


def plans(library: Library) -> tuple[Plan, Plan]:
    """Daily with a pause for illness, then Monday to Friday."""
    draft = template("knee-glute-stretches").plan(
        library, "P-001", dt.date(2026, 6, 1), "P-001 (synthetic)", random=Random(5)
    )
    screened = parse(Context, {**dict(draft.context), "red_flags_screened": dt.date(2026, 6, 1)}, "sample")
    draft = draft.describe(review_on=dt.date(2026, 6, 15), context=screened)
    first = draft.pause(dt.date(2026, 6, 10), dt.date(2026, 6, 12), "illness")
    first = issue(first, library, "Sample Physiotherapist", dt.date(2026, 6, 1))
    second = first.new_version(dt.date(2026, 6, 15)).describe(review_on=dt.date(2026, 6, 29))
    for item in second.items:
        second = second.adjust(item.item_id, schedule=Schedule(weekdays=("mon", "tue", "wed", "thu", "fri")))
    return first, issue(second, library, "Sample Physiotherapist", dt.date(2026, 6, 15), first)


def files() -> dict[str, bytes]:
    """Content of each file of the folder, by name."""
    library, words = Library.load(), Catalogue()
    found = {"README.md": README.encode()}
    for plan, days in zip(plans(library), (VERSION_1, VERSION_2), strict=True):
        found[f"plan-v{plan.version}.json"] = to_document(plan).encode()
        found[f"diary-v{plan.version}.csv"] = _filled(diary_csv(resolve(plan, library), words), days)
    return found


def _filled(blank: bytes, days: dict[int, str]) -> bytes:
    """The blank diary with the answers of `days`; the extra session stands last, as somebody would add it."""
    rows = list(csv.DictReader(io.StringIO(blank.decode("utf-8-sig"), newline="")))
    if EXTRA - 1 in days:
        friday = [row for row in rows if row["date"] == f"2026-06-{EXTRA - 1}"]
        rows += [{**row, "date": f"2026-06-{EXTRA}"} for row in friday]
        days = {**days, EXTRA: "d"}
    begun: set[int] = set()
    for row in rows:
        day = int(row["date"][-2:])
        row.update(_answers(day, days[day], row, is_first=day not in begun))
        begun.add(day)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return (BOM + text.getvalue()).encode()


def _answers(day: int, said: str, row: dict[str, str], is_first: bool) -> dict[str, str]:
    """What the patient wrote in one row; pain, effort, reason and note stand in the first row of the session."""
    if said == "m":
        return {}
    if said == "x":
        return {"status": "not_done", **({"reason": REASONS[day]} if is_first else {})}
    cut_short = said == "p" and row["side"] == "left"
    answers = {"status": "partial" if cut_short else "done", "sets_done": "1", "reps_done": "1" if cut_short else "2"}
    answers["hold_done_s"] = "30"
    if is_first:
        before, after = PAIN[day]
        answers |= {"pain_before": str(before), "pain_worst": str(max(before, after)), "pain_after": str(after)}
        answers |= {"pain_next_morning": str(max(0, after - 1)), "effort": "3", "note": NOTES.get(day, "")}
        answers |= {"started_at": f"2026-06-{day:02}T18:30:00+01:00", "logged_at": f"2026-06-{day:02}T18:45:00+01:00"}
    return answers


if __name__ == "__main__":
    for name, content in files().items():
        write_atomic(data_dir() / "sample" / name, content, PUBLIC)
