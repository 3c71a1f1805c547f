"""What every test may ask for: the kit's library, the founding four as a plan, the sentences."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.words.catalogue import Catalogue

START = dt.date(2026, 6, 1)  # a Monday
# The typesetter's threads: the cores are shared by the workers already, and one takes less of them.
os.environ.setdefault("RAYON_NUM_THREADS", "1")

Kit = Callable[..., tuple[int, str, str]]

settings.register_profile("kit", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("mutants", settings.get_profile("kit"), max_examples=20)  # benchmarks/mutants.py
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "kit"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that drive a browser are spread among the others: several browsers at a time keep one another waiting."""
    files = {path: list(group) for path, group in itertools.groupby(items, lambda item: item.path)}
    driving = [path for path, group in files.items() if group[0].get_closest_marker("browser")]
    others = [path for path in files if path not in set(driving)]
    between = len(others) // (len(driving) + 1)
    order: list[Path] = []
    for path in driving:
        order += [path, *others[:between]]
        del others[:between]
    items[:] = [item for path in (*order, *others) for item in files[path]]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="session")
def specification() -> dict[str, Any]:
    """The clinical specification's tables and worked numbers, as the tests need them."""
    tables: dict[str, Any] = json.loads(Path(__file__).with_name("specification.json").read_text(encoding="utf-8"))
    return tables


@pytest.fixture(scope="session")
def words() -> Catalogue:
    return Catalogue()


@pytest.fixture(scope="session")
def four(library: Library) -> Plan:
    """The four founding stretches at their default dose, a draft for P-001 from Monday 1 June 2026."""
    return template("knee-glute-stretches").plan(library, "P-001", START, "P-001", random=Random(1))


@pytest.fixture(scope="session")
def issued(four: Plan, library: Library) -> Plan:
    return finalised(resolve(four, library), "A. Physio", START)


@pytest.fixture
def kit(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kit:
    """Run a command in an empty folder: exit code, what it printed, what it complained of."""
    from kit.cli import main  # loads much that most tests do without

    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return int(ended.value.code or 0), out, err

    return run


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files of a handout but its paper, for which its document stands: setting it takes most of the time, and has
    tests of its own."""
    monkeypatch.setattr("kit.handouts.export.to_pdf", lambda told: repr(told).encode())


def missing(what: str, install: str) -> NoReturn:
    """Skip for a lack of the machine, with the mend; in CI that is a failure instead."""
    message = f"{what} is not on this machine; install it with: {install}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
