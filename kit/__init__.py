"""Homestretch: a planning kit for physiotherapists.

`import kit` loads nothing else. Names below come from their rooms when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kit.adherence.measure import measure
    from kit.adherence.report import report
    from kit.clinic import Clinic
    from kit.cohorts.cohort import cohort
    from kit.cohorts.folder import read_study
    from kit.diary.blank import blank_diary
    from kit.diary.read import read_diary
    from kit.errors import KitError
    from kit.handouts.make import handout
    from kit.library.conditions import conditions
    from kit.library.dose import Dose
    from kit.library.library import Library
    from kit.plan.context import Context
    from kit.plan.document import read_plan, write_plan
    from kit.plan.find import find
    from kit.plan.news import changes
    from kit.plan.plan import Plan
    from kit.plan.schedule import Schedule
    from kit.plan.template import template, templates
    from kit.reports.make import follow_up_report
    from kit.review.check import check
    from kit.review.issue import issue
    from kit.store.workspace import Workspace
    from kit.timing.session import session
    from kit.timing.slots import slots
    from kit.ui.caseload.page import caseload
    from kit.ui.followup.page import follow_up
    from kit.ui.planner.page import planner

    __version__: str

_HOMES = {
    "Clinic": "kit.clinic",
    "Context": "kit.plan.context",
    "Dose": "kit.library.dose",
    "KitError": "kit.errors",
    "Library": "kit.library.library",
    "Plan": "kit.plan.plan",
    "Schedule": "kit.plan.schedule",
    "Workspace": "kit.store.workspace",
    "blank_diary": "kit.diary.blank",
    "caseload": "kit.ui.caseload.page",
    "changes": "kit.plan.news",
    "check": "kit.review.check",
    "cohort": "kit.cohorts.cohort",
    "conditions": "kit.library.conditions",
    "find": "kit.plan.find",
    "follow_up": "kit.ui.followup.page",
    "follow_up_report": "kit.reports.make",
    "handout": "kit.handouts.make",
    "issue": "kit.review.issue",
    "measure": "kit.adherence.measure",
    "planner": "kit.ui.planner.page",
    "read_diary": "kit.diary.read",
    "read_plan": "kit.plan.document",
    "read_study": "kit.cohorts.folder",
    "report": "kit.adherence.report",
    "session": "kit.timing.session",
    "slots": "kit.timing.slots",
    "template": "kit.plan.template",
    "templates": "kit.plan.template",
    "write_plan": "kit.plan.document",
}

__all__ = [
    "Clinic",
    "Context",
    "Dose",
    "KitError",
    "Library",
    "Plan",
    "Schedule",
    "Workspace",
    "__version__",
    "blank_diary",
    "caseload",
    "changes",
    "check",
    "cohort",
    "conditions",
    "find",
    "follow_up",
    "follow_up_report",
    "handout",
    "issue",
    "measure",
    "planner",
    "read_diary",
    "read_plan",
    "read_study",
    "report",
    "session",
    "slots",
    "template",
    "templates",
    "write_plan",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return globals().setdefault(name, version("homestretch"))
    if name not in _HOMES:
        from kit.errors import did_you_mean

        near = "" if name.startswith("_") else did_you_mean(name, __all__)
        raise AttributeError(f"module 'kit' has no attribute {name!r}. {near}".rstrip(". "), name=name)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
