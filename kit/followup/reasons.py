"""Why exercises were left out or cut short, counted, and what the patient wrote in her own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from kit.adherence.frames import Frames
from kit.followup.pointer import Pointer, day_of, pointers, whole

_SESSION = ["plan_code", "plan_version", "date", "slot"]


@dataclass(frozen=True)
class ReasonCount:
    """A reason (a `reason_code`), for how many sessions and exercises, most often first, it was given, and the rows."""

    reason: str
    sessions: int
    exercises: tuple[tuple[str, int], ...]
    rows: tuple[Pointer, ...]


@dataclass(frozen=True)
class OwnWords:
    """A note of a session as the patient wrote it; `place` names the row of the diary where that counts for nothing."""

    at: Pointer
    text: str
    place: str = ""


def reason_code(text: str) -> str:
    """The reason as one of `kit.adherence.frames.REASONS`, where it is one: "No time" is no_time."""
    return "_".join(text.casefold().split())


def reasons(frames: Frames, as_of: dt.date) -> tuple[ReasonCount, ...]:
    """The reasons up to a day, the most frequent first. A reason counts once a session, however many exercises."""
    cells = frames.cells
    told = cells[cells["reason"].notna() & (cells["date"] <= pd.Timestamp(as_of))]
    found = [
        ReasonCount(str(reason), len(rows.drop_duplicates(_SESSION)), _by_exercise(rows), pointers(rows))
        for reason, rows in told.groupby(told["reason"].map(reason_code))
    ]
    return tuple(sorted(found, key=lambda one: (-one.sessions, one.reason)))


def own_words(frames: Frames, as_of: dt.date) -> tuple[OwnWords, ...]:
    """The notes in order of time up to a day; then those of sessions without a day, and of rows that do not count."""
    told = frames.sessions
    told = told[told["note"].notna() & (told["date"].isna() | (told["date"] <= pd.Timestamp(as_of)))]
    told = told.sort_values(["date", "slot"], na_position="last", kind="stable")
    columns = (told[name] for name in ("date", "slot", "session", "note"))
    found = [
        OwnWords(Pointer(day_of(date), int(slot), int(session)), str(note))
        for date, slot, session, note in zip(*columns, strict=True)
    ]
    return (*found, *_beside(frames.asides, found))


def _beside(table: pd.DataFrame, known: Iterable[OwnWords]) -> Iterator[OwnWords]:
    """The notes of rows that count for nothing, each once, and none that is told already."""
    told = {(one.at.date, one.text) for one in known}
    for row in table[table["note"].notna()].itertuples():
        date, text = day_of(row.date), str(row.note)
        if (date, text) not in told:
            told.add((date, text))
            yield OwnWords(Pointer(date, whole(row.slot)), text, f"{row.where}, {row.fate}")


def _by_exercise(rows: pd.DataFrame) -> tuple[tuple[str, int], ...]:
    once = rows.drop_duplicates([*_SESSION, "item_id"])
    counts = once.groupby("name").size()
    return tuple(sorted(((str(name), int(number)) for name, number in counts.items()), key=lambda n: (-n[1], n[0])))
