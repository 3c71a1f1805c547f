"""Two programs at one plan, on both databases. `benchmarks/writers.py` by hand does it for longer."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from benchmarks.writers import issuers, writers
from kit.library.library import Library
from kit.plan.template import template
from kit.store.store import Store, open_store
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


READ = """
import datetime as dt, sys
from pathlib import Path
from kit.store.store import open_store
store = open_store(Path(sys.argv[1]), who="other", now=lambda: dt.datetime.now(dt.UTC))
if len(sys.argv) > 2:
    print(store.open(sys.argv[2]).plan.title)
store.close()
"""


def test_no_program_takes_the_log_away_from_under_another(tmp_path: Path) -> None:
    """A page is opened anew in a kernel that has the store open, then a command comes and goes: what the first page keeps
    after that is there for everybody."""

    def elsewhere(*words: str) -> str:
        command = [sys.executable, "-c", READ, str(tmp_path), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def opened() -> Store:
        return open_store(tmp_path, who="me", now=lambda: dt.datetime.now(dt.UTC))

    store = opened()
    start = dt.date(2026, 6, 1)
    plan = template("knee-glute-stretches").plan(Library.load(), "P-001", start, "P-001", random=Random(1))
    held = store.drafts.begin(plan)
    opened().close()
    elsewhere()
    store.drafts.put(held, plan.describe(title="Kept"))
    assert elsewhere(plan.code) == "Kept"
    store.close()
    store.close()  # once more is nothing more
