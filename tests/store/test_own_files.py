"""All that is the clinic's and the clinician's in a workspace comes back with a backup, and nothing of it is lost."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.plan.template import template
from kit.store.own_files import own_files, pack, put_back, unpack
from kit.store.own_templates import OwnTemplates
from tests.conftest import Kit

AT = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A workspace with a file of each kind, one of them taken away, and others that are not the clinician's."""
    folder = tmp_path / "clinic"
    own = OwnTemplates(folder / "templates")
    mine = template("knee-glute-stretches")
    own.keep(mine.model_copy(update={"name": "Mine"}))
    own.remove(own.keep(mine.model_copy(update={"name": "Away"})))
    for name, text in (
        ("clinic.toml", 'name = "Clinic"\nlogo = "signs/logo.svg"\n'),
        ("signs/logo.svg", PICTURE),
        ("exercises/own_step.toml", "id"),
        ("exercises/photos/step.jpg", "dots"),
        ("exercises/.own_step.toml.part", "half"),
        ("handouts/P-001/page.pdf", "of a patient"),
        ("notes.txt", "hers alone"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


OWN = ["clinic.toml", "exercises/own_step.toml", "exercises/photos/step.jpg", "signs/logo.svg"]
OWN += ["templates/my_mine.toml", "templates/removed/my_away.toml"]


def test_all_of_it_comes_back(kit: Kit, clinic: Path) -> None:
    """Into a new workspace with the store, byte by byte; a template that was taken away can still be brought back."""
    kit("new", "knee-glute-stretches", "-o", clinic / "plans" / "P-001.json", "--workspace", clinic)
    assert kit("store", "backup", "kept.db", "--workspace", clinic) == (0, "kept.db: 1 plan, 6 own files.\n", "")
    said = kit("store", "restore", "kept.db", "--workspace", "new")
    assert said[:2] == (0, "kept.db: restored, 1 plan, 6 own files.\n")
    assert own_files(Path("new")) == own_files(clinic)
    assert sorted(own_files(clinic)) == OWN
    assert OwnTemplates(Path("new/templates")).bring_back("my_away") == "Away"
    assert "my_mine  Mine" in kit("templates", "--workspace", "new")[1]


def test_what_says_something_else_is_renamed(clinic: Path) -> None:
    """Neither the file that was there nor the one of the backup is lost; what is equal, and what is new, stays."""
    kept = own_files(clinic)
    (clinic / "clinic.toml").write_text("changed", encoding="utf-8")
    (clinic / "templates/my_new.toml").write_text("new", encoding="utf-8")
    (clinic / "exercises/own_step.toml").unlink()
    aside = put_back(clinic, kept, AT)
    assert [path.name for path in aside] == ["clinic.toml.before-restore-20260601T120000Z"]
    assert aside[0].read_text(encoding="utf-8") == "changed"
    assert own_files(clinic) == {**kept, "templates/my_new.toml": b"new"}


@pytest.mark.parametrize(
    "name",
    ["../clinic.toml", "/tmp/clinic.toml", "exercises/../../x.toml", "exercises", "plan.ipynb", ".profile",
     "exercises/.x", "templates//x.toml", "./clinic.toml", "a\0.png"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    """A backup may come from anywhere: of one that names another place nothing is taken."""
    pack(tmp_path / "kept.db", {"clinic.toml": b"", name: b"x"})
    with pytest.raises(KitError, match="is no file of a workspace, and nothing of it is put back"):
        unpack(tmp_path / "kept.db", "kept.db")


def test_taken_out_it_leaves_no_table(tmp_path: Path, clinic: Path) -> None:
    """So that a store that was a backup once keeps no old files; a backup of an older kit has none."""
    pack(tmp_path / "kept.db", own_files(clinic))
    assert unpack(tmp_path / "kept.db", "kept.db") == own_files(clinic)
    assert unpack(tmp_path / "kept.db", "kept.db") == {}
    connection = sqlite3.connect(tmp_path / "kept.db")
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


def test_an_export_has_all_of_it_as_files(kit: Kit, clinic: Path) -> None:
    """Each as it lies in the workspace; into a new workspace it comes back with the plans, and what is changed is told."""
    kit("new", "knee-glute-stretches", "-o", clinic / "plans" / "P-001.json", "--workspace", clinic)
    assert kit("store", "export", "out", "--workspace", clinic)[0] == 0
    assert {name: (Path("out/workspace") / name).read_bytes() for name in OWN} == own_files(clinic)
    assert all(path.stat().st_mode & 0o77 == 0 for path in Path("out").rglob("*"))
    assert kit("store", "import", "out", "--workspace", "new")[:2] == (0, "out: 1 plan, 6 own files.\n")
    assert own_files(Path("new")) == own_files(clinic)
    Path("out/workspace/clinic.toml").write_text('name = "Other"', encoding="utf-8")
    code, _, told = kit("store", "import", "out", "--workspace", "other")
    assert code != 0
    assert "workspace/clinic.toml was changed since it was exported" in told.replace(": ", " ")
    assert own_files(Path("other")) == {}


def test_an_export_leads_nowhere_else(kit: Kit, clinic: Path) -> None:
    """A list that names a file outside the workspace is refused, and nothing is written."""
    kit("new", "knee-glute-stretches", "-o", clinic / "plans" / "P-001.json", "--workspace", clinic)
    kit("store", "export", "out", "--workspace", clinic)
    listed = json.loads(Path("out/export.json").read_text(encoding="utf-8"))
    Path("out/evil").write_text("x", encoding="utf-8")
    listed["files"]["workspace/../evil"] = hashlib.sha256(b"x").hexdigest()
    Path("out/export.json").write_text(json.dumps(listed), encoding="utf-8")
    code, _, told = kit("store", "import", "out", "--workspace", "new")
    assert code != 0
    assert "is no file of a workspace, and nothing of it is put back" in told
