"""What a plan says of its patient, as far as the words on the sheet depend on it."""

from __future__ import annotations

import datetime as dt

from kit.library.exercise import Region
from kit.library.help_sign import PatientFact, PatientFacts, help_signs
from kit.plan.context import Context
from kit.plan.course import conditions_in_force, in_force
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan

_OLD, _ADULT = 65, 18  # years of age
_HEALING = dt.timedelta(weeks=6)  # after a joint was replaced


def patient_facts(plan: Plan) -> PatientFacts:
    """What holds of the patient on any day of the plan, and what holds on all of them."""
    last = plan.until - dt.timedelta(days=1)
    held = conditions_in_force(plan.context, plan.start)
    lasting = [c for c in held if (c.since is None or c.since <= plan.start) and in_force(c, last)]
    told_by, age = help_signs().told_by, _of_age(plan.context)
    return PatientFacts(
        ever=age.union(*(told_by(c.condition) for c in held)),
        throughout=age.union(*(told_by(c.condition) for c in lasting)),
    )


def plan_regions(known: ResolvedPlan) -> frozenset[Region]:
    """The first region of each exercise, and those of the conditions in force."""
    plan = known.plan
    affected = (held.region for held in conditions_in_force(plan.context, plan.start) if held.region)
    return frozenset((*(exercise.region for _, exercise in known.entries), *affected))


def joint_still_heals(plan: Plan) -> bool:
    """Whether a hip or knee was replaced less than six weeks before the plan; without its day, it may have been."""
    return any(
        "replaced_joint" in help_signs().told_by(held.condition)
        and (held.since is None or plan.start < held.since + _HEALING)
        for held in conditions_in_force(plan.context, plan.start)
    )


def _of_age(context: Context) -> frozenset[PatientFact]:
    age = context.age
    facts: dict[PatientFact, bool] = {
        "age_65": age is not None and age >= _OLD,
        "under_18": age is not None and age < _ADULT,
    }
    return frozenset(fact for fact, holds in facts.items() if holds)
