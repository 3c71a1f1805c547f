"""`--before`: the version that a plan replaces, from the store of the workspace or from its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.app import plan_file
from kit.plan.plan import Plan
from kit.review.issue import must_follow

if TYPE_CHECKING:
    from kit.store.store import Store

Before = Annotated[
    Path | None,
    typer.Option(
        "--before",
        metavar="PLAN",
        help="The issued file of the version before, where the store does not have it.",
    ),
]


def version_before(plan: Plan, given: Path | None, store: Store | None, workspace: Path) -> Plan | None:
    """The version that `plan` replaces: the file that was `given`, or what the store has.

    Raises `PlanError` for a file that is another version or none that was issued, and as `plan_file` does.
    """
    if given is not None:
        before = plan_file(given, workspace)
        must_follow(plan, before)
        return before
    if plan.replaces is None or store is None or not store.plans.one(plan.code):
        return None
    return store.before(plan)
