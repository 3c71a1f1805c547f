"""What the pain of each session asks for, by the kind of work that was done in it, and whether mornings get worse.

The rule itself is `kit.adherence.pain_rule`. A session has one set of scores, so that each kind of work in it is judged
by the same ones.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.frames import DONE, Frames
from kit.adherence.pain_rule import SessionPain, judged
from kit.followup.pointer import Pointer, pointers, whole
from kit.plan.pain import pain_kind
from kit.plan.resolved import ResolvedPlan
from kit.show import frame

VERDICTS = {
    "plan_code": "string",
    "plan_version": "int64",
    "session": "int64",
    "date": "datetime64[s]",
    "kind": "string",  # of work, one of kit.library.pain.PAIN_KINDS
    "peak": "Int64",
    "settled": "boolean",
    "advice": "string",  # of kit.adherence.pain_rule
    "may_progress": "bool",
}
RISE = 1  # points from week to week (clinical specification 3.6)
_WEEKS = 3  # of which two rises in a row are seen


def pain_in(session: Mapping[Any, Any]) -> SessionPain:
    """The scores of one row of SESSIONS."""
    return SessionPain(
        whole(session["pain_before"]),
        whole(session["pain_worst"]),
        whole(session["pain_after"]),
        whole(session["pain_next_morning"]),
    )


def verdicts(plans: Iterable[ResolvedPlan], frames: Frames) -> pd.DataFrame:
    """A row for each session and each kind of work that was done in it, of the versions `plans`.

    Where nothing was done, each kind of the version is judged. Columns as in `VERDICTS`.
    """
    kinds = {
        (known.plan.code, known.plan.version): {
            item.item_id: pain_kind(known.plan, item, exercise) for item, exercise in known.entries
        }
        for known in plans
    }
    items = done_items(frames)
    rows = []
    for session in frames.sessions.to_dict("records"):
        of_version = kinds.get((str(session["plan_code"]), int(session["plan_version"])), {})
        done = items.get(int(session["session"]), set()) & of_version.keys()
        pain = pain_in(session)
        for kind in dict.fromkeys(kind for item, kind in of_version.items() if item in done or not done):
            verdict = judged(pain, kind)
            head = (session["plan_code"], session["plan_version"], session["session"], session["date"])
            rows.append((*head, kind, pain.peak, pain.settled, *verdict))
    return frame(VERDICTS, rows)


def done_items(frames: Frames) -> dict[int, set[str]]:
    """By session the items that were done or partly done in it, of extra sessions too."""
    found: dict[int, set[str]] = {}
    for table in (frames.cells, frames.rows):
        done = table[table["status"].isin(DONE) & table["session"].notna()]
        for session, item in zip(done["session"], done["item_id"], strict=True):
            found.setdefault(int(session), set()).add(str(item))
    return found


@dataclass(frozen=True)
class MorningRise:
    """That the mean of the morning scores rose twice in a row: the means of three weeks, and the sessions behind."""

    first: dt.date
    means: tuple[Fraction, Fraction, Fraction]
    rows: tuple[Pointer, ...]

    @property
    def words(self) -> str:
        """ "1.0, 2.0, 3.5"."""
        return ", ".join(f"{float(mean):.1f}" for mean in self.means)


def morning_rises(frames: Frames, plan_code: str, as_of: dt.date) -> tuple[MorningRise, ...]:
    """Each three weeks in a row of one plan in which the mean morning score rose by a point or more each time: REVIEW.

    Weeks are counted from the first day of the plan.
    """
    told = frames.sessions
    told = told[(told["plan_code"] == plan_code) & (told["date"] <= pd.Timestamp(as_of))]
    told = told[told["pain_next_morning"].notna()]
    days = frames.days.loc[frames.days["plan_code"] == plan_code, "date"]
    if not len(told):
        return ()
    start = min(days.min(), told["date"].min()) if len(days) else told["date"].min()
    by_week = {int(week): rows for week, rows in told.groupby((told["date"] - start).dt.days // 7)}
    return tuple(rise for week in by_week if (rise := _rise(week, by_week, start)))


def _rise(week: int, by_week: Mapping[int, pd.DataFrame], start: pd.Timestamp) -> MorningRise | None:
    weeks = [by_week[n] for n in range(week, week + _WEEKS) if n in by_week]
    if len(weeks) < _WEEKS:
        return None
    one, two, three = (Fraction(int(rows["pain_next_morning"].sum()), len(rows)) for rows in weeks)
    if two - one < RISE or three - two < RISE:
        return None
    first = (start + pd.Timedelta(days=7 * week)).date()
    return MorningRise(first, (one, two, three), pointers(pd.concat(weeks)))
