"""The whole loop on the synthetic sample patient: library, plan, timing, handout, diary, adherence."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from kit.adherence.charts import weekly
from kit.adherence.measure import measure
from kit.adherence.report import report
from kit.clinic import Clinic
from kit.diary.read import read_diary
from kit.files import write_atomic
from kit.handouts.export import files
from kit.handouts.folder import put_set
from kit.library.library import Library
from kit.places import data_dir
from kit.plan.document import read_plan
from kit.plan.resolved import resolve
from kit.timing.session import session
from kit.words.numbers import clock

CLINIC = Clinic(name="Sample Clinic (synthetic)", therapist="Sample Physiotherapist")


def run_demo(folder: Path) -> Iterator[str]:
    """Write every output of the loop below `folder`; yields what was done, line by line."""
    library = Library.load()
    sample = data_dir() / "sample"
    plans = [read_plan(path) for path in sorted(sample.glob("plan-v*.json"))]
    diaries = [read_diary(path, plans) for path in sorted(sample.glob("diary-v*.csv"))]
    yield f"Library: {len(library)} exercises."
    yield f"Plan: P-001 (synthetic), {len(plans)} versions, {len(plans[0].items)} exercises."
    yield f"Timing: {clock(session(plans[0], library).total_s)} a session."
    for plan in plans:
        made = put_set(folder / f"version-{plan.version}", files(resolve(plan, library), CLINIC), plan)
        yield f"Handout of version {plan.version}: {', '.join(str(path) for path in made)}"
    rows = pd.concat([diary.rows for diary in diaries])
    result = measure(plans, rows, _day_after(plans[-1].until))
    lines = report(result, sum(len(diary.rejects) for diary in diaries))
    chart = io.BytesIO()
    weekly(result).savefig(chart, format="png", dpi=150)
    write_atomic(folder / "adherence.png", chart.getvalue())
    write_atomic(folder / "adherence.txt", ("\n".join(lines) + "\n").encode())
    yield f"Diary: {len(rows)} rows came back."
    yield from lines
    yield f"Chart: {folder / 'adherence.png'}"


def _day_after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1)
