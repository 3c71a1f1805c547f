"""What an import loads."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pandas", "matplotlib", "typst")


@pytest.mark.parametrize(
    ("module", "barred"),
    [("kit", (*HEAVY, "pydantic", "ipywidgets")), ("kit.cli", (*HEAVY, "sqlalchemy", "alembic", "filelock"))],
    ids=["kit", "kit.cli"],
)
def test_import_is_light(module: str, barred: tuple[str, ...]) -> None:
    """Importing the package or its command line loads no heavy library."""
    code = f"import sys, {module}; print([m for m in {barred!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
