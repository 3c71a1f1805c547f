"""The traces of a patient: his codes and labels, and where they stand in texts and files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, func, select

from kit.errors import ContentError, Fault
from kit.plan.code import plain_code
from kit.store.file import beside
from kit.store.place import FILE
from kit.store.tables import diary_rows, handouts, patients, plans, taken_files
from kit.words.numbers import counted

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Traces:
    """Of one patient: `plans` by code with their labels, `folders` of handouts, plan `files` with their digests."""

    patient_code: str
    label: str
    plans: dict[str, str]
    folders: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    diary_rows: int

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.patient_code, *self.plans)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple({*filter(None, (self.label, *self.plans.values()))})

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # "P-001" is not meant by "P-0011", nor by "XP-001"; a code is meant however it is written.
        loose = [r"[ \-–.\u00a0]?".join(code) for code in self.codes]
        either = "|".join([*loose, *map(re.escape, self.labels)])
        return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether the text names him."""
        return bool(self._pattern.search(text))


def traces_of(connection: Connection, word: str) -> Traces:
    """The traces of the patient with this label or code. Raises `ContentError` for none, and for several."""
    code = plain_code(word)
    asked = select(patients).where((patients.c.code == code) | (patients.c.label == word)).order_by(patients.c.code)
    found = connection.execute(asked).all()
    if not found:
        raise ContentError(_unknown(connection, word))
    if len(found) > 1:
        codes = " and ".join(row.code for row in found)
        what = f"“{word}” is the label of {counted(len(found), 'patient')}: {codes}."
        raise ContentError(Fault("patient", what, "Give the code of the one that you mean."))
    patient = found[0]
    his = select(plans.c.code).where(plans.c.patient_code == patient.code)
    labels = select(plans.c.code, plans.c.label).where(plans.c.patient_code == patient.code).order_by(plans.c.code)
    folders = select(handouts.c.folder).where(handouts.c.code.in_(his)).distinct().order_by(handouts.c.folder)
    files = select(taken_files.c.path, taken_files.c.digest).where(taken_files.c.code.in_(his))
    rows = select(func.count()).select_from(diary_rows).where(diary_rows.c.code.in_(his))
    return Traces(
        patient.code,
        patient.label,
        {row.code: row.label for row in connection.execute(labels)},
        tuple(connection.execute(folders).scalars()),
        tuple((row.path, row.digest) for row in connection.execute(files.order_by(taken_files.c.path))),
        connection.execute(rows).scalar_one(),
    )


def files_with(traces: Traces, workspace: Path) -> Iterator[Path]:
    """The files of the workspace that name him, by their own name or within; the store itself is not looked into."""
    own = {workspace / FILE, *beside(workspace / FILE)}
    for path in sorted(workspace.rglob("*")):
        if path not in own and (traces.are_in(path.name) or (path.is_file() and _holds(path, traces))):
            yield path


def _holds(path: Path, traces: Traces) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            end = ""
            while text := file.read(_CHUNK):
                if traces.are_in(end + text):
                    return True
                end = text[-100:]
    except OSError:
        return False
    return False


def _unknown(connection: Connection, word: str) -> Fault:
    asked = select(plans.c.patient_code).where((plans.c.label == word) | (plans.c.code == plain_code(word)))
    owners = sorted({*connection.execute(asked).scalars()})
    if owners:
        what = f"“{word}” is no patient's label or code, but a plan's."
        return Fault("patient", what, f"Give the patient's code: {' or '.join(owners)}.")
    return Fault("patient", f"“{word}” is no patient's label or code in this store.", "Copy it from the list of plans.")
