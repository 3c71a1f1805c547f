"""What a patient wrote in her own words and nobody has marked as read: each note stands there until somebody does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import AfterValidator

from kit.adherence.frames import Frames
from kit.days import Day, in_words
from kit.diary.alarms import sign_shown
from kit.followup.help_words import may_name_a_red_flag
from kit.followup.note_key import note_key
from kit.followup.pointer import Pointer, day_of
from kit.model import Model
from kit.words.text import letters_in


@dataclass(frozen=True)
class PatientNote:
    """A note of a session. `date` is the day of the session, None without one."""

    plan_code: str
    plan_version: int
    date: dt.date | None
    week: int
    slot: int
    text: str
    session: int

    @property
    def key(self) -> str:
        """What it is known by when diaries are read anew: plan, version, day, session of the day, and its words."""
        day = self.date.isoformat() if self.date else f"week {self.week}"
        return note_key(self.plan_code, self.plan_version, day, self.slot, self.text)

    @property
    def names_a_red_flag(self) -> bool:
        """Whether its words may name a sign for help (`kit.followup.help_words`)."""
        return may_name_a_red_flag(self.text)

    @property
    def day(self) -> str:
        return in_words(self.date) if self.date else f"week {self.week}, no day given"

    @property
    def shown(self) -> str:
        """In quotation marks, with its day."""
        return f"{sign_shown(self.text)} ({self.day})"

    @property
    def pointer(self) -> Pointer:
        return Pointer(self.date, self.slot, self.session)


def _not_empty(key: str) -> str:
    if not key:
        raise ValueError("it is missing. Give the note's own key.")
    return key


class Read(Model):
    """That a note was read on a day, or, with `is_read` False, that it is to stand as unread again."""

    note: Annotated[str, AfterValidator(_not_empty)]
    on: Day
    is_read: bool = True

    @classmethod
    def of(cls, note: PatientNote, on: dt.date, *, is_read: bool = True) -> Self:
        return cls(note=note.key, on=on, is_read=is_read)


def patient_notes(frames: Frames) -> tuple[PatientNote, ...]:
    """All notes with a word in them, in the order of the sessions, those without a day too."""
    told = frames.sessions
    told = told[told["note"].fillna("").map(letters_in).astype(bool)]
    columns = (told[name] for name in ("plan_code", "plan_version", "date", "week", "slot", "note", "session"))
    return tuple(
        PatientNote(str(code), int(version), day_of(date), int(week), int(slot), str(text), int(session))
        for code, version, date, week, slot, text, session in zip(*columns, strict=True)
    )


def unread(frames: Frames, read: Iterable[Read] = ()) -> tuple[PatientNote, ...]:
    """The notes that nobody marked as read, or whose mark was taken back: what may name a red flag first, then the
    newest."""
    last = {one.note: one.is_read for one in read}
    still = (note for note in reversed(patient_notes(frames)) if not last.get(note.key, False))
    return tuple(sorted(still, key=lambda note: not note.names_a_red_flag))
