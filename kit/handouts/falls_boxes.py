"""Staying safe on one's feet, getting down to the floor and up, and what to do after a fall."""

from __future__ import annotations

from collections.abc import Iterator

from kit.clinic import Clinic
from kit.handouts.nodes import Box
from kit.library.exercise import Exercise
from kit.plan.floor import on_the_floor, surface_of
from kit.plan.patient_facts import joint_still_heals, patient_facts
from kit.plan.resolved import ResolvedPlan
from kit.words.catalogue import Catalogue

_SAFE = ("someone", "phone", "rail", "shoes", "dizzy")
_DOWN_AND_UP = ("bed", "down", "up", "crawl", "push", "rest")


def falls_boxes(known: ResolvedPlan, clinic: Clinic, words: Catalogue) -> Iterator[Box]:
    """For those of 65 and older or at risk of falls, where something is done standing, on the floor or on a bed."""
    if not patient_facts(known.plan).ever & {"age_65", "falls_risk"}:
        return
    if not any(_asks_for_balance(exercise) for _, exercise in known.entries):
        return
    steps = _steps_to_get_up(known)
    yield Box("falls", words.say("falls.title"), "", _lines("falls", _SAFE, words))
    if steps:
        yield Box("falls", words.say("falls.floor.title"), "", _lines("falls.floor", _DOWN_AND_UP, words))
    number = clinic.emergency
    hurt = words.say("falls.after.hurt", number=number)
    then = _lines("falls.after", _not_hurt(known, steps), words)
    lines = (words.say("falls.after.still"), hurt, *then)
    yield Box("falls", words.say("falls.after.title"), "", lines, calls=(number,))


def _steps_to_get_up(known: ResolvedPlan) -> bool:
    """Whether something is done on the floor itself, and no new hip or knee forbids the way up by oneself."""
    plan = known.plan
    floor = any(surface_of(item, exercise, plan) == "floor" for item, exercise in known.entries)
    return floor and not joint_still_heals(plan)


def _not_hurt(known: ResolvedPlan, steps: bool) -> tuple[str, ...]:
    if joint_still_heals(known.plan):
        return ("up_with_help", "tell")
    return ("up_by_steps",) if steps else ("up",)


def _asks_for_balance(exercise: Exercise) -> bool:
    """Done standing or lying; an exercise that does not say how is held to be."""
    standing = exercise.base == "stand" or any(tag.name == "stand" for tag in exercise.tags)
    lying = on_the_floor(exercise) or (exercise.base or "").startswith("floor")
    return standing or lying or (exercise.base is None and not exercise.tags)


def _lines(table: str, names: tuple[str, ...], words: Catalogue) -> tuple[str, ...]:
    return tuple(words.say(f"{table}.{name}") for name in names)
