"""What every command shares: the application, its options, and the three ways to print."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from kit.clinic import Clinic
from kit.errors import Fault, KitError, PlanError
from kit.library.library import Library
from kit.plan.document import read_plan
from kit.plan.plan import Plan
from kit.store.workspace import Workspace

app = typer.Typer(
    help="Homestretch: exercise plans, handouts and diaries for physiotherapists.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
WorkspaceOption = Annotated[
    Path, typer.Option("--workspace", exists=True, file_okay=False, help="Folder with clinic.toml and own exercises.")
]
PlanFile = Annotated[Path, typer.Argument(help="A plan file.")]
PlanFiles = Annotated[list[Path], typer.Argument(help="One or more plan files.")]
Date = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"])]
HERE = Path()


def plan_and_library(path: Path, workspace: Path) -> tuple[Plan, Library]:
    """The plan and the exercises as it means them. Raises `PlanError` for a plan that cannot be handed out."""
    plan = read_plan(path)
    known = plan.library(usable_library(workspace))
    refuse_faulty(plan, known)
    return plan, known


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


def refuse_faulty(plan: Plan, known: Library) -> None:
    """Raises `PlanError` with what keeps the plan from being handed out."""
    faults = plan.faults(known)
    if faults:
        raise PlanError(faults)


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
