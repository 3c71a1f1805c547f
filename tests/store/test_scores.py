"""Totals of other scores are added, corrected and taken back, and nothing that was ever noted is lost."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import KitError
from kit.plan.plan import Plan
from kit.store.audit import trail
from kit.store.scores import Score, _counting
from kit.store.store import Store
from tests.store.conftest import Opener

DAY = dt.date(2026, 6, 1)


@pytest.fixture
def code(held: Store, issued: Plan) -> str:
    return issued.patient_code


def said(found: tuple[Score, ...]) -> list[tuple[str, float | None]]:
    return [(score.name, score.value) for score in found]


def test_a_total_is_kept_with_its_day_and_who_noted_it(held: Store, code: str, opener: Opener) -> None:
    """By the key of a known score, by its name, or under a name of its own; after a restart, too."""
    made = held.scores.add(code, "lefs", DAY, 41)
    assert (made.instrument, made.name, made.day, made.value, made.by) == ("lefs", "LEFS", DAY, 41.0, "tester")
    held.scores.add(code, "Lefs", dt.date(2026, 5, 1), 30.0)
    held.scores.add(code, "Single leg stance, s", DAY, -0.5)
    assert held.scores.add(code, "KOOS, one  subscale", dt.date(2026, 4, 1), 50).instrument == "koos"
    again = opener(who="another").scores.list(code)
    assert [(s.instrument, s.name, s.day.month, s.value) for s in again] == [
        ("koos", "KOOS, one subscale", 4, 50.0),
        ("lefs", "LEFS", 5, 30.0),
        ("lefs", "LEFS", 6, 41.0),
        (None, "Single leg stance, s", 6, -0.5),
    ]
    assert again[2] == made


def test_a_correction_replaces_and_keeps(held: Store, code: str) -> None:
    """Both entries stand in the history; taking the correction back lets the first one count again."""
    first = held.scores.add(code, "lefs", DAY, 14)
    second = held.scores.add(code, "lefs", DAY, 41, replaces=first.number)
    assert held.scores.list(code) == (second,)
    back = held.scores.undo(second.number)
    assert (back.value, back.replaces, back.name) == (None, second.number, "LEFS")
    assert held.scores.list(code) == (first,)
    held.scores.undo(first.number)
    assert held.scores.list(code) == ()
    assert said(held.scores.history(code)) == [("LEFS", 14.0), ("LEFS", 41.0), ("LEFS", None), ("LEFS", None)]
    assert [entry.what for entry in trail(held.database, 4)] == [
        "took LEFS of 2026-06-01 back (entry 1)",
        "took LEFS of 2026-06-01 back (entry 2)",
        "noted LEFS of 2026-06-01 in place of entry 1",
        "noted LEFS of 2026-06-01",
    ]


@pytest.mark.parametrize("deed", ["correct", "undo"])
def test_what_does_not_count_is_neither_corrected_nor_taken_back(held: Store, code: str, deed: str) -> None:
    first = held.scores.add(code, "lefs", DAY, 14)
    held.scores.add(code, "lefs", DAY, 41, replaces=first.number)
    before = held.scores.history(code)
    undo = partial(held.scores.undo, first.number)
    correct = partial(held.scores.add, code, "lefs", DAY, 42, replaces=first.number)
    with pytest.raises(KitError) as caught:
        (undo if deed == "undo" else correct)()
    assert str(caught.value) == (
        f"score: entry {first.number} does not count: it was replaced or taken back, or is another patient's. "
        "Look at the list of scores."
    )
    assert held.scores.history(code) == before


@pytest.mark.parametrize(
    ("score", "day", "value", "message"),
    [
        ("lefs", DAY, 81, "score, LEFS: 81 is not 0 to 80. Correct the total."),
        ("siras", DAY, 2, "score, SIRAS: 2 is not 3 to 15. Correct the total."),
        ("psfs_mean", DAY, -0.1, "score, PSFS, mean: -0.1 is not 0 to 10. Correct the total."),
        ("Grip", DAY, float("nan"), "score, Grip: “nan” is not a number. Write the total as a number."),
        ("Grip", DAY, True, "score, Grip: “True” is not a number. Write the total as a number."),
        ("…", DAY, 1, "score, name: “…” is the name of no score. Write its name, such as LEFS."),
        ("x" * 201, DAY, 1, "score, name: it has 201 characters, and at most 200 fit. Shorten it."),
        (
            "lefs",
            dt.date(2026, 6, 3),
            5,
            "score, day: 2026-06-03 is to come. Write the day on which it was asked.",
        ),
        (
            "lefs",
            dt.date(26, 6, 1),
            99,
            "score, day: the year 0026 cannot be right. Did you mean 2026? Write four digits.\n"
            "score, LEFS: 99 is not 0 to 80. Correct the total.",
        ),
    ],
)
def test_what_is_no_total_is_refused(
    held: Store, code: str, score: str, day: dt.date, value: Any, message: str
) -> None:
    """With the value, the rule and the mend, all at once; nothing is kept."""
    with pytest.raises(KitError) as caught:
        held.scores.add(code, score, day, value)
    assert str(caught.value) == message
    assert held.scores.history(code) == ()


@pytest.mark.parametrize("value", [0, 80])
def test_the_ends_of_the_range_are_totals(held: Store, code: str, value: int) -> None:
    assert held.scores.add(code, "lefs", DAY, value).value == value


def test_a_patient_or_an_entry_that_is_not_here(held: Store) -> None:
    with pytest.raises(KitError) as caught:
        held.scores.add("BCDFGHJK", "lefs", DAY, 1)
    assert str(caught.value) == "score: no patient here has the code “BCDFGHJK”. Choose a patient of this store."
    with pytest.raises(KitError) as caught:
        held.scores.undo(99)
    assert str(caught.value) == "score: there is no entry 99. Look at the list of scores."


@given(st.lists(st.sampled_from(["add", "correct", "undo"]), max_size=12), st.randoms(use_true_random=False))
def test_the_way_back_is_the_way_there(deeds: list[str], random: Any) -> None:
    """After each entry is taken back that counts, newest first, nothing counts; and an entry counts once at most."""
    made: list[Score] = []

    def write(value: float | None, replaces: int | None) -> None:
        made.append(Score(len(made) + 1, "P", None, "x", DAY, value, "a", "", replaces))

    for deed in deeds:
        counting = _counting(made)
        if deed == "add" or not counting:
            write(1.0, None)
        else:
            write(None if deed == "undo" else 2.0, random.choice(counting).number)
    assert len({score.number for score in _counting(made)}) == len(_counting(made))
    steps = 0
    while counting := _counting(made):
        steps += 1
        assert steps <= 2 * len(deeds) + 1
        write(None, counting[-1].number)
