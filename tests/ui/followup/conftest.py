"""A follow-up's desk on a store with the founding four, issued on 1 June."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kit.plan.plan import Plan
from kit.store.store import Store, open_store
from kit.store.workspace import Workspace
from kit.ui.followup.desk import Desk
from kit.ui.followup.page import FollowUp

START = dt.date(2026, 6, 1)
TODAY = dt.date(2026, 6, 20)
Ask = Callable[..., list[Mapping[str, Any]]]


@pytest.fixture
def store(tmp_path: Path, issued: Plan) -> Iterator[Store]:
    seconds = itertools.count()
    noon = dt.datetime(2026, 6, 20, 12, tzinfo=dt.UTC)
    made = open_store(tmp_path, who="tester", now=lambda: noon + dt.timedelta(seconds=next(seconds)), random=Random(5))
    made.versions.take_in(issued)
    yield made
    made.close()


@pytest.fixture
def page(store: Store, tmp_path: Path) -> FollowUp:
    return FollowUp(Desk(Workspace(tmp_path), store, lambda: TODAY, "tester"))


@pytest.fixture
def ask(page: FollowUp) -> Ask:
    """Sends a wish as the browser does; gives what the kernel sent back beside the views."""

    def send(do: str, *buffers: bytes, **fields: Any) -> list[Mapping[str, Any]]:
        told: list[Mapping[str, Any]] = []
        page.send = lambda content, buffers=None: told.append(content)
        page._heard(page, {"do": do, **fields}, [memoryview(one) for one in buffers])
        return told

    return send
