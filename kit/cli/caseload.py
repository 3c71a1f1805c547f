"""`kit caseload`: who needs a call, and why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kit.cli.app import HERE, Date, Json, WorkspaceOption, app, say, say_json, warn_of
from kit.cli.diary import opened
from kit.days import in_words
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.followup.case import Case


@app.command()
def caseload(workspace: WorkspaceOption = HERE, as_of: Date = None, as_json: Json = False) -> None:
    """Show who needs a call this week, and why: all plans in force, today or as of another day."""
    from kit.followup.caseload_rules import caseload_rules
    from kit.samples.kept import NOTICE, is_sample

    day = as_of.date() if as_of else dt.date.today()
    with opened(workspace) as store:
        found = store.caseload.on(day)
        notice = NOTICE if is_sample(store) else ""
    if as_json:
        head = {"as_of": day.isoformat(), "note": caseload_rules().note, "synthetic": bool(notice)}
        faults = [fault.as_dict() for fault in found.faults]
        say_json({**head, "cases": [case.as_dict() for case in found.cases], "faults": faults})
    else:
        for line in (*([notice] if notice else ()), *_said(found.cases, day)):
            say(line)
        say(caseload_rules().note)
    warn_of(found.faults)


def _said(cases: tuple[Case, ...], day: dt.date) -> list[str]:
    from kit.followup.week_over_week import recorded

    with_reason = [case for case in cases if case.reasons]
    lines = [f"{in_words(day)}: {counted(len(cases), 'plan')}, {len(with_reason)} with a reason to call."]
    for case in with_reason:
        lines.append(f"{_name(case)} · code {case.plan_code}, version {case.version}")
        lines += [f"  {reason.title}: {reason.why} [{reason.source}]" for reason in case.reasons]
        lines.append(f"  Last 7 days: {recorded(case.weeks.now)}. The 7 before: {recorded(case.weeks.before)}.")
    quiet = ", ".join(_name(case) for case in cases if not case.reasons)
    return [*lines, *([f"Without a reason: {quiet}."] if quiet else [])]


def _name(case: Case) -> str:
    return " · ".join(dict.fromkeys(filter(None, (case.patient, case.plan_id))))
