"""Two programs at one plan, on both databases. `benchmarks/writers.py` by hand does it for longer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.writers import issuers, writers
from tests.store.conftest import Opener

SECONDS, ROUNDS = 3, 10
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs are forked")


def test_no_edit_is_lost_and_each_conflict_is_told(opener: Opener, tmp_path: Path) -> None:
    """Each acknowledged edit is a step of its own that changes one thing; each other one was told and lies beside."""
    opener().close()
    figures = writers(tmp_path / "clinic", SECONDS)
    assert figures.wrong == []
    assert figures.alone + figures.merged > 20
    assert figures.merged + figures.conflicts > 0  # or they never met


def test_of_two_who_issue_at_one_instant_one_wins(opener: Opener, tmp_path: Path) -> None:
    """The other one is told by whom it was issued; one version is there."""
    opener().close()
    figures = issuers(tmp_path / "clinic", ROUNDS)
    assert figures.wrong == []
    assert figures.rounds == ROUNDS
