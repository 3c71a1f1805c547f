"""Groups of patients whose weeks ran alike, and how sure each membership is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kit.statistics.latent import Latent, latent

GROUPS = 3
SURE = 0.7  # a mean membership below it says that a group is not told apart well (Nagin 2005)


@dataclass(frozen=True)
class Trajectories:
    """`members`: a row for each patient with its `group`, from 1 (highest), how `sure` that is, and `p_1`, `p_2` ….

    `curves`: a row for each group and week with the `share` of the group's curve. `table`: a row for each group: its
    `size` (share of patients), `patients`, their mean membership `sure`, and the share at the `first` and `last` week.
    """

    members: pd.DataFrame
    curves: pd.DataFrame
    table: pd.DataFrame
    fit: Latent

    @property
    def is_clear(self) -> bool:
        """Whether each group that anybody is in is told apart."""
        return bool((self.table["sure"].dropna() >= SURE).all())


def trajectories(weeks: pd.DataFrame, groups: int = GROUPS) -> Trajectories:
    """Of PATIENT_WEEKS. Raises `ContentError` for fewer than 1 group, and fewer than 5 patients a group."""
    due, done = (_matrix(weeks, name) for name in ("expected", "done"))
    found = latent(np.minimum(done.to_numpy(), due.to_numpy()), due.to_numpy(), groups)
    chances = {f"p_{n}": found.member[:, n - 1] for n in range(1, groups + 1)}
    members = pd.DataFrame({"patient_code": due.index.astype("string"), **chances})
    group, sure = found.member.argmax(axis=1) + 1, found.member.max(axis=1)
    members.insert(1, "group", group)
    members.insert(2, "sure", sure)
    curves = pd.DataFrame(
        [(n, week, share) for n, curve in enumerate(found.curves, 1) for week, share in enumerate(curve.tolist(), 1)],
        columns=["group", "week", "share"],
    )
    return Trajectories(members, curves, pd.DataFrame(_table(found, group, sure)), found)


def _matrix(weeks: pd.DataFrame, name: str) -> pd.DataFrame:
    """Patients by all weeks from the first to the last; 0 where nothing was due."""
    table = weeks.pivot_table(index="patient_code", columns="week", values=name, aggfunc="sum", fill_value=0.0)
    last = int(weeks["week"].max()) if len(weeks) else 0
    return table.reindex(columns=range(1, last + 1), fill_value=0.0).astype("float64")


def _table(found: Latent, group: np.ndarray, sure: np.ndarray) -> Iterator[dict[str, float]]:
    for n, (curve, size) in enumerate(zip(found.curves, found.sizes, strict=True), 1):
        its = sure[group == n]
        mean = float(its.mean()) if len(its) else float("nan")
        yield {"group": n, "patients": len(its), "size": float(size), "sure": mean} | {
            "first": float(curve[0]),
            "last": float(curve[-1]),
        }
