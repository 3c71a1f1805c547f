"""What rises between two versions, and from when on that is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.finding import Finding
from kit.settings import SETTINGS, Settings
from tests.review.conftest import limits_of

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", START)
RISES = ("load_rise", "volume_rise", "band_rise", "band_change")


def told(library: Library, plan: Plan, before: Plan | None, settings: Settings = SETTINGS) -> list[Finding]:
    return [f for f in limits_of(plan, library, before, settings) if f.key.split()[1] in RISES]


def of(library: Library, exercise: str, before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Level and name of each rise from one dose of an exercise to another."""
    one, two = (EMPTY.add(library[exercise], **dose) for dose in (before, now))
    return [" ".join(f.key.split()[:2]) for f in told(library, two, one)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (5, 5.5, []),
        (7, 7.7, []),
        (5, 5.51, ["CAUTION load_rise"]),
        (5, 6, ["CAUTION load_rise"]),
        (5, 10, ["AVOID load_rise"]),
        (1, 1.5, ["CAUTION load_rise"]),
        (4, 6.5, ["AVOID load_rise"]),
        (1, 2, ["CAUTION load_rise"]),
        (2, 4, ["CAUTION load_rise"]),
        (2, 4.01, ["AVOID load_rise"]),
        (10, 15, ["CAUTION load_rise"]),
        (10, 5, []),
        (5, 5, []),
        (5, None, []),
        (None, 5, []),
        (0, 5, []),
    ],
)
def test_the_rise_of_a_load(library: Library, old: float | None, new: float | None, expected: list[str]) -> None:
    """Above 10 %; steep above 50 % and above 2 kg together; from none it is a first load, and no rise."""
    assert of(library, "sit_to_stand", {"load_kg": old}, {"load_kg": new}) == expected


def week(sets: int, reps: int, days: int, times: int = 1, **dose: Any) -> dict[str, Any]:
    return {"sets": sets, "reps": reps, "schedule": Schedule(days_a_week=days, times_a_day=times), **dose}


@pytest.mark.parametrize(
    ("exercise", "before", "now", "expected"),
    [
        ("bridge", week(2, 10, 3), week(3, 15, 5), ["AVOID volume_rise"]),
        ("bridge", week(2, 10, 3), week(2, 12, 3), []),
        ("bridge", week(2, 10, 2), week(2, 15, 2), []),
        ("bridge", week(2, 10, 2), week(2, 16, 2), ["CAUTION volume_rise"]),
        ("bridge", week(2, 10, 2), week(2, 10, 4), ["CAUTION volume_rise"]),
        ("bridge", week(2, 10, 2), week(2, 10, 2, 2), ["CAUTION volume_rise"]),
        ("bridge", week(2, 10, 2), week(2, 21, 2), ["AVOID volume_rise"]),
        ("bridge", week(3, 15, 5), week(2, 10, 3), []),
        ("bridge", week(2, 10, 3, hold_s=2), week(2, 10, 3, hold_s=9), []),
        ("bridge", week(2, 10, 3, hold_s=2), week(2, 10, 3, hold_s=45), ["AVOID volume_rise"]),
        ("bird_dog", week(1, 5, 7, hold_s=10), week(1, 10, 7, hold_s=5), []),
        ("bird_dog", week(1, 5, 7, hold_s=10), week(1, 5, 7, hold_s=16), ["CAUTION volume_rise"]),
        ("bird_dog", week(1, 5, 7, hold_s=10), week(1, 5, 7, hold_s=21), ["AVOID volume_rise"]),
        ("walking", {"duration_s": 600}, {"duration_s": 900}, []),
        ("walking", {"duration_s": 600}, {"duration_s": 901}, ["CAUTION volume_rise"]),
        ("bridge", week(1, 10, 3, hold_s=2, tempo_s=4), week(1, 1, 3, hold_s=0, tempo_s=0, duration_s=60), []),
        (
            "bridge",
            week(1, 10, 3, hold_s=2, tempo_s=4),
            week(1, 1, 3, hold_s=0, tempo_s=0, duration_s=121),
            ["AVOID volume_rise"],
        ),
    ],
)
def test_the_rise_of_a_week(
    library: Library, exercise: str, before: dict[str, Any], now: dict[str, Any], expected: list[str]
) -> None:
    """Repetitions of what moves, else seconds: above 50 % and above 100 %; two kinds of work meet in seconds."""
    assert of(library, exercise, before, now) == expected


def test_an_exercise_is_compared_with_itself_whatever_its_ids(library: Library) -> None:
    """Another exercise under the same id is no version of it; a new one has nothing to rise from."""
    quad = library["long_arc_quad"]
    old = EMPTY.add(quad, load_kg=5.0)
    moved = EMPTY.add(library["bridge"]).add(quad, load_kg=10.0)
    assert [f.key for f in told(library, moved, old)] == ["AVOID load_rise i2 long_arc_quad 5 10"]
    other = EMPTY.add(library["straight_leg_raise"], load_kg=10.0)
    assert told(library, other, old) == []
    assert told(library, moved, None) == []


def test_the_work_of_two_items_adds_up(library: Library) -> None:
    """An exercise that stands twice rises once, at its first item; each side has its own week."""
    step = library["step_up"]
    once = EMPTY.add(step, **week(2, 8, 3))
    twice = once.add(step, **week(2, 8, 3))
    assert [f.key for f in told(library, twice, once)] == ["CAUTION volume_rise i1 step_up 48 96"]
    assert told(library, once, twice) == []
    sides = EMPTY.add(step, sides="left", **week(2, 8, 3)).add(step, sides="right", **week(2, 8, 3))
    assert told(library, sides, once) == told(library, once, sides) == []
    left = EMPTY.add(step, sides="left", **week(2, 8, 3))
    right = EMPTY.add(step, sides="right", **week(3, 15, 5))
    assert told(library, right, left) == []
    both = EMPTY.add(step, sides="left", **week(2, 8, 3)).add(step, sides="right", **week(2, 17, 3))
    assert [f.key for f in told(library, both, sides)] == ["AVOID volume_rise i1 step_up 48 102"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("yellow", "red", []),
        ("yellow", "green", ["CAUTION band_rise"]),
        ("Red band", "black", ["CAUTION band_rise"]),
        ("black", "yellow", []),
        ("green", "GREEN", []),
        ("light", "medium", []),
        ("light", "heavy", ["CAUTION band_rise"]),
        ("extra light", "medium", ["CAUTION band_rise"]),
        ("red (light)", "green (heavy)", ["CAUTION band_rise"]),
        ("red", "heavy", ["CAUTION band_change"]),
        ("purple", "orange", ["CAUTION band_change"]),
        ("", "red", ["CAUTION band_change"]),
        ("red", "", ["CAUTION band_change"]),
        ("red", "red+green", ["CAUTION band_change"]),
        ("red", "2 red", ["CAUTION band_change"]),
        ("red x2", "red", ["CAUTION band_change"]),
        ("red", "red loop", []),
        ("purple", "purple", []),
        ("", "", []),
    ],
)
def test_a_band(library: Library, old: str, new: str, expected: list[str]) -> None:
    """Two steps up or more; words that cannot be compared count as that."""
    assert of(library, "band_row", {"band": old}, {"band": new}) == expected


def test_a_movement_that_does_not_say_so_still_counts(library: Library) -> None:
    """Work that may be held, and has no hold, is counted in repetitions."""
    own = library["bridge"].model_copy(update={"id": "own_one", "work": None})
    old, new = (EMPTY.add(own, **week(1, reps, 3, hold_s=0, tempo_s=4)) for reps in (10, 30))
    found = limits_of(new, [(new.items[0], own)], old)
    assert [f.key for f in found if "volume" in f.key] == ["AVOID volume_rise i1 own_one 30 90"]


def test_a_band_of_each_side(library: Library) -> None:
    """The strongest of a side before; of two sides the one that rises most; a known step before an unknown word."""
    turn = library["band_external_rotation"]
    apart = EMPTY.add(turn, sides="left", band="yellow").add(turn, sides="right", band="black")
    one = EMPTY.add(turn, sides="each", band="black")
    assert [f.key for f in told(library, one, apart)] == ["CAUTION band_rise i1 band_external_rotation yellow black"]
    assert told(library, EMPTY.add(turn, sides="right", band="black"), apart) == []
    ladder = EMPTY.add(turn, band="yellow").add(turn, band="blue")
    assert told(library, EMPTY.add(turn, band="black"), ladder) == []
    strange = EMPTY.add(turn, sides="left", band="purple").add(turn, sides="right", band="red")
    assert [f.key.split()[:2] for f in told(library, one, strange)] == [["CAUTION", "band_rise"]]
    near = EMPTY.add(turn, sides="left", band="purple").add(turn, sides="right", band="blue")
    assert [f.key.split()[:2] for f in told(library, one, near)] == [["CAUTION", "band_change"]]


def test_the_words(library: Library) -> None:
    """Both numbers, the percent, the source and the mend."""
    stand, row = library["sit_to_stand"], library["band_row"]
    old = EMPTY.add(stand, load_kg=5.0, **week(2, 10, 3)).add(row, band="red")
    new = EMPTY.add(stand, load_kg=6.0, **week(3, 15, 5)).add(row, band="black")
    steep = EMPTY.add(stand, load_kg=10.0, **week(2, 16, 3)).add(row, band="pink")
    name = f"i1, {stand.patient_name}"
    assert [str(f) for f in (*told(library, new, old), *told(library, steep, old))] == [
        f"CAUTION  {name}: The load rises by 20 %, from 5 to 6 kg. Tendons and joints take longer to get used to a load than "
        "muscles do. [ACSM2009 (S)] Raise it by 2 to 10 %.",
        f"AVOID  {name}: The work of a week rises by 275 %, from 60 to 225 repetitions a week. Sets, repetitions, days and "
        "times a day multiply. [design choice (D)] Raise one of them at a time.",
        f"CAUTION  i2, {row.patient_name}: The band goes up by 3 steps, from red to black. One step at a time is usual. "
        "[design choice (D)] Take the next band.",
        f"AVOID  {name}: The load rises by 100 %, from 5 to 10 kg. Tendons and joints take longer to get used to a load than "
        "muscles do. [design choice (D)] Raise it by 2 to 10 %.",
        f"CAUTION  {name}: The work of a week rises by 60 %, from 60 to 96 repetitions a week. Sets, repetitions, days and "
        "times a day multiply. [design choice (D)] Raise one of them at a time.",
        f"CAUTION  i2, {row.patient_name}: The band changes from red to pink. Their steps are not known, so that it counts "
        "as a rise of two or more. [design choice (D)] Compare the two bands yourself.",
    ]
    held = [EMPTY.add(library["bird_dog"], **week(1, 5, 7, hold_s=s)) for s in (10, 16)]
    assert [f.what for f in told(library, held[1], held[0])] == [
        "The work of a week rises by 60 %, from 350 to 560 seconds a week."
    ]


def test_the_clinic_moves_a_rise(library: Library) -> None:
    """Its number takes the place of the kit's, and the finding says whose it is."""
    stand = library["sit_to_stand"]
    old, new = (EMPTY.add(stand, load_kg=kg, **week(2, reps, 3)) for kg, reps in ((5.0, 10), (5.5, 13)))
    assert told(library, new, old) == []
    own = Settings(rises={"load_caution_percent": 5, "volume_caution_percent": 20})
    found = told(library, new, old, own)
    assert [(f.level, f.source) for f in found] == [("CAUTION", "clinic setting")] * 2
    strict = Settings(
        rises={"load_avoid_percent": 5, "load_avoid_kg": 0.4, "volume_caution_percent": 20, "volume_avoid_percent": 25}
    )
    found = told(library, new, old, strict)
    assert [(f.level, f.source) for f in found] == [("AVOID", "clinic setting")] * 2
    loose = Settings(rises={"load_avoid_kg": 5, "volume_avoid_percent": 200})
    heavy = EMPTY.add(stand, load_kg=10.0, **week(2, 30, 3))
    assert [f.level for f in told(library, heavy, old, loose)] == ["CAUTION", "CAUTION"]
