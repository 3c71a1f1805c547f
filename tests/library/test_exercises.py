"""The whole library: the numbers of the specification, and words that a patient understands on either side."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import reading_level
from kit.library.exercise import Exercise, Side, text_for
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.prescription import prescribe
from kit.plan.resolved import resolve
from kit.plan.template import templates
from kit.review.check import check
from kit.timing.session import formula_s, steps_of
from kit.words.readability import GRADE_AIM, readability
from tests.conftest import START

NAMES: dict[Side, str] = {"left": "left", "right": "right"}
LIBRARY = Library.load()


def patient_texts(exercise: Exercise) -> list[str]:
    variants = [v.text for v in (*exercise.easier, *exercise.harder) if v.text]
    return [exercise.purpose, *exercise.steps, exercise.feel, exercise.breathing, *exercise.mistakes, *variants]


def test_all_exercises_of_the_specification_are_there(library: Library, specification: dict[str, Any]) -> None:
    """52 exercises and one that is timed, each with its dose, sides, days, tags and links."""
    assert {e["id"] for e in specification["exercises"]} == set(library.exercises) - {"walking"}
    assert len(library) == 53
    for row in specification["exercises"]:
        e = library[row["id"]]
        assert (e.category, e.region, e.sides, e.days_a_week, e.times_a_day) == (
            row["category"],
            row["region"],
            row["sides"],
            row["days_per_week"],
            row["times_per_day"],
        )
        for field in ("sets", "reps", "hold_s", "tempo_s", "rest_rep_s", "rest_set_s"):
            assert getattr(e.dose, field) == row[field], (e.id, field)
        assert {t.name if t.limb == "lead" else f"{t.name}@{t.limb}" for t in e.tags} == set(row["tags"])
        for field in ("easier", "harder"):
            assert not row[field] or row[field] in {v.id for v in getattr(e, field)}, (e.id, field)


def test_every_default_takes_the_time_of_the_specification(library: Library, specification: dict[str, Any]) -> None:
    """The closed formula and the steps both give the table's seconds."""
    for row in specification["exercises"]:
        item = prescribe(library[row["id"]], "i1")
        assert formula_s(item) == steps_of([item]).total_s == row["time_s"], row["id"]


@pytest.mark.parametrize("exercise", list(LIBRARY), ids=lambda e: e.id)
def test_every_exercise_is_in_plain_words(exercise: Exercise) -> None:
    """School grade 6 or below, no sentence over 15 words, no word of the clinic."""
    told = [text_for(text, "right", NAMES) for text in patient_texts(exercise)]
    score = readability(told)
    assert score.grade <= GRADE_AIM
    assert score.long_sentences == ()
    assert score.jargon == ()
    assert readability([exercise.patient_name]).jargon == ()


@pytest.mark.parametrize("exercise", list(LIBRARY), ids=lambda e: e.id)
def test_every_exercise_names_sides_only_by_its_tokens(exercise: Exercise) -> None:
    """No text says left or right by itself; a one-sided exercise names its side, one for both sides none."""
    for text in patient_texts(exercise):
        assert not re.search(r"\b(left|right)\b(?! angle)", text)
    in_steps = any("{lead}" in step for step in exercise.steps)
    assert in_steps == (exercise.sides == "each")
    pairs: tuple[tuple[Side, Side], ...] = (("left", "right"), ("right", "left"))
    for lead, other in pairs:
        told = " ".join(text_for(text, lead, NAMES) for text in exercise.steps)
        assert re.findall(r"\b(?:left|right)\b(?! angle)", told) == [
            {"lead": lead, "other": other}[token]
            for step in exercise.steps
            for token in re.findall(r"{(lead|other)}", step)
        ]


@pytest.mark.parametrize("exercise", list(LIBRARY), ids=lambda e: e.id)
def test_every_exercise_is_whole(exercise: Exercise) -> None:
    """Full form: what a leaflet and a search need is there, doses are not typed into the steps, the review is open."""
    assert 4 <= len(exercise.steps) <= 12
    for field in ("aliases", "purpose", "feel", "breathing", "mistakes", "easier", "precautions", "position"):
        assert getattr(exercise, field), field
    assert not any(re.search(r"\d+ ?(s|sec|seconds|times|reps|sets)\b", step) for step in exercise.steps)
    assert {s.mark for s in exercise.sources} >= {"D"} or exercise.article_name
    assert exercise.review == "draft"


@pytest.mark.parametrize("name", list(templates()))
def test_every_template_is_fit_for_a_patient_without_conditions(name: str, library: Library) -> None:
    """No STOP, ERROR or AVOID, and a handout at grade 6 or below without a word of the clinic."""
    plan = templates()[name].plan(library, "P-001", START, "P-001")
    assert [str(f) for f in check(plan, library) if f.holds] == []
    score = reading_level(document(resolve(plan, library), Clinic()))
    assert score is not None
    assert score.grade <= GRADE_AIM
    assert score.jargon == ()
    assert plan.reporting.progression_rule


def test_there_are_at_least_eight_templates(library: Library) -> None:
    """The common problems are covered, the four founding stretches among them."""
    assert len(templates()) >= 8
    assert [i.exercise_id for i in templates()["knee-glute-stretches"].items] == [
        "seated_rotator_stretch",
        "supine_figure4_stretch",
        "standing_itb_stretch",
        "supine_leg_crossover",
    ]


def test_another_language_is_not_scored(four: Plan, library: Library) -> None:
    """The formulas are for English: a handout in Arabic has no grade, and none is made up."""
    assert reading_level(document(resolve(four, library), Clinic(locale="ar-EG"))) is None
