"""Numbers of a dose are numbers, at every door."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from kit.errors import ContentError, KitError
from kit.library.collections.collected import Collected
from kit.library.collections.csv_table import collect
from kit.library.dose import Dose
from kit.library.library import Library
from kit.model import parse_json, to_json
from kit.plan.plan import Plan

NUMBER = "Write a number without a unit, such as 2.5."
WHOLE = "Write a number without a unit, such as 30."
START = dt.date(2026, 6, 1)
LOADS = [
    (True, f"true is not a number. {NUMBER}"),
    ("30", f"“30” is not a number. {NUMBER}"),
    (1.255, "1.255: a load has at most 2 decimals. Write one such as 1.25."),
    (0.001, "0.001: a load has at most 2 decimals. Write one such as 1.25."),
    (-1, "-1 is refused: it must be 0 or more. Correct the value."),
    (500.01, "500.01 is refused: it must be 500 or less. Correct the value."),
]
COUNTS = [
    (True, f"true is not a whole number. {WHOLE}"),
    ("10", f"“10” is not a whole number. {WHOLE}"),
    (10.0, f"10.0 is not a whole number. {WHOLE}"),
    (-1, "-1 is refused: it must be 1 or more. Correct the value."),
]
WRONG = [("load_kg", *one) for one in LOADS] + [("reps", *one) for one in COUNTS]


def refused(make: Any, *args: Any, **fields: Any) -> str:
    with pytest.raises(KitError) as caught:
        make(*args, **fields)
    return str(caught.value)


@pytest.mark.parametrize(("field", "value", "said"), WRONG)
def test_what_is_no_number_of_a_dose(library: Library, field: str, value: object, said: str) -> None:
    """In Python, in an item of a plan, and in a plan's file alike."""
    plan = Plan.begin("P-001", START).add(library["bridge"])
    assert refused(Dose, **{"tempo_s": 1, field: value}) == f"Dose, {field}: {said}"
    assert refused(plan.adjust, "i1", **{field: value}) == f"item i1, dose.{field}: {said}"
    data = json.loads(to_json(plan))
    data["items"][0]["dose"][field] = value
    assert refused(parse_json, Plan, json.dumps(data), "p.json") == f"p.json, items.0.dose.{field}: {said}"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_ordinary_number(value: float) -> None:
    """Neither a load nor a count."""
    assert "it must be an ordinary number" in refused(Dose, tempo_s=1, load_kg=value)
    assert "is not a whole number" in refused(Dose, tempo_s=1, reps=value)


def test_a_load_to_two_decimals() -> None:
    """A whole number is one too; the bounds fit."""
    loads = [0, 0.01, 1.25, 2.3, 19.99, 5, 500]
    assert [Dose(tempo_s=1, load_kg=load).load_kg for load in loads] == loads
    assert all(Dose(tempo_s=1, load_kg=n / 100).load_kg == n / 100 for n in range(0, 50_001, 7))


def test_a_table_of_exercises(tmp_path: Path) -> None:
    """A spreadsheet's load with a comma is a number; with three decimals it is told, and left out of its row."""
    (tmp_path / "e.csv").write_text('name;reps;tempo_s;load_kg\nOne;10;4;"2,25"\nTwo;10;4;"2,255"\n', encoding="utf-8")
    found = Collected()
    collect([tmp_path / "e.csv"], found)
    assert [e.dose.load_kg for e in found.exercises] == [2.25, None]
    assert [str(f) for f in found.done().faults if "load" in str(f)] == [
        "e.csv, row 3, dose.load_kg: 2.255: a load has at most 2 decimals. Write one such as 1.25."
    ]


def test_an_item_stays_the_one_that_it_is(library: Library) -> None:
    """Its exercise and its id are no fields to adjust."""
    plan = Plan.begin("P-001", START).add(library["bridge"])
    assert refused(plan.adjust, "i1", exercise_id="step_up") == (
        "item i1, exercise_id: is never changed. Take the item out, and add the other exercise."
    )
    assert refused(plan.add, library["bridge"], item_id="i7") == (
        "item i2, item_id: is never changed. Take the item out, and add it again."
    )
    assert "is given twice" in refused(plan.adjust, "i1", item_id="i2")
    with pytest.raises(ContentError):
        plan.items[0].item_id = "i2"  # type: ignore[misc]
