"""Who is in the clinic's care: each plan in one row, with what is due. A few queries for all plans, none for each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, and_, select, tuple_

from kit.followup.waiting import LATE_DAYS
from kit.store.database import Database
from kit.store.tables import diary_files, diary_rows, drafts, edits, patients, plans, versions

_Key = tuple[str, int, int]  # of a document: code, version, revision of a draft
Due = Literal["overdue", "today", "coming", "past", ""]


@dataclass(frozen=True)
class Held:
    """What a document says that a list of patients shows: conditions with side and region, exercises with sides."""

    review_on: dt.date | None
    conditions: tuple[tuple[str, str, str], ...]
    unlisted: tuple[str, ...]
    exercises: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OnRoster:
    """A plan with its versions, oldest first, the draft last; times in UTC.

    `now` is of the draft, or else of the newest version; `review_on` of the newest issued one. A diary is `waiting`
    where it came in after the last issue, and nothing was done to the plan since.
    """

    code: str
    plan_id: str
    patient: str
    issued: tuple[int, ...]
    draft: int | None
    changed_at: str
    now: Held
    review_on: dt.date | None
    issued_on: dt.date | None
    issued_at: str
    diary_at: str

    @property
    def is_waiting(self) -> bool:
        return bool(self.diary_at) and self.diary_at > max(self.issued_at, self.changed_at)

    def due(self, today: dt.date) -> Due:
        """How the review stands; one that is over for weeks asks for nothing any more."""
        if self.review_on is None:
            return ""
        late = (today - self.review_on).days
        if late <= 0:
            return "coming" if late else "today"
        return "overdue" if late <= LATE_DAYS else "past"

    def place(self, today: dt.date) -> tuple[int, str, str]:
        """For sorting: reviews that are due, diaries, drafts, the next reviews, all others; in each the next first."""
        due = self.due(today)
        day = self.review_on.isoformat() if self.review_on else ""
        if due in ("overdue", "today"):
            return 0, day, self.plan_id
        if self.is_waiting:
            return 1, self.diary_at, self.plan_id
        if self.draft:
            return 2, _last_first(self.changed_at), self.plan_id
        return (3, day, self.plan_id) if due == "coming" else (4, _last_first(self.changed_at), self.plan_id)


class Roster:
    """Reads the roster of a store. A document is read once for each revision of its plan."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[_Key, Held] = {}
        self._told: dict[int, list[str]] = {}

    def rows(self) -> list[OnRoster]:
        """All plans, the one changed last first."""
        with self._database.read() as connection:
            heads = list(connection.execute(_HEADS))
            issued: dict[str, list[Any]] = {}
            for row in connection.execute(_ISSUED):
                issued.setdefault(row.code, []).append(row)
            diaries = self._last_diaries(connection)
            self._read = self._looked_up(connection, heads, issued)
        return [self._row(head, issued.get(head.code, []), diaries.get(head.code, "")) for head in heads]

    def _last_diaries(self, connection: Connection) -> dict[str, str]:
        """When the last diary of each plan came. Of which plans a file tells never changes: it is asked once."""
        files = connection.execute(_FILES).all()
        new = [row.id for row in files if row.id not in self._told]
        for row in _in_parts(connection, _TOLD_OF, diary_rows.c.file_id, new):
            self._told.setdefault(row.file_id, []).append(row.code)
        return {code: row.made_at for row in files for code in self._told.get(row.id, ())}

    def _looked_up(
        self, connection: Connection, heads: Iterable[Row[Any]], issued: Mapping[str, list[Any]]
    ) -> dict[_Key, Held]:
        """All documents that are shown, those read that are new since the last time."""
        drafted = {head.code: (head.code, head.version, head.revision) for head in heads if head.version}
        newest = {code: (code, rows[-1].version, 0) for code, rows in issued.items()}
        found = {key: self._read[key] for key in (*drafted.values(), *newest.values()) if key in self._read}
        new = [code for code, key in drafted.items() if key not in found]
        for row in _in_parts(connection, _DRAFTED, edits.c.code, new):
            found[drafted[row.code]] = _held(row.document)
        old = [(code, version) for code, version, _ in newest.values() if (code, version, 0) not in found]
        for row in _in_parts(connection, _DOCUMENTS, tuple_(versions.c.code, versions.c.version), old):
            found[newest[row.code]] = _held(row.document)
        return found

    def _row(self, head: Row[Any], issued: list[Row[Any]], diary_at: str) -> OnRoster:
        last = issued[-1] if issued else None
        of_last = self._read.get((head.code, last.version, 0), _NOTHING) if last else _NOTHING
        now = self._read.get((head.code, head.version, head.revision), _NOTHING) if head.version else of_last
        return OnRoster(
            code=head.code,
            plan_id=head.label,
            patient=head.patient,
            issued=tuple(row.version for row in issued),
            draft=head.version,
            changed_at=head.changed_at,
            now=now,
            review_on=of_last.review_on,
            issued_on=dt.date.fromisoformat(last.issued_on) if last else None,
            issued_at=last.made_at if last else "",
            diary_at=diary_at,
        )


_NOTHING = Held(None, (), (), ())
_HEADS = (
    select(plans.c.code, plans.c.label, plans.c.revision, plans.c.changed_at, patients.c.label.label("patient"))
    .add_columns(drafts.c.version)
    .select_from(plans.join(patients).outerjoin(drafts))
    .order_by(plans.c.changed_at.desc(), plans.c.code)
)
_ISSUED = select(versions.c.code, versions.c.version, versions.c.issued_on, versions.c.made_at).order_by(
    versions.c.code, versions.c.version
)
_FILES = (
    select(diary_files.c.id, diary_files.c.made_at)
    .where(diary_files.c.undone_at.is_(None))
    .order_by(diary_files.c.made_at, diary_files.c.id)
)
_TOLD_OF = select(diary_rows.c.file_id, diary_rows.c.code).distinct()
_DRAFTED = select(edits.c.code, edits.c.document).join(
    drafts, and_(drafts.c.code == edits.c.code, drafts.c.position == edits.c.number)
)
_DOCUMENTS = select(versions.c.code, versions.c.document)
_PART = 500  # of what one query is asked about


def _in_parts(connection: Connection, asked: Select[Any], column: Any, wanted: list[Any]) -> Iterable[Row[Any]]:
    for at in range(0, len(wanted), _PART):
        yield from connection.execute(asked.where(column.in_(wanted[at : at + _PART])))


def _held(document: str) -> Held:
    """What a document says; nothing where it is no plan, which the one who opens it is told."""
    try:
        said = json.loads(document)
        context, day = said.get("context", {}), said.get("review_on")
        return Held(
            dt.date.fromisoformat(day) if day else None,
            tuple((c["condition"], c.get("side") or "", c.get("region") or "") for c in context.get("conditions", ())),
            tuple(map(str, context.get("unlisted", ()))),
            tuple((item["exercise_id"], item["sides"]) for item in said.get("items", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return _NOTHING


def _last_first(at: str) -> str:
    """A time such that a later one sorts before an earlier one."""
    return "".join(chr(0x7F - ord(sign)) if sign.isdigit() else sign for sign in at)
