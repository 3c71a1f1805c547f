"""Drafts: every edit is on the disk when the call returns, and belongs to one plan.

The edits of a draft are a line that undo and redo walk along; it begins with the plan and survives everything. A write
names the revision that it rests on, by the `Held` that it was made from: where another hand wrote in between, both
edits are put together if they touch different things, and else both are kept and `ConflictError` is raised.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import Connection, desc, func, select

from kit.errors import Fault, PlanError
from kit.plan.document import from_document, to_document
from kit.plan.merge import merge
from kit.plan.plan import Plan
from kit.store.audit import note
from kit.store.database import Database
from kit.store.held import ConflictError, Held, StaleError
from kit.store.notes import NotesRead
from kit.store.rows import hold, must_be_free, new_row, raise_revision, revision_of, row_of
from kit.store.tables import asides, drafts, edits, versions

_DEPTH = 1000  # edits of one draft that can be undone; older ones are let go


@dataclass(frozen=True)
class Drafts:
    """The drafts of a store. Each call is one transaction, and raises `MachineError` where it cannot be made."""

    database: Database

    def begin(self, plan: Plan, *, label_may_stand_twice: bool = False) -> Held:
        """Keep a new draft. Raises `PlanError` where its label is another plan's, or its code is known already."""
        plan.must_be_draft()
        with self.database.write() as connection:
            if row_of(connection, plan.code):
                what = f"the code {plan.code} is in this store already."
                raise PlanError(Fault(f"plan {plan.plan_id}", what, "Open that plan."))
            if not label_may_stand_twice:
                must_be_free(connection, plan)
            new_row(self.database, connection, plan)
            self.first(connection, plan)
            note(self.database, connection, f"began plan {plan.plan_id}", plan.code, plan.patient_code)
        return Held(plan, 1)

    def held(self, code: str) -> Held | None:
        """The draft of a plan as it stands; None where it has none. Raises `ContentError` for an unknown code."""
        with self.database.read() as connection:
            return self._held(connection, code, revision_of(connection, code))

    def revision(self, code: str) -> int:
        """How often the plan was written: whether another hand was at it costs no more than this. Raises as above."""
        with self.database.read() as connection:
            return revision_of(connection, code)

    def put(self, held: Held, plan: Plan, topic: str | None = None) -> Held:
        """The next edit. Edits of one `topic` in a row, such as digits typed into a field, are one step back.

        Raises `ConflictError` as above, and `PlanError` where the new label is another plan's.
        """
        with self.database.write() as connection:
            revision = hold(connection, held.plan.code)
            theirs = None
            if revision != held.revision:
                theirs = self._current(connection, held.plan.code, revision)
                together = merge(held.plan, plan, theirs.plan).plan if theirs.plan.is_draft else None
                if together is None or theirs.plan.version != plan.version:
                    conflict = self._set_aside(connection, held.plan, theirs, plan)
                else:
                    conflict, plan, topic = None, together, None
            else:
                conflict = None
            if conflict is None:
                if plan.plan_id != held.plan.plan_id:
                    must_be_free(connection, plan)
                self._append(connection, plan, topic)
                made = self._held_now(connection, plan, raise_revision(self.database, connection, plan, revision))
        if conflict:
            raise conflict
        return replace(made, merged=theirs.plan if theirs else None)

    def undo(self, held: Held) -> Held:
        """One step back, not behind the beginning of the plan. Raises `StaleError`."""
        return self._step(held, -1)

    def redo(self, held: Held) -> Held:
        """One step forward, where there is one. Raises `StaleError`."""
        return self._step(held, 1)

    def next_version(self, held: Held, start: dt.date, reason: str = "", on: dt.date | None = None) -> Held:
        """The draft of the version after an issued one. Raises `PlanError` where it has been begun already."""
        made = held.plan.new_version(start, reason, on=on)
        with self.database.write() as connection:
            revision = hold(connection, made.code)
            current = self._current(connection, made.code, revision).plan
            if current.version >= made.version:
                state = "has been begun" if current.is_draft else "is issued"
                what = f"version {current.version} {state} already."
                raise PlanError(Fault(f"plan {made.plan_id}", what, f"Open version {current.version}."))
            if made.replaces and (unread := NotesRead(self.database).unread_within(connection, made.code)):
                known = made.replaces.model_copy(update={"unread": unread})
                made = made.model_copy(update={"replaces": known})
            self.first(connection, made)
            note(self.database, connection, f"began version {made.version}", made.code, made.patient_code)
            revision = raise_revision(self.database, connection, made, revision)
        return Held(made, revision)

    def keep_mine(self, conflict: ConflictError) -> Held:
        """My edit over theirs, as the next step: theirs is one step back. Raises `ConflictError` if they go on."""
        theirs = conflict.theirs
        if not theirs.plan.is_draft or theirs.plan.version != conflict.mine.version:
            what = f"version {theirs.plan.version} is there already, and stays."
            raise PlanError(Fault(f"plan {theirs.plan.plan_id}", what, "Keep yours as a copy, or open theirs."))
        kept = self.put(theirs, conflict.mine_on_theirs)
        self.decide(conflict.aside, "mine")
        return kept

    def keep_copy(self, conflict: ConflictError, copy: Plan) -> Held:
        """My edit as a plan of its own: `copy` is mine under a new code and label. Raises `PlanError`."""
        kept = self.begin(copy)
        self.decide(conflict.aside, f"copy {copy.code}")
        return kept

    def decide(self, aside: int, what: str) -> None:
        """Note what became of an edit that was set aside; it stays in the store."""
        with self.database.write() as connection:
            connection.execute(asides.update().where(asides.c.id == aside).values(decided=what))

    def set_aside(self, code: str) -> list[tuple[int, Plan]]:
        """The edits of a plan that were set aside and are not decided on, oldest first."""
        asked = select(asides).where(asides.c.code == code, asides.c.decided.is_(None)).order_by(asides.c.id)
        with self.database.read() as connection:
            return [(row.id, _plan(row.document)) for row in connection.execute(asked)]

    # Within a transaction

    def take_in_within(self, connection: Connection, plan: Plan) -> None:
        """Keep a draft that was begun elsewhere. Raises `PlanError` where another one, or a later version, is here."""
        plan.must_be_draft()
        if row_of(connection, plan.code) is None:
            new_row(self.database, connection, plan)
        revision = hold(connection, plan.code)
        here = self._held(connection, plan.code, revision)
        if here and here.plan == plan:
            return
        newest = select(func.max(versions.c.version)).where(versions.c.code == plan.code)
        if here or (connection.execute(newest).scalar() or 0) >= plan.version:
            state = f"another draft of version {here.plan.version}" if here else f"version {plan.version}, issued,"
            what = f"{state} is in the store."
            raise PlanError(Fault(f"plan {plan.plan_id}", what, "Open that one; nothing was taken in."))
        self.first(connection, plan)
        raise_revision(self.database, connection, plan, revision)
        said = f"took in the draft of version {plan.version} of plan {plan.plan_id}"
        note(self.database, connection, said, plan.code, plan.patient_code)

    def first(self, connection: Connection, plan: Plan) -> None:
        """The draft of a plan that is in the store, and has none."""
        row = {"code": plan.code, "version": plan.version, "position": 0}
        row |= {"changed_at": self.database.stamp(), "changed_by": self.database.who}
        connection.execute(drafts.insert().values(row))
        self._append(connection, plan, None)

    def _append(self, connection: Connection, plan: Plan, topic: str | None) -> None:
        """The edit behind the position of the draft, in place of what was undone; or over it, of the same topic.

        One that comes back to where its topic began is no step at all.
        """
        draft = connection.execute(select(drafts).where(drafts.c.code == plan.code)).one()
        over, document = topic is not None and topic == draft.topic, to_document(plan)
        position = draft.position if over else draft.position + 1
        if over and _document(connection, plan.code, position - 1) == document:
            position, topic = position - 1, None
        beyond = (edits.c.number >= position) | (edits.c.number < position - _DEPTH)
        connection.execute(edits.delete().where(edits.c.code == plan.code, beyond))
        now, who = self.database.stamp(), self.database.who
        row = {"code": plan.code, "number": position, "document": document, "made_at": now, "made_by": who}
        connection.execute(edits.insert().values(row))
        self._move(connection, plan.code, position, topic)

    def _move(self, connection: Connection, code: str, position: int, topic: str | None) -> None:
        moved = {"position": position, "topic": topic}
        moved |= {"changed_at": self.database.stamp(), "changed_by": self.database.who}
        connection.execute(drafts.update().where(drafts.c.code == code).values(moved))

    def _step(self, held: Held, by: int) -> Held:
        code = held.plan.code
        with self.database.write() as connection:
            revision = hold(connection, code)
            if revision != held.revision:
                what = f"was changed in another window ({_last_hand(connection, code)}) since you opened it."
                raise StaleError(Fault(f"plan {held.plan.plan_id}", what, "Look at it, and undo then."))
            draft = connection.execute(select(drafts).where(drafts.c.code == code)).first()
            document = _document(connection, code, draft.position + by) if draft else None
            if draft is None or document is None:
                return held
            self._move(connection, code, draft.position + by, None)
            plan = _plan(document)
            return self._held_now(connection, plan, raise_revision(self.database, connection, plan, revision))

    def _set_aside(self, connection: Connection, base: Plan, theirs: Held, mine: Plan) -> ConflictError:
        row = {"code": mine.code, "document": to_document(mine), "why": f"rests on a revision before {theirs.revision}"}
        row |= {"made_at": self.database.stamp(), "made_by": self.database.who}
        made = connection.execute(asides.insert().values(row))
        assert made.inserted_primary_key
        by = _last_hand(connection, mine.code)
        return ConflictError(base, theirs, mine, int(made.inserted_primary_key[0]), by)

    def _current(self, connection: Connection, code: str, revision: int) -> Held:
        """The draft, or the newest issued version."""
        found = self._held(connection, code, revision)
        if found:
            return found
        newest = select(versions.c.document).where(versions.c.code == code).order_by(desc(versions.c.version)).limit(1)
        return Held(_plan(connection.execute(newest).scalar_one()), revision)

    def _held(self, connection: Connection, code: str, revision: int) -> Held | None:
        position = connection.execute(select(drafts.c.position).where(drafts.c.code == code)).scalar()
        document = None if position is None else _document(connection, code, position)
        return self._held_now(connection, _plan(document), revision) if document is not None else None

    def _held_now(self, connection: Connection, plan: Plan, revision: int) -> Held:
        position = connection.execute(select(drafts.c.position).where(drafts.c.code == plan.code)).scalar_one()
        numbers = select(func.min(edits.c.number), func.max(edits.c.number)).where(edits.c.code == plan.code)
        first, last = connection.execute(numbers).one()
        return Held(plan, revision, position > first, position < last)


def _document(connection: Connection, code: str, number: int) -> str | None:
    asked = select(edits.c.document).where(edits.c.code == code, edits.c.number == number)
    return connection.execute(asked).scalar()


def _last_hand(connection: Connection, code: str) -> str:
    who = connection.execute(select(drafts.c.changed_by).where(drafts.c.code == code)).scalar()
    issuer = select(versions.c.issued_by).where(versions.c.code == code).order_by(desc(versions.c.version)).limit(1)
    return str(who or connection.execute(issuer).scalar() or "unknown")


def _plan(document: str) -> Plan:
    return from_document(document, "the store").plan
