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
    """A reason (a `reason_code`), for how many sessions and exercises, most often first, it was given, and the rows.

    `whole` is for how many sessions it was given as such: nothing of them was done, and it is the only reason told.
    """

    reason: str
    sessions: int
    whole: int
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
    cells = cells.assign(whole=of_whole_sessions(cells))
    told = cells[cells["reason"].notna() & (cells["date"] <= pd.Timestamp(as_of))]
    found = [_count(str(reason), rows) for reason, rows in told.groupby(told["reason"].map(reason_code))]
    return tuple(sorted(found, key=lambda one: (-one.sessions, one.reason)))


def _count(reason: str, rows: pd.DataFrame) -> ReasonCount:
    sessions = rows.drop_duplicates(_SESSION)
    by_exercise = _by_exercise(rows[~rows["whole"]])
    return ReasonCount(reason, len(sessions), int(sessions["whole"].sum()), by_exercise, pointers(rows))


def of_whole_sessions(cells: pd.DataFrame) -> pd.Series[bool]:
    """Which rows of CELLS tell a reason of their whole session: nothing of it was done, and no other reason is told."""
    if not len(cells):
        return pd.Series(dtype=bool, index=cells.index)
    codes = cells["reason"].map(reason_code, na_action="ignore")
    by = [cells[name] for name in _SESSION]
    nothing = cells["status"].eq("not_done").groupby(by).transform("all")
    one = codes.groupby(by).transform("nunique").eq(1)
    return (nothing & one & codes.notna()).astype(bool)


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
