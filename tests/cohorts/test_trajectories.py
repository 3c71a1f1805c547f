"""Trajectories of a cohort: each patient in one group with how sure that is, and the groups told apart or not."""

from __future__ import annotations

import pandas as pd
import pytest

from kit.cohorts.cohort import Cohort
from kit.cohorts.trajectories import SURE, trajectories
from kit.errors import ContentError
from kit.statistics.latent import latent


def weeks(kinds: dict[str, list[float]], due: float = 7) -> pd.DataFrame:
    rows = [(code, n, due, done) for code, its in kinds.items() for n, done in enumerate(its, 1)]
    return pd.DataFrame(rows, columns=["patient_code", "week", "expected", "done"])


KINDS = {f"H{n}": [7.0, 7, 6, 7, 7, 6] for n in range(6)} | {f"F{n}": [7.0, 6, 4, 2, 1, 0] for n in range(6)}
KINDS |= {f"L{n}": [1.0, 0, 1, 0, 0, 1] for n in range(6)}


def test_each_patient_stands_in_the_group_of_her_kind() -> None:
    found = trajectories(weeks(KINDS))
    members = found.members.set_index("patient_code")
    assert dict(members["group"].items()) == {code: {"H": 1, "F": 2, "L": 3}[code[0]] for code in KINDS}
    assert members[["p_1", "p_2", "p_3"]].sum(axis=1).tolist() == pytest.approx([1.0] * 18)
    assert members["sure"].tolist() == members[["p_1", "p_2", "p_3"]].max(axis=1).tolist()
    assert found.table["patients"].tolist() == [6, 6, 6]
    assert found.table["size"].sum() == pytest.approx(1)
    assert found.is_clear


def test_the_table_tells_the_ends_of_each_curve() -> None:
    found = trajectories(weeks(KINDS))
    for group, first, last in found.table[["group", "first", "last"]].itertuples(index=False):
        curve = found.curves[found.curves["group"] == group]["share"]
        assert (curve.iloc[0], curve.iloc[-1]) == (first, last)
    assert len(found.curves) == 3 * 6


def test_groups_that_are_none_are_not_clear() -> None:
    """Patients who are all alike, asked for three groups: no membership is sure."""
    found = trajectories(weeks({f"A{n}": [5.0, 5, 5, 5] for n in range(20)}))
    assert not found.is_clear
    assert found.members["sure"].max() < SURE


def test_a_week_that_nobody_had_says_nothing() -> None:
    """It is the same fit as of the weeks alone, with a gap in time."""
    table = weeks(KINDS)
    gap = table.assign(week=table["week"].where(table["week"] < 4, table["week"] + 1))
    found = trajectories(gap)
    assert found.curves["week"].max() == 7
    assert found.members["group"].tolist() == trajectories(table).members["group"].tolist()


def test_sessions_are_those_of_the_patients_weeks(of_sample: Cohort) -> None:
    table = of_sample.patient_weeks
    due = table.pivot(index="patient_code", columns="week", values="expected").fillna(0).to_numpy()
    done = table.pivot(index="patient_code", columns="week", values="done").fillna(0).to_numpy()
    found = of_sample.trajectories()
    assert found.fit.log_likelihood == pytest.approx(latent(done, due, 3).log_likelihood)


def test_too_few_patients_are_refused() -> None:
    with pytest.raises(ContentError, match=r"^groups: 3 groups would be told from too few patients: 2."):
        trajectories(weeks({"A": [1.0], "B": [2.0]}))
