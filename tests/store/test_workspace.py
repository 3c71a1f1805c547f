"""The clinician's folder, of which nothing need be there."""

from __future__ import annotations

from pathlib import Path

from kit.clinic import Clinic
from kit.store.workspace import Workspace


def test_an_empty_workspace_works(tmp_path: Path) -> None:
    """Nothing need be there, and looking makes nothing."""
    home = Workspace(tmp_path)
    assert home.clinic() == (Clinic(), ())
    assert len(home.usable()[0]) > 3
    assert list(tmp_path.iterdir()) == []
