"""What a patient needs for a plan, and what only helps: a weight or band is needed where the
dose sets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.handouts.set_up import bed_alone
from kit.library.equipment import is_gone, needed
from kit.library.exercise import Equipment
from kit.library.translation import Translation
from kit.plan.floor import surface_of
from kit.plan.plan import Plan
from kit.plan.resolved import Entry, ResolvedPlan
from kit.words.catalogue import Catalogue
from kit.words.folding import fold, singular

_WEIGHTS, _BANDS, _MATS = frozenset({"weight", "dumbbell", "kettlebell"}), frozenset({"band"}), frozenset({"mat"})


class Things(NamedTuple):
    """Names of things: those that it cannot be done without, and those that help."""

    needed: list[str]
    optional: list[str]


def things(known: ResolvedPlan, words: Catalogue) -> Things:
    """What all exercises of a plan take together, nothing twice."""
    return _parted(known.entries, known.plan, words)


def item_things(entry: Entry, plan: Plan, words: Catalogue) -> Things:
    """What one item takes."""
    return _parted([entry], plan, words)


def _parted(entries: Sequence[Entry], plan: Plan, words: Catalogue) -> Things:
    named = [thing for entry in entries for thing in _named(entry, plan, words)]
    asked = [*named, *(thing for entry in entries for thing in _unnamed(entry, words))]
    english = Translation.load(words.language).thing_in_english
    told = {english(thing.name): thing.name for thing in asked}
    # What settles what is read from the English words: "or" is a choice there, and in no other language.
    wanted = (thing.model_copy(update={"name": english(thing.name)}) for thing in asked)
    kept = needed(thing for thing in wanted if not (thing.optional and is_gone(thing.name, plan.context.not_at_home)))
    unset = {english(name) for entry in entries for name in _bands_unset(entry, words)}
    named_as = {
        t.name: words.say("handout.which_band", band=told[t.name]) if t.name in unset else told[t.name] for t in kept
    }
    return Things([named_as[t.name] for t in kept if not t.optional], [named_as[t.name] for t in kept if t.optional])


def _bands_unset(entry: Entry, words: Catalogue) -> Iterator[str]:
    """The bands that an exercise cannot do without, where its dose sets no strength."""
    item, exercise = entry
    if not item.dose.band:
        yield from (t.name for t in exercise.equipment if not t.optional and _words(t, words) & _BANDS)


def _named(entry: Entry, plan: Plan, words: Catalogue) -> Iterator[Equipment]:
    """The things of an exercise, as the dose and the surface of the item ask for them."""
    item, exercise = entry
    bed = surface_of(item, exercise, plan) == "bed"
    for thing in exercise.equipment:
        kind = _words(thing, words)
        if kind & _MATS and bed:
            if not bed_alone(plan):
                yield Equipment(name=thing.name, optional=True)
        else:
            asked = (item.dose.load_kg and kind & _WEIGHTS) or (item.dose.band and kind & _BANDS)
            if asked or not (thing.optional and kind & (_WEIGHTS | _BANDS)):  # what the dose makes no use of
                yield Equipment(name=thing.name, optional=thing.optional and not asked)


def _unnamed(entry: Entry, words: Catalogue) -> Iterator[Equipment]:
    """The weight or band of the dose, where the exercise names none, and the shoes."""
    item, exercise = entry
    kinds = [_words(thing, words) for thing in exercise.equipment]
    if item.dose.load_kg and not any(kind & _WEIGHTS for kind in kinds):
        yield Equipment(name=words.say("handout.weight"))
    if item.dose.band and not any(kind & _BANDS for kind in kinds):
        yield Equipment(name=words.say("handout.band"))
    if exercise.shoes == "firm":
        yield Equipment(name=words.say("handout.shoes_thing"))


def _words(thing: Equipment, words: Catalogue) -> frozenset[str]:
    """The English words of a thing, whatever language it is told in."""
    return frozenset(map(singular, fold(Translation.load(words.language).thing_in_english(thing.name))))
