"""JSON text of people as plain data, in which no name stands twice: a reader would keep one of the two and say nothing.

>>> read_json('{"side": "left"}', "P-001.json", "Save it again.")
{'side': 'left'}
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kit.errors import SHOWN, ContentError, Fault


class _Twice(dict[str, Any]):
    """A table in which the names `twice` stand more than once, each with how often it does."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(name for name, _ in pairs)
        self.twice = {name: count for name, count in counts.items() if count > 1}
        self.pairs = pairs


def read_json(text: str, where: str, mend: str) -> Any:
    """What the text holds. Raises `ContentError` for text that is no JSON, with the `mend`, and with every name that
    stands twice in one table, at whatever depth."""
    found: list[_Twice] = []

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        found.append(_Twice(pairs))
        return found[-1]

    try:
        data = json.loads(text, object_pairs_hook=table)
    except (ValueError, RecursionError) as error:
        raise ContentError(Fault(where, f"is not JSON: {error}.", mend)) from None
    if found:
        raise ContentError(_faults(data, where))
    return data


def _faults(data: Any, where: str) -> Iterator[Fault]:
    """A fault for each name that stands twice, in the order of the text; its place as a message writes one."""
    left: list[tuple[str, Any]] = [("", data)]
    while left:
        path, value = left.pop()
        if isinstance(value, _Twice):
            for name, count in value.twice.items():
                place = f"{where}, {_joined(path, name)}"
                if count == 2:
                    yield Fault(place, "stands twice.", "Keep one of the two.")
                else:
                    yield Fault(place, f"stands {count} times.", "Keep one of them.")
        inner: list[tuple[Any, Any]] = []
        if isinstance(value, dict):
            inner = value.pairs if isinstance(value, _Twice) else list(value.items())
        elif isinstance(value, list):
            inner = list(enumerate(value))
        left += [(_joined(path, name), one) for name, one in reversed(inner)]


def _joined(path: str, name: object) -> str:
    shown = str(name) if len(str(name)) <= SHOWN else f"{str(name)[:SHOWN]}…"
    return f"{path}.{shown}" if path else shown
