"""The library panel: what a search shows, an exercise in full, and one that a clinician has still to complete."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.errors import PlanError
from kit.places import data_dir
from kit.ui.planner.desk import Desk
from kit.ui.planner.page import Planner
from kit.ui.planner.panel import MOST, Query
from tests.ui.conftest import asked, desk_on, start_of

TODAY = dt.date(2026, 6, 1)


def test_the_panel_shows_what_the_search_finds(desk: Desk) -> None:
    """Cards are the exercises of `Library.search` in its order, and the count is theirs."""
    for query in (Query(), Query(words="hip"), Query(region="knee", category="strength"), Query(position="supine")):
        hits = desk.library.search(
            query.words, query.region or None, query.category or None, position=query.position or None
        )
        shown = desk.shelf.found(query)
        assert [card["id"] for card in shown["cards"]] == [e.id for e in hits][:MOST]
        assert (shown["count"], shown["all"]) == (len(hits), len(desk.library))


def test_what_has_no_exercise_says_what_it_is(desk: Desk) -> None:
    """Where nothing is found, the conditions and problems that the words mean are named; where something is, nothing."""
    assert desk.shelf.found(Query(words="tennis elbow"))["instead"] == [
        "No rule covers: Elbow pain.",
        "The library has no exercise for elbow.",
    ]
    assert desk.shelf.found(Query(words="ACL"))["instead"] == []


def test_the_picker_asks_the_kernel(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer names the words that were asked, and the keys of what they mean, best first."""
    planner, sent = Planner(desk), []
    monkeypatch.setattr(planner, "send", lambda content, buffers=None: sent.append(content))
    planner._heard(None, {"do": "find_conditions", "words": "DVT"}, None)
    answer = {"words": "DVT", "ids": ["dvt_suspected"], "unknown": None, "plans": []}
    assert answer in [message.get("conditions") for message in sent]


def test_ready_made_plans_are_searched(desk: Desk) -> None:
    """The start shows those that the words mean, how many there are in all, and all of them again without words."""
    every = start_of(desk)["offers"]
    asked(desk, {"do": "find_templates", "words": "runner's knee"})
    shown = start_of(desk)
    assert "patellofemoral-hip-first" in [offer["id"] for offer in shown["offers"][:3]]
    assert len(shown["offers"]) < shown["ready"] == len(every)
    asked(desk, {"do": "find_templates", "words": " "})
    assert start_of(desk)["offers"] == every


def test_every_filter_offered_finds_something(desk: Desk) -> None:
    """No choice of a filter leads to an empty list, except a kind that has no exercise yet."""
    lists = desk.lists()
    regions = [Query(region=value) for value, _ in lists["regions"]]
    for query in (*regions, *(Query(position=value) for value, _ in lists["positions"])):
        assert desk.shelf.found(query)["count"], query


def test_every_thing_offered_is_one_that_some_exercise_needs(desk: Desk) -> None:
    """With all things at home, and with none known, every exercise fits; with none of them, those that need nothing."""
    things = desk.lists()["things"]
    desk.do({"do": "blank"})
    bare = {e.id for e in desk.library if all(thing.optional for thing in e.equipment)}
    assert desk.shelf.found(Query(fits=True))["count"] == len(desk.library)
    for thing in things:
        desk.do({"do": "not_there", "name": thing, "on": True})
    assert {card["id"] for card in desk.shelf.found(Query(fits=True))["cards"]} == bare
    for thing in things:
        desk.do({"do": "thing", "name": thing, "has": True})
    assert desk.shelf.found(Query(fits=True))["count"] == len(desk.library)


def test_the_list_follows_what_is_at_home(desk: Desk) -> None:
    """While only what fits is asked for, a thing that is gone takes its exercises out at once, and brings them back."""
    planner = Planner(desk)
    planner._heard(
        None, {"do": "search", "words": "", "region": "", "category": "", "position": "", "fits": True}, None
    )
    before = planner.found["count"]
    planner._heard(None, {"do": "not_there", "name": "mat", "on": True}, None)
    assert planner.found["count"] < before
    planner._heard(None, {"do": "thing", "name": "mat", "has": True}, None)
    planner._heard(None, {"do": "thing", "name": "mat", "has": False}, None)
    assert planner.found["count"] == before


def test_a_region_that_there_is_not_breaks_nothing(desk: Desk) -> None:
    """The page is told, keeps what it showed, and every later wish goes on from the last search that was right."""
    planner = Planner(desk)
    every = {"do": "search", "words": "", "region": "", "category": "", "position": "", "fits": False}
    planner._heard(None, {**every, "words": "hip"}, None)
    shown = planner.found
    assert 0 < shown["count"] < shown["all"]
    planner._heard(None, {**every, "region": "thigh", "fits": True}, None)
    (notice,) = planner.notices
    assert (notice["where"], notice["what"], notice["of"]) == ("search, region", "“thigh” is not known.", "search")
    assert planner.found == shown
    planner._heard(None, {"do": "thing", "name": "mat", "has": True}, None)
    assert planner.notices == []
    assert (planner.found["words"], planner.found["count"]) == (shown["words"], shown["count"])


def test_every_exercise_can_be_read_in_full(desk: Desk) -> None:
    """Steps, feel, precautions and sources are there, with sides in words; what is named as easier can be opened."""
    for exercise in desk.library:
        shown = desk.shelf.detail(exercise.id)
        assert len(shown["steps"]) == len(exercise.steps)
        assert (shown["precautions"], len(shown["sources"])) == (list(exercise.precautions), len(exercise.sources))
        assert "{" not in " ".join([shown["feel"], *shown["steps"], *shown["mistakes"]])
        for variant in (*shown["easier"], *shown["harder"]):
            assert variant["text"]
            assert not variant["id"] or desk.shelf.detail(variant["id"])["name"] == variant["text"]


@pytest.fixture
def unfinished(tmp_path: Path) -> Desk:
    """A desk whose workspace holds an exercise with one field still open."""
    text = (data_dir() / "exercises" / "bridge.toml").read_text(encoding="utf-8")
    own = text.replace('id = "bridge"', 'id = "half_done"').replace(
        "\n[muscles]", '\nneeds_clinician = ["feel"]\n\n[muscles]'
    )
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "half_done.toml").write_text(own, encoding="utf-8")
    return desk_on(tmp_path)


def test_an_unfinished_exercise_is_shown_and_cannot_be_added(unfinished: Desk) -> None:
    """Its card says which fields are open; adding it, or swapping it in, is refused."""
    assert unfinished.notices == []
    shown = {card["id"]: card["open"] for card in unfinished.shelf.found(Query())["cards"]}
    assert (shown["half_done"], shown["bridge"]) == (["feel"], [])
    unfinished.do({"do": "add", "exercise_id": "bridge"})
    for wish in (
        {"do": "add", "exercise_id": "half_done"},
        {"do": "swap", "item_id": "i1", "exercise_id": "half_done"},
    ):
        with pytest.raises(PlanError, match="not complete"):
            asked(unfinished, wish)


def test_a_refusal_says_of_which_wish_it_is(desk: Desk) -> None:
    """The page shows a refused issue at the issue, and anything else where it is seen from everywhere."""
    planner = Planner(desk)
    planner._heard(None, {"do": "blank"}, None)
    planner._heard(None, {"do": "issue", "by": "A. Physio"}, None)
    assert {notice["of"] for notice in planner.notices} == {"issue"}
    planner._heard(None, {"do": "detail", "exercise_id": "no_such"}, None)
    assert [notice["of"] for notice in planner.notices] == ["detail"]
    planner._heard(None, {"do": "screened", "done": True}, None)
    assert planner.notices == []
