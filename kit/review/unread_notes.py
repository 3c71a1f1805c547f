"""Whether the red-flag screen was looked at afresh where a version was begun over notes that nobody had read."""

from __future__ import annotations

from collections.abc import Iterator

from kit.plan.issue import Covered
from kit.review.case import Case
from kit.review.finding import Finding
from kit.words.numbers import counted

_OWN = "design choice (D)"


def unread_notes(case: Case) -> Iterator[Finding]:
    """A question, which ends with a screen of a later day than that of the version before."""
    replaced, previous = case.plan.replaces, case.previous
    if replaced is None or not replaced.unread:
        return
    screened, before = case.plan.context.red_flags_screened, previous.context.red_flags_screened if previous else None
    if screened is not None and before is not None and screened > before:
        return
    yield Finding(
        level="CAUTION",
        where="plan, red-flag screen",
        what=f"{counted(replaced.unread, 'note')} of the patient's diary unread when this version was begun.",
        why="A note may name a red flag that the screen of the version before does not know.",
        source=_OWN,
        mend="Read the notes in the follow-up and ask the screen again, or confirm it by name.",
        key=f"CAUTION question unread {replaced.version} {replaced.unread}",
        question=True,
        covers=Covered(),
    )
