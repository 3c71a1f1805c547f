"""`kit registry`: plans and diaries as a registry, which `kit adherence --log` counts bucket by bucket."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kit.cli.app import HERE, WorkspaceOption, app, one_of, say, say_json, usable_clinic, usable_library
from kit.cli.cohort import Given, StudyOrWorkspace, check_beside, given_by, tell_refused
from kit.words.catalogue import Catalogue
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

    from kit.plan.plan import Plan

FORMS = ("parquet", "fhir")
ENGINES = ("plain", "threads", "spark")


@app.command()
def registry(
    source: StudyOrWorkspace,
    folder: Annotated[Path, typer.Argument(help="A new folder, for the registry.")],
    form: Annotated[str, typer.Option("--as", help="parquet, to be counted; or fhir, for another system.")] = "parquet",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Put plans and diaries into a registry: Parquet files of whole patients, without names, labels and notes.

    SOURCE holds plan files and diaries, in whatever folders below it; or it is a workspace, or a folder that
    `--as fhir` wrote: resources in bulk, a file of lines for each kind, notes and signs with them.
    """
    one_of("as", form, FORMS)
    check_beside(folder, source, "FOLDER")
    with TemporaryDirectory() as place:
        given, rows = _from(source, Path(place))
    if form == "fhir":
        _write_fhir(given.plans, rows, folder, workspace)
    else:
        from kit.cohorts.registry.build import build_registry

        made = build_registry(folder, [(given.plans, rows)])
        patients = len({plan.patient_code for plan in given.plans})
        held = (counted(patients, "patient"), counted(len(rows), "row"), counted(len(made), "bucket"))
        say(f"{folder}: {', '.join(held)}. Count it: kit adherence --log {folder} --engine threads")
    tell_refused(given)


def _from(source: Path, place: Path) -> tuple[Given, pd.DataFrame]:
    import pandas as pd

    from kit.cohorts.given import by_code, checked_rows
    from kit.cohorts.registry.bulk import is_bulk, read_bulk
    from kit.diary.read import frame

    if is_bulk(source):
        plans, rows = read_bulk(source, place)
        return Given(tuple(plans), {}), checked_rows(by_code(plans), rows)
    given = given_by(source)
    rows = pd.concat([frame([]), *(diary.rows for diary in given.diaries.values())])
    return given, checked_rows(by_code(given.plans), rows)


def _write_fhir(plans: Sequence[Plan], rows: pd.DataFrame, folder: Path, workspace: Path) -> None:
    from kit.cohorts.registry.bulk import write_bulk
    from kit.plan.resolved import resolve

    library, clinic = usable_library(workspace), usable_clinic(workspace)
    for path in write_bulk(folder, (resolve(plan, library) for plan in plans), rows, clinic, Catalogue()):
        say(str(path))


def count(folder: Path, day: dt.date, engine: str, master: str | None, as_json: bool) -> None:
    """What `kit adherence --log FOLDER` says of a registry."""
    from kit.cohorts.registry.run import cores, count_registry
    from kit.cohorts.spread import summary

    one_of("engine", engine, ENGINES)
    if master and engine != "spark":
        raise typer.BadParameter(f"is of the engine spark, not of {engine}. Add --engine spark.", param_hint="--master")
    if engine == "spark":
        from kit.cohorts.registry.spark import count_with_spark
        from kit.cohorts.registry.whole import whole

        whole(folder, day)  # Spark would tell it in a page of its own
        found = count_with_spark(folder, day, master)
    else:
        found = count_registry(folder, day, cores() if engine == "threads" else 1, _bar())
    table = summary(found.patients)
    if as_json:
        say_json({"as_of": day.isoformat(), "patients": len(found.patients), "summary": _records(table)})
        return
    from kit.cli.cohort import summary_lines

    say(f"{counted(len(found.patients), 'patient')}, up to {day}.")
    for line in summary_lines(table):
        say(line)


def _bar() -> Callable[[int, int], None] | None:
    """How far it is, on a terminal alone."""
    if not sys.stderr.isatty():
        return None

    def told(done: int, total: int) -> None:
        share = done / max(1, total)
        end = "\n" if done == total else ""
        rows = "row" if total == 1 else "rows"
        typer.echo(
            f"\r[{'#' * round(30 * share):30}] {100 * share:3.0f} %, {done:,} of {total:,} {rows}{end}",
            err=True,
            nl=False,
        )

    return told


def _records(table: pd.DataFrame) -> list[dict[Any, Any]]:
    return table.astype(object).where(table.notna(), None).to_dict("records")
