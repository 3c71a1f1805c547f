"""How a finding is answered in an answers file, in lines below it."""

from __future__ import annotations

from collections.abc import Iterator

from kit.plan.plan import Plan
from kit.review.answers import takes_answer
from kit.review.asked import ask
from kit.review.finding import Finding

_INDENT = "         "
_SIGN_OFF = 'A sign-off: role = "…", and reason = "…" in 10 letters or more.'
_CONFIRMATION = 'A question: reason = "…" says how you know that it is right.'


def how_to_answer(finding: Finding, plan: Plan) -> Iterator[str]:
    """By which name an open finding is answered, and what its answer has to say; nothing where it takes none."""
    if not finding.holds or not takes_answer(finding):
        return
    yield f"{_INDENT}To answer it: {ask(finding, plan)}"
    if finding.level == "STOP":
        yield f"{_INDENT}{_SIGN_OFF}"
    elif finding.question:
        yield f"{_INDENT}{_CONFIRMATION}"
