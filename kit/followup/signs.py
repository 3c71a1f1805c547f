"""Signs for help that a patient reported: each stays open until somebody has dealt with it and signed so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Self

import pandas as pd
from pydantic import AfterValidator

from kit.adherence.frames import Frames
from kit.days import Day, in_words
from kit.diary.alarms import is_sign, sign_shown
from kit.errors import quoted
from kit.followup.help_words import Urgency, urgency
from kit.followup.pointer import Pointer, day_of, whole
from kit.model import Model
from kit.words.numbers import counted
from kit.words.signed import is_person, mixed, too_few
from kit.words.text import Name, Note, letters_in

_LETTERS = 10  # of what was done about a sign, as of the reason of a sign-off (D)


@dataclass(frozen=True)
class Sign:
    """What a patient wrote where the diary asks for signs. `date` is the day of the session, None without one.

    `session` is its row of SESSIONS; where the row of the diary counts for nothing it is None, `aside` is its row of
    ASIDES, and `place` says which row of the diary that is, and why.
    """

    plan_code: str
    plan_version: int | None
    date: dt.date | None
    week: int | None
    slot: int | None
    text: str
    session: int | None
    aside: int | None = None
    place: str = ""

    @property
    def key(self) -> str:
        """What it is known by when diaries are read anew: plan, version, day, session of the day, and its words."""
        day = self.date.isoformat() if self.date else self.place or f"week {self.week}"
        return f"{self.plan_code} {self.plan_version} {day} {self.slot} {' '.join(self.text.casefold().split())}"

    @property
    def shown(self) -> str:
        """In quotation marks, with its day."""
        return f"{sign_shown(self.text)} ({self.day_said(f'on {in_words(self.date)}' if self.date else '')})"

    def day_said(self, on: str) -> str:
        """Its day, said as `on` where there is one, and the row of the diary where that counts for nothing."""
        return ", ".join(filter(None, (on if self.date else "" if self.place else self._no_day, self.place)))

    @property
    def _no_day(self) -> str:
        return f"week {self.week}, no day given"

    @property
    def urgency(self) -> Urgency:
        """That of the patient's sheet, by its words."""
        return urgency(self.text)

    @property
    def pointer(self) -> Pointer:
        return Pointer(self.date, self.slot, self.session)


def _somebody(text: str) -> str:
    if not is_person(text):
        raise ValueError("it names nobody. Write a name.")
    return text


def _one_script(name: str) -> str:
    if wrong := mixed(name):
        raise ValueError(f"it {wrong}. Write it in the letters of one script.")
    return name


def _not_empty(key: str) -> str:
    if not key:
        raise ValueError("it is missing. Give the sign's own key.")
    return key


def _says_what(text: str) -> str:
    if letters_in(text) < _LETTERS:
        raise ValueError(
            f"it has {counted(letters_in(text), 'letter')}, and at least {_LETTERS} are needed. Say what was done."
        )
    if few := too_few(text):
        raise ValueError(f"it {few}. Say what was done.")
    return text


class Dealt(Model):
    """That somebody dealt with a sign: its `key`, who in which role, on which day, and what was done."""

    sign: Annotated[str, AfterValidator(_not_empty)]
    by: Annotated[Name, AfterValidator(_somebody), AfterValidator(_one_script)]
    role: Annotated[Name, AfterValidator(_somebody)]
    on: Day
    what: Annotated[Note, AfterValidator(_says_what)]

    @classmethod
    def with_sign(cls, sign: Sign, *, by: str, role: str, on: dt.date, what: str) -> Self:
        """Raises `ContentError` with what is missing."""
        return cls(sign=sign.key, by=by, role=role, on=on, what=what)

    def settles(self, sign: Sign) -> bool:
        """Whether it is about this sign; what was signed before the day of a sign is not."""
        return self.sign == sign.key and (sign.date is None or self.on >= sign.date)


def reported_signs(frames: Frames) -> tuple[Sign, ...]:
    """All signs in the order of the sessions, those without a day too, then those of rows that count for nothing.

    A slip in a date hides none, nor does a row that was refused, or corrected since.
    """
    told = frames.sessions
    told = told[told["help_sign"].fillna("").map(is_sign).astype(bool)]
    columns = (told[name] for name in ("plan_code", "plan_version", "date", "week", "slot", "help_sign", "session"))
    found = [
        Sign(str(code), int(version), day_of(date), int(week), int(slot), str(text), int(session))
        for code, version, date, week, slot, text, session in zip(*columns, strict=True)
    ]
    known = {sign.key for sign in found}
    beside: dict[str, Sign] = {}
    for sign in _beside(frames.asides):
        if sign.key not in known:
            beside.setdefault(sign.key, sign)
    return (*found, *beside.values())


def _beside(table: pd.DataFrame) -> Iterator[Sign]:
    """The signs of rows that count for nothing."""
    for number, row in enumerate(table.to_dict("records")):
        if pd.isna(row["help_sign"]):
            continue
        date, when = day_of(row["date"]), row["when"]
        written = f"dated {quoted(str(when))}" if when and date is None else ""
        place = ", ".join(filter(None, (f"{row['where']}, {row['fate']}", written)))
        version, slot = whole(row["plan_version"]), whole(row["slot"])
        yield Sign(str(row["plan_code"]), version, date, None, slot, str(row["help_sign"]), None, number, place)


def open_signs(frames: Frames, dealt: Iterable[Dealt] = ()) -> tuple[Sign, ...]:
    """The signs that nobody has dealt with and signed so, the most urgent first, of these the newest."""
    signed = tuple(dealt)
    still = (sign for sign in reversed(reported_signs(frames)) if not any(one.settles(sign) for one in signed))
    return tuple(sorted(still, key=lambda sign: sign.urgency.rank))
