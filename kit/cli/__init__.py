"""The command line: one function a command. It reads, calls one room, prints; it holds no rule of its own.

Exit codes: 0 done, 1 the content has faults (all printed), 2 the command was used wrongly.
Rooms that bring a heavy library are imported by the command that needs them, so that `kit --help` is quick.
"""

from __future__ import annotations

import sys

# Importing a module of commands registers them, in the order that `kit --help` shows.
# isort: off
from kit.cli import lab, library, find, collections, plans, check, issue, handout  # noqa: F401
from kit.cli import diary, adherence, cohort, registry, report, caseload, store, sample, figures  # noqa: F401

# isort: on
from kit.cli.app import app, complain
from kit.errors import KitError


def main(args: list[str] | None = None) -> None:
    """The command `kit`. A `KitError` is printed, never raised; `--debug` shows where it comes from."""
    given = sys.argv[1:] if args is None else args
    debug = "--debug" in given
    try:
        app([word for word in given if word != "--debug"])
    except KitError as error:
        if debug:
            raise
        complain(error)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)
