"""The dose done against the dose planned (clinical specification 6.3), as far as the diary tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from kit.adherence.answers import key_on
from kit.adherence.arrays import NONE, Ints, day_numbers, groups, place_in, summed, texts
from kit.adherence.pattern import UNITS, Unit

_BY = ("plan_code",)


@dataclass(frozen=True)
class DoseDone:
    """The dose of the sessions done: the `told` ones of `sessions` that tell it for every exercise and side due.

    `share` runs from 0 to 1, each exercise and side capped at what was planned. `done` (capped too) and `planned` are
    seconds or repetitions, None where both stand in the plan: then `share` is the mean over exercises and sides.
    """

    sessions: int
    told: int
    share: Fraction | None = None
    unit: Unit | None = None
    done: int | None = None
    planned: int | None = None

    def as_dict(self) -> dict[str, Any]:
        amounts = {"unit": self.unit, "done": self.done, "planned": self.planned}
        share = None if self.share is None else float(self.share)
        return {"sessions": self.sessions, "told": self.told, "share": share, **amounts}


def dose_done(cells: pd.DataFrame, slots: pd.DataFrame) -> DoseDone:
    """Of one plan: the dose of its sessions in which something was done."""
    told = doses(cells, slots)
    sessions, counted = len(_done(slots)), told["session"].nunique()
    if not len(told):
        return DoseDone(sessions, 0)
    units: list[Unit] = told["unit"].unique().tolist()
    if len(units) > 1:
        shares = Counter(zip(told["capped"].tolist(), told["planned"].tolist(), strict=True))
        share = sum((n * Fraction(done, planned) for (done, planned), n in shares.items()), Fraction())
        return DoseDone(sessions, counted, share / len(told))
    total, planned = int(told["capped"].sum()), int(told["planned"].sum())
    return DoseDone(sessions, counted, Fraction(total, planned), units[0], total, planned)


def doses(cells: pd.DataFrame, slots: pd.DataFrame, by: Sequence[str] = _BY) -> pd.DataFrame:
    """The rows of CELLS that dose is counted from: `by`, the number of the `session`, `unit`, `planned`, `done`.

    They are those of sessions in which something was done. A session that leaves a part of it open is left out.
    `capped` is what was done up to what was planned.
    """
    did = _done(slots)
    keys, done = map(_session, (cells, did), groups(_BY, cells, did))
    session = place_in(np.sort(done), keys)
    is_told = np.ones(len(did) + 1, dtype=bool)
    is_told[session[cells["done"].isna().to_numpy(dtype=bool)]] = is_told[NONE] = False
    keep = np.flatnonzero(is_told[session])
    its = cells[[*by, "unit", "planned", "done"]].take(keep).astype({"done": "int64"})
    return its.assign(session=session[keep], capped=its["done"].clip(upper=its["planned"]))


def _session(table: pd.DataFrame, plan: Ints) -> Ints:
    """One number for each session of each plan: of its versions one is in force on a day."""
    return key_on(plan, day_numbers(table["date"]), table["slot"].to_numpy())


def dose(cells: pd.DataFrame, slots: pd.DataFrame, by: Sequence[str] = _BY) -> pd.DataFrame:
    """A row for each of `by`: `told` sessions, `done` (capped), `planned`, `share` and `volume_ratio`.

    The volume ratio is not capped: it shows who does more. Where both seconds and repetitions were planned, `share` is
    the mean of each exercise and side, `volume_ratio` too, and the amounts are missing.
    """
    told = doses(cells, slots, by)
    (group,) = groups(by, told)
    planned, capped, did = told["planned"], told["capped"], told["done"]
    sums: dict[str, pd.Series] = {
        "told": ~(told["session"] + group * len(cells)).duplicated(),
        "count": pd.Series(1, told.index),
        "seconds": told["unit"] == UNITS[0],
        "done": capped,
        "did": did,
        "planned": planned,
        "one": capped / planned,
        "volume": did / planned,
    }
    found = summed(told[[*by]], group, sums)
    count, seconds = found["count"], found["seconds"]
    is_mixed = (seconds > 0) & (seconds < count)
    unit = texts(UNITS, np.select([is_mixed, seconds > 0], [NONE, 0], 1))
    amounts = {name: found[name].astype("Int64").mask(is_mixed) for name in ("done", "planned")}
    share = (found["done"] / found["planned"]).mask(is_mixed, found["one"] / count)
    ratio = (found["did"] / found["planned"]).mask(is_mixed, found["volume"] / count)
    found = found.assign(**amounts, unit=unit, share=share, volume_ratio=ratio)
    columns = [*by, "told", "unit", "done", "planned", "share", "volume_ratio"]
    return found[columns].astype({"told": "int64"})


def _done(slots: pd.DataFrame) -> pd.DataFrame:
    return slots[slots["status"].isin(("done", "partial"))]
