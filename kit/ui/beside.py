"""Work that takes a moment, in a thread beside the kernel's own: what the clinician does next never waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

T = TypeVar("T")


def beside(work: Callable[[], T], tell: Callable[[Callable[[], T]], None]) -> None:
    """Do `work` in a thread, one at a time. Then `tell` is called in the thread of the caller, once that is free, with
    what gives the outcome, or raises what hindered it.

    Where no loop runs there is nothing to keep waiting, and both are done at once.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        tell(work)
    else:
        loop.run_in_executor(_bench(), work).add_done_callback(lambda done: tell(done.result))


@cache
def _bench() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "kit-beside")
