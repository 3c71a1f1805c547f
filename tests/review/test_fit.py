"""Whether a plan fits the day and the home of the patient."""

from __future__ import annotations

import datetime as dt

from kit.handouts.things import things
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.review.check import check
from kit.timing.week import fullest_day_to_allow_s
from kit.words.catalogue import Catalogue

START = dt.date(2026, 6, 1)
EMPTY = Plan.begin("P-001", start=START)


def keys(library: Library, plan: Plan) -> set[str]:
    """Limit and level of each finding: "stretch_hold_long CAUTION"."""
    return {f"{f.key.split()[1]} {f.level}" for f in check(plan, library)}


def test_minutes_count_the_fullest_day(library: Library) -> None:
    """Fixed weekdays add up by day; days that the patient picks may all meet; sessions a day multiply."""
    monday = Schedule(weekdays=("mon",))
    twice = Schedule(days_a_week=3, times_a_day=2)
    plan = EMPTY.add(library["clamshell"], schedule=monday).add(library["bridge"], schedule=twice)
    plan = plan.add(library["bird_dog"], schedule=Schedule(weekdays=("tue",)))
    assert fullest_day_to_allow_s(resolve(plan, library)) == (300 + 345 + 10 + 195) + (300 + 195)  # turned over once
    assert "minutes CAUTION" in keys(library, plan.describe(context=Context(minutes_a_day=22)))
    assert "minutes CAUTION" not in keys(library, plan.describe(context=Context(minutes_a_day=23)))


def test_exactly_the_minutes_of_the_day_fit(library: Library) -> None:
    """13 minutes of exercise and a warm-up of 5 for each of 4 sessions fit into 33, and not into 32."""
    plan = EMPTY.add(library["bridge"], schedule=Schedule(days_a_week=3, times_a_day=4))
    assert fullest_day_to_allow_s(resolve(plan, library)) == 33 * 60
    assert "minutes CAUTION" not in keys(library, plan.describe(context=Context(minutes_a_day=33)))
    assert "minutes CAUTION" in keys(library, plan.describe(context=Context(minutes_a_day=32)))


def test_equipment_is_compared_only_where_a_list_is_given(library: Library) -> None:
    """A missing thing is a CAUTION; optional things and an empty list are none."""
    plan = EMPTY.add(library["supine_figure4_stretch"])
    assert "equipment CAUTION" not in keys(library, plan)
    assert "equipment CAUTION" in keys(library, plan.describe(context=Context(equipment=("chair",))))
    assert "equipment CAUTION" not in keys(library, plan.describe(context=Context(equipment=("yoga mat",))))


def test_what_is_said_not_to_be_at_home_is_missed(library: Library) -> None:
    """A CAUTION for what an exercise or its dose needs; not for what only helps, which the handout leaves out then."""
    none = Context(not_at_home=("band", "chair"))
    plan = EMPTY.add(library["clamshell"]).add(library["band_row"]).add(library["bridge"])
    told = {f.item: f.what for f in check(plan.describe(context=none), library) if "equipment" in f.key}
    assert told == {"i2": "needs long band, which is not at home."}
    dosed = plan.adjust("i1", band="red").describe(context=none)
    told = {f.item: f.what for f in check(dosed, library) if "equipment" in f.key}
    assert told["i1"] == "needs band, which is not at home."
    alone = EMPTY.add(library["clamshell"])
    assert things(resolve(alone, library), Catalogue()).optional == ["pillow"]
    without = alone.describe(context=Context(not_at_home=("pillow",)))
    assert things(resolve(without, library), Catalogue()).optional == []


def test_more_time_to_change_sides_is_offered(library: Library) -> None:
    """For a weight that has to be moved, and for a patient who may fall; not where it is set already."""
    loaded = EMPTY.add(library["long_arc_quad"], load_kg=1.0)
    (told,) = [f for f in check(loaded, library) if "cuff" in f.key]
    assert (told.level, told.what, told.mend) == (
        "INFO", "5 s to change sides, and the weight has to be moved.", "Set the change of sides to 15 s."
    )  # fmt: skip
    for plan in (
        loaded.adjust("i1", switch_s=15),
        loaded.adjust("i1", load_kg=None),
        loaded.adjust("i1", sides="left"),
    ):
        assert not [f for f in check(plan, library) if "cuff" in f.key]
    both = EMPTY.add(library["clamshell"]).add(library["bridge"])
    for age, mend in ((64, None), (65, "Set the change of sides: i1 to 30 s.")):
        found = [f.mend for f in check(both.describe(context=Context(age=age)), library) if "slower" in f.key]
        assert found == ([mend] if mend else [])
