"""Drawing needs the extra `draw`; without it the tests of the committed pictures alone are run, outside of CI."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

ABSENT = [name for name in ("anny", "scipy", "PIL", "resvg_py") if importlib.util.find_spec(name) is None]
LIGHT = {"test_pictures.py", "test_record.py"}
collect_ignore: list[str] = []
if ABSENT and os.environ.get("CI") != "true":
    collect_ignore += [path.name for path in Path(__file__).parent.glob("test_*.py") if path.name not in LIGHT]


def pytest_report_header() -> str | None:
    if not ABSENT:
        return None
    return (
        f"atelier: {', '.join(ABSENT)} is not installed, drawing is not tested; install it with: uv sync --all-extras"
    )
