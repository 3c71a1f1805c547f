"""A plan as an analyst sees it: in a line, as a table, as a frame of its items."""

from __future__ import annotations

import pytest

from kit.library.dose import Dose
from kit.plan.items import HEADS, days_in_short, item_rows
from kit.plan.plan import Plan
from kit.plan.schedule import WEEKDAYS, Schedule
from tests.shown import texts


@pytest.fixture
def two(four: Plan) -> Plan:
    twice = Schedule(weekdays=("mon", "thu"), times_a_day=2)
    plan = four.remove("i3").remove("i4").adjust("i1", schedule=twice, load_kg=2.5, band="red")
    return plan.adjust("i2", schedule=Schedule(days_a_week=3), note="<b>")


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (Schedule(weekdays=WEEKDAYS), "every day"),
        (Schedule(weekdays=("mon", "thu"), times_a_day=2), "Mon, Thu, 2 times a day"),
        (Schedule(days_a_week=1), "1 day a week"),
        (Schedule(days_a_week=7, times_a_day=3), "7 days a week, 3 times a day"),
    ],
)
def test_days_in_short(schedule: Schedule, said: str) -> None:
    """By name where they are fixed, else their number; how often on a day only where it is more than once."""
    assert days_in_short(schedule) == said


def test_a_plan_in_a_line(two: Plan, issued: Plan) -> None:
    assert repr(two) == str(two) == "Plan('P-001', version 1, draft, 2 items)"
    assert repr(issued) == "Plan('P-001', version 1, issued 2026-06-01, 4 items)"


def test_a_plan_as_a_table(two: Plan, issued: Plan) -> None:
    """A draft names exercises by their ids, an issued version by their names."""
    assert texts(two) == [
        f"Hip stretches for your knee: P-001 ({two.code}), version 1, draft",
        *HEADS,
        *("i1", "seated_rotator_stretch", "1 × 2 × 30 s, each side, 2.5 kg", "Mon, Thu, 2 times a day"),
        *("i2", "supine_figure4_stretch", "1 × 2 × 30 s, each side", "3 days a week", "<b>"),
        "From 2026-06-01 up to, but not on, 2026-06-29.",
    ]
    assert HEADS == ("Item", "Exercise", "Dose", "Days", "Note")
    assert "Seated hip rotator stretch (long-sitting figure-4)" in texts(issued)
    assert [row[1] for row in item_rows(two.items, {"seated_rotator_stretch": "A"})] == ["A", "supine_figure4_stretch"]


def test_a_plan_as_a_frame(two: Plan) -> None:
    """A column for each field of an item and its dose, empty where there is none, of one type whatever the plan."""
    found = two.to_frame()
    counts = [name for name in Dose.model_fields if name not in ("load_kg", "band")]
    columns = [
        "item",
        "exercise",
        "sides",
        "lead_side",
        *counts,
        "load_kg",
        "band",
        "weekdays",
        "days_a_week",
        "times_a_day",
        "note",
    ]
    assert list(found.columns) == columns
    kinds = {**dict.fromkeys(columns, "string"), **dict.fromkeys(counts, "Int64"), "load_kg": "Float64"}
    kinds |= dict.fromkeys(("days_a_week", "times_a_day"), "int64")
    assert {name: str(kind) for name, kind in found.dtypes.items()} == kinds
    assert {str(kind) for kind in two.remove("i1").remove("i2").to_frame().dtypes} == set(kinds.values())
    first, second = found.astype("object").where(found.notna(), None).to_dict("records")
    dose = {name: getattr(two.items[0].dose, name) for name in counts}
    assert first == {
        "item": "i1",
        "exercise": "seated_rotator_stretch",
        "sides": "each",
        "lead_side": "right",
        **dose,
        "load_kg": 2.5,
        "band": "red",
        "weekdays": "mon, thu",
        "days_a_week": 2,
        "times_a_day": 2,
        "note": "",
    }
    assert (second["weekdays"], second["days_a_week"], second["times_a_day"], second["note"]) == (None, 3, 1, "<b>")
