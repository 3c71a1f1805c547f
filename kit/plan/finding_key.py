"""The key of a finding, by which a plan says which one was answered: its level, then what it is about.

The review makes the findings, from the plan; here stands only what the plan has to know of one.
"""

from __future__ import annotations

import re
from typing import Protocol, runtime_checkable

from kit.errors import Fault, PlanError, quoted
from kit.plan.issue import Covered

_FORM = re.compile(r"(STOP|ERROR|AVOID|CAUTION|INFO) \S.*")


@runtime_checkable
class Keyed(Protocol):
    """What has the key of a finding: a finding of `check`."""

    @property
    def key(self) -> str: ...


def covers_of(finding: object) -> Covered | None:
    """What an answer to `finding` is given for; None for a mere key, whose answer covers nothing until it is given to a
    finding."""
    covers = getattr(finding, "covers", None)
    return covers if isinstance(covers, Covered) else None


def finding_key(finding: str | Keyed, where: str) -> str:
    """The key of `finding`, or itself if it is one. Raises `PlanError` for a text that no finding has as its key."""
    key = finding if isinstance(finding, str) else str(finding.key)
    if not _FORM.fullmatch(key.strip()):
        what = f"{quoted(key)} is not the key of a finding."
        raise PlanError(Fault(where, what, "Give a finding of check, or copy its key."))
    return key
