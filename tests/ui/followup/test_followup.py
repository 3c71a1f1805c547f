"""The follow-up without its page: whom it offers, what it says of a file, what it keeps of a sheet."""

from __future__ import annotations

import datetime as dt
import json
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kit.library.library import Library
from kit.places import notebooks_dir
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.store.diaries import Diaries
from kit.store.store import Store
from kit.store.tables import versions
from kit.ui.followup.brought import NOTHING, TOLD
from kit.ui.followup.page import FollowUp, follow_up
from kit.ui.planner.closed import Closed
from tests.store.diary_files import Answered, diary, other_plan, row
from tests.ui.followup.conftest import START, TODAY, Ask

DAY = dt.timedelta(days=1)


def typed(text: str, was: str = "", column: str = "status", day: str = "2026-06-01", **place: Any) -> dict[str, Any]:
    of = {"item_id": "i1", "side": "left"} if column == "status" else {"item_id": "", "side": ""}
    return {"day": day, "column": column, "text": text, "was": was, **of, "slot": 1, **place}


def type_in(ask: Ask, plan: Plan, *answers: dict[str, Any], by: str = "A. Physio") -> list[Mapping[str, Any]]:
    return ask("type", code=plan.code, version=plan.version, by=by, typed=list(answers))


def drop(ask: Ask, path: Path) -> None:
    ask("bring_in", path.read_bytes(), names=[path.name])


# Patients


def test_whom_it_offers(page: FollowUp, ask: Ask, store: Store, library: Library) -> None:
    """Each plan with its patient, what is in force, how far the diary is back; words and the waiting ones narrow."""
    store.versions.take_in(other_plan(library, "P-002", "P-002"))
    store.drafts.begin(other_plan(library, "P-003", "P-003").model_copy(update={"issued": None, "snapshot": None}))
    assert [(r["patient"], r["state"], r["diary"], r["waits"]) for r in page.patients["rows"]] == [
        ("P-001", "Version 1, in force to 28 June 2026", "No diary yet", "1 June 2026")
    ]
    ask("find", words="", waiting=False)
    assert [(r["patient"], r["state"], r["waits"]) for r in page.patients["rows"]] == [
        ("P-003", "Draft, not issued", ""),
        ("P-002", "Version 1, in force to 28 June 2026", "1 June 2026"),
        ("P-001", "Version 1, in force to 28 June 2026", "1 June 2026"),
    ]
    assert (page.patients["all"], page.patients["waiting"]) == (3, 2)
    ask("find", words="p-002", waiting=False)
    assert [r["patient"] for r in page.patients["rows"]] == ["P-002"]
    ask("find", words="", waiting=True)
    assert [r["patient"] for r in page.patients["rows"]] == ["P-002", "P-001"]


def test_a_diary_that_came_is_not_waited_for(page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path) -> None:
    """The list says up to which day it came, and when."""
    drop(ask, diary(tmp_path / "d.csv", [row(issued, day="2026-06-15", status="done")]))
    (shown,) = page.patients["rows"]
    assert shown["diary"].startswith("Diary up to 15 June 2026, came in 20 June 2026, ")
    assert (shown["waits"], page.patients["waiting"]) == ("", 0)


def test_the_sheet_of_the_version_in_force_is_taken_up(
    page: FollowUp, ask: Ask, store: Store, issued: Plan, library: Library
) -> None:
    """Also where a next version is issued and has not begun; any other issued one can be shown, and no other."""
    for start in (START + 7 * DAY, TODAY + 3 * DAY):
        newest = store.versions.all(issued.code)[-1]
        store.versions.take_in(finalised(resolve(newest.new_version(start), library), "A. Physio", start))
    ask("choose", code=issued.code)
    assert (page.sheet["version"], [pair[0] for pair in page.sheet["versions"]]) == (2, ["3", "2", "1"])
    ask("show", version=1)
    assert page.sheet["version"] == 1
    closed = [day["closed"] for week in page.sheet["weeks"] for day in week["days"]]
    assert closed[:8] == [""] * 7 + ["version 2 is in force"]
    ask("show", version=9)
    assert page.sheet["version"] == 1
    assert [notice["what"] for notice in page.notices] == [f"{issued.code} has no issued version 9."]
    ask("leave")
    assert (page.view["chosen"], page.sheet["weeks"], page.cells["said"]) == (None, [], {})


def test_a_plan_that_is_not_here_changes_nothing(page: FollowUp, ask: Ask, issued: Plan) -> None:
    ask("choose", code=issued.code)
    told = ask("choose", code="BCDFGHJK", n=4)
    assert told == [{"refused": True, "of": "choose", "about": ""}, {"answered": 4}]
    assert page.view["chosen"] is not None
    assert page.view["chosen"]["code"] == page.sheet["code"] == issued.code


def test_a_version_that_was_altered_is_not_opened(
    page: FollowUp, ask: Ask, store: Store, issued: Plan, library: Library
) -> None:
    """It is told, and the patient who was in hand stays, with her own sheet."""
    other = other_plan(library, "P-002", "P-002")
    store.versions.take_in(other)
    ask("choose", code=issued.code)
    with store.database.write() as connection:
        connection.execute(versions.update().where(versions.c.code == other.code).values(seal="0" * 64))
    ask("choose", code=other.code)
    assert [notice["mend"] for notice in page.notices] == ["Restore a backup: kit store restore."]
    assert page.view["chosen"] is not None
    assert page.view["chosen"]["code"] == page.sheet["code"] == issued.code


# The sheet


def test_it_is_the_printed_sheet(page: FollowUp, ask: Ask, issued: Plan) -> None:
    """The exercises as they are numbered and named on paper, left above right; the weeks from the first day on."""
    ask("choose", code=issued.code)
    sheet = page.sheet
    assert [(r["name"], r["label"]) for r in sheet["rows"]][:4] == [
        ("1. Seated hip stretch", "L"),
        ("1. Seated hip stretch", "R"),
        ("2. Lying pretzel stretch", "L"),
        ("2. Lying pretzel stretch", "R"),
    ]
    assert [week["title"] for week in sheet["weeks"]][::3] == ["Week 1: 1 Jun to 7 Jun", "Week 4: 22 Jun to 28 Jun"]
    assert [name for _, name in sheet["of_day"]] == [
        "Pain before",
        "Worst pain",
        "Next morning",
        "Effort 0 to 10",
        "Note",
    ]
    assert [day["closed"] for day in sheet["weeks"][2]["days"]] == [""] * 6 + ["yet to come"]
    assert all(all(line) for line in sheet["weeks"][0]["due"])


def test_rest_days_and_several_times_a_day(
    page: FollowUp, ask: Ask, store: Store, four: Plan, library: Library
) -> None:
    """A box for each time of the day, and none where nothing is due."""
    changed = four.adjust("i1", schedule=Schedule(weekdays=("mon", "thu"), times_a_day=2)).remove("i4")
    plan = finalised(
        resolve(changed.model_copy(update={"code": other_plan(library, "x", "x").code, "plan_id": "x"}), library),
        "A",
        START,
    )
    store.versions.take_in(plan)
    ask("choose", code=plan.code)
    assert [(r["label"], r["slot"]) for r in page.sheet["rows"][:5]] == [
        ("L 1", 1),
        ("R 1", 1),
        ("L 2", 2),
        ("R 2", 2),
        ("L", 1),
    ]
    assert page.sheet["rows"][2]["spoken"] == "Seated hip stretch, left, time 2 of the day"
    assert page.sheet["weeks"][0]["due"][0] == [True, False, False, True, False, False, False]
    type_in(ask, plan, typed("done", slot=2))
    assert page.cells["said"] == {"2026-06-01 i1 left 2": "done"}


def test_what_is_typed_stands_in_the_sheet_and_in_the_store(
    page: FollowUp, ask: Ask, store: Store, issued: Plan
) -> None:
    """It is kept before it is answered; a correction shows what stood there; another desk shows the same."""
    ask("choose", code=issued.code)
    type_in(ask, issued, typed("done"), typed("3", column="pain_worst"), typed("stiff", column="note"))
    type_in(ask, issued, typed("partial", "done"), typed("4", "3", column="pain_worst"))
    assert page.cells == {
        "said": {"2026-06-01 i1 left 1": "partial", "2026-06-01 pain_worst": "4", "2026-06-01 note": "stiff"},
        "was": {"2026-06-01 i1 left 1": "done", "2026-06-01 pain_worst": "3"},
    }
    assert page.view["chosen"] is not None
    (file,) = page.view["chosen"]["files"]
    assert (file["name"], file["said"]) == (
        "typed by A. Physio on 20 June 2026",
        "2 rows taken. 1 of these corrects an earlier answer.",
    )
    assert [r.values["status"] for r in store.diaries.rows(issued.code)] == ["partial"]
    ask("undo", number=file["number"])
    assert page.done == "Undone: typed by A. Physio on 20 June 2026. 1 row counts no longer."
    assert page.cells == {"said": {}, "was": {}}
    assert page.view["chosen"]["files"][0]["undone"]


def test_who_types_is_offered_again(page: FollowUp, ask: Ask, issued: Plan) -> None:
    ask("choose", code=issued.code)
    assert page.view["chosen"] is not None
    assert page.view["chosen"]["by"] == "tester"
    type_in(ask, issued, typed("done"), by="B. Physio")
    assert page.view["chosen"]["by"] == "B. Physio"


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (typed("done", day="1 June"), "'1 June' is no day."),
        (typed("done", day="2026-06-21"), "that day is yet to come. Type it in when it is over."),
        (typed("11", column="effort"), "“11” is not a whole number from 0 to 10."),
    ],
)
def test_what_is_refused_leaves_the_sheet(
    page: FollowUp, ask: Ask, issued: Plan, answer: dict[str, Any], what: str
) -> None:
    """Nothing of the message is kept, and the notice says why."""
    ask("choose", code=issued.code)
    told = type_in(ask, issued, typed("done"), answer)
    assert {"refused": True, "of": "type", "about": ""} in told
    assert [notice["what"] for notice in page.notices] == [what]
    assert page.cells["said"] == {}
    type_in(ask, issued, typed("done"))
    assert page.notices == []


def test_rows_without_a_day_are_told_beside_the_sheet(page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path) -> None:
    drop(ask, diary(tmp_path / "d.csv", [row(issued, day="", status="done"), row(issued, status="done")]))
    ask("choose", code=issued.code)
    assert page.sheet["beside"] == "1 row names its week and no day: kept and counted, but not on this sheet."
    assert page.cells["said"] == {"2026-06-01 i1 left 1": "done"}


# Files


def test_all_that_an_import_says_is_told(page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path) -> None:
    """Rows taken, refused by row, corrections, what to look at; what cannot wait stands on top."""
    ask("choose", code=issued.code)
    drop(ask, diary(tmp_path / "may.csv", [row(issued, status="done", pain_worst=3)]))
    rows: list[Answered] = [
        row(issued, status="partial", pain_worst=3, help_sign="numb saddle"),
        row(issued, side="right", status="perhaps", pain_worst=8),
        row(issued, "i2", status="done", pain_worst="3-4"),
        row(issued, "i2", "right"),
    ]
    drop(ask, diary(tmp_path / "june.csv", rows))
    (file,) = page.brought["files"]
    assert file["said"] == [
        "2 rows taken.",
        "1 of these corrects an earlier answer.",
        "1 row was refused, and kept aside with the reason.",
        "1 row is blank: not logged, which is not “not done”.",
    ]
    assert [f"{one['where']} {one['what']} {one['mend']}" for one in page.brought["alarms"]] == [
        "june.csv, row 3 is refused, and it says: worst pain 8. Call the patient.",
        "june.csv, row 2 asks for help: “numb saddle”. Call the patient.",
    ]
    assert [(one["row"], one["why"]) for one in file["rejects"]] == [
        (3, "status: “perhaps” is not a status. Write done, partial or not_done, or leave it blank. "
            "It says: worst pain 8. Call the patient.")
    ]  # fmt: skip
    assert file["corrections"] == [
        "Row 2, item i1 left on 2026-06-01, slot 1: mark done is now partly done; help sign blank is now "
        "“numb saddle”. It was row 2 of may.csv."
    ]
    assert [one["what"] for one in file["faults"]] == [
        "worst pain: “3-4” could be two numbers; the cell is left out, its row stays."
    ]
    assert file["number"] == 2


def test_the_same_file_and_what_is_no_diary(page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path) -> None:
    """One does not stop the other; each says its own."""
    good = diary(tmp_path / "d.csv", [row(issued, status="done")]).read_bytes()
    ask("bring_in", good, names=["d.csv"])
    ask("bring_in", b"", good, b"a,b\n1,2\n", names=["empty.csv", "again.csv", "../../x/other.csv"])
    empty, again, other = page.brought["files"]
    assert (empty["name"], empty["number"], empty["said"]) == ("empty.csv", None, ["Nothing was taken from this file."])
    assert again["said"][0].startswith("This file is here already, since 20 June 2026, ")
    assert (again["number"], other["name"], other["number"]) == (None, "other.csv", None)
    assert all(file["faults"] for file in (empty, other))


def test_of_another_patient_nothing_is_taken(
    page: FollowUp, ask: Ask, store: Store, issued: Plan, library: Library, tmp_path: Path
) -> None:
    """With a patient in hand her rows alone are taken; without one, each goes to its own plan."""
    other = other_plan(library, "P-002", "P-002")
    store.versions.take_in(other)
    path = diary(tmp_path / "d.csv", [row(issued, status="done"), row(other, status="done")])
    ask("choose", code=issued.code)
    drop(ask, path)
    assert [one["why"] for one in page.brought["files"][0]["rejects"]] == [
        "version 1 of plan P-002 is for patient P-002, not for P-001. Bring it in for the right patient."
    ]
    ask("leave")
    assert page.brought == NOTHING
    drop(ask, path)
    assert len(store.diaries.rows(other.code)) == 1


def test_many_are_told_by_their_number(page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path) -> None:
    """The first few of a kind, and how many more there are."""
    rows = [row(issued, day="2026-05-31", status="done", pain_worst=9, note=f"{n}") for n in range(TOLD + 5)]
    drop(ask, diary(tmp_path / "d.csv", rows))
    (file,) = page.brought["files"]
    assert (len(file["rejects"]), file["more"]["rejects"]) == (TOLD, 5)
    assert (len(page.brought["alarms"]), page.brought["more_alarms"]) == (TOLD, 5)


@pytest.mark.parametrize(
    "name", ["june.csv", "../secret.csv", "C:\\x\\june.csv", "", ".", "a\x00b.csv", "ö" * 300 + ".csv"]
)
def test_the_bytes_are_private_and_go_away(
    page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whatever the browser calls the file: it stands in a folder of its owner's alone, and no trace is left."""
    place, seen = tmp_path / "tmp", []
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    real = Diaries.bring_in

    def look(self: Diaries, path: Path, **named: Any) -> Any:
        seen.append((stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode), path.parents[1]))
        return real(self, path, **named)

    monkeypatch.setattr(Diaries, "bring_in", look)
    ask("bring_in", diary(tmp_path / "d.csv", [row(issued, status="done")]).read_bytes(), names=[name])
    assert seen == [(0o600, 0o700, place)]
    assert list(place.iterdir()) == []
    assert page._content == ()


def test_a_file_without_its_content_is_told(page: FollowUp, ask: Ask) -> None:
    ask("bring_in", names=["d.csv"])
    assert [(n["what"], n["mend"]) for n in page.notices] == [("came without its content.", "Drop the file again.")]


# The door


def test_the_notebook_shows_the_page_and_no_code() -> None:
    notebook = json.loads((notebooks_dir() / "adherence.ipynb").read_text(encoding="utf-8"))
    line, cell = notebook["cells"]
    assert (line["cell_type"], cell["cell_type"]) == ("markdown", "code")
    assert notebook["metadata"]["homestretch"] == {"app": True}
    assert "".join(cell["source"]).endswith("kit.follow_up()")


def test_a_store_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """In place of the page stands what is wrong."""
    (tmp_path / "clinic.db").write_bytes(b"no database at all")
    shown = follow_up(tmp_path)
    assert isinstance(shown, Closed)
    assert shown.faults
