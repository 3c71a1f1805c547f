"""When a patient is asked how well the activities go that matter to her: at the first session of each two weeks.

The one rule for the sheet, the page and whoever reads a diary. A pause that takes all sessions of a week moves the
question to the first one that is left of the two.
"""

from __future__ import annotations

import itertools

from kit.plan.plan import Plan
from kit.timing.slots import Slot, slots

EACH_WEEKS = 2


def asking(plan: Plan) -> tuple[Slot, ...]:
    """The sessions that ask; none where the plan names no activity."""
    if not plan.activities:
        return ()
    spans = itertools.groupby(slots(plan), key=lambda slot: (slot.week - 1) // EACH_WEEKS)
    return tuple(next(group) for _, group in spans)


def asking_weeks(plan: Plan) -> tuple[int, ...]:
    """The weeks in which she is asked, counted from 1: each has one session that asks, its first."""
    return tuple(slot.week for slot in asking(plan))
