"""`kit cohort`: adherence of many patients, with the figures and the paragraph of a paper."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kit.cli.app import Date, Json, app, say, say_json, warn, warn_of
from kit.cli.diary import opened
from kit.errors import quoted
from kit.store.place import has_store
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

    from kit.cohorts.cohort import Cohort
    from kit.diary.read import Diary, Reject
    from kit.errors import Fault
    from kit.plan.plan import Plan

_NAMED = 3  # rows that are refused for one reason and named

StudyOrWorkspace = Annotated[
    Path, typer.Argument(exists=True, file_okay=False, help="Plans and diaries, or a workspace.")
]


@dataclass(frozen=True)
class Given:
    """What a folder or a store holds; `notice` where its patients are made up."""

    plans: tuple[Plan, ...]
    diaries: dict[str, Diary]  # by the name of the file, or of the plan
    faults: tuple[Fault, ...] = ()
    notice: str = ""


@app.command()
def cohort(
    folder: StudyOrWorkspace,
    as_of: Date = None,
    weeks: Annotated[int | None, typer.Option(min=1, help="Of each patient, the first weeks alone.")] = None,
    groups: Annotated[int, typer.Option(min=1, help="How many trajectories.")] = 3,
    out: Annotated[
        Path | None, typer.Option("-o", help="Folder for tables, figures and the methods paragraph.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show the adherence of many patients: mean and median of patients, and the pooled ratio of sessions.

    FOLDER holds plan files and diaries, in whatever folders below it; or it is a workspace.
    """
    from kit.cohorts.cohort import cohort as measured

    day = counted_up_to(as_of)
    if out is not None:
        check_beside(out, folder, "-o")
    given = given_by(folder)
    found = measured(given.plans, list(given.diaries.values()), day, weeks=weeks)
    if as_json:
        say_json(_as_dict(found, given))
    else:
        for line in (*([given.notice] if given.notice else ()), *_said(found), *found.methods().values()):
            say(line)
    if out is not None:
        from kit.cohorts.written import write_cohort

        warn(f"{counted(len(write_cohort(found, out, groups)), 'file')} in {out}.")
    tell_refused(given)


def counted_up_to(as_of: Date) -> dt.date:
    """The day that is asked for, else today. Raises `ContentError` for one that is yet to come."""
    from kit.adherence.asked_period import check_come

    today = dt.date.today()
    day = as_of.date() if as_of else today
    check_come(day, today)
    return day


def check_beside(out: Path, folder: Path, option: str) -> None:
    """Raises typer's own complaint (exit code 2) where what is written would be read as part of the study."""
    if out.resolve().is_relative_to(folder.resolve()) and not has_store(folder):
        what = f"{quoted(str(out))} stands in the folder that is read, where its files would be taken for diaries."
        raise typer.BadParameter(f"{what} Choose one outside of it.", param_hint=option)


def given_by(folder: Path) -> Given:
    """The plans and diaries of a folder or a workspace."""
    return _from_store(folder) if has_store(folder) else _from_files(folder)


def tell_refused(given: Given) -> None:
    """Tell what was left out. Raises `Exit` with code 1 where anything was."""
    warn_of(given.faults)
    for name, diary in given.diaries.items():
        for why, its in alike(diary.rejects):
            warn(f"{name}, {its}: {why}")
    if given.faults or any(diary.rejects for diary in given.diaries.values()):
        raise typer.Exit(1)


def alike(rejects: Iterable[Reject]) -> Iterator[tuple[str, str]]:
    """Each reason once, with the rows that it is said of."""
    rows: dict[str, list[int]] = defaultdict(list)
    for reject in rejects:
        rows[reject.why].append(reject.row)
    for why, its in rows.items():
        more = f" and {counted(len(its) - _NAMED, 'more row')}" if len(its) > _NAMED else ""
        named = ", ".join(map(str, its[:_NAMED]))
        yield why, f"row{'s' * (len(its) > 1)} {named}{more}"


def _from_files(folder: Path) -> Given:
    from kit.cohorts.folder import read_study

    study = read_study(folder)
    faults = [*study.faults, *(fault for diary in study.diaries.values() for fault in diary.faults)]
    return Given(study.plans, study.diaries, tuple(faults))


def _from_store(workspace: Path) -> Given:
    """All issued versions, with the rows of their diaries."""
    from kit.samples.kept import NOTICE, is_sample

    plans: list[Plan] = []
    diaries = {}
    with opened(workspace) as store:
        for one in store.plans.recent(most=store.plans.count()):
            its = store.versions.all(one.code)
            if its:
                plans += its
                diaries[f"diary of {one.code}"] = store.diaries.of(one.code)
        notice = NOTICE if is_sample(store) else ""
    return Given(tuple(plans), diaries, notice=notice)


def _said(found: Cohort) -> Iterator[str]:
    yield f"{counted(len(found.patients), 'patient')}, up to {found.as_of}."
    yield from summary_lines(found.summary)
    silent = int(found.patients["last_logged"].isna().sum())
    yield f"Who logged nothing: {counted(silent, 'patient')}."
    if found.later:
        yield f"Rows of days after {found.as_of}, which do not count: {found.later:,}."


def summary_lines(table: pd.DataFrame) -> Iterator[str]:
    """A line for each row of SUMMARY."""
    from kit.cohorts.cohort import summary_cells

    for row in table.to_dict("records"):
        name, patients, mean, sure, median, half, pooled, sessions = summary_cells(row)
        between = f" ({sure})" if sure else ""
        yield (
            f"{name}: mean {mean}{between}, median {median} ({half}) of {counted(int(patients), 'patient')}; "
            f"pooled {pooled} ({sessions} sessions)."
        )
    apart = int(table["apart"].iloc[0])
    if apart:
        yield f"Counted apart, with fewer than 3 sessions due: {counted(apart, 'patient')}."


def _as_dict(found: Cohort, given: Given) -> dict[str, Any]:
    tables = {"summary": found.summary, "weeks": found.by_week, "missing": found.missing, "reasons": found.reasons}
    return {
        "synthetic": bool(given.notice),
        "patients": len(found.patients),
        "as_of": found.as_of.isoformat(),
        "refused": found.refused,
        "later": found.later,
        **{name: _records(table) for name, table in tables.items()},
        "methods": found.methods(),
        "faults": [fault.as_dict() for fault in given.faults],
    }


def _records(table: Any) -> list[dict[str, Any]]:
    return list(table.astype(object).where(table.notna(), None).to_dict("records"))
