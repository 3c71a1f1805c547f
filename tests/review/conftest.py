"""What the tests of the review may ask for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def specification_tables() -> dict[str, Any]:
    """The tables of the corrected specification: flags, cells that changed, facts that conditions need."""
    path = Path(__file__).with_name("corrected_tables.json")
    tables: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tables
