"""What another window did to the plan in hand is seen by one that lies idle."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from kit.ui.planner.page import Planner
from tests.ui.conftest import Desks, asked, work_of


def look(page: Planner) -> list[dict[str, Any]]:
    """What a look sends to the page, its answer left out."""
    told: list[dict[str, Any]] = []
    with patch.object(page, "send", lambda content, buffers=None: told.append(content)):
        page._heard(page, {"do": "look", "n": 3}, [])
    return [message for message in told if "answered" not in message]


def test_an_idle_window_is_told_once_what_another_one_did(desks: Desks) -> None:
    """Where nothing happened, nothing is sent; a change is shown and said in words; the next edit rests on it."""
    here, there = desks(), desks()
    asked(here, {"do": "template", "template": "knee-glute-stretches"})
    page = Planner(here)
    assert look(page) == []
    code = here.held().code
    asked(there, {"do": "open", "code": code, "version": 1})
    asked(there, {"do": "adjust", "item_id": "i1", "field": "reps", "value": 7})
    (message,) = look(page)
    assert message["rest"]
    assert work_of(here)["plan"]["items"][0]["dose"]["reps"] == 7
    (notice,) = page.notices
    assert notice["what"].startswith("was changed in another window: ")
    assert "7" in notice["what"]
    assert look(page) == []
    asked(here, {"do": "adjust", "item_id": "i1", "field": "reps", "value": 8})
    assert (here.held().items[0].dose.reps, work_of(here)["conflict"]) == (8, None)


def test_a_look_takes_no_choice_away(desks: Desks) -> None:
    """While two edits stand against each other, and where no plan is in hand, nothing is looked for."""
    here, there = desks(), desks()
    page = Planner(here)
    assert look(page) == []
    asked(here, {"do": "template", "template": "knee-glute-stretches"})
    asked(there, {"do": "open", "code": here.held().code, "version": 1})
    asked(there, {"do": "adjust", "item_id": "i1", "field": "reps", "value": 7})
    asked(here, {"do": "adjust", "item_id": "i1", "field": "reps", "value": 8})
    assert work_of(here)["conflict"] is not None
    assert look(page) == []
    assert work_of(here)["conflict"] is not None


def test_a_version_issued_elsewhere_is_a_draft_no_more(desks: Desks) -> None:
    here, there = desks(), desks()
    asked(here, {"do": "template", "template": "knee-glute-stretches"})
    asked(here, {"do": "screened", "done": True})
    asked(here, {"do": "describe", "field": "review_on", "value": "2026-06-15"})
    page = Planner(here)
    asked(there, {"do": "open", "code": here.held().code, "version": 1})
    asked(there, {"do": "issue", "by": "A. Physio"})
    assert look(page)
    assert not work_of(here)["plan"]["draft"]
