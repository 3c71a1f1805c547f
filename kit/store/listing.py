"""What there is: the plans of the store, the newest first, and which of them somebody was at work on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, desc, func, or_, select, union

from kit.store.database import Database
from kit.store.tables import drafts, patients, plans, versions
from kit.words.text import clean

MOST = 30  # plans that are listed at once; more is a reason to type a word

_NUMBERED = re.compile(r"[A-Za-z]{1,4}-?[0-9]{1,6}")


@dataclass(frozen=True)
class Listed:
    """A plan with its versions, oldest first, the draft last; `changed_at` in UTC."""

    code: str
    plan_id: str
    patient_code: str
    patient: str
    issued: tuple[int, ...]
    draft: int | None
    changed_at: str


@dataclass(frozen=True)
class Listing:
    """Looks the plans of a store up."""

    database: Database

    def recent(self, words: str = "", most: int = MOST) -> list[Listed]:
        """The plans whose label, patient's label or code holds `words`, the one changed last first."""
        asked = select(plans.c.code).order_by(desc(plans.c.changed_at), plans.c.code).limit(most)
        if words := clean(words):
            like = f"%{words.translate(_LITERAL).lower()}%"
            fields = (plans.c.label, patients.c.label, plans.c.code)
            fits = or_(*(func.lower(field).like(like, escape="\\") for field in fields))
            asked = asked.join(patients).where(fits)
        return self._listed(asked)

    def count(self) -> int:
        """How many plans there are."""
        with self.database.read() as connection:
            return connection.execute(select(func.count()).select_from(plans)).scalar_one()

    def of_patient(self, patient_code: str) -> list[Listed]:
        """All plans of a patient, the one changed last first."""
        asked = select(plans.c.code).where(plans.c.patient_code == patient_code)
        return self._listed(asked.order_by(desc(plans.c.changed_at), plans.c.code))

    def labelled(self, plan_id: str) -> list[Listed]:
        """All plans with this label."""
        return self._listed(select(plans.c.code).where(plans.c.label == plan_id).order_by(plans.c.code))

    def one(self, code: str) -> Listed | None:
        found = self._listed(select(plans.c.code).where(plans.c.code == code))
        return found[0] if found else None

    def patients_labelled(self, label: str) -> list[str]:
        """The codes of the patients with this label."""
        with self.database.read() as connection:
            asked = select(patients.c.code).where(patients.c.label == label).order_by(patients.c.made_at)
            return list(connection.execute(asked).scalars())

    def other_labels(self, patient_code: str) -> list[str]:
        """The labels of all other patients and of their plans, each once."""
        others = select(patients.c.label).where(patients.c.code != patient_code)
        theirs = select(plans.c.label).where(plans.c.patient_code != patient_code)
        with self.database.read() as connection:
            return [label for label in connection.execute(union(others, theirs)).scalars() if label]

    def in_work(self) -> Listed | None:
        """The plan whose draft was changed last."""
        with self.database.read() as connection:
            asked = select(drafts.c.code).order_by(desc(drafts.c.changed_at)).limit(1)
            code = connection.execute(asked).scalar()
        return self.one(code) if code else None

    def free_label(self) -> str:
        """The label of the form P-001 that follows all others of this form."""
        with self.database.read() as connection:
            labels = connection.execute(select(plans.c.label).where(plans.c.label.like("P-%"))).scalars()
            numbers = [int(label[2:]) for label in labels if label[2:].isdecimal() and label[2:].isascii()]
        return f"P-{max(numbers, default=0) + 1:03}"

    def label_for(self, patient: str) -> str:
        """The patient's label where it is a number, such as P-203, and no plan has it; else `free_label`.

        A name stays out of plan labels: they stand in the names of files.
        """
        with self.database.read() as connection:
            taken = connection.execute(select(plans.c.code).where(plans.c.label == patient).limit(1)).first()
        return patient if _NUMBERED.fullmatch(patient) and taken is None else self.free_label()

    def _listed(self, asked: Select[Any]) -> list[Listed]:
        with self.database.read() as connection:
            codes = [row[0] for row in connection.execute(asked)]
            found = {row.code: row for row in _heads(connection, codes)}
            issued = _issued(connection, codes)
        return [
            Listed(
                code,
                found[code].label,
                found[code].patient_code,
                found[code].patient,
                tuple(issued.get(code, ())),
                found[code].version,
                found[code].changed_at,
            )
            for code in codes
        ]


_LITERAL = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})


def _heads(connection: Connection, codes: Iterable[str]) -> Iterable[Row[Any]]:
    columns = (plans.c.code, plans.c.label, plans.c.patient_code, plans.c.changed_at)
    asked = select(*columns, patients.c.label.label("patient"), drafts.c.version).select_from(
        plans.join(patients).outerjoin(drafts)
    )
    return connection.execute(asked.where(plans.c.code.in_(codes)))


def _issued(connection: Connection, codes: Iterable[str]) -> dict[str, list[int]]:
    asked = select(versions.c.code, versions.c.version).where(versions.c.code.in_(codes)).order_by(versions.c.version)
    found: dict[str, list[int]] = {}
    for code, version in connection.execute(asked):
        found.setdefault(code, []).append(version)
    return found
