"""`kit caseload`: the list that the page shows, in plain lines and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kit.followup.caseload_rules import caseload_rules
from kit.plan.plan import Plan
from kit.samples.kept import NOTICE, sample_workspace
from kit.store.place import VARIABLE
from kit.store.store import open_store
from tests.conftest import Kit
from tests.store.diary_files import diary, row

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def clinic(tmp_path: Path, issued: Plan, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose store has the founding four, issued, and one row of its diary."""
    monkeypatch.delenv(VARIABLE, raising=False)
    store = open_store(tmp_path / "clinic", who="tester", now=lambda: NOON)
    store.versions.take_in(issued)
    store.diaries.bring_in(diary(tmp_path / "d.csv", [row(issued, status="done", help_sign="calf hot")]))
    store.close()
    return tmp_path / "clinic"


def test_reasons_stand_below_each_patient(kit: Kit, clinic: Path, issued: Plan) -> None:
    """With the rule's source, the last two weeks, and what the order is worth; no number without its reason."""
    code, out, err = kit("caseload", "--workspace", clinic, "--as-of", "2026-06-03")
    assert (code, err) == (0, "")
    assert out == (
        "3 June 2026: 1 plan, 1 with a reason to call.\n"
        f"P-001 · code {issued.code}, version 1\n"
        "  A sign that asks for help: Same day: on the patient's sheet this is a sign to get help today. "
        "Call the patient at once. The patient wrote: “calf hot” (on 1 June 2026). "
        "Nobody has signed that it was dealt with. [design choice (D)]\n"
        "  Last 7 days: 1 of 2 done, 1 not logged. The 7 before: nothing was due.\n"
        f"{caseload_rules().note}\n"
    )


def test_json_has_the_same_cases(kit: Kit, clinic: Path, issued: Plan) -> None:
    """With each reason's rows, and the weights as what they are."""
    code, out, _ = kit("caseload", "--workspace", clinic, "--as-of", "2026-06-03", "--json")
    told = json.loads(out)
    (case,) = told["cases"]
    assert (code, told["as_of"], told["synthetic"], told["faults"]) == (0, "2026-06-03", False, [])
    assert told["note"] == caseload_rules().note
    assert (case["plan_code"], case["signs"]) == (issued.code, 1)
    assert case["reasons"][0]["rows"] == [{"date": "2026-06-01", "slot": 1, "session": 0}]
    assert case["weight"] == sum(reason["weight"] for reason in case["reasons"])


def test_synthetic_patients_are_said_to_be(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    sample_workspace(tmp_path / "sample", lambda: NOON, 2, 1)
    assert kit("caseload", "--workspace", tmp_path / "sample", "--as-of", "2026-06-01")[1].startswith(f"{NOTICE}\n")


def test_a_folder_without_a_store_is_told(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "none").mkdir()
    code, out, err = kit("caseload", "--workspace", tmp_path / "none")
    assert (code, out) == (1, "")
    assert err.endswith("is not there. Name the folder that you open with kit lab: --workspace clinic.\n")
