"""A diary row as the tables keep it, and back: its columns, and the fingerprints by which rows are told apart."""

from __future__ import annotations

import datetime as dt
from hashlib import blake2b
from typing import Any

from kit.diary.columns import ACTIVITIES, ANSWERS, CODE, COLUMNS, LABEL
from kit.diary.rows import Row

# What a stored row says, without where it came from and whether it counts.
ABOUT = ("code", "version", "item_id", "side", "week", "day", "slot")
# Rows that were stored before activities were asked about have the fingerprint of the answers that there were.
FIRST = ANSWERS.index(ACTIVITIES[0])
NONE = (None,) * len(ACTIVITIES)
SAID = (*ABOUT, *ANSWERS, "key", "answers")


def record(row: Row) -> dict[str, Any]:
    """The columns of a row that was read, but its file."""
    found = row.values
    code, version, item_id, side = found[CODE], found["plan_version"], found["item_id"], found["side"]
    date, week, slot = found["date"], found["week"], found["slot"]
    day = date.isoformat() if date else None
    answered = row.answers
    return {
        "number": row.number,
        "code": code,
        "version": version,
        "item_id": item_id,
        "side": side,
        "week": week,
        "day": day,
        "slot": slot,
        **dict(zip(ANSWERS, answered, strict=True)),
        "key": _fingerprint(f"{version}\x1f{item_id}\x1f{side}\x1f{day or week}\x1f{slot}"),
        "answers": _fingerprint(repr(answered[:FIRST] if answered[FIRST:] == NONE else answered)),
    }


def row(stored: Any, label: str) -> Row:
    """A stored row as the reader gives it; what was printed for people alone is missing."""
    values: dict[str, Any] = dict.fromkeys(COLUMNS)
    values |= {name: getattr(stored, name) for name in ("item_id", "side", "week", "slot", *ANSWERS)}
    values |= {CODE: stored.code, LABEL: label, "plan_version": stored.version}
    values["date"] = dt.date.fromisoformat(stored.day) if stored.day else None
    return Row(stored.number, values, ())


def _fingerprint(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
