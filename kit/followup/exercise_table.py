"""Each exercise of a follow-up: how often it was done, on which side, how much of it, why not, and pain after it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kit.adherence.counts import sevenths
from kit.adherence.dose import dose
from kit.adherence.exercises import by_exercise
from kit.adherence.frames import DONE
from kit.adherence.parts import ITEM
from kit.adherence.sentences import about, shared
from kit.adherence.sides import side_gaps
from kit.adherence.skips import skip_reasons
from kit.followup.pointer import Pointer, pointers
from kit.followup.reasons import of_whole_sessions, reason_code
from kit.statistics.certainty import is_enough
from kit.statistics.interval import Bounds, newcombe, wilson

FEW = 3  # sessions below which nothing is said of a median


@dataclass(frozen=True)
class SideLine:
    """Sessions of one exercise on one side."""

    side: str
    done: Fraction
    expected: Fraction


@dataclass(frozen=True)
class ExerciseLine:
    """Sessions in which an exercise was due, done at all, and wholly done, with Wilson's interval of the share.

    `sides` are empty where it has none; `is_gap` says whether they differ beyond doubt and by 20 points. `dose` is the
    share of the planned dose in the sessions that tell it, capped; `volume` is not capped. `pain_after` is the median
    of sessions in which it was done, None below three.
    """

    item_id: str
    exercise_id: str
    name: str
    place: int
    expected: Fraction
    done: Fraction
    wholly: Fraction
    is_logged: bool
    interval: Bounds | None
    sides: tuple[SideLine, ...]
    is_gap: bool
    dose: float | None
    volume: float | None
    dose_told: int
    reasons: tuple[tuple[str, int], ...]
    pain_after: float | None
    rows: tuple[Pointer, ...]

    @property
    def share(self) -> str:
        """ "86 % (24 of 28)"; without a percentage where too few were due, or too little logged."""
        if not self.is_logged:
            return f"{about(self.done)} of {about(self.expected)}"
        return shared(self.done, self.expected)


def exercise_table(cells: pd.DataFrame, slots: pd.DataFrame, sessions: pd.DataFrame) -> tuple[ExerciseLine, ...]:
    """Of CELLS, SLOTS and SESSIONS of one plan and period, in the order of the plan."""
    doses = {(row["item_id"], row["exercise_id"]): row for row in dose(cells, slots, ITEM).to_dict("records")}
    gaps = {(row["item_id"], row["exercise_id"]): row for row in side_gaps(cells).to_dict("records")}
    reasons = skip_reasons(cells[~of_whole_sessions(cells)])
    pain = sessions.set_index("session")["pain_after"]
    found = []
    for row in by_exercise(cells).to_dict("records"):
        item, exercise = str(row["item_id"]), str(row["exercise_id"])
        its = cells[(cells["item_id"] == item) & (cells["exercise_id"] == exercise)]
        told = reasons[(reasons["item_id"] == item) & (reasons["exercise_id"] == exercise)]
        amount, gap = doses.get((item, exercise)), gaps.get((item, exercise))
        after = pain.reindex(its.loc[its["status"].isin(DONE), "session"].dropna().unique()).dropna()
        sides = _sides(gap) if gap else ()
        found.append(
            ExerciseLine(
                item_id=item,
                exercise_id=exercise,
                name=str(row["name"]),
                place=int(row["place"]),
                expected=sevenths(row["expected"]),
                done=sevenths(row["done"]),
                wholly=sevenths(row["wholly"]),
                is_logged=_is_logged(its),
                interval=wilson(row["done"], row["expected"]) if row["expected"] >= FEW and _is_logged(its) else None,
                sides=sides,
                is_gap=_is_gap(sides),
                dose=float(amount["share"]) if amount else None,
                volume=float(amount["volume_ratio"]) if amount else None,
                dose_told=int(amount["told"]) if amount else 0,
                reasons=tuple(
                    (reason_code(str(r)), int(n)) for r, n in zip(told["reason"], told["sessions"], strict=True)
                ),
                pain_after=float(after.median()) if len(after) >= FEW else None,
                rows=pointers(its),
            )
        )
    return tuple(found)


def _is_logged(cells: pd.DataFrame) -> bool:
    """Whether enough of what was due of an exercise was logged."""
    logged, due = cells.loc[cells["status"] != "missing", "weight"].sum(), cells["weight"].sum()
    return is_enough(sevenths(logged), sevenths(due))


def _sides(gap: dict[object, object]) -> tuple[SideLine, ...]:
    return tuple(
        SideLine(side, sevenths(gap[f"done_{side}"]), sevenths(gap[f"expected_{side}"]))  # type: ignore[arg-type]
        for side in ("left", "right")
    )


def _is_gap(sides: tuple[SideLine, ...]) -> bool:
    if not sides or not all(side.expected for side in sides):
        return False
    left, right = sides
    return newcombe(*(float(n) for n in (right.done, right.expected, left.done, left.expected))).is_gap
