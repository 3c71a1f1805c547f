"""A desk on an empty workspace, and the founding four on it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.store.workspace import Workspace
from kit.ui.desk import FIRST_OFFER, Desk

TODAY = dt.date(2026, 6, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Workspace(tmp_path), TODAY)


@pytest.fixture
def four_on(desk: Desk) -> Desk:
    """The desk with the founding four as a draft."""
    desk.do({"do": "template", "template": FIRST_OFFER})
    return desk
