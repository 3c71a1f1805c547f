"""A registry is built once: plans and diaries go into buckets of whole patients, of about as many rows each.

A patient who alone has more rows than a bucket holds gets one of her own, so that no bucket waits for her.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pandas as pd

from kit.cohorts.registry.bucket import Bucket, buckets_in, write_bucket
from kit.cohorts.registry.whole import LIST_FILE, list_buckets
from kit.diary.columns import CODE
from kit.errors import Fault, OverwriteError
from kit.files import locked, make_folder
from kit.plan.plan import Plan

BUCKET = 250_000  # rows: some hundred megabytes while it is counted
Part = tuple[Sequence[Plan], pd.DataFrame]


def build_registry(folder: Path, parts: Iterable[Part], size: int = BUCKET) -> list[Bucket]:
    """Write `parts`, each some whole patients with rows that were held against their plans, into a new registry.

    Raises `OverwriteError` where the folder holds one, or half of one; `MachineError` where it cannot be written, or
    another program builds one there.
    """
    make_folder(folder)
    with locked(folder / LIST_FILE):
        if buckets_in(folder):
            raise OverwriteError(Fault(str(folder), "holds a registry.", "Choose another folder."))
        packed = enumerate(_packed(parts, size))
        made = [write_bucket(folder / f"bucket={number:05d}", plans, rows) for number, (plans, rows) in packed]
        list_buckets(folder, made)
    return made


def _packed(parts: Iterable[Part], size: int) -> Iterator[Part]:
    """Patients one after the other into a bucket, until the next one would make it too large."""
    held: list[Part] = []
    count = 0
    for plans, rows in parts:
        its_plans: list[Plan] = []
        its_rows: list[int] = []
        for own, places in _patients(plans, rows):
            if count and count + len(places) > size:
                yield _joined([*held, (its_plans, rows.iloc[its_rows])])
                held, count, its_plans, its_rows = [], 0, [], []
            its_plans += own
            its_rows += places
            count += len(places)
        held.append((its_plans, rows.iloc[its_rows]))
    if any(plans for plans, _ in held):
        yield _joined(held)


def _patients(plans: Iterable[Plan], rows: pd.DataFrame) -> Iterator[tuple[list[Plan], list[int]]]:
    """The plans of one patient at a time, and the places of her rows."""
    by_plan = {code: list(places) for code, places in rows.groupby(CODE, sort=False).indices.items()}
    whose: dict[str, list[Plan]] = {}
    for plan in plans:
        whose.setdefault(plan.patient_code, []).append(plan)
    for its in whose.values():
        codes = dict.fromkeys(plan.code for plan in its)
        yield its, sorted(place for code in codes for place in by_plan.get(code, ()))


def _joined(parts: Sequence[Part]) -> Part:
    return [plan for plans, _ in parts for plan in plans], pd.concat([rows for _, rows in parts])
