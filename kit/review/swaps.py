"""What could stand in place of an exercise that does not fit. Every suggestion is itself checked."""

from __future__ import annotations

from kit.library.exercise import Exercise
from kit.plan.prescription import prescribe
from kit.plan.resolved import Entry
from kit.review.case import Case
from kit.review.judged import judged
from kit.review.precautions import precaution
from kit.review.reading import Reading


class Swaps:
    """What may be suggested in one plan; each exercise is judged once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._planned = {item.exercise_id for item in case.plan.items}
        self._judged: dict[str, bool] = {}

    def of(self, exercise: Exercise) -> tuple[str, ...]:
        """Ids: what the conditions prefer, then easier variants; none that a rule marks AVOID or higher, none twice."""
        wanted = [
            *(name for reading in self._case.readings for name in reading.condition.prefer),
            *(variant.id for variant in exercise.easier if variant.id),
        ]
        return tuple(name for name in dict.fromkeys(wanted) if name not in self._planned and self._may_stand(name))

    def _may_stand(self, name: str) -> bool:
        if name not in self._judged:
            shelf = self._case.known.shelf
            self._judged[name] = name in shelf and self._allowed(shelf[name])
        return self._judged[name]

    def _allowed(self, exercise: Exercise) -> bool:
        if exercise.needs_clinician:
            return False
        case = self._case
        one = judged(Entry(prescribe(exercise, "swap"), exercise), case.known, case.rules, case.on)
        if one.untagged or any(_stopped(exercise, reading) for reading in case.readings):
            return False
        found = (precaution(one, reading, case) for reading in case.readings)
        return all(finding is None or finding.level != "AVOID" for finding in found)


def _stopped(exercise: Exercise, reading: Reading) -> bool:
    """Whether a condition that holds the plan, or a region that the exercise loads, is in force."""
    region = reading.held.region
    return reading.condition.stop and (region is None or exercise.loads(region))
