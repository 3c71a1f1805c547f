"""A desk on an empty workspace, and the founding four on it."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest

from kit.store.store import open_store
from kit.store.workspace import Workspace
from kit.ui.planner.desk import Desk
from kit.ui.planner.messages import WISHES, DeskWish
from kit.ui.planner.offers import FIRST_OFFER
from kit.ui.planner.shown import Work
from kit.ui.planner.start_shown import Start

TODAY = dt.date(2026, 6, 1)
NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)

RANDOM = Random(3)  # of all desks of a run: no two plans get one code

Desks = Callable[[], Desk]


@pytest.fixture(autouse=True)
def no_loop() -> Iterator[None]:
    """A browser that was driven in this process leaves its loop running in it: here none runs."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)


def desk_on(folder: Path) -> Desk:
    """A desk with a store of its own, whose clock goes on by a second at each look."""
    seconds = itertools.count()
    store = open_store(folder, who="tester", now=lambda: NOON + dt.timedelta(seconds=next(seconds)), random=RANDOM)
    return Desk(Workspace(folder), store, TODAY)


def asked(desk: Desk, wish: dict[str, Any]) -> str:
    """Ask the desk as the page does: the wish is checked first."""
    return desk.do(cast(DeskWish, WISHES.read(wish)))


def start_of(desk: Desk) -> Start:
    """What the page shows while no plan is in hand."""
    view = desk.view()
    assert view["plan"] is None
    return view


def work_of(desk: Desk) -> Work:
    """What the page shows of the plan in hand."""
    view = desk.view()
    assert view["plan"] is not None
    return view


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Opens desks on one workspace, each with a store of its own, as another tab or another program would."""
    opened: list[Desk] = []

    def make() -> Desk:
        opened.append(desk_on(tmp_path))
        return opened[-1]

    yield make
    for desk in opened:
        desk.store.close()


@pytest.fixture
def desk(desks: Desks) -> Desk:
    return desks()


@pytest.fixture
def four_on(desk: Desk) -> Desk:
    """The desk with the founding four as a draft."""
    desk.do({"do": "template", "template": FIRST_OFFER})
    return desk
