"""Loads in kilograms by what is loaded: a first one, and a later one (corrections of the specification, 5.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kit.library.exercise import Exercise, LoadClass, Side
from kit.library.load import Fragile, LoadLimit, Loads, load_class
from kit.plan.context import Context
from kit.plan.prescription import Prescription
from kit.review.dosed import Dosed, held_conditions, sides_of
from kit.review.finding import Finding, Level
from kit.review.judged import kit_exercises
from kit.review.quantities import plain
from kit.settings import CLINIC_SETTING, Settings

OWN = "design choice (D)"


def class_of(exercise: Exercise) -> LoadClass:
    """What is loaded: of a copy what the kit's own exercise of that name says."""
    kit = kit_exercises()
    own = kit[exercise.id].load_class if exercise.id in kit else None
    return own or exercise.load_class or load_class(exercise)


def load_before(dosed: Dosed) -> float:
    """The load in kilograms that the exercise had in the version before; 0 without one.

    Of each side that is to work now the heaviest one; of two sides that of the one that had less.
    """
    return min(_heaviest(dosed.before or (), side) for side in sides_of(dosed.item))


def _heaviest(items: tuple[Prescription, ...], side: Side) -> float:
    return max((item.dose.load_kg or 0 for item in items if side in sides_of(item)), default=0)


def reasons_to_halve(fragile: Fragile, context: Context, on: dt.date) -> list[str]:
    """Why a first load has to be low for this patient; nothing where it has not."""
    old = context.age is not None and context.age >= fragile.age_from
    held = held_conditions(context, on)
    in_force = [name.replace("_", " ") for name in fragile.conditions if name in held]
    return [*([f"age {context.age}"] if old else []), *in_force]


@dataclass(frozen=True)
class _Broken:
    """A limit that a load is above; `because` says whom it was halved for."""

    level: Level
    limit: float
    name: str
    because: tuple[str, ...] = ()


class LoadLimits:
    """The limits of `loads` as the clinic sets them."""

    def __init__(self, loads: Loads, settings: Settings) -> None:
        self._loads, self._set = loads, settings.loads

    def of_item(self, dosed: Dosed, context: Context, on: dt.date) -> Iterator[Finding]:
        """At most one finding: of a first load or of a later one."""
        load = dosed.item.dose.load_kg
        if load:
            kind = class_of(dosed.exercise)
            broken = self._broken(load, kind, dosed, context, on)
            if broken:
                yield self._finding(broken, load, kind, dosed)

    def _broken(self, load: float, kind: LoadClass, dosed: Dosed, context: Context, on: dt.date) -> _Broken | None:
        limit = self._limit(kind)
        if load_before(dosed):
            return _Broken("ERROR", limit.later_error, "later_load") if load > limit.later_error else None
        if load > limit.first_error:
            return _Broken("ERROR", limit.first_error, "first_load")
        because = tuple(reasons_to_halve(self._loads.fragile, context, on))
        caution = (limit.first_caution or 0) / (2 if because else 1)
        return _Broken("CAUTION", caution, "first_load", because) if load > caution else None

    def _limit(self, kind: LoadClass) -> LoadLimit:
        limit, own = self._loads.classes[kind], self._set.get(kind)
        if own is None:
            return limit
        return limit.model_copy(update=dict(zip(("first_caution", "first_error", "later_error"), own, strict=True)))

    def _finding(self, broken: _Broken, load: float, kind: LoadClass, dosed: Dosed) -> Finding:
        if kind == "none":
            what = f"this exercise cannot be loaded, and it has {plain(load)} kg."
            why, mend = "It is done with the weight of the body alone.", "Take the load away, or swap the exercise."
        else:
            first = broken.name == "first_load"
            what = f"A {'first ' if first else ''}load of {plain(load)} kg is high for this exercise."
            why = f"Above {plain(broken.limit)} kg for {self._loads.classes[kind].called}"
            why += f", half of the usual for {', '.join(broken.because)}." if broken.because else "."
            mend = "Start lower; type the unit again." if first else "Check the number and its unit."
        return Finding(
            level=broken.level,
            where=dosed.where,
            what=what,
            why=why,
            source=CLINIC_SETTING if kind in self._set else OWN,
            mend=mend,
            key=f"{broken.level} {broken.name} {dosed.item.item_id} {dosed.exercise.id} {plain(load)}",
            item=dosed.item.item_id,
        )
