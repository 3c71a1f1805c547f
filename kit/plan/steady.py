"""Who may fall: told to hold on with more of the hand, and given more time to get from one place to the next."""

from __future__ import annotations

import datetime as dt

from kit.plan.context import Context
from kit.plan.course import conditions_in_force

OLDER = 65  # years of age (D)
FALLS_RISK = "falls_risk"


def may_fall(context: Context, day: dt.date) -> bool:
    """Whether the patient is of that age, or at risk of falls on `day` or later."""
    held = {one.condition for one in conditions_in_force(context, day)}
    return (context.age or 0) >= OLDER or FALLS_RISK in held
