"""The dose of one session after another, each exercise and side by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from kit.adherence.dose import DoseDone
from kit.adherence.pattern import Unit
from kit.plan.prescription import Prescription
from tests.adherence.naive.cell import Cell, by_side, sides
from tests.adherence.naive.placing import Placed


@dataclass(frozen=True)
class _Amount:
    unit: Unit
    done: int
    planned: int


def dose_done(placed: Iterable[Placed]) -> DoseDone:
    """The dose of the sessions in which something was done. A session that leaves a part of it open is left out.

    Not done is 0; an empty cell is not.
    """
    done = [one for one in placed if one.is_done]
    told = [amounts for amounts in map(_amounts, done) if amounts is not None]
    cells = [amount for amounts in told for amount in amounts]
    if not cells:
        return DoseDone(len(done), 0)
    units = {cell.unit for cell in cells}
    if len(units) > 1:
        share = sum((Fraction(cell.done, cell.planned) for cell in cells), Fraction()) / len(cells)
        return DoseDone(len(done), len(told), share)
    total, planned = sum(cell.done for cell in cells), sum(cell.planned for cell in cells)
    return DoseDone(len(done), len(told), Fraction(total, planned), units.pop(), total, planned)


def _amounts(placed: Placed) -> list[_Amount] | None:
    """What was done of each exercise and side that was due; None unless all of it is told."""
    found = []
    for item in placed.slot.items:
        cells = by_side(placed.cells, item)
        for side in sides(item):
            unit, planned = _planned(item)
            done = _done(item, unit, cells[side]) if side in cells else None
            if done is None:
                return None
            found.append(_Amount(unit, min(done, planned), planned))
    return found


def _planned(item: Prescription) -> tuple[Unit, int]:
    """Of one side: seconds for what goes by the clock or is mostly held, else repetitions."""
    dose = item.dose
    if dose.duration_s is not None:
        return "s", dose.sets * dose.duration_s
    reps = dose.sets * dose.reps
    return ("s", reps * dose.hold_s) if dose.hold_s > dose.tempo_s else ("reps", reps)


def _done(item: Prescription, unit: Unit, cell: Cell) -> int | None:
    if cell.status == "not_done":
        return 0
    times = cell.sets_done if item.dose.duration_s is not None else _reps(cell)
    if unit == "reps" or times is None:
        return times
    if cell.hold_done_s is None:
        return None
    # Not one repetition to its end, and yet seconds of it: it was broken off.
    return max(times, 1) * cell.hold_done_s


def _reps(cell: Cell) -> int | None:
    """All repetitions; `reps_done` are those of each set, of each but the last where that one is told apart."""
    sets, reps, last = cell.sets_done, cell.reps_done, cell.reps_last_set
    if sets is None or reps is None:
        return None
    return sets * reps if last is None or sets == 0 else (sets - 1) * reps + last
