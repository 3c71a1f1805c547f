"""What a clinician keeps for herself: her templates, her usual doses, favourites, settings. Each is plain data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from kit.store.database import Database
from kit.store.tables import preferences

Kind = Literal["template", "dose", "favourite", "setting"]


@dataclass(frozen=True)
class Preferences:
    """The preferences of a store, by kind and name."""

    database: Database

    def keep(self, kind: Kind, name: str, data: Any) -> None:
        """Keep `data` (as JSON can say it) under a name, in place of what was there."""
        of = (preferences.c.kind == kind) & (preferences.c.name == name)
        row = {"kind": kind, "name": name, "document": json.dumps(data, ensure_ascii=False, sort_keys=True)}
        with self.database.write() as connection:
            connection.execute(preferences.delete().where(of))
            connection.execute(preferences.insert().values(**row, changed_at=self.database.stamp()))

    def drop(self, kind: Kind, name: str) -> None:
        """Keep nothing under this name."""
        of = (preferences.c.kind == kind) & (preferences.c.name == name)
        with self.database.write() as connection:
            connection.execute(preferences.delete().where(of))

    def of(self, kind: Kind, name: str) -> Any:
        """What is kept under this name; None where nothing is."""
        asked = select(preferences.c.document).where((preferences.c.kind == kind) & (preferences.c.name == name))
        with self.database.read() as connection:
            document = connection.execute(asked).scalar_one_or_none()
        return None if document is None else json.loads(document)

    def all(self, kind: Kind) -> dict[str, Any]:
        """Everything of one kind by its name, in order of the names."""
        asked = select(preferences).where(preferences.c.kind == kind).order_by(preferences.c.name)
        with self.database.read() as connection:
            return {row.name: json.loads(row.document) for row in connection.execute(asked)}
