"""The order of a session with the fewest seconds of way from one place to the next.

What is done in one place comes together, and there what is done in one posture; all else stays as it was. A walk that
opens the session is its warm-up and stays first.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan
from kit.timing.allow import spot_of, to_allow_s, way_s

_OPENS = "aerobic"


def by_position(known: ResolvedPlan) -> tuple[Prescription, ...]:
    """The items of the plan in that order; of orders that take as long, the one nearest to the present."""
    items = known.plan.items
    opens = 1 if items and known.exercise(items[0]).category == _OPENS else 0
    spots = {item.item_id: spot_of(known, item) for item in items}
    before, rest = items[:opens], items[opens:]
    places = list(dict.fromkeys(spots[item.item_id][0] for item in rest))
    start = [spots[item.item_id][0] for item in before]
    best = min(itertools.permutations(places), key=lambda order: _ways_s([*start, *order]))
    postures = list(dict.fromkeys(spots[item.item_id] for item in rest))
    ordered = sorted(rest, key=lambda i: (best.index(spots[i.item_id][0]), postures.index(spots[i.item_id])))
    found = (*before, *ordered)
    return found if to_allow_s(known, found) < to_allow_s(known) else items


def _ways_s(places: Sequence[str]) -> int:
    return sum(way_s((one, ""), (two, "")) for one, two in itertools.pairwise(places))
