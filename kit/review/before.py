"""What the version before asks of this one: that it is at hand, and that no condition in force, and no note that named
one, is simply left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.library.condition_notes import conditions_said
from kit.plan.context import ConditionInForce
from kit.plan.correction import is_correction
from kit.plan.course import over_from
from kit.plan.issue import Covered
from kit.plan.plan import Plan
from kit.plan.seal import seal_of
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.reading import digest
from kit.review.strictest import strictest, strictest_noted, who_answers

_OWN = "design choice (D)"


def before(case: Case) -> Iterator[Finding]:
    """Questions of a draft; an issued version was asked them when it was one."""
    if not case.plan.is_draft:
        return
    if case.previous is not None:
        yield from _left_out(case, case.previous)
        yield from _noted(case, case.previous)
    if case.plan.version > 1 and not is_at_hand(case.plan, case.previous):
        yield _not_at_hand(case.plan, case.previous)


def is_at_hand(plan: Plan, previous: Plan | None) -> bool:
    """Whether that is the version that the plan replaces, and one that was issued, with its seal whole."""
    if previous is None or plan.replaces is None:
        return False
    same = (previous.code, previous.version) == (plan.code, plan.replaces.version)
    return same and is_sealed(previous)


def is_sealed(plan: Plan) -> bool:
    """Whether it was issued, and is as it was then."""
    return plan.issued is not None and plan.seal == seal_of(plan)


def _not_at_hand(plan: Plan, given: Plan | None) -> Finding:
    """Everything lost may be a STOP, so it is signed off as one.

    Who compared by hand compared these doses and these facts, and no later ones.
    """
    facts = plan.context.model_dump_json(exclude={"red_flags_screened"})  # an answers file may give that day itself
    read = digest("".join((*(item.model_dump_json() for item in plan.items), facts)))
    state = "the version before is not at hand"
    if given is not None:
        state = f"what was given as the version before is not version {plan.version - 1} of it as it was issued"
    return Finding(
        level="STOP",
        where="plan",
        what=f"it is version {plan.version}, and {state}.",
        why="What rose since then, and what was in force, is not judged.",
        source=_OWN,
        mend="Give it with the plan (--before PLAN, the issued file), or compare the two and sign it off: name, role, "
        "reason and day.",
        key=f"STOP question before {plan.version - 1} {read}",
        question=True,
        covers=Covered(),
    )


def _left_out(case: Case, previous: Plan) -> Iterator[Finding]:
    """A question for each condition that was in force in the version before, and that this one does not name.

    In a correction the same condition on another side is named: the side was the mistake.
    """
    now = case.plan.context.conditions
    named = {_place(held) for held in now}
    moved = _moved(previous.context.conditions, now) if is_correction(case.plan, case.on) else ()
    for held in previous.context.conditions:
        condition = case.rules.conditions.get(held.condition)
        if condition is None or _place(held) in named or held in moved:
            continue
        over = None if condition.stop else over_from(held, condition)
        if over is not None and over <= case.plan.start:
            continue
        called = f"{condition.name} ({_where(held)})" if _where(held) else condition.name
        level = strictest(held, condition, case)
        yield Finding(
            level=level,
            where="plan, conditions",
            what=f"{called}: in force in version {previous.version}, and {_instead(held, now)}. Is it over?",
            why="No rule looks at it any more.",
            source=_OWN,
            mend=f"Put it back, or {who_answers(level, 'why it is off the list')}.",
            key=f"{level} question left {held.condition} {held.side or '-'} {held.region or '-'}",
            question=True,
            covers=Covered(condition=held),
        )


def _moved(before: Sequence[ConditionInForce], now: Sequence[ConditionInForce]) -> list[ConditionInForce]:
    """Those of `before` that stand on another side now, and are else the same: each answers for one."""
    new, moved = [held for held in now if held not in before], list[ConditionInForce]()
    for held in before:
        same = next((one for one in new if one.model_copy(update={"side": held.side}) == held), None)
        if same is not None and held not in now:
            new.remove(same)
            moved.append(held)
    return moved


def _instead(held: ConditionInForce, now: Sequence[ConditionInForce]) -> str:
    """What this version says in its place."""
    places = [_where(one) for one in now if one.condition == held.condition and _where(one)]
    return f"in this one named for {' and '.join(places)} alone" if places else "not named in this one"


def _where(held: ConditionInForce) -> str:
    return " ".join(filter(None, (held.side, (held.region or "").replace("_", " "))))


def _noted(case: Case, previous: Plan) -> Iterator[Finding]:
    """A question for each note that named a condition, where neither the list nor a note of this version does."""
    context = case.plan.context
    now = {held.condition for held in context.conditions}
    now = now.union(*(keys for text in context.unlisted for keys in conditions_said(text)))
    for text in dict.fromkeys(previous.context.unlisted):
        lost = frozenset[str]().union(*(keys for keys in conditions_said(text) if not keys & now))
        if lost:
            yield _note_gone(text, [key for key in case.rules.conditions if key in lost], previous, case)


def _note_gone(text: str, lost: list[str], previous: Plan, case: Case) -> Finding:
    level = strictest_noted(lost, case)
    names = " or ".join(f"“{case.rules.conditions[key].name}”" for key in lost[:3])
    return Finding(
        level=level,
        where="plan, conditions",
        what=f"the note “{text}” of version {previous.version}, which may mean {names}, is gone. Is it over?",
        why="Nobody is told of it any more.",
        source=_OWN,
        mend=f"Put it back, or {who_answers(level, 'why it is gone')}.",
        key=f"{level} question noted {lost[0]} {digest(' '.join((text, *lost)))}",
        question=True,
        covers=Covered(),
    )


def _place(held: ConditionInForce) -> tuple[str, str | None, str | None]:
    return held.condition, held.side, held.region
