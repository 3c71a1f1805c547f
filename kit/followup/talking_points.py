"""What can be said to the patient at follow-up: plain sentences from the counts, without blame and without a cause.

Each is a statement of what was written down, or an open question. None says why, and none says what it led to. A sign
for help comes first, then pain, then what is unclear, then what went well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kit.adherence.frames import DONE, Frames
from kit.days import in_words
from kit.diary.alarms import sign_shown
from kit.followup.pain_of import pain_in
from kit.followup.pointer import Pointer, pointers
from kit.followup.reasons import ReasonCount, reasons
from kit.followup.signs import Sign
from kit.words.numbers import counted

_FEWEST = 3  # sessions below which no pattern is told (clinical specification 6.3)
_QUESTIONS = {
    "pain": "Where was it, and when?",
    "unsure_how": "Shall we go through it once more?",
    "ill": "How are you now?",
    "forgot": "What would help you think of it?",
    "no_time": "Which time of day would suit you best?",
    "felt_better": "What do you make of that?",
}
_FIRST = tuple(_QUESTIONS)  # of two reasons the one that says more of how the patient is (D)
_PAIN = "pain"


@dataclass(frozen=True)
class TalkingPoint:
    """A sentence or two, and the sessions they are about."""

    text: str
    rows: tuple[Pointer, ...] = ()


def talking_points(frames: Frames, as_of: dt.date, signs: Sequence[Sign] = ()) -> tuple[TalkingPoint, ...]:
    """The open `signs`, pain, what was left out and why, what went well, up to a day; of one plan."""
    day = pd.Timestamp(as_of)
    slots = frames.slots[frames.slots["date"] <= day]
    first = tuple(_signs(signs))
    if not len(slots):
        return (*first, TalkingPoint("No session was due yet. How do you feel about the start?"))
    given = reasons(frames, as_of)
    return (
        *first,
        *_pain(frames, day),
        *_reasons(one for one in given if one.reason == _PAIN),
        *_reasons(sorted((one for one in given if one.reason != _PAIN), key=_place)[:2]),
        *_left_out(frames.cells, day),
        *_blank(slots),
        *_done(slots),
    )


def _signs(signs: Sequence[Sign]) -> Iterator[TalkingPoint]:
    for sign in signs:
        day = f" on {in_words(sign.date)}" if sign.date else ""
        yield TalkingPoint(f"You wrote {sign_shown(sign.text)}{day}. How is it now?", (sign.pointer,))


def _done(slots: pd.DataFrame) -> Iterator[TalkingPoint]:
    done = slots[slots["status"].isin(DONE)]
    expected = sum((Fraction(weight).limit_denominator(1000) for weight in slots["weight"]), Fraction())
    about = "" if expected.denominator == 1 else "about "
    whole = f"{about}{counted(round(expected), 'session')}"
    if len(done):
        yield TalkingPoint(f"You did {len(done)} of {whole}. What went well?", pointers(done))
    else:
        yield TalkingPoint("No session is written down as done. How have these weeks been?")


def _blank(slots: pd.DataFrame) -> Iterator[TalkingPoint]:
    blank = slots[slots["status"] == "missing"]
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


def _place(one: ReasonCount) -> tuple[int, int]:
    at = _FIRST.index(one.reason) if one.reason in _FIRST else len(_FIRST)
    return at, -one.sessions


def _reasons(given: Iterable[ReasonCount]) -> Iterator[TalkingPoint]:
    for one in given:
        question = _QUESTIONS.get(one.reason, "Can you tell me more?")
        times = "once" if one.sessions == 1 else counted(one.sessions, "time")
        yield TalkingPoint(f"You wrote “{one.reason.replace('_', ' ')}” {times}. {question}", one.rows)


def _pain(frames: Frames, day: pd.Timestamp) -> Iterator[TalkingPoint]:
    """The lowest and the highest peak, and the last one."""
    told = frames.sessions[frames.sessions["date"] <= day].sort_values(["date", "slot"], kind="stable")
    peaks = [pain_in(row).peak for row in told.to_dict("records")]
    with_peak = [peak for peak in peaks if peak is not None]
    if not with_peak:
        yield TalkingPoint("No pain scores were written down. How was the pain?")
        return
    low, high, last = min(with_peak), max(with_peak), with_peak[-1]
    said = f"{low} out of 10" if low == high else f"between {low} and {high} out of 10, last {last}"
    rows = told[[peak is not None for peak in peaks]]
    yield TalkingPoint(f"The worst pain of a session was {said}. How is it today?", pointers(rows))
