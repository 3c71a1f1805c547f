"""Homestretch: a planning kit for physiotherapists.

`import kit` loads nothing else. Names below come from their rooms when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kit.library.dose import Dose
    from kit.library.library import Library
    from kit.plan.document import read_plan, write_plan
    from kit.plan.plan import Plan
    from kit.plan.schedule import Schedule
    from kit.plan.template import template, templates
    from kit.review.issue import issue
    from kit.timing.session import session
    from kit.timing.slots import slots

_HOMES = {
    "Dose": "kit.library.dose",
    "Library": "kit.library.library",
    "Plan": "kit.plan.plan",
    "Schedule": "kit.plan.schedule",
    "issue": "kit.review.issue",
    "read_plan": "kit.plan.document",
    "session": "kit.timing.session",
    "slots": "kit.timing.slots",
    "template": "kit.plan.template",
    "templates": "kit.plan.template",
    "write_plan": "kit.plan.document",
}

__all__ = [
    "Dose",
    "Library",
    "Plan",
    "Schedule",
    "issue",
    "read_plan",
    "session",
    "slots",
    "template",
    "templates",
    "write_plan",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kit' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *_HOMES]
