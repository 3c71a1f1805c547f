"""The page without a plan, and what uses a plan again: patients, her own templates, usual doses, favourites."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.errors import PlanError
from kit.ui.planner.desk import Desk
from kit.ui.planner.offers import FIRST_OFFER
from kit.ui.planner.page import Planner
from kit.ui.planner.panel import Query
from tests.ui.conftest import TODAY, Desks, asked, desk_on, start_of, work_of

OSTEOPOROSIS = "Osteoporosis (high fracture risk) or vertebral fracture"
ITEM = "seated_rotator_stretch"


def issued(desk: Desk, patient: str) -> str:
    """A plan of this patient, issued with a review in two weeks; its code."""
    asked(desk, {"do": "template", "template": FIRST_OFFER})
    asked(desk, {"do": "describe", "field": "patient", "value": patient})
    asked(desk, {"do": "add_condition", "condition": "osteoporosis"})
    asked(desk, {"do": "describe", "field": "review_on", "value": "2026-06-15"})
    asked(desk, {"do": "screened", "done": True})
    for finding in work_of(desk)["review"]["findings"]:
        if finding["asks"]:
            given = {"key": finding["key"], "by": "A. Physio", "reason": "Seen."}
            asked(desk, {"do": "answer", **given, **({"role": "Physio"} if finding["asks"] == "sign-off" else {})})
    asked(desk, {"do": "issue", "by": "A. Physio"})
    code = desk.held().code
    asked(desk, {"do": "close"})
    return code


def test_an_empty_clinic_has_nobody(desk: Desk) -> None:
    view = start_of(desk)
    assert (view["plans"], view["kept"], view["go_on"], view["removed"]) == (0, [], None, None)


def test_a_patient_in_a_row(desk: Desk, tmp_path: Path) -> None:
    """Who, for what, when seen, when due, in words; found by short forms of the condition; then the draft leads."""
    code = issued(desk, "Ms T.")
    (row,) = start_of(desk)["kept"]
    assert row == {
        "code": code,
        "plan_id": "P-001",
        "patient": "Ms T.",
        "issued": [1],
        "draft": None,
        "area": "hip exercises",
        "conditions": OSTEOPOROSIS,
        "last": "1 Jun",
        "review": "15 Jun",
        "due": "coming",
        "waiting": False,
        "issued_today": True,
    }
    for words, found in (("porosis ms", 1), ("hip t.", 1), ("brittle", 1), ("knee", 0), ("2026-06", 0)):
        asked(desk, {"do": "find_plans", "words": words})
        assert (start_of(desk)["found"], start_of(desk)["words"]) == (found, words), words
    asked(desk, {"do": "find_plans", "words": ""})
    for on, review, due in (("06-15", "Today", "today"), ("06-16", "Overdue, 15 Jun", "overdue")):
        later = Desk(desk.workspace, desk.store, dt.date.fromisoformat(f"2026-{on}"))
        row = start_of(later)["kept"][0]
        assert (row["review"], row["due"], row["issued_today"]) == (review, due, False)
    asked(desk, {"do": "next_version", "code": code})
    assert (desk.held().version, desk.held().start, desk.held().is_draft) == (2, dt.date(2026, 6, 2), True)
    asked(desk, {"do": "close"})
    asked(desk, {"do": "next_version", "code": code})
    assert desk.held().version == 2
    asked(desk, {"do": "close"})
    go_on = start_of(desk)["go_on"]
    assert go_on is not None
    assert (go_on["plan_id"], go_on["version"], go_on["what"]) == ("P-001", 2, f"hip exercises, {OSTEOPOROSIS}")
    assert go_on["about"].startswith("4 exercises · version 2, not issued · last change ")


def test_a_template_of_hers_is_first(desks: Desks) -> None:
    """Kept from a plan, found by search, renamed, taken away and back; another window's desk has it too."""
    desk = desks()
    issued(desk, "Ms T.")
    asked(desk, {"do": "open", "code": start_of(desk)["kept"][0]["code"], "version": 1})
    asked(desk, {"do": "keep_template", "name": "Mine", "keep": ["title"], "sides": False})
    asked(desk, {"do": "close"})
    first = start_of(desk)["offers"][0]
    assert (first["name"], first["mine"], first["about"], first["picture"]) == (
        "Mine",
        True,
        "4 exercises · 11 min 20 s",
        ITEM,
    )
    asked(desk, {"do": "rename_template", "template": first["id"], "name": "Hers"})
    assert start_of(desks())["offers"][0]["name"] == "Hers"
    asked(desk, {"do": "remove_template", "template": first["id"]})
    assert (start_of(desk)["offers"][0]["mine"], start_of(desk)["removed"]) == (
        False,
        {"id": first["id"], "name": "Hers"},
    )
    asked(desk, {"do": "bring_back_template", "template": first["id"]})
    asked(desk, {"do": "template", "template": first["id"]})
    made = desk.held()
    assert (made.title, made.context.conditions, made.overrides, made.patient) == (
        "Hip stretches for your knee",
        (),
        (),
        "",
    )


def test_a_plan_for_another_patient(desk: Desk) -> None:
    """A draft of its own with the other's label; the first stays as it was, and no answer comes along. Its plan is
    called as the patient is where that is a free number, and never by a name."""
    code = issued(desk, "Ms T.")
    asked(desk, {"do": "open", "code": code, "version": 1})
    first = desk.held()
    assert first.overrides
    known = {text["key"]: text["known"] for text in work_of(desk)["texts"]}
    assert known["title"]
    for patient, told in (
        (" ", "new plan, patient: is empty. Write the other patient's label."),
        (
            "ms t.",
            "new plan, patient: “ms t.” is the patient of this plan. Begin the next version of it instead.",
        ),
    ):
        with pytest.raises(PlanError) as caught:
            asked(desk, {"do": "for_another", "patient": patient, "keep": [], "sides": False})
        assert str(caught.value) == told
        assert desk.held() == first
    asked(desk, {"do": "for_another", "patient": "Mr B.", "keep": ["title"], "sides": False})
    made = desk.held()
    assert (made.plan_id, made.patient, made.title, made.start) == ("P-002", "Mr B.", first.title, TODAY)
    assert (made.overrides, made.sign_offs, made.context.conditions) == ((), (), ())
    assert made.patient_code != first.patient_code
    assert desk.store.open(code).plan == first
    for patient, plan_id in (("P-203", "P-203"), ("P-203 ", "P-204"), ("Mr P-9", "P-205"), ("p7", "p7")):
        asked(desk, {"do": "open", "code": code, "version": 1})
        asked(desk, {"do": "for_another", "patient": patient, "keep": [], "sides": False})
        assert (desk.held().plan_id, desk.held().patient) == (plan_id, patient.strip())


def test_a_usual_dose_is_taken_by_what_is_added(desks: Desks) -> None:
    """Dose and days, in another window too; let go, the library's own holds again; what cannot be taken is not."""
    desk = desks()
    asked(desk, {"do": "add", "exercise_id": "bridge"})
    asked(desk, {"do": "adjust", "item_id": "i1", "field": "reps", "value": 7})
    days = {"weekdays": ["mon"], "days_a_week": None, "times_a_day": 2}
    asked(desk, {"do": "schedule", "item_id": "i1", **days})
    assert work_of(desk)["usual"] == []
    asked(desk, {"do": "usual_dose", "item_id": "i1", "on": True})
    assert work_of(desk)["usual"] == ["i1"]
    other = desks()
    asked(other, {"do": "add", "exercise_id": "bridge"})
    assert (other.held().items[0].dose, other.held().items[0].schedule) == (
        desk.held().items[0].dose,
        desk.held().items[0].schedule,
    )
    asked(desk, {"do": "usual_dose", "item_id": "i1", "on": False})
    asked(desk, {"do": "add", "exercise_id": "bridge", "again": True})
    assert desk.held().items[1].dose == desk.library["bridge"].dose
    desk.store.preferences.keep("dose", "bridge", {"dose": {"sets": 0}})
    asked(third := desks(), {"do": "add", "exercise_id": "bridge"})
    assert third.held().items[0].dose == desk.library["bridge"].dose


def test_favourites_and_what_was_used_last(desk: Desk) -> None:
    """The filters leave them; cards say which are favourites and where they stand in the plan."""
    page = Planner(desk)
    page._heard(page, {"do": "favourite", "exercise_id": "clamshell", "on": True}, [])
    page._heard(page, {"do": "add", "exercise_id": "bridge"}, [])
    page._heard(page, {"do": "add", "exercise_id": "clamshell"}, [])
    page._heard(page, {"do": "add", "exercise_id": "bridge", "again": True}, [])
    cards = {card["id"]: card for card in page.found["cards"]}
    assert (cards["bridge"]["in_plan"], cards["bridge"]["favourite"]) == ([1, 3], False)
    assert (cards["clamshell"]["in_plan"], cards["clamshell"]["favourite"]) == ([2], True)
    assert desk.shelf.detail("clamshell")["favourite"]
    assert [card["id"] for card in desk.shelf.found(Query(mine="favourites"))["cards"]] == ["clamshell"]
    assert [card["id"] for card in desk.shelf.found(Query(mine="recent"))["cards"]] == ["bridge", "clamshell"]
    assert [card["id"] for card in desk.shelf.found(Query(words="clamshell", mine="recent"))["cards"]][:1] == [
        "clamshell"
    ]
    page._heard(page, {"do": "favourite", "exercise_id": "clamshell", "on": False}, [])
    assert desk.shelf.found(Query(mine="favourites"))["cards"] == []


def test_an_empty_plan_is_filled(desk: Desk) -> None:
    """From a template, with what it says of the whole; one undo takes all of it away again."""
    asked(desk, {"do": "blank"})
    assert next(offer["id"] for offer in work_of(desk)["ready"]) == FIRST_OFFER
    asked(desk, {"do": "fill", "template": FIRST_OFFER})
    assert (len(desk.held().items), desk.held().title, work_of(desk)["ready"]) == (4, "Hip stretches for your knee", [])
    asked(desk, {"do": "undo"})
    assert (desk.held().items, desk.held().title) == ((), "Your exercise plan")


def test_the_first_sixty_are_listed(tmp_path: Path) -> None:
    """Of more the others are a press away; both numbers are told."""
    desk = desk_on(tmp_path)
    for _ in range(62):
        asked(desk, {"do": "blank"})
    asked(desk, {"do": "close"})
    view = start_of(desk)
    assert (len(view["kept"]), view["found"], view["plans"]) == (60, 62, 62)
    asked(desk, {"do": "find_plans", "words": "", "all": True})
    assert len(start_of(desk)["kept"]) == 62
    desk.store.close()


def test_a_plan_without_exercises_is_offered_first_what_serves_its_patient(desk: Desk) -> None:
    asked(desk, {"do": "blank"})
    asked(desk, {"do": "add_condition", "condition": "tha_posterior"})
    assert work_of(desk)["ready"][0]["id"] == "hip-replacement-weeks-0-6"


def test_a_ready_made_plan_brings_what_it_is_made_for(desk: Desk) -> None:
    """It is said, applied and asked about until more is said of it or it is taken away; one step brings it back. The
    list names the joint of the condition, not that of most exercises."""
    said = asked(desk, {"do": "template", "template": "hip-replacement-weeks-0-6"})
    assert said == "With its condition: Hip replacement, approach not known."
    keys = ["tha_posterior", "tha_anterior", "tha_lateral"]
    shown = work_of(desk)
    assert shown["made_for"] == {"name": "Hip replacement, approach not known", "conditions": keys}
    assert [one["condition"] for one in shown["patient"]["conditions"]] == keys
    assert {ask["field"] for ask in shown["patient"]["conditions"][0]["asks"]} >= {"which", "side", "since"}
    asked(desk, {"do": "patient", "field": "side", "value": "right"})
    asked(desk, {"do": "close"})
    assert start_of(desk)["kept"][0]["area"] == "hip"
    asked(desk, {"do": "open", "code": start_of(desk)["kept"][0]["code"], "version": 1})
    asked(desk, {"do": "not_made_for", "conditions": keys})
    assert (work_of(desk)["patient"]["conditions"], work_of(desk)["made_for"]) == ([], None)
    asked(desk, {"do": "undo"})
    assert work_of(desk)["made_for"] is not None
    asked(desk, {"do": "keep_condition", "at": 0})
    asked(desk, {"do": "change_condition", "at": 0, "field": "side", "value": "right"})
    assert work_of(desk)["made_for"] is None
    asked(desk, {"do": "not_made_for", "conditions": keys})
    assert len(work_of(desk)["patient"]["conditions"]) == 1  # what was said of it stays
    asked(desk, {"do": "close"})
    assert start_of(desk)["kept"][0]["area"] == "right hip"


def test_a_plan_that_is_filled_takes_what_it_is_made_for_in_the_same_step(desk: Desk) -> None:
    """And leaves the patient's own condition as it was said."""
    asked(desk, {"do": "blank"})
    said = asked(desk, {"do": "fill", "template": "knee-replacement-weeks-0-6"})
    assert (said, work_of(desk)["made_for"] is None) == ("With its condition: Total knee replacement.", False)
    asked(desk, {"do": "undo"})
    assert (desk.held().items, desk.held().context.conditions) == ((), ())
    asked(desk, {"do": "add_condition", "condition": "tha_lateral"})
    assert asked(desk, {"do": "fill", "template": "hip-replacement-weeks-0-6"}) == ""
    assert [held.condition for held in desk.held().context.conditions] == ["tha_lateral"]
