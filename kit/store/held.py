"""A plan in somebody's hands: what it says, and the revision that every write of it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.errors import Fault, KitError, PlanError
from kit.plan.merge import merge
from kit.plan.plan import Plan


@dataclass(frozen=True)
class Held:
    """A plan as the store gave it. `merged` names what another hand had changed, where both edits were put together."""

    plan: Plan
    revision: int
    can_undo: bool = False
    can_redo: bool = False
    merged: Plan | None = None  # as the other hand had left it

    def settled(self) -> Held:
        """The same, the news of the other hand taken note of."""
        return replace(self, merged=None)


class StaleError(PlanError):
    """The plan went on in another hand; nothing was done, and nothing of one's own is lost. Open it again."""


class ConflictError(KitError):
    """Another hand changed the plan in between. Both are kept: `theirs` in the plan, `mine` under the id `aside`.

    It is told `again` where its window was closed before anybody chose: what mine rested on is not known any more.
    """

    def __init__(self, base: Plan, theirs: Held, mine: Plan, aside: int, by: str, *, again: bool = False) -> None:
        self.base, self.theirs, self.mine, self.aside, self.by, self.again = base, theirs, mine, aside, by, again
        what = f"was changed in another window ({by}) since you opened it. Both edits are kept."
        mend = "Choose theirs, yours, or yours as a copy."
        super().__init__(Fault(f"plan {mine.plan_id} version {mine.version}", what, mend))

    @property
    def mine_on_theirs(self) -> Plan:
        """Theirs with my edit over it where the two clash; whatever else they changed stays."""
        return merge(self.base, self.mine, self.theirs.plan, mine_wins=True).plan or self.mine
