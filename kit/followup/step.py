"""One change of one item, as a ladder offers it: what would change, and how that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from kit.library.dose import Dose
from kit.library.exercise import Exercise
from kit.plan.prescription import Prescription
from kit.words.numbers import clock

Way = Literal["up", "down"]


@dataclass(frozen=True)
class Step:
    """`change` is what `Plan.adjust` takes; with an `exercise` what `Plan.add` takes, in place of the item.

    `caution` is told beside it.
    """

    way: Way
    words: str
    change: Mapping[str, Any]
    exercise: Exercise | None = field(default=None, repr=False)
    caution: str = ""


@dataclass(frozen=True)
class NoStep:
    """Why a ladder offers nothing; `ask` where a clinician has to find something out first."""

    why: str
    ask: bool = False


def changed(way: Way, item: Prescription, **change: Any) -> Step:
    """A step of the dose: "2 × 30 s → 3 × 30 s"."""
    after = item.dose.model_copy(update=change)
    return Step(way, f"{brief_dose(item.dose)} → {brief_dose(after)}", MappingProxyType(change))


def brief_dose(dose: Dose) -> str:
    """The dose in a few signs, a single set unsaid: "3 × 10, 5.5 kg"."""
    counts = [str(dose.sets)] if dose.sets > 1 else []
    if dose.duration_s is not None:
        counts.append(clock(dose.duration_s))
    else:
        counts += [str(dose.reps), *([f"{dose.hold_s} s"] if dose.hold_s else [])]
    alone = counts[0] if dose.duration_s is not None else f"1 × {counts[0]}"
    parts = [" × ".join(counts) if len(counts) > 1 else alone]
    parts += [f"{dose.load_kg:g} kg"] if dose.load_kg else []
    return ", ".join([*parts, *([f"{dose.band} band"] if dose.band else [])])
