"""The order by position: the same exercises, never a longer way, and as near to the old order as it can be."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.timing.allow import spot_of, to_allow_s
from kit.timing.order import by_position

LIBRARY = Library.load()
NAMES = [exercise.id for exercise in LIBRARY]


def known(names: list[str]) -> ResolvedPlan:
    plan = Plan.begin("P-001", dt.date(2026, 6, 1))
    for name in names:
        plan = plan.add(LIBRARY[name])
    return resolve(plan, LIBRARY)


@given(st.lists(st.sampled_from(NAMES), max_size=5))
def test_no_order_takes_less_time(names: list[str]) -> None:
    """All items, each once; of all orders of them with the same opening walk none is shorter. In order, it stays."""
    plan = known(names)
    ordered = by_position(plan)
    assert sorted(i.item_id for i in ordered) == sorted(i.item_id for i in plan.plan.items)
    opens = bool(names) and LIBRARY[names[0]].category == "aerobic"
    orders = (order for order in itertools.permutations(plan.plan.items) if not opens or order[0] == plan.plan.items[0])
    assert to_allow_s(plan, ordered) == min(to_allow_s(plan, order) for order in orders)
    assert by_position(known([i.exercise_id for i in ordered])) == known([i.exercise_id for i in ordered]).plan.items


@given(st.lists(st.sampled_from(NAMES), max_size=12))
def test_what_is_done_in_one_place_keeps_its_order(names: list[str]) -> None:
    """Two exercises of one posture in one place stand as they stood."""
    plan = known(names)
    places = {item.item_id: spot_of(plan, item) for item in plan.plan.items}
    old = [i.item_id for i in plan.plan.items]
    new = [i.item_id for i in by_position(plan)]
    for spot in set(places.values()):
        assert [i for i in old if places[i] == spot] == [i for i in new if places[i] == spot]


def test_the_founding_four_stand_up_once() -> None:
    """Sitting on the floor, on the back, standing, on the back: 60 s of ways; standing first they are 30 s."""
    plan = known(["seated_rotator_stretch", "supine_figure4_stretch", "standing_itb_stretch", "supine_leg_crossover"])
    assert to_allow_s(plan) - to_allow_s(plan, by_position(plan)) == 30
