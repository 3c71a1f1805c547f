"""An export is everything as open files, whole or not there at all; and it comes back equal."""

from __future__ import annotations

import csv
import json
import tracemalloc
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.document import read_plan
from kit.store import carry
from kit.store import export as export_module
from kit.store.export import export, import_
from kit.store.store import Store, open_store
from kit.store.tables import REVISION, diary_files, diary_rows, patients, plans
from tests.store.conftest import Clock, Opener
from tests.store.filled import contents, diary_row, fill


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def new_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    return open_store(folder, who="tester", now=Clock())


@pytest.fixture
def full(opener: Opener, tmp_path: Path, library: Library) -> Store:
    store = opener()
    fill(store, tmp_path / "clinic", library)
    return store


def test_out_and_in_and_out_again_is_the_same(full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, from either database into a new SQLite store; no row is missing."""
    count = export(full.database, tmp_path / "one")
    new = new_store(tmp_path / "new", monkeypatch)
    import_(new.database, tmp_path / "one")
    assert contents(new) == contents(full)
    export(new.database, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert len(files(tmp_path / "one")) == count
    new.close()


def test_back_into_the_same_kind_of_database(full: Store, tmp_path: Path, opener: Opener) -> None:
    """After everything was taken out, the same store takes it in again, and goes on counting."""
    from kit.store.carry import clear

    export(full.database, tmp_path / "one")
    before = contents(full)
    with full.database.write() as connection:
        clear(connection)
    import_(full.database, tmp_path / "one")
    assert contents(opener()) == before
    code = full.plans.recent()[0].code
    full.handouts.made(full.open(code).plan, "handouts/next", {})


def test_every_plan_is_a_plan_file(full: Store, tmp_path: Path) -> None:
    """Each issued version and each draft, as it stands, under its label, code and version."""
    export(full.database, tmp_path / "one")
    plans_there = {path.name: read_plan(path) for path in (tmp_path / "one/plans").iterdir()}
    expected = {}
    for listed in full.plans.recent():
        for version in (*listed.issued, listed.draft):
            expected[f"{listed.plan_id}-{listed.code}.v{version}.json"] = full.open(listed.code, version).plan
    assert plans_there == expected
    assert len(expected) == 4


def test_the_diary_is_readable_elsewhere(full: Store, tmp_path: Path) -> None:
    """CSV for spreadsheets, where no cell is a formula, and Parquet with types."""
    export(full.database, tmp_path / "one")
    table = pq.read_table(tmp_path / "one/diary/rows.parquet").to_pylist()
    with (tmp_path / "one/diary/rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [tuple(row.values()) for row in table] == contents(full)["diary_rows"]
    assert (rows[1]["note"], table[1]["note"]) == ("'=1+1", "=1+1")


def test_the_folder_says_what_is_what(full: Store, tmp_path: Path) -> None:
    export(full.database, tmp_path / "one")
    text = (tmp_path / "one/README.txt").read_text(encoding="utf-8")
    for part in (tmp_path / "one").iterdir():
        assert part.name in text or part.name == "README.txt" or f"{part.name}/" in text
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "one").rglob("*") if path.is_file()} == {0o600}


def test_nothing_is_written_over(full: Store, tmp_path: Path) -> None:
    """Not even into a folder that is empty."""
    (tmp_path / "one").mkdir()
    with pytest.raises(KitError) as caught:
        export(full.database, tmp_path / "one")
    assert str(caught.value) == f"{tmp_path / 'one'}: is there already, and is left as it is. Choose another name."
    assert list((tmp_path / "one").iterdir()) == []


def test_an_export_that_was_changed_is_refused(full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file that is missing or differs is named; the store stays empty."""
    export(full.database, tmp_path / "one")
    (tmp_path / "one/tables/plans.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "one/diary/rows.parquet").unlink()
    new = new_store(tmp_path / "new", monkeypatch)
    with pytest.raises(KitError) as caught:
        import_(new.database, tmp_path / "one")
    assert str(caught.value).splitlines() == [
        "diary/rows.parquet: is missing in this export. Copy the whole folder again.",
        "tables/plans.jsonl: was changed since it was exported. Copy the whole folder again.",
    ]
    assert not any(contents(new).values())
    new.close()


def test_an_export_of_another_kit_is_refused(full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(full.database, tmp_path / "one")
    listed = json.loads((tmp_path / "one/export.json").read_text(encoding="utf-8"))
    (tmp_path / "one/export.json").write_text(json.dumps(listed | {"schema": "9999"}), encoding="utf-8")
    new = new_store(tmp_path / "new", monkeypatch)
    with pytest.raises(KitError) as caught:
        import_(new.database, tmp_path / "one")
    assert str(caught.value) == (
        f"{tmp_path / 'one'}: is of schema 9999, and this kit reads {REVISION}. "
        "Import it with the kit that made it; take a backup from there."
    )
    new.close()


def test_a_store_that_holds_something_takes_no_export(full: Store, tmp_path: Path) -> None:
    export(full.database, tmp_path / "one")
    before = contents(full)
    with pytest.raises(KitError) as caught:
        import_(full.database, tmp_path / "one")
    assert str(caught.value) == (
        f"{full.database.where}: holds something already, and is left as it is. "
        f"Import into a new workspace, or take the plans alone in: {tmp_path / 'one/plans'}."
    )
    assert contents(full) == before


def test_memory_does_not_grow_with_the_diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight times the rows take no more room, out and in."""
    for module in (carry, export_module):
        monkeypatch.setattr(module, "CHUNK", 250)
    peaks = [_peak(tmp_path / str(count), count, monkeypatch) for count in (1_000, 8_000)]
    assert peaks[1] < 1.3 * peaks[0]


def _peak(folder: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    store = new_store(folder / "old", monkeypatch)
    with store.database.write() as connection:
        connection.execute(patients.insert().values(code="P", label="P", made_at=""))
        connection.execute(
            plans.insert().values(code="C", patient_code="P", label="P", revision=1, made_at="", changed_at="")
        )
        file = dict.fromkeys(("kept", "rejected", "repeated", "blank", "corrected"), 0)
        connection.execute(diary_files.insert().values(id=1, name="", digest="", made_at="", made_by="", **file))
        connection.execute(
            diary_rows.insert(), [diary_row(number, "C", 1, "word " * 8) for number in range(1, count + 1)]
        )
    new = new_store(folder / "new", monkeypatch)
    tracemalloc.start()
    try:
        export(store.database, folder / "out")
        import_(new.database, folder / "out")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        store.close()
        new.close()
