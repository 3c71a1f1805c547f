"""What mends a finding of an item in one press: each is carried out on a copy of the plan and reviewed before it is
offered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kit.errors import KitError
from kit.library.equipment import missing
from kit.library.exercise import Exercise
from kit.plan.floor import surface_of
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import resolve
from kit.review.check import findings
from kit.review.clearing import cleared, swaps_that_clear
from kit.review.finding import Finding
from kit.ui.planner.bench import Bench
from kit.ui.planner.edits import edited
from kit.ui.planner.messages import Adjust, Edit, SetDays, Swap
from kit.ui.planner.offered import MendShown, MendsShown
from kit.ui.planner.patient_wishes import Thing
from kit.ui.planner.told import kept
from kit.words.numbers import counted

_Amount = Literal["load_kg", "sets", "reps", "hold_s", "duration_s"]
# What a dose is made less by: its least number, one step, and what it is called.
_LESS: tuple[tuple[_Amount, int, str, str], ...] = (
    ("load_kg", 1, "load", "kg"),
    ("reps", 1, "repetitions", ""),
    ("sets", 1, "sets", ""),
    ("hold_s", 1, "hold", "s"),
    ("duration_s", 10, "time", "s"),
)
NONE_KNOWN = "None known: no exercise of its kind, beyond those of the plan, clears this."


def mends(plan: Plan, bench: Bench, key: str) -> MendsShown:
    """What clears the finding `key`, each with the wish that does it; nothing for a finding that is gone or final."""
    before = _review(plan, bench)
    finding = next((one for one in before if one.key == key), None)
    if finding is None or finding.item is None or finding.answered or not plan.is_draft or finding.level == "INFO":
        return {"code": plan.code, "key": key, "mends": [], "swaps": [], "none": ""}
    other = [
        mend for mend in _changes(plan, bench, finding, before) if _clears(plan, bench, finding, before, mend["wish"])
    ]
    swaps = [_swap(plan, bench, finding, exercise) for exercise in _swaps(plan, bench, finding)]
    return {"code": plan.code, "key": key, "mends": other, "swaps": swaps, "none": "" if swaps else NONE_KNOWN}


def _review(plan: Plan, bench: Bench) -> list[Finding]:
    return list(findings(resolve(plan, bench.library), bench.today, bench.previous, bench.settings))


def _clears(plan: Plan, bench: Bench, finding: Finding, before: list[Finding], wish: Edit) -> bool:
    try:
        after = _review(edited(plan, bench, wish), bench)
    except KitError:
        return False
    return cleared(finding, before, after)


# Another exercise


def _swaps(plan: Plan, bench: Bench, finding: Finding) -> Iterator[Exercise]:
    def swap(exercise: Exercise) -> Plan:
        return edited(plan, bench, _swap_wish(finding, exercise))

    return swaps_that_clear(finding, plan, bench.library, swap, lambda changed: _review(changed, bench))


def _swap_wish(finding: Finding, exercise: Exercise) -> Swap:
    return {"do": "swap", "item_id": finding.item or "", "exercise_id": exercise.id}


def _swap(plan: Plan, bench: Bench, finding: Finding, exercise: Exercise) -> MendShown:
    wish = _swap_wish(finding, exercise)
    return {"said": exercise.name, "about": kept(plan.item(wish["item_id"]), exercise, bench.library), "wish": wish}


# The same exercise, changed


def _changes(plan: Plan, bench: Bench, finding: Finding, before: list[Finding]) -> Iterator[MendShown]:
    item = plan.item(finding.item or "")
    if item.exercise_id not in bench.library:
        return
    exercise = bench.library[item.exercise_id]
    if surface_of(item, exercise, plan) == "floor":
        wish: Adjust = {"do": "adjust", "item_id": item.item_id, "field": "surface", "value": "bed"}
        yield {"said": "Do it on a firm bed", "about": "", "wish": wish}
    lacking = missing(exercise, plan.context.equipment) if plan.context.equipment else []
    if len(lacking) == 1:
        has: Thing = {"do": "thing", "name": lacking[0], "has": True}
        yield {"said": f"It is at home: {lacking[0]}", "about": "", "wish": has}
    yield from _less(plan, bench, finding, before)
    yield from _fewer_days(item)


def _less(plan: Plan, bench: Bench, finding: Finding, before: list[Finding]) -> Iterator[MendShown]:
    """The smallest step down of one number of the dose that clears it."""
    item = plan.item(finding.item or "")
    usual = bench.library[item.exercise_id].dose
    for name, least, called, unit in _LESS:
        now = getattr(item.dose, name)

        def wish(value: int, name: _Amount = name) -> Adjust:
            return {"do": "adjust", "item_id": item.item_id, "field": name, "value": value}

        # Too little may be a finding, too: the usual dose is tried before the least.
        starts = [int(low) for low in (getattr(usual, name), least) if low and now and low < now]
        low = next((low for low in starts if _clears(plan, bench, finding, before, wish(low))), None)
        if low is None:
            continue
        high = int(now)  # `low` clears it, `high` does not
        while high - low > 1:
            middle = (low + high) // 2
            if _clears(plan, bench, finding, before, wish(middle)):
                low = middle
            else:
                high = middle
        yield {"said": f"Lower the {called} to {low} {unit}".strip(), "about": f"It is {now:g} now.", "wish": wish(low)}


def _fewer_days(item: Prescription) -> Iterator[MendShown]:
    """The patient picks the days, one fewer and fewer; or it is done once a day."""
    schedule = item.schedule
    base: SetDays = {
        "do": "schedule",
        "item_id": item.item_id,
        "weekdays": None if schedule.weekdays is None else list(schedule.weekdays),
        "days_a_week": schedule.days_a_week,
        "times_a_day": schedule.times_a_day,
    }
    if schedule.times_a_day > 1:
        once: SetDays = {**base, "times_a_day": 1}
        yield {"said": "Do it once a day", "about": f"It is {schedule.times_a_day} times now.", "wish": once}
    for days in (3, 2):
        if days < schedule.each_week:
            fewer: SetDays = {**base, "weekdays": None, "days_a_week": days}
            yield {"said": f"Do it on {counted(days, 'day')} a week", "about": "", "wish": fewer}
            return
