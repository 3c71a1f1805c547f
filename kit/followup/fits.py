"""Whether the review lets a step pass: no proposal makes a dose that it would refuse, or question as too much."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from kit.errors import KitError
from kit.followup.accept import taken
from kit.followup.step import Step
from kit.library.library import Library
from kit.library.rules import rules
from kit.plan.plan import Plan
from kit.plan.resolved import ResolvedPlan, resolve
from kit.review.check import findings
from kit.review.finding import HOLDING, Finding
from kit.settings import Settings

_TOLD = (*HOLDING, "CAUTION")
_REASON = "proposals of the follow-up"  # of a next version that starts on the day of this one, and is never kept


class NextVersion:
    """The draft that steps are tried on: the next version of an issued plan, or the draft itself."""

    def __init__(self, known: ResolvedPlan, before: Plan | None, as_of: dt.date, settings: Settings) -> None:
        plan = known.plan
        self._day = max(as_of, plan.start)
        self._before = before if plan.is_draft else plan
        self.draft = plan if plan.is_draft else plan.new_version(self._day, _REASON, on=self._day)
        self._settings = settings
        self.shelf: Library = known.shelf

    def refusal(self, step: Step, item_id: str) -> Finding | None:
        """The first finding that the step alone would make; None where the review lets it pass.

        What the review holds, and of a dose what it questions. Of another exercise a caution is no refusal.
        """
        if step.exercise is not None and self._is_planned(step.exercise.id):
            return _twice(step, item_id)
        try:
            tried = taken(self.draft, item_id, step.change, step.exercise)
        except KitError as error:
            return _no_plan(item_id, error)
        for finding in self._findings(tried):
            if finding.level in _TOLD and self._is_new(finding, step):
                return finding
        return None

    def cautions(self, step: Step, item_id: str) -> list[str]:
        """What the review says of another exercise, short of holding it."""
        if step.exercise is None:
            return []
        tried = taken(self.draft, item_id, step.change, step.exercise)
        own = {item.item_id for item in tried.items} - {item.item_id for item in self.draft.items}
        return [f.what for f in self._findings(tried) if f.level == "CAUTION" and f.item in own]

    def _is_planned(self, exercise_id: str) -> bool:
        return any(item.exercise_id == exercise_id for item in self.draft.items)

    def _findings(self, plan: Plan) -> list[Finding]:
        return list(findings(resolve(plan, self.shelf), self._day, self._before, self._settings))

    @cached_property
    def _standing(self) -> list[Finding]:
        return self._findings(self.draft)

    def _is_new(self, finding: Finding, step: Step) -> bool:
        if step.exercise is not None and finding.item is not None and finding.level == "CAUTION":
            return finding.holds and not any(one.key == finding.key for one in self._standing)
        if any((one.key, one.holds) == (finding.key, finding.holds) for one in self._standing):
            return False
        # The same limit with another number: more of what is too much already is refused, less of it is not.
        same = [one for one in self._standing if _topic(one) == _topic(finding) and one.holds == finding.holds]
        return not same or (step.way == "up" and not _is_floor(finding))


def _twice(step: Step, item_id: str) -> Finding:
    assert step.exercise
    what, why = f"{step.exercise.name} is in the plan already.", "The same work would stand there twice."
    return Finding("CAUTION", item_id, what, why, "design choice (D)", "Choose another one.", "CAUTION twice", item_id)


def _no_plan(item_id: str, error: KitError) -> Finding:
    """A step beyond what a plan can hold."""
    return Finding("ERROR", item_id, str(error), "", "design choice (D)", "", "ERROR no plan", item_id)


def _topic(finding: Finding) -> tuple[str, ...]:
    return (*finding.key.split()[:2], finding.item or "")


def _is_floor(finding: Finding) -> bool:
    """Whether it is a limit that the number is below: more of it is no worse."""
    limit = rules().limits.get(finding.key.split()[1])
    return limit is not None and limit.below is not None
