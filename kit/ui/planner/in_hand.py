"""The plan in hand, always as the store has it: taken, stepped back and forth, and chosen where two edits clash."""

from __future__ import annotations

from dataclasses import replace

from kit.errors import Fault, KitError, PlanError
from kit.library.library import Library
from kit.plan.differences import differences
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.store.held import ConflictError, Held, StaleError
from kit.store.store import Store
from kit.ui.planner.messages import Resolve
from kit.words.catalogue import Catalogue


class InHand:
    """`held` is the plan, None where there is none; `conflict` stands against it until the clinician has chosen.

    `notices` are faults that nobody has been told yet.
    """

    def __init__(self, store: Store, library: Library, words: Catalogue) -> None:
        self.held: Held | None = None
        self.conflict: ConflictError | None = None
        self.notices: list[Fault] = []
        self._store, self._library, self._words = store, library, words
        self._earlier: dict[tuple[str, int], Plan | None] = {}

    def read(self, library: Library) -> None:
        """Name exercises by another library from now on."""
        self._library = library

    @property
    def plan(self) -> Plan | None:
        return self.held.plan if self.held else None

    def mine(self) -> Held:
        """Raises `PlanError` where there is none."""
        if self.held is None:
            raise PlanError(Fault("plan", "there is none yet.", "Start one, or open one."))
        return self.held

    def take(self, held: Held) -> str:
        """Hold the plan, and say what another hand had changed where its edit and mine were put together."""
        before = self.held
        self.held = replace(held, merged=None)
        if held.merged is None or before is None:
            return ""
        told = " ".join(self._differences(before.plan, held.merged))
        what = f"was changed in another window too: {told} Both edits are in the plan."
        self.notices.append(Fault(f"plan {held.plan.plan_id}", what, "Look whether they fit together."))
        return ""

    def away(self) -> None:
        """Put the plan away."""
        self.held = self.conflict = None

    def look(self) -> None:
        """Hold it as it is now: it went on in another hand."""
        self.take(self._store.open(self.mine().plan.code))

    def look_elsewhere(self) -> bool:
        """Take what another hand made of the plan into hand, and tell it; whether there was anything."""
        mine = self.held
        if mine is None or self.conflict or self._store.drafts.revision(mine.plan.code) == mine.revision:
            return False
        now = self._store.open(mine.plan.code, mine.plan.version)
        self.take(now)
        if now.plan != mine.plan:
            told = " ".join(self._differences(mine.plan, now.plan))
            what = f"was changed in another window: {told} It is shown here as it is now."
            self.notices.append(Fault(f"plan {now.plan.plan_id}", what, "Go on from there."))
        return True

    def latest(self) -> Plan:
        """The plan in hand, as the store has it now. Raises `StaleError` where another window changed it; it is
        taken into hand then, to be looked at first."""
        mine = self.mine()
        now = self._store.open(mine.plan.code, mine.plan.version)
        if now.plan != mine.plan:
            self.take(now)
            what = "was changed in another window, and is shown here as it is now."
            raise StaleError(Fault(f"plan {now.plan.plan_id}", what, "Look at it, then go on."))
        return now.plan

    def version(self, code: str, version: int) -> Plan:
        """The plan in hand where it is this version, else from the store. Raises `PlanError` where there is none."""
        plan = self.plan
        here = plan is not None and (plan.code, plan.version) == (code, version)
        return plan if plan and here else self._store.open(code, version).plan

    def undo(self) -> str:
        return self._step("Undone", self._store.drafts.undo(self.mine()))

    def redo(self) -> str:
        return self._step("Done again", self._store.drafts.redo(self.mine()))

    def resolve(self, wish: Resolve) -> str:
        """What goes on of two edits of one thing: theirs, mine, or mine as a plan of its own."""
        conflict, drafts = self.conflict, self._store.drafts
        if conflict is None:
            raise PlanError(Fault("plan", "there is nothing to choose.", "Go on."))
        match wish["choice"]:
            case "theirs":
                drafts.decide(conflict.aside, "theirs")
                held = conflict.theirs
            case "mine":
                held = drafts.keep_mine(conflict)
            case "copy":
                label, random = self._store.plans.free_label(), self._store.database.random
                held = drafts.keep_copy(conflict, conflict.mine.copied(label, random=random))
        self.conflict = None
        return self.open(held)

    def open(self, held: Held) -> str:
        """Hold a plan that was in no hand here, and ask again about an edit of it that lies beside it: its window was
        closed before anybody chose."""
        said = self.take(held)
        for aside, mine in self._store.drafts.set_aside(held.plan.code)[:1]:
            self.conflict = ConflictError(held.plan, held, mine, aside, "", again=True)
        return said

    def before(self, plan: Plan) -> Plan | None:
        """The version that `plan` replaces. One that is not here is told once, and then left out."""
        if plan.replaces is None:
            return None
        named = (plan.code, plan.replaces.version)
        if named not in self._earlier:
            try:
                self._earlier[named] = self._store.before(plan)
            except KitError as error:
                self._earlier[named] = None
                self.notices += error.faults
        return self._earlier[named]

    def in_force_before(self, plan: Plan) -> Plan | None:
        """The version that the patient went by before `plan`: one that was corrected before it began was never in
        force."""
        before = self.before(plan)
        while before and before.start >= plan.start:
            before = self.before(before)
        return before

    def _step(self, said: str, held: Held) -> str:
        """Hold the plan of a step back or forward, and say what it changed."""
        told = self._differences(self.mine().plan, held.plan)
        self.take(held)
        return f"{said}: {' '.join(told)}" if told else f"{said}."

    def _differences(self, old: Plan, new: Plan) -> list[str]:
        return differences(resolve(old, self._library), resolve(new, self._library), self._words)
