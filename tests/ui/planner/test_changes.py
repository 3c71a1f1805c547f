"""The planner's quick way of showing a change: what the page has is what a new page would be given."""

from __future__ import annotations

import asyncio
import copy
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import Fault, KitError
from kit.plan.resolved import resolve
from kit.ui.planner.desk import Desk
from kit.ui.planner.offers import FIRST_OFFER
from kit.ui.planner.page import _PAUSE_S, Planner
from kit.ui.planner.rows import Rows
from kit.ui.planner.shown import ItemShown, View
from kit.ui.planner.view import plan_view
from tests.ui.conftest import Desks, asked, desk_on
from tests.ui.test_changed import after

EXERCISES = ["bridge", "clamshell", "bird_dog", "bridge", "supine_figure4_stretch"]


class Window:
    """What a page holds that is told of changes alone."""

    def __init__(self, page: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
        self.page, self.view, self.turns = page, copy.deepcopy(page.view), 0
        self.sizes: list[int] = []
        self.rests: list[bool] = []
        monkeypatch.setattr(page, "send", self._hear)

    def _hear(self, message: dict[str, Any], buffers: object = None) -> None:
        if "changed" in message:
            self.turns += 1
            assert message["turn"] == self.turns
            self.view = after(self.view, copy.deepcopy(message["changed"]))
            self.sizes.append(len(str(message["changed"])))
            self.rests.append(message["rest"])

    def ask(self, **wish: Any) -> None:
        self.page._heard(self.page, wish, [])


def some_wish(desk: Desk, chance: Random) -> dict[str, Any]:
    """An edit of any kind that the rows rest on."""
    items = desk.in_hand.plan.items if desk.in_hand.plan else ()
    item_id = chance.choice(items).item_id if items else "i1"
    number = chance.randint(1, 9)
    return chance.choice(
        [
            {"do": "add", "exercise_id": chance.choice(EXERCISES), "again": True},
            {"do": "adjust", "item_id": item_id, "field": "sets", "value": number},
            {"do": "adjust", "item_id": item_id, "field": "hold_s", "value": 5 * number},
            {"do": "adjust", "item_id": item_id, "field": "sides", "value": chance.choice(["left", "each"])},
            {"do": "adjust", "item_id": item_id, "field": "note", "value": f"Note {number}"},
            {"do": "schedule", "item_id": item_id, "weekdays": ["mon"], "days_a_week": None, "times_a_day": 1},
            {"do": "move", "item_id": item_id, "to": chance.randint(0, 5)},
            {"do": "remove", "item_id": item_id},
            {"do": "swap", "item_id": item_id, "exercise_id": chance.choice(EXERCISES)},
            {"do": "describe", "field": "rest_ex_s", "value": 10 * number},
            {"do": "patient", "field": "age", "value": 60 + 3 * number},
            {"do": "patient", "field": "support", "value": chance.choice([True, False, None])},
            {"do": "patient", "field": "side", "value": chance.choice(["left", "right", "both", None])},
            {"do": "patient", "field": "minutes_a_day", "value": 5 * number},
            {"do": "not_there", "name": "band", "on": chance.choice([True, False])},
            {"do": "flag", "name": "Septic joint", "present": chance.choice([True, False])},
            {"do": "screened", "done": chance.choice([True, False])},
            {"do": "usual_dose", "item_id": item_id, "on": chance.choice([True, False])},
            {"do": "undo"},
            {"do": "redo"},
            {"do": "order"},
        ]
    )


@settings(max_examples=12)
@given(st.integers(min_value=0))
def test_what_the_page_holds_is_what_a_new_one_is_given(seed: int) -> None:
    """After any edits the changes put together, the state for a page that opens, and the view made from nothing by
    another desk on the same store are one."""
    chance = Random(seed)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        desk = desk_on(Path(folder))
        desk.do({"do": "template", "template": FIRST_OFFER})
        window = Window(Planner(desk), monkeypatch)
        for _ in range(8):
            window.ask(**some_wish(desk, chance))
            plan = desk.held()
            plainly = plan_view(resolve(plan, desk.library), Rows(desk.words))
            assert window.view["plan"] == plainly
        other = desk_on(Path(folder))
        other.do({"do": "open", "code": desk.held().code, "version": 1})
        fresh = other.view()
        assert window.view == window.page.view == desk.view()
        assert {**window.view, "undo": 0, "redo": 0} == {**fresh, "undo": 0, "redo": 0}
        window.ask(do="whole")
        assert window.view == desk.view()
        desk.store.close()
        other.store.close()


def test_a_key_shows_the_time_first_and_no_more_than_changed(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a plan of many exercises one changed number tells one row and the time; what rests on it comes after."""
    desk = desks()
    for n in range(20):
        desk.do({"do": "add", "exercise_id": EXERCISES[n % 3], "again": True})
    window = Window(Planner(desk), monkeypatch)
    window.ask(do="adjust", item_id="i3", field="sets", value=7)
    assert len(window.sizes) == 2
    assert max(window.sizes) < len(str(window.page.view)) / 4
    rows = rows_of(window.page)
    window.ask(do="adjust", item_id="i4", field="reps", value=7)
    made = [n for n, (one, two) in enumerate(zip(rows, rows_of(window.page), strict=True)) if one is not two]
    assert made == [3]


def rows_of(page: Planner) -> list[ItemShown]:
    """The rows that a page shows."""
    assert page.view["plan"]
    return page.view["plan"]["items"]


def test_the_review_comes_after_the_answer(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a kernel the time of a session does not wait for what rests on it; that comes by itself, once for several."""
    desk = desks()
    desk.do({"do": "template", "template": FIRST_OFFER})
    window = Window(Planner(desk), monkeypatch)

    async def keys() -> int:
        for sets in (7, 8):
            window.ask(do="adjust", item_id="i1", field="sets", value=sets)
        at_once = window.turns
        await asyncio.sleep(5 * _PAUSE_S)
        return at_once

    assert asyncio.run(keys()) == 2
    assert window.rests == [False, False, True]
    assert window.view == desk.view()


@settings(max_examples=12)
@given(st.integers(min_value=0))
def test_what_is_said_is_in_the_answer(seed: int) -> None:
    """A field never shows, not even until the review comes, what stood there before the wish that changed it: the view
    that answers a wish holds all that she can say, and what comes after it holds only what rests on that."""
    chance = Random(seed)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        desk = desk_on(Path(folder))
        desk.do({"do": "template", "template": FIRST_OFFER})
        window = Window(Planner(desk), monkeypatch)

        async def ask() -> None:
            for _ in range(8):
                window.ask(**some_wish(desk, chance))
                said = desk.said()
                view = cast(dict[str, Any], window.view)
                told = {part: view[part] for part in said}
                assert {**told, "plan": {part: told["plan"][part] for part in said["plan"]}} == said

        asyncio.run(ask())
        desk.store.close()


def test_a_refusal_is_told_before_the_page_is_drawn_anew(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the last edit has left to show comes after it: a field keeps what was typed once it is told."""
    desk = desks()
    desk.do({"do": "template", "template": FIRST_OFFER})
    page = Planner(desk)
    heard: list[str] = []
    page.observe(lambda change: heard.extend(["told"] * len(change["new"])), "notices")
    monkeypatch.setattr(page, "send", lambda message, buffers=None: heard.append(next(iter(message))))

    async def keys() -> None:
        page._heard(page, {"do": "adjust", "item_id": "i1", "field": "sets", "value": 7}, [])
        page._heard(page, {"do": "adjust", "item_id": "i1", "field": "sets", "value": -7}, [])

    asyncio.run(keys())
    assert heard == ["changed", "answered", "told", "changed", "refused", "answered"]


@pytest.mark.parametrize(
    ("hinders", "said"),
    [(KitError(Fault("store", "is closed.", "Open it.")), "is closed."), (ZeroDivisionError(), Planner._ours.what)],
)
def test_what_hinders_the_review_is_told(
    desks: Desks, monkeypatch: pytest.MonkeyPatch, hinders: Exception, said: str
) -> None:
    """No wish waits for what rests on the rows: where it cannot be shown the page says so, beside what it said."""
    desk = desks()
    desk.do({"do": "template", "template": FIRST_OFFER})
    page = Planner(desk)
    page.notices = [{"where": "plan", "what": "was told.", "mend": "", "of": "open", "n": None}]

    def fails() -> View:
        raise hinders

    monkeypatch.setattr(desk, "view", fails)
    page._show_rest()
    assert [(one["what"], one["n"]) for one in page.notices] == [("was told.", None), (said, None)]


def test_what_is_issued_is_shown_at_once(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page prints what it is shown then: nothing that the last edit left to show makes it another thing."""
    desk = desks()
    desk.do({"do": "template", "template": FIRST_OFFER})
    window = Window(Planner(desk), monkeypatch)
    asked(desk, {"do": "screened", "done": True})

    async def issue() -> View:
        window.ask(do="adjust", item_id="i1", field="sets", value=2)
        window.ask(do="issue", by="A. Physio")
        shown = copy.deepcopy(window.view)
        await asyncio.sleep(5 * _PAUSE_S)
        return shown

    shown = asyncio.run(issue())
    assert shown["plan"]
    assert not shown["plan"]["draft"]
    assert shown == window.view == desk.view()
