"""What a clinic may set: within its bounds it counts, beyond them it is told and the kit's own is left."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.clinic import Clinic, read_clinic
from kit.errors import ContentError
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.settings import SETTINGS, Dates, Rises, Settings
from tests.review.conftest import limits_of

START = dt.date(2026, 6, 1)


def told(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    (tmp_path / "clinic.toml").write_text(text, encoding="utf-8")
    clinic, faults = read_clinic(tmp_path / "clinic.toml")
    return clinic.settings, [str(fault) for fault in faults]


def test_the_defaults() -> None:
    """Those of the specification; what is not set is from its own source."""
    assert SETTINGS == Settings() == Clinic().settings
    dates = SETTINGS.dates
    assert (dates.screen_age_days, dates.answer_age_days, dates.sign_off_age_days) == (14, 90, 14)
    assert (dates.start_before_issue, dates.start_after_issue) == ((7, 60), (28, 183))
    assert (dates.review_after_start_days, dates.far_end_months) == (84, 24)
    rises = SETTINGS.rises
    assert (rises.load_caution_percent, rises.load_avoid_percent, rises.load_avoid_kg) == (10, 50, 2)
    assert (rises.volume_caution_percent, rises.volume_avoid_percent) == (50, 100)
    assert (SETTINGS.doses, SETTINGS.loads, SETTINGS.second_person) == ({}, {}, False)
    assert dates.source("screen_age_days", "design choice (D)") == "design choice (D)"


def test_a_clinic_sets_what_it_likes(tmp_path: Path) -> None:
    """Each part of the table, stricter and up to the bound."""
    settings, faults = told(
        tmp_path,
        """
        [settings]
        second_person = true
        [settings.dates]
        screen_age_days = 30
        start_before_issue = [0, 90]
        [settings.doses]
        stretch_hold_long = 45
        stretch_hold_short = 15.5
        balance_hold_long = 120
        [settings.loads]
        cuff = [1, 5, 45]
        [settings.rises]
        load_avoid_kg = 0.5
        """,
    )
    assert faults == []
    assert settings.second_person
    assert settings.dates == Dates(screen_age_days=30, start_before_issue=(0, 90))
    assert settings.doses == {"stretch_hold_long": 45, "stretch_hold_short": 15.5, "balance_hold_long": 120}
    assert settings.loads == {"cuff": (1, 5, 45)}
    assert settings.rises == Rises(load_avoid_kg=0.5)
    assert settings.rises.source_of(("load_avoid_percent", "load_avoid_kg"), "x") == "clinic setting"
    assert settings.rises.source("load_avoid_percent", "x") == "x"


def test_a_faulty_number_costs_itself_alone(tmp_path: Path) -> None:
    """Beyond the bound, misspelt, of another kind: each is told with its place, and the rest of its table counts."""
    settings, faults = told(
        tmp_path,
        """
        name = "Sunny Clinic"
        [settings]
        second_person = 1
        [settings.dates]
        screen_age_dys = 3
        screen_age_days = 31
        answer_age_days = 30
        start_before_issue = [14, 7]
        start_after_issue = [10, true]
        sign_off_age_days = 0
        [settings.doses]
        strech_hold_long = 4
        stretch_hold_long = 45
        stretch_hold_impossible = 301
        balance_hold_long = "30"
        stretch_hold_short = 5
        times_many = nan
        held_day_long = -1
        sets_many = [3]
        [settings.loads]
        cuff = [1, 5, 20]
        trunk_floor = [5, 5, 20]
        small_shoulder = [1, 3, 2]
        standing_hips = [3, true, 5]
        other_strength = 4
        none = [1, 2, 3]
        cuf = [1, 2, 3]
        [settings.rises]
        load_avoid_kg = 9
        load_avoid_percent = 20
        volume = 3
        """,
    )
    assert settings == Settings(
        dates=Dates(answer_age_days=30),
        doses={"stretch_hold_long": 45},
        loads={"cuff": (1, 5, 20)},
        rises=Rises(load_avoid_percent=20),
    )
    mend = "Write a number without a unit, such as"
    assert sorted(faults) == sorted(
        f"clinic.toml, settings.{fault}"
        for fault in (
            "second_person: 1 is refused: it must be true or false. Correct the value.",
            "dates.screen_age_dys: is not a known field. Did you mean “screen_age_days”?",
            "dates.screen_age_days: 31 is refused: it must be 30 or less. Correct the value.",
            "dates.start_before_issue: [14, 7]: the caution comes before the error. Put the lower number first.",
            f"dates.start_after_issue.1: true is not a whole number. {mend} 30.",
            "dates.sign_off_age_days: 0 is refused: it must be 1 or more. Correct the value.",
            "doses.strech_hold_long: 4: no limit is called “strech_hold_long”. Did you mean “stretch_hold_long”?",
            "doses.stretch_hold_impossible: 301: a clinic may set it to 300 at most. Lower it.",
            f"doses.balance_hold_long: “30” is not a number. {mend} 2.5.",
            "doses.stretch_hold_short: 5: a clinic may set it to 10 at least. Raise it.",
            "doses.times_many: nan is refused: it must be an ordinary number. Leave it out, or give None.",
            "doses.held_day_long: -1 is refused: it must be 0 or more. Correct the value.",
            f"doses.sets_many: a list is not a number. {mend} 2.5.",
            "loads.trunk_floor: a clinic may set them to 2, 7.5, 15 kg at most. Lower them.",
            "loads.small_shoulder: the three numbers do not rise. Put the lowest first.",
            f"loads.standing_hips.1: true is not a number. {mend} 2.5.",
            "loads.other_strength: 4 is refused: it must be a list. Correct the value.",
            "loads.none: no loads are called “none”. Remove it.",
            "loads.cuf: no loads are called “cuf”. Did you mean “cuff”?",
            "rises.load_avoid_kg: 9 is refused: it must be 5 or less. Correct the value.",
            "rises.volume: is not a known field. Remove it.",
        )
    )


def test_in_python_all_faults_come_at_once() -> None:
    """As a file's, under the names that were given."""
    with pytest.raises(ContentError) as refused:
        Settings(doses={"sets_many": 11, "x": 1}, second_person="yes")
    assert [str(fault) for fault in refused.value.faults] == [
        "Settings, doses.sets_many: 11: a clinic may set it to 10 at most. Lower it.",
        "Settings, doses.x: 1: no limit is called “x”. Remove it.",
        "Settings, second_person: “yes” is refused: it must be true or false. Correct the value.",
    ]
    with pytest.raises(ContentError, match="loads: 3 is refused: it must be a table"):
        Settings(loads=3)


def test_no_clinic_goes_beyond_what_a_dose_can_be() -> None:
    """An ERROR stays within the bounds of a dose, and a limit is never stricter at its loosest."""
    most = {
        "held_s": 300,
        "reps": 100,
        "sets": 10,
        "rest_set_s": 600,
        "moving_s": 10_800,
        "days_a_week": 7,
        "times_a_day": 10,
    }
    for key, limit in rules().limits.items():
        if limit.above is not None:
            assert limit.bound >= limit.value, key
            assert limit.bound <= most.get(limit.quantity, limit.bound), key
        else:
            assert limit.bound <= limit.value, key
    for name, load in rules().loads.classes.items():
        three = (load.first_caution or 0, load.first_error, load.later_error)
        assert all(own <= most for own, most in zip(three, load.loosest or three, strict=True)), name
        assert max(load.loosest or three) <= 500


def test_a_limit_that_the_clinic_moved(library: Library) -> None:
    """Speaks from the clinic's number on, and says whose it is; others stay as they are."""
    plan = Plan.begin("P-001", START).add(library["supine_figure4_stretch"], hold_s=46, reps=2)
    own = Settings(doses={"stretch_hold_long": 45, "stretch_hold_short": 50})
    found = [f for f in limits_of(plan, library, settings=own) if "hold" in f.key]
    name = f"i1, {library['supine_figure4_stretch'].patient_name}"
    assert [str(f) for f in found] == [
        f"CAUTION  {name}: 46 s in one hold. Below the clinic’s own limit of 50. [clinic setting] Hold for 10 to 30 s, or "
        "say why not.",
        f"CAUTION  {name}: 46 s in one hold. Above the clinic’s own limit of 45. [clinic setting] Shorten it; add "
        "repetitions instead.",
    ]
    kept = [f for f in limits_of(plan, library) if "hold" in f.key]
    assert [f.key for f in kept] == ["INFO stretch_hold_over_30 i1 46"]
    loose = Settings(doses={"stretch_hold_over_30": 60})
    assert [f for f in limits_of(plan, library, settings=loose) if "hold" in f.key] == []


@pytest.mark.parametrize("key", sorted(rules().limits))
def test_every_limit_can_be_set(key: str) -> None:
    """To its own number and to its bound, and not beyond."""
    limit = rules().limits[key]
    for value in (limit.value, limit.bound):
        assert Settings(doses={key: value}).doses == {key: value}
    beyond = limit.bound + 1 if limit.above is not None else limit.bound - 1
    with pytest.raises(ContentError):
        Settings(doses={key: beyond})
