"""What a patient is told to do of one item: the change of sides, the firmer hold, the limit of range."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.figures import figure, frame_at, panels
from kit.handouts.document import document
from kit.handouts.nodes import ExerciseBlock
from kit.handouts.page.facts import facts
from kit.handouts.pictures import picture_texts
from kit.handouts.told import card_told, dose_told, steps_in_phases, steps_told
from kit.library.exercise import Arc, Exercise, Side, text_for
from kit.library.library import Library
from kit.library.phases import Card
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import resolve
from kit.ui.planner.unfolded import unfolded
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides
from kit.words.readability import readability

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
WORDS = Catalogue()
NAMES: dict[Side, str] = {"left": "left", "right": "right"}
PLAN_ONLY = "Your physio set a range for this one. Do not go past it."


def item_of(exercise_id: str, sides: Sides | None = None, limit: tuple[int, int] | None = None) -> Prescription:
    item = prescribe(LIBRARY[exercise_id], "i1")
    change: dict[str, Any] = {"sides": sides or item.sides}
    if sides in ("left", "right"):
        change["lead_side"] = sides
    if limit:
        change["rom_limit"] = Arc(from_deg=limit[0], to_deg=limit[1])
    return item.model_copy(update=change)


def block(item: Prescription, locale: str = "en-GB", **context: Any) -> ExerciseBlock:
    plan = Plan.begin("P-001", START, items=(item,), context=Context(**context))
    made = document(resolve(plan, LIBRARY), Clinic(locale=locale))
    (found,) = (node for node in made.nodes if isinstance(node, ExerciseBlock))
    return found


@pytest.mark.parametrize("exercise_id", sorted(e.id for e in LIBRARY if e.turn))
def test_the_change_of_sides_is_told_where_both_are_done(exercise_id: str) -> None:
    """On one side alone nobody turns around, rolls over or moves the strap."""
    turn = LIBRARY[exercise_id].turn.replace("{lead}", "right").replace("{other}", "left")
    item = item_of(exercise_id).model_copy(update={"lead_side": "right"})
    follows = "In each set, do one side first, then the other."
    follows = follows if item.dose.sets > 1 else "Do all of one side first, then the other side."
    assert block(item).steps[-2:] == (follows, turn)


def test_how_the_sides_follow_one_another_is_told_as_it_is_planned() -> None:
    """In steps, on the card and in the planner: what the timer of the page does."""
    item = item_of("bird_dog")
    for order, told in (
        (None, "Do all of one side first, then the other side."),
        ("sides_in_turn", "Do all of one side first, then the other side."),
        ("alternate", "Change sides after each time."),
    ):
        turned = item.model_copy(update={"side_order": order})
        made = block(turned)
        assert made.steps[-1] == told
        assert made.short.phases[-1][1].endswith(told)
        known = resolve(Plan.begin("P-001", START, items=(turned,)), LIBRARY)
        assert unfolded(known, "i1", WORDS)["steps"][-1] == told


def test_the_player_tells_it_to_the_side_that_goes_first() -> None:
    """The second side is the last of a round."""
    item = item_of("standing_itb_stretch")
    sides: tuple[Side, Side] = ("right", "left")
    first, second = (steps_told(item, LIBRARY[item.exercise_id], s, WORDS, careful=False) for s in sides)
    assert first[-1] == "Turn around to change sides."
    assert second[-1] == "Bring your left foot back next to the other foot."


@pytest.mark.parametrize(
    ("exercise_id", "usual", "firm"),
    [
        (
            "sit_to_stand",
            "Put your hands on your thighs.",
            "Hold the arms of the chair (not drawn).",
        ),
        ("single_leg_stance", "Rest your fingertips on it.", "Rest your whole hand on it."),
    ],
)
def test_a_firmer_hold_for_whoever_may_fall(exercise_id: str, usual: str, firm: str) -> None:
    """In place of the usual step, never beside it."""
    for context, told, untold in (
        ({}, usual, firm),
        ({"age": 64}, usual, firm),
        ({"age": 65}, firm, usual),
        ({"conditions": ({"condition": "falls_risk"},)}, firm, usual),
    ):
        steps = block(item_of(exercise_id), **context).steps
        assert (told in steps, untold in steps) == (True, False)


@pytest.mark.parametrize("exercise", [e for e in LIBRARY if e.sides == "each"], ids=lambda e: e.id)
@pytest.mark.parametrize("sides", ["left", "right", "each"])
def test_the_other_side_is_told_only_where_both_are_done(exercise: Exercise, sides: Sides) -> None:
    """On paper, on the page and in the planner: on one side alone nothing but the steps of that side; on each, how to
    change, and on the page to the first side alone."""
    item = item_of(exercise.id, sides)
    known = resolve(Plan.begin("P-001", START, items=(item,)), LIBRARY)
    lead: Side = "left" if sides == "left" else "right" if sides == "right" else item.lead_side
    turn = [text_for(exercise.turn, lead, NAMES)] if exercise.turn else []
    own = [text_for(step, lead, NAMES) for step in exercise.steps]
    both = sides == "each"
    follows = "In each set, do one side first, then the other."
    follows = follows if item.dose.sets > 1 else "Do all of one side first, then the other side."
    whole = [*own, follows, *turn] if both else own
    assert list(block(item).steps) == whole
    assert unfolded(known, "i1", WORDS)["steps"] == whole
    (told,) = json.loads(facts(known, WORDS, ""))["items"]
    assert set(told["lines"]) == ({"left", "right"} if both else {sides})
    lines: dict[str, list[str]] = told["lines"]
    assert [line for line in lines[lead] if line in turn] == (turn if both else [])
    for side in set(lines) - {lead}:
        assert not [line for line in lines[side] if exercise.turn and "change sides" in line]
        assert len(lines[side]) == len(lines[lead]) - len(turn)
    phased = steps_in_phases(item, exercise, lead, WORDS, careful=False)
    assert [step for _, steps in phased for step in steps] == [*own, *(turn if both else [])]
    assert not both or not turn or phased[-1][0] == "return"


@pytest.mark.parametrize("exercise", [e for e in LIBRARY if e.sides == "both"], ids=lambda e: e.id)
def test_work_of_both_sides_has_no_other_side(exercise: Exercise) -> None:
    """Neither a change of sides nor a second side."""
    assert list(block(item_of(exercise.id)).steps) == list(exercise.steps)


# The short text


@pytest.mark.parametrize("exercise", list(LIBRARY), ids=lambda e: e.id)
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_short_text_is_told_for_the_side_at_work(exercise: Exercise, side: Side) -> None:
    """No token is left, and each stands for its side."""
    other: Side = "left" if side == "right" else "right"
    told = card_told(item_of(exercise.id), exercise, side, WORDS, careful=False)
    assert told is not None
    assert exercise.card is not None
    for line, text in zip(told, exercise.card.lines, strict=True):
        assert line == text.replace("{lead}", side).replace("{other}", other)


@pytest.mark.parametrize(
    ("exercise_id", "careful", "limit", "said"),
    [
        (
            "sit_to_stand",
            True,
            None,
            "Hold the arms of the chair (not drawn).",
        ),
        ("sit_to_stand", False, None, "Put your hands on your thighs."),
        ("single_leg_stance", True, None, "Rest your whole hand on it."),
        ("long_arc_quad", False, (90, 45), "Stop when your right knee is still half bent."),
        ("long_arc_quad", False, None, "Stop when the knee is straight, or when your back starts to round."),
    ],
)
def test_the_short_text_holds_what_is_told_otherwise(
    exercise_id: str, careful: bool, limit: tuple[int, int] | None, said: str
) -> None:
    """The firmer hold, and the limit of range; never the words that these replace."""
    item, exercise = item_of(exercise_id, limit=limit), LIBRARY[exercise_id]
    steps = steps_told(item, exercise, "right", WORDS, careful=careful)
    told = card_told(item, exercise, "right", WORDS, careful=careful)
    assert told is not None
    assert said in " ".join(told)
    gone = {text_for(step, "right", NAMES) for step in exercise.steps} - set(steps)
    assert len(gone) == (careful or limit is not None)
    assert not [step for step in gone if step in " ".join(told)]


def test_a_short_text_that_leaves_it_out_is_not_told() -> None:
    """An own one may not say how to hold on: then the steps are told in full. None is told where there is none."""
    own = LIBRARY["sit_to_stand"].model_copy(update={"card": Card(start="Sit.", move="Stand up.")})
    item = item_of("sit_to_stand")
    assert card_told(item, own, "right", WORDS, careful=False) == ("Sit.", "Stand up.")
    assert card_told(item, own, "right", WORDS, careful=True) is None
    bare = own.model_copy(update={"card": None, "phases": ()})
    assert card_told(item, bare, "right", WORDS, careful=False) is None
    assert steps_in_phases(item, bare, "right", WORDS, careful=False) == ()


# What to take care of


@pytest.mark.parametrize("exercise_id", sorted(e.id for e in LIBRARY))
def test_every_line_to_take_care_of_is_printed(exercise_id: str) -> None:
    """After how to get ready: what keeps from harm first, then the precautions in plain words, then the mistakes."""
    (care,) = (aside for aside in block(item_of(exercise_id)).asides if aside.kind == "mistakes")
    exercise = LIBRARY[exercise_id]
    lead = exercise.lead_side
    lines = [text_for(line, lead, NAMES) for line in (*exercise.safety, *exercise.cautions, *exercise.mistakes)]
    assert list(care.lines[-len(lines) :]) == lines


def test_a_limit_of_range_is_what_the_sheet_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """90 to 45 degrees, no movement drawn: where to stop, in the step and in the dose; the drawn end is left out."""
    monkeypatch.setattr("kit.figures.gallery.read_motion", lambda _exercise_id: None)
    item = item_of("long_arc_quad", "right", (90, 45))
    made = block(item)
    assert made.steps[4] == "Stop when your right knee is still half bent."
    assert not any("knee is straight" in step for step in made.steps)
    assert "Start with your knee as bent as when you sit. Stop with it half bent." in made.dose
    assert PLAN_ONLY in made.dose
    assert [picture.alt for picture in made.pictures] == picture_texts(item, LIBRARY["long_arc_quad"], "right", WORDS)
    assert len(made.pictures) == len(panels("long_arc_quad")) - 1
    assert not any("straight" in picture.alt for picture in made.pictures)


@pytest.mark.parametrize(
    ("exercise_id", "low", "step", "start", "end"),
    [
        ("short_arc_quad", 15, 5, "a little bent", "not quite straight"),
        ("long_arc_quad", 45, 4, "as bent as when you sit", "half bent"),
    ],
)
def test_a_limit_that_can_be_drawn(exercise_id: str, low: int, step: int, start: str, end: str) -> None:
    """The end is the picture of the movement that comes nearest to the limit and not past it, told with its bend."""
    made = block(item_of(exercise_id, "left", (90, low)))
    assert made.steps[step] == f"Stop when your left knee is still {end}."
    assert f"Start with your knee {start}. Stop with it {end}." in made.dose
    assert PLAN_ONLY not in made.dose
    assert [picture.svg for picture in made.pictures] == [
        figure(exercise_id, "start", "left"),
        frame_at(exercise_id, "knee", low, "left"),
    ]
    assert made.pictures[1].alt == f"The end of the move: the left knee is still {end}."


@pytest.mark.parametrize("exercise_id", [e.id for e in LIBRARY if e.arc])
def test_no_other_line_leads_past_a_limit(exercise_id: str) -> None:
    """Beside the stop step nothing of the exercise says how far to go, however long the sheet is."""
    exercise = LIBRARY[exercise_id]
    steps = [step for n, step in enumerate(exercise.steps, 1) if n != exercise.arc_step]
    easier = [variant.text for variant in exercise.easier]
    for line in (*steps, exercise.feel, *exercise.mistakes, *exercise.safety, *easier):
        assert not re.search(r"knee is straight|straighten the knee|halfway", line, re.IGNORECASE)


@pytest.mark.parametrize(
    ("exercise_id", "limit"),
    [("bridge", (90, 45)), ("short_arc_quad", (90, 45)), ("long_arc_quad", (80, 45))],
    ids=["no arc", "nothing left", "begins outside"],
)
def test_a_limit_that_words_cannot_follow_is_told_as_one(exercise_id: str, limit: tuple[int, int]) -> None:
    """The steps stay, the drawn end goes, and the sheet says that a range was set."""
    made = block(item_of(exercise_id, limit=limit))
    assert made.dose.count(PLAN_ONLY) == 1
    assert not any("Start with your knee" in line for line in made.dose)
    usual = block(item_of(exercise_id))
    assert made.steps == usual.steps
    assert made.pictures == usual.pictures[:-1]


def test_a_limit_as_wide_as_the_exercise_changes_nothing() -> None:
    """Nor does none."""
    wide, usual = block(item_of("long_arc_quad", limit=(90, 0))), block(item_of("long_arc_quad"))
    assert (wide.steps, wide.dose, wide.pictures) == (usual.steps, usual.dose, usual.pictures)


def test_a_limit_is_told_in_plain_words() -> None:
    """Grade 5 or below, whatever the words."""
    for low in (0, 10, 30, 45, 60, 75):
        made = block(item_of("long_arc_quad", limit=(90, low)))
        score = readability([*made.dose, *made.steps])
        assert score.grade <= 5
        assert score.long_sentences == ()


def test_a_limit_in_american_english() -> None:
    """The word for the clinician is the country's."""
    told = dose_told(item_of("bridge", limit=(90, 45)), LIBRARY["bridge"], Catalogue("en-US"))
    assert told[-1] == "Your physical therapist set a range for this one. Do not go past it."


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "ar-EG", "zh-CN"])
def test_no_phase_says_its_title_twice(locale: str) -> None:
    """ "Hold. Hold. Keep breathing." reads like a slip: on the card and in full."""
    for exercise in LIBRARY:
        plan = Plan.begin("P-001", START).add(exercise)
        for node in document(resolve(plan, LIBRARY), Clinic(locale=locale)).nodes:
            parts = (*node.short.phases, *node.short.card) if isinstance(node, ExerciseBlock) else ()
            assert [said for title, said in parts if said.startswith((f"{title}.", f"{title}。"))] == []
