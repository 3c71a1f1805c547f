"""When a limit concerns an exercise."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kit.clinic import Clinic
from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule
from kit.review.check import check

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", START)


def keys(library: Library, plan: Plan, **more: Any) -> set[str]:
    return {f.key.split()[1] for f in check(plan, library, **more)}


def test_a_limit_that_is_for_some_alone(library: Library) -> None:
    """For a kind of exercise, from an age or an effort on, in a condition; a value that is not told meets none."""
    short = EMPTY.add(library["supine_figure4_stretch"], hold_s=20, reps=3)
    ages = [keys(library, short.describe(context=Context(age=age))) for age in (None, 64, 65)]
    assert ["stretch_hold_older" in found for found in ages] == [False, False, True]
    often = Schedule(days_a_week=5)
    efforts = [keys(library, EMPTY.add(library["bridge"], effort_target=e, schedule=often)) for e in (None, 4, 6)]
    assert ["strength_days_many" in found for found in efforts] == [False, False, True]
    long = EMPTY.add(library["side_bridge_knees"], hold_s=11)
    held = ConditionInForce(condition="hypertension")
    other = ConditionInForce(condition="gtps")
    conditions = [(), (other,), (other, held)]
    found = [keys(library, long.describe(context=Context(conditions=one))) for one in conditions]
    assert ["hold_effort_pressure" in one for one in found] == [False, False, True]


def test_without_support_it_is_worse(library: Library) -> None:
    """Where it is known that there is none."""
    plan = EMPTY.add(library["single_leg_stance"])
    for support, level in ((None, "CAUTION"), (True, "CAUTION"), (False, "AVOID")):
        held = ConditionInForce(condition="falls_risk")
        found = check(plan.describe(context=Context(conditions=(held,), support=support)), library)
        (one,) = [f for f in found if f.item and "falls_risk" in f.key]
        alone = "the floor. No fixed support is at hand. Window: ongoing."
        assert (one.level, alone in one.why) == (level, level == "AVOID")


def test_a_clinics_own_limit_is_the_one_that_holds(library: Library) -> None:
    """From its own number on, and it is said whose number it is."""
    plan = EMPTY.add(library["supine_figure4_stretch"], hold_s=50)
    own = Clinic(settings={"doses": {"stretch_hold_long": 45}})
    assert "stretch_hold_long" not in keys(library, plan)
    (found,) = [f for f in check(plan, library, clinic=own) if "stretch_hold_long" in f.key]
    assert (found.level, found.source) == ("CAUTION", "clinic setting")
