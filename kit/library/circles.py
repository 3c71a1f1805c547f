"""Circles among links, such as an exercise that is made easier by itself over others."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

Links = Mapping[str, list[str]]


def circles(links: Links) -> list[list[str]]:
    """Circles in which each link that is part of any circle stands at least once, shortest through that link.

    Each starts with its first id by the alphabet. The work grows with the links, not with the number of all
    possible circles, which may be past counting.
    """
    links = _core(links)
    seen: set[tuple[str, str]] = set()
    found = []
    for start, targets in links.items():
        for target in targets:
            way = [] if (start, target) in seen else _way(links, target, start)
            if way:
                seen.update(zip(way, (*way[1:], way[0]), strict=True))
                first = way.index(min(way))
                found.append(way[first:] + way[:first])
    return sorted(found)


def _core(links: Links) -> Links:
    """Without what nothing in a circle leads to, or what leads to none."""
    back: dict[str, list[str]] = {key: [] for key in links}
    for key, targets in links.items():
        for target in targets:
            back[target].append(key)
    kept = set(links).difference(_in_order(links), _in_order(back))
    return {key: [t for t in targets if t in kept] for key, targets in links.items() if key in kept}


def _in_order(links: Links) -> Iterator[str]:
    """All that can be put in an order in which what is led to comes first: it is in no circle, and leads to none."""
    sorter = TopologicalSorter(links)
    with contextlib.suppress(CycleError):  # it goes on as far as the first of each circle
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from ready
        sorter.done(*ready)


def _way(links: Links, start: str, end: str) -> list[str]:
    """The shortest way from `start` to `end`, both named; empty where there is none."""
    came: dict[str, str] = {start: start}
    queue = deque([start])
    while queue and end not in came:
        here = queue.popleft()
        for target in links[here]:
            if target not in came:
                came[target] = here
                queue.append(target)
    if end not in came:
        return []
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
