"""How an answers file names a finding: by its key, with what an answer to it would be given for.

    AVOID nwb i1 step_up left - [version 1; 2 × 8, each side without load; 0a1b2c3d4e5f]

The words in the brackets are for the reader; the signs at their end stand for everything that the answer would cover,
in this plan and this version. So what was written for one state never answers another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kit.plan.issue import Covered
from kit.plan.plan import Plan
from kit.review.cover import in_short
from kit.review.finding import Finding
from kit.review.reading import digest

_FORM = re.compile(r"(?P<key>.*?)\s*\[(?P<given_for>[^\[\]]*);\s*(?P<signs>[0-9a-f]{12})\]\s*")


@dataclass(frozen=True)
class Asked:
    """What an entry of a file answers: the `key` of a finding, and, where it says so, the state `given_for`."""

    key: str
    given_for: str = ""
    signs: str = ""


def asked(text: str) -> Asked:
    """What `text` names; a mere key says nothing of what it is given for."""
    found = _FORM.fullmatch(text)
    return Asked(**found.groupdict()) if found else Asked(text.strip())


def ask(finding: Finding, plan: Plan) -> str:
    """The name by which an answers file answers the finding as it is now, in this version of the plan."""
    return f"{finding.key} [{state(finding, plan)}; {signs(finding, plan)}]"


def state(finding: Finding, plan: Plan) -> str:
    """In short what an answer would be given for."""
    dose = in_short(finding.covers) if finding.covers and finding.covers.item else "the plan as it stands"
    return f"version {plan.version}; {dose}"


def signs(finding: Finding, plan: Plan) -> str:
    """A few signs that change with whatever an answer would cover; for a STOP with any exercise or fact of the plan."""
    return digest("\n".join(_covered(finding, plan)))


def _covered(finding: Finding, plan: Plan) -> Iterable[str]:
    yield finding.key
    yield (finding.covers or Covered()).model_dump_json()  # with the code of the plan and its version
    if finding.level == "STOP":
        yield from (item.model_dump_json() for item in plan.items)
        # The answers file itself may give the day of the screen.
        yield plan.context.model_dump_json(exclude={"red_flags_screened"})
