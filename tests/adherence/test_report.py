"""The report in whole sentences, in Python and at the command line."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from kit.adherence.dose import DoseDone
from kit.adherence.measure import measure
from kit.adherence.report import _dose, report
from kit.adherence.sentences import CAVEAT, RULE
from kit.diary.rows import Row
from kit.plan.document import to_document
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from tests.adherence.conftest import WHOLE, entry, june, only, rows_of, session
from tests.conftest import Kit


def test_one_part_of_one_exercise_each_day(issued: Plan) -> None:
    """Never “on track” alone: the rule, the full sessions in the same line, each exercise, and the dose."""
    rest = ("i2", "i3", "i4")
    days = [[entry(june(day), "partial", side="right"), *session(june(day), "not_done", rest)] for day in range(1, 8)]
    assert report(measure([issued], rows_of(*days), june(8))) == [
        "P-001, up to 8 June 2026. On track: 100 % (7 of 7) of the sessions done, each in part and none whole, could be on "
        "either side of 80 %, between 52 % and 100 %. Full sessions: 0 % (0 of 7).",
        RULE,
        "Done 7, not done 0, not logged 0.",
        "Logged: 100 % (7 of 7).",
        "For comparison, as if each session stood alone: between 65 % and 100 %.",
        "Seated hip rotator stretch (long-sitting figure-4) (i1): done 7 of 7 (partly).",
        "Supine figure-4 (piriformis) stretch (i2): done 0 of 7.",
        "Standing TFL / ITB stretch at wall (i3): done 0 of 7.",
        "Supine straight-leg crossover (cross-body) stretch (i4): done 0 of 7.",
        "Dose done against planned: not recorded.",
        CAVEAT,
    ]
    assert RULE == "A session counts as done if at least one exercise was done or partly done."


def test_what_the_patient_told(four: Plan) -> None:
    """Help signs on top; then counts; pain and effort, reasons, notes; what is not told has no line."""
    plan = only(four, "i1")
    told: list[Row | list[Row]] = [
        session(june(1), "done", **WHOLE, pain_worst=0, note="Two\nlines \x1b[31m"),
        session(june(2), "done", **WHOLE, pain_worst=5, effort=3),
        session(june(3), "partial", reason="ill", help_sign="yes: You faint.", **WHOLE),
        entry(None, None, week=1, help_sign="yes", reason="No time"),
    ]
    assert report(measure([plan], rows_of(*told), june(4)), refused=2) == [
        "HELP SIGN, 3 June 2026: yes: You faint.",
        "HELP SIGN, week 1, no day given: yes",
        "P-001, up to 4 June 2026. On track: 100 % (3 of 3) of the sessions done, could be on either side of 80 %, "
        "between 35 % and 100 %. Full sessions: 67 % (2 of 3).",
        RULE,
        "Done 3, not done 0, not logged 0.",
        "Logged: 100 % (3 of 3).",
        "For comparison, as if each session stood alone: between 44 % and 100 %.",
        "seated_rotator_stretch (i1): done 3 of 3 (1 partly).",
        "Dose in the sessions done: 100 % of what was planned for them (360 of 360 s); told in 3 of 3.",
        "Worst pain, 0 to 10: median 2.5, highest 5, told in 2 sessions.",
        "Effort, 0 to 10: median 3, highest 3, told in 1 session.",
        "Reasons given: ill (1 session), No time (1 session).",
        "Note, 1 June 2026: Two lines ␛[31m",
        CAVEAT,
        "2 rows were refused and are not counted.",
    ]


def test_nothing_was_due(four: Plan) -> None:
    """The rule all the same, and no exercise; a help sign is never held back."""
    found = measure([four], rows_of(entry(june(1), None, help_sign="yes")), june(1))
    assert report(found, refused=1) == [
        "HELP SIGN, 1 June 2026: yes",
        "P-001, up to 1 June 2026. No session was due yet.",
        RULE,
        CAVEAT,
        "1 row was refused and is not counted.",
    ]


def test_fractions(four: Plan) -> None:
    """3 a week over 4 days, done once in part: about two."""
    plan = only(four, "i1").adjust("i1", schedule=Schedule(days_a_week=3))
    lines = report(measure([plan], rows_of(entry(None, "partial")), june(5)))
    assert lines[0].endswith(
        "Not enough logs to judge: 1 of about 2 logged as done, about 1 not logged. Full sessions: 0 of about 2."
    )
    assert "seated_rotator_stretch (i1): done 1 of about 2 (partly)." in lines


@pytest.mark.parametrize(
    ("dose", "text"),
    [
        (DoseDone(5, 0), "Dose done against planned: not recorded."),
        (DoseDone(5, 2, Fraction(1, 2), "s", 600, 1200), "Dose in the sessions done: 600 of 1,200 s; told in 2 of 5."),
        (
            DoseDone(5, 2, Fraction(1, 2)),
            "Dose in the sessions done: too few sessions for a percentage; told in 2 of 5.",
        ),
        (
            DoseDone(5, 4, Fraction(5, 8)),
            "Dose in the sessions done: 63 % of what was planned for them; told in 4 of 5.",
        ),
    ],
)
def test_dose(dose: DoseDone, text: str) -> None:
    """No percentage from fewer than 3 sessions."""
    assert _dose(dose) == text


def test_at_the_command_line(kit: Kit, issued: Plan) -> None:
    """What was filled in is in the text and in the JSON, whose earlier keys stay."""
    Path("plan.json").write_text(to_document(issued), encoding="utf-8")
    columns = "plan_code,plan_version,item_id,week,date,slot,side,status,pain_worst,effort,reason,help_sign,note"
    row = f"{issued.code},1,i1,1,2026-06-0{{}},1,right,partial,{{}}\n"
    rows = row.format(1, "0,2,ill,no,Easier.") + row.format(2, "6,4,ill,yes: You faint.,")
    Path("diary.csv").write_text(f"{columns}\n{rows}{row.format(3, ',,,,').replace('i1', 'i9')}", encoding="utf-8")
    words = ("adherence", "plan.json", "--log", "diary.csv", "--as-of", "2026-06-03")
    code, out, err = kit(*words)
    lines = out.splitlines()
    assert (code, lines[0]) == (1, "HELP SIGN, 2 June 2026: yes: You faint.")
    assert lines[-1] == "1 row was refused and is not counted."
    assert "Worst pain, 0 to 10: median 3, highest 6, told in 2 sessions." in lines
    assert "Effort, 0 to 10: median 3, highest 4, told in 2 sessions." in lines
    assert "Reasons given: ill (2 sessions)." in lines
    assert "Note, 1 June 2026: Easier." in lines
    assert "item i9 is not in version 1 of plan P-001" in err
    told = json.loads(kit(*words, "--json")[1])
    assert {"plan_id", "as_of", "pooled", "versions", "weeks", "unplaced", "faults", "rejects"} < told.keys()
    assert told["pooled"]["full"] == 0
    first = told["exercises"][0]
    assert [first[key] for key in ("item_id", "done", "partly", "expected", "share")] == ["i1", 2, 2, 2, 1.0]
    assert told["dose"] == {"sessions": 2, "told": 0, "share": None, "unit": None, "done": None, "planned": None}
    assert told["ratings"]["pain_worst"] == {"sessions": 2, "median": 3.0, "highest": 6}
    assert told["reasons"] == [{"text": "ill", "sessions": 2}]
    assert told["help_signs"] == [{"day": "2026-06-02", "week": 1, "text": "yes: You faint."}]
    assert told["notes"] == [{"day": "2026-06-01", "week": 1, "text": "Easier."}]
