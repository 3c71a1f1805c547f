"""A study of synthetic patients as files: a folder for each, with the versions of the plan and the diaries."""

from __future__ import annotations

import datetime as dt
from os import PathLike
from pathlib import Path

from kit.files import write_atomic
from kit.given import checked
from kit.plan.document import to_document
from kit.samples.clinic import clinic


@checked
def sample_study(folder: str | PathLike[str], seed: int, patients: int, on: dt.date) -> None:
    """Write so many of them into `folder`, as they stand on the day `on`. The same seed gives the same bytes.

    Raises `ContentError` for no patients or too many, `MachineError` where it cannot be written.
    """
    for number, patient in enumerate(clinic(seed, patients, on), 1):
        own = Path(folder) / f"patient-{number:03d}"
        for plan in patient.plans:
            write_atomic(own / f"plan-v{plan.version}.json", to_document(plan).encode())
        for sheet in patient.sheets:
            write_atomic(own / sheet.name, sheet.content)
