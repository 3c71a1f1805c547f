"""What really clears a finding: a change counts only when the review of the changed plan says so.

A swap clears a finding of an item when the new item has no finding of that level or higher, and nothing else in the
plan has one more. Any other change may leave what the item had beside it, and adds nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from kit.errors import KitError
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.review.finding import LEVELS, Finding

Reviewed = Callable[[Plan], Iterable[Finding]]

FEW = 3  # swaps that are offered for one finding
MOST = 120  # exercises that are tried for it, the nearest first


def cleared(finding: Finding, before: Iterable[Finding], after: Iterable[Finding]) -> bool:
    """Whether the review `after` a change of the same item no longer has the finding, nor a new one as high."""
    were, are = _kinds(before, finding.level), _kinds(after, finding.level)
    return are[_kind(finding)] < were[_kind(finding)] and not are - were


def swapped_out(finding: Finding, before: Iterable[Finding], after: Iterable[Finding], items: frozenset[str]) -> bool:
    """Whether the review `after` its exercise was swapped is free of it; `items` are the ids that are new."""
    found = list(after)
    if any(one.item in items and _as_high(one, finding.level) for one in found):
        return False
    others = _kinds((one for one in before if one.item != finding.item), finding.level)
    return not _kinds((one for one in found if one.item not in items), finding.level) - others


def swaps_that_clear(
    finding: Finding, plan: Plan, library: Library, swap: Callable[[Exercise], Plan], review: Reviewed
) -> Iterator[Exercise]:
    """The exercises that clear the finding of an item, nearest first, at most a few. `swap` puts one in its place."""
    told, offered = list(review(plan)), 0
    for exercise in candidates(finding, plan, library):
        try:
            changed = swap(exercise)
        except KitError:
            continue  # it cannot be prescribed so
        new = frozenset(item.item_id for item in changed.items) - {item.item_id for item in plan.items}
        alone = changed.model_copy(update={"items": tuple(i for i in changed.items if i.item_id in new)})
        if any(one.item in new and _as_high(one, finding.level) for one in review(alone)):
            continue  # in company it says no less, and alone it is told sooner
        if swapped_out(finding, told, review(changed), new):
            yield exercise
            offered += 1
            if offered == FEW:
                return


def candidates(finding: Finding, plan: Plan, library: Library) -> list[Exercise]:
    """What may stand in its place: what the conditions prefer, easier forms, then its own kind, the nearest first."""
    planned = {item.exercise_id for item in plan.items}
    here = next((item.exercise_id for item in plan.items if item.item_id == finding.item), "")
    if here not in library:
        return []
    exercise = library[here]
    first = [*finding.swaps, *(variant.id for variant in exercise.easier if variant.id)]
    kin = [one for one in library if _kinship(one, exercise)]
    nearest = sorted(kin, key=lambda one: -_kinship(one, exercise))
    wanted = [*(library[name] for name in first if name in library), *nearest]
    usable = {one.id: one for one in wanted if one.id not in planned and not one.needs_clinician}
    return list(usable.values())[:MOST]


def _kinship(one: Exercise, other: Exercise) -> int:
    """How near two exercises are: the same kind of work, for the same part of the body."""
    return (one.category == other.category) + 2 * (one.region == other.region)


def _as_high(finding: Finding, level: str) -> bool:
    return not finding.answered and LEVELS.index(finding.level) <= LEVELS.index(level)


def _kinds(findings: Iterable[Finding], level: str) -> Counter[tuple[str, str | None]]:
    return Counter(_kind(one) for one in findings if _as_high(one, level))


def _kind(finding: Finding) -> tuple[str, str | None]:
    """What a finding is about, whatever its numbers: the first word of its key after the level, and the item."""
    words = finding.key.split()
    return (words[1] if len(words) > 1 else "", finding.item)
