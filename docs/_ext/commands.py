"""The reference of the command line, written by typer's own `utils docs` from the commands themselves."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from sphinx.application import Sphinx

PAGE = "reference/commands.md"
# A list of commands whose sentences are cut short; the page's own table of contents says the same.
_CUT_LIST = re.compile(r"\*\*Commands\*\*:\n\n(?:\* .*\n)+\n?")
_INTRODUCTION = """\
Exit codes: 0 done, 1 the content has faults or unanswered findings (all are printed), 2 the command was used wrongly.
`--debug` shows where a fault was raised. Before each command stands `uv run` in a checkout."""


def write(app: Sphinx) -> None:
    """Write the page: every command with its arguments and options, as `--help` says them."""
    command = [
        sys.executable,
        "-m",
        "typer",
        "kit.cli",
        "utils",
        "docs",
        "--name",
        "kit",
        "--title",
        "The command line",
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    title, rest = said.split("\n", 1)
    text = _CUT_LIST.sub("", f"{title}\n\n{_INTRODUCTION}\n{rest}")
    path = Path(app.srcdir) / PAGE
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
