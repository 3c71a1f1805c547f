"""What a synthetic patient writes into the rows of one session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Literal

from kit.diary.status import Status
from kit.library.exercise import Side
from kit.plan.prescription import Prescription
from kit.samples.lived import Lived
from kit.samples.traits import Traits
from kit.samples.words import EXTRA_NOTE, FLARE_NOTE, NOTES, REASONS, SIGNS, SKIPS
from kit.timing.days import DAY

Answers = dict[str, Any]  # by column: whole numbers, and texts as they stand in the file
Cell = tuple[Prescription, Side | Literal["both"]]
_LEFT_OUT = 0.8  # of the sessions, for a side or an exercise that is often left out
_PARTIAL = 0.08
_DOSE_TOLD, _PAIN_TOLD, _NOTED = 0.8, 0.9, 0.3
_LITTLE = 2  # the most pain of who is calm
_ABOVE_GOAL = 2  # repetitions in the last set, by who is calm
_QUICK_MINUTES, _LATER_DAYS = 15, 3


@dataclass(frozen=True)
class Manner:
    """How one patient fills a diary: pain from 0 to 10 at first, how much of it goes by the end, and usual hour."""

    traits: Traits
    pain: int
    relief: int
    hour: int
    skipped: str | None
    neglected: str | None


def manner(traits: Traits, items: Sequence[Prescription], random: Random) -> Manner:
    """Drawn without a look at the trajectory: who does more is not better for it in the sources [Nicolson2020]."""
    sides = [item.lead_side for item in items if item.sides == "each"]
    return Manner(
        traits,
        pain=random.randint(3, 6),
        relief=random.randint(-1, 3),
        hour=random.choice((7, 8, 12, 17, 18, 20)),
        skipped=items[-1].item_id if "skips_one" in traits.habits else None,
        neglected=_other(sides[0]) if "one_side" in traits.habits and sides else None,
    )


def cells_of(items: Sequence[Prescription]) -> list[Cell]:
    """The rows of a session: each item, each of its sides."""
    return [(item, side or "both") for item in items for side in item.sides_in_order]


def answers(one: Lived, how: Manner, part: float, entered: dt.date, random: Random) -> list[Answers]:
    """A row for each of `cells_of`; `part` of the whole time, from 0 to 1, has gone. None written: rows without any."""
    cells = cells_of(one.slot.items)
    if one.told == "nothing":
        return [{} for _ in cells]
    if one.told == "did_not":
        rows: list[Answers] = [{"status": "not_done"} for _ in cells]
        rows[0] |= {"reason": "pain" if one.mark == "off" else random.choice(REASONS)}
    else:
        rows = _work(cells, how, random)
        rows[0] |= _session(one, how, part, random)
    return [{**rows[0], "logged_at": _logged(one, how, entered, random)}, *rows[1:]]


def said(rows: Sequence[Mapping[str, Any]]) -> Status | None:
    """Of the rows of a session together."""
    found = {row.get("status") for row in rows}
    if found == {None}:
        return None
    return "done" if found == {"done"} else "not_done" if found == {"not_done"} else "partial"


def _work(cells: Sequence[Cell], how: Manner, random: Random) -> list[Answers]:
    is_calm = "calm" in how.traits.habits
    is_cut = random.random() < _PARTIAL and not is_calm
    tells_dose = random.random() < _DOSE_TOLD or is_calm
    rows: list[Answers] = []
    for n, (item, side) in enumerate(cells):
        if n and _is_left_out(item, side, how) and random.random() < _LEFT_OUT:
            is_first = item.item_id == how.skipped and all(cells[m][0] is not item for m in range(n))
            rows.append({"status": "not_done", **({"reason": random.choice(SKIPS)} if is_first else {})})
            continue
        cut_short = "partial_only" in how.traits.habits or (is_cut and n == len(cells) - 1)
        dose = _dose(item, cut_short) if tells_dose else {}
        is_one_set = item.dose.sets == 1
        more = _last_set(item) if is_calm and not (is_one_set and cut_short) else {}
        if is_one_set and "reps_done" in dose and "reps_last_set" in more:
            dose["reps_done"] = more["reps_last_set"]  # the only set is the last one
        rows.append({"status": "partial" if cut_short else "done", **dose, **more})
    return rows


def _is_left_out(item: Prescription, side: str, how: Manner) -> bool:
    return item.item_id == how.skipped or side == how.neglected


def _dose(item: Prescription, cut_short: bool) -> Answers:
    dose = item.dose
    if dose.duration_s is not None:
        return {"sets_done": dose.sets, "hold_done_s": dose.duration_s // (2 if cut_short else 1)}
    reps = max(1, dose.reps // 2) if cut_short else dose.reps
    return {"sets_done": dose.sets, "reps_done": reps, **({"hold_done_s": dose.hold_s} if dose.hold_s else {})}


def _last_set(item: Prescription) -> Answers:
    """Of what is counted: two more than asked for, with the load that was."""
    dose = item.dose
    if dose.duration_s is not None:
        return {}
    return {"reps_last_set": dose.reps + _ABOVE_GOAL, **({"load_kg": dose.load_kg} if dose.load_kg else {})}


def _session(one: Lived, how: Manner, part: float, random: Random) -> Answers:
    """Pain, effort, time and words, which belong to the session as a whole."""
    found: Answers = {"effort": random.randint(2, 6)}
    if one.mark == "flare":
        found |= {"pain_before": min(7, how.pain + 1), "pain_worst": 8, "pain_after": 7, "pain_next_morning": 8}
        found["note"] = FLARE_NOTE
    elif "calm" in how.traits.habits:
        found |= _little_pain(random)
    elif random.random() < _PAIN_TOLD:
        found |= _pain(how, part, random)
    if one.mark == "sign":
        found["help_sign"] = random.choice(SIGNS)
    if one.mark == "extra":
        found["note"] = EXTRA_NOTE
    elif "writes_notes" in how.traits.habits and random.random() < _NOTED:
        found.setdefault("note", random.choice(NOTES))
    minute = random.randrange(0, 60, 5)
    return {**found, "started_at": _at(one.day, _hour(one, how), minute).isoformat()}


def _pain(how: Manner, part: float, random: Random) -> Answers:
    before = _rating(how.pain - how.relief * part + random.choice((-1, 0, 0, 0, 1)))
    worst = _rating(before + random.choice((0, 0, 1, 1, 2)))
    after = min(worst, _rating(before + random.choice((-1, 0, 0, 1))))
    morning = _rating(after - random.choice((0, 1, 1)))
    return {"pain_before": before, "pain_worst": worst, "pain_after": after, "pain_next_morning": morning}


def _little_pain(random: Random) -> Answers:
    before = random.randint(0, 1)
    worst = random.randint(before, _LITTLE)
    return {"pain_before": before, "pain_worst": worst, "pain_after": before, "pain_next_morning": 0}


def _rating(number: float) -> int:
    return min(10, max(0, round(number)))


def entered_on(one: Lived, how: Manner, first: dt.date, last: dt.date, random: Random) -> dt.date:
    """The day of the entry: who back-fills writes down each week of the plan three days after its end."""
    if "back_fills" in how.traits.habits:
        return min(last, one.day + (_LATER_DAYS + 6 - (one.day - first).days % 7) * DAY)
    return min(last, one.day + (DAY if random.random() < 0.1 else 0 * DAY))


def _logged(one: Lived, how: Manner, entered: dt.date, random: Random) -> str:
    if entered > one.day:
        return _at(entered, 19, random.randrange(0, 60, 5)).isoformat()
    return (_at(one.day, _hour(one, how) + 1, 0) + dt.timedelta(minutes=_QUICK_MINUTES)).isoformat()


def _hour(one: Lived, how: Manner) -> int:
    """Later sessions of a day are hours apart, none after ten in the evening."""
    return min(22, how.hour + 4 * (one.slot.number - 1))


def _at(day: dt.date, hour: int, minute: int) -> dt.datetime:
    """Local time, by whatever clock the patient looks at."""
    return dt.datetime.combine(day, dt.time(hour, minute))


def _other(side: Side) -> Side:
    return "left" if side == "right" else "right"
