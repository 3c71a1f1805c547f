"""What can be said to the patient at follow-up: plain sentences from the counts, without blame and without a cause.

Each is a statement of what was written down, or an open question. None says why, and none says what it led to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kit.adherence.frames import Frames
from kit.followup.pain_of import pain_in
from kit.followup.pointer import Pointer, pointers
from kit.followup.reasons import reasons
from kit.words.numbers import counted

_DONE = ("done", "partial")
_FEWEST = 3  # sessions below which no pattern is told (clinical specification 6.3)
_QUESTIONS = {
    "forgot": "What would help you think of it?",
    "pain": "Where was it, and when?",
    "no_time": "Which time of day would suit you best?",
    "unsure_how": "Shall we go through it once more?",
    "felt_better": "What do you make of that?",
    "ill": "How are you now?",
}


@dataclass(frozen=True)
class TalkingPoint:
    """A sentence or two, and the sessions they are about."""

    text: str
    rows: tuple[Pointer, ...] = ()


def talking_points(frames: Frames, as_of: dt.date) -> tuple[TalkingPoint, ...]:
    """What was done, what was left out most, the reason given most, and pain, up to a day; of one plan."""
    day = pd.Timestamp(as_of)
    slots = frames.slots[frames.slots["date"] <= day]
    if not len(slots):
        return (TalkingPoint("No session was due yet. How do you feel about the start?"),)
    return (*_sessions(slots), *_left_out(frames.cells, day), *_reason(frames, as_of), *_pain(frames, day))


def _sessions(slots: pd.DataFrame) -> Iterator[TalkingPoint]:
    done = slots[slots["status"].isin(_DONE)]
    blank = slots[slots["status"] == "missing"]
    expected = sum((Fraction(weight).limit_denominator(1000) for weight in slots["weight"]), Fraction())
    about = "" if expected.denominator == 1 else "about "
    whole = f"{about}{counted(round(expected), 'session')}"
    if len(done):
        yield TalkingPoint(f"You did {len(done)} of {whole}. What went well?", pointers(done))
    else:
        yield TalkingPoint("No session is written down as done. How have these weeks been?")
    if len(blank):
        said = "One session was" if len(blank) == 1 else counted(len(blank), "session was", "sessions were")
        yield TalkingPoint(f"{said} left blank. Do you recall how it was then?", pointers(blank))


def _left_out(cells: pd.DataFrame, day: pd.Timestamp) -> Iterator[TalkingPoint]:
    """The exercise that was left out most, where one was more often than the others."""
    logged = cells[(cells["date"] <= day) & (cells["status"] != "missing")]
    once = logged.assign(out=logged["status"] == "not_done")
    once = once.groupby(["item_id", "name", "date", "slot"], sort=False)["out"].all().reset_index()
    found = once.groupby(["item_id", "name"], sort=False)["out"].agg(["sum", "size"]).reset_index()
    found = found[found["size"] >= _FEWEST].sort_values("sum", ascending=False, kind="stable")
    if not len(found) or not found["sum"].iloc[0] or (len(found) > 1 and found["sum"].iloc[0] == found["sum"].iloc[1]):
        return
    top = found.to_dict("records")[0]
    rows = logged[(logged["item_id"] == top["item_id"]) & (logged["status"] == "not_done")]
    times = f"{top['sum']} of {counted(int(top['size']), 'time')}"
    yield TalkingPoint(f"“{top['name']}” was left out {times}. How do you find it?", pointers(rows))


def _reason(frames: Frames, as_of: dt.date) -> Iterator[TalkingPoint]:
    found = reasons(frames, as_of)
    if found:
        most = found[0]
        question = _QUESTIONS.get(most.reason, "Can you tell me more?")
        times = "once" if most.sessions == 1 else counted(most.sessions, "time")
        yield TalkingPoint(f"You wrote “{most.reason.replace('_', ' ')}” {times}. {question}", most.rows)


def _pain(frames: Frames, day: pd.Timestamp) -> Iterator[TalkingPoint]:
    """The lowest and the highest peak; how many mornings were not told."""
    told = frames.sessions[frames.sessions["date"] <= day]
    peaks = [pain_in(row).peak for row in told.to_dict("records")]
    with_peak = [peak for peak in peaks if peak is not None]
    if not with_peak:
        yield TalkingPoint("No pain scores were written down. How was the pain?")
        return
    low, high = min(with_peak), max(with_peak)
    said = f"was {low}" if low == high else f"went from {low} to {high}"
    rows = told[[peak is not None for peak in peaks]]
    yield TalkingPoint(f"The worst pain of a session {said} out of 10. How is it today?", pointers(rows))
