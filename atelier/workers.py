"""One job for each of many exercises, spread over the processors: a process each, with one thread for its sums."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
# Threads of one sum: on arrays as small as ours they cost more than they bring, and fight for the processors.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def each(job: Callable[[str], T], ids: Sequence[str]) -> Iterator[T]:
    """What `job`, a function of a module, gives for each exercise, in order. One alone is done in this process."""
    if len(ids) < 2:
        yield from map(job, ids)
        return
    # Started new, not split off: numpy reads the number of threads when it is loaded.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(len(ids), os.cpu_count() or 1), mp_context=fresh) as pool:
        with _one_thread():
            found = pool.map(job, ids)
        yield from found


@contextmanager
def _one_thread() -> Iterator[None]:
    """Processes that are started meanwhile take one thread for a sum."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
