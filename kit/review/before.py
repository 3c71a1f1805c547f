"""What the version before asks of this one: that it is at hand, and that no condition in force is simply left out."""

from __future__ import annotations

from collections.abc import Iterator

from kit.plan.context import ConditionInForce
from kit.plan.course import over_from
from kit.plan.issue import Covered
from kit.plan.plan import Plan
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.reading import digest
from kit.review.strictest import strictest, who_answers

_OWN = "design choice (D)"


def before(case: Case) -> Iterator[Finding]:
    """Questions of a draft; an issued version was asked them when it was one."""
    if case.plan.is_draft and case.previous is not None:
        yield from _left_out(case, case.previous)
    elif case.plan.is_draft and case.plan.version > 1:
        yield _not_at_hand(case.plan)


def _not_at_hand(plan: Plan) -> Finding:
    """Who compared by hand compared these doses, and no later ones."""
    doses = digest("".join(item.model_dump_json() for item in plan.items))
    return Finding(
        level="CAUTION",
        where="plan",
        what=f"it is version {plan.version}, and the version before is not at hand.",
        why="What rose since then, and what was in force, is not judged.",
        source=_OWN,
        mend="Give it with the plan, or compare the two and confirm it by name.",
        key=f"CAUTION question before {plan.version - 1} {doses}",
        question=True,
        covers=Covered(),
    )


def _left_out(case: Case, previous: Plan) -> Iterator[Finding]:
    """A question for each condition that was in force in the version before, and that this one does not name."""
    named = {_place(held) for held in case.plan.context.conditions}
    for held in previous.context.conditions:
        condition = case.rules.conditions.get(held.condition)
        if condition is None or _place(held) in named:
            continue
        over = None if condition.stop else over_from(held, condition)
        if over is not None and over <= case.plan.start:
            continue
        where = " ".join(filter(None, (held.side, (held.region or "").replace("_", " "))))
        called = f"{condition.name} ({where})" if where else condition.name
        level = strictest(held, condition, case)
        yield Finding(
            level=level,
            where="plan, conditions",
            what=f"{called}: in force in version {previous.version}, and not named in this one. Is it over?",
            why="No rule looks at it any more.",
            source=_OWN,
            mend=f"Put it back, or {who_answers(level, 'why it is off the list')}.",
            key=f"{level} question left {held.condition} {held.side or '-'} {held.region or '-'}",
            question=True,
            covers=Covered(condition=held),
        )


def _place(held: ConditionInForce) -> tuple[str, str | None, str | None]:
    return held.condition, held.side, held.region
