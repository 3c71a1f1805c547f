"""What a patient is told to do of one item: the change of sides, the firmer hold, the limit of range."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.figures import figure, frame_at, panels
from kit.handouts.document import document
from kit.handouts.nodes import ExerciseBlock
from kit.handouts.pictures import picture_texts
from kit.handouts.told import dose_told, steps_told
from kit.library.exercise import Arc, Side, text_for
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides
from kit.words.readability import readability

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
WORDS = Catalogue()
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
    lead = LIBRARY[exercise_id].lead_side
    both = block(item_of(exercise_id).model_copy(update={"lead_side": "right"})).steps
    assert both[-2:] == (turn, "Then do the other side.")
    assert len(block(item_of(exercise_id, lead)).steps) == len(LIBRARY[exercise_id].steps)
    assert not any(
        "change sides" in step or "other side." in step for step in block(item_of(exercise_id, "left")).steps
    )


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
        ("sit_to_stand", "Put your hands on your thighs.", "Put your hands on the arms of the chair."),
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


@pytest.mark.parametrize("exercise_id", sorted(e.id for e in LIBRARY))
def test_every_line_to_take_care_of_is_printed(exercise_id: str) -> None:
    """After how to get ready: what keeps from harm first, then the precautions in plain words, then the mistakes."""
    (care,) = (aside for aside in block(item_of(exercise_id)).asides if aside.kind == "mistakes")
    exercise = LIBRARY[exercise_id]
    lead = exercise.lead_side
    names: dict[Side, str] = {"left": "left", "right": "right"}
    lines = [text_for(line, lead, names) for line in (*exercise.safety, *exercise.cautions, *exercise.mistakes)]
    assert list(care.lines[-len(lines) :]) == lines


def test_a_limit_of_range_is_what_the_sheet_says() -> None:
    """90 to 45 degrees: where to stop, in the step and in the dose; the drawn end, a straight knee, is left out."""
    item = item_of("long_arc_quad", "right", (90, 45))
    made = block(item)
    assert made.steps[4] == "Stop when your right knee is still half bent."
    assert not any("knee is straight" in step for step in made.steps)
    assert "Start with your knee as bent as when you sit. Stop with it half bent." in made.dose
    assert PLAN_ONLY in made.dose
    assert [picture.alt for picture in made.pictures] == picture_texts(item, LIBRARY["long_arc_quad"], "right", WORDS)
    assert len(made.pictures) == len(panels("long_arc_quad")) - 1
    assert not any("straight" in picture.alt for picture in made.pictures)


def test_a_limit_that_can_be_drawn() -> None:
    """40 to 15 degrees over the roll: the end is the picture of the movement that comes nearest and not past it."""
    item = item_of("short_arc_quad", "left", (90, 15))
    made = block(item)
    assert made.steps[5] == "Stop when your left knee is still not quite straight."
    assert "Start with your knee a little bent. Stop with it not quite straight." in made.dose
    assert PLAN_ONLY not in made.dose
    assert [picture.svg for picture in made.pictures] == [
        figure("short_arc_quad", "start", "left"),
        frame_at("short_arc_quad", "knee", 15, "left"),
    ]
    assert made.pictures[1].alt == "The end of the move: the left knee is still not quite straight."


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
