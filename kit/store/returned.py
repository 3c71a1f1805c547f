"""How far the diary of each plan has come back, and by which files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, desc, func, or_, select

from kit.diary.columns import ACTIVITIES, ANSWERS
from kit.followup.waiting import waits_since
from kit.plan.plan import DEFAULT_DAYS
from kit.store.database import Database
from kit.store.diaries import DiaryFile, file_of
from kit.store.tables import diary_files, diary_repeats, diary_rows, versions


@dataclass(frozen=True)
class LastDiary:
    """The last `day` that a standing diary tells of, and when it came `at`, in UTC; None where there is none."""

    day: dt.date | None = None
    at: str | None = None


@dataclass(frozen=True)
class Span:
    """From `start` to before `until`, of this version of a plan."""

    version: int
    start: dt.date
    until: dt.date


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

    def spans(self, today: dt.date, code: str | None = None) -> dict[str, Span]:
        """The version of each plan, or of this one, that is in force by `today` or was last, where one has begun."""
        newest = select(versions.c.code, func.max(versions.c.version).label("version"))
        newest = newest if code is None else newest.where(versions.c.code == code)
        begun = newest.where(versions.c.starts_on <= today.isoformat()).group_by(versions.c.code).subquery()
        same = (versions.c.code == begun.c.code) & (versions.c.version == begun.c.version)
        asked = select(versions.c.code, versions.c.version, versions.c.document).join(begun, same)
        with self.database.read() as connection:
            return {row.code: _span(row.version, json.loads(row.document)) for row in connection.execute(asked)}

    def files(self, code: str) -> list[DiaryFile]:
        """The files with rows of this plan, the newest first, those that were undone too."""
        by_rows = select(diary_rows.c.file_id).where(diary_rows.c.code == code)
        again = select(diary_repeats.c.file_id).join(diary_rows, diary_repeats.c.row_id == diary_rows.c.id)
        asked = select(diary_files).where(
            diary_files.c.id.in_(by_rows) | diary_files.c.id.in_(again.where(diary_rows.c.code == code))
        )
        with self.database.read() as connection:
            return [file_of(row) for row in connection.execute(asked.order_by(desc(diary_files.c.id)))]


def _span(version: int, document: dict[str, Any]) -> Span:
    start, end = (document.get(name) for name in ("start", "review_on"))
    first = dt.date.fromisoformat(str(start))
    return Span(version, first, dt.date.fromisoformat(end) if end else first + dt.timedelta(days=DEFAULT_DAYS))


def waits(span: Span, last: dt.date | None, today: dt.date) -> dt.date | None:
    """Since which day a diary is waited for, where the `last` day that came is this one; None where none is."""
    return waits_since(span.start, span.until, last, today)


def _says_something() -> ColumnElement[bool]:
    """Whether a row has an answer: one that was blanked tells of no day.

    How an activity goes is asked at a visit too, and tells nothing of what was done.
    """
    return or_(*(diary_rows.c[name].is_not(None) for name in ANSWERS if name not in ACTIVITIES))
