"""A plan with the exercises that it means: looked up once, then handed from room to room as one thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, Self

from kit.errors import Fault, PlanError
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.translation import Translation
from kit.plan.plan import Plan, unfinished
from kit.plan.prescription import Prescription
from kit.plan.side_order import fault_of_order
from kit.words.catalogue import Catalogue
from kit.words.sentences import SOURCE


class Entry(NamedTuple):
    """An item and its exercise."""

    item: Prescription
    exercise: Exercise


@dataclass(frozen=True)
class ResolvedPlan:
    """`exercises` are the plan's own: its snapshot once issued, else what it was resolved by.

    `shelf` is what there is to choose from, whatever the plan holds. `language` is the one that it is told in.
    """

    plan: Plan
    exercises: Library
    shelf: Library
    language: str = SOURCE

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The items whose exercise exists, in order: all of them, where the plan has no faults."""
        return tuple(
            Entry(item, self.exercises[item.exercise_id])
            for item in self.plan.items
            if item.exercise_id in self.exercises
        )

    def exercise(self, item: Prescription) -> Exercise:
        """The exercise of an item. Raises `PlanError` naming the nearest id where there is none."""
        return self.exercises[item.exercise_id]

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What keeps the plan from being handed out: no items, or an exercise that does not exist, is unfinished,
        or cannot be done with the sides taking turns."""
        if not self.plan.items:
            return (Fault(f"plan {self.plan.plan_id}", "it has no exercises.", "Add at least one exercise."),)
        return tuple(fault for item in self.plan.items if (fault := self._fault(item)))

    def whole(self) -> Self:
        """The same. Raises `PlanError` with every item whose exercise does not exist."""
        unknown = [
            self.exercises.unknown(item.exercise_id, self._where(item))
            for item in self.plan.items
            if item.exercise_id not in self.exercises
        ]
        if unknown:
            raise PlanError(unknown)
        return self

    def sound(self) -> Self:
        """The same. Raises `PlanError` with all faults where it cannot be handed out."""
        if self.faults:
            raise PlanError(self.faults)
        return self

    def told_in(self, words: Catalogue) -> Self:
        """For the patient: what has a translation is told in the language of `words`, the rest as it is.

        What is kept as a record stays as it was issued.
        """
        if words.language == self.language:
            return self
        translation = Translation.load(words.language)
        context = self.plan.context.model_copy(update={"goal": translation.of_plan(self.plan.context.goal)})
        told = {
            "title": translation.of_plan(self.plan.title),
            "told_next": translation.of_plan(self.plan.told_next),
            "context": context,
        }
        return replace(
            self,
            plan=self.plan.model_copy(update=told),
            exercises=Library(translation.exercises(self.exercises)),
            language=words.language,
        )

    def _fault(self, item: Prescription) -> Fault | None:
        if item.exercise_id not in self.exercises:
            return self.exercises.unknown(item.exercise_id, self._where(item))
        exercise = self.exercises[item.exercise_id]
        if exercise.needs_clinician:
            return unfinished(exercise, self._where(item))
        return fault_of_order(item, exercise, self._where(item))

    def _where(self, item: Prescription) -> str:
        return f"plan {self.plan.plan_id}, item {item.item_id}"


def resolve(plan: Plan, library: Library) -> ResolvedPlan:
    """The plan with its exercises: those it was issued with, or for a draft those of `library`."""
    return ResolvedPlan(plan, Library(plan.snapshot.exercises) if plan.snapshot else library, library)
