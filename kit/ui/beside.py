"""Work that takes a moment, in a thread beside the kernel's own: what the clinician does next never waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

T = TypeVar("T")
_UNDERWAY: set[asyncio.Task[None]] = set()  # a loop holds its tasks weakly: without a name they may be taken away


def beside(work: Callable[[], T], tell: Callable[[T], None]) -> None:
    """Do `work` in a thread, one at a time, and `tell` what came of it in the thread of the caller, once that is free.

    Where no loop runs there is nothing to keep waiting, and both are done at once.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        tell(work())
        return

    async def go() -> None:
        tell(await loop.run_in_executor(_bench(), work))

    task = loop.create_task(go())
    _UNDERWAY.add(task)
    task.add_done_callback(_UNDERWAY.discard)


@cache
def _bench() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "kit-beside")
