"""The rows of diaries as numbers: which version, item, side and session each belongs to, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kit.adherence.arrays import NONE, Bools, Ints, day_numbers, is_day, picked, place_in, whole
from kit.adherence.pattern import SIDES
from kit.adherence.versions import PLACES, VERSIONS, Versions
from kit.diary.columns import CODE, LABEL

NOT_DONE, PARTIAL, DONE = 1, 2, 3  # answers; 0 is none
ANSWERS = {"not_done": NOT_DONE, "partial": PARTIAL, "done": DONE}
AMOUNTS = ("sets_done", "reps_done", "reps_last_set", "hold_done_s")
_SLOTS = 128  # powers of two above the most sessions of a day, and the most weeks of a version
_WEEKS = 64
_OF_PLAN = 1 << 26  # above the keys of a plan's sessions, those without a day in the upper half
_UNDATED = _OF_PLAN >> 1
_DAYS_BEFORE_1970 = 26_000  # no diary has a day before 1900


@dataclass(frozen=True)
class Answers:
    """An entry for each row of `rows` that belongs to a version. `version` and `item` are rows of `Versions`.

    `status` is 0 where nothing is answered, and for `late` rows, on a day on which a later version was in force: nobody
    did a session by a plan that had ended. What else such a row tells, a sign that asks for help too, stays.
    `session` is a row of `keys`, which are sorted: by plan, by day and number in the day, last those without a day.
    """

    rows: pd.DataFrame
    version: Ints
    item: Ints
    side: Ints
    day: Ints
    week: Ints
    slot: Ints
    free: Bools  # without a day, of an item whose days the patient picks
    status: Ints
    late: Bools
    session: Ints
    keys: Ints


def answers(found: Versions, rows: pd.DataFrame) -> Answers:
    """`rows` as `read_diary` gives them; those of no version in `found` are left out."""
    version = _version(found, rows)
    is_its = version != NONE
    if not is_its.all():
        rows, version = rows[is_its], version[is_its]
    item = _item(found, rows["item_id"], version)
    week, slot = whole(rows["week"], 0), whole(rows["slot"])
    is_free = picked(found.items[:, 0], item, 0) > 0
    day = _days(day_numbers(rows["date"]), version, week, slot, is_free & (week > 0))
    dated = is_day(day)
    status = _numbered(rows["status"], ANSWERS, 0)
    late = dated & (status > 0) & (day >= found.end[version])
    free = is_free & ~dated
    plan = found.plan[version] * _OF_PLAN
    undated = _UNDATED + ((found.number[version] * 2 + free) * _WEEKS + week) * _SLOTS + slot
    on_day = (np.where(dated, day, 0) + _DAYS_BEFORE_1970) * _SLOTS + slot
    session, keys = pd.factorize(plan + np.where(dated, on_day, undated), sort=True)
    return Answers(
        rows,
        version,
        item,
        _numbered(rows["side"], {side: n for n, side in enumerate(SIDES)}, NONE),
        day,
        week,
        slot,
        free,
        np.where(late | (item == NONE), 0, status),
        late,
        session,
        np.asarray(keys, dtype=np.int64),
    )


def key_on(plan: Ints, day: Ints, number: Ints) -> Ints:
    """The key of the session of a plan on a day with a number."""
    return plan * _OF_PLAN + (day + _DAYS_BEFORE_1970) * _SLOTS + number


@dataclass(frozen=True)
class Best:
    """The answer that counts for each session, item and side: of several, as from two diaries, that with the most done.

    `keys` are sorted, `row` is that of `Answers`. By status, then sets, repetitions, those of the last set, seconds,
    load; what is told is more than what is not.
    """

    keys: Ints
    row: Ints
    status: Ints

    def at(self, keys: Ints) -> Ints:
        """The place of each key here, NONE where nothing is answered."""
        return place_in(self.keys, keys)


def cell_key(session: Ints, place: Ints, side: Ints) -> Ints:
    """Session, place of the item in its version, and side as one number."""
    return (session * PLACES + place) * 4 + side


def best(found: Versions, given: Answers) -> Best:
    told = np.flatnonzero(given.status > 0)
    place = given.item[told] - found.item_from[given.version[told]]
    keys = cell_key(given.session[told], place, given.side[told])
    order = np.argsort(keys, kind="stable")
    keys, rows = keys[order], told[order]
    is_again = np.r_[False, keys[1:] == keys[:-1]] if len(keys) else np.zeros(0, dtype=bool)
    if is_again.any():
        is_one_of = is_again | np.r_[is_again[1:], False]
        twice = given.rows.iloc[rows[is_one_of]]
        amounts = [whole(twice[name]) for name in AMOUNTS]
        load = twice["load_kg"].to_numpy(dtype="float64", na_value=-1.0)
        reason = pd.factorize(twice["reason"].astype("string"), sort=True)[0]
        by = (reason, load, *amounts[::-1], given.status[rows[is_one_of]], keys[is_one_of])
        at = np.flatnonzero(is_one_of)
        rows[at] = rows[at[np.lexsort(by)]]  # of each key in rising order: the last one counts
        is_last = ~np.r_[is_again[1:], False]
        keys, rows = keys[is_last], rows[is_last]
    return Best(keys, rows, given.status[rows])


def _version(found: Versions, rows: pd.DataFrame) -> Ints:
    """The row of the version; diaries printed before plans had codes give the label alone."""
    if not len(found.codes):
        return np.full(len(rows), NONE)
    plan = _numbered(rows[CODE], {code: n for n, code in enumerate(found.codes)}, NONE)
    uncoded = rows[CODE].isna().to_numpy(dtype=bool)
    if uncoded.any():
        labels: dict[str, int] = {}
        for number, span in zip(found.plan.tolist(), found.spans, strict=True):
            label = span.plan.plan_id
            labels[label] = number if labels.get(label, number) == number else NONE
        plan = np.where(uncoded, _numbered(rows[LABEL], labels, NONE), plan)
    key = plan * VERSIONS + np.minimum(whole(rows["plan_version"], 0), VERSIONS - 1)
    return np.where(plan == NONE, NONE, place_in(found.keys, key))


def _item(found: Versions, names: pd.Series, version: Ints) -> Ints:
    """The row of the item of each name in its version."""
    plans = [pattern.plan for pattern in found.patterns]
    items = [(n, place, item.item_id) for n, plan in enumerate(plans) for place, item in enumerate(plan.items)]
    known = {name: n for n, name in enumerate(dict.fromkeys(name for _, _, name in items))}
    width = max(1, len(known))
    keys = np.array([number * width + known[name] for number, _, name in items], dtype=np.int64)
    place = np.array([place for _, place, _ in items], dtype=np.int64)
    order = np.argsort(keys)
    name = _numbered(names, known, NONE)
    at = place_in(keys[order], found.pattern[version] * width + name)
    return np.where((name == NONE) | (at == NONE), NONE, found.item_from[version] + picked(place[order], at, NONE))


def _numbered(column: pd.Series, numbers: dict[str, int], otherwise: int) -> Ints:
    """The number of each word; each different word is looked up once."""
    code, words = pd.factorize(column)
    table = np.array([*(numbers.get(word, otherwise) for word in words), otherwise], dtype=np.int64)
    return table[code]


def _days(day: Ints, version: Ints, week: Ints, slot: Ints, free: Bools) -> Ints:
    """The days of rows, also of those that leave it out beside one day that others of the printed session give."""
    dated = is_day(day)
    if not (free & ~dated).any():
        return day
    session = (version * _WEEKS + week) * _SLOTS + slot
    rows = np.flatnonzero(free & np.isin(session, session[free & ~dated]))
    table = pd.DataFrame({"session": session[rows], "day": np.where(dated[rows], day[rows], 0)})
    days = table["day"].where(dated[rows]).groupby(table["session"])
    is_one = (days.transform("nunique") == 1).to_numpy() & ~dated[rows]
    filled = day.copy()
    filled[rows[is_one]] = days.transform("min").to_numpy()[is_one].astype("int64")
    return filled
