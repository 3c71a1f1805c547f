"""Less where the pain rule asks for it, by both pain policies."""

from __future__ import annotations

import dataclasses

import pytest

from kit.followup.pointer import Pointer
from kit.followup.progression import progression
from kit.followup.proposals import propose
from kit.followup.step_back import less
from kit.followup.variants import easier
from kit.library.library import Library
from kit.plan.resolved import resolve
from tests.followup.cases import FIVE_KG, one, proposed, said
from tests.followup.frames import On, days, frames_of, june


def test_pain_that_is_too_high_lowers_the_dose(library: Library) -> None:
    """Load by 20 to 30 %, else repetitions, else an easier form; the latest session counts at once."""
    told = [*days(1, 13), On(june(14), pain=(1, 6, 4, 1), last=14)]
    found = proposed(library, one(library, "mini_squat", **FIVE_KG), told)
    assert (found.kind, found.way, found.words) == ("step_back", "down", "3 × 10, 5 kg → 3 × 10, 3.5 kg")
    assert found.why == (
        "The pain rule asks for less (14 June 2026: before 1, peak 6, next morning 1). "
        "See or call the patient before the next session."
    )
    assert found.sessions == (Pointer(june(14), 1, 14),)
    assert said(library, one(library, "bridge"), told) == ("step_back", "2 × 10 × 2 s → 2 × 7 × 2 s")
    assert said(library, one(library, "band_row", band="red"), told)[1].endswith("→ 2 × 10 × 1 s, yellow band")
    assert said(library, one(library, "tandem_stance"), told) == ("step_back", "3 × 20 s → 3 × 15 s")
    assert said(library, one(library, "walking"), told) == ("step_back", "10 min → 7 min 30 s")


def test_a_stretch_goes_down_its_ladder_then_gets_easier(library: Library) -> None:
    """A rung less, not below 2 × 30 s; then less of the movement."""
    told = [On(june(14), pain=(0, 3, 1, 0))]
    assert said(library, one(library, "gastroc_stretch", reps=4, hold_s=45), told)[1] == "4 × 45 s → 4 × 30 s"
    assert said(library, one(library, "gastroc_stretch", reps=3), told)[1] == "3 × 30 s → 2 × 30 s"
    assert said(library, one(library, "gastroc_stretch"), told) == (
        "step_back",
        "the same, and: “Take a smaller step back.”",
    )


def test_both_pain_policies(library: Library) -> None:
    """A peak of 4 that settles keeps a strength dose and lowers a stretch; 3 leaves room in strength."""
    told = [*days(1, 13, last=12), On(june(14), pain=(2, 4, 3, 2), last=12)]
    held = proposed(library, one(library, "bridge"), told)
    assert (held.kind, held.why) == (
        "hold",
        "Pain asks to keep the dose in 1 of the last 3 sessions (14 June 2026: peak 4, next morning 2 after 2).",
    )
    assert proposed(library, one(library, "gastroc_stretch"), told).kind == "step_back"
    mild = [*days(1, 13, last=12), On(june(14), pain=(2, 3, 3, 2), last=12)]
    assert proposed(library, one(library, "bridge"), mild).kind == "progress"
    assert proposed(library, one(library, "bridge", pain_kind="tendon"), told).kind == "progress"


def test_an_older_high_session_keeps_the_dose_and_two_lower_it(library: Library) -> None:
    """One of the last three, not the latest: hold. Two: less. Before the last three: forgotten."""
    plan, high = one(library, "bridge"), (1, 6, 4, 1)
    two = [On(june(12), pain=high, last=12), On(june(13), pain=high, last=12), On(june(14), last=12)]
    assert proposed(library, plan, [*days(1, 11), *two]).kind == "step_back"
    assert proposed(library, plan, [*days(1, 12, last=12), two[1], two[2]]).kind == "hold"
    assert proposed(library, plan, [On(june(11), pain=high), *days(12, 14, last=12)]).kind == "progress"


def test_pain_in_a_session_without_the_exercise_does_not_lower_it(library: Library) -> None:
    """It was left out that day: the dose stays."""
    told = [*days(1, 13), On(june(14), pain=(1, 7, 4, 1), items={"i1": "not_done"})]
    assert proposed(library, one(library, "bridge"), told).kind == "hold"


def test_where_nothing_less_passes_it_is_asked(library: Library) -> None:
    """A stretch at its first dose whose easier forms stand in its note already, but for an exercise of the plan."""
    note = (
        " ".join(v.text for v in library["cross_body_stretch"].easier)
        .replace("{lead} ", "")
        .replace("{other}", "other")
    )
    found = proposed(library, one(library, "cross_body_stretch", note=note), [On(june(14), pain=(0, 5, 1, 0))])
    assert (found.kind, found.why) == (
        "ask",
        "The pain rule asks for less (14 June 2026: before 0, peak 5, next morning 0). No smaller step is known.",
    )


@pytest.mark.parametrize(
    ("old", "step", "new"),
    [(10, 1, 7), (8, 1, 6), (5, 1, 4), (4, 1, 3), (3, 1, None), (2, 1, None), (5.0, 0.5, 3.5), (1.0, 0.5, None)],
)
def test_less_is_20_to_30_percent_less(old: float, step: float, new: float | None) -> None:
    """The step nearest to a quarter less; none where each is too little or too much."""
    assert less(old, step, progression()) == new


def test_balance_holds_shorter_before_it_is_repeated_less(library: Library) -> None:
    """4 × 20 s becomes 4 × 15 s, not 3 × 20 s."""
    told = [On(june(14), pain=(0, 5, 1, 0))]
    assert said(library, one(library, "tandem_stance", reps=4), told) == ("step_back", "4 × 20 s → 4 × 15 s")


def test_a_step_down_starts_from_what_is_really_done(library: Library) -> None:
    """The median of what the last sessions tell; as much as planned, or more, changes nothing."""
    plan = one(library, "mini_squat", sets=2, reps=12)
    told = [*days(11, 13, done=16, last=8), On(june(14), pain=(1, 8, 4, 1), done=16, last=8)]
    found = proposed(library, plan, told)
    assert (found.kind, found.words) == ("step_back", "2 × 12 → 2 × 6")
    assert dict(found.change) == {"reps": 6}
    assert found.why.endswith("The patient does 2 × 8 of 2 × 12.")
    more = proposed(library, plan, [*days(11, 13), On(june(14), pain=(1, 8, 4, 1), done=30)])
    assert (more.words, "The patient does" in more.why) == ("2 × 12 → 2 × 9", False)


def test_sets_repetitions_and_seconds_count_as_they_were_written(library: Library) -> None:
    """One set of all its repetitions is no half of each set."""
    plan = one(library, "mini_squat", sets=2, reps=10)
    told = [*days(11, 13), On(june(14), pain=(1, 8, 4, 1))]
    frames = frames_of(plan, told)
    rows = frames.rows.assign(side="both", sets_done="1", reps_done="10")
    found = propose(resolve(plan, library), dataclasses.replace(frames, rows=rows), june(14))[0]
    assert found.why.endswith("The patient does 1 × 10 of 2 × 10.")
    assert found.words == "2 × 10 → 1 × 7"


def test_much_pain_asks_to_see_or_call_the_patient(library: Library) -> None:
    """From 6 of 10 on, whatever the kind of work, besides the milder dose; below, the milder dose alone."""
    call = "See or call the patient before the next session."

    def asks(exercise: str, *pain: int) -> tuple[str, bool]:
        found = proposed(library, one(library, exercise), [*days(11, 13), On(june(14), pain=pain)])  # type: ignore[arg-type]
        return found.kind, call in found.why

    assert asks("bridge", 1, 10, 4, 1) == ("step_back", True)
    assert asks("bridge", 0, 5, 2, 2) == ("step_back", False)
    assert asks("gastroc_stretch", 0, 4, 1, 0) == ("step_back", False)
    assert asks("bridge", 6, 6, 6, 5) == ("ask", True)


def test_an_easier_form_names_a_side_only_where_one_is_prescribed(library: Library) -> None:
    """On each side in turn it is “your other foot”; of a left one it is the right foot."""
    figure4 = library["supine_figure4_stretch"]
    for sides, foot in (("each", "other"), ("left", "right"), ("right", "left")):
        (item,) = one(library, "supine_figure4_stretch", sides=sides).items
        words = [step.words for step in easier(item, figure4, library)]
        assert f"the same, and: “Keep your {foot} foot on the floor.”" in words
    (knee,) = one(library, "single_knee_to_chest").items
    words = [step.words for step in easier(knee, library["single_knee_to_chest"], library)]
    assert "the same, and: “Loop a towel behind your thigh. Pull on the ends.”" in words
