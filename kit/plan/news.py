"""What is new in a plan, for who has two of its versions at hand and asks."""

from __future__ import annotations

from kit.errors import Fault, PlanError
from kit.given import checked
from kit.library.library import Library
from kit.plan import changes as told
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.words.catalogue import Catalogue


@checked
def changes(old: Plan, new: Plan, library: Library) -> list[str]:
    """The changes from `old` to `new`, in the English sentences of the handout; none where nothing changed.

    Both are of one plan: versions, or one draft before and after an edit. Raises `PlanError` where they are not, and
    for exercises that do not exist.

    >>> library = kit.Library.load()
    >>> plan = kit.template("knee-glute-stretches").plan(library, "P-001", dt.date(2026, 6, 1))
    >>> changes(plan, plan.remove("i4").adjust("i1", hold_s=45), library)
    ['Stopped: Lying leg crossover.', 'Seated hip stretch: Hold 45 seconds. Do it 2 times on each side.']
    """
    before, after = f"{old.plan_id} ({old.code})", f"{new.plan_id} ({new.code})"
    if old.code != new.code:
        raise PlanError(Fault("changes, old", f"{before} is another plan than {after}.", "Give versions of one plan."))
    if old.version > new.version:
        what = f"version {old.version} is later than version {new.version}."
        raise PlanError(Fault("changes, old", what, "Give the earlier version first."))
    return told.changes(resolve(old, library).whole(), resolve(new, library).whole(), Catalogue())
