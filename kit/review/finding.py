"""One thing that a review of a plan says. Findings are data; they decide nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, get_args

from kit.library.exercise import Arc
from kit.plan.issue import Covered
from kit.show import Rows, frame, table
from kit.words.numbers import counted

if TYPE_CHECKING:
    import pandas as pd

Level = Literal["STOP", "ERROR", "AVOID", "CAUTION", "INFO"]
LEVELS: tuple[Level, ...] = get_args(Level)  # highest first
HOLDING: frozenset[Level] = frozenset({"STOP", "ERROR", "AVOID"})  # these keep a plan from being issued

BANNER = "Decision support for clinicians. Not a diagnosis, not complete. You decide."
NOTHING = "The rules of the kit found nothing."  # which is no proof of safety


@dataclass(frozen=True)
class Finding:
    """`what` is wrong `where`, `why`, by which `source`, and how to `mend` it.

    `key` names the finding for an answer; it changes with the level, the item and its exercise. `covers` is what an
    answer would be given for, so that it never covers more; `answered` repeats the answer. A `question` asks a named
    clinician to confirm a fact, and holds the plan at any level. `arc`: an answer asks for an item kept inside it, of
    an exercise that can tell it (`arc_told`).
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
    question: bool = False
    covers: Covered | None = field(default=None, repr=False)
    arc: Arc | None = None
    arc_told: bool = True  # whether the exercise can tell the patient a limit

    @property
    def holds(self) -> bool:
        """Whether the plan cannot be issued while this stands unanswered."""
        return (self.question or self.level in HOLDING) and not self.answered

    def as_dict(self) -> dict[str, Any]:
        """What it says, as plain data; what an answer would be given for stays with the plan."""
        plain = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("covers", "arc", "arc_told")}
        return {**plain, "holds": self.holds}

    def __repr__(self) -> str:
        return f"Finding({self.key!r}{', answered' if self.answered else ''})"

    def __str__(self) -> str:
        answered = f" Answered: {self.answered}" if self.answered else ""
        return f"{self.level}  {self.where}: {self.what} {self.why} [{self.source}] {self.mend}{answered}"


class Findings(Rows[Finding]):
    """The findings of one review, highest level first. None is no proof of safety."""

    def __repr__(self) -> str:
        levels = ", ".join(f"{n} {level}" for level in LEVELS if (n := sum(f.level == level for f in self)))
        return f"Findings({levels or 'none'})"

    def _repr_html_(self) -> str:
        holding = sum(finding.holds for finding in self)
        caption = f"{counted(len(self), 'finding')}; {holding or 'none'} {'holds' if holding == 1 else 'hold'} the plan"
        rows = [(f.level, f.where, f"{f.what} {f.why}", f.mend, f.answered, f.source) for f in self]
        heads = ("Level", "Where", "What", "Mend", "Answered", "Source")
        return table(caption if self else NOTHING, heads, rows, notes=[BANNER])

    def to_frame(self) -> pd.DataFrame:
        """A row for each finding; `holds` says whether the plan cannot be issued while it stands unanswered."""
        names = ("level", "where", "item", "what", "why", "source", "mend", "answered", "key")
        rows = ((*(getattr(f, name) for name in names), f.holds) for f in self)
        return frame({**dict.fromkeys(names, "string"), "holds": "bool"}, rows)


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Highest level first, otherwise in the order given."""
    return sorted(findings, key=lambda f: LEVELS.index(f.level))
