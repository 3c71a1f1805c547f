"""The dose done against the dose planned (clinical specification 6.3), as far as the diary tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kit.adherence.parts import SESSION
from kit.adherence.pattern import Unit

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
    sessions, counted = len(_done(slots)), told[SESSION].drop_duplicates()
    if not len(told):
        return DoseDone(sessions, 0)
    units: list[Unit] = told["unit"].unique().tolist()
    if len(units) > 1:
        shares = Counter(zip(told["capped"].tolist(), told["planned"].tolist(), strict=True))
        share = sum((n * Fraction(done, planned) for (done, planned), n in shares.items()), Fraction())
        return DoseDone(sessions, len(counted), share / len(told))
    total, planned = int(told["capped"].sum()), int(told["planned"].sum())
    return DoseDone(sessions, len(counted), Fraction(total, planned), units[0], total, planned)


def doses(cells: pd.DataFrame, slots: pd.DataFrame) -> pd.DataFrame:
    """The rows of CELLS that dose is counted from, with `capped`, what was done up to what was planned.

    They are those of sessions in which something was done. A session that leaves a part of it open is left out.
    """
    its = cells.merge(_done(slots)[SESSION], on=SESSION)
    is_open = its["done"].isna().groupby([its[name] for name in SESSION]).transform("any").astype("bool")
    its = its[~is_open]
    return its.assign(capped=its["done"].astype("int64").clip(upper=its["planned"]))


def dose(cells: pd.DataFrame, slots: pd.DataFrame, by: Sequence[str] = _BY) -> pd.DataFrame:
    """A row for each of `by`: `told` sessions, `done` (capped), `planned`, `share` and `volume_ratio`.

    The volume ratio is not capped: it shows who does more. Where both seconds and repetitions were planned, `share` is
    the mean of each exercise and side, `volume_ratio` too, and the amounts are missing.
    """
    told = doses(cells, slots)
    each = told.assign(
        one=told["capped"] / told["planned"], volume=told["done"].astype("float64") / told["planned"]
    ).assign(session=told.groupby(SESSION).ngroup(), did=told["done"].astype("int64"))
    of = each.groupby([*by])
    found = of.agg(
        told=("session", "nunique"),
        units=("unit", "nunique"),
        unit=("unit", "first"),
        done=("capped", "sum"),
        did=("did", "sum"),
        planned=("planned", "sum"),
        one=("one", "mean"),
        volume=("volume", "mean"),
    )
    is_mixed = found["units"] > 1
    share = (found["done"] / found["planned"]).mask(is_mixed, found["one"])
    ratio = (found["did"] / found["planned"]).mask(is_mixed, found["volume"])
    found = found.assign(share=share, volume_ratio=ratio, unit=found["unit"].mask(is_mixed))
    found = found.assign(**{name: found[name].astype("Int64").mask(is_mixed) for name in ("done", "planned")})
    return found[["told", "unit", "done", "planned", "share", "volume_ratio"]].reset_index()


def _done(slots: pd.DataFrame) -> pd.DataFrame:
    return slots[slots["status"].isin(("done", "partial"))]
