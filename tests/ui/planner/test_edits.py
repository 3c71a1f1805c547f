"""Laws of every edit of the page: it can be undone, a refusal changes nothing, text stays text."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError, KitError, PlanError
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.template import template
from kit.review.check import check
from kit.store.tables import versions
from kit.ui.planner.desk import Desk
from kit.ui.planner.messages import EDITS
from kit.ui.planner.offers import FIRST_OFFER
from kit.words.text import clean
from tests.ui.conftest import asked, desk_on, work_of

TODAY = dt.date(2026, 6, 1)
Wish = dict[str, Any]


def _avoided() -> str:
    """The key of the AVOID that the founding four get with one condition in force."""
    library = Library.load()
    held = Context(conditions=(ConditionInForce(condition="tha_posterior"),))
    plan = template("knee-glute-stretches").plan(library, "P-001", TODAY).describe(context=held)
    return next(f.key for f in check(plan, library) if f.item == "i1" and f.level == "AVOID")


AVOIDED = _avoided()

# One wish for each edit, on the founding four with one condition in force.
WISHES: list[Wish] = [
    {"do": "add", "exercise_id": "supine_leg_crossover", "again": True},
    {"do": "add_all", "exercise_ids": ["bridge", "clamshell"]},
    {"do": "fill", "template": "frozen-shoulder"},
    {"do": "swap", "item_id": "i2", "exercise_id": "seated_rotator_stretch"},
    {"do": "adjust", "item_id": "i1", "field": "hold_s", "value": 45},
    {"do": "dose", "item_id": "i1", "sets": 3, "reps": 8, "hold_s": 5},
    {"do": "adjust_all", "item_ids": ["i1", "i3"], "changes": {"sides": "left", "sets": 2}},
    {"do": "order"},
    {"do": "remove_all", "item_ids": ["i2", "i4"]},
    {"do": "arc", "item_id": "i1", "from_deg": 90, "to_deg": 45},
    {"do": "schedule", "item_id": "i1", "weekdays": ["mon"], "days_a_week": None, "times_a_day": 2},
    {"do": "move", "item_id": "i1", "to": 2},
    {"do": "remove", "item_id": "i3"},
    {"do": "describe", "field": "title", "value": "Another title"},
    {"do": "activities", "names": ["Walking to the shop", "", "Stairs"]},
    {"do": "report", "field": "tailoring", "value": "tailored"},
    {"do": "answer", "key": AVOIDED, "by": "A. Physio", "reason": "Her surgeon has lifted it."},
    {"do": "patient", "field": "age", "value": 72},
    {"do": "thing", "name": "mat", "has": True},
    {"do": "not_there", "name": "band", "on": True},
    {"do": "add_condition", "condition": "hypertension"},
    {"do": "keep_condition", "at": 0},
    {"do": "change_condition", "at": 0, "field": "side", "value": "left"},
    {"do": "end_tag", "at": 0, "tag": "side_lie", "until": "2026-08-01"},
    {"do": "remove_condition", "at": 0},
    {"do": "not_made_for", "conditions": ["tha_posterior"]},
    {"do": "note_unlisted", "words": "Plantar heel pain"},
    {"do": "remove_unlisted", "at": 0},
    {"do": "flag", "name": "Septic joint", "present": True},
    {"do": "screened", "done": True},
]


def with_condition(desk: Desk) -> Desk:
    desk.do({"do": "note_unlisted", "words": "Tennis elbow"})
    desk.do({"do": "add_condition", "condition": "tha_posterior", "also": ["tha_lateral"]})
    return desk


def test_what_no_rule_covers_is_noted_once(four_on: Desk) -> None:
    """In the clinician's words, in plan and page; said twice it stands once, and the summary counts it."""
    for words in ("Tennis  elbow", "Tennis elbow"):
        asked(four_on, {"do": "note_unlisted", "words": words})
    assert four_on.held().context.unlisted == ("Tennis elbow",)
    shown = work_of(four_on)["patient"]
    assert (shown["unlisted"], shown["summary"]) == (["Tennis elbow"], "1 without a rule")


def test_every_edit_is_tried() -> None:
    """The list above holds each edit once; what needs an issued plan is tried on its own: a new version, and the way back."""
    assert sorted(wish["do"] for wish in WISHES) == sorted(EDITS - {"back"})


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish["do"])
def test_undo_restores_and_redo_repeats(four_on: Desk, wish: Wish) -> None:
    """After any edit, undo gives the plan as it was, and redo the plan as it became."""
    before = with_condition(four_on).held()
    asked(four_on, wish)
    after = four_on.held()
    assert after != before
    four_on.do({"do": "undo"})
    assert four_on.held() == before
    four_on.do({"do": "redo"})
    assert four_on.held() == after


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"do": "patient", "field": "age", "value": 130}, "it must be 120 or less"),
        ({"do": "patient", "field": "age", "value": 72.5}, "72.5 is not a whole number."),
        (
            {"do": "patient", "field": "conditions", "value": []},
            "with field “conditions”: it must be one of 'age', 'side', 'minutes_a_day', 'support', 'goal' or 'gets_off_floor'.",
        ),
        ({"do": "thing", "name": " ", "has": True}, "it is empty"),
        ({"do": "add_condition", "condition": "hypertensoin"}, "“hypertensoin” is not in the list."),
        ({"do": "change_condition", "at": 0, "field": "side", "value": "middle"}, "must be one of"),
        ({"do": "change_condition", "at": 0, "field": "since", "value": "June"}, "“June” is no day."),
        ({"do": "change_condition", "at": 7, "field": "side", "value": "left"}, "no number 8"),
        ({"do": "note_unlisted", "words": " "}, "it is empty"),
        ({"do": "remove_unlisted", "at": 3}, "no number 4"),
        (
            {"do": "change_condition", "at": 0, "field": "condition", "value": "tka"},
            "with field “condition”: it must be one of 'side', 'region', 'since' or 'until'.",
        ),
        (
            {"do": "change_condition", "at": 0, "field": "until", "value": "0026-09-30"},
            "condition, until: the year 0026 cannot be right. Did you mean 2026? Write four digits.",
        ),
        ({"do": "arc", "item_id": "i1", "from_deg": 90, "to_deg": None}, "arc, to_deg: an empty value"),
        ({"do": "arc", "item_id": "i1", "from_deg": 90, "to_deg": 190}, "it must be 180 or less"),
        ({"do": "adjust", "item_id": "i1", "field": "surface", "value": "sofa"}, "must be one of 'floor' or 'bed'"),
        ({"do": "describe", "field": "rest_ex_s", "value": 601}, "it must be 600 or less"),
        ({"do": "activities", "names": ["Stairs", "stairs"]}, "activities: “stairs” stands twice."),
        ({"do": "activities", "names": ["x" * 81]}, "it has 81 characters, and at most 80 fit. Shorten it."),
        ({"do": "activities", "names": list("abcd")}, "has 4 entries, and at most 3 fit."),
        ({"do": "activities", "names": [1]}, "with names"),
        ({"do": "describe", "field": "start", "value": "0026-06-01"}, "Did you mean 2026?"),
        ({"do": "end_tag", "at": 0, "tag": "", "until": "2026-08-01"}, "it is empty"),
        ({"do": "report", "field": "mood", "value": "good"}, "with field “mood”: it must be"),
        ({"do": "answer", "key": AVOIDED, "by": "A. Physio", "reason": " "}, "reason"),
        ({"do": "answer", "key": AVOIDED, "by": "", "reason": "Lifted."}, "name of the clinician"),
        ({"do": "answer", "key": "gone", "by": "A. Physio", "reason": "Lifted."}, "is gone"),
        ({"do": "answer", "key": "CAUTION screen plan", "by": "A. Physio", "reason": "Lifted."}, "has no answer"),
        ({"do": "swap", "item_id": "i1", "exercise_id": "no_such"}, "not in the library"),
        ({"do": "swap", "item_id": "i9", "exercise_id": "supine_leg_crossover"}, "has no item"),
    ],
)
def test_a_refused_edit_changes_nothing_and_says_why(four_on: Desk, wish: Wish, said: str) -> None:
    """A refusal names what is wrong, and the page shows what it showed."""
    before = with_condition(four_on).view()
    with pytest.raises(ContentError) as refused:
        asked(four_on, wish)
    assert said in str(refused.value)
    assert four_on.view() == before


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish["do"])
def test_an_issued_version_takes_no_edit(four_on: Desk, wish: Wish) -> None:
    """After the issue every edit is refused, there is no way back behind it, and the plan stays as it is."""
    four_on.do({"do": "screened", "done": True})
    four_on.do({"do": "issue", "by": "A. Physio"})
    issued = four_on.held()
    with pytest.raises(KitError):
        asked(four_on, wish)
    assert (four_on.held(), work_of(four_on)["undo"]) == (issued, False)


def test_a_refused_issue_loses_nothing(four_on: Desk, tmp_path: Path) -> None:
    """All reasons come at once; draft, way back and workspace stay as they were."""
    before = work_of(with_condition(four_on))
    with pytest.raises(PlanError) as refused:
        four_on.do({"do": "issue", "by": "A. Physio"})
    held = [f for f in before["review"]["findings"] if f["holds"]]
    assert len(refused.value.faults) == len(held) + 1  # and the screen
    assert four_on.view() == before
    assert four_on.store.versions.all(four_on.held().code) == []


def test_a_swap_keeps_place_and_days(four_on: Desk) -> None:
    """The other exercise stands where the first stood, on its days, at its own default dose and sides."""
    four_on.do({"do": "schedule", "item_id": "i2", "weekdays": ["tue"], "days_a_week": None, "times_a_day": 3})
    four_on.do({"do": "adjust", "item_id": "i2", "field": "hold_s", "value": 12})
    four_on.do({"do": "swap", "item_id": "i2", "exercise_id": "seated_rotator_stretch"})
    new, other = four_on.held().items[1], four_on.library["seated_rotator_stretch"]
    assert (new.exercise_id, new.dose, new.sides) == (other.id, other.dose, other.sides)
    assert (new.schedule.weekdays, new.schedule.times_a_day) == (("tue",), 3)
    assert len(four_on.held().items) == 4


@pytest.mark.parametrize("sides", ["left", "right", "each"])
def test_work_of_both_sides_takes_no_single_one(four_on: Desk, sides: str) -> None:
    """One side of a bridge is refused with its one-sided form; both at once are taken."""
    four_on.do({"do": "add", "exercise_id": "bridge"})
    before = four_on.held()
    with pytest.raises(PlanError) as refused:
        asked(four_on, {"do": "adjust", "item_id": "i5", "field": "sides", "value": sides})
    how = "on each side in turn" if sides == "each" else f"on the {sides} only"
    assert str(refused.value) == (
        f"item i5, sides: Hip lift works both sides at once. It cannot be done {how}. "
        "Prescribe both, or take “Single-leg bridge”."
    )
    asked(four_on, {"do": "adjust", "item_id": "i5", "field": "sides", "value": "both"})
    assert four_on.held() == before


def test_what_holds_by_default_is_chosen_by_none(four_on: Desk) -> None:
    """Surface, order of sides, pain, arc and rest: set, and taken back to what nobody said."""
    four_on.do({"do": "add", "exercise_id": "bridge"})
    before = four_on.held()
    for field, value in (("surface", "bed"), ("side_order", "alternate"), ("pain_kind", "tendon")):
        asked(four_on, {"do": "adjust", "item_id": "i5", "field": field, "value": value})
        assert getattr(four_on.held().item("i5"), field) == value
        asked(four_on, {"do": "adjust", "item_id": "i5", "field": field, "value": None})
    asked(four_on, {"do": "arc", "item_id": "i5", "from_deg": 90, "to_deg": 45})
    asked(four_on, {"do": "arc", "item_id": "i5", "from_deg": None, "to_deg": None})
    for field, said in (("pain_kind", "tendon"), ("rest_ex_s", 20)):
        asked(four_on, {"do": "describe", "field": field, "value": said})
        assert work_of(four_on)["plan"][field] == said  # type: ignore[literal-required]
        asked(four_on, {"do": "describe", "field": field, "value": None})
    assert four_on.held() == before


def test_an_empty_field_is_no_activity(four_on: Desk) -> None:
    """What is typed in one visit to a field is one step back."""
    before = four_on.held()
    for names in (["", "S", ""], ["", "Stairs", " "]):
        asked(four_on, {"do": "activities", "names": names, "typing": 7})
    assert work_of(four_on)["plan"]["activities"] == ["Stairs"]
    asked(four_on, {"do": "undo"})
    assert four_on.held() == before


def test_a_refused_first_edit_begins_no_plan(desk: Desk) -> None:
    """Without a plan in hand an edit begins one, but not where it is refused."""
    with pytest.raises(PlanError):
        asked(desk, {"do": "arc", "item_id": "i1", "from_deg": 90, "to_deg": 45})
    assert (desk.in_hand.plan, desk.store.plans.count()) == (None, 0)


HOSTILE = [
    "<script>document.title='fired'</script>",
    "{{7*7}} ${x} %s",
    "'; drop table plans --",
    "\u202egnp.exe",
    "=1+1",
]
TEXTS: list[Wish] = [
    {"do": "patient", "field": "goal", "value": ""},
    {"do": "describe", "field": "patient", "value": ""},
    {"do": "thing", "name": "", "has": True},
    {"do": "report", "field": "advice", "value": ""},
    {"do": "answer", "key": AVOIDED, "by": "A. Physio", "reason": ""},
    {"do": "answer", "key": AVOIDED, "by": "", "reason": "Lifted."},
    {"do": "flag", "name": "", "present": True},
]
FIELDS = {"patient": "value", "describe": "value", "thing": "name", "report": "value", "flag": "name"}


@given(st.sampled_from(TEXTS), st.one_of(st.sampled_from(HOSTILE), st.text(max_size=250)))
def test_text_is_kept_as_text_or_refused(tmp_path_factory: pytest.TempPathFactory, wish: Wish, text: str) -> None:
    """Whatever is typed stands in the view letter by letter, cleaned of what cannot be printed, or is refused."""
    field = FIELDS.get(wish["do"]) or ("reason" if wish["by"] else "by")
    desk = desk_on(tmp_path_factory.getbasetemp() / "texts")
    desk.do({"do": "template", "template": FIRST_OFFER})
    before = with_condition(desk).view()
    try:
        asked(desk, wish | {field: text})
    except KitError:
        assert desk.view() == before
    else:
        assert json.dumps(clean(text))[1:-1] in json.dumps(desk.view())


def test_a_missing_version_before_is_told_once(four_on: Desk) -> None:
    """A new version whose forerunner is gone from the workspace is shown, and the gap is told a single time."""
    four_on.do({"do": "screened", "done": True})
    four_on.do({"do": "issue", "by": "A. Physio"})
    four_on.do({"do": "new_version", "start": "2026-06-15", "reason": ""})
    with four_on.store.database.write() as connection:
        connection.execute(versions.delete())
    four_on.view()
    four_on.view()
    assert [fault.what for fault in four_on.untold()] == [f"{four_on.held().code} has no issued version 1."]
