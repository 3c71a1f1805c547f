"""The row of a plan, which every write of it holds: its revision, its label, its patient."""

from __future__ import annotations

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kit.errors import ContentError, Fault, PlanError
from kit.plan.plan import Plan
from kit.store.database import Database
from kit.store.tables import patients, plans

_LABELS = 0x4B_49  # of PostgreSQL's advisory locks: one program at a time gives a label away


def hold(connection: Connection, code: str) -> int:
    """The revision of a plan, its row held until the transaction ends. Raises `ContentError` where there is none."""
    return _revision(connection, code, is_held=True)


def revision_of(connection: Connection, code: str) -> int:
    """The revision of a plan, for who only reads. Raises `ContentError` where there is none."""
    return _revision(connection, code, is_held=False)


def _revision(connection: Connection, code: str, is_held: bool) -> int:
    asked = select(plans.c.revision).where(plans.c.code == code)
    row = connection.execute(asked.with_for_update() if is_held else asked).first()
    if row is None:
        raise ContentError(Fault("plan", f"the code {code} is not in this store.", "Choose one from the list."))
    return int(row.revision)


def raise_revision(database: Database, connection: Connection, plan: Plan, revision: int) -> int:
    """The next revision, noted with the labels that the plan has now."""
    know_patient(database, connection, plan)
    labels = {"label": plan.plan_id, "patient_code": plan.patient_code, "changed_at": database.stamp()}
    connection.execute(plans.update().where(plans.c.code == plan.code).values(**labels, revision=revision + 1))
    return revision + 1


def new_row(database: Database, connection: Connection, plan: Plan) -> None:
    """The row of a plan that the store does not have yet, with revision 1."""
    know_patient(database, connection, plan)
    now = database.stamp()
    row = {"code": plan.code, "patient_code": plan.patient_code, "label": plan.plan_id}
    connection.execute(plans.insert().values(**row, revision=1, made_at=now, changed_at=now))


def know_patient(database: Database, connection: Connection, plan: Plan) -> None:
    """The patient's row, with the label that the plan gives."""
    insert = sqlite_insert if database.is_sqlite else pg_insert
    made = insert(patients).values(code=plan.patient_code, label=plan.patient, made_at=database.stamp())
    connection.execute(made.on_conflict_do_update(index_elements=["code"], set_={"label": plan.patient}))


def row_of(connection: Connection, code: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(plans).where(plans.c.code == code)).first()


def must_be_free(connection: Connection, plan: Plan) -> None:
    """Raises `PlanError` where another plan has this one's label; nobody else gives it away in this transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LABELS, func.hashtext(plan.plan_id))))
    asked = select(plans.c.code).where(plans.c.label == plan.plan_id, plans.c.code != plan.code).limit(1)
    if connection.execute(asked).first() is not None:
        raise PlanError(Fault("plan id", f"“{plan.plan_id}” is taken by another plan.", "Choose another id."))
