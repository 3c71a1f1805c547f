"""Issued versions: added by the review alone, one at a time, sealed, and never changed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, desc, select

from kit.clinic import Clinic
from kit.errors import ContentError, Fault, PlanError
from kit.library.library import Library
from kit.plan.document import from_document, to_document
from kit.plan.plan import Plan
from kit.plan.seal import altered
from kit.review.issue import issue
from kit.store.audit import note
from kit.store.database import Database
from kit.store.held import Held, StaleError
from kit.store.rows import hold, new_row, raise_revision, revision_of, row_of
from kit.store.tables import drafts, versions


@dataclass(frozen=True)
class Versions:
    """The issued versions of a store."""

    database: Database

    def issue(self, held: Held, library: Library, by: str, on: dt.date, clinic: Clinic | None = None) -> Held:
        """Review the draft and make it final, in one transaction: of two who try at one instant, one wins.

        Raises `PlanError` with all that holds it, `StaleError` where it was changed or issued since it was `held`.
        """
        plan = held.plan
        with self.database.write() as connection:
            revision = hold(connection, plan.code)
            self._must_be_as_held(connection, held, revision)
            before = self._before(connection, plan)
            issued = issue(plan, library, by, on, before, clinic=clinic)
            self.add(connection, issued)
            connection.execute(delete(drafts).where(drafts.c.code == plan.code))
            revision = raise_revision(self.database, connection, issued, revision)
        return Held(issued, revision)

    def take_in(self, plan: Plan) -> None:
        """Keep a version that was issued elsewhere. Raises `PlanError` where another one has its place."""
        with self.database.write() as connection:
            self.take_in_within(connection, plan)

    def take_in_within(self, connection: Connection, plan: Plan) -> None:
        """The same, within a transaction; older versions may come after newer ones."""
        if row_of(connection, plan.code) is None:
            new_row(self.database, connection, plan)
        revision = hold(connection, plan.code)
        known = _row(connection, plan.code, plan.version)
        if known is not None:
            if known.seal != plan.seal:
                what = f"version {plan.version} was issued otherwise here: {_difference(plan, known)}."
                raise PlanError(Fault(f"plan {plan.plan_id}", what, "Keep one of the two; nothing was taken in."))
            return
        draft = connection.execute(select(drafts.c.version).where(drafts.c.code == plan.code)).scalar()
        if draft is not None and draft <= plan.version:
            what = f"version {plan.version} was issued elsewhere, and version {draft} is a draft here."
            raise PlanError(Fault(f"plan {plan.plan_id}", what, "Issue it in one place; nothing was taken in."))
        self.add(connection, plan, "took in")
        raise_revision(self.database, connection, _newest(connection, plan), revision)

    def load(self, code: str, version: int) -> Held:
        """An issued version as it was issued. Raises `ContentError` where there is none, or it was altered."""
        with self.database.read() as connection:
            revision = revision_of(connection, code)
            row = _row(connection, code, version)
        if row is None:
            raise ContentError(Fault("plan", f"{code} has no issued version {version}.", "Choose one from the list."))
        return Held(verified(row), revision)

    def all(self, code: str) -> list[Plan]:
        """The issued versions of a plan, oldest first. Raises `ContentError` for an altered one."""
        asked = select(versions).where(versions.c.code == code).order_by(versions.c.version)
        with self.database.read() as connection:
            return [verified(row) for row in connection.execute(asked)]

    def alterations(self, data: Mapping[str, Any]) -> list[str]:
        """In what a plan file, as plain data, differs from the version that this store issued; none if it has none."""
        with self.database.read() as connection:
            row = _row(connection, str(data.get("code")), data.get("version"))
        return list(altered(dict(data), json.loads(row.document))) if row else []

    def _must_be_as_held(self, connection: Connection, held: Held, revision: int) -> None:
        plan = held.plan
        row = _row(connection, plan.code, plan.version)
        if row is not None:
            what = f"version {plan.version} was issued by {row.issued_by} on {row.issued_on}."
            raise StaleError(Fault(f"plan {plan.plan_id}", what, "Open it; there is nothing left to issue."))
        if revision != held.revision:
            what = f"version {plan.version} was changed in another window since you opened it."
            raise StaleError(Fault(f"plan {plan.plan_id}", what, "Open it again, read it, and issue it then."))

    def _before(self, connection: Connection, plan: Plan) -> Plan | None:
        """The version that `plan` replaces, which no plan can do without."""
        if plan.replaces is None:
            return None
        row = _row(connection, plan.code, plan.replaces.version)
        return verified(row) if row else None

    def add(self, connection: Connection, plan: Plan, deed: str = "issued") -> None:
        """The row of an issued version that the store does not have yet, within a transaction."""
        assert plan.issued
        row = {"code": plan.code, "version": plan.version, "document": to_document(plan), "seal": plan.seal}
        row |= {"starts_on": plan.start.isoformat(), "issued_on": plan.issued.on.isoformat()}
        row |= {"issued_by": plan.issued.by, "made_at": self.database.stamp()}
        connection.execute(versions.insert().values(row))
        said = f"{deed} version {plan.version} of plan {plan.plan_id} in the name of {plan.issued.by}"
        note(self.database, connection, said, plan.code, plan.patient_code)


def faults(database: Database) -> Iterator[Fault]:
    """A fault for each version in the database that is not as it was issued."""
    with database.read() as connection:
        for row in connection.execute(select(versions).order_by(versions.c.code, versions.c.version)):
            try:
                verified(row)
            except ContentError as error:
                yield from error.faults


def _newest(connection: Connection, plan: Plan) -> Plan:
    """The plan as its draft or its newest version has it, to whose labels a version that comes late changes nothing."""
    asked = select(versions.c.version).where(versions.c.code == plan.code).order_by(desc(versions.c.version)).limit(1)
    version = connection.execute(asked).scalar_one()
    return plan if version == plan.version else verified(_known(connection, plan.code, version))


def _known(connection: Connection, code: str, version: int) -> Row[Any]:
    return connection.execute(select(versions).where(versions.c.code == code, versions.c.version == version)).one()


def _row(connection: Connection, code: str, version: object) -> Row[Any] | None:
    return connection.execute(select(versions).where(versions.c.code == code, versions.c.version == version)).first()


def verified(row: Row[Any]) -> Plan:
    """The plan of a row. Raises `ContentError` where it was altered."""
    where = f"store, version {row.version} of {row.code}"
    plan = from_document(row.document, where).plan
    if plan.seal != row.seal:  # the plan itself holds its seal against all that it says
        raise ContentError(Fault(where, "is not the one whose seal is kept.", "Restore a backup: kit store restore."))
    return plan


def _difference(plan: Plan, row: Row[Any]) -> str:
    given, original = (json.loads(text) | {"seal": None} for text in (to_document(plan), row.document))
    return "; ".join(list(altered(given, original))[:3])
