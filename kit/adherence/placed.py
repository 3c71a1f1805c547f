"""From plans and the rows of their diaries to the frames that every measure reads, for any number of plans at once.

The rows of a plan have to be there as a whole: what counts in a week hangs on all of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import numpy as np
import pandas as pd

from kit.adherence.amounts import amount
from kit.adherence.answers import AMOUNTS, Answers, Best, answers, best
from kit.adherence.arrays import NONE, Ints, counts, dates, day_number, picked, texts, whole
from kit.adherence.asides import asides_frame
from kit.adherence.calendar import Calendar, calendar
from kit.adherence.days import days
from kit.adherence.frames import CELLS, SLOTS, STATUSES, WEEKS, Frames
from kit.adherence.pattern import SIDES, UNITS
from kit.adherence.placing import Placed, logged, placed_at
from kit.adherence.sittings import sessions, told
from kit.adherence.statuses import Statuses, statuses
from kit.adherence.versions import Versions, versions
from kit.adherence.weeks import counted
from kit.diary.aside import Aside
from kit.plan.plan import Plan
from kit.timing.days import WEEK

_ANSWERED = ("missing", "not_done", "partial", "done")  # by the number of an answer


def placed(plans: Iterable[Plan], rows: pd.DataFrame, as_of: dt.date, asides: Iterable[Aside] = ()) -> Frames:
    """Everything that was due and logged up to `as_of`; `rows` are as `read_diary` gives them, held against the plans.

    `plans` are all versions of any number of plans, in any order. Rows of a version that is not among them are left
    out. `asides` are what rows tell that were refused or replaced. Raises `ContentError` where versions of a plan do
    not belong together.
    """
    found, today = versions(plans), day_number(as_of)
    given = answers(found, rows)
    is_today = np.zeros(len(found.codes), dtype=bool)
    is_today[found.plan[given.version[(given.status > 0) & (given.day == today)]]] = True
    due = calendar(found, today, is_today)
    at = logged(found, given, due, today)
    said = best(found, given)
    to = placed_at(found, given, said, due, at)
    became = statuses(found, said, due, to)
    keep = told(given, at)
    row = np.where(keep, np.cumsum(keep) - 1, NONE)
    slots = _slots(found, due, to, became, row)
    sat = sessions(found, given, due, at, to, became, keep)
    return Frames(
        slots=slots,
        cells=_cells(found, given, said, due, became, row),
        sessions=sat,
        days=days(found, due, at, to, became, today),
        weeks=counted(_weeks(found, due), slots, sat)[list(WEEKS)].astype(WEEKS),
        rows=_rows(given, row),
        asides=asides_frame(asides),
    )


def _rows(given: Answers, row: Ints) -> pd.DataFrame:
    session = counts(row[given.session])
    return given.rows.assign(session=session, day=dates(given.day), late=given.late)


def _weeks(found: Versions, due: Calendar) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "plan_code": texts(found.codes, found.plan[due.week_version]),
            "plan_version": found.number[due.week_version],
            "week": due.week,
            "first": dates(due.week_first),
            "last": dates(due.week_last),
            "active_days": due.week_active,
        }
    )


def _where(found: Versions, due: Calendar, week: Ints, day: Ints, number: Ints) -> dict[str, object]:
    """The columns that say which session a row is of."""
    version = due.week_version[week]
    code = texts(found.codes, found.plan[version])
    place = {"plan_code": code, "plan_version": found.number[version], "week": due.week[week]}
    return {**place, "date": dates(day), "slot": number}


def _unproposed(due: Calendar) -> tuple[Ints, Ints]:
    """Where a session stands for which a week has no day: on its last day that counts, with a number of its own."""
    last = due.week_first.copy()
    active = due.day_active & (due.day_week != NONE)
    np.maximum.at(last, due.day_week[active], due.day[active])
    number = np.zeros(len(last), dtype=np.int64)
    np.maximum.at(number, due.slot_week, due.slot_number)
    return last, number + 1


def _slots(found: Versions, due: Calendar, to: Placed, became: Statuses, row: Ints) -> pd.DataFrame:
    last, beside = _unproposed(due)
    its, left = np.flatnonzero(became.slot_sevenths), np.flatnonzero(became.week_left)
    week = np.r_[due.slot_week[its], left]
    day = np.r_[due.slot_day[its], last[left]]
    number = np.r_[due.slot_number[its], beside[left]]
    session = np.r_[to.slot_session[its], np.full(len(left), NONE)]
    became_ = np.r_[became.slot[its], np.full(len(left), len(STATUSES) - 1)]
    weight = np.r_[became.slot_sevenths[its], became.week_left[left]] / WEEK
    free = np.r_[due.slot_free[its], np.ones(len(left), dtype=bool)]
    order = np.lexsort((number, day, due.week_version[week]))
    columns = {
        **_where(found, due, week[order], day[order], number[order]),
        "free": free[order],
        "weight": weight[order],
        "status": texts(STATUSES, became_[order]),
        "session": counts(picked(row, session[order], NONE)),
    }
    return pd.DataFrame(columns).astype(SLOTS)


def _cells(found: Versions, given: Answers, said: Best, due: Calendar, became: Statuses, row: Ints) -> pd.DataFrame:
    last, beside = _unproposed(due)
    its = np.flatnonzero((became.slot_sevenths[due.part_slot] > 0) | (became.part_sevenths > 0))
    left = np.flatnonzero(became.choice_left)
    slot = due.part_slot[its]
    week = np.r_[due.slot_week[slot], became.choice_week[left]]
    day = np.r_[due.slot_day[slot], last[became.choice_week[left]]]
    number = np.r_[due.slot_number[slot], beside[became.choice_week[left]]]
    item = np.r_[due.part_item[its], became.choice_item[left]]
    sevenths = np.r_[became.part_sevenths[its], became.choice_left[left]]
    order = np.lexsort((item, number, day, due.week_version[week]))
    sides = found.items[item[order], 3:5]
    keys = np.stack([np.r_[side[its], np.full(len(left), NONE)][order] for side in became.sides], axis=1)
    has = sides != NONE
    part, side, key = np.repeat(order, has.sum(axis=1)), sides[has], keys[has]
    answer = picked(said.row, key, NONE)
    item = item[part]
    name, exercise, ids = _names(found)
    return pd.DataFrame(
        {
            **_where(found, due, week[part], day[part], number[part]),
            "item_id": texts(ids, item),
            "exercise_id": texts(exercise, item),
            "name": texts(name, item),
            "place": item - found.item_from[found.item_version[item]] + 1,
            "side": texts(SIDES, side),
            "weight": sevenths[part] / WEEK,
            **_answered(found, given, answer, item),
            "session": counts(picked(row, picked(given.session, answer, NONE), NONE)),
        },
        copy=False,
    )[list(CELLS)].astype(CELLS)


def _names(found: Versions) -> tuple[list[str], list[str], list[str]]:
    """Of all items: the clinician's name of the exercise, in a draft its id; the exercise; the id of the item."""
    named = []
    for span in found.spans:
        snapshot = span.plan.snapshot
        names = {exercise.id: exercise.name for exercise in snapshot.exercises} if snapshot else {}
        named += [names.get(item.exercise_id, item.exercise_id) for item in span.plan.items]
    items = [item for span in found.spans for item in span.plan.items]
    return named, [item.exercise_id for item in items], [item.item_id for item in items]


def _answered(found: Versions, given: Answers, answer: Ints, item: Ints) -> dict[str, object]:
    """The dose of each cell, and what was answered for it."""
    status = picked(given.status, answer, 0)
    unit, planned, timed = (found.items[item, column] for column in (5, 6, 7))
    sets, reps, last, hold = (picked(whole(given.rows[name]), answer, NONE) for name in AMOUNTS)
    done = amount(sets, reps, last, hold, status=status, in_seconds=unit == UNITS.index("s"), timed=timed > 0)
    reason, reasons = pd.factorize(given.rows["reason"])
    return {
        "status": texts(_ANSWERED, status),
        "unit": texts(UNITS, unit),
        "planned": planned,
        "done": counts(done),
        "reps_last_set": counts(last),
        "load_kg": given.rows["load_kg"].array.take(answer, allow_fill=True),
        "reason": texts(reasons, picked(reason, answer, NONE)),
    }
