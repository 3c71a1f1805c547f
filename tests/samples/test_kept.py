"""A store of synthetic patients: through the doors of real data, and visibly apart from it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.diary.read import frame
from kit.errors import MachineError
from kit.samples.clinic import Patient
from kit.samples.kept import NOTICE, is_sample, sample_store, sample_workspace
from kit.store.place import VARIABLE
from kit.store.store import open_store
from kit.store.workspace import Workspace
from tests.conftest import Kit
from tests.samples.conftest import ON

NOW = dt.datetime(2026, 6, 29, 8, tzinfo=dt.UTC)
MADE = f"{NOTICE} %s: 12 patients, 16 plan versions, 14 diary files.\nOpen it: kit lab %s\n"


def now() -> dt.datetime:
    return NOW


def test_an_ephemeral_store_holds_what_the_clinic_holds(small: tuple[Patient, ...]) -> None:
    """Every version as it was issued, the rows of every diary but those refused; it says that it is a sample."""
    store = sample_store(now)
    assert is_sample(store)
    for patient in small:
        code = patient.truth.code
        assert tuple(store.versions.all(code)) == patient.plans
        rows = frame(store.diaries.rows(code))
        places = zip(rows["plan_version"], rows["date"], rows["slot"], strict=True)
        told = {(int(v), day.date(), int(s)) for v, day, s in places}
        said = {(one.version, one.day, one.slot) for one in patient.truth.sessions if one.said and not one.refused}
        assert told == said
    files = store.diaries.files()
    assert sorted(file.name for file in files) == sorted(one.name for patient in small for one in patient.sheets)
    assert sum(file.rejected for file in files) == sum(one.refused for patient in small for one in patient.sheets)
    store.close()


def test_an_ephemeral_store_goes_when_it_is_closed() -> None:
    """Its folder is the owner's alone while it is there."""
    store = sample_store(now, patients=1)
    assert store.database.file is not None
    folder = store.database.file.parent
    assert folder.stat().st_mode & 0o077 == 0
    store.close()
    assert not folder.exists()


def test_files_came_in_when_they_were_sent(small: tuple[Patient, ...]) -> None:
    """And none after now: the day is that of the review, of two weeks where a diary is overdue, or today."""
    store = sample_store(now)
    at = {file.name: file.at for file in store.diaries.files()}
    for sheet in (one for patient in small for one in patient.sheets):
        evening = dt.datetime.combine(sheet.on, dt.time(17, tzinfo=dt.UTC))
        assert dt.datetime.fromisoformat(at[sheet.name]) == min(evening, NOW)
    assert list(at.values()) == sorted(at.values(), reverse=True)  # the newest first, as they came
    store.close()


def test_a_shared_database_is_never_touched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Synthetic patients go into files of their own, whatever database the clinic shares."""
    monkeypatch.setenv(VARIABLE, f"sqlite:///{tmp_path / 'shared.db'}")
    store = sample_store(now, patients=1)
    store.close()
    sample_workspace(tmp_path / "new", now, patients=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new"]


def test_a_real_store_is_no_sample(tmp_path: Path) -> None:
    store = open_store(tmp_path, who="tester", now=now)
    assert not is_sample(store)
    store.close()


def test_a_workspace_of_samples_opens_as_any_other(tmp_path: Path, small: tuple[Patient, ...]) -> None:
    """Its clinic says what it is; its diaries lie beside the store, the bytes that came in."""
    made = sample_workspace(tmp_path / "new", now, on=ON)
    assert made == small
    workspace = Workspace(tmp_path / "new")
    assert workspace.clinic()[0].name == "Sample Clinic (synthetic)"
    assert workspace.clinic()[1] == ()
    store, told = workspace.store(who="tester", now=now)
    assert (store.plans.count(), told, is_sample(store)) == (12, [], True)
    store.close()
    found = {path.name: path.read_bytes() for path in (tmp_path / "new" / "diaries").iterdir()}
    assert found == {one.name: one.content for patient in small for one in patient.sheets}


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_folder_in_use_is_left_alone(tmp_path: Path, what: str) -> None:
    """Nothing is written beside what somebody has; an empty folder is a new one."""
    place = tmp_path / "clinic"
    if what == "folder":
        place.mkdir()
        (place / "clinic.toml").write_text("")
    else:
        place.write_text("")
    with pytest.raises(MachineError) as refused:
        sample_workspace(place, now)
    said = "is there already; synthetic patients get a folder of their own. Name a new folder."
    assert str(refused.value) == f"{place}: {said}"
    assert len(list(tmp_path.rglob("*"))) == (2 if what == "folder" else 1)


def test_the_command_makes_a_workspace(kit: Kit, tmp_path: Path) -> None:
    """The same folder again is refused; with a shared database it says which one is shown."""
    assert kit("sample", "new", "--on", "2026-06-29") == (0, MADE % ("new", "new"), "")
    code, out, said = kit("sample", "new")
    assert (code, out) == (1, "")
    assert said == "new: is there already; synthetic patients get a folder of their own. Name a new folder.\n"


def test_the_command_warns_of_a_shared_database(kit: Kit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, f"sqlite:///{tmp_path / 'shared.db'}")
    code, _, said = kit("sample", "new", "--patients", "1")
    assert code == 0
    assert said == "KIT_DATABASE is set: while it is, kit lab shows that database in place of this folder's.\n"
