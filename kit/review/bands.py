"""Which of two exercise bands is the stronger one."""

from __future__ import annotations

from kit.library.rules import rules


def steps_up(before: str, now: str) -> int | None:
    """How many steps `now` is stronger than `before`, less than 0 for weaker; None where nobody can say."""
    return rules().bands.steps_up(before, now)
