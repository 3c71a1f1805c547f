"""One thing that a review of a plan says. Findings are data; they decide nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Level = Literal["STOP", "ERROR", "AVOID", "CAUTION", "INFO"]
LEVELS: tuple[Level, ...] = get_args(Level)  # highest first
HOLDING: frozenset[Level] = frozenset({"STOP", "ERROR", "AVOID"})  # these keep a plan from being issued

BANNER = "Decision support for clinicians. Not a diagnosis, not complete. You decide."
NOTHING = "No rule matched."  # which is no proof of safety


@dataclass(frozen=True)
class Finding:
    """`what` is wrong `where`, `why`, by which `source`, and how to `mend` it.

    `key` names the finding for an override or a sign-off; it changes with the level, the item and its exercise, so
    that an answer never covers more than what was answered. `answered` repeats that answer.
    """

    level: Level
    where: str
    what: str
    why: str
    source: str
    mend: str
    key: str
    item: str | None = None
    answered: str = ""
    swaps: tuple[str, ...] = ()  # ids of exercises that no active rule marks AVOID or higher

    @property
    def holds(self) -> bool:
        """Whether the plan cannot be issued while this stands unanswered."""
        return self.level in HOLDING and not self.answered

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "holds": self.holds}

    def __str__(self) -> str:
        answered = f" Answered: {self.answered}" if self.answered else ""
        return f"{self.level}  {self.where}: {self.what} {self.why} [{self.source}] {self.mend}{answered}"


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Highest level first, otherwise in the order given."""
    return sorted(findings, key=lambda f: LEVELS.index(f.level))
