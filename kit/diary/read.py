"""A diary that came back, as a frame of typed rows. What cannot be read for certain is refused, and kept to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from kit.diary.columns import COLUMNS, RATED
from kit.diary.entries import has_entries
from kit.diary.repeats import session_conflicts, single
from kit.diary.rows import Reject, Row
from kit.diary.streaming import alarms_of, read_rows
from kit.errors import ContentError, Fault
from kit.given import checked
from kit.plan.plan import Plan
from kit.words.numbers import counted

__all__ = ["Diary", "Reject", "frame", "has_entries", "read_diary"]

_WHOLE = (
    *("plan_version", "week", "slot", "sets_done", "reps_done", "reps_last_set", "hold_done_s"),
    *RATED,
)
DTYPES = {
    **dict.fromkeys(COLUMNS, "string"),
    **dict.fromkeys(_WHOLE, "Int64"),
    "load_kg": "Float64",
    "date": "datetime64[s]",
}


@dataclass(frozen=True)
class Diary:
    """`rows` has the diary's columns, missing where blank, and the spreadsheet's row number as index (`row`).

    `rejects` are the rows that were refused, in order; `faults` what was ignored or contradicts itself, with the signs
    for help and the much pain of refused rows at the front. `repeated`
    counts rows that say what another one says, `blank` those with nothing in them: together they are all rows.
    """

    rows: pd.DataFrame
    rejects: tuple[Reject, ...]
    faults: tuple[Fault, ...]
    repeated: int = 0
    blank: int = 0

    def __repr__(self) -> str:
        rest = f"{len(self.rejects)} refused, {self.repeated} repeated, {self.blank} blank"
        return f"Diary({counted(len(self.rows), 'row')}, {rest})"

    def to_frame(self) -> pd.DataFrame:
        """The rows that were read, to be changed at will."""
        return self.rows.copy()


@checked
def read_diary(path: str | PathLike[str], plans: Sequence[Plan] = ()) -> Diary:
    """The diary in a file, saved by whatever program. With `plans`, what they do not have is refused, row by row.

    Raises `MachineError` when the file cannot be read, `ContentError` when it is no diary, or that of another plan.
    """
    where = Path(path).name
    read = list(read_rows(path, (lambda _: plans) if plans else None))
    rejects = [reject for batch in read for reject in batch.rejects]
    found = [row for batch in read for row in batch.rows]
    if plans and not found:
        _refuse_strangers(rejects, plans, where)
    rows, conflicts, repeats = single(found, where)
    rejects = sorted([*rejects, *conflicts], key=lambda r: r.row)
    alarms = alarms_of(rejects, where)
    faults = [*alarms, *(fault for batch in read for fault in batch.faults), *repeats, *session_conflicts(rows, where)]
    repeated = sum(batch.repeated for batch in read) + len(repeats)
    return Diary(frame(rows), tuple(rejects), tuple(faults), repeated, sum(batch.blank for batch in read))


def _refuse_strangers(rejects: Sequence[Reject], plans: Sequence[Plan], where: str) -> None:
    """Raises `ContentError` where all rows belong to plans that are not here."""
    names = list(dict.fromkeys(reject.stranger for reject in rejects))
    if names and all(names):
        theirs = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        ours = ", ".join(dict.fromkeys(f"{plan.plan_id} ({plan.code})" for plan in plans))
        alarms = alarms_of(rejects, where)
        raise ContentError(
            [Fault(where, f"belongs to {theirs}, not to {ours}.", "Give the diary of this plan."), *alarms]
        )


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """The rows as a frame with fixed types; no rows give an empty frame of the same types."""
    rows = list(rows)
    return frame_of({name: [row.values[name] for row in rows] for name in COLUMNS}, [row.number for row in rows])


def frame_of(columns: Mapping[str, Sequence[Any]], numbers: Sequence[int]) -> pd.DataFrame:
    """The same of values column by column; a column that is not given is missing in every row."""
    index = pd.Index(list(numbers), dtype="int64", name="row")
    series = {name: pd.Series(columns.get(name, pd.NA), index=index, dtype=dtype) for name, dtype in DTYPES.items()}
    return pd.DataFrame(series, index=index)
