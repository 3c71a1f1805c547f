"""A registry is built once: plans and diaries go into buckets of whole patients, of about as many rows each.

A patient who alone has more rows than a bucket holds gets one of her own, so that no bucket waits for her.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pandas as pd

from kit.cohorts.registry.bucket import Bucket, buckets_in, write_bucket
from kit.diary.columns import CODE
from kit.errors import Fault, OverwriteError
from kit.plan.plan import Plan

BUCKET = 100_000  # rows: some hundred megabytes while it is counted
Part = tuple[Sequence[Plan], pd.DataFrame]


def build_registry(folder: Path, parts: Iterable[Part], size: int = BUCKET) -> list[Bucket]:
    """Write `parts`, each some whole patients with rows that were held against their plans, into a new registry.

    Raises `OverwriteError` where the folder holds one, `MachineError` where it cannot be written.
    """
    if buckets_in(folder):
        raise OverwriteError(Fault(str(folder), "holds a registry.", "Choose another folder."))
    packed = enumerate(_packed(parts, size))
    return [write_bucket(folder / f"bucket={number:05d}", plans, rows) for number, (plans, rows) in packed]


def _packed(parts: Iterable[Part], size: int) -> Iterator[Part]:
    """Patients one after the other into a bucket, until the next one would make it too large."""
    held: list[Part] = []
    count = 0
    for plans, rows in _patients(parts):
        if held and count + len(rows) > size:
            yield _joined(held)
            held, count = [], 0
        held.append((plans, rows))
        count += len(rows)
    if held:
        yield _joined(held)


def _patients(parts: Iterable[Part]) -> Iterator[Part]:
    """One patient at a time."""
    for plans, rows in parts:
        by_plan = rows.groupby(CODE, sort=False).indices
        whose: dict[str, list[Plan]] = {}
        for plan in plans:
            whose.setdefault(plan.patient_code, []).append(plan)
        for its in whose.values():
            places = [place for code in {plan.code for plan in its} for place in by_plan.get(code, ())]
            yield its, rows.iloc[sorted(places)]


def _joined(parts: Sequence[Part]) -> Part:
    return [plan for plans, _ in parts for plan in plans], pd.concat([rows for _, rows in parts])
