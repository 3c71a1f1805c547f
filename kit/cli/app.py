"""What every command shares: the application, its options, and the three ways to print."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import kit
from kit.clinic import Clinic
from kit.errors import ContentError, Fault, KitError, quoted
from kit.files import read_text
from kit.library.library import Library
from kit.plan.document import read_plan_file
from kit.plan.plan import ALTERED, MAX_VERSION, Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.store.place import has_store
from kit.store.workspace import USUAL, Workspace, usual_workspace
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.store.store import Store

app = typer.Typer(
    help="Homestretch: exercise plans, handouts and diaries for physiotherapists.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(is_asked: bool) -> None:
    if is_asked:
        say(f"homestretch {kit.__version__}")
        raise typer.Exit


@app.callback()
def _all(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and end.")
    ] = False,
) -> None:
    """Exercise plans, handouts and diaries for physiotherapists."""


Json = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
HERE = Path()


def _workspace(context: typer.Context, given: Path) -> Path:
    """The folder that was named, else the workspace that is found; one that is not the present folder is told."""
    source = context.get_parameter_source("workspace")
    if source is None or source.name != "DEFAULT":
        return given
    found = usual_workspace(HERE)
    if found != HERE:
        warn(f"Workspace: {found}")
    return found


_USUAL: Any = {  # of each command's --workspace
    "file_okay": False,
    "callback": _workspace,
    "show_default": f"this folder, or {USUAL} in it where that alone is a workspace",
}
WorkspaceOption = Annotated[
    Path, typer.Option("--workspace", exists=True, help="Folder with clinic.toml and own exercises.", **_USUAL)
]
WorkspaceFolder = Annotated[Path, typer.Option("--workspace", help="The folder with clinic.db.", **_USUAL)]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help="A plan file.")]
PlanFiles = Annotated[list[Path], typer.Argument(help="One or more plan files.")]


def a_day(text: str) -> dt.datetime:
    """The day that an option gives. Raises typer's own complaint (exit code 2) where it is none."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        what = f"{quoted(text)} is no day of the calendar, as year, month and day. Write it like 2026-06-29."
        raise typer.BadParameter(what) from None


Date = Annotated[dt.datetime | None, typer.Option(parser=a_day, metavar="YYYY-MM-DD")]
_TOLD = 10  # places of an altered plan that are named one by one


def plan_file(path: Path, workspace: Path = HERE) -> Plan:
    """The plan in a file; what has to be told about the file is told.

    Raises `ContentError` for one that breaks a rule, and for an issued one that was altered, with what was altered
    where the store of the workspace knows the original.
    """
    try:
        found = read_plan_file(path)
    except ContentError as error:
        raise ContentError([*error.faults, *_alterations(path, workspace)]) from None
    warn_of(found.notices)
    if not found.plan.is_draft:
        altered = _alterations(path, workspace)
        if altered:  # and its seal was made anew
            raise ContentError([Fault(path.name, ALTERED, ""), *altered])
    return found.plan


@contextmanager
def store_of(workspace: Path, who: str) -> Iterator[Store | None]:
    """The store of the workspace, open for `who`; None where it has none, and none is made."""
    if not has_store(workspace):
        yield None
        return
    from kit.store.store import open_store

    store = open_store(workspace, who=who, now=lambda: dt.datetime.now(dt.UTC))
    try:
        yield store
    finally:
        store.close()


def _alterations(path: Path, workspace: Path) -> list[Fault]:
    """In what an issued plan's file differs from the original, where the store knows it."""
    try:
        data = json.loads(read_text(path))
    except (KitError, ValueError, RecursionError):
        return []
    if not isinstance(data, dict) or not {"issued", "seal", "snapshot"} & data.keys():
        return []
    version = data.get("version")
    if not isinstance(version, int) or not 1 <= version <= MAX_VERSION:
        return []
    try:
        with store_of(workspace, "kit") as store:
            places = store.versions.alterations(data) if store else []
    except KitError as error:  # the file is judged without the store, as in a workspace that has none
        complain(error)
        return []
    more = [f"and {counted(len(places) - _TOLD, 'more place')}"] if len(places) > _TOLD else []
    return [Fault(path.name, f"{place}.", "") for place in [*places[:_TOLD], *more]]


def resolved_plan(path: Path, workspace: Path) -> ResolvedPlan:
    """The plan with its exercises. Raises `PlanError` for a plan that cannot be handed out."""
    return resolve(plan_file(path, workspace), usable_library(workspace)).sound()


def usable_library(workspace: Path) -> Library:
    """The exercises without a fault; the faults of the others are told."""
    library, faults = Workspace(workspace).usable()
    warn_of(faults)
    return library


def usable_clinic(workspace: Path) -> Clinic:
    """The clinic's settings without a fault; the faults of the others are told."""
    clinic, faults = Workspace(workspace).clinic()
    warn_of(faults)
    return clinic


def clinic_to_issue(workspace: Path) -> Clinic:
    """As `usable_clinic`. Raises `ContentError` for a fault that may concern a limit."""
    clinic, faults = Workspace(workspace).clinic_to_issue()
    warn_of(faults)
    return clinic


def one_of(option: str, value: str | None, known: tuple[str, ...]) -> None:
    """Raises typer's own complaint (exit code 2) when an option's value is not known."""
    if value is not None and value not in known:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}.", param_hint=f"--{option}")


def say(line: str) -> None:
    typer.echo(line)


def say_json(data: Any) -> None:
    say(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def warn(line: str) -> None:
    typer.echo(line, err=True)


def warn_of(faults: Iterable[Fault]) -> None:
    for fault in faults:
        warn(str(fault))


def complain(error: KitError) -> None:
    warn_of(error.faults)
