"""A stretch grows by repetitions, seconds, a harder form; for older people by seconds first."""

from __future__ import annotations

from kit.library.library import Library
from tests.followup.cases import PATIENT, one, proposed, said
from tests.followup.frames import days


def test_a_stretch_climbs_its_ladder(library: Library) -> None:
    """Repetitions 2, 3, 4, then the hold 30, 45, 60, then the harder form at 2 × 30 s."""
    told = days(1, 14)
    steps = {}
    for reps, hold in ((2, 20), (2, 30), (3, 30), (4, 30), (4, 45)):
        found = proposed(library, one(library, "bent_knee_crossover", reps=reps, hold_s=hold), told)
        steps[(reps, hold)] = found.words
        assert found.kind == "progress"
    assert steps == {
        (2, 20): "2 × 20 s → 2 × 30 s",
        (2, 30): "2 × 30 s → 3 × 30 s",
        (3, 30): "3 × 30 s → 4 × 30 s",
        (4, 30): "4 × 30 s → 4 × 45 s",
        (4, 45): "4 × 45 s → 4 × 60 s",
    }
    top = proposed(library, one(library, "bent_knee_crossover", reps=4, hold_s=60), told)
    assert (top.kind, top.words) == (
        "swap",
        "Supine bent-knee crossover → Supine straight-leg crossover (cross-body) stretch, 2 × 30 s",
    )


def test_older_patients_hold_longer_first(library: Library) -> None:
    """From 65 on; at 64 repetitions come first."""
    for age, words in ((64, "2 × 30 s → 3 × 30 s"), (65, "2 × 30 s → 2 × 45 s")):
        who = PATIENT.model_copy(update={"age": age})
        assert said(library, one(library, "gastroc_stretch", who=who), days(1, 14)) == ("progress", words)


def test_a_harder_form_in_words_starts_at_the_first_dose(library: Library) -> None:
    """Back from 4 × 60 s to 2 × 30 s, and both are said."""
    found = proposed(library, one(library, "cross_body_stretch", reps=4, hold_s=60), days(1, 14))
    lean = "Lean your shoulder blade on a wall behind you."
    assert (found.kind, found.words) == ("progress", f"4 × 60 s → 2 × 30 s, and: “{lean}”")
    assert dict(found.change) == {"reps": 2, "hold_s": 30, "note": lean}
