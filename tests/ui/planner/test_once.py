"""What is said once of a patient fills every exercise, and what is asked of a condition is asked in place."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.errors import ContentError, PlanError
from kit.library.rules import rules
from kit.ui.planner.desk import Desk
from kit.ui.planner.panel import Query
from kit.ui.planner.patient import began
from kit.ui.planner.shown import ConditionShown
from tests.ui.conftest import asked, work_of


def sides(desk: Desk) -> list[str]:
    return [item.sides for item in desk.held().items]


def conditions(desk: Desk) -> list[ConditionShown]:
    return work_of(desk)["patient"]["conditions"]


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2026-06-01", "1 June 2026, on the day that the plan begins."),
        ("2026-06-02", "2 June 2026, after the plan begins."),
        ("2026-05-31", "31 May 2026, 1 day before the plan."),
        ("2026-05-19", "19 May 2026, 13 days before the plan."),
        ("2026-05-18", "18 May 2026, 2 weeks before the plan."),
        ("2026-05-04", "4 May 2026, 4 weeks before the plan."),
        ("2025-06-02", "2 June 2025, 52 weeks before the plan."),
        ("2025-06-01", "1 June 2025, 12 months before the plan."),
        ("2024-06-02", "2 June 2024, 23 months before the plan."),
        ("2024-06-01", "1 June 2024, 2 years before the plan."),
    ],
)
def test_a_day_is_told_in_words(since: str, said: str) -> None:
    """A browser may write the month first: 4 May, or 5 April."""
    assert began(dt.date.fromisoformat(since), dt.date(2026, 6, 1)) == said


def test_the_side_is_said_once(four_on: Desk) -> None:
    """It sets what is there in one step back, and what comes later: added, swapped in, or of a template."""
    before = four_on.held()
    assert asked(four_on, {"do": "patient", "field": "side", "value": "right"}) == "4 exercises now on the right."
    assert sides(four_on) == ["right"] * 4
    four_on.do({"do": "undo"})
    assert four_on.held() == before
    four_on.do({"do": "redo"})
    assert asked(four_on, {"do": "add", "exercise_id": "clamshell"}) == "Clamshell added as No. 5, on the right."
    asked(four_on, {"do": "add", "exercise_id": "bridge", "at": 0})
    asked(four_on, {"do": "swap", "item_id": "i2", "exercise_id": "seated_rotator_stretch"})
    assert sides(four_on) == ["both", *["right"] * 5]
    asked(four_on, {"do": "fill", "template": "frozen-shoulder"})
    assert "left" not in sides(four_on)
    assert asked(four_on, {"do": "patient", "field": "side", "value": None}) == ""
    assert sides(four_on)[1] == "right"
    with pytest.raises(ContentError, match="must be one of"):
        asked(four_on, {"do": "patient", "field": "side", "value": "middle"})


def test_a_side_of_a_condition_fills_the_patients(four_on: Desk) -> None:
    """Where none is said; said already it stays, and a new condition is offered it, and is strict until it is taken."""
    asked(four_on, {"do": "add_condition", "condition": "tka"})
    (tka,) = conditions(four_on)
    assert [(ask["field"], ask["offers"]) for ask in tka["asks"]] == [("side", "")]
    said = asked(four_on, {"do": "change_condition", "at": 0, "field": "side", "value": "left"})
    assert (said, four_on.held().context.side) == ("4 exercises now on the left.", "left")
    asked(four_on, {"do": "add_condition", "condition": "rc_repair"})
    _, cuff = conditions(four_on)
    assert (cuff["side"], cuff["asks"][0]["offers"]) == ("", "left")
    asked(four_on, {"do": "change_condition", "at": 1, "field": "side", "value": "right"})
    assert (four_on.held().context.side, set(sides(four_on))) == ("left", {"left"})


def test_what_is_missing_is_asked_with_the_reason(four_on: Desk) -> None:
    """Side, region and day as far as the rules of the condition go by them; what is said is not asked again."""
    asked(four_on, {"do": "add_condition", "condition": "recent_surgery"})
    asked(four_on, {"do": "add_condition", "condition": "hypertension"})
    surgery, pressure = conditions(four_on)
    assert [ask["field"] for ask in surgery["asks"]] == ["side", "region", "since"]
    assert surgery["asks"][2]["said"] == (
        "Window: 12 weeks or until protocol entered. Day of surgery or onset? "
        "Until it is said, it counts as just begun."
    )
    assert pressure["asks"] == []
    for field, value in (("side", "right"), ("region", "knee"), ("since", "2026-05-20")):
        asked(four_on, {"do": "change_condition", "at": 0, "field": field, "value": value})
    assert conditions(four_on)[0]["asks"] == []


def test_an_approach_that_nobody_knows_is_judged_by_all(four_on: Desk) -> None:
    """All of them come in with one step; the one that is it takes the others away, and nothing else."""
    asked(four_on, {"do": "add_condition", "condition": "hypertension"})
    before = four_on.held()
    also = ["tha_anterior", "tha_lateral"]
    asked(four_on, {"do": "add_condition", "condition": "tha_posterior", "also": also})
    held = [one["condition"] for one in conditions(four_on)]
    assert held == ["hypertension", "tha_posterior", *also]
    assert [one["asks"][0]["field"] for one in conditions(four_on)[1:]] == ["which"] * 3
    assert conditions(four_on)[2]["asks"][0]["offers"] == "anterior"
    assert [[ask["field"] for ask in one["asks"]] for one in conditions(four_on)[1:]] == [
        ["which", "side", "since"],
        ["which"],
        ["which"],
    ]
    assert conditions(four_on)[2]["name"] == "Hip replacement, approach not known: if anterior"
    for at, field, said in ((1, "side", "right"), (3, "since", "2026-05-20")):  # said of one, it is said of all
        asked(four_on, {"do": "change_condition", "at": at, "field": field, "value": said})
    assert [(one["side"], one["since"]) for one in conditions(four_on)] == [("", "")] + [("right", "2026-05-20")] * 3
    asked(four_on, {"do": "keep_condition", "at": 2})
    assert [one["condition"] for one in conditions(four_on)] == ["hypertension", "tha_anterior"]
    assert "which" not in [ask["field"] for ask in conditions(four_on)[1]["asks"]]
    for _ in range(4):
        four_on.do({"do": "undo"})
    assert four_on.held() == before
    with pytest.raises(PlanError, match="not in the list"):
        asked(four_on, {"do": "add_condition", "condition": "tka", "also": ["nonsense"]})
    assert four_on.held() == before


def test_what_is_not_there_is_left_out_where_it_can_be(four_on: Desk) -> None:
    """The version without comes in; where there is none the exercise itself, and the review says what it needs."""
    asked(four_on, {"do": "not_there", "name": "band", "on": True})
    said = asked(four_on, {"do": "add", "exercise_id": "banded_side_step"})
    named = {e.id: e.name for e in four_on.library}
    assert said == (
        f"{named['side_lying_hip_abduction']} added as No. 5, in place of {named['banded_side_step']}: no band at home."
    )
    asked(four_on, {"do": "add", "exercise_id": "band_row"})
    assert [item.exercise_id for item in four_on.held().items[4:]] == ["side_lying_hip_abduction", "band_row"]
    told = [f["what"] for f in work_of(four_on)["review"]["findings"] if f["item"] == "i6"]
    assert "It needs long band, which is not at home." in told
    asked(four_on, {"do": "thing", "name": "band", "has": True})
    about = four_on.held().context
    assert (about.equipment, about.not_at_home) == (("band",), ())


def test_several_come_in_with_one_step(four_on: Desk) -> None:
    before = four_on.held()
    said = asked(four_on, {"do": "add_all", "exercise_ids": ["bridge", "clamshell", "bird_dog"]})
    assert said == "3 exercises added."
    assert [item.exercise_id for item in four_on.held().items[4:]] == ["bridge", "clamshell", "bird_dog"]
    assert four_on.shelf.places()["clamshell"] == [6]
    four_on.do({"do": "undo"})
    assert four_on.held() == before
    with pytest.raises(PlanError, match="not in the library"):
        asked(four_on, {"do": "add_all", "exercise_ids": ["bridge", "no_such"]})
    assert four_on.held() == before


@pytest.mark.parametrize(
    ("words", "template"),
    [("knee replacement", "knee-replacement-weeks-0-6"), ("posture", ""), ("knee", ""), ("DVT", "")],
)
def test_a_condition_finds_what_its_template_holds(four_on: Desk, words: str, template: str) -> None:
    """After what the words hit themselves, each once; a single word that is no condition brings no template."""
    own = [e.id for e in four_on.library.search(words)]
    held = [item.exercise_id for item in four_on._start.offers.template(template).items] if template else []
    shown = [card["id"] for card in four_on.shelf.found(Query(words=words))["cards"]]
    assert shown == list(dict.fromkeys([*own, *held]))


def test_a_card_says_what_it_would_bring(four_on: Desk) -> None:
    """To this patient; anew when a condition comes, and not while no plan is in hand."""
    shown = {card["id"]: card["brings"] for card in four_on.shelf.found(Query())["cards"]}
    assert set(shown.values()) == {None}
    asked(four_on, {"do": "add_condition", "condition": "tha_posterior"})
    shown = {card["id"]: card["brings"] for card in four_on.shelf.found(Query())["cards"]}
    assert (shown["bent_knee_crossover"], shown["bridge"]) == ("AVOID", None)
    fitting = {card["id"] for card in four_on.shelf.found(Query(fits=True))["cards"]}
    assert fitting == {name for name, level in shown.items() if level not in ("STOP", "AVOID")}
    four_on.do({"do": "close"})
    assert {card["brings"] for card in four_on.shelf.found(Query(fits=True))["cards"]} == {None}


@pytest.mark.parametrize("words", [".", "🙂", "!?"])
def test_signs_without_a_letter_mean_no_condition(desk: Desk, words: str) -> None:
    """What is offered first is taken with Enter: nothing is offered for what says nothing."""
    found = desk.conditions_meant(words)
    assert (found["ids"], found["plans"]) == ([], [])
    assert len(desk.conditions_meant(" ")["ids"]) == len(rules().conditions)


def test_a_problem_that_is_no_condition_leads_to_plans_for_it(desk: Desk) -> None:
    """At most three, and none where the words mean a condition."""
    found = desk.conditions_meant("knee pain")
    assert (found["ids"], len(found["plans"])) == ([], 3)
    assert "knee-glute-stretches" in [plan["id"] for plan in found["plans"]]
    asked(desk, {"do": "fill", "template": found["plans"][0]["id"]})
    assert desk.held().items
    assert desk.conditions_meant("THR")["plans"] == []


def test_a_condition_that_is_there_is_not_there_twice(four_on: Desk) -> None:
    """Until something is said of it that tells a second one from it, such as another region."""
    for _ in range(2):
        asked(four_on, {"do": "add_condition", "condition": "recent_surgery"})
    assert len(conditions(four_on)) == 1
    asked(four_on, {"do": "change_condition", "at": 0, "field": "region", "value": "knee"})
    asked(four_on, {"do": "add_condition", "condition": "recent_surgery"})
    assert [one["region"] for one in conditions(four_on)] == ["knee", ""]


def test_what_is_in_the_plan_comes_in_twice_when_it_is_asked_for_again(four_on: Desk) -> None:
    """However often, and however slowly, Add is pressed; one step takes the second one away."""
    asked(four_on, {"do": "add", "exercise_id": "clamshell"})
    for _ in range(2):
        said = asked(four_on, {"do": "add", "exercise_id": "clamshell"})
        assert said == "Clamshell is in the plan already, as No. 5. Add it again from its own page."
    assert len(four_on.held().items) == 5
    assert asked(four_on, {"do": "add", "exercise_id": "clamshell", "again": True}).startswith(
        "Clamshell added as No. 6"
    )
    assert "as No. 5 and 6." in asked(four_on, {"do": "add", "exercise_id": "clamshell"})
    asked(four_on, {"do": "undo"})
    assert len(four_on.held().items) == 5


def test_a_preset_fits_the_kind_of_work(desk: Desk) -> None:
    """No stretch is offered repetitions, nothing that moves a hold, and nothing by the clock either."""
    asked(desk, {"do": "blank"})
    for exercise_id in [e.id for e in desk.library if not e.needs_clinician][:24]:
        asked(desk, {"do": "add", "exercise_id": exercise_id})
    seen = set()
    for row, item in zip(work_of(desk)["plan"]["items"], desk.held().items, strict=True):
        exercise = desk.library[item.exercise_id]
        held = exercise.work == "hold" or exercise.category == "stretch"
        wanted = ["3 × 10"] if not held else ["10 × 5 s"] if exercise.category == "strength" else ["2 × 30 s"]
        assert row["presets"] == ([] if item.dose.duration_s is not None else wanted), exercise.id
        seen.update(row["presets"])
    assert seen == {"3 × 10", "10 × 5 s", "2 × 30 s"}
