"""How far the diary of each plan has come back, and by which files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select, union

from kit.diary.columns import ANSWERS
from kit.store.database import Database
from kit.store.diaries import Diaries, DiaryFile
from kit.store.tables import diary_files, diary_repeats, diary_rows, versions

WAITS_DAYS = 7  # without a diary for more days than these, one is waited for (D)
LATE_DAYS = 28  # after the end of a plan nobody waits for longer (D)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class LastDiary:
    """The last `day` that a standing diary tells of, and when it came `at`, in UTC; None where there is none."""

    day: dt.date | None = None
    at: str | None = None


@dataclass(frozen=True)
class Returned:
    """What came back to a store."""

    database: Database

    def last(self, codes: Iterable[str]) -> dict[str, LastDiary]:
        """The last diary of each of these plans; plans without one are left out."""
        came = select(diary_rows.c.code, func.max(diary_rows.c.day), func.max(diary_files.c.made_at))
        asked = came.join(diary_files, diary_rows.c.file_id == diary_files.c.id)
        asked = asked.where(diary_rows.c.code.in_(list(codes)), diary_rows.c.in_force == 1, _says_something())
        with self.database.read() as connection:
            found = connection.execute(asked.group_by(diary_rows.c.code)).all()
        return {code: LastDiary(dt.date.fromisoformat(day) if day else None, at) for code, day, at in found}

    def in_force(self, codes: Iterable[str], today: dt.date) -> dict[str, int]:
        """The version of each of these plans that began last, by `today`; plans that have not begun are left out."""
        begun = select(versions.c.code, func.max(versions.c.version))
        begun = begun.where(versions.c.code.in_(list(codes)), versions.c.starts_on <= today.isoformat())
        with self.database.read() as connection:
            return {row.code: row[1] for row in connection.execute(begun.group_by(versions.c.code))}

    def files(self, code: str) -> list[DiaryFile]:
        """The files with rows of this plan, the newest first, those that were undone too."""
        by_rows = select(diary_rows.c.file_id).where(diary_rows.c.code == code)
        again = select(diary_repeats.c.file_id).join(diary_rows, diary_repeats.c.row_id == diary_rows.c.id)
        with self.database.read() as connection:
            numbers = set(connection.execute(union(by_rows, again.where(diary_rows.c.code == code))).scalars())
        return [file for file in Diaries(self.database).files() if file.number in numbers]


def waits(start: dt.date, until: dt.date, last: dt.date | None, today: dt.date) -> dt.date | None:
    """Since which day a diary of the plan from `start` to before `until` is waited for; None where none is.

    The last day that can be told of is yesterday, or the last of the plan.
    """
    end = min(today, until) - _DAY
    since = start if last is None else last + _DAY
    if start > today or (today - until).days > LATE_DAYS or (end - since).days < WAITS_DAYS:
        return None
    return since


def _says_something() -> ColumnElement[bool]:
    """Whether a row has an answer: one that was blanked tells of no day."""
    return or_(*(diary_rows.c[name].is_not(None) for name in ANSWERS))
