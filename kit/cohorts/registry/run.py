"""Counting a registry: each bucket is counted by itself and writes its own result, so a run goes on where it ended.

Threads share the work: what takes time is array work, during most of which Python lets other threads run, and processes
would each load pandas and hand every frame over. Large buckets go first, so that the last one to end is a small one.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kit.cohorts.frames import PATIENT_WEEKS, PATIENTS
from kit.cohorts.registry.bucket import Bucket, buckets_in, put_table
from kit.cohorts.registry.counted import Counted, counted_patients, in_order
from kit.cohorts.registry.whole import whole

Progress = Callable[[int, int], None]  # rows done, of all
_MARK = b"counted-of"  # in a result: what its bucket was like, and up to which day
_WEEKS, _PATIENTS = "weeks", "patients"


def count_registry(folder: Path, as_of: dt.date, threads: int = 1, progress: Progress | None = None) -> Counted:
    """PATIENT_WEEKS and PATIENTS of all patients up to `as_of`, in the order of their codes.

    A bucket that was counted before, up to the same day and unchanged since, is not counted again. Raises
    `ContentError` where the registry is none that can be counted (`whole`), `MachineError` where a result cannot be
    written.
    """
    run_registry(folder, as_of, threads, progress)
    return results(folder, as_of)


def run_registry(folder: Path, as_of: dt.date, threads: int = 1, progress: Progress | None = None) -> int:
    """Count what is not counted yet, and give how many buckets that were. Raises as `count_registry`."""
    buckets = {bucket: bucket.rows for bucket in whole(folder, as_of)}
    todo = sorted((one for one in buckets if not _is_counted(one, as_of)), key=lambda one: -buckets[one])
    total, done = sum(buckets.values()), sum(buckets.values()) - sum(buckets[one] for one in todo)
    gc.freeze()  # what is loaded by now stays, so that the collector need not go through it again with each bucket
    try:
        for bucket in _finished(todo, as_of, threads):
            done += buckets[bucket]
            if progress:
                progress(done, total)
    finally:
        gc.unfreeze()
    return len(todo)


def results(folder: Path, as_of: dt.date) -> Counted:
    """What a run has written."""
    buckets = buckets_in(folder)
    found = Counted(
        _read([_result(one, as_of, _WEEKS) for one in buckets], PATIENT_WEEKS),
        _read([_result(one, as_of, _PATIENTS) for one in buckets], PATIENTS),
    )
    return in_order(found)


def _read(paths: list[Path], columns: dict[str, str]) -> pd.DataFrame:
    found: pd.DataFrame = pa.concat_tables([pq.read_table(path) for path in paths]).to_pandas()
    return found.astype(columns)


def cores() -> int:
    """How many threads this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _finished(todo: list[Bucket], as_of: dt.date, threads: int) -> Iterator[Bucket]:
    """Each bucket once its result is written; no more are begun than there are threads, so that memory stays flat."""
    left = iter(todo)
    with ThreadPoolExecutor(threads) as pool:
        running: dict[Future[None], Bucket] = {}
        try:
            while True:
                for bucket in left:
                    running[pool.submit(_count, bucket, as_of)] = bucket
                    if len(running) == threads:
                        break
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    future.result()
                    yield running.pop(future)
        finally:
            pool.shutdown(cancel_futures=True)


def _count(bucket: Bucket, as_of: dt.date) -> None:
    """Count a bucket and put its result in place; that of the patients last, which says that both are there."""
    mark = _marked(bucket, as_of)
    found = counted_patients(bucket.plans(), bucket.diaries(), as_of)
    _put(found.weeks, _result(bucket, as_of, _WEEKS), mark)
    _put(found.patients, _result(bucket, as_of, _PATIENTS), mark)


def _put(frame: pd.DataFrame, path: Path, mark: bytes) -> None:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    put_table(table.replace_schema_metadata({**(table.schema.metadata or {}), _MARK: mark}), path)


def _is_counted(bucket: Bucket, as_of: dt.date) -> bool:
    mark = _marked(bucket, as_of)
    paths = [_result(bucket, as_of, kind) for kind in (_WEEKS, _PATIENTS)]
    return all(_mark_in(path) == mark for path in paths)


def _mark_in(path: Path) -> bytes | None:
    """That of a result; none where there is no result, or a damaged one."""
    try:
        return (pq.read_schema(path).metadata or {}).get(_MARK)
    except (pa.ArrowException, OSError):
        return None


def _marked(bucket: Bucket, as_of: dt.date) -> bytes:
    return f"{as_of} {bucket.mark}".encode()


def _result(bucket: Bucket, as_of: dt.date, kind: str) -> Path:
    return bucket.folder.parent / f"adherence-{as_of}" / f"{bucket.name}-{kind}.parquet"
