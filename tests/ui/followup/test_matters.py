"""What matters to the patient on the follow-up: activities over time, those of today, totals that are noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kit.adherence.placed import placed
from kit.diary.read import frame
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.statistics.outcome_bands import instruments
from kit.store.store import Store
from kit.store.tables import versions
from kit.store.workspace import Workspace
from kit.ui.followup.desk import Desk
from kit.ui.followup.matters import NONE_NAMED
from kit.ui.followup.matters_shown import NO_MATTERS
from kit.ui.followup.page import FollowUp
from tests.store.diary_files import diary, row
from tests.ui.followup.conftest import START, TODAY, Ask

WALK, STAIRS = "Walking to the shop", "Stairs"


@pytest.fixture
def named(store: Store, library: Library) -> Plan:
    """A plan of another patient that names two activities, with nothing told yet."""
    made = template("knee-glute-stretches").plan(library, "P-002", START, "P-002", random=Random(2))
    plan = finalised(resolve(made.describe(activities=(WALK, STAIRS)), library), "A. Physio", START)
    store.versions.take_in(plan)
    return plan


@pytest.fixture
def told(store: Store, named: Plan, tmp_path: Path) -> Plan:
    """The same, told on two days: walking 4 then 6, stairs 2 then 6."""
    days = [("2026-06-01", 1, 4, 2), ("2026-06-15", 3, 6, 6)]
    rows = [row(named, day=day, week=week, activity_1=a, activity_2=b, status="done") for day, week, a, b in days]
    store.diaries.bring_in(diary(tmp_path / "june.csv", rows))
    return named


def note(ask: Ask, plan: Plan, score: str, total: str, day: str = "2026-06-20") -> list[Mapping[str, Any]]:
    return ask("note_score", n=7, code=plan.code, score=score, day=day, total=total)


def refused(page: FollowUp) -> list[tuple[str, str, str]]:
    return [(notice["where"], notice["what"], notice["mend"]) for notice in page.notices]


def entries(page: FollowUp) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each score with its totals and what became of them."""
    return [
        (one["line"]["name"], [(e["total"], e["gone"].split(" by ")[0]) for e in one["entries"]])
        for one in page.matters["totals"]
    ]


# Activities over time


def test_each_activity_with_its_change_and_its_band(page: FollowUp, ask: Ask, told: Plan) -> None:
    """First to last with the band of one activity, then of the mean; the size and its way, and no cause."""
    ask("choose", code=told.code)
    walk, stairs, mean = page.matters["activities"]
    assert [point["value"] for point in walk["points"]] == [4, 6]
    assert [point["label"] for point in mean["points"]] == ["1 June 2026", "15 June 2026"]
    assert [(one["low"], one["high"], one["band"]) for one in (walk, stairs, mean)] == [
        (0, 10, 3),
        (0, 10, 3),
        (0, 10, 2),
    ]
    assert walk["said"] == (
        "4 on 1 June 2026, 6 on 15 June 2026: 2 points better; "
        "3 or more would be a change that matters (Stratford1995)."
    )
    assert stairs["said"] == (
        "2 on 1 June 2026, 6 on 15 June 2026: 4 points better; "
        "that is a change that matters (3 or more; Stratford1995)."
    )
    assert mean["said"].startswith("3 on 1 June 2026, 6 on 15 June 2026: 3 points better; that is a change")
    assert page.matters["told"] == ""


def test_what_was_not_told_is_said(page: FollowUp, ask: Ask, store: Store, issued: Plan, named: Plan) -> None:
    """Asked and not told is not the same as not asked; a plan without activities says where they are named."""
    ask("choose", code=named.code)
    assert [one["said"] for one in page.matters["activities"]] == ["Asked 2 times, not told yet."] * 2
    ask("choose", code=issued.code)
    assert (page.matters["told"], page.matters["activities"]) == (NONE_NAMED, [])
    ask("leave")
    assert page.matters == NO_MATTERS


def test_an_activity_of_the_next_version(page: FollowUp, ask: Ask, store: Store, library: Library, told: Plan) -> None:
    """Of other words, it has not been asked yet; one that is left out keeps its line, after the others."""
    second = told.new_version(TODAY + dt.timedelta(days=1)).describe(activities=("Garden", WALK))
    store.versions.take_in(finalised(resolve(second, library), "A. Physio", TODAY))
    ask("choose", code=told.code)
    found = page.matters["activities"]
    assert [(one["name"], len(one["points"])) for one in found] == [("Garden", 0), (WALK, 2), (STAIRS, 2)]
    assert [one["said"] for one in found[:1]] == ["Not asked yet."]
    assert [one["about"] for one in found[1:]] == [
        "0 to 10, higher is better",
        "0 to 10, higher is better; not asked any more",
    ]


def test_an_altered_version_costs_the_activities_alone(
    page: FollowUp, ask: Ask, store: Store, library: Library, told: Plan
) -> None:
    """It is told in the panel; the totals and the patient stay."""
    second = finalised(resolve(told.new_version(TODAY), library), "A. Physio", TODAY)
    store.versions.take_in(second)
    note(ask, told, "lefs", "41")
    with store.database.write() as connection:
        mine = (versions.c.code == told.code) & (versions.c.version == 1)
        connection.execute(versions.update().where(mine).values(seal="0" * 64))
    ask("choose", code=told.code)
    assert page.matters["activities"] == []
    assert page.matters["told"].endswith("Restore a backup: kit store restore.")
    assert entries(page) == [("LEFS", [("41", "")])]


# Those of today


def answer(column: str, text: str, was: str = "", day: str = TODAY.isoformat()) -> dict[str, Any]:
    return {"day": day, "column": column, "text": text, "was": was, "item_id": "", "side": "", "slot": 1}


def test_scores_of_the_visit_are_rows_of_the_diary(page: FollowUp, ask: Ask, store: Store, told: Plan) -> None:
    """Typed as the sheet is: the line goes on, the box shows it, and it can be taken back with what was typed."""
    ask("choose", code=told.code)
    visit = page.matters["visit"]
    assert (visit["day"], visit["version"], visit["closed"]) == ("2026-06-20", 1, "")
    assert [(one["column"], one["name"], one["was"]) for one in visit["asked"]] == [
        ("activity_1", WALK, ""),
        ("activity_2", STAIRS, ""),
    ]
    ask("type", code=told.code, version=1, by="B. Physio", typed=[answer("activity_1", "7")])
    assert [one["was"] for one in page.matters["visit"]["asked"]] == ["7", ""]
    assert [point["value"] for point in page.matters["activities"][0]["points"]] == [4, 6, 7]
    assert page.view["chosen"] is not None
    newest = page.view["chosen"]["files"][0]
    assert "B. Physio" in newest["name"]
    ask("undo", number=newest["number"])
    assert [point["value"] for point in page.matters["activities"][0]["points"]] == [4, 6]


def test_a_visit_tells_of_no_session(page: FollowUp, ask: Ask, named: Plan) -> None:
    """A score of an activity alone brings no diary back: it is still waited for."""
    ask("choose", code=named.code)
    before = page.view["chosen"]
    assert before is not None
    ask("type", code=named.code, version=1, by="B. Physio", typed=[answer("activity_1", "7")])
    after = page.view["chosen"]
    assert after is not None
    assert (after["diary"], after["waits"]) == (before["diary"], before["waits"]) == ("No diary yet", "1 June 2026")


def test_a_visit_changes_no_measure(ask: Ask, store: Store, told: Plan) -> None:
    """What was due and done is counted from the same cells, sessions, days and weeks as before."""

    def counted() -> list[str]:
        frames = placed([told], frame(store.diaries.rows(told.code)), TODAY)
        return [one.to_csv() for one in (frames.slots, frames.cells, frames.sessions, frames.days, frames.weeks)]

    before = counted()
    ask("type", code=told.code, version=1, by="B. Physio", typed=[answer("activity_1", "7")])
    assert len(store.diaries.rows(told.code)) == 3
    assert counted() == before


def test_a_score_that_is_none_is_refused(page: FollowUp, ask: Ask, named: Plan) -> None:
    ask("choose", code=named.code)
    ask("type", n=3, code=named.code, version=1, by="B. Physio", typed=[answer("activity_1", "12")])
    assert [(notice["where"], notice["n"]) for notice in page.notices] == [("2026-06-20, activity 1", 3)]
    assert [one["was"] for one in page.matters["visit"]["asked"]] == ["", ""]


@pytest.mark.parametrize(
    ("today", "closed"),
    [
        (
            START - dt.timedelta(days=1),
            "The plan begins on 1 June 2026: until then no day takes a score.",
        ),
        (
            dt.date(2026, 6, 29),
            "The plan ended on 28 June 2026: its diary takes no score of a later day. The next version asks again.",
        ),
    ],
)
def test_where_no_day_takes_a_score(store: Store, named: Plan, tmp_path: Path, today: dt.date, closed: str) -> None:
    """Before the plan and after it, with what to do."""
    desk = Desk(Workspace(tmp_path), store, lambda: today, "tester")
    desk.choose(named.code)
    assert (desk.matters()["visit"]["asked"], desk.matters()["visit"]["closed"]) == ([], closed)


# Totals of other scores


def test_a_total_is_noted_with_who_and_when(page: FollowUp, ask: Ask, issued: Plan) -> None:
    """By the key of a known score or by a name of its own; a comma is a point; the newest day stands first."""
    ask("choose", code=issued.code)
    for score, total, day in (
        ("lefs", "41", "2026-06-20"),
        ("lefs", "30", "2026-06-01"),
        ("Single leg stance, s", " 12,5 ", "2026-06-20"),
    ):
        assert note(ask, issued, score, total, day) == [{"answered": 7}]
    assert entries(page) == [("LEFS", [("41", ""), ("30", "")]), ("Single leg stance, s", [("12.5", "")])]
    lefs, stance = page.matters["totals"]
    assert lefs["entries"][0]["label"] == "20 June 2026"
    assert lefs["entries"][0]["noted"].startswith("noted by tester, 20 June 2026, ")
    assert lefs["line"]["said"] == (
        "30 on 1 June 2026, 41 on 20 June 2026: 11 points better; "
        "that is a change that matters (9 or more; Binkley1999)."
    )
    assert (lefs["line"]["low"], lefs["line"]["high"], lefs["line"]["band"]) == (0, 80, 9)
    assert (stance["line"]["low"], stance["line"]["band"]) == (None, None)
    assert stance["line"]["said"] == "12.5 on 20 June 2026, the only one so far."
    note(ask, issued, "Single leg stance, s", "10", "2026-06-21")
    assert page.matters["totals"][1]["line"]["said"] == "12.5 on 20 June 2026, 10 on 21 June 2026: 2.5 points less."


@pytest.mark.parametrize(
    ("score", "day", "total", "faults"),
    [
        ("lefs", "2026-06-20", "120", [("score, LEFS", "120 is not 0 to 80.", "Correct the total.")]),
        ("lefs", "2026-06-20", "lots", [("score, total", "“lots” is not a number.", "Write the total as a number.")]),
        ("lefs", "2026-06-20", "inf", [("score, total", "“inf” is not a number.", "Write the total as a number.")]),
        (
            "",
            "",
            "",
            [
                ("score, name", "“” is the name of no score.", "Write its name, such as LEFS."),
                ("score, day", "is empty, or no day.", "Write the day on which it was asked."),
                ("score, total", "is empty.", "Write the total as a number."),
            ],
        ),
        (
            "siras",
            "2026-06-22",
            "2",
            [
                ("score, day", "2026-06-22 is to come.", "Write the day on which it was asked."),
                ("score, SIRAS", "2 is not 3 to 15.", "Correct the total."),
            ],
        ),
        (
            "siras",
            "",
            "2",
            [
                ("score, SIRAS", "2 is not 3 to 15.", "Correct the total."),
                ("score, day", "is empty, or no day.", "Write the day on which it was asked."),
            ],
        ),
    ],
)
def test_what_is_no_total_is_refused(
    page: FollowUp, ask: Ask, issued: Plan, score: str, day: str, total: str, faults: list[tuple[str, str, str]]
) -> None:
    """All that is wrong at once, for the wish that asked; nothing is kept."""
    ask("choose", code=issued.code)
    assert note(ask, issued, score, total, day) == [{"refused": True, "of": "note_score", "about": ""}, {"answered": 7}]
    assert refused(page) == faults
    assert {notice["n"] for notice in page.notices} == {7}
    assert page.matters["totals"] == []


def test_an_entry_is_taken_back_and_stays_to_be_seen(page: FollowUp, ask: Ask, store: Store, issued: Plan) -> None:
    """With who did it and when; it counts no longer, and is not taken back twice. A correction is told as one."""
    ask("choose", code=issued.code)
    note(ask, issued, "lefs", "30", "2026-06-01")
    note(ask, issued, "lefs", "41")
    newest = page.matters["totals"][0]["entries"][0]
    ask("undo_score", number=newest["number"])
    assert entries(page) == [("LEFS", [("41", "Taken back"), ("30", "")])]
    assert page.matters["totals"][0]["entries"][0]["gone"].startswith("Taken back by tester, 20 June 2026, ")
    assert page.matters["totals"][0]["line"]["said"].startswith("30 on 1 June 2026, the only one so far; 9 or more")
    ask("undo_score", number=newest["number"], n=9)
    assert [fault[0] for fault in refused(page)] == ["score"]
    first = page.matters["totals"][0]["entries"][1]["number"]
    made = store.scores.add(issued.patient_code, "lefs", START, 33, replaces=first)
    ask("choose", code=issued.code)
    assert entries(page) == [("LEFS", [("41", "Taken back"), ("33", ""), ("30", "Corrected to 33")])]
    ask("undo_score", number=made.number)
    assert entries(page) == [("LEFS", [("41", "Taken back"), ("33", "Taken back"), ("30", "")])]
    ask("undo_score", number=first)
    assert page.matters["totals"][0]["line"]["said"] == "Nothing that counts."


def test_the_scores_that_are_offered(page: FollowUp, ask: Ask, issued: Plan) -> None:
    """All of the kit's list with range and what may be written down, but for one activity alone."""
    ask("choose", code=issued.code)
    offered = {one["key"]: one for one in page.matters["offered"]}
    assert set(offered) == set(instruments()) - {"psfs_activity"}
    assert offered["lefs"]["about"] == (
        "0 to 80, higher is better; 20 items, 0 to 4 each; total only; items need permission"
    )


def test_scores_are_the_patients_not_the_plans(
    page: FollowUp, ask: Ask, store: Store, issued: Plan, named: Plan
) -> None:
    """Another patient has none of them; a plan that is not here takes none."""
    ask("choose", code=issued.code)
    note(ask, issued, "lefs", "41")
    ask("choose", code=named.code)
    assert page.matters["totals"] == []
    ask("note_score", code="BCDFGHJK", score="lefs", day="2026-06-20", total="41")
    assert [fault[1] for fault in refused(page)] == ["this plan is no longer in the store."]


@pytest.fixture
def changed(page: FollowUp, ask: Ask, issued: Plan) -> Callable[..., str]:
    """What is said of a change of a score from the first total to the last."""

    def of(score: str, first: str, last: str) -> str:
        ask("choose", code=issued.code)
        note(ask, issued, score, first, "2026-06-01")
        note(ask, issued, score, last, "2026-06-15")
        return str(page.matters["totals"][0]["line"]["said"].split(": ", 1)[1])

    return of


@pytest.mark.parametrize(
    ("score", "first", "last", "said"),
    [
        (
            "nprs",
            "6",
            "5",
            "1 point better; that is “smallest that matters” (1 or more; Salaffi2004); "
            "2 or more would be “much” (Farrar2001, Salaffi2004).",
        ),
        (
            "akps",
            "70",
            "61",
            "9 points worse; a change that matters by some sources, not by all (8 to 10 or more; Crossley2004, Hott).",
        ),
        ("siras", "9", "12", "3 points better."),
        ("lefs", "41", "41", "the same; 9 or more would be a change that matters (Binkley1999)."),
        ("Grip, kg", "20", "20", "the same."),
    ],
)
def test_a_change_in_words(changed: Callable[..., str], score: str, first: str, last: str, said: str) -> None:
    """Size, way and every band that is known, with its sources."""
    assert changed(score, first, last) == said
