"""A registry is whole once its list of buckets stands there, which is written last: half of one is never counted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

from kit.cohorts.given import check_day
from kit.cohorts.registry.bucket import Bucket, buckets_in
from kit.errors import ContentError, Fault
from kit.files import read_text, write_atomic

LIST_FILE = "registry.json"
_AGAIN = "Delete the folder, and make it again with kit registry."


def list_buckets(folder: Path, buckets: Sequence[Bucket]) -> None:
    """Say that these are all. Raises `MachineError` where it cannot be written."""
    write_atomic(folder / LIST_FILE, json.dumps({"buckets": [bucket.name for bucket in buckets]}).encode())


def whole(folder: Path, as_of: dt.date) -> list[Bucket]:
    """The buckets of a registry, ready to be counted up to a day.

    Raises `ContentError` where there is no registry, half of one, one of another version of the kit, or a damaged one,
    with all that is wrong; and for a day before any plan begins.
    """
    buckets = buckets_in(folder)
    if not buckets:
        raise ContentError(Fault(str(folder), "holds no registry.", "Make one with kit registry."))
    if [bucket.name for bucket in buckets] != _listed(folder):
        raise ContentError(Fault(str(folder), "holds a registry that is not whole: buckets are missing.", _AGAIN))
    faults = [fault for bucket in buckets for fault in bucket.faults]
    if faults:
        raise ContentError(faults)
    check_day(as_of, min(bucket.begins for bucket in buckets))
    return buckets


def _listed(folder: Path) -> list[str]:
    path = folder / LIST_FILE
    try:
        found: list[str] = json.loads(read_text(path))["buckets"] if path.is_file() else []
    except (ValueError, LookupError, TypeError):
        return []
    return found
