"""How completely a plan says what it is: CERT (16 items) and FITT-VP, as scores with what is missing.

CERT: Slade2016, in the kit's own words. FITT-VP: frequency, intensity, time, type, volume, progression
(clinical specification 3.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from kit.library.exercise import Exercise
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan


@dataclass(frozen=True)
class Entry:
    """One thing to report: its number, its name, whether the plan says it, and how to say it."""

    number: str
    name: str
    said: bool
    mend: str


@dataclass(frozen=True)
class Completeness:
    """Entries of one checklist, and how many of them are said."""

    entries: tuple[Entry, ...]

    @property
    def said(self) -> int:
        return sum(entry.said for entry in self.entries)

    @property
    def missing(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if not entry.said)

    def as_dict(self) -> dict[str, Any]:
        return {"said": self.said, "of": len(self.entries), "missing": [asdict(entry) for entry in self.missing]}


def cert(known: ResolvedPlan) -> Completeness:
    """The 16 items of CERT, three of them in two parts. 16b needs a diary, so it is left to the adherence report."""
    plan, exercises = known.plan, known.entries
    about = plan.reporting
    tailored = about.tailoring == "generic" or bool(about.tailored_how)
    return Completeness(
        (
            Entry("1", "Equipment", bool(exercises), "Add exercises; each names its equipment."),
            Entry("2", "Provider and qualification", bool(about.provider), "Name the therapist and the qualification."),
            Entry("3", "Alone or in a group", True, ""),
            Entry("4", "Supervision and delivery", bool(about.supervision), "Say how the plan is supervised."),
            Entry("5", "How adherence is measured", bool(exercises), "Add exercises; the diary measures it."),
            Entry("6", "Motivation", bool(plan.context.goal), "Write down the patient's goal."),
            Entry("7a", "Rule of progression", bool(about.progression_rule), "Say when the plan will be made harder."),
            Entry("7b", "How it progresses", bool(plan.review_on or plan.replaces), "Set a review date."),
            Entry("8", "Each exercise described", bool(exercises), "Add exercises."),
            Entry("9", "Home part", bool(exercises), "Add exercises."),
            Entry("10", "Parts that are no exercise", bool(about.advice), "Write the advice given, or “none”."),
            Entry("11", "Adverse events", bool(exercises), "Add exercises; the diary asks for pain and help signs."),
            Entry("12", "Setting", bool(about.setting), "Say where it is done."),
            Entry("13", "Dose", bool(exercises), "Add exercises with a dose."),
            Entry("14a", "Generic or tailored", about.tailoring is not None, "Say whether the plan is tailored."),
            Entry("14b", "How it is tailored", tailored, "Say how it was tailored to the patient."),
            Entry("15", "Starting level", bool(about.start_rule), "Say how the starting dose was found."),
            Entry("16a", "How fidelity is measured", bool(exercises), "Add exercises; the diary measures it."),
        )
    )


def fitt_vp(known: ResolvedPlan) -> Completeness:
    """FITT-VP of every item, and the progression of the plan."""
    entries = [entry for item, exercise in known.entries for entry in _of_item(item, exercise)]
    plan = known.plan
    rule = bool(plan.reporting.progression_rule)
    progression = [
        Entry("P", "Progression: rule", rule, "Say when the plan will be made harder."),
        Entry("P", "Progression: review", plan.review_on is not None, "Set a review date."),
    ]
    return Completeness((*entries, *progression))


def _of_item(item: Prescription, exercise: Exercise) -> Iterator[Entry]:
    where, dose = f"{item.item_id}, {exercise.patient_name}", item.dose
    yield Entry("F", f"{where}: frequency", True, "")
    # Stretches carry their own intensity: a light pull, never pain. Mobility and balance have none to set.
    effort = exercise.category not in ("strength", "aerobic") or bool(
        dose.effort_target is not None or dose.load_kg or dose.band
    )
    yield Entry("I", f"{where}: intensity", effort, "Set a target effort, a load or a band.")
    yield Entry("T", f"{where}: time", True, "")  # no dose is without
    yield Entry("T", f"{where}: type", True, "")
    yield Entry("V", f"{where}: volume", True, "")
