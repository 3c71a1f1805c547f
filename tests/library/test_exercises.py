"""The whole library: the numbers of the specification, and words that a patient understands on either side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest

from kit.clinic import Clinic
from kit.errors import ContentError
from kit.handouts.document import document
from kit.handouts.nodes import reading_level
from kit.library.exercise import Exercise, Muscles, Side, Tag, text_for
from kit.library.library import Library
from kit.model import parse
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
    doing = [exercise.purpose, *exercise.steps, exercise.turn, *(s.told for s in exercise.careful)]
    return [*filter(None, doing), exercise.feel, exercise.breathing, *exercise.mistakes, *exercise.safety, *variants]


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
        for field in ("sets", "reps", "hold_s", "tempo_s", "rest_rep_s", "rest_set_s", "setup_s"):
            assert getattr(e.dose, field) == row[field], (e.id, field)
        assert row["switch_s"] in (None, e.dose.switch_s), e.id
        assert written(e.tags) == set(row["tags"])
        assert written(e.setup_tags) == set(row["setup_tags"])
        for field in ("base", "work", "load_class"):
            assert getattr(e, field) == row[field], (e.id, field)
        assert (e.shoes or "none") == row["shoes"].replace(" or ", "_or_").replace(" if ", "_if_"), e.id
        assert bool(e.bed_ok) == row["bed_ok"], e.id
        assert set(row["added_regions"]) <= set(e.all_regions), e.id
        for field in ("easier", "harder"):
            assert not row[field] or row[field] in {v.id for v in getattr(e, field)}, (e.id, field)


def test_every_default_takes_the_time_of_the_specification(library: Library, specification: dict[str, Any]) -> None:
    """The closed formula and the steps both give the table's seconds."""
    for row in specification["exercises"]:
        item = prescribe(library[row["id"]], "i1")
        assert formula_s(item) == steps_of([item]).total_s == row["time_s"], row["id"]


def written(tags: Iterable[Tag]) -> set[str]:
    """Movement tags as the files have them."""
    return {t.name if t.limb == "lead" else f"{t.name}@{t.limb}" for t in tags}


def test_what_keeps_a_patient_safe_is_marked(library: Library) -> None:
    """The lines that stand on every sheet; none of them stands among the mistakes too."""
    found = {e.id: list(e.safety) for e in library if e.safety}
    assert found == {
        "standing_itb_stretch": ["Do not cross so far that you lose your balance."],
        "supine_leg_crossover": ["Stop if it pinches in your low back."],
        "banded_side_step": ["Step in slowly. Do not let the band snap."],
        "lateral_step_down": ["Lower slowly. Do not drop onto the {other} foot."],
        "split_squat": ["Keep hold of the chair."],
        "ankle_eversion_band": ["Do not let the band snap your foot back."],
        "pendulum": ["Look at the table. Do not let your head hang."],
        "band_external_rotation": ["Come back slowly. Do not let the band snap."],
        "band_row": ["Go forward slowly. Do not let the band snap."],
    }
    assert not [e.id for e in library if set(e.safety) & set(e.mistakes)]


def test_a_change_of_sides_that_takes_its_time_is_told(library: Library) -> None:
    """Where somebody rolls over, turns, or moves a thing, the sentence for it is there; in the steps it never is."""
    moved = {e.id for e in library if e.sides == "each" and e.dose.switch_s > 5}
    untold = {"knee_to_wall", "gastroc_stretch", "soleus_stretch"}  # the other foot steps forward: the first step again
    assert {e.id for e in library if e.turn} == (moved - untold) | {"standing_itb_stretch"}
    assert not [e.id for e in library for step in e.steps if "change sides" in step.lower()]


def test_a_joint_that_is_aimed_at_is_a_range_and_no_muscle(library: Library) -> None:
    """Muscles hold muscles alone; these seven aim at the range of a joint."""
    assert {e.id: list(e.range) for e in library if e.range} == {
        "knee_to_wall": ["ankle bend up"],
        "cat_cow": ["low back bend both ways"],
        "prone_press_up": ["low back arch"],
        "pendulum": ["shoulder, arm loose"],
        "table_slide": ["shoulder raise"],
        "neck_rotation": ["neck turn"],
        "thoracic_extension_chair": ["upper back arch"],
    }
    muscles = {name for e in library for name in (*e.muscles.primary, *e.muscles.secondary)}
    assert not [name for name in muscles if re.search(r"\b(joint|range|capsule|fascia|heart|ligament)\b", name)]
    assert library["pendulum"].muscles == Muscles()
    assert library["pelvic_tilt"].muscles == Muscles(primary=("abdominals", "gluteus maximus"))
    assert library["knee_to_wall"].muscles == Muscles(secondary=("soleus (lengthened)",))


def test_steps_for_whoever_may_fall(library: Library) -> None:
    """Two exercises are held with more of the hand."""
    assert {e.id: [(s.step, s.told) for s in e.careful] for e in library if e.careful} == {
        "sit_to_stand": [
            (
                "Put your hands on your thighs.",
                "Hold the arms of the chair (not drawn).",
            )
        ],
        "single_leg_stance": [("Rest your fingertips on it.", "Rest your whole hand on it.")],
    }


def test_links_lead_to_a_fair_next_step(library: Library) -> None:
    """What was no fair next step is no link any more."""

    def harder(exercise_id: str) -> list[str]:
        return [v.id for v in library[exercise_id].harder if v.id]

    assert harder("straight_leg_raise") == ["sit_to_stand"]
    assert harder("ankle_pumps") == harder("table_slide") == []


@pytest.mark.parametrize(
    ("exercise_id", "change", "said"),
    [
        (
            "bridge",
            {"turn": "Turn around."},
            "turn: an exercise of both sides at once has no change of sides. Take it out.",
        ),
        (
            "clamshell",
            {"careful": ({"step": "Hop.", "told": "Sit."},)},
            "careful: “Hop.” is none of the steps. Write the step as it stands there.",
        ),
        ("long_arc_quad", {"arc_step": None}, "arc, arc_joint and arc_step stand together. Give all three or none."),
        ("long_arc_quad", {"arc_step": 9}, "arc_step: there are 7 steps, and no step 9."),
        (
            "long_arc_quad",
            {"arc": {"from_deg": 0, "to_deg": 90}},
            "arc: it runs from bent to straight. Give the larger angle first.",
        ),
        ("clamshell", {"turn": "Go {left}."}, "{left} is no side word. Only {lead} and {other} stand in braces."),
    ],
)
def test_what_an_exercise_cannot_say(exercise_id: str, change: dict[str, Any], said: str, library: Library) -> None:
    """Each rule of the fields with its message."""
    with pytest.raises(ContentError) as caught:
        parse(Exercise, {**library[exercise_id].model_dump(), **change}, "own.toml")
    assert [fault.what for fault in caught.value.faults] == [said]


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
def test_every_template_is_fit_for_a_patient_of_its_own(name: str, library: Library) -> None:
    """No STOP, ERROR or AVOID, and a handout at grade 6 or below without a word of the clinic.

    What a template is made for it brings; something fixed to hold on to is at hand where that asks for it.
    """
    plan = templates()[name].plan(library, "P-001", START, "P-001")
    plan = plan.describe(context=plan.context.model_copy(update={"support": True}))
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
