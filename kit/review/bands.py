"""Which of two exercise bands is the stronger one."""

from __future__ import annotations

# From weak to strong. The colours are those of the most common maker; another maker's may differ (D).
_SCALES = (
    ("tan", "yellow", "red", "green", "blue", "black", "silver", "gold"),
    ("extra light", "light", "medium", "heavy", "extra heavy"),
)


def steps_up(before: str, now: str) -> int | None:
    """How many steps `now` is stronger than `before`, less than 0 for weaker; None where nobody can say."""
    old, new = before.strip().lower(), now.strip().lower()
    if old == new:
        return 0
    for scale in _SCALES:
        if old in scale and new in scale:
            return scale.index(new) - scale.index(old)
    return None
