"""A cohort as files for a paper: the frames as CSV, the figures as PDF and SVG, the methods paragraph as text."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

import pandas as pd

from kit.cohorts.charts.pictures import PICTURES
from kit.cohorts.cohort import Cohort
from kit.cohorts.methods import paragraph
from kit.cohorts.trajectories import GROUPS
from kit.diary.cells import spreadsheet_safe
from kit.errors import ContentError
from kit.files import write_atomic
from kit.given import checked
from kit.statistics.persistence import GAPS

_VECTOR = ("pdf", "svg")


@checked
def write_cohort(its: Cohort, folder: str | PathLike[str], groups: int = GROUPS) -> list[Path]:
    """Write all of it into `folder`, in place of files of the same names. Patients stand there by their code alone.

    Where there are too few patients for so many groups, trajectories are left out. Raises `MachineError` where it
    cannot be written.
    """
    base = Path(folder)
    told = _groups_told(its, groups)
    written = []
    for name, table in _tables(its, told):
        written.append(base / f"{name}.csv")
        write_atomic(written[-1], _safe(table).to_csv(index=False, lineterminator="\r\n").encode())
    for picture in PICTURES:
        figure = its.chart(picture, groups=told if picture == "heat" else None)
        for kind in _VECTOR:
            written.append(base / f"{picture}.{kind}")
            figure.save(written[-1])
    written.append(base / "methods.txt")
    write_atomic(written[-1], f"{paragraph(its.methods(told))}\n".encode())
    return written


def _safe(table: pd.DataFrame) -> pd.DataFrame:
    """With the texts as a spreadsheet takes them for texts."""
    texts: list[str] = [*table.select_dtypes("string").columns]
    return table.assign(**{name: table[name].map(spreadsheet_safe, na_action="ignore") for name in texts})


def _groups_told(its: Cohort, groups: int) -> int | None:
    try:
        its.trajectories(groups)
    except ContentError:
        return None
    return groups


def _tables(its: Cohort, groups: int | None) -> Iterator[tuple[str, pd.DataFrame]]:
    yield "patients", its.patients
    yield "patient-weeks", its.patient_weeks
    yield "patient-exercises", its.patient_exercises
    yield "summary", its.summary
    yield "weeks", its.by_week
    yield "missing", its.missing
    yield "reasons", its.reasons
    yield "tolerance", its.tolerance
    yield "tolerated", its.tolerated
    yield "persistence", its.persistence
    yield "events", its.events
    yield "episodes", pd.concat([its.episodes(gap).assign(gap_allowed=gap) for gap in GAPS])
    yield "cma", its.cmas
    if groups:
        found = its.trajectories(groups)
        yield "trajectories", found.members
        yield "trajectory-groups", found.table
