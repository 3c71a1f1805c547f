"""The one screen of the follow-up: what it shows of a diary that a person can count, and what is done there.

The diary: the founding four, both sides, daily from 1 June, looked at on 20 June. Done wholly on 1 to 10 June, with
worst pain 3 and once 7; the first exercise alone on the 11th; not done on the 12th; nothing from the 13th on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pandas.testing import assert_frame_equal

import kit
from kit.clinic import Clinic
from kit.diary.read import frame
from kit.followup.accept import accept
from kit.followup.proposal import Proposal
from kit.followup.signs import Dealt
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.audit import trail
from kit.store.store import Store
from kit.ui.followup.measures import state_of
from kit.ui.followup.measures_shown import Measures, Screen
from kit.ui.followup.page import FollowUp, follow_up
from kit.ui.followup.rows_shown import RowsMessage
from kit.ui.user import signed, signer
from tests.store.diary_files import diary, row
from tests.ui.followup.conftest import START, TODAY, Ask

DAY = dt.timedelta(days=1)
NAME = "Seated hip rotator stretch (long-sitting figure-4)"
OTHER = "Supine figure-4 (piriformis) stretch"
ITEMS = ("i1", "i2", "i3", "i4")


def june(day: int, plan: Plan, status: str, items: tuple[str, ...] = ITEMS, **answers: Any) -> list[dict[str, Any]]:
    """Both sides of these exercises on a day; scores stand in the first row, as on the sheet."""
    date, week = f"2026-06-{day:02}", (day - 1) // 7 + 1
    rows = [row(plan, item, side, date, week=week, status=status) for item in items for side in ("left", "right")]
    rows[0] |= answers
    return rows


@pytest.fixture
def seen(page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path) -> FollowUp:
    """The page with the patient chosen and the diary brought in."""
    rows = [line for day in range(1, 11) for line in june(day, issued, "done", pain_worst=7 if day == 9 else 3)]
    rows += june(11, issued, "done", ("i1",), note="Busy week.")
    rows += june(12, issued, "not_done", reason="no_time", pain_before=2)
    ask("choose", code=issued.code)
    path = diary(tmp_path / "d.csv", rows)
    ask("bring_in", path.read_bytes(), names=[path.name])
    return page


def measures(page: FollowUp) -> Measures:
    shown = page.view["measures"]
    assert shown is not None
    return shown


def screen(page: FollowUp) -> Screen:
    shown = measures(page)
    assert shown["faults"] == []
    assert shown["screen"] is not None
    return shown["screen"]


def rows(ask: Ask, figure: str) -> RowsMessage:
    (sent, _) = ask("rows", figure=figure)
    found: RowsMessage = sent["rows"]
    return found


def what(page: FollowUp) -> list[str]:
    return [f"{notice['where']}: {notice['what']} {notice['mend']}".rstrip() for notice in page.notices]


# What it shows


def test_the_headline_is_what_a_person_counts(seen: FollowUp, ask: Ask) -> None:
    """Of 19 days due, 11 done (10 wholly), 1 not, 7 not logged; the number opens just these days."""
    shown = screen(seen)["headline"]
    counts = {one["name"]: (one["said"], one["figure"]) for one in shown["counts"]}
    assert [counts[name][0] for name in ("Done", "Not done", "Not logged")] == ["11", "1", "7"]
    assert shown["sentences"] == [
        "Not enough logs to judge: 11 of 19 logged as done, 7 not logged.",
        "Full sessions: 10 of 19.",
    ]
    assert [shown["recorded"], shown["upper"]] == pytest.approx([11 / 19, 18 / 19])
    assert shown["badge"] == "not enough logs to judge"
    done = rows(ask, counts["Done"][1])
    assert {one["when"] for one in done["rows"]} == {f"{day} June 2026" for day in range(1, 12)}
    assert (len(done["rows"]), done["blank"], done["more"]) == (10 * 8 + 2, [], 0)
    missing = rows(ask, counts["Not logged"][1])
    assert (missing["rows"], missing["blank"][0], len(missing["blank"])) == ([], "13 June 2026", 7)


def test_a_category_that_the_interval_leaves_open_says_so(earned: FollowUp, ask: Ask) -> None:
    """Beside it stands that it is as observed, and only there where the sentence says “on either side”."""
    for until in ("2026-06-04", "2026-06-07", "2026-06-19"):
        ask("look", since="", as_of=until, version="")
        shown = screen(earned)["headline"]
        assert (shown["badge"] == "as observed, not certain") == ("on either side of 80 %" in shown["sentences"][0])


def test_the_days_have_their_marks(seen: FollowUp, ask: Ask) -> None:
    """Done, partly done, not done, not logged: by day; nothing before the plan and nothing claimed of what is ahead."""
    days = {day["day"]: day for week in screen(seen)["calendar"]["weeks"] for day in week["days"] if day}
    is_ = {day: days[f"2026-06-{day:02}"]["day_is"] for day in (1, 10, 11, 12, 13)}
    assert is_ == {1: "done", 10: "done", 11: "partial", 12: "not_done", 13: "missing"}
    assert days["2026-06-11"]["spoken"] == "Thursday 11 June 2026: partly done"
    assert [one["status"] for one in rows(ask, days["2026-06-11"]["figure"])["rows"]] == ["done", "done"]
    assert max(days) == "2026-06-20"


def test_weeks_and_exercises(seen: FollowUp, ask: Ask) -> None:
    """7 of 7, then 4 of 7; the first exercise was done once more than the others, and its sides are told."""
    weeks = screen(seen)["weeks"]["lines"]
    assert [(line["share"], line["not_done"], line["missing"]) for line in weeks[:2]] == [
        ("7 of 7", 0, 0),
        ("4 of 7", 1, 2),
    ]
    empty = screen(seen)["weeks"]["lines"][2]  # nothing of it came back: that is not 0 %
    assert (empty["share"], empty["percent"], empty["missing"]) == ("not logged", None, 5)
    lines = screen(seen)["exercises"]["lines"]
    # 12 of 19 sessions were logged: too few for a percentage.
    assert [line["share"] for line in lines] == ["11 of 19", "10 of 19", "10 of 19", "10 of 19"]
    assert [line["interval"] for line in lines] == [""] * 4
    assert [(side["name"], side["said"]) for side in lines[0]["sides"]] == [("left", "11 of 19"), ("right", "11 of 19")]
    (left, _) = lines[0]["sides"]
    own = rows(ask, left["figure"])["rows"]
    assert ({(one["exercise"], one["side"]) for one in own}, len(own)) == ({(NAME, "left")}, 12)
    assert len(rows(ask, lines[0]["figure"])["rows"]) == 24
    assert lines[0]["reasons"] == ""  # nothing was done that day: it is the session's, not one exercise's


def test_pain_and_words(seen: FollowUp, ask: Ask) -> None:
    """One of ten sessions above 5; its row is the 9th of June. The note stands as it was written."""
    pain = screen(seen)["pain"]
    facts = {fact["name"]: fact for fact in pain["facts"]}
    assert facts["Worst above 5"]["said"] == "10 % (1 of 10 sessions)"
    assert facts["Worst over the sheet’s limit (2)"]["said"] == "100 % (10 of 10 sessions)"
    assert facts["Pain before the exercises"]["said"] == "Not enough scores to say"
    assert {one["when"] for one in rows(ask, facts["Worst above 5"]["figure"])["rows"]} == {"9 June 2026"}
    assert [(point["at"], point["worst"]) for point in pain["points"]][8] == (8.0, 7)
    (words,) = screen(seen)["voice"]["own"]
    assert (words["text"], words["when"]) == ("Busy week.", "11 June 2026")


def test_a_row_says_where_it_came_from(seen: FollowUp, ask: Ask, issued: Plan) -> None:
    """The file and its row; typed over it, who typed it, and that it is a correction."""
    (first, *_) = rows(ask, "day 2026-06-09")["rows"]
    assert (first["exercise"], first["side"], first["status"]) == (NAME, "left", "done")
    assert first["pain"] == "worst 7"
    assert first["source"].startswith("d.csv, row ")
    place = {"item_id": "i1", "side": "left", "slot": 1}
    typed = {"day": "2026-06-09", "column": "status", "text": "partial", "was": "done", **place}
    ask("type", code=issued.code, version=1, by="A. Physio", typed=[typed])
    assert measures(seen)["stale"] == 1
    ask("refresh")
    assert measures(seen)["stale"] == 0
    (first, *_) = rows(ask, "day 2026-06-09")["rows"]
    assert first["status"] == "partly done"
    assert "A. Physio" in first["source"]
    assert ", a correction; " in first["source"]


def test_every_number_opens_something(seen: FollowUp, ask: Ask) -> None:
    """Each key that the screen names has its rows, or days that were due; nothing is refused."""
    keys = figures_of(screen(seen))
    assert len(keys) > 40
    for key in keys:
        found = rows(ask, key)
        assert (key, bool(found["rows"] or found["blank"])) == (key, True)
    assert what(seen) == []


def figures_of(shown: Any) -> list[str]:
    if isinstance(shown, Mapping):
        own = [value for name, value in shown.items() if name.endswith("figure") and value]
        return [*own, *(key for value in shown.values() for key in figures_of(value))]
    return [key for part in shown for key in figures_of(part)] if isinstance(shown, list | tuple) else []


def test_a_number_that_is_gone_is_told(seen: FollowUp, ask: Ask) -> None:
    told = ask("rows", figure="week 9 9", n=3)
    assert told == [{"refused": True, "of": "rows", "about": ""}, {"answered": 3}]
    assert what(seen) == ["rows: this number is not on the screen any more. Look at the screen again."]


# Controls


def test_another_period_counts_that_alone(seen: FollowUp, ask: Ask) -> None:
    """The second week up to its 12th of June: 4 done, 1 not; signs and proposals look at all of it."""
    ask("look", since="2026-06-08", as_of="2026-06-12", version="")
    shown = screen(seen)
    assert [one["said"] for one in shown["headline"]["counts"]] == ["4", "1", "0"]
    assert measures(seen)["period"]["said"] == "8 June to 12 June 2026"
    assert shown["pain"]["days"] == 5


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"since": "soon"}, "period, from: 'soon' is no day. Choose a day."),
        (
            {"since": "2026-06-30"},
            "since: 30 June 2026 is after 20 June 2026, the last day that is counted. Choose an earlier first day.",
        ),
        (
            {"as_of": "2026-05-30"},
            "as of: 30 May 2026 is before the plan begins, on 1 June 2026. Choose a day from 1 June 2026 on.",
        ),
        (
            {"as_of": "2026-07-30"},
            "as of: 30 July 2026 is yet to come; today is 20 June 2026. Choose today or an earlier day.",
        ),
        ({"version": "7"}, "version: '7' is none of this plan. Choose one from the list."),
    ],
)
def test_what_cannot_be_looked_at_changes_nothing(seen: FollowUp, ask: Ask, wish: dict[str, str], told: str) -> None:
    before = measures(seen)
    ask("look", **{"since": "", "as_of": "", "version": "", **wish})
    assert what(seen) == [told]
    assert measures(seen) == before


def test_the_copied_code_gives_the_same_frames(
    seen: FollowUp, ask: Ask, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run in the folder of the workspace, of a period as well: the frame of the chart, row by row."""
    ask("look", since="2026-06-08", as_of="2026-06-14", version="1")
    monkeypatch.chdir(tmp_path)
    shown = screen(seen)
    plans, all_ = store.versions.all(measures(seen)["code"]), frame(store.diaries.rows(measures(seen)["code"]))
    found = kit.measure(plans, all_, dt.date(2026, 6, 14), since=dt.date(2026, 6, 8), until=dt.date(2026, 6, 14))
    for code, name in (
        (shown["weeks"]["code"], "weeks"),
        (shown["calendar"]["code"], "days"),
        (shown["exercises"]["code"], "cells"),
        (shown["pain"]["code"], "sessions"),
    ):
        *lines, last = code.rstrip().split("\n")
        names: dict[str, Any] = {}
        exec("\n".join(lines), names)
        assert_frame_equal(eval(last, names), getattr(found.frames.of_version(1), name))


# A plan that was never issued, one that cannot be counted, an empty clinic


def test_without_an_issued_plan_there_is_no_screen(page: FollowUp, ask: Ask, store: Store, four: Plan) -> None:
    assert page.view["measures"] is None
    store.drafts.begin(four.copied("P-009"))
    code = page_code(page, ask, "P-009")
    ask("choose", code=code)
    assert page.view["measures"] is None
    ask("leave")
    assert page.view["measures"] is None


def page_code(page: FollowUp, ask: Ask, words: str) -> str:
    ask("find", words=words, waiting=False)
    return page.patients["rows"][0]["code"]


def test_an_empty_clinic_looks_at_synthetic_patients(tmp_path: Path, issued: Plan) -> None:
    """Visibly so; nothing of them is in the workspace, and with a patient of one's own they are gone, page open."""
    shown = follow_up(tmp_path)
    assert isinstance(shown, FollowUp)
    assert shown.view["sample"] == (
        "Synthetic patients: made up, nobody's data. Demo: nothing here is kept. Make a demo clinic to try all of it."
    )
    assert len(shown.patients["rows"]) == 12
    assert all("(synthetic)" in one["patient"] + one["plan_id"] for one in shown.patients["rows"])
    find = {"do": "find", "words": "", "waiting": False}
    shown._heard(shown, find, [])
    assert len(shown.patients["rows"]) == 12
    own, _ = kit.Workspace(tmp_path).store(who="tester", now=lambda: dt.datetime.now(dt.UTC))
    assert own.plans.count() == 0
    own.versions.take_in(issued)
    own.close()
    shown._heard(shown, find, [])
    assert [row["code"] for row in shown.patients["rows"]] == [issued.code]
    assert shown.view["sample"] == ""
    shown._desk.store.close()


def test_real_patients_are_no_sample(seen: FollowUp) -> None:
    assert seen.view["sample"] == ""


# Signs for help


def with_sign(ask: Ask, plan: Plan, tmp_path: Path) -> None:
    lines = june(3, plan, "done", help_sign="Numb around the seat")
    path = diary(tmp_path / "sign.csv", lines)
    ask("choose", code=plan.code)
    ask("bring_in", path.read_bytes(), names=[path.name])


def test_a_sign_stands_on_top_until_somebody_signs(
    page: FollowUp, ask: Ask, store: Store, issued: Plan, tmp_path: Path
) -> None:
    """Whatever the period; what is missing is told, all of it; signed, it is kept with who, what and when."""
    with_sign(ask, issued, tmp_path)
    ask("look", since="2026-06-10", as_of="", version="")
    (sign,) = screen(page)["aside"]["signs"]
    assert sign["said"] == "“Numb around the seat”, 3 June 2026"
    assert {one["state"] for one in screen(page)["next"]["proposals"]} == {"nothing"}
    ask("deal", sign=sign["key"], by="", role="physiotherapist", what="short")
    assert what(page) == [
        "Dealt, by: “”: it is empty. Write a text.",
        "Dealt, what: “short”: it has 5 letters, and at least 10 are needed. Say what was done.",
    ]
    assert store.signs.of(issued.code) == ()
    ask("deal", sign=sign["key"], by="A. Physio", role="physiotherapist", what="Called, sent to the clinic.")
    assert screen(page)["aside"]["signs"] == []
    assert page.done == "Signed by A. Physio: “Numb around the seat” (on 3 June 2026) was dealt with."
    done = {"by": "A. Physio", "role": "physiotherapist", "on": TODAY, "what": "Called, sent to the clinic."}
    assert store.signs.of(issued.code) == (Dealt(sign=sign["key"], **done),)
    assert trail(store.database)[0].what == "A. Physio dealt with a sign for help"
    ask("deal", sign=sign["key"], by="A. Physio", role="physiotherapist", what="Called, sent to the clinic.")
    assert what(page) == ["sign for help: is not open any more. Look at the screen again."]


# The next plan


@pytest.fixture
def earned(page: FollowUp, ask: Ask, issued: Plan, tmp_path: Path) -> FollowUp:
    """Everything done for 19 days, calm: something is proposed."""
    calm: dict[str, Any] = {"pain_before": 1, "pain_worst": 1, "pain_after": 1, "pain_next_morning": 1, "effort": 3}
    lines = [line for day in range(1, 20) for line in june(day, issued, "done", **calm)]
    lines = [{**line, "sets_done": 1, "reps_done": 2, "hold_done_s": 30} for line in lines]
    path = diary(tmp_path / "calm.csv", lines)
    ask("choose", code=issued.code)
    ask("bring_in", path.read_bytes(), names=[path.name])
    return page


def proposals(page: FollowUp) -> dict[str, tuple[str, str]]:
    return {one["item_id"]: (one["state"], one["words"]) for one in screen(page)["next"]["proposals"]}


def test_a_proposal_is_taken_into_the_draft_of_the_next_version(
    earned: FollowUp, ask: Ask, store: Store, issued: Plan
) -> None:
    """One press begins it and makes the edit; nothing else changes, and it is shown as taken."""
    before = proposals(earned)
    assert before["i1"][0] == "open"
    assert store.drafts.held(issued.code) is None
    ask("take", item_id="i1")
    draft = store.drafts.held(issued.code)
    assert draft is not None
    assert (draft.plan.version, draft.plan.start) == (2, TODAY)
    assert [item.item_id for item in draft.plan.items if item not in issued.items] == ["i1"]
    assert proposals(earned) == {**before, "i1": ("taken", before["i1"][1])}
    assert earned.done == f"Taken into the draft of version 2: {NAME}, {before['i1'][1]}."
    assert screen(earned)["next"]["draft"].startswith("Draft of version 2, begun;")
    assert rows(ask, "day 2026-06-02")["rows"][0]["amounts"] == "1 set, 2 repetitions, 30 s held"
    assert what(earned) == []


def test_what_another_page_took_is_told_and_shown(earned: FollowUp, ask: Ask, store: Store, issued: Plan) -> None:
    """A second window that still offers it is told in words, without an id, and its list is made anew."""
    held = store.drafts.next_version(store.versions.load(issued.code, 1), TODAY + 3 * DAY)
    (words,) = [words for item, (_, words) in proposals(earned).items() if item == "i1"]
    proposal = earned._desk.measures._known().proposals[0]
    store.drafts.put(held, accept(held.plan, proposal))
    ask("take", item_id="i1")
    told = f"next plan: this one is already in the draft of version 2: {NAME}, {words}. Edit it there, in the planner."
    assert what(earned) == [told]
    assert proposals(earned)["i1"] == ("taken", words)


def test_an_earlier_day_offers_nothing_to_take(earned: FollowUp, ask: Ask, store: Store, issued: Plan) -> None:
    """It is shown as it was then; a press that comes all the same is refused."""
    ask("look", since="", as_of="2026-06-19", version="")
    assert "open" not in {state for state, _ in proposals(earned).values()}
    assert screen(earned)["next"]["note"].startswith("As it was on 19 June 2026:")
    ask("take", item_id="i1")
    assert "this one is as it was on 19 June 2026" in what(earned)[0]
    assert store.drafts.held(issued.code) is None


def test_a_draft_that_is_there_is_gone_on_with(earned: FollowUp, ask: Ask, store: Store, issued: Plan) -> None:
    """What was edited in it stays; an item that was edited otherwise is left alone, and told."""
    held = store.drafts.next_version(store.versions.load(issued.code, 1), TODAY + 3 * DAY)
    store.drafts.put(held, held.plan.adjust("i2", note="slowly"))
    ask("refresh")
    assert proposals(earned)["i2"][0] == "edited"
    ask("take", item_id="i1")
    ask("take", item_id="i2")
    assert what(earned) == [
        f"next plan: this one was edited in the draft of version 2: {OTHER}, 2 × 30 s → 3 × 30 s. Look at it in the "
        "planner."
    ]
    draft = store.drafts.held(issued.code)
    assert draft is not None
    assert (draft.plan.start, draft.plan.item("i2").note) == (TODAY + 3 * DAY, "slowly")
    assert draft.plan.item("i1") != issued.item("i1")


def test_another_exercise_is_taken_where_it_stands_for_the_old_one(issued: Plan, library: Library) -> None:
    """A swap is in the draft once the old item is gone and the new exercise is there."""
    exercise = library["glute_bridge"] if "glute_bridge" in library else next(iter(library))
    was = issued.item("i1")
    swap = Proposal("i1", "swap", "another", "why", "source", exercise=exercise, was=was)
    draft = issued.new_version(START + 7 * DAY)
    assert state_of(swap, None) == "open"
    assert state_of(swap, draft) == "open"
    assert state_of(swap, draft.remove("i1")) == "edited"
    assert state_of(swap, draft.add(exercise, at=0).remove("i1")) == "taken"
    hold = Proposal("i1", "hold", "stay", "why", "source", was=was)
    assert state_of(hold, draft) == "nothing"


def test_a_proposal_taken_is_given_back(earned: FollowUp, ask: Ask, store: Store, issued: Plan) -> None:
    """The item is as it was, and the reason of the draft no longer names it; what was edited since is left alone."""
    before = proposals(earned)
    ask("take", item_id="i1")
    ask("take", item_id="i2")
    draft = store.drafts.held(issued.code)
    assert draft is not None
    assert draft.plan.replaces is not None
    assert draft.plan.replaces.reason.startswith(f"From the follow-up: {NAME}, {before['i1'][1]}. ")
    assert (screen(earned)["next"]["version"], screen(earned)["next"]["opens"]) == (2, True)
    ask("give_back", item_id="i1")
    draft = store.drafts.held(issued.code)
    assert draft is not None
    assert draft.plan.item("i1") == issued.item("i1")
    assert draft.plan.replaces is not None
    assert NAME not in draft.plan.replaces.reason
    assert (proposals(earned)["i1"], proposals(earned)["i2"][0]) == (before["i1"], "taken")
    store.drafts.put(draft, draft.plan.adjust("i2", note="slowly"))
    ask("refresh")
    ask("give_back", item_id="i2")
    assert what(earned) == [
        "proposal for i2: does not stand in the draft as it was taken. Edit the draft in the planner."
    ]


def test_one_press_leads_to_the_next_plan_with_all_that_is_proposed(
    earned: FollowUp, ask: Ask, store: Store, issued: Plan
) -> None:
    """The draft is begun, takes over just what she saw standing open, in one edit, and is told to the page."""
    before = proposals(earned)
    items = [item for item, (state, _) in before.items() if state == "open"]
    assert len(items) > 1
    told = ask("next_plan", items=items)
    assert {"draft": {"code": issued.code, "version": 2}} in told
    held = store.drafts.held(issued.code)
    assert held is not None
    assert [item.item_id for item in held.plan.items if item not in issued.items] == items
    assert {item: state for item, (state, _) in proposals(earned).items() if item in items} == dict.fromkeys(
        items, "taken"
    )
    assert held.plan.replaces is not None
    assert f"{NAME}, {before['i1'][1]}" in held.plan.replaces.reason
    back = store.drafts.undo(held)
    assert back.plan.items == issued.items  # one step back takes all of it back
    assert what(earned) == []


def test_the_next_plan_can_be_made_without_what_is_proposed(
    earned: FollowUp, ask: Ask, store: Store, issued: Plan
) -> None:
    """It is begun once: the way to it leads to the draft that there is, with what was edited there."""
    ask("next_plan", items=[])
    held = store.drafts.held(issued.code)
    assert held is not None
    assert held.plan.items == issued.items
    store.drafts.put(held, held.plan.adjust("i2", note="slowly"))
    assert {"draft": {"code": issued.code, "version": 2}} in ask("next_plan", items=["i1"])
    now = store.drafts.held(issued.code)
    assert now is not None
    assert now.plan.item("i2").note == "slowly"
    assert now.plan.item("i1") != issued.item("i1")


def test_of_several_proposals_none_is_taken_where_one_is_refused(
    earned: FollowUp, ask: Ask, store: Store, issued: Plan
) -> None:
    """And the page is not led away from what it is told."""
    held = store.drafts.next_version(store.versions.load(issued.code, 1), TODAY + 3 * DAY)
    edited = store.drafts.put(held, held.plan.adjust("i2", note="slowly"))
    assert not any("draft" in one for one in ask("next_plan", items=["i1", "i2"]))
    assert "this one was edited in the draft of version 2" in what(earned)[0]
    now = store.drafts.held(issued.code)
    assert now is not None
    assert now.plan == edited.plan


# Notes, and the name that signs


def test_notes_stand_unread_until_they_are_marked(
    page: FollowUp, ask: Ask, store: Store, issued: Plan, tmp_path: Path
) -> None:
    """What may name a red flag is marked and first; a mark is kept, and taken back. The next version is told of them."""
    lines = [*june(3, issued, "done", note="Could do more now."), *june(4, issued, "done", note="Knee hot, swollen")]
    path = diary(tmp_path / "notes.csv", lines)
    ask("choose", code=issued.code)
    ask("bring_in", path.read_bytes(), names=[path.name])
    first, second = screen(page)["aside"]["unread"]
    assert (first["text"], first["when"], first["mark"]) == (
        "Knee hot, swollen",
        "4 June 2026",
        "may name a red flag: read it first",
    )
    assert second["mark"] == ""
    (case,) = store.caseload.on(TODAY).cases
    assert any(reason.rule == "unread_red_flag" for reason in case.reasons)
    ask("read", notes=[first["key"]])
    assert [note["text"] for note in screen(page)["aside"]["unread"]] == ["Could do more now."]
    assert trail(store.database)[0].what == "marked 1 note as read"
    ask("read", notes=[first["key"]])
    assert what(page) == ["note: is not there any more. Look at the screen again."]
    draft = store.drafts.next_version(store.versions.load(issued.code, 1), TODAY)
    assert draft.plan.replaces is not None
    assert draft.plan.replaces.unread == 1
    ask("unread", note=first["key"])
    assert len(screen(page)["aside"]["unread"]) == 2


def test_the_name_that_signs_is_the_clinicians_or_the_last(store: Store) -> None:
    """The machine's user signs nothing: without a name the field is empty."""
    assert signer(Clinic(), store) == ""
    assert signer(Clinic(therapist="A. Physio"), store) == "A. Physio"
    signed(store, "B. Physio")
    assert signer(Clinic(therapist="A. Physio"), store) == "B. Physio"


def test_a_demo_clinic_is_made_and_kept(tmp_path: Path) -> None:
    """In a folder of its own: the clinic's own store stays empty, and what is done there is there again."""
    shown = follow_up(tmp_path)
    assert isinstance(shown, FollowUp)
    assert shown.view["demo"]
    shown._heard(shown, {"do": "demo"}, [])
    assert (shown.view["demo"], shown.done) == (False, "The demo clinic is made, and shown here.")
    assert "kit lab demo-clinic" in shown.view["sample"]
    assert all(row["plan_id"].startswith("DEMO-") for row in shown.patients["rows"])
    own, _ = kit.Workspace(tmp_path).store(who="tester", now=lambda: dt.datetime.now(dt.UTC))
    assert own.plans.count() == 0
    own.close()
    shown._desk.store.close()
    assert kit.Workspace(tmp_path / "demo-clinic").clinic()[0].name == "Sample Clinic (synthetic)"
