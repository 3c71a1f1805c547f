"""A program killed at any moment has lost nothing that it acknowledged. `benchmarks/kills.py` by hand does it 500 times."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.kills import kills

COUNT = 25


@pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are killed as POSIX does it")
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store opens, every acknowledged edit, issue and plan file is there, exports are whole or absent."""
    monkeypatch.delenv("KIT_DATABASE", raising=False)
    figures = kills(tmp_path / "kills", COUNT)
    assert figures.wrong == []
    assert figures.kills == COUNT
    assert sum(figures.cut_off.values()) > 5  # or nothing was tried
    assert sum(figures.acknowledged.values()) > 20
