"""What an exercise would bring to a plan that it is not in yet: its conditions, the floor, and things not at home."""

from __future__ import annotations

from dataclasses import dataclass

from kit.library.equipment import missing
from kit.library.exercise import Exercise, Region
from kit.plan.affected import sides_on
from kit.plan.prescription import Prescription, prescribe
from kit.plan.resolved import Entry
from kit.review.case import Case
from kit.review.finding import LEVELS, Finding, Level
from kit.review.getting_down import cannot_get_up
from kit.review.judged import judged
from kit.review.precautions import precaution


@dataclass(frozen=True)
class Brought:
    """The highest level that an exercise would bring, and why, in a few words."""

    level: Level
    what: str


class Beforehand:
    """What each exercise would bring to the plan of `case`, at its usual dose and on the affected side.

    Each is judged once. The review of the plan, once it is in it, says the same of its conditions, and more.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[str, Brought | None] = {}

    def of(self, exercise: Exercise) -> Brought | None:
        """Nothing for INFO, and for an exercise that a clinician has still to complete."""
        if exercise.id not in self._known:
            self._known[exercise.id] = None if exercise.needs_clinician else self._judge(exercise)
        return self._known[exercise.id]

    def fits(self, exercise: Exercise) -> bool:
        """Whether it can be done with what is at home, and brings neither a STOP nor an AVOID."""
        about, brought = self._case.plan.context, self.of(exercise)
        if exercise.needs_clinician or (brought and brought.level in ("STOP", "AVOID")):
            return False
        return not missing(exercise, about.equipment, about.not_at_home)

    def _judge(self, exercise: Exercise) -> Brought | None:
        case, about = self._case, self._case.plan.context
        entry = Entry(self._prescribed(exercise), exercise)
        one = judged(entry, case.known, case.rules, case.on)
        found = [finding for reading in case.readings if (finding := precaution(one, reading, case))]
        told = [Brought(finding.level, _said(finding)) for finding in found if finding.level != "INFO"]
        if stop := next((r for r in case.readings if r.condition.stop and _concerns(r.held.region, exercise)), None):
            told.append(Brought("STOP", f"{stop.condition.name}."))
        if cannot_get_up(one, case):
            told.append(Brought("AVOID", "Needs getting down to the floor."))
        if lacking := missing(exercise, about.equipment, about.not_at_home):
            told.append(Brought("CAUTION", f"Needs {', '.join(lacking)}."))
        return min(told, key=lambda brought: LEVELS.index(brought.level)) if told else None

    def _prescribed(self, exercise: Exercise) -> Prescription:
        item, side = prescribe(exercise, "new"), self._case.plan.context.side
        sides = sides_on(exercise, side)
        lead = {"lead_side": side} if sides and side != "both" else {}
        return item.model_copy(update={**sides, **lead})


def _said(finding: Finding) -> str:
    """What is wrong, without where."""
    return finding.what[:1].upper() + finding.what[1:]


def _concerns(region: Region | None, exercise: Exercise) -> bool:
    return region is None or exercise.loads(region)
