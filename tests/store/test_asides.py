"""A sign for help stands until somebody signed that it was dealt with, whatever became of its row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from kit.diary.read import frame
from kit.followup.signs import Dealt
from kit.followup.summary import Asked, Summary, summarise
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.forget import forget, look
from kit.store.store import Store
from tests.store.diary_files import diary, row

TODAY = dt.date(2026, 6, 20)
SIGN = "cannot hold urine"
REFUSED: dict[str, dict[str, Any]] = {
    "a day outside of the version": {"day": "2026-05-02", "status": "done"},
    "a day after the end": {"day": "2027-05-02", "status": "done"},
    "a status that cannot be read": {"status": "perhaps"},
    "no such item": {"item": "i99", "status": "done"},
    "no such version": {"plan_version": 7, "status": "done"},
    "a code with a slip, and the label": {"plan_code": "PPPPPPPP", "status": "done"},
}


def looked(store: Store, issued: Plan, library: Library) -> Summary:
    code = issued.code
    rows, asides = frame(store.diaries.rows(code)), store.diaries.asides(code)
    return summarise([issued], rows, library, Asked(TODAY), dealt=store.signs.of(code), asides=asides)


@pytest.mark.parametrize("slip", REFUSED)
def test_a_sign_stands_whatever_became_of_its_row(
    store: Store, issued: Plan, library: Library, tmp_path: Path, slip: str
) -> None:
    """It is on top, in the caseload, and holds every proposal, until it is signed for; her note can be read."""
    store.versions.take_in(issued)
    told = row(issued, **REFUSED[slip], help_sign=SIGN, note="since Monday")
    came = store.diaries.bring_in(diary(tmp_path / "d.csv", [told]))
    assert (came.file.kept, came.file.rejected) == (0, 1)
    found = looked(store, issued, library)
    assert [sign.text for sign in found.signs] == [SIGN]
    assert found.signs[0].place.startswith("row 2 of d.csv, refused")
    assert (found.alerts[0].rule, SIGN in found.alerts[0].why) == ("W7", True)
    assert {(one.kind, SIGN in one.why) for one in found.proposals} == {("stop", True)}
    assert [(one.text, one.place) for one in found.own_words] == [("since Monday", "row 2 of d.csv, refused")]
    assert store.caseload.on(TODAY).cases[0].signs == 1
    what = "Called the patient; sent on to the hospital."
    store.signs.keep(issued.code, Dealt.with_sign(found.signs[0], by="A. Physio", role="physio", on=TODAY, what=what))
    assert looked(store, issued, library).signs == ()
    assert store.caseload.on(TODAY).cases[0].signs == 0


def test_rows_that_contradict_each_other_both_keep_their_sign(
    store: Store, issued: Plan, library: Library, tmp_path: Path
) -> None:
    """The same words of one session are one sign; an answer of none is none."""
    store.versions.take_in(issued)
    rows = [row(issued, status="done", help_sign=SIGN), row(issued, status="not_done", help_sign="0", note="tired")]
    store.diaries.bring_in(diary(tmp_path / "d.csv", rows))
    found = looked(store, issued, library)
    assert [(sign.text, str(sign.date)) for sign in found.signs] == [(SIGN, "2026-06-01")]
    assert [one.text for one in found.own_words] == ["tired"]


def test_a_correction_takes_no_sign_back(store: Store, issued: Plan, library: Library, tmp_path: Path) -> None:
    """A later file that says “no” of the same session leaves the sign open; taking the first file back ends it."""
    store.versions.take_in(issued)
    first = store.diaries.bring_in(diary(tmp_path / "a.csv", [row(issued, status="done", help_sign=SIGN)]))
    store.diaries.bring_in(diary(tmp_path / "b.csv", [row(issued, status="done", help_sign="no")]))
    (sign,) = looked(store, issued, library).signs
    assert sign.shown == f"“{SIGN}” (on 1 June 2026, row 2 of a.csv, corrected since)"
    assert store.caseload.on(TODAY).cases[0].signs == 1
    store.diaries.undo(first.file.number)
    assert looked(store, issued, library).signs == ()


def test_a_sign_that_came_again_in_a_row_that_stands_is_one(
    store: Store, issued: Plan, library: Library, tmp_path: Path
) -> None:
    """The refused row, mended and brought in again, reports no second sign of the same session."""
    store.versions.take_in(issued)
    store.diaries.bring_in(diary(tmp_path / "a.csv", [row(issued, status="perhaps", help_sign=SIGN)]))
    store.diaries.bring_in(diary(tmp_path / "b.csv", [row(issued, status="done", help_sign=SIGN)]))
    (sign,) = looked(store, issued, library).signs
    assert sign.session is not None


def test_a_sign_of_a_plan_that_has_not_begun_is_in_the_caseload(store: Store, issued: Plan, tmp_path: Path) -> None:
    """It waits for no first day."""
    store.versions.take_in(issued)
    store.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="perhaps", help_sign=SIGN)]))
    assert [case.signs for case in store.caseload.on(issued.start - dt.timedelta(days=3)).cases] == [1]


def test_a_patient_who_is_forgotten_leaves_no_sign(store: Store, issued: Plan, tmp_path: Path) -> None:
    """Refused rows that are hers by their file alone go too."""
    store.versions.take_in(issued)
    stray = {**row(issued, status="done", help_sign=SIGN), "plan_code": "", "plan_id": ""}
    store.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="done"), stray]))
    assert [aside.help_sign for aside in store.diaries.asides(issued.code)] == [SIGN]
    forget(store.database, tmp_path / "clinic", look(store.database, issued.patient_code))
    assert store.diaries.asides(issued.code) == []
