"""What is needed and what helps; what an item says of bed, shoes and safety."""

from __future__ import annotations

from typing import Any

import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.page.facts import facts as page_facts
from kit.handouts.table import to_csv
from kit.handouts.things import things
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.translation import Translation
from kit.plan.keywords import ItemChanges
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue
from tests.handouts.sheets import LIBRARY, START, WORDS, care, facts, known, plan_of, sheet

FALLS = {"condition": "falls_risk"}
CASES: list[tuple[list[str], dict[str, Any], list[str], list[str]]] = [
    (["straight_leg_raise"], {}, ["mat"], []),
    (["straight_leg_raise"], {"changes": {"load_kg": 2.0}}, ["mat", "ankle weight"], []),
    (["clamshell"], {}, ["mat"], ["pillow"]),
    (["clamshell"], {"changes": {"band": "red"}}, ["mat", "loop band"], ["pillow"]),
    (["bridge"], {"changes": {"load_kg": 5.0}}, ["mat", "weight"], []),
    (["bridge", "straight_leg_raise"], {"changes": {"load_kg": 5.0}}, ["mat", "weight"], []),
    (["sit_to_stand"], {"changes": {"band": "red"}}, ["firm chair", "exercise band", "firm shoes"], ["firm cushion"]),
    (["bridge"], {"conditions": [FALLS]}, [], []),
    (["bridge"], {"changes": {"surface": "bed"}}, [], ["mat"]),
    (["bridge", "bird_dog"], {"conditions": [FALLS]}, ["mat"], ["pillow"]),
    (["chin_tuck", "long_arc_quad"], {}, ["firm chair"], []),
    (["band_row"], {}, ["long band (ask which strength)", "fixed post or door anchor"], []),
    (["band_row"], {"changes": {"band": "red"}}, ["long band", "fixed post or door anchor"], []),
    (["walking"], {}, ["firm shoes"], ["walking stick or frame"]),
]


@pytest.mark.parametrize(
    ("bands", "told"),
    [
        ({"band_row": None, "banded_side_step": "red"}, {"long band (ask which strength)", "loop band"}),
        ({"band_row": "red", "banded_side_step": None}, {"long band", "loop band (ask which strength)"}),
        ({"band_row": "red", "band_external_rotation": None}, {"long band (ask which strength)"}),
        ({"banded_side_step": "red", "clamshell": None}, {"loop band"}),
    ],
)
def test_a_band_is_asked_for_where_an_exercise_leaves_its_strength_open(
    bands: dict[str, str | None], told: set[str]
) -> None:
    """Of each band on its own, whatever the dose of another one says; one that an exercise can do without asks nothing."""
    plan = Plan.begin("P-001", START)
    for name, band in bands.items():
        changes: ItemChanges = {"band": band} if band else {}
        plan = plan.add(LIBRARY[name], **changes)
    assert told == {name for name in things(resolve(plan, LIBRARY), WORDS).needed if "band" in name}


@pytest.mark.parametrize(("names", "about", "needed", "helps"), CASES)
def test_needed_and_optional(names: list[str], about: dict[str, Any], needed: list[str], helps: list[str]) -> None:
    """A weight or band is needed where the dose sets it, and else not named; on a bed no mat is; the sheet says the same."""
    assert things(known(names, **about), WORDS) == (needed, helps)
    told = facts(sheet(names, **about))
    assert told["You need"] == ("; ".join(needed) or "Nothing extra")
    assert told.get("If you have one") == ("; ".join(helps) or None)


def test_the_same_in_the_table_and_on_the_page() -> None:
    """Each item with its own things."""
    plan = known(["straight_leg_raise", "clamshell"], changes={"load_kg": 2.0})
    table = to_csv(plan, WORDS).decode()
    assert ',"mat, ankle weight",,' in table
    assert ",mat,pillow," in table
    script = page_facts(plan, WORDS, "")
    assert '"equipment":["mat","ankle weight"],"optional":[],"pain":"strength"' in script
    assert '"equipment":["mat"],"optional":["pillow"],"pain":"strength"' in script
    assert '"ready_s":300' in script


def test_a_weight_is_a_weight_in_every_language() -> None:
    """The dose is set in kilograms, and the thing has an Arabic name."""
    arabic = Catalogue("ar-EG")
    plan = known(["straight_leg_raise"], changes={"load_kg": 2.0}).told_in(arabic)
    assert things(plan, arabic) == (["بساط تمارين", "ثقل للكاحل"], [])


@pytest.mark.parametrize("locale", ["ar-EG", "es-ES"])
def test_a_choice_is_settled_in_every_language_as_in_english(locale: str) -> None:
    """A chair that one exercise needs settles the wall or chair of another, whichever of the two comes first."""
    words = Catalogue(locale)
    for names in (["heel_raise_double", "sit_to_stand"], ["sit_to_stand", "heel_raise_double"]):
        told, english = things(known(names).told_in(words), words), things(known(names), WORDS)
        named = Translation.load(words.language).thing_in_english
        shoes = {words.say("handout.shoes_thing"): WORDS.say("handout.shoes_thing")}
        assert [[shoes.get(name) or named(name) for name in part] for part in told] == list(english)
        assert english.needed == ["firm chair", "firm shoes"]


# Bed, shoes, safety


@pytest.mark.parametrize(
    ("name", "about", "first"),
    [
        ("bridge", {"conditions": [FALLS]}, "Lie on a firm bed."),
        ("bridge", {"age": 82}, "Lie on a firm bed."),
        ("bridge", {"changes": {"surface": "bed"}}, "Lie on a firm bed or on a mat on the floor."),
        ("bridge", {}, None),
        ("bridge", {"conditions": [FALLS], "changes": {"surface": "floor"}}, None),
        ("bird_dog", {"conditions": [FALLS]}, None),
        ("mini_squat", {}, "Wear firm shoes that grip."),
        ("band_row", {}, "If you stand, wear firm shoes that grip."),
        ("knee_to_wall", {}, None),
        ("chin_tuck", {}, None),
    ],
)
def test_bed_and_shoes(name: str, about: dict[str, Any], first: str | None) -> None:
    """Where the surface is a bed, the bed; the floor beside it only for whom it is a choice. Shoes where asked for."""
    (said,) = care(sheet([name], **about))
    known_lines = {
        "Lie on a firm bed.",
        "Lie on a firm bed or on a mat on the floor.",
        "Wear firm shoes that grip.",
        "If you stand, wear firm shoes that grip.",
    }
    assert [line for line in said if line in known_lines] == ([first] if first else [])
    if first:
        assert said[0] == first
        plan = known([name], **about)
        assert first in page_facts(plan, WORDS, "")


def _with(exercise: Exercise, **changes: Any) -> Library:
    return Library([exercise.model_copy(update=changes)])


@pytest.mark.parametrize("count", [0, 1, 3, 5])
def test_lines_of_safety_are_always_printed(count: int) -> None:
    """All of them, first; then all mistakes, none twice. The page's player says them too."""
    bridge = LIBRARY["bridge"]
    safety = tuple(f"Stop at {n}." for n in range(count))
    mistakes = (*bridge.mistakes[:1], *safety[:1], *bridge.mistakes[1:])
    library = _with(bridge, safety=safety, mistakes=mistakes)
    plan = resolve(plan_of(["bridge"]), library)

    (said,) = care(document(plan, Clinic()))
    assert said == (*safety, *bridge.mistakes)
    script = page_facts(plan, WORDS, "")
    assert all(line in script for line in safety)
