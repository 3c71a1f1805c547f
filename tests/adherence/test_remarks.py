"""Help signs, reasons and notes: each is told, none twice."""

from __future__ import annotations

import pytest

from kit.adherence.measure import measure
from kit.adherence.remarks import Reason, Remark, Remarks
from kit.diary.rows import Row
from kit.plan.plan import Plan
from tests.adherence.conftest import entry, june, rows_of, session


def remarks(plan: Plan, *rows: Row | list[Row]) -> Remarks:
    return measure([plan], rows_of(*rows), june(8)).remarks


def test_help_signs(four: Plan) -> None:
    """Each with its day, once a session, in order; one whose day lies ahead too, and one without a day last."""
    found = remarks(
        four,
        entry(june(20), "done", help_sign="yes: You faint."),
        entry(None, "done", week=2, help_sign="Chest pain"),
        *session(june(3), "not_done", help_sign="yes"),
    )
    assert found.help_signs == (
        Remark(june(3), 1, "yes"),
        Remark(june(20), 1, "yes: You faint."),
        Remark(None, 2, "Chest pain"),
    )


@pytest.mark.parametrize("answer", ["no", "No.", "NONE", " - ", "n", "0", "false"])
def test_no_is_no_sign(four: Plan, answer: str) -> None:
    assert remarks(four, entry(june(1), "done", help_sign=answer)).help_signs == ()


@pytest.mark.parametrize("answer", ["no feeling in my foot", "y", "nein", "00", "?"])
def test_whatever_else_is_one(four: Plan, answer: str) -> None:
    assert [sign.text for sign in remarks(four, entry(june(1), None, help_sign=answer)).help_signs] == [answer]


def test_reasons(four: Plan) -> None:
    """By sessions, the most frequent first, whatever the capitals; not those after the report's day."""
    found = remarks(
        four,
        session(june(1), "not_done", ("i1", "i2"), reason="Ill"),
        session(june(2), "not_done", reason="no time"),
        session(june(3), "partial", reason="No time"),
        entry(june(4), "not_done", reason="no time"),
        entry(june(20), "not_done", reason="Ill"),
    )
    assert found.reasons == (Reason("no time", 3), Reason("Ill", 1))


def test_notes(four: Plan) -> None:
    """All of them, in the order of their days; two of one session stay two."""
    found = remarks(
        four,
        entry(june(2), None, note="Slept badly."),
        entry(june(1), "done", note="Easier."),
        entry(june(1), "done", side="right", note="A bit stiff."),
        entry(june(1), "done", item_id="i2", note="Easier."),
        entry(june(20), "done", note="Not yet."),
    )
    assert [(note.day, note.text) for note in found.notes] == [
        (june(1), "A bit stiff."),
        (june(1), "Easier."),
        (june(2), "Slept badly."),
    ]


def test_as_dict() -> None:
    found = Remarks((Remark(june(1), 1, "yes"),), (Reason("ill", 2),), (Remark(None, 2, "Easier."),))
    assert found.as_dict() == {
        "help_signs": [{"day": "2026-06-01", "week": 1, "text": "yes"}],
        "reasons": [{"text": "ill", "sessions": 2}],
        "notes": [{"day": None, "week": 2, "text": "Easier."}],
    }
