"""A clinic of synthetic patients, drawn from a seed: the same seed gives the same plans and the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from kit.diary.rows import Row
from kit.errors import ContentError, Fault
from kit.given import checked
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.template import templates
from kit.samples import course
from kit.samples.answers import Answers, Manner, answers, entered_on, manner, said
from kit.samples.lived import Lived, lived
from kit.samples.matters import scored
from kit.samples.sheet import Sheet, read_back, sheet
from kit.samples.traits import STEADY, Traits, dealt
from kit.samples.truth import Session, Truth
from kit.timing.days import DAY
from kit.words.catalogue import Catalogue

if TYPE_CHECKING:
    import pandas as pd

MOST = 9_999  # patients
COURSE_DAYS = 42  # of all versions together
BENCH_DAYS = 28
BENCH_START = dt.date(2026, 6, 1)  # a Monday
_NEWEST, _LONGEST = 15, 41  # days since the start of a plan that runs
_RUNS_TO = 39  # the same, wherever the working day falls
_OVERDUE_FROM, _OVER_FROM, _OVER_TO = 29, 43, 48  # the same, where a diary is overdue, and where the plan is over
_DAYS_SENT = 14  # days that stand in the only diary of who is overdue


@dataclass(frozen=True)
class Patient:
    """A synthetic patient: the issued versions, the diaries that came back, and the truth."""

    plans: tuple[Plan, ...]
    sheets: tuple[Sheet, ...]
    truth: Truth


@dataclass(frozen=True)
class _Drawn:
    plans: tuple[Plan, ...]
    how: Manner
    filled: tuple[tuple[Lived, tuple[Answers, ...]], ...]
    truth: Truth

    def of(self, plan: Plan) -> list[tuple[Lived, tuple[Answers, ...]]]:
        return [one for one in self.filled if one[0].plan is plan]


@checked
def clinic(seed: int, patients: int, on: dt.date) -> tuple[Patient, ...]:
    """So many synthetic patients, DEMO-001 and so on, as they stand on the day `on`.

    Raises `ContentError` for no patients or too many.
    """
    _must_be_few(patients)
    library, words = Library.load(), Catalogue()
    return tuple(_patient(drawn, library, words, on) for drawn in _drawn(seed, patients, library, on))


def rows(seed: int, patients: int, start: dt.date = BENCH_START) -> tuple[tuple[Plan, ...], pd.DataFrame]:
    """Plans of four weeks each from `start`, and all their diaries as one frame, as `read_diary` gives it.

    No file is written, and every diary is there to its end: for benchmarks. Raises `ContentError` for no patients or
    too many.
    """
    from kit.diary.read import frame  # brings pandas

    _must_be_few(patients)
    library, words = Library.load(), Catalogue()
    plans: list[Plan] = []
    found: list[Row] = []
    for drawn in _drawn(seed, patients, library, start + BENCH_DAYS * DAY, is_bench=True):
        for plan in drawn.plans:
            plans.append(plan)
            below = found[-1].number + 1 if found else 2  # the first stands below the header
            found += read_back(plan, library, words, drawn.of(plan), below)
    return tuple(plans), frame(found)


def _must_be_few(patients: int) -> None:
    if not 1 <= patients <= MOST:
        raise ContentError(Fault("patients", f"{patients} is not a number from 1 to {MOST:,}.", "Give another one."))


def _drawn(seed: int, patients: int, library: Library, on: dt.date, is_bench: bool = False) -> Iterator[_Drawn]:
    ready = list(templates().values())
    for number, traits in enumerate(dealt(patients, Random(f"traits {seed}")), 1):
        random = Random(f"patient {seed} {number}")
        if is_bench:
            traits = replace(traits, returns="on_time")
        days = BENCH_DAYS if is_bench else COURSE_DAYS
        start = on - BENCH_DAYS * DAY if is_bench else _start(traits, on, random)
        plans = course.plans(number, traits, ready, library, start, days, random)
        yield _life(plans, traits, on, random)


def _start(traits: Traits, on: dt.date, random: Random) -> dt.date:
    """A working day, so long ago that all habits had their time."""
    low, high = _NEWEST, _OVER_TO
    if traits.returns == "past_end":
        low = _OVER_FROM
    elif "calm" in traits.habits:
        low, high = (_OVERDUE_FROM if traits.trajectory.name == STEADY else _NEWEST), _RUNS_TO
    elif traits.returns == "overdue" or "plan_change" in traits.habits:
        low = _OVERDUE_FROM
    elif traits.habits & {"missing_weeks", "flare"}:
        low, high = (_NEWEST + _LONGEST) // 2, _LONGEST
    start = on - random.randint(low, high) * DAY
    return start - max(0, start.weekday() - 4) * DAY


def _life(plans: tuple[Plan, ...], traits: Traits, on: dt.date, random: Random) -> _Drawn:
    start, until = plans[0].start, min(on, plans[-1].until)
    how = manner(traits, plans[0].items, random)
    sent = {"never": start, "overdue": start + _DAYS_SENT * DAY}
    written = sent.get(traits.returns, until)
    filled, sessions = [], []
    for one in lived(plans, traits, until, written, random):
        entered = entered_on(one, how, start, max(one.day, written - DAY), random)
        given = tuple(answers(one, how, (one.day - start).days / COURSE_DAYS, entered, random))
        filled.append((one, given))
        sessions.append(_session(one, given, entered))
    label, code = plans[0].plan_id, plans[0].code
    truth = Truth(label, code, traits, tuple(sessions), how.skipped, how.neglected)
    return _Drawn(plans, how, tuple(scored(filled, start)), truth)


def _session(one: Lived, given: tuple[Answers, ...], entered: dt.date) -> Session:
    told = said(given)
    return Session(
        version=one.plan.version,
        week=one.slot.week,
        due=one.slot.date if one.is_due else None,
        day=one.day,
        slot=one.slot.number if one.is_due else 1,
        did=one.did,
        said=told,
        entered=entered if told else None,
        refused=one.is_refused,
    )


def _patient(drawn: _Drawn, library: Library, words: Catalogue, on: dt.date) -> Patient:
    """With a file for each version of which anything is written, sent when the version is over, or on the last day."""
    sheets = []
    for n, plan in enumerate(drawn.plans):
        filled = drawn.of(plan)
        if any(told for _, given in filled for told in given):
            end = drawn.plans[n + 1].start if n + 1 < len(drawn.plans) else plan.until
            is_overdue = drawn.truth.traits.returns == "overdue"
            sent = plan.start + _DAYS_SENT * DAY if is_overdue else min(on, end)
            sheets.append(sheet(plan, library, words, filled, sent))
    return Patient(drawn.plans, tuple(sheets), drawn.truth)
