"""The frame SESSIONS: each logged session, how it stands to what was due, and what was told of it as a whole."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kit.adherence.answers import Answers
from kit.adherence.arrays import NONE, Bools, Ints, counts, dates, day_numbers, is_day, picked, texts
from kit.adherence.calendar import Calendar
from kit.adherence.frames import PLACES, SESSIONS
from kit.adherence.placing import Logged, Placed
from kit.adherence.statuses import Statuses
from kit.adherence.versions import Versions
from kit.adherence.weights import PARTLY, WHOLLY
from kit.diary.alarms import is_sign
from kit.diary.columns import OF_SESSION
from kit.timing.days import WEEK

_DUE, _MOVED, _BEYOND, _EXTRA, _UNPLACED = range(len(PLACES))
_HOUR = slice(11, 13)  # of a moment as the diary writes it
_DATE = slice(0, 10)
_MUCH = np.iinfo(np.int64).max


def told(given: Answers, at: Logged) -> Bools:
    """The sessions that stand in the frame: with an answer, a score, a sign or a note."""
    found = at.answered.copy()
    for name in (*OF_SESSION, "help_sign", "note"):
        found[given.session[given.rows[name].notna().to_numpy(dtype=bool)]] = True
    return found


def sessions(
    found: Versions, given: Answers, due: Calendar, at: Logged, to: Placed, became: Statuses, keep: Bools
) -> pd.DataFrame:
    over = to.beyond.astype(np.float64)
    is_done = due.slot_free & np.isin(became.slot, (WHOLLY, PARTLY))
    over += picked(np.where(is_done, 1 - became.slot_sevenths / WEEK, 0.0), to.session_slot, 0.0)
    columns = {
        "session": np.arange(keep.sum()),
        "plan_code": texts(found.codes, found.plan[at.version[keep]]),
        "plan_version": found.number[at.version[keep]],
        "week": at.printed[keep],
        "date": dates(at.day[keep]),
        "slot": at.number[keep],
        "how": texts(PLACES, _how(due, at, to, became)[keep]),
        "done": at.done[keep],
        "full": picked(became.slot == WHOLLY, to.session_slot, False)[keep],
        "over": over[keep],
        **{name: counts(values[keep]) for name, values in _told(given, at).items()},
        **{name: _joined(given, name, len(at.day))[keep] for name in ("help_sign", "note")},
    }
    return pd.DataFrame(columns, copy=False)[list(SESSIONS)].astype(SESSIONS)


def _how(due: Calendar, at: Logged, to: Placed, became: Statuses) -> Ints:
    how = np.where(at.done & ~to.extra, _MOVED, _EXTRA)
    how[to.beyond & ~to.extra] = _BEYOND
    stands = np.flatnonzero(to.session_slot != NONE)
    slot = to.session_slot[stands]
    is_own = (due.slot_day[slot] == at.day[stands]) & (due.slot_number[slot] == at.number[stands])
    how[stands] = np.where(is_own, _DUE, _MOVED)
    is_over = (became.slot_sevenths[slot] == 0) & at.done[stands]
    how[stands[is_over]] = _BEYOND
    how[at.week == NONE] = _UNPLACED
    how[~at.answered] = NONE
    return how


def _told(given: Answers, at: Logged) -> dict[str, Ints]:
    """Scores, of which the highest counts; the hour of the first row that gives one; days to the first entry."""
    size, found = len(at.day), {}
    for name in OF_SESSION:
        row, scores = _given(given, name)
        found[name] = _reduced(given.session[row], scores.to_numpy(dtype="float64"), size, np.fmax)
    row, begun = _given(given, "started_at")
    hour = pd.to_numeric(begun.str[_HOUR], errors="coerce").to_numpy(dtype="float64", na_value=np.nan)
    found["hour"] = _reduced(given.session[row], hour, size, np.fmin)
    row, written = _given(given, "logged_at")
    moment, known = pd.factorize(written.str[_DATE])
    entered, day = day_numbers(pd.Series(pd.to_datetime(pd.Series(known), errors="coerce")))[moment], given.day[row]
    is_told = is_day(entered) & is_day(day)
    lag = np.where(is_told, np.maximum(entered - np.where(is_told, day, 0), 0), np.nan)
    found["lag_days"] = _reduced(given.session[row], lag, size, np.fmin)
    return found


def _given(given: Answers, name: str) -> tuple[Ints, pd.Series]:
    """The rows that tell something in a column, and what: most columns are blank in most rows."""
    row = np.flatnonzero(given.rows[name].notna().to_numpy(dtype=bool))
    return row, given.rows[name].iloc[row]


def _reduced(session: Ints, values: np.ndarray, size: int, how: np.ufunc) -> Ints:
    found = np.full(size, np.nan)
    how.at(found, session, values)
    return np.where(np.isnan(found), NONE, np.nan_to_num(found)).astype(np.int64)


def _joined(given: Answers, name: str, size: int) -> pd.api.extensions.ExtensionArray:
    """The different texts of each session, in the order of its rows; no answer of none beside a sign."""
    found: dict[int, str] = {}
    row, told = _given(given, name)
    for session, text in zip(given.session[row].tolist(), told.tolist(), strict=True):
        before = found.get(session)
        if before is None or (name == "help_sign" and not is_sign(before)):
            found[session] = text
        elif text not in before.split("; ") and (name != "help_sign" or is_sign(text)):
            found[session] = f"{before}; {text}"
    place = np.full(size, NONE)
    place[list(found)] = np.arange(len(found))
    return texts(found.values(), place)
