"""The items of CERT, each with what the plan and the kit record of it, empty where nothing is (Slade2016).

Clinical specification 7.5; the names are the kit's own.
"""

from __future__ import annotations

from kit.plan.resolved import ResolvedPlan


def cert(known: ResolvedPlan) -> list[tuple[str, str, str]]:
    """Number, name and value of each item, in order."""
    plan, told = known.plan, known.plan.reporting
    things = dict.fromkeys(thing.name for _, exercise in known.entries for thing in exercise.equipment)
    issued = plan.issued is not None
    return [
        ("1", "equipment", ", ".join(things) or "none needed"),
        ("2", "provider skill", told.provider),
        ("3", "alone or group", told.group),
        ("4", "supervision", told.supervision),
        ("5", "adherence measured", "diary"),
        ("6", "motivation", plan.context.goal),
        ("7a", "progression rule", told.progression_rule),
        ("7b", "progression", f"version {plan.version}" if plan.version > 1 else ""),
        ("8", "exercises", "exercise blocks of the handout"),
        ("9", "home part", "all of it"),
        ("10", "other parts", told.advice),
        ("11", "adverse events", "pain and help signs of the diary"),
        ("12", "setting", told.setting),
        ("13", "dose", "each item"),
        ("14a", "tailoring", told.tailoring or ""),
        ("14b", "how tailored", told.tailored_how),
        ("15", "starting level", told.start_rule),
        ("16a", "fidelity measured", "this report"),
        ("16b", "delivered as planned", "this report" if issued else ""),
    ]
