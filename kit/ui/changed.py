"""What has changed between two states of a page, so that no more than that goes to it.

A state is plain data. What the page puts together again stands in `js/shared/changed.js`.
"""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict


class Changed(TypedDict):
    """Either the new value, `now`, or what changed `within` it: by name in a table, by place in a list."""

    now: NotRequired[Any]
    within: NotRequired[dict[str, Changed]]


def changed(before: Any, now: Any) -> Changed | None:
    """The way from one state to the next; None where they are the same. Of what is the very same nothing is looked at.

    >>> changed({"title": "Knee", "items": [1, 2]}, {"title": "Knee", "items": [1, 3]})
    {'within': {'items': {'within': {'1': {'now': 3}}}}}
    """
    if before is now or before == now:
        return None
    pairs = _pairs(before, now)
    if pairs is None:
        return {"now": now}
    parts = {str(name): part for name, (one, two) in pairs.items() if (part := changed(one, two)) is not None}
    return {"within": parts}


def _pairs(before: Any, now: Any) -> dict[Any, tuple[Any, Any]] | None:
    """The parts that both have, where they have the same; None where one is to be told as a whole."""
    if isinstance(before, dict) and isinstance(now, dict) and before.keys() == now.keys():
        return {name: (before[name], now[name]) for name in now}
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return dict(enumerate(zip(before, now, strict=True)))
    return None
