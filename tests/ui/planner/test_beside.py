"""What takes a moment is made beside all else: no wish waits for it, and what hinders it is told."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from kit.errors import Fault, PlanError
from kit.ui.planner.page import Planner
from tests.ui.conftest import asked as asked_of
from tests.ui.conftest import desk_on, work_of

FORM: dict[str, Any] = {"name": "", "paper": "", "palette": "day", "large": False}
FLAG = {"do": "flag", "name": "Septic joint", "present": True}
LONG = {
    "made": {"do": "export", **FORM},
    "pages": {"do": "preview", "turn": 1, **FORM},
    "played": {"do": "play"},
    "mends": {"do": "mends", "key": ""},
}


@pytest.fixture
def page(tmp_path: Path) -> Planner:
    page = Planner(desk_on(tmp_path))
    page._heard(page, {"do": "template", "template": "knee-glute-stretches"}, [])
    page._heard(page, FLAG, [])
    return page


@contextlib.contextmanager
def told_by(page: Planner) -> Iterator[list[dict[str, Any]]]:
    """The messages that the page sends to the browser."""
    told: list[dict[str, Any]] = []
    with patch.object(page, "send", lambda content, buffers=None: told.append(content)):
        yield told


def asked(
    page: Planner, wish: dict[str, Any], come: Callable[[list[dict[str, Any]]], bool]
) -> tuple[list[str], list[str]]:
    """Send a wish as a browser does, in a running loop: what was told when it was answered, and what in the end."""

    async def ask() -> tuple[list[str], list[str]]:
        with told_by(page) as told:
            page._heard(page, {**wish, "n": 7}, [])
            first = [key for message in told for key in message]
            while not come(told):
                await asyncio.sleep(0)
            return first, [key for message in told for key in message]

    return asyncio.run(ask())


@pytest.mark.parametrize("brought", LONG)
def test_it_is_answered_before_it_is_made(page: Planner, brought: str) -> None:
    wish = dict(LONG[brought])
    if brought == "mends":
        wish["key"] = work_of(page._desk)["review"]["findings"][0]["key"]
    first, all_told = asked(page, wish, lambda told: any(brought in message for message in told))
    assert first == ["answered"]
    assert all_told.count(brought) == all_told.count("answered") == 1


@pytest.mark.parametrize(
    ("hindrance", "what"),
    [
        (PlanError(Fault("plan", "it is broken.", "Mend it.")), "it is broken."),
        (RuntimeError("no word for people"), "a fault in the kit stopped this. Your plan is as it was."),
    ],
)
def test_what_hinders_it_is_told(page: Planner, hindrance: Exception, what: str) -> None:
    with patch("kit.handouts.export.files", side_effect=hindrance):
        first, all_told = asked(page, LONG["made"], lambda told: any("refused" in message for message in told))
    assert first == ["answered"]
    assert "made" not in all_told
    assert [(notice["what"], notice["of"], notice["n"]) for notice in page.notices] == [(what, "export", None)]


def test_a_refused_make_says_of_whose_plan_it_was(page: Planner) -> None:
    """She is at another patient by then: the browser can tell it from a refusal of what is being made there."""
    first = page._desk.held()

    async def ask() -> list[dict[str, Any]]:
        with told_by(page) as told:
            page._heard(page, LONG["made"], [])
            page._heard(page, {"do": "blank"}, [])
            while not any(message.get("of") == "export" for message in told):
                await asyncio.sleep(0)
            return told

    with patch("kit.handouts.export.files", side_effect=PlanError(Fault("plan", "it is broken.", "Mend it."))):
        told = asyncio.run(ask())
    assert page._desk.held().code != first.code
    assert [message["about"] for message in told if message.get("of") == "export"] == [f"{first.code} {first.version}"]
    (notice,) = page.notices
    assert (notice["where"], notice["what"]) == (f"handout of {first.plan_id}, plan", "it is broken.")


@pytest.mark.parametrize("brought", ["made", "played", "mends"])
def test_what_comes_says_of_whose_plan_it_is(page: Planner, brought: str) -> None:
    """She is at another patient by then, whose page takes nothing of the first one's."""
    first, wish = page._desk.held(), dict(LONG[brought])
    if brought == "mends":
        wish["key"] = work_of(page._desk)["review"]["findings"][0]["key"]

    async def ask() -> Any:
        with told_by(page) as told:
            page._heard(page, wish, [])
            page._heard(page, {"do": "blank"}, [])
            while not (come := [message for message in told if brought in message]):
                await asyncio.sleep(0)
            return come[0] if brought == "made" else come[0][brought]

    come = asyncio.run(ask())
    assert page._desk.held().code != first.code
    assert come["code"] == first.code
    if brought == "played":
        assert first.code in come["html"]


def test_a_refusal_says_of_what_it_is(page: Planner) -> None:
    """The panel that waits for a handout goes on waiting where something else was refused meanwhile."""
    with told_by(page) as told:
        page._heard(page, {"do": "remove", "item_id": "i99"}, [])
        page._heard(page, {"do": "no wish of this page"}, [])
    assert [message["of"] for message in told if message.get("refused")] == ["remove", "no wish of this page"]


def test_what_was_made_is_kept_as_what_it_was_made_of(page: Planner) -> None:
    """An exercise that goes while the sheet is made: the sheet that is kept is of the plan that was asked for."""
    plan = page._desk.held()

    async def ask() -> None:
        with told_by(page) as told:
            page._heard(page, LONG["made"], [])
            page._heard(page, {"do": "remove", "item_id": plan.items[0].item_id}, [])
            while not any("made" in message for message in told):
                await asyncio.sleep(0)

    asyncio.run(ask())
    folder = page._desk.workspace.handout_folder(plan)
    assert len((folder / "patient" / "handout.csv").read_text(encoding="utf-8-sig").splitlines()) == 1 + len(plan.items)
    assert len(page._desk.held().items) == len(plan.items) - 1


def test_a_version_that_was_replaced_elsewhere_is_not_printed_unawares(page: Planner, tmp_path: Path) -> None:
    """The page says so first; asked once more, it prints what the clinician means."""
    for wish in ({"do": "flag", "name": "Septic joint", "present": False}, {"do": "screened", "done": True}):
        page._heard(page, wish, [])
    page._heard(page, {"do": "issue", "by": "A. Physio"}, [])
    plan = page._desk.held()
    other = desk_on(tmp_path)
    asked_of(other, {"do": "open", "code": plan.code, "version": 1})
    asked_of(other, {"do": "new_version", "start": plan.start.isoformat(), "reason": "Wrong dose"})
    asked_of(other, {"do": "adjust", "item_id": plan.items[0].item_id, "field": "sets", "value": 2})
    asked_of(other, {"do": "screened", "done": True})
    asked_of(other, {"do": "issue", "by": "A. Physio"})
    with told_by(page) as told:
        page._heard(page, LONG["made"], [])
    assert not any("made" in message for message in told)
    assert [notice["what"] for notice in page.notices] == [
        "is no longer in force: version 2 was issued in another window."
    ]
    with told_by(page) as told:
        page._heard(page, LONG["made"], [])
    assert any("made" in message for message in told)
    other.store.close()
