"""The caseload without its page: what it shows, as of which day, and of whom where there is nobody."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.followup.caseload_rules import caseload_rules
from kit.library.library import Library
from kit.places import notebooks_dir
from kit.plan.plan import Plan
from kit.samples.kept import NOTICE
from kit.store.place import FILE, VARIABLE
from kit.store.store import Store, open_store
from kit.ui.caseload.desk import Desk
from kit.ui.caseload.page import CaseloadPage, caseload
from kit.ui.planner.closed import Closed
from tests.store.diary_files import diary, other_plan, row

NOON = dt.datetime(2026, 6, 20, 12, tzinfo=dt.UTC)
TODAY = dt.date(2026, 6, 20)
Ask = Callable[..., list[Mapping[str, Any]]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, issued: Plan, library: Library) -> Iterator[Store]:
    """The founding four with one day of a diary and a sign for help in it; another plan without one."""
    folder = tmp_path_factory.mktemp("caseload")
    made = open_store(folder, who="tester", now=lambda: NOON)
    made.versions.take_in(issued)
    made.versions.take_in(other_plan(library, "P-002", "P-002"))
    made.diaries.bring_in(diary(folder / "d.csv", [row(issued, status="done", help_sign="<b>calf</b>")]))
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(store: Store) -> CaseloadPage:
    return CaseloadPage(Desk(store, lambda: TODAY))


def ask(page: CaseloadPage, content: object) -> list[Mapping[str, Any]]:
    """Sends a message as the browser does; gives what the kernel sent back beside the view."""
    told: list[Mapping[str, Any]] = []
    page.send = lambda content, buffers=None: told.append(content)
    page._heard(page, content, [])
    return told


def test_what_it_shows(page: CaseloadPage, issued: Plan) -> None:
    """The cases in their order, each reason with its rows, the two weeks in words and as shares, the note."""
    ask(page, {"do": "today"})
    view = page.view
    first, second = view["cases"]
    assert (view["as_of"], view["today"], view["band"], view["note"]) == (
        "2026-06-20",
        "2026-06-20",
        "",
        caseload_rules().note,
    )
    assert (first["code"], first["place"], first["signs"], first["last_day"]) == (issued.code, 0, 1, "2026-06-01")
    assert first["reasons"][0]["rows"] == [{"day": "2026-06-01", "slot": 1, "logged": True}]
    assert first["now"] == {"said": "nothing logged, 6 due", "done": 0.0, "missing": 1.0}
    assert (second["plan_id"], second["place"], second["last_day"], second["overdue"]) == ("P-002", 1, "", True)
    assert [case["weight"] for case in view["cases"]] == [
        sum(reason["weight"] for reason in case["reasons"]) for case in view["cases"]
    ]
    json.dumps(view)


def test_another_day(page: CaseloadPage) -> None:
    """What was known then; today again after that; what is no day is told, and the list stays."""
    assert ask(page, {"do": "as_of", "day": "2026-06-03", "n": 1}) == [{"answered": 1}]
    assert (page.view["as_of"], page.view["today"]) == ("2026-06-03", "2026-06-20")
    assert [case["overdue"] for case in page.view["cases"]] == [False, False]
    before = page.view
    for wrong, said in (("tomorrow", "'tomorrow' is no day."), ("0026-06-01", "the year 0026 cannot be right.")):
        assert {"refused": True, "of": "as_of", "about": ""} in ask(page, {"do": "as_of", "day": wrong})
        assert page.notices[0]["what"].startswith(said)
        assert page.view == before
    ask(page, {"do": "today"})
    assert (page.view["as_of"], page.notices) == ("2026-06-20", [])


@given(
    content=st.fixed_dictionaries({"do": st.sampled_from(["as_of", "today", "x"]), "day": st.text() | st.integers()})
)
def test_every_message_is_answered(page: CaseloadPage, content: dict[str, Any]) -> None:
    """With the list, or with what is wrong."""
    told = ask(page, content)
    assert told[-1] == {"answered": None}
    assert any("refused" in one for one in told) == bool(page.notices)


def test_an_empty_clinic_shows_synthetic_patients(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said to be so, and nothing of them goes into the clinic's own store."""
    monkeypatch.delenv(VARIABLE, raising=False)
    page = caseload(tmp_path)
    assert isinstance(page, CaseloadPage)
    assert page.view["band"] == NOTICE
    assert len(page.view["cases"]) > 6
    page._desk.store.close()
    store = open_store(tmp_path, who="tester", now=lambda: NOON)
    assert store.plans.count() == 0
    store.close()


def test_a_store_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / FILE).write_bytes(b"no database")
    assert isinstance(caseload(tmp_path), Closed)


def test_the_notebook_is_a_page_with_one_line() -> None:
    """No code but the call, and the mark by which it opens as a page."""
    notebook = json.loads((notebooks_dir() / "caseload.ipynb").read_text(encoding="utf-8"))
    line, cell = notebook["cells"]
    assert line["cell_type"] == "markdown"  # how to run it, where it does not run by itself
    assert "".join(cell["source"]) == "import kit\n\nkit.caseload()"
    assert notebook["metadata"]["homestretch"] == {"app": True}
    assert cell["outputs"] == []
