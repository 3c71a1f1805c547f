"""Strength grows by the rule of two for two: load, band, repetitions, a harder form."""

from __future__ import annotations

import pytest

from kit.followup.pointer import Pointer
from kit.library.library import Library
from tests.followup.cases import FIVE_KG, Sides, last_sets, one, proposed, said
from tests.followup.frames import june


def test_two_for_two_raises_the_load(library: Library) -> None:
    """Last sets 12, 12 for a goal of 10 at 5.0 kg: 5.5 kg, with reason, source and the sessions behind."""
    found = proposed(library, one(library, "mini_squat", **FIVE_KG), last_sets(10, 12, 12))
    assert (found.item_id, found.kind, dict(found.change)) == ("i1", "progress", {"load_kg": 5.5})
    assert found.words == "3 × 10, 5 kg → 3 × 10, 5.5 kg"
    assert found.why == "Last sets 12, 12; the goal is 10."
    assert found.source == "NSCA (S), ACSM2009 (S)"
    assert found.sessions == tuple(Pointer(june(11 + n), 1, n) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("sets", "why"),
    [
        ((12, 12, 11), "Last sets 12, 11; the goal is 10. It takes 12 or more in 2 sessions in a row."),
        ((12, 11, 12), "Last sets 11, 12; the goal is 10. It takes 12 or more in 2 sessions in a row."),
        ((12, 13, None), "Not enough log: the last set is told in 1 of the last 2 sessions."),
        (
            (12, None, None),
            "Not enough log: the last set is told in 0 of the last 2 sessions. A brief diary does not ask for it; the full one does.",
        ),
    ],
)
def test_one_good_session_raises_nothing(library: Library, sets: tuple[Sides, ...], why: str) -> None:
    """12, 11 and 13, missing: no change."""
    found = proposed(library, one(library, "mini_squat", **FIVE_KG), last_sets(*sets))
    assert (found.kind, found.words, found.why, dict(found.change)) == ("hold", "stay at 3 × 10, 5 kg", why, {})


def test_both_sides_have_to_earn_it(library: Library) -> None:
    """12 and 12 on the right do not help the left with 12 and 11."""
    plan = one(library, "clamshell", load_kg=5.0)
    good, poor = {"left": 12, "right": 12}, {"left": 11, "right": 12}
    assert proposed(library, plan, last_sets(good, good, good)).kind == "progress"
    found = proposed(library, plan, last_sets(good, good, poor))
    assert (found.kind, found.why) == (
        "hold",
        "Last sets left 12, 11; right 12, 12; the goal is 10. It takes 12 or more in 2 sessions in a row.",
    )


def test_sets_with_less_load_earn_nothing(library: Library) -> None:
    """Twelve with 4 kg say nothing of 5 kg; more than 5 kg does."""
    plan = one(library, "mini_squat", **FIVE_KG)
    found = proposed(library, plan, last_sets(12, 12, 12, load_kg=4.0))
    assert (found.kind, found.why) == ("hold", "Last sets 12, 12; the goal is 10, but with 4 kg in place of 5 kg.")
    assert proposed(library, plan, last_sets(12, 12, 12, load_kg=5.0)).kind == "progress"


@pytest.mark.parametrize(("load", "more"), [(5.0, 5.5), (10.0, 10.5), (40.0, 41.0), (7.5, 8.0)])
def test_the_rise_is_the_smallest_step_of_2_to_10_percent(library: Library, load: float, more: float) -> None:
    """In steps of 0.5 kg."""
    found = proposed(library, one(library, "mini_squat", load_kg=load), last_sets(12, 12, 12))
    assert dict(found.change) == {"load_kg": more}


def test_a_light_load_that_no_step_fits_is_asked_about(library: Library) -> None:
    """From 2 kg half a kilogram is 25 %."""
    found = proposed(library, one(library, "mini_squat", load_kg=2.0), last_sets(12, 12, 12))
    assert (found.kind, found.why) == (
        "ask",
        "Last sets 12, 12; the goal is 10. 2 to 10 % more than 2 kg is 2.04 to 2.2 kg, finer than steps of 0.5 kg. Which weights are at hand?",
    )


def test_the_next_band_and_the_low_end_of_the_repetitions(library: Library) -> None:
    """Yellow, then red; the strongest has none above it; without a colour, or with an unknown one, it is asked."""
    plan = one(library, "band_row", band="yellow", reps=10)
    found = proposed(library, plan, last_sets(12, 12, 12))
    assert (found.words, dict(found.change)) == (
        "2 × 10 × 1 s, yellow band → 2 × 8 × 1 s, red band",
        {"band": "red", "reps": 8},
    )
    gold = proposed(library, one(library, "band_row", band="gold"), last_sets(12, 12, 12))
    assert (gold.kind, gold.words) == ("progress", "the same, and: “Use a stronger band.”")
    for band, why in (
        ("", "Which band is it? Name its colour in the plan, and the next one can be proposed."),
        ("purple", "The steps of the band “purple” are not known. Which is the next one?"),
        ("heavy red", "The steps of the band “heavy red” are not known. Which is the next one?"),
    ):
        found = proposed(library, one(library, "band_row", band=band), last_sets(12, 12, 12))
        assert (found.kind, found.why) == ("ask", f"Last sets 12, 12; the goal is 10. {why}")


def test_body_weight_grows_by_repetitions_then_by_a_harder_form(library: Library) -> None:
    """Two more, up to 15, then the library's harder exercise on the same days."""
    sets = last_sets(*[20] * 3)
    assert said(library, one(library, "bridge", reps=10), sets) == ("progress", "2 × 10 × 2 s → 2 × 12 × 2 s")
    assert said(library, one(library, "bridge", reps=14), sets) == ("progress", "2 × 14 × 2 s → 2 × 15 × 2 s")
    found = proposed(library, one(library, "bridge", reps=15), sets)
    assert (found.kind, found.way, found.words) == ("swap", "up", "Bridge → Single-leg bridge, 2 × 8 × 2 s")
    assert found.exercise == library["single_leg_bridge"]
