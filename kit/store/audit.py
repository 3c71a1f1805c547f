"""The audit trail: who did what, when, to which plan. Rows are added and never changed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, desc, select

from kit.store.database import Database
from kit.store.tables import audit

CAME = ("restored a backup", "took in an export")  # lines that say that rows came here without their files


@dataclass(frozen=True)
class Entry:
    """One line: `at` in UTC, and the codes of the plan and the patient where it is about one."""

    at: str
    who: str
    what: str
    code: str | None
    patient_code: str | None


def note(
    database: Database, connection: Connection, what: str, code: str | None = None, patient_code: str | None = None
) -> None:
    """Write one line within a transaction, so that it stands if, and only if, the deed does."""
    row = {"made_at": database.stamp(), "who": database.who, "what": what, "code": code, "patient_code": patient_code}
    connection.execute(audit.insert().values(row))


def note_import(database: Database) -> None:
    """That an export was taken in, which itself adds nothing to what it brings."""
    with database.write() as connection:
        note(database, connection, CAME[1])


def last_came(connection: Connection) -> str:
    """When the rows came here from another place the last time, in UTC; empty where they never did."""
    asked = select(audit.c.made_at).where(audit.c.what.in_(CAME)).order_by(desc(audit.c.id)).limit(1)
    return connection.execute(asked).scalar() or ""


def trail(database: Database, most: int = 100, code: str | None = None) -> list[Entry]:
    """The newest lines first, of one plan where a code is given."""
    asked = select(audit).order_by(desc(audit.c.id)).limit(most)
    if code:
        asked = asked.where(audit.c.code == code)
    with database.read() as connection:
        return [Entry(r.made_at, r.who, r.what, r.code, r.patient_code) for r in connection.execute(asked)]
