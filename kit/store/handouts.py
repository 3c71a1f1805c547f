"""The handouts that were made: when, of which version, and the fingerprint of each file that was kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import desc, select

from kit.plan.plan import Plan
from kit.store.audit import note
from kit.store.database import Database
from kit.store.tables import handouts


@dataclass(frozen=True)
class Handout:
    """One handout: `folder` below the workspace, and SHA-256 by the path of each file in it."""

    code: str
    version: int
    is_draft: bool
    folder: str
    files: Mapping[str, str]
    at: str


@dataclass(frozen=True)
class Handouts:
    """The handouts of a store."""

    database: Database

    def made(self, plan: Plan, folder: str, files: Mapping[str, bytes]) -> None:
        """Note a handout of `plan` whose files were kept in `folder`."""
        digests = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
        row = {"code": plan.code, "version": plan.version, "is_draft": plan.is_draft, "folder": folder}
        row |= {"files": json.dumps(digests, sort_keys=True)}
        row |= {"made_at": self.database.stamp(), "made_by": self.database.who}
        with self.database.write() as connection:
            connection.execute(handouts.insert().values(row))
            note(self.database, connection, f"made a handout of version {plan.version}", plan.code, plan.patient_code)

    def of(self, code: str) -> list[Handout]:
        """The handouts of a plan, the newest first."""
        asked = select(handouts).where(handouts.c.code == code).order_by(desc(handouts.c.id))
        with self.database.read() as connection:
            return [
                Handout(r.code, r.version, r.is_draft, r.folder, json.loads(r.files), r.made_at)
                for r in connection.execute(asked)
            ]


def altered_files(handout: Handout, workspace: Path) -> list[str]:
    """The files of a handout that are missing or no longer what was made."""
    found = []
    for path, digest in handout.files.items():
        file = workspace / handout.folder / path
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            found.append(f"{handout.folder}/{path}")
    return found
