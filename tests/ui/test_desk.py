"""The desk: wishes of the page become plans, refusals change nothing."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from kit.errors import ContentError, OverwriteError, PlanError
from kit.store.workspace import Workspace
from kit.ui.desk import FIRST_OFFER, Desk
from kit.ui.planner import Planner

TODAY = dt.date(2026, 6, 1)


def started(desk: Desk) -> Desk:
    desk.do({"do": "template", "template": FIRST_OFFER})
    return desk


def test_it_opens_empty_with_the_founding_four_first(desk: Desk) -> None:
    view = desk.view()
    assert view["plan"] is None
    assert view["offers"][0]["id"] == FIRST_OFFER
    assert view["offers"][0]["about"] == "4 exercises · 11 min 20 s"


def test_the_template_takes_11_min_20_s(desk: Desk) -> None:
    plan = started(desk).view()["plan"]
    assert (plan["total"], plan["total_s"]) == ("11 min 20 s", 680)
    assert sum(step["end"] - step["start"] for step in plan["steps"]) == 680
    assert plan["items"][0]["sentences"] == "Hold 30 seconds. Do it 2 times on each side. Once a day."


def test_typing_into_one_field_is_one_step_back(desk: Desk) -> None:
    started(desk)
    for value in (4, 45):
        desk.do({"do": "adjust", "item_id": "i1", "field": "hold_s", "value": value})
    desk.do({"do": "undo"})
    assert desk.held().item("i1").dose.hold_s == 30
    desk.do({"do": "redo"})
    assert desk.held().item("i1").dose.hold_s == 45


@pytest.mark.parametrize(
    "wish",
    [
        {"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 301},
        {"do": "adjust", "item_id": "i9", "field": "hold_s", "value": 30},
        {"do": "schedule", "item_id": "i1", "weekdays": [], "days_a_week": None, "times_a_day": 1},
        {"do": "describe", "field": "start", "value": "tomorrow"},
        {"do": "describe", "field": "plan_id", "value": "../x"},
        {"do": "issue", "by": ""},
        {"do": "open", "plan_id": "P-404", "version": 1},
        {"do": "dance"},
    ],
)
def test_a_refused_wish_changes_nothing(desk: Desk, wish: dict[str, object]) -> None:
    before = started(desk).view()
    with pytest.raises(ContentError):
        desk.do(wish)
    assert desk.view() == before


def test_from_draft_to_the_next_version(desk: Desk) -> None:
    started(desk).do({"do": "screened", "done": True})
    desk.do({"do": "issue", "by": "A. Physio"})
    assert desk.view()["saved"]
    with pytest.raises(PlanError):
        desk.do({"do": "remove", "item_id": "i1"})
    desk.do({"do": "new_version", "start": "2026-06-15"})
    desk.do({"do": "save"})
    kept = [(k["plan_id"], k["version"], k["draft"]) for k in desk.view()["kept"]]
    assert kept == [("P-001", 1, False), ("P-001", 2, True)]
    desk.do({"do": "open", "plan_id": "P-001", "version": 1})
    assert not desk.held().is_draft


def test_a_plan_id_already_kept_is_not_offered_again(desk: Desk) -> None:
    started(desk).do({"do": "save"})
    desk.do({"do": "blank"})
    assert desk.held().plan_id == "P-002"


def test_a_broken_file_of_hers_is_told_and_the_planner_opens(tmp_path: Path) -> None:
    (tmp_path / "clinic.toml").write_text("paper = 'a7'\n", encoding="utf-8")
    desk = Desk(Workspace(tmp_path), TODAY)
    assert "clinic.toml" in desk.notices[0].where
    assert started(desk).view()["plan"]["total_s"] == 680


def test_opening_writes_nothing(tmp_path: Path) -> None:
    Planner(Desk(Workspace(tmp_path), TODAY))
    assert list(tmp_path.iterdir()) == []


def test_what_is_slow_to_load_is_not_loaded() -> None:
    code = "import sys, kit.ui.planner; print({'pandas', 'matplotlib', 'typst', 'babel'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_another_patients_draft_of_the_same_id_is_not_replaced(tmp_path: Path) -> None:
    """A plan that takes the id of one that is kept is refused, and the kept one stays; its own copy is replaced."""
    first, second = (Desk(Workspace(tmp_path), TODAY) for _ in range(2))
    for desk, patient in ((first, "AAA"), (second, "BBB")):
        desk.do({"do": "blank"})
        desk.do({"do": "describe", "field": "patient", "value": patient})
    first.do({"do": "save"})
    first.do({"do": "save"})
    with pytest.raises(OverwriteError, match="is taken by another plan"):
        second.do({"do": "save"})
    assert Workspace(tmp_path).load("P-001").patient == "AAA"
