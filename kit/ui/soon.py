"""Work that waits a moment, for what is quicker; done at once where nothing can wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Soon:
    """Does one thing `pause_s` seconds after it was last asked for, in the loop that asks.

    Where no loop runs, as in a script, it is done at once.
    """

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s
        self._waits: asyncio.TimerHandle | None = None

    def __call__(self, act: Callable[[], None]) -> None:
        if self._waits:
            self._waits.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            act()
        else:
            self._waits = loop.call_later(self._pause_s, act)
