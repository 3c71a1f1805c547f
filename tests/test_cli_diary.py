"""`kit diary`: what it says of each file, its exit codes, and that one bad file stops no other."""

from __future__ import annotations

import datetime as dt
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.document import to_document, write_plan
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store.place import VARIABLE
from kit.store.store import open_store
from kit.store.workspace import Workspace
from tests.conftest import Kit
from tests.store.diary_files import diary, row

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def clinic(tmp_path: Path, issued: Plan, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose store has the founding four, issued."""
    monkeypatch.delenv(VARIABLE, raising=False)
    store = open_store(tmp_path / "clinic", who="tester", now=lambda: NOON)
    store.versions.take_in(issued)
    store.close()
    return tmp_path / "clinic"


def undated(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "TIME", text)


def test_a_diary_is_imported_once(kit: Kit, clinic: Path, issued: Plan) -> None:
    """The second time it says since when it is there, and brings nothing."""
    diary(Path("june.csv"), [row(issued, status="done"), row(issued, side="right")])
    assert kit("diary", "import", "june.csv", "--workspace", clinic) == (
        0, "june.csv: 1 kept, 0 refused, 0 repeated, 1 blank. Import number 1.\n", ""
    )  # fmt: skip
    code, out, err = kit("diary", "import", "june.csv", "--workspace", clinic)
    said = "june.csv: imported already on TIME (number 1). Nothing was brought in.\n"
    assert (code, undated(out), err) == (0, said, "")


def test_corrections_and_refused_rows_are_told_by_row(kit: Kit, clinic: Path, issued: Plan) -> None:
    """A refused row makes the exit code 1; what a terminal obeys is shown as a sign."""
    diary(Path("june.csv"), [row(issued, status="done", note="a")])
    kit("diary", "import", "june.csv", "--workspace", clinic)
    diary(Path("july.csv"), [row(issued, status="done", note="a\x1b[2J"), row(issued, "i\x1b9", status="done")])
    code, out, err = kit("diary", "import", "july.csv", "--workspace", clinic)
    assert (code, out, err) == (
        1,
        "july.csv: 1 kept, 1 refused, 0 repeated, 0 blank. Corrections among those kept: 1. Import number 2.\n"
        "july.csv, row 2: corrects row 2 of june.csv, item i1 left on 2026-06-01, slot 1: "
        "note “a” is now “a␛[2J”.\n",
        "july.csv, row 3: item i␛9 is not in version 1 of plan P-001. It has i1, i2, i3, i4.\n",
    )
    code, out, _ = kit("diary", "show", "2", "--workspace", clinic)
    assert code == 0
    assert out.splitlines()[1:] == [
        "row 2: corrects row 2 of june.csv, item i1 left on 2026-06-01, slot 1: note “a” is now “a␛[2J”.",
        "row 3: item i␛9 is not in version 1 of plan P-001. It has i1, i2, i3, i4. "
        f"Its cells: {issued.code}, P-001, 1, i␛9, 1, 2026-06-01, 1, left, done",
    ]


def test_many_messages_are_cut(kit: Kit, clinic: Path, issued: Plan) -> None:
    """The first few of each kind are printed, and where the others are."""
    diary(Path("d.csv"), [row(issued, f"x{n}", status="done") for n in range(150)])
    code, _, err = kit("diary", "import", "d.csv", "--workspace", clinic)
    lines = err.splitlines()
    assert (code, len(lines)) == (1, 21)
    assert lines[-1] == "d.csv: 130 more corrections and refused rows. All of them: kit diary show 1"
    assert len(kit("diary", "show", "1", "--workspace", clinic)[1].splitlines()) == 151


def test_one_bad_file_stops_no_other(kit: Kit, clinic: Path, issued: Plan) -> None:
    """Three hundred files and a folder, one of them no diary, one not there: the others come in, the exit code is 1."""
    folder = Path("back")
    folder.mkdir()
    for n in range(40):
        day = (dt.date(2026, 6, 1) + dt.timedelta(days=n % 28)).isoformat()
        diary(folder / f"{n:03}.csv", [row(issued, f"i{n // 28 + 1}", day=day, week="", status="done")])
    (folder / "005.csv").write_text("nothing\n", encoding="utf-8")
    (folder / "notes.md").write_text("no diary\n", encoding="utf-8")
    code, out, err = kit("diary", "import", "gone.csv", folder, "--workspace", clinic)
    assert (code, len(out.splitlines())) == (1, 39)
    assert err.splitlines() == [
        "gone.csv: cannot be read: No such file or directory. Check the name and your rights to the folder.",
        "005.csv, row 1: has no column plan_code, plan_version, item_id, week, date, slot, side, status. "
        "Use the diary file that came with the handout.",
    ]


def test_an_empty_folder_is_told(kit: Kit, clinic: Path) -> None:
    Path("back").mkdir()
    assert kit("diary", "import", "back", "--workspace", clinic) == (
        1, "", "back: holds no diary (.csv, .tsv, .txt, .xlsx). Name the files.\n"
    )  # fmt: skip


def test_a_patient_narrows_down(kit: Kit, clinic: Path, issued: Plan) -> None:
    diary(Path("d.csv"), [row(issued, status="done")])
    assert kit("diary", "import", "d.csv", "--patient", "P-7", "--workspace", clinic) == (
        1, "", "patient: nobody in this store has the label “P-7”. Write the label as it stands in the plan.\n"
    )  # fmt: skip
    assert kit("diary", "import", "d.csv", "--patient", "P-001", "--workspace", clinic)[0] == 0


def test_list_and_undo(kit: Kit, clinic: Path, issued: Plan) -> None:
    """By number or by file; the list keeps what was undone, and the file can come again."""
    assert kit("diary", "list", "--workspace", clinic) == (0, "No diary was imported.\n", "")
    diary(Path("june.csv"), [row(issued, status="done")])
    kit("diary", "import", "june.csv", "--workspace", clinic)
    told = "june.csv: import {} is undone.\nRows that count no longer: 1. Rows that count again: 0.\n"
    assert kit("diary", "undo", "june.csv", "--workspace", clinic) == (0, told.format(1), "")
    kit("diary", "import", "june.csv", "--workspace", clinic)
    code, out, _ = kit("diary", "list", "--workspace", clinic)
    counts = "TIME  june.csv: 1 kept, 0 refused, 0 repeated, 0 blank."
    assert (code, undated(out)) == (0, f"2  {counts}\n1  {counts} Undone on TIME.\n")
    assert [file["number"] for file in json.loads(kit("diary", "list", "--json", "--workspace", clinic)[1])] == [2, 1]
    assert kit("diary", "undo", "2", "--workspace", clinic) == (0, told.format(2), "")
    assert kit("diary", "undo", "2", "--workspace", clinic) == (
        1, "", "diary: no import of “2” is there, or it was undone. Look at the list: kit diary list.\n"
    )  # fmt: skip


def test_a_name_that_stands_for_two_files_is_refused(kit: Kit, clinic: Path, issued: Plan) -> None:
    """A file that is there is known by its content; a bare name is not enough for two."""
    for n, side in enumerate(("left", "right")):
        Path(f"{n}").mkdir()
        diary(Path(f"{n}/d.csv"), [row(issued, side=side, status="done")])
        kit("diary", "import", f"{n}/d.csv", "--workspace", clinic)
    assert kit("diary", "undo", "d.csv", "--workspace", clinic) == (
        1, "", "diary: 2 imports have the name “d.csv”: 2, 1. Give the number of the one you mean.\n"
    )  # fmt: skip
    assert kit("diary", "undo", "1/d.csv", "--workspace", clinic)[1].startswith("d.csv: import 2 is undone.")


def test_a_workspace_without_a_store_is_told(kit: Kit) -> None:
    """And none is made."""
    assert kit("diary", "list") == (
        1, "", "clinic.db: is not there. Name the folder that you open with kit lab: --workspace clinic.\n"
    )  # fmt: skip
    assert list(Path().iterdir()) == []


def test_a_large_file_has_a_progress_bar_on_a_terminal(clinic: Path, issued: Plan, tmp_path: Path) -> None:
    """On stderr; what is printed on stdout stays as it is."""
    path = diary(tmp_path / "large.csv", [row(issued, status="done"), *[{"note": "x" * 200}] * 12_000])
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kit", "diary", "import", str(path), "--workspace", str(clinic)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # the other end is closed
        pass
    out, _ = child.communicate()
    assert child.returncode == 1
    assert out.decode() == "large.csv: 1 kept, 12,000 refused, 0 repeated, 0 blank. Import number 1.\n"
    assert re.search(rb"large.csv .*100%", shown)


def test_adherence_of_imported_diaries(kit: Kit, clinic: Path, issued: Plan) -> None:
    """By label or code, as of the files themselves; an undone import no longer counts."""
    rows = [row(issued, item.item_id, side, status="done") for item in issued.items for side in ("left", "right")]
    diary(Path("d.csv"), rows)
    write_plan(issued, Path("p.json"))
    as_of = ("--as-of", "2026-06-02")
    from_file = kit("adherence", "p.json", "--log", "d.csv", *as_of, "--workspace", clinic)
    assert from_file[0] == 0
    kit("diary", "import", "d.csv", "--workspace", clinic)
    for word in ("P-001", issued.code.lower()):
        assert kit("adherence", word, *as_of, "--workspace", clinic) == from_file
    kit("diary", "undo", "1", "--workspace", clinic)
    assert kit("adherence", "P-001", *as_of, "--workspace", clinic) == (
        0, "No row of the diary stands, so that nothing can be counted.\n", ""
    )  # fmt: skip
    assert kit("adherence", "P-9", "--workspace", clinic) == (
        1, "", "P-9: no plan has this label. Give the code, as it stands on the handout.\n"
    )  # fmt: skip
    assert kit("adherence", "p.json", "--workspace", clinic) == (
        1, "", "p.json: is given without a diary. Add --log DIARY, or import the diary first.\n"
    )  # fmt: skip


def test_a_period_of_imported_diaries_with_the_rows_refused(kit: Kit, clinic: Path, issued: Plan) -> None:
    """`--since` and `--until` are counted, both included; a row refused at the import is told, until it is undone."""
    days = ("2026-06-01", "2026-06-02", "2026-06-03")
    rows = [row(issued, day=day, side=side, status="done") for day in days for side in ("left", "right")]
    diary(Path("d.csv"), [*rows, row(issued, day="2026-06-04", side="left", status="perhaps")])
    assert kit("diary", "import", "d.csv", "--workspace", clinic)[1].startswith("d.csv: 6 kept, 1 refused")
    words = ("adherence", "P-001", "--workspace", clinic, "--as-of", "2026-06-03")
    for period, said in (((), "3 of 3"), (("--since", "2026-06-02"), "2 of 2"), (("--until", "2026-06-01"), "1 of 1")):
        code, out, _ = kit(*words, *period)
        assert code == 0
        assert said in out
        assert out.splitlines()[-1] == "1 row was refused and is not counted."
    plans, (kept,) = Workspace(clinic).diary(issued.code.lower())
    assert [plan.version for plan in plans] == [1]
    assert (len(kept.rows), len(kept.rejects)) == (6, 1)
    kit("diary", "undo", "1", "--workspace", clinic)
    assert [len(part) for kept in Workspace(clinic).diary(issued.code)[1] for part in (kept.rows, kept.rejects)] == [
        0,
        0,
    ]
    with pytest.raises(KitError) as caught:
        Workspace(clinic).diary("ZZZ")
    assert str(caught.value) == (
        "“ZZZ”: no plan of this workspace has this code. Give the code, as it stands on the handout."
    )


def test_rows_of_a_version_that_has_ended_are_told(kit: Kit, clinic: Path, issued: Plan, library: Library) -> None:
    """They came in before the next version was issued: of the store too, the report says how many it does not count."""
    days = ("2026-06-01", "2026-06-02", "2026-06-03")
    diary(Path("d.csv"), [row(issued, day=day, side=side, status="done") for day in days for side in ("left", "right")])
    kit("diary", "import", "d.csv", "--workspace", clinic)
    words = ("adherence", "P-001", "--workspace", clinic, "--as-of", "2026-06-04")
    assert "3 of 3" in kit(*words)[1]
    store = open_store(clinic, who="tester", now=lambda: NOON)
    two = issued.new_version(dt.date(2026, 6, 3))
    store.versions.take_in(finalised(resolve(two, library), "A. Physio", two.start))
    store.close()
    out = kit(*words)[1].splitlines()
    assert "Version 1, 1 June 2026 to 2 June 2026: 2 of 2." in out
    assert out[-1] == "2 rows were refused and are not counted."


def test_a_sign_is_told_whatever_becomes_of_its_row(kit: Kit, clinic: Path, issued: Plan) -> None:
    """Of a refused row with much pain, of rows that contradict each other, and of one that stands; and again later."""
    rows = [
        row(issued, "i9", status="done", help_sign="numb saddle", pain_worst="8", pain_after="6"),
        row(issued, "i8", status="done", help_sign="No.", pain_worst="6"),
        row(issued, status="done", help_sign="fever"),
        row(issued, "i2", status="done", help_sign="fall"),
        row(issued, "i2", status="not_done"),
        row(issued, "i3", status="done", help_sign="no"),
    ]
    diary(Path("d.csv"), rows)
    code, _, err = kit("diary", "import", "d.csv", "--workspace", clinic)
    assert (code, err.splitlines()[:3]) == (
        1,
        [
            "d.csv, row 2: is refused, and it says: “numb saddle”, pain_worst 8. Call the patient.",
            "d.csv, row 5: is refused, and it says: “fall”. Call the patient.",
            "d.csv, row 4: asks for help: “fever”. Call the patient.",
        ],
    )
    again = kit("diary", "import", "d.csv", "--workspace", clinic)[2]
    assert again.count("It says: “numb saddle”, pain_worst 8. Call the patient.") == 1
    Path("p.json").write_text(to_document(issued), encoding="utf-8")
    code, out, err = kit("adherence", "p.json", "--log", "d.csv", "--as-of", "2026-06-08")
    assert out.splitlines()[:3] == [
        "HELP SIGN, 1 June 2026: fever",
        "Row 2 is refused, and it says: “numb saddle”, pain_worst 8. Call the patient.",
        "Row 5 is refused, and it says: “fall”. Call the patient.",
    ]
    assert "d.csv, row 2: is refused, and it says: “numb saddle”, pain_worst 8. Call the patient." in err.splitlines()


def test_a_sign_is_not_taken_back_by_an_empty_cell(kit: Kit, clinic: Path, issued: Plan) -> None:
    """The other answers are corrected, and a sign that is taken back in words is."""
    for name, answers in {
        "a.csv": {"status": "done", "help_sign": "fever"},
        "b.csv": {"status": "done"},
        "c.csv": {"status": "partial"},
    }.items():
        diary(Path(name), [row(issued, **answers)])
    kit("diary", "import", "a.csv", "--workspace", clinic)
    code, out, err = kit("diary", "import", "b.csv", "--workspace", clinic)
    assert (code, out.splitlines()[1], err) == (
        0,
        "b.csv, row 2: corrects row 2 of a.csv, item i1 left on 2026-06-01, slot 1: "
        "nothing but its help sign, which stays.",
        "b.csv, row 2: asks for help: “fever”. Call the patient.\n",
    )
    assert kit("diary", "import", "c.csv", "--workspace", clinic)[2] == (
        "c.csv, row 2: asks for help: “fever”. Call the patient.\n"
    )
    diary(Path("d.csv"), [row(issued, status="partial", help_sign="no")])
    assert kit("diary", "import", "d.csv", "--workspace", clinic)[2] == ""
