"""The way to paper: what a plan waits for is told in words, what is new can be taken back, its pages can be looked at."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from kit.clinic import Clinic
from kit.errors import PlanError
from kit.ui.beside import beside
from kit.ui.planner.desk import Desk
from kit.ui.planner.issuing import locale_of
from kit.ui.planner.page import Planner
from kit.ui.planner.to_issue import ToIssue
from tests.ui.conftest import Desks, asked, work_of

FORM: dict[str, Any] = {"do": "preview", "name": "", "paper": "", "palette": "day", "large": False, "turn": 4}


def to_issue(desk: Desk) -> ToIssue:
    return work_of(desk)["to_issue"]


def next_version(desk: Desk) -> None:
    """Issue the plan in hand, and begin the version after it."""
    asked(desk, {"do": "screened", "done": True})
    asked(desk, {"do": "issue", "by": "A. Physio"})
    asked(desk, {"do": "new_version", "start": "2026-06-08", "reason": ""})


def test_what_it_waits_for_is_told_in_words(desk: Desk) -> None:
    """One thing at a time: an exercise, the red-flag question, the findings; then nothing."""
    asked(desk, {"do": "blank"})
    assert to_issue(desk)["waits"] == "Add an exercise first"
    asked(desk, {"do": "add", "exercise_id": "bridge"})
    assert (to_issue(desk)["waits"], to_issue(desk)["screen_due"]) == ("Answer the red-flag question", True)
    asked(desk, {"do": "screened", "done": True})
    assert (to_issue(desk)["waits"], to_issue(desk)["screen_due"]) == ("", False)
    asked(desk, {"do": "flag", "name": "Septic joint", "present": True})
    assert to_issue(desk)["waits"] == "1 finding waits for your answer"
    asked(desk, {"do": "add", "exercise_id": "standing_itb_stretch"})
    asked(desk, {"do": "add_condition", "condition": "tha_posterior"})
    assert to_issue(desk)["waits"] == "2 findings wait for your answer"
    held = [finding["key"] for finding in work_of(desk)["review"]["findings"] if finding["holds"]]
    assert to_issue(desk)["held"] == held


def test_a_screen_too_old_is_asked_for_again_and_is_no_finding_to_answer(four_on: Desk) -> None:
    asked(four_on, {"do": "screened", "done": True})
    four_on.today += dt.timedelta(days=15)
    asked(four_on, {"do": "describe", "field": "start", "value": four_on.today.isoformat()})
    told = to_issue(four_on)
    assert (told["waits"], told["screen_due"], told["held"]) == ("Answer the red-flag question", True, [])


def test_the_name_is_kept_for_the_next_plan(desks: Desks, tmp_path: Path) -> None:
    """The clinic's therapist first; then whoever issued last, in every window."""
    (tmp_path / "clinic.toml").write_text('therapist = "T. Physio"\n', encoding="utf-8")
    first, other = desks(), desks()
    asked(first, {"do": "template", "template": "knee-glute-stretches"})
    assert to_issue(first)["by"] == "T. Physio"
    asked(first, {"do": "screened", "done": True})
    asked(first, {"do": "issue", "by": "A. Physio"})
    asked(other, {"do": "blank"})
    assert to_issue(other)["by"] == "A. Physio"


def test_what_is_new_is_told_and_can_be_taken_back(four_on: Desk) -> None:
    """A changed dose, an exercise taken out and one put in; after all ways back only the start differs."""
    assert (to_issue(four_on)["since"], to_issue(four_on)["changes"]) == (None, [])
    next_version(four_on)
    start = {"text": "Start: 8 June 2026, was 1 June 2026.", "item_id": "", "back": ""}
    assert (to_issue(four_on)["since"], to_issue(four_on)["changes"]) == (1, [start])
    before = four_on.held().items
    asked(four_on, {"do": "adjust", "item_id": "i3", "field": "hold_s", "value": 45})
    asked(four_on, {"do": "remove", "item_id": "i2"})
    asked(four_on, {"do": "add", "exercise_id": "bridge"})
    changed = to_issue(four_on)["changes"]
    assert changed == [
        {"text": "Supine figure-4 (piriformis) stretch: taken out.", "item_id": "i2", "back": "Put it back in"},
        {
            "text": "Standing TFL / ITB stretch at wall: Hold 45 seconds. Do it 2 times on each side. "
            "Before: Hold 30 seconds. Do it 2 times on each side.",
            "item_id": "i3",
            "back": "As it was",
        },
        {"text": "Bridge: new.", "item_id": "i5", "back": "Take it out"},
        start,
    ]
    for change in changed[:-1]:
        asked(four_on, {"do": "back", "item_id": change["item_id"]})
    assert four_on.held().items == before
    assert to_issue(four_on)["changes"] == [start]


def test_a_correction_tells_what_is_new_since_the_version_that_was_in_force(four_on: Desk) -> None:
    """One that was corrected before it began was never the patient's; a first version that is corrected has none."""
    next_version(four_on)
    first, asks = four_on.in_hand.before(four_on.held()), {"do": "new_version", "reason": "Wrong dose"}
    asked(four_on, {"do": "screened", "done": True})
    asked(four_on, {"do": "issue", "by": "A. Physio"})
    asked(four_on, {**asks, "start": "2026-06-08"})
    third = four_on.held()
    assert (third.version, third.replaces and third.replaces.version) == (3, 2)
    assert first
    assert four_on.in_hand.in_force_before(third) == first
    asked(four_on, {"do": "open", "code": third.code, "version": 1})
    assert four_on.in_hand.in_force_before(four_on.held()) is None


def test_no_way_back_where_there_is_no_version_before(four_on: Desk) -> None:
    with pytest.raises(PlanError, match="exercise: is not in the version before. Look at the list again."):
        asked(four_on, {"do": "back", "item_id": "i1"})
    assert len(four_on.held().items) == 4


def test_the_next_version_starts_on_a_day_that_is_taken(four_on: Desk) -> None:
    """The day after the start at the earliest: on the day itself it would be a correction."""
    asked(four_on, {"do": "screened", "done": True})
    asked(four_on, {"do": "issue", "by": "A. Physio"})
    day = to_issue(four_on)["next_from"]
    assert day == "2026-06-02"
    asked(four_on, {"do": "new_version", "start": day, "reason": ""})
    assert work_of(four_on)["plan"]["version"] == 2


@pytest.mark.parametrize(
    ("language", "own", "locale"),
    [("ar", "en-GB", "ar-GB"), ("", "en-GB", "en-GB"), ("en", "en-US", "en-US"), ("xx", "en-GB", "en-GB")],
)
def test_the_patients_language_keeps_the_clinics_country(language: str, own: str, locale: str) -> None:
    """Whose numbers to call are printed; what has no sentences is said in the clinic's language."""
    assert locale_of(language, Clinic(locale=own)) == locale


def test_form_and_diary_are_chosen(four_on: Desk) -> None:
    """One page with its other side and the diary; the leaflet is longer; without a diary there is a page less."""

    def drawn(**chosen: str) -> int:
        page = Planner(four_on)
        page.send = Mock()
        page._heard(page, {**FORM, **chosen, "n": 1}, [])
        return next(int(call.args[0]["pages"]["count"]) for call in page.send.call_args_list if "pages" in call.args[0])

    assert (drawn(), drawn(diary="brief"), drawn(diary="none"), drawn(form="page")) == (3, 3, 2, 3)
    assert drawn(form="leaflet") > drawn(form="leaflet", diary="none") > 3
    assert drawn(form="cards") == 5


def test_every_form_is_offered_and_the_clinics_own_first(desks: Desks, tmp_path: Path) -> None:
    """In plain words; what is not chosen is made as the clinic has set."""
    (tmp_path / "clinic.toml").write_text('form = "cards"\ndiary = "none"\n', encoding="utf-8")
    desk = desks()
    asked(desk, {"do": "template", "template": "knee-glute-stretches"})
    told = to_issue(desk)
    assert [key for key, _ in told["forms"]] == ["", "page", "leaflet", "pictures"]
    assert [key for key, _ in told["diaries"]] == ["", "brief", "full"]
    assert dict(told["forms"])[""] == "Cards for the fridge"
    page = Planner(desk)
    page.send = Mock()
    page._heard(page, {**FORM, "n": 1}, [])
    (pages,) = (call.args[0]["pages"] for call in page.send.call_args_list if "pages" in call.args[0])
    assert pages["count"] == 4


def test_the_pages_are_those_of_the_plan_and_nothing_is_kept(four_on: Desk) -> None:
    """One drawing a page, and how many in words; on other paper too; a plan without exercises says why there are none."""
    page = Planner(four_on)
    page.send = Mock()
    page._heard(page, {**FORM, "n": 1}, [])
    page._heard(page, {**FORM, "paper": "letter", "language": "ar", "n": 2}, [])
    (first, drawings), (second, _) = (call.args for call in page.send.call_args_list if "pages" in call.args[0])
    assert first["pages"] == {"turn": 4, "said": f"{len(drawings)} pages, A4", "count": len(drawings), "fault": ""}
    assert all(drawing.startswith(b"<svg") for drawing in drawings)
    assert second["pages"]["said"].endswith("pages, Letter")
    asked(four_on, {"do": "blank"})
    page._heard(page, {**FORM, "n": 3}, [])
    none = page.send.call_args_list[-2].args[0]["pages"]
    assert none == {
        "turn": 4,
        "said": "",
        "count": 0,
        "fault": "it has no exercises. Add at least one exercise.",
    }
    assert not four_on.workspace.handouts.exists()


def test_the_pages_of_a_draft_are_those_that_will_be_printed(four_on: Desk) -> None:
    """What she has seen before she issued it is the sheet, letter by letter, in the name that she wrote."""
    page = Planner(four_on)
    page.send = Mock()
    asked(four_on, {"do": "screened", "done": True})
    for n, by in enumerate(("A. Physio", "B. Physio", "")):
        page._heard(page, {**FORM, "by": by, "n": n}, [])
    asked(four_on, {"do": "issue", "by": "A. Physio"})
    page._heard(page, {**FORM, "n": 9}, [])
    seen, of_another, of_nobody, printed = (
        call.args[1] for call in page.send.call_args_list if "pages" in call.args[0]
    )
    assert seen == printed != of_another
    assert len(of_nobody) == len(printed)


def test_what_takes_a_moment_is_done_beside_and_told_in_the_own_thread() -> None:
    """In a loop another thread works, and the loop goes on; without one it is done at once."""
    here = threading.get_ident()
    worked: list[int] = []
    told_in: list[int] = []

    def tell(ident: Callable[[], int]) -> None:
        worked.append(ident())
        told_in.append(threading.get_ident())

    async def ask() -> None:
        beside(threading.get_ident, tell)
        assert worked == []
        while not worked:
            await asyncio.sleep(0)

    asyncio.run(ask())
    beside(threading.get_ident, tell)
    assert worked[0] != here
    assert (worked[1:], told_in) == ([here], [here, here])


def test_a_correction_says_what_becomes_of_the_older_sheet(four_on: Desk) -> None:
    """A first version and a next one say nothing of it."""

    def issue() -> str:
        asked(four_on, {"do": "screened", "done": True})
        return asked(four_on, {"do": "issue", "by": "A. Physio"})

    assert issue() == "Issued. It is final now."
    asked(four_on, {"do": "new_version", "start": four_on.today.isoformat(), "reason": "Wrong side"})
    asked(four_on, {"do": "adjust", "item_id": "i1", "field": "sides", "value": "left"})
    assert issue() == "Issued. It is final now. Its sheet tells the patient to throw that of version 1 away."
    asked(four_on, {"do": "new_version", "start": "2026-06-08", "reason": ""})
    assert issue() == "Issued. It is final now."


@pytest.mark.parametrize(
    ("reason", "wrong", "mended"),
    [
        ("Wrong side", "side", {"do": "adjust", "item_id": "i1", "field": "sides", "value": "left"}),
        ("Wrong dose", "dose", {"do": "adjust", "item_id": "i1", "field": "reps", "value": 1}),
        ("Wrong exercise", "exercise", {"do": "remove", "item_id": "i1"}),
        ("The note", "rest", {"do": "adjust", "item_id": "i1", "field": "note", "value": "Slowly."}),
    ],
)
def test_a_correction_leads_to_what_it_is_to_set_right(
    four_on: Desk, reason: str, wrong: str, mended: dict[str, Any]
) -> None:
    """The draft and the finding that holds it both lead there, until it is done; put back, they lead there again."""
    asked(four_on, {"do": "screened", "done": True})
    asked(four_on, {"do": "issue", "by": "A. Physio"})
    asked(four_on, {"do": "new_version", "start": four_on.today.isoformat(), "reason": reason})

    def led() -> tuple[str, list[str]]:
        view = work_of(four_on)
        return view["wrong"], [one["opens"] for one in view["review"]["findings"] if one["key"].startswith("ERROR")]

    assert led() == (wrong, [wrong])
    assert to_issue(four_on)["waits"] == "1 finding to mend"
    with pytest.raises(PlanError, match="and nothing is changed: "):
        asked(four_on, {"do": "issue", "by": "A. Physio"})
    asked(four_on, mended)
    assert led() == ("", [])
    assert to_issue(four_on)["waits"] == ""
    asked(four_on, {"do": "undo"})
    assert led() == (wrong, [wrong])


def test_how_a_handout_was_made_is_of_its_patient(four_on: Desk, desks: Desks) -> None:
    """Language and size of print are there again for the same patient, also after a restart, and for no other one; the
    patient's name is not among them."""
    first = work_of(four_on)["plan"]["code"]
    assert to_issue(four_on)["last"] is None
    page = Planner(four_on)
    page.send = Mock()
    chosen = {"paper": "", "palette": "day", "large": True, "language": "es", "form": "", "diary": "full"}
    page._heard(page, {**chosen, "do": "export", "name": "Maria Example", "n": 1}, [])
    assert to_issue(four_on)["last"] == chosen
    asked(four_on, {"do": "blank"})
    asked(four_on, {"do": "add", "exercise_id": "bridge"})
    assert to_issue(four_on)["last"] is None
    again = desks()
    asked(again, {"do": "open", "code": first, "version": 1})
    assert to_issue(again)["last"] == chosen
