"""Plans in the clinician's folder: kept whole, an issued one never overwritten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.clinic import Clinic
from kit.errors import ContentError, OverwriteError
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.store.workspace import Workspace

START = dt.date(2026, 6, 1)


def test_what_is_saved_is_loaded(tmp_path: Path, four: Plan) -> None:
    """The same plan comes back; a draft may be saved again with changes."""
    home = Workspace(tmp_path)
    home.save(four)
    assert home.load("P-001") == four
    changed = four.adjust("i1", hold_s=45)
    home.save(changed)
    assert home.load("P-001") == changed


def test_an_issued_version_stays(tmp_path: Path, four: Plan, issued: Plan) -> None:
    """Saving it again is fine; anything else in its place is refused, and the file stays as it was."""
    home = Workspace(tmp_path)
    path = home.save(issued)
    home.save(issued)
    before = path.read_bytes()
    with pytest.raises(OverwriteError) as caught:
        home.save(four)
    assert str(caught.value) == (
        "P-001.v1.json: holds plan P-001 version 1, which is issued and stays as it is. "
        "Make a new version, or choose another plan id."
    )
    assert path.read_bytes() == before


def test_versions_and_faults(tmp_path: Path, issued: Plan, library: Library) -> None:
    """Versions come oldest first; a file that is no plan is told and hides nothing else."""
    home = Workspace(tmp_path)
    two = finalised(issued.new_version(START.replace(day=15)), "A", START.replace(day=15), library)
    home.save(two)
    home.save(issued)
    (tmp_path / "plans" / "broken.json").write_text("{", encoding="utf-8")
    kept, faults = home.kept()
    assert [k.version for k in kept] == [1, 2]
    assert len(faults) == 1
    assert home.versions("P-001") == [issued, two]
    assert home.load("P-001") == two
    assert home.load("P-001", 1) == issued
    with pytest.raises(ContentError, match="“P-002” is not in this workspace"):
        home.load("P-002")


def test_an_empty_workspace_works(tmp_path: Path) -> None:
    """Nothing need be there, and looking makes nothing."""
    home = Workspace(tmp_path)
    assert home.kept() == ([], [])
    assert home.clinic() == (Clinic(), ())
    assert len(home.usable()[0]) > 3
    assert list(tmp_path.iterdir()) == []
