"""Loads by class and steps of bands, as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.library.library import Library
from kit.library.load import Bands, LoadLimit, load_class
from kit.library.rules import rules
from kit.model import parse

PUBLISHED: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "review" / "limit_cases.json").read_text(encoding="utf-8")
)


def test_the_published_loads() -> None:
    """Each class with its three numbers, and for whom the first is halved."""
    loads = rules().loads
    held = {key: [c.first_caution, c.first_error, c.later_error] for key, c in loads.classes.items()}
    assert held == PUBLISHED["load_limits_kg"]
    assert loads.fragile.age_from == 65
    assert set(loads.fragile.conditions) == {
        "falls_risk",
        "osteoporosis",
        "pregnancy",
        "pregnancy_warning",
        "recent_surgery",
    }


def test_each_exercise_of_the_library_says_what_is_loaded(library: Library) -> None:
    """The classes as published."""
    classes: dict[str, set[str]] = {}
    for exercise in library:
        assert exercise.load_class is not None
        classes.setdefault(load_class(exercise), set()).add(exercise.id)
    assert classes["cuff"] == {
        "straight_leg_raise",
        "short_arc_quad",
        "long_arc_quad",
        "side_lying_hip_abduction",
        "clamshell",
    }
    assert classes["small_shoulder"] == {"band_external_rotation"}
    assert classes["trunk_floor"] == {"bird_dog", "side_bridge_knees", "curl_up"}
    assert classes["standing_hips"] == {
        "sit_to_stand",
        "mini_squat",
        "split_squat",
        "step_up",
        "lateral_step_down",
        "heel_raise_double",
        "heel_raise_single",
        "bridge",
        "single_leg_bridge",
    }
    assert classes["other_strength"] == {"banded_side_step", "ankle_eversion_band", "band_row"}
    strength = {e.id for e in library if e.category == "strength"}
    assert classes["none"] & strength == {"quad_set", "wall_pushup_plus"}


def test_numbers_that_do_not_rise() -> None:
    """A later limit is never below a first one."""
    with pytest.raises(ContentError) as refused:
        parse(LoadLimit, {"called": "x", "first_caution": 2, "first_error": 1, "later_error": 3}, "loads.toml, x")
    assert str(refused.value) == "loads.toml, x: its three numbers do not rise. Put the lowest first."


@pytest.mark.parametrize(
    ("said", "steps"),
    [
        ("Red", {"colour": 2}),
        ("tan", {"colour": 0}),
        ("gold band", {"colour": 7}),
        ("X-Light", {"strength": 0}),
        ("extra light", {"strength": 0}),
        ("light", {"strength": 1}),
        ("very heavy", {"strength": 4}),
        ("green, heavy", {"colour": 3, "strength": 3}),
        ("Red  loop", {"colour": 2}),
        ("(red) loop band", {"colour": 2}),
        ("red band (extra light)", {"colour": 2, "strength": 0}),
        ("extra heavy red", {"colour": 2, "strength": 4}),
        ("red or blue", {}),
        ("blue or red", {}),
        ("red red", {}),
        ("light heavy", {}),
        ("red+", {}),
        ("red bands", {}),
        ("bored", {}),
        ("lightest", {}),
        ("purple", {}),
        ("", {}),
    ],
)
def test_the_step_of_a_band(said: str, steps: dict[str, int]) -> None:
    """Whole words in whatever case; the longer words first; none of several of one scale, nor with more beside them."""
    assert rules().bands.steps(said) == steps


@pytest.mark.parametrize(
    ("before", "now", "steps"),
    [
        ("red", "red", 0),
        ("purple", " Purple", 0),
        ("red", "green", 1),
        ("black", "yellow", -4),
        ("light", "heavy", 2),
        ("red (heavy)", "green (heavy)", 1),
        ("red", "heavy", None),
        ("red", "heavy red", None),
        ("heavy red", "red", None),
        ("purple", "red", None),
        ("", "red", None),
    ],
)
def test_steps_up(before: str, now: str, steps: int | None) -> None:
    """On one scale; on two the greater; None where nobody can say, or one names a scale more."""
    assert rules().bands.steps_up(before, now) == steps


def test_the_order_of_bands() -> None:
    """Weakest first, on both scales."""
    bands = rules().bands
    colours = ("tan", "yellow", "red", "green", "blue", "black", "silver", "gold")
    assert [bands.steps(colour)["colour"] for colour in colours] == [*range(8)]
    words = ("extra light", "light", "medium", "heavy", "extra heavy")
    assert [bands.steps(word)["strength"] for word in words] == [*range(5)]
    assert isinstance(bands, Bands)


@given(
    band=st.sampled_from(("red", "Red band", "green loop", "extra heavy", "blue (light)")),
    more=st.text("0123456789x+*/&kg двa×²", min_size=1, max_size=8).filter(str.strip)
    | st.sampled_from(
        ("double", "two", "doubled", "twice", "20 kg", "and", "folded", "short", "gelb", "black", "heavy")
    ),
    first=st.booleans(),
)
def test_nothing_but_its_own_word_makes_a_band_comparable(band: str, more: str, first: bool) -> None:
    """A number, a sign or a word beside it, before or after: its steps from the plain band are not known."""
    said = f"{more} {band}" if first else f"{band} {more}"
    assert rules().bands.steps_up(band, said) is None
    assert rules().bands.steps_up(said, band) is None
