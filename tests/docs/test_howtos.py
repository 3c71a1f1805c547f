"""The how-tos are notebooks that anybody may paste anywhere, and run again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "howto"
TOGETHER = ("own-exercise", "own-texts", "store")  # one workspace
ALONE = [(page.stem,) for page in sorted(PAGES.glob("*.md")) if page.stem not in (*TOGETHER, "index")]
RUN = """
import sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in sys.argv[1:]:
    shell.run_cell(cell).raise_error()
"""


def cells(page: str) -> list[str]:
    """The cells that a reader sees, without their options."""
    found = re.findall(
        r"```\{code-cell\}\n(?:---\n.*?\n---\n)?(.*?)```", (PAGES / f"{page}.md").read_text("utf-8"), re.S
    )
    return [cell for cell in found if ":tags: [remove-cell]" not in cell]


@pytest.mark.parametrize("pages", [*ALONE, TOGETHER], ids=" ".join)
def test_a_how_to_runs_twice_in_any_folder(pages: tuple[str, ...], tmp_path: Path) -> None:
    """In an empty folder, one after the other, and all of them once more: no cell fails."""
    assert all(cells(page) for page in pages)
    commands = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-c", RUN, *(cell for _ in range(2) for page in pages for cell in cells(page))],
        cwd=tmp_path,
        env={**os.environ, "PATH": commands, "IPYTHONDIR": str(tmp_path / ".ipython")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:]
