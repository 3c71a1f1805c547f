"""A plan in the words of its patient: what has a translation is told in the clinic's language, the rest as it is."""

from __future__ import annotations

from kit.library.library import Library
from kit.library.translation import Translation
from kit.plan.plan import Plan
from kit.words.catalogue import Catalogue
from kit.words.sentences import SOURCE


def in_language(plan: Plan, library: Library, words: Catalogue) -> tuple[Plan, Library]:
    """The plan and the exercises that it goes with, for a patient; what is kept as a record stays as it was issued.

    Doing it twice changes nothing.
    """
    if words.language == SOURCE:
        return plan, library
    translation = Translation.load(words.language)
    known = translation.exercises(plan.library(library).exercises.values())
    context = plan.context.model_copy(update={"goal": translation.of_plan(plan.context.goal)})
    told: dict[str, object] = {"title": translation.of_plan(plan.title), "context": context}
    if plan.snapshot:
        told["snapshot"] = plan.snapshot.model_copy(update={"exercises": tuple(known)})
    return plan.model_copy(update=told), Library(known)
