"""First and later loads, by what is loaded and for whom."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.review.dosed import Dosed
from kit.review.finding import Finding
from kit.review.limits import Limits
from kit.review.loads import load_before
from kit.settings import SETTINGS, Settings
from kit.words.dose import Sides
from tests.review.conftest import limits_of

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", START)
FIFTY = Context(age=50)


def held(*conditions: str, **more: Any) -> Context:
    return Context(age=50, conditions=tuple(ConditionInForce(condition=c, **more) for c in conditions))


def told(
    library: Library,
    exercise: str,
    load: float | None,
    context: Context = FIFTY,
    before: float | None = None,
    settings: Settings = SETTINGS,
) -> list[Finding]:
    plan = EMPTY.add(library[exercise], load_kg=load).describe(context=context)
    previous = EMPTY.add(library[exercise], load_kg=before)
    return [f for f in limits_of(plan, library, previous, settings) if f.key.split()[1] in ("first_load", "later_load")]


@pytest.mark.parametrize(
    ("exercise", "load", "context", "level"),
    [
        ("straight_leg_raise", 20, FIFTY, "ERROR"),
        ("straight_leg_raise", 2, FIFTY, None),
        ("straight_leg_raise", 2, Context(age=70), "CAUTION"),
        ("straight_leg_raise", 10, FIFTY, "CAUTION"),
        ("straight_leg_raise", 1, Context(age=65), None),
        ("straight_leg_raise", 1.01, Context(age=65), "CAUTION"),
        ("straight_leg_raise", 1.01, Context(age=64), None),
        ("straight_leg_raise", 1.01, Context(), None),
        ("neck_rotation", 50, FIFTY, "ERROR"),
        ("gastroc_stretch", 5, FIFTY, "ERROR"),
        ("wall_pushup_plus", 0.5, FIFTY, "ERROR"),
        ("quad_set", 0.5, FIFTY, "ERROR"),
        ("walking", 0.5, FIFTY, "ERROR"),
        ("walking", 0, FIFTY, None),
        ("band_external_rotation", 1.5, FIFTY, "CAUTION"),
        ("band_external_rotation", 6, FIFTY, "ERROR"),
        ("side_bridge_knees", 1.5, FIFTY, "CAUTION"),
        ("side_bridge_knees", 5.5, FIFTY, "ERROR"),
        ("bridge", 10, Context(age=70), "CAUTION"),
        ("bridge", 21, FIFTY, "ERROR"),
        ("bridge", 20, FIFTY, "CAUTION"),
        ("bridge", 5, FIFTY, None),
        ("band_row", 2, FIFTY, None),
        ("band_row", 2.5, FIFTY, "CAUTION"),
        ("band_row", 11, FIFTY, "ERROR"),
        ("sit_to_stand", 5, held("osteoporosis"), "CAUTION"),
        ("sit_to_stand", 2.5, held("osteoporosis"), None),
        ("sit_to_stand", 5, held("falls_risk"), "CAUTION"),
        ("sit_to_stand", 5, held("pregnancy"), "CAUTION"),
        ("sit_to_stand", 5, held("pregnancy_warning"), "CAUTION"),
        ("sit_to_stand", 5, held("recent_surgery"), "CAUTION"),
        ("sit_to_stand", 5, held("gtps"), None),
        ("sit_to_stand", 5, held("osteoporosis", until=START), None),
        ("sit_to_stand", 5, held("osteoporosis", until=START + dt.timedelta(days=1)), "CAUTION"),
        ("sit_to_stand", 5, held("recent_surgery", since=START - dt.timedelta(weeks=12)), None),
        ("sit_to_stand", 5, held("recent_surgery", since=START - dt.timedelta(weeks=11)), "CAUTION"),
    ],
)
def test_a_first_load(library: Library, exercise: str, load: float, context: Context, level: str | None) -> None:
    """Above each limit, not at it; the lower one is halved for whoever is fragile."""
    assert [f.level for f in told(library, exercise, load, context)] == ([level] if level else [])


@pytest.mark.parametrize(
    ("exercise", "most"),
    [
        ("straight_leg_raise", 30),
        ("band_external_rotation", 15),
        ("curl_up", 10),
        ("mini_squat", 150),
        ("band_row", 60),
    ],
)
def test_a_later_load(library: Library, exercise: str, most: float) -> None:
    """Of an exercise that had a load there is one limit, whoever the patient is."""
    assert told(library, exercise, most, Context(age=80), before=1) == []
    (found,) = told(library, exercise, most + 1, FIFTY, before=1)
    assert (found.level, found.key.split()[1]) == ("ERROR", "later_load")
    assert [f.key.split()[1] for f in told(library, exercise, most + 1, before=0)] == ["first_load"]


def test_what_cannot_be_loaded_never_can(library: Library) -> None:
    """Nor where it had a load before."""
    assert [f.level for f in told(library, "neck_rotation", 1, before=1)] == ["ERROR"]


def test_an_exercise_that_does_not_say_what_is_loaded(library: Library) -> None:
    """Strength work counts as other; stretch, mobility, balance and walking, and the neck, cannot be loaded."""

    def levels(**fields: Any) -> list[str]:
        own = library["bridge"].model_copy(update={"load_class": None, "id": "own_one", **fields})
        dosed = Dosed(EMPTY.add(own, load_kg=2.5).items[0], own)
        return [f.level for f in Limits(rules()).of_item(dosed, FIFTY, START) if "first_load" in f.key]

    assert levels() == ["CAUTION"]
    for category in ("stretch", "mobility", "balance", "aerobic"):
        assert levels(category=category) == ["ERROR"]
    for region in ("neck", "thoracic"):
        assert levels(region=region) == ["ERROR"]


def test_a_copy_of_the_kits_exercise_keeps_its_class(library: Library) -> None:
    """Where the copy does not say what is loaded: what cannot be loaded does not become other strength work."""
    levels = {}
    for name in ("quad_set", "band_external_rotation", "bridge"):
        copy = library[name].model_copy(update={"load_class": None, "patient_name": "Own"})
        plan = EMPTY.add(copy, load_kg=1.5)
        found = limits_of(plan, [(plan.items[0], copy)])
        levels[name] = [f.level for f in found if "first_load" in f.key]
    assert levels == {"quad_set": ["ERROR"], "band_external_rotation": ["CAUTION"], "bridge": []}


def test_the_words(library: Library) -> None:
    """Number, limit and for whom it is halved; what cannot be loaded; a later load."""
    both = Context(age=70, conditions=(ConditionInForce(condition="falls_risk"),))
    found = [
        *told(library, "straight_leg_raise", 20),
        *told(library, "straight_leg_raise", 1.5, both),
        *told(library, "neck_rotation", 50),
        *told(library, "bridge", 160, before=5),
    ]
    assert [(str(f), f.key, f.item) for f in found] == [
        (
            "ERROR  i1, Straight leg lift: A first load of 20 kg is high for this exercise. Above 10 kg for a cuff weight "
            "on the leg. [design choice (D)] Start lower; type the unit again.",
            "ERROR first_load i1 straight_leg_raise 20",
            "i1",
        ),
        (
            "CAUTION  i1, Straight leg lift: A first load of 1.5 kg is high for this exercise. Above 1 kg for a cuff weight "
            "on the leg, half of the usual for age 70, falls risk. [design choice (D)] Start lower; type the unit again.",
            "CAUTION first_load i1 straight_leg_raise 1.5",
            "i1",
        ),
        (
            f"ERROR  i1, {library['neck_rotation'].patient_name}: this exercise cannot be loaded, and it has 50 kg. It is "
            "done with the weight of the body alone. [design choice (D)] Take the load away, or swap the exercise.",
            "ERROR first_load i1 neck_rotation 50",
            "i1",
        ),
        (
            f"ERROR  i1, {library['bridge'].patient_name}: A load of 160 kg is high for this exercise. Above 150 kg for "
            "standing work and hips. [design choice (D)] Check the number and its unit.",
            "ERROR later_load i1 bridge 160",
            "i1",
        ),
    ]


def test_the_load_before_is_that_of_the_side(library: Library) -> None:
    """The heaviest of each side; of two sides that of the one that had less; without one it is a first load."""
    leg = library["straight_leg_raise"]

    def before(now: Sides, *earlier: tuple[Sides, float | None]) -> float:
        plan = EMPTY
        for sides, load in earlier:
            plan = plan.add(leg, sides=sides, load_kg=load)
        item = EMPTY.add(leg, sides=now).items[0]
        return load_before(Dosed(item, leg, plan.items))

    assert before("each", ("each", 2.0)) == 2
    assert before("left", ("left", 2.0), ("left", 5.0), ("right", 9.0)) == 5
    assert before("each", ("left", 2.0), ("right", 5.0)) == 2
    assert before("each", ("left", 2.0)) == 0
    assert before("right", ("left", 2.0)) == 0
    assert before("left", ("left", None)) == 0
    assert before("left") == 0


def test_the_clinic_moves_a_class(library: Library) -> None:
    """Its three numbers take the place of the kit's, and the finding says whose they are."""
    own = Settings(loads={"cuff": (1, 3, 5)})
    found = [
        *told(library, "straight_leg_raise", 1.5, settings=own),
        *told(library, "straight_leg_raise", 3.5, settings=own),
        *told(library, "straight_leg_raise", 5.5, before=5, settings=own),
    ]
    assert [(f.level, f.source, f.why) for f in found] == [
        ("CAUTION", "clinic setting", "Above 1 kg for a cuff weight on the leg."),
        ("ERROR", "clinic setting", "Above 3 kg for a cuff weight on the leg."),
        ("ERROR", "clinic setting", "Above 5 kg for a cuff weight on the leg."),
    ]
    assert [f.source for f in told(library, "bridge", 6, settings=own)] == ["design choice (D)"]
