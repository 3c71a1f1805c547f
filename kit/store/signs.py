"""The signs for help that somebody has dealt with: who signed so is added, and never changed or taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, insert, select

from kit.store.audit import note
from kit.store.database import Database
from kit.store.rows import hold
from kit.store.tables import plans, signs_dealt

if TYPE_CHECKING:
    from kit.followup.signs import Dealt


@dataclass(frozen=True)
class SignsDealt:
    """What was signed about the signs of each plan."""

    database: Database

    def keep(self, code: str, dealt: Dealt) -> None:
        """Keep that a sign was dealt with. Raises `ContentError` where the plan is not here, `MachineError`."""
        with self.database.write() as connection:
            hold(connection, code)
            stamp = {"made_at": self.database.stamp(), "made_by": self.database.who}
            connection.execute(insert(signs_dealt).values(code=code, document=dealt.model_dump_json(), **stamp))
            patient = connection.execute(select(plans.c.patient_code).where(plans.c.code == code)).scalar_one()
            note(self.database, connection, f"{dealt.by} dealt with a sign for help", code, patient)

    def of(self, code: str) -> tuple[Dealt, ...]:
        """Everything that was signed about a plan, the oldest first."""
        return self._read(select(signs_dealt.c.document).where(signs_dealt.c.code == code))

    def all(self) -> tuple[Dealt, ...]:
        """Everything that was signed, the oldest first."""
        return self._read(select(signs_dealt.c.document))

    def _read(self, asked: Select[Any]) -> tuple[Dealt, ...]:
        from kit.followup.signs import Dealt  # brings pandas

        asked = asked.order_by(signs_dealt.c.id)
        with self.database.read() as connection:
            return tuple(Dealt.model_validate_json(row.document) for row in connection.execute(asked))
