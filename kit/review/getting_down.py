"""Exercises on the floor, and whether the patient gets down to it and up again."""

from __future__ import annotations

from collections.abc import Iterator

from kit.plan.floor import needs_floor_care
from kit.review.case import Case
from kit.review.finding import Finding
from kit.review.judged import Judged
from kit.review.precautions import covered

_SOURCE = "general knowledge (G)"
_WHY = "Can the patient get up again?"
_MEND = "Use a firm bed where the exercise allows it, or swap it."


def getting_down(case: Case) -> Iterator[Finding]:
    """AVOID for an item on the floor where the patient does not get up from it; CAUTION for the plan where nobody
    knows, or where help is needed, and age or a condition makes it a matter of care."""
    down = [one for one in case.items if one.surface == "floor"]
    answer = case.plan.context.gets_off_floor
    yield from (_no(one, case) for one in down if cannot_get_up(one, case))
    if down and answer not in ("no", "yes") and needs_floor_care(case.context, case.context.conditions):
        names = [one.exercise.patient_name for one in down]
        listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        verb = "needs" if len(names) == 1 else "need"
        help_ = " The patient needs help with it." if answer == "with_help" else ""
        what = f"{listed} {verb} getting down to the floor.{help_}"
        key = f"CAUTION floor plan {' '.join(one.item.item_id for one in down)}"
        mend = f"Ask, and note it. {_MEND}"
        yield Finding("CAUTION", "plan", what, _WHY, _SOURCE, mend, key)


def cannot_get_up(one: Judged, case: Case) -> bool:
    """Whether it is done on the floor, by a patient who does not get up from there."""
    return one.surface == "floor" and case.plan.context.gets_off_floor == "no"


def _no(one: Judged, case: Case) -> Finding:
    what = "needs getting down to the floor, and the patient cannot get up again."
    return Finding(
        *("AVOID", one.where, what, "Nobody may be there to help.", _SOURCE, _MEND),
        key=f"AVOID floor {one.item.item_id} {one.exercise.id}",
        item=one.item.item_id,
        covers=covered(one, None, (), case),
    )
