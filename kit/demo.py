"""The whole loop on the synthetic sample patient: library, plan, timing, handout, diary, adherence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import kit
from kit.files import write_atomic
from kit.words.numbers import clock, counted

CLINIC = kit.Clinic(name="Sample Clinic (synthetic)", therapist="Sample Physiotherapist")


def run_demo(folder: Path) -> Iterator[str]:
    """Write every output of the loop below `folder`; yields what was done, line by line."""
    library, sample = kit.Library.load(), kit.Workspace.sample()
    plans = [kit.read_plan(path) for path in sorted(sample.glob("plan-v*.json"))]
    diaries = [kit.read_diary(path, plans) for path in sorted(sample.glob("diary-v*.csv"))]
    yield f"Library: {counted(len(library), 'exercise')}."
    yield f"Plan: P-001 (synthetic), {counted(len(plans), 'version')}, {counted(len(plans[0].items), 'exercise')}."
    yield f"Timing: {clock(kit.session(plans[0], library).total_s)} a session."
    for plan in plans:
        made = kit.handout(plan, library, folder / f"version-{plan.version}", clinic=CLINIC)
        yield f"Handout of version {plan.version}: {', '.join(str(path) for path in made.paths)}"
    result = kit.measure(plans, diaries, _day_after(plans[-1].until))
    lines = kit.report(result, sum(len(diary.rejects) for diary in diaries))
    write_atomic(folder / "adherence.png", result.chart().png())
    write_atomic(folder / "adherence.txt", ("\n".join(lines) + "\n").encode())
    yield f"Diary: {counted(sum(len(diary.rows) for diary in diaries), 'row')} came back."
    yield from lines
    yield f"Chart: {folder / 'adherence.png'}"


def _day_after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1)
