"""Days, times and answers as the page says them."""

from __future__ import annotations

import datetime as dt
import re

from kit import days

MARKS = {"done": "done", "partial": "partly done", "not_done": "not done", "": "blank"}
COLUMNS = {
    "status": "mark",
    "pain_before": "pain before",
    "pain_worst": "worst pain",
    "pain_after": "pain after",
    "pain_next_morning": "pain next morning",
    "effort": "effort",
    "note": "note",
    **{f"activity_{n}": f"activity {n}" for n in (1, 2, 3)},
    "sets_done": "sets",
    "reps_done": "repetitions",
    "reps_last_set": "repetitions of the last set",
    "hold_done_s": "seconds held",
    "load_kg": "load in kg",
    "reason": "reason",
    "help_sign": "help sign",
    "started_at": "begun at",
    "logged_at": "written at",
}
_TECHNICAL = re.compile(rf"\b({'|'.join(name for name in COLUMNS if '_' in name)})\b")


def in_words(text: str) -> str:
    """A message with the columns named as people name them: worst pain 8, not pain_worst 8."""
    return _TECHNICAL.sub(lambda found: COLUMNS[found[0]], text)


def on(day: dt.date) -> str:
    """1 June 2026."""
    return days.in_words(day)


def span(first: dt.date, last: dt.date) -> str:
    """8 June to 12 June 2026; the year twice where there are two."""
    begins = on(first) if first.year != last.year else f"{first.day} {first:%B}"
    return f"{begins} to {on(last)}"


def short(day: dt.date) -> str:
    """1 Jun."""
    return f"{day.day} {day:%b}"


def at(stamp: str) -> str:
    """A time of the store by this machine's clock: 1 June 2026, 14:05."""
    when = dt.datetime.fromisoformat(stamp).astimezone()
    return f"{when.day} {when:%B %Y, %H:%M}"


def answer(column: str, value: object) -> str:
    """An answer as a sentence repeats it."""
    text = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    if column == "status":
        return MARKS.get(text, text)
    return "blank" if not text else f"“{text}”" if isinstance(value, str) else text
