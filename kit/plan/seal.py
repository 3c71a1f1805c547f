"""The seal of an issued version: a fingerprint of all that it says, so that an altered one is noticed.

It protects against a slip and a careless edit. Whoever forges a seal with the plan is found where a store holds the
original.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from kit.model import Model

_EMPTY: tuple[object, ...] = (None, "", [], {})


def seal_of(plan: Model) -> str:
    """SHA-256, as 64 hexadecimal digits, over the plan's canonical JSON without the seal itself.

    Canonical: sorted names, no white space, and nothing that is empty, so that a field which a later kit adds breaks
    no seal as long as it is empty.
    """
    return hashlib.sha256(canonical(plan.model_dump(mode="json", exclude={"seal"})).encode()).hexdigest()


def canonical(data: object) -> str:
    """The one spelling of plain data."""
    return json.dumps(_filled(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def altered(given: object, original: object, where: str = "") -> Iterator[str]:
    """The places in which plain data `given` differs from the `original`, such as “items.1.dose.reps: 100, was 10”."""
    given, original = _filled(given), _filled(original)
    if given == original:
        return
    if isinstance(given, dict) and isinstance(original, dict):
        for name in sorted({*given, *original}):
            yield from altered(given.get(name), original.get(name), f"{where}.{name}" if where else name)
    elif isinstance(given, list) and isinstance(original, list) and len(given) == len(original):
        for number, (one, other) in enumerate(zip(given, original, strict=True), 1):
            yield from altered(one, other, f"{where}.{number}")
    else:
        yield f"{where}: {_short(given)}, was {_short(original)}"


def _short(value: object, most: int = 60) -> str:
    text = "nothing" if value is None else canonical(value)
    return text if len(text) <= most else text[:most] + "…"


def _filled(data: Any) -> Any:
    """The data without what is empty."""
    if isinstance(data, dict):
        return {name: kept for name, value in data.items() if (kept := _filled(value)) not in _EMPTY}
    if isinstance(data, list | tuple):
        return [_filled(value) for value in data]
    return data
