"""The desk: wishes of the page become plans, refusals change nothing."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest

from kit.errors import ContentError, PlanError
from kit.handouts.claim import claimed
from kit.ui.planner.closed import Closed
from kit.ui.planner.desk import Desk
from kit.ui.planner.kept import other_hand
from kit.ui.planner.offers import FIRST_OFFER
from kit.ui.planner.page import Planner, planner
from kit.ui.planner.start_shown import KeptShown
from tests.ui.conftest import Desks, asked, start_of, work_of

TODAY = dt.date(2026, 6, 1)
Choice = Literal["theirs", "mine", "copy"]


def started(desk: Desk) -> Desk:
    desk.do({"do": "template", "template": FIRST_OFFER})
    return desk


def test_it_opens_empty_with_the_founding_four_first(desk: Desk) -> None:
    view = desk.view()
    assert view["plan"] is None
    assert view["offers"][0]["id"] == FIRST_OFFER
    assert view["offers"][0]["about"] == "4 exercises · 11 min 20 s"


def test_the_template_takes_11_min_20_s(desk: Desk) -> None:
    plan = work_of(started(desk))["plan"]
    assert (plan["total"], plan["total_s"]) == ("11 min 20 s", 680)
    assert sum(step["seconds"] for item in plan["items"] for step in item["steps"]) == 680
    assert (
        plan["items"][0]["sentences"]
        == "Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times. Once a day."
    )


def test_typing_into_one_field_is_one_step_back(desk: Desk) -> None:
    started(desk)
    for value in (4, 45):
        desk.do({"do": "adjust", "item_id": "i1", "field": "hold_s", "value": value, "typing": 1})
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
        {"do": "open", "code": "BCDFGHJF", "version": 1},
        {"do": "dance"},
    ],
)
def test_a_refused_wish_changes_nothing(desk: Desk, wish: dict[str, object]) -> None:
    before = started(desk).view()
    with pytest.raises(ContentError):
        asked(desk, wish)
    assert desk.view() == before


def test_from_draft_to_the_next_version(desk: Desk) -> None:
    code = issued(desk).held().code
    with pytest.raises(PlanError):
        desk.do({"do": "remove", "item_id": "i1"})
    desk.do({"do": "new_version", "start": "2026-06-15", "reason": ""})
    assert (desk.held().version, desk.held().is_draft) == (2, True)
    desk.do({"do": "open", "code": code, "version": 1})
    assert not desk.held().is_draft
    assert work_of(desk)["next"] == {"code": code, "version": 2, "draft": True}


def issued(desk: Desk) -> Desk:
    started(desk).do({"do": "screened", "done": True})
    desk.do({"do": "issue", "by": "A. Physio"})
    return desk


def test_a_version_that_has_been_begun_is_not_begun_again(desks: Desks) -> None:
    """The draft of it stays as it is, and the message says where it is."""
    desk = issued(desks())
    code = desk.held().code
    desk.do({"do": "new_version", "start": "2026-06-15", "reason": ""})
    desk.do({"do": "describe", "field": "title", "value": "Two"})
    desk.do({"do": "open", "code": code, "version": 1})
    with pytest.raises(PlanError, match=r"version 2 has been begun already\. Open version 2\."):
        desk.do({"do": "new_version", "start": "2026-06-15", "reason": ""})
    desk.do({"do": "open", "code": code, "version": 2})
    assert desk.held().title == "Two"


def test_a_correction_on_the_same_day(desk: Desk) -> None:
    """It asks for a reason."""
    issued(desk)
    with pytest.raises(PlanError, match="Write what is corrected"):
        desk.do({"do": "new_version", "start": "2026-06-01", "reason": ""})
    desk.do({"do": "new_version", "start": "2026-06-01", "reason": "Wrong side."})
    assert (desk.held().version, desk.held().start) == (2, TODAY)


def test_every_edit_is_kept_at_once(desks: Desks) -> None:
    """Another program finds the plan as it was after the last edit, offers to go on with it, and can undo it."""
    started(desks()).do({"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 45})
    second = desks()
    offer = start_of(second)["go_on"]
    assert offer is not None
    assert (offer["plan_id"], offer["version"]) == ("P-001", 1)
    second.do({"do": "open", "code": offer["code"], "version": offer["version"]})
    assert second.held().item("i1").dose.hold_s == 45
    second.do({"do": "undo"})
    assert second.held().item("i1").dose.hold_s == 30
    second.do({"do": "undo"})
    assert len(second.held().items) == 4


def test_each_visit_to_a_field_is_a_step_of_its_own(desk: Desk) -> None:
    """Left and entered again, the same field is a second step; so is each press of a button. Undo says what it did."""
    started(desk)
    for value, visit in ((40, 1), (45, 1), (50, 2), (55, None), (60, None)):
        wish = {"do": "adjust", "item_id": "i1", "field": "hold_s", "value": value}
        asked(desk, wish | ({"typing": visit} if visit else {}))
    seen = []
    for _ in range(4):
        said = desk.do({"do": "undo"})
        seen.append(desk.held().item("i1").dose.hold_s)
    assert seen == [55, 50, 45, 30]
    assert said == "Undone: Seated hip stretch: Hold 30 seconds. Do it 2 times on each side."


def test_undo_stays_within_a_plan(desk: Desk) -> None:
    """One plan edited, another opened: undo never brings the first back into hand."""
    started(desk).do({"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 45})
    desk.do({"do": "close"})
    desk.do({"do": "blank"})
    desk.do({"do": "undo"})
    assert (desk.held().plan_id, work_of(desk)["undo"]) == ("P-002", False)


def test_a_label_of_another_plan_is_refused(desk: Desk) -> None:
    """Renaming a plan to another one's label leaves both as they were; a new one is offered the next free label."""
    started(desk).do({"do": "describe", "field": "patient", "value": "Anna"})
    desk.do({"do": "close"})
    started(desk)
    assert desk.held().plan_id == "P-002"
    with pytest.raises(PlanError, match="“P-001” is taken by another plan"):
        desk.do({"do": "describe", "field": "plan_id", "value": "P-001"})
    assert {(k["plan_id"], k["patient"]) for k in kept(desk)} == {("P-001", "Anna"), ("P-002", "")}


def kept(desk: Desk) -> list[KeptShown]:
    desk.do({"do": "close"})
    return start_of(desk)["kept"]


def test_plans_are_found_by_label_patient_and_code(desk: Desk) -> None:
    started(desk).do({"do": "describe", "field": "patient", "value": "Anna"})
    code = desk.held().code
    desk.do({"do": "close"})
    started(desk)
    for words, count in (("anna", 1), ("P-00", 2), (code.lower(), 1), ("%", 0), ("nobody", 0)):
        desk.do({"do": "find_plans", "words": words})
        assert len(kept(desk)) == count, words


def test_a_patient_of_the_same_label_is_asked_about(desk: Desk) -> None:
    """The plan stays with a patient of its own until the clinician says that it is the same person."""
    started(desk).do({"do": "describe", "field": "patient", "value": "Anna"})
    first = desk.held().patient_code
    desk.do({"do": "close"})
    started(desk).do({"do": "describe", "field": "patient", "value": "Anna"})
    assert desk.held().patient_code != first
    assert work_of(desk)["namesake"] == {"patient_code": first, "said": "1 plan (P-001)"}
    desk.do({"do": "same_patient", "patient_code": first})
    assert desk.held().patient_code == first
    assert work_of(desk)["namesake"] is None


def two_hands(desks: Desks) -> tuple[Desk, Desk]:
    one = started(desks())
    two = desks()
    two.do({"do": "open", "code": one.held().code, "version": 1})
    return one, two


def hold(desk: Desk, seconds: int) -> None:
    desk.do({"do": "adjust", "item_id": "i1", "field": "hold_s", "value": seconds})


def test_two_hands_on_different_things_are_put_together_and_told(desks: Desks) -> None:
    one, two = two_hands(desks)
    hold(two, 45)
    one.do({"do": "describe", "field": "title", "value": "Other"})
    assert (one.held().title, one.held().item("i1").dose.hold_s) == ("Other", 45)
    assert [str(notice) for notice in one.untold()] == [
        "plan P-001: was changed in another window too: Seated hip stretch: Hold 45 seconds. "
        "Do it 2 times on each side. Both edits are in the plan. Look whether they fit together."
    ]


@pytest.mark.parametrize(("choice", "kept_s", "others_s"), [("theirs", 60, 60), ("mine", 45, 45), ("copy", 45, 60)])
def test_two_hands_on_one_thing_are_asked(desks: Desks, choice: Choice, kept_s: int, others_s: int) -> None:
    """Theirs is shown as different, nothing else is done meanwhile, and the choice is carried out."""
    one, two = two_hands(desks)
    code = one.held().code
    hold(two, 60)
    hold(one, 45)
    asked = one.view()["conflict"]
    assert asked is not None
    assert (asked["who"], asked["mine"]) == ("Another window of yours", True)
    assert asked["yours"] == ["Seated hip stretch: Hold 45 seconds. Do it 2 times on each side."]
    assert asked["theirs"] == ["Seated hip stretch: Hold 1 minute. Do it 2 times on each side."]
    one.do({"do": "remove", "item_id": "i4"})
    one.do({"do": "resolve", "choice": choice})
    assert one.view()["conflict"] is None
    assert (one.held().item("i1").dose.hold_s, len(one.held().items)) == (kept_s, 4)
    assert (one.held().code == code) == (choice != "copy")
    two.do({"do": "open", "code": code, "version": 1})
    assert two.held().item("i1").dose.hold_s == others_s


@pytest.mark.parametrize(("choice", "kept_s"), [("theirs", 60), ("copy", 45)])
def test_what_nobody_chose_is_asked_again(desks: Desks, choice: Choice, kept_s: int) -> None:
    """Its window was closed: whoever opens the plan next is asked. Mine may then not go over theirs, which may rest on
    what has been done since."""
    one, two = two_hands(desks)
    code = one.held().code
    hold(two, 60)
    hold(one, 45)
    later = desks()
    later.do({"do": "open", "code": code, "version": 1})
    asked = later.view()["conflict"]
    assert asked is not None
    assert (asked["mine"], asked["theirs"]) == (
        False,
        ["Seated hip stretch: Hold 1 minute. Do it 2 times on each side."],
    )
    later.do({"do": "resolve", "choice": choice})
    assert later.view()["conflict"] is None
    assert later.held().item("i1").dose.hold_s == kept_s
    again = desks()
    again.do({"do": "open", "code": code, "version": 1})
    assert again.view()["conflict"] is None


def test_the_other_hand_is_named_as_people_say_it() -> None:
    """One's own window as such, whoever the machine says one is; another person by name."""
    assert [other_hand(by, "root") for by in ("root", "", "B. Physio")] == [
        "Another window of yours",
        "Another window of yours",
        "B. Physio, in another window,",
    ]


def test_my_edit_over_theirs_leaves_what_i_never_touched(desks: Desks) -> None:
    """Of the other window's edits only the one that clashes gives way, and only that one is shown."""
    one, two = two_hands(desks)
    hold(two, 60)
    two.do({"do": "adjust", "item_id": "i2", "field": "reps", "value": 6})
    hold(one, 45)
    clash = one.view()["conflict"]
    assert clash is not None
    assert len(clash["yours"]) == len(clash["theirs"]) == 1
    one.do({"do": "resolve", "choice": "mine"})
    assert (one.held().item("i1").dose.hold_s, one.held().item("i2").dose.reps) == (45, 6)


def test_a_handout_is_made_of_the_plan_as_it_is_now(desks: Desks) -> None:
    """Not of what this window still shows: it shows the change first."""
    one, two = two_hands(desks)
    hold(two, 60)
    with pytest.raises(PlanError, match="was changed in another window, and is shown here as it is now"):
        one.in_hand.latest()
    assert one.in_hand.latest().item("i1").dose.hold_s == 60


def test_the_other_plans_of_a_patient_are_named(desk: Desk) -> None:
    started(desk).do({"do": "describe", "field": "patient", "value": "Anna"})
    first = desk.held()
    desk.do({"do": "close"})
    started(desk).do({"do": "same_patient", "patient_code": first.patient_code})
    assert work_of(desk)["siblings"] == "P-001"


def test_who_issues_what_another_hand_changed_sees_it_first(desks: Desks) -> None:
    one, two = two_hands(desks)
    for desk in (one, two):
        desk.do({"do": "open", "code": one.held().code, "version": 1})
    one.do({"do": "screened", "done": True})
    two.do({"do": "open", "code": one.held().code, "version": 1})
    hold(two, 60)
    with pytest.raises(PlanError, match="was changed in another window"):
        one.do({"do": "issue", "by": "A. Physio"})
    assert (one.held().is_draft, one.held().item("i1").dose.hold_s) == (True, 60)
    one.do({"do": "issue", "by": "A. Physio"})
    with pytest.raises(PlanError, match=r"was issued by A\. Physio on 2026-06-01"):
        two.do({"do": "issue", "by": "B. Physio"})
    assert two.held().issued == one.held().issued


def test_a_broken_file_of_hers_is_told_and_the_planner_opens(tmp_path: Path, desks: Desks) -> None:
    (tmp_path / "clinic.toml").write_text("paper = 'a7'\n", encoding="utf-8")
    desk = desks()
    assert "clinic.toml" in desk.notices[0].where
    assert work_of(started(desk))["plan"]["total_s"] == 680


def test_a_limit_that_cannot_be_read_holds_the_issue(tmp_path: Path, desks: Desks) -> None:
    """The planner works, and issues nothing before the settings are mended; they are read anew then."""
    (tmp_path / "clinic.toml").write_text('[settings]\nsecond_person = "yes"\n', encoding="utf-8")
    desk = started(desks())
    desk.do({"do": "screened", "done": True})
    with pytest.raises(ContentError) as caught:
        desk.do({"do": "issue", "by": "A. Physio"})
    assert [str(fault) for fault in caught.value.faults] == [
        "clinic.toml: has a fault that may concern the clinic's limits, and no plan is issued before it is mended. "
        "Mend what is told here, and issue again.",
        "clinic.toml, settings.second_person: “yes” is refused: it must be true or false. Correct the value.",
    ]
    assert desk.held().is_draft
    (tmp_path / "clinic.toml").write_text("[settings]\nsecond_person = true\n", encoding="utf-8")
    desk.do({"do": "issue", "by": "A. Physio"})
    assert (desk.held().is_draft, desk.clinic.settings.second_person) == (False, True)


def test_a_store_that_cannot_be_opened_is_told_on_the_page(tmp_path: Path) -> None:
    """In place of the planner, with the mend; the file stays as it is."""
    (tmp_path / "clinic.db").write_text("Anna, knee\n", encoding="utf-8")
    page = planner(tmp_path)
    assert isinstance(page, Closed)
    assert page.faults == [
        {
            "where": str(tmp_path / "clinic.db"),
            "what": "is no database, and is left as it is.",
            "mend": "Move the file away, or restore a backup: kit store restore.",
        }
    ]
    assert (tmp_path / "clinic.db").read_text(encoding="utf-8") == "Anna, knee\n"


def test_a_handout_that_was_cut_off_is_repaired_at_the_start(tmp_path: Path) -> None:
    """What a killed run has left is taken away before the page opens; where another run is at work it is told."""
    folder = tmp_path / "handouts" / "P-001-BCDFGHJF" / "v1"
    left = folder / ".handout-0123456789abcdef.part"
    (left / "patient").mkdir(parents=True)
    with claimed(folder):
        page = planner(tmp_path)
    assert isinstance(page, Planner)
    assert page.notices == [
        {
            "where": str(folder),
            "what": "another handout is being put there just now.",
            "mend": "Wait a moment, then try again.",
            "of": "",
            "n": None,
        }
    ]
    page = planner(tmp_path)
    assert isinstance(page, Planner)
    assert page.notices == []
    assert list(folder.iterdir()) == []


def test_a_wish_is_answered_when_it_is_on_the_disk(desks: Desks) -> None:
    """The page hears the number of its wish after the store has it, and after a refusal too."""
    page, heard = Planner(desks()), []
    page.send = lambda message, buffers=None: heard.append((message, start_of(desks())["plans"]))
    page._heard(page, {"do": "blank", "n": 1}, [])
    assert [kept for _, kept in heard] == [1, 1]
    assert heard[-1][0] == {"answered": 1}
    page._heard(page, {"do": "dance", "n": 2}, [])
    assert [message for message, _ in heard[2:]] == [{"refused": True, "of": "dance", "about": ""}, {"answered": 2}]


def test_what_is_slow_to_load_is_not_loaded() -> None:
    code = "import sys, kit.ui.planner.page; print({'pandas', 'matplotlib', 'typst', 'babel', 'alembic'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
