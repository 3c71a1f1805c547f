"""What a page may send is checked once, at the door: every message is answered, and a refused one changes nothing."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typing_extensions import is_typeddict

from kit.errors import Fault, KitError, MachineError, PlanError
from kit.plan.plan import Plan
from kit.store.held import StaleError
from kit.store.store import open_store
from kit.store.workspace import Workspace
from kit.ui.bookshelf import messages as library
from kit.ui.bookshelf.keeper import Keeper
from kit.ui.bookshelf.page import Bookshelf
from kit.ui.caseload import messages as caseload
from kit.ui.followup import messages as followup
from kit.ui.followup.desk import Desk
from kit.ui.followup.page import FollowUp
from kit.ui.followup.sheet import cells
from kit.ui.page import Page
from kit.ui.planner import messages as planner
from kit.ui.planner.offers import FIRST_OFFER
from kit.ui.planner.page import Planner
from tests.ui.conftest import NOON, Desks, desk_on

RELOAD = "Reload the page."
# Every shape that JSON has, with what breaks programs: no number, halves of characters, control characters, wide numbers.
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([2**63, -(2**63) - 1, 10**400]),
    st.floats(),
    st.text(st.characters(), max_size=20),
    st.sampled_from(["", "\ud800", "\x00", "i1", "standing_itb_stretch", "2026-06-01", "9999-12-31", "mon", "left"]),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


TEXTS = st.text(st.characters(), max_size=20) | st.sampled_from(
    ["", "\ud800", "\x00", "i1", "bridge", "standing_itb_stretch", "2026-06-01", "9999-12-31", "tha_posterior"]
)
NUMBERS = st.integers(-2, 12) | st.integers() | st.sampled_from([2**31, 2**63, 10**400])
OF_KIND: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: NUMBERS,
    float: st.floats(),
    bool: st.booleans(),
    type(None): st.none(),
}


def of_kind(hint: Any) -> st.SearchStrategy[Any]:
    """Values of the kind that a field says, whether they make sense or not."""
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is list:
        return st.lists(of_kind(get_args(hint)[0]), max_size=8)
    if is_typeddict(hint):
        return st.fixed_dictionaries({name: of_kind(part) for name, part in get_type_hints(hint).items()})
    inside = get_args(hint)
    return st.one_of([of_kind(part) for part in inside]) if inside else OF_KIND[hint]


def near(union: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Wishes that are right or nearly right: now and then a field holds anything, is left out, or is one too many."""

    def of(kind: Any) -> st.SearchStrategy[dict[str, Any]]:
        hints = get_type_hints(kind)
        right = st.fixed_dictionaries({name: of_kind(hint) for name, hint in hints.items()})
        wrong = st.dictionaries(st.sampled_from(list(hints)) | st.text(max_size=5), JSON, max_size=1)
        gone = st.sampled_from(["", "", "", *hints])
        return st.builds(
            lambda right, wrong, gone: {k: v for k, v in {**right, **wrong}.items() if k != gone}, right, wrong, gone
        )

    return st.one_of([of(kind) for kind in get_args(union)])


def message(union: Any) -> st.SearchStrategy[Any]:
    return JSON | near(union)


class Told(list[Mapping[str, Any]]):
    """What a page sends to the browser, in place of a browser."""

    def __init__(self, page: Page[Any]) -> None:
        super().__init__()
        page.send = lambda content, buffers=None: self.append(content)


def number(content: Any) -> int | None:
    n = content.get("n") if isinstance(content, dict) else None
    return n if isinstance(n, int) and not isinstance(n, bool) else None


@pytest.fixture(scope="module")
def desk_page(tmp_path_factory: pytest.TempPathFactory) -> Planner:
    """A planner with the founding four, which all messages of a run are sent to."""
    desk = desk_on(tmp_path_factory.mktemp("planner"))
    desk.do({"do": "template", "template": FIRST_OFFER})
    desk.do({"do": "add_condition", "condition": "tha_posterior"})
    return Planner(desk)


@pytest.fixture(scope="module")
def shelf_page(tmp_path_factory: pytest.TempPathFactory) -> Bookshelf:
    return Bookshelf(Keeper(Workspace(tmp_path_factory.mktemp("library"))))


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What the pages put into the log as faults of their own."""

    def since() -> list[str]:
        found = [str(record.exc_info or record.getMessage()) for record in caplog.records]
        caplog.clear()
        return found

    caplog.set_level(logging.WARNING, "kit")
    return since


QUICK = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@QUICK
@given(content=message(planner.Wish))
@example(content={"do": "find_plans", "words": "\ud800\x00"})
@example(content={"do": "same_patient", "patient_code": "\ud800"})
@example(content={"do": "open", "code": "BCDFGHJK", "version": 2**63})
@example(content={"do": "undo", "n": True})
def test_every_message_to_the_planner_is_answered(
    desk_page: Planner, logged: Callable[[], list[str]], content: Any
) -> None:
    """Whatever comes: it is carried out, or refused in words and nothing of the store has changed; nothing is logged."""
    told, before = Told(desk_page), kept(desk_page)
    desk_page._heard(desk_page, content, [])
    assert told[-1] == {"answered": number(content)}
    assert logged() == []
    if any("refused" in one for one in told) and "made" not in told[0]:
        assert desk_page.notices
        assert all(notice["what"] and notice["where"] for notice in desk_page.notices)
        assert kept(desk_page) == before


def kept(page: Planner) -> Any:
    """What the store holds, as far as a message could change it."""
    store, plan = page._desk.store, page._desk.in_hand.plan
    return (
        plan,
        store.plans.count(),
        [(one.code, one.changed_at, one.draft, one.issued) for one in store.plans.recent("")],
    )


@QUICK
@given(content=message(library.Wish))
def test_every_message_to_the_library_is_answered(
    shelf_page: Bookshelf, logged: Callable[[], list[str]], content: Any
) -> None:
    """As to the planner; here a refused message leaves her folder as it is."""
    folder = shelf_page._keeper.workspace.exercises
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    told, one = Told(shelf_page), shelf_page.one
    shelf_page._heard(shelf_page, content, [])
    assert told[-1] == {"answered": number(content)}
    assert logged() == []
    if any("refused" in one for one in told):
        assert shelf_page.notices
        assert shelf_page.one == one
        assert (sorted(folder.iterdir()) if folder.is_dir() else []) == files


@pytest.fixture(scope="module")
def follow_page(tmp_path_factory: pytest.TempPathFactory, issued: Plan) -> FollowUp:
    """A follow-up with the founding four in hand."""
    folder = tmp_path_factory.mktemp("followup")
    store = open_store(folder, who="tester", now=lambda: NOON)
    store.versions.take_in(issued)
    desk = Desk(Workspace(folder), store, lambda: NOON.date(), "tester")
    desk.choose(issued.code)
    return FollowUp(desk)


@QUICK
@given(content=message(followup.Wish))
@example(content={"do": "bring_in", "names": ["\ud800"]})
@example(content={"do": "choose", "code": "\ud800\x00"})
@example(content={"do": "undo", "number": 2**63})
@example(content={"do": "show", "version": 7})
@example(content={"do": "type", "code": "x", "version": 1, "by": "\ud800", "typed": []})
def test_every_message_to_the_follow_up_is_answered(
    follow_page: FollowUp, logged: Callable[[], list[str]], content: Any
) -> None:
    """As to the planner; here a refused message leaves all diaries as they are."""
    store, told = follow_page._desk.store, Told(follow_page)
    before = store.diaries.files()
    follow_page._heard(follow_page, content, [])
    assert told[-1] == {"answered": number(content)}
    assert logged() == []
    if any("refused" in one for one in told):
        assert follow_page.notices
        assert store.diaries.files() == before


ANSWER = st.fixed_dictionaries(
    {
        "day": st.dates(dt.date(2026, 5, 31), dt.date(2026, 6, 2)).map(str) | TEXTS,
        "column": st.sampled_from(["status", "pain_worst", "note", "help_sign"]) | TEXTS,
        "text": st.sampled_from(["done", "3", "", "\ud800\x00", "×"]) | TEXTS,
        "was": st.sampled_from(["", "done", "3"]),
        "item_id": st.sampled_from(["", "i1", "i2"]) | TEXTS,
        "side": st.sampled_from(["", "left", "both"]),
        "slot": st.integers(1, 2),
    }
)


@QUICK
@given(typed=st.lists(ANSWER, max_size=3))
def test_whatever_is_typed_is_kept_or_refused(
    follow_page: FollowUp, logged: Callable[[], list[str]], issued: Plan, typed: list[dict[str, Any]]
) -> None:
    """Never half of a message, and never a fault of the kit's own; what was kept stands in the sheet that is shown."""
    store, told = follow_page._desk.store, Told(follow_page)
    follow_page._heard(follow_page, {"do": "choose", "code": issued.code}, [])
    before = [row.values for row in store.diaries.rows(issued.code)]
    wish = {"do": "type", "code": issued.code, "version": 1, "by": "A. Physio", "typed": typed}
    follow_page._heard(follow_page, wish, [])
    assert logged() == []
    if any("refused" in one for one in told):
        assert [row.values for row in store.diaries.rows(issued.code)] == before
    assert follow_page.cells == cells(store, issued.code, 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, ["the page sent a message that asks for nothing."]),
        ([], ["the page sent a message that asks for nothing."]),
        ({}, ["the page sent a message that asks for nothing."]),
        ({"do": ["undo"]}, ["the page sent a message that asks for nothing."]),
        ({"do": "dance"}, ["“dance” is nothing it can do."]),
        ({"do": "adjust", "field": "hold_s", "value": 1}, ["the page sent “adjust” without item_id."]),
        (
            {"do": "move", "item_id": 3, "to": "up"},
            [
                "the page sent “move” with item_id 3: it must be text.",
                "the page sent “move” with to “up”: it must be a whole number.",
            ],
        ),
        ({"do": "undo", "twice": True}, ["the page sent “undo” with “twice”, which is no part of it."]),
        (
            {"do": "resolve", "choice": "ours"},
            ["the page sent “resolve” with choice “ours”: it must be one of 'theirs', 'mine' or 'copy'."],
        ),
        (
            {"do": "adjust", "item_id": "i1", "field": "hold_s", "value": []},
            ["the page sent “adjust” with value a list: it must be a number or text."],
        ),
        (
            {"do": "report", "field": "setting", "value": None},
            ["the page sent “report” with value an empty value: it must be text."],
        ),
        (
            {"do": "undo", "n": "first"},
            ["the page sent “undo” with n “first”: it must be a whole number."],
        ),
    ],
)
def test_an_ill_formed_wish_is_told_in_plain_words(content: Any, said: list[str]) -> None:
    """Value, rule and mend; all that is wrong with one message at once."""
    with pytest.raises(PlanError) as refused:
        planner.WISHES.read(content)
    faults = refused.value.faults
    assert [fault.what for fault in faults] == said
    assert {(fault.where, fault.mend) for fault in faults} == {("planner", RELOAD)}


@pytest.mark.parametrize(
    "union",
    [planner.Wish, library.Wish, followup.Wish, caseload.Wish],
    ids=["planner", "library", "follow-up", "caseload"],
)
def test_each_wish_is_told_apart_by_its_do(union: Any) -> None:
    """No two kinds of wish answer to one name, and each numbers itself by `n`."""
    names = [do for kind in get_args(union) for do in get_args(get_type_hints(kind)["do"])]
    assert len(set(names)) == len(names)
    assert all("n" in get_type_hints(kind) for kind in get_args(union))


def test_a_fault_of_the_kits_own_is_told_and_logged(
    desks: Desks, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page says that it was the kit's, and is answered; the traceback goes to the log alone."""
    page = Planner(desks())
    told = Told(page)
    monkeypatch.setattr(page._desk, "do", lambda wish: 1 / 0)
    page._heard(page, {"do": "blank", "n": 7}, [])
    assert page.notices == [
        {
            "where": "planner",
            "what": "a fault in the kit stopped this. Your plan is as it was.",
            "mend": "Reload the page; report it.",
            "of": "blank",
            "n": None,
        }
    ]
    assert told == [{"refused": True, "of": "blank", "about": ""}, {"answered": 7}]
    assert [record.getMessage() for record in caplog.records] == ["planner: blank"]
    assert "ZeroDivisionError" in caplog.text


def test_a_refusal_is_told_again_when_it_comes_again(tmp_path: Path) -> None:
    """The page may have taken the first one away: the list goes empty in between, so that the page sees a change."""
    page = Bookshelf(Keeper(Workspace(tmp_path)))
    seen: list[int] = []
    page.observe(lambda change: seen.append(len(change["new"])), "notices")
    for _ in range(2):
        page._heard(page, {"do": "show", "id": "nobody"}, [])
    assert seen == [1, 0, 1]


def test_what_is_open_in_a_message_is_told_by_the_plan_itself(desks: Desks) -> None:
    """A number that a person may have typed is refused in the plan's own words, and not as a fault of the page."""
    desk = desks()
    desk.do({"do": "template", "template": FIRST_OFFER})
    with pytest.raises(KitError, match=r"hold_s: 30\.5 is not a whole number\."):
        desk.do({"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 30.5})


def test_a_version_beyond_all_numbers_is_refused(desks: Desks) -> None:
    """No database is asked for it, also where the plan is there."""
    page = Planner(desks())
    page._heard(page, {"do": "blank"}, [])
    page._heard(page, {"do": "open", "code": page._desk.held().code, "version": 2**63}, [])
    assert [notice["what"] for notice in page.notices] == [
        "the page sent “open” with version 9223372036854775808: it must be 1000000 or less."
    ]


def test_what_is_told_at_its_field_is_the_fault_of_what_was_typed(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused value names the number of its wish; another window's edit and a fault of the machine name none."""
    page = Planner(desks())
    page._heard(page, {"do": "blank"}, [])
    page._heard(page, {"do": "describe", "field": "start", "value": "0026-06-01", "n": 7}, [])
    assert [notice["n"] for notice in page.notices] == [7]
    for error in (StaleError(Fault("plan", "is newer.", "")), MachineError(Fault("disk", "is full.", ""))):
        monkeypatch.setattr(page._desk, "do", Mock(side_effect=error))
        page._heard(page, {"do": "blank", "n": 8}, [])
        assert [notice["n"] for notice in page.notices] == [None]
