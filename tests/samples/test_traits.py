"""How many of a clinic are like what."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.samples.traits import ALL_FROM, HABITS, RETURNS, TRAJECTORIES, Trajectory, dealt, quota


@given(st.integers(0, 400))
def test_shares_are_kept_as_nearly_as_whole_patients_can(patients: int) -> None:
    """Each count is less than one patient off its share, and together they are everybody."""
    shares = [one.share for one in TRAJECTORIES]
    counts = quota(shares, patients)
    assert sum(counts) == patients
    assert all(abs(count - share * patients) < 1 for count, share in zip(counts, shares, strict=True))


def test_the_shares_are_those_of_the_sources() -> None:
    """47 % decline rapidly, 45 % gradually, 6 % are low from the start; the rest are steady."""
    found = Counter(one.trajectory.name for one in dealt(100, Random(1)))
    assert found == {"rapid_decline": 47, "gradual": 45, "low": 6, "steady": 2}


@given(st.integers(ALL_FROM, 60), st.integers(0, 1_000))
def test_a_clinic_of_twelve_has_every_habit(patients: int, seed: int) -> None:
    """And every way in which a diary comes back or does not; whoever sends none has no habits of writing."""
    found = dealt(patients, Random(seed))
    assert {habit for one in found for habit in one.habits} == set(HABITS)
    assert {one.returns for one in found} == set(RETURNS)
    assert not any(one.habits for one in found if one.returns == "never")


@given(st.integers(ALL_FROM, 60), st.integers(0, 1_000))
def test_a_clinic_of_twelve_has_every_trajectory(patients: int, seed: int) -> None:
    """Each count is less than one patient off its share all the same; one of the steady is on time, calm, and sends."""
    found = dealt(patients, Random(seed))
    counts = Counter(one.trajectory.name for one in found)
    assert all(counts[one.name] and abs(counts[one.name] - one.share * patients) < 1 for one in TRAJECTORIES)
    assert any(one.trajectory.name == "steady" and one.returns == "on_time" and "calm" in one.habits for one in found)


@given(st.integers(1, 60), st.integers(0, 1_000))
def test_who_is_calm_has_no_other_habit(patients: int, seed: int) -> None:
    """And keeps at it, with a diary that comes back on time."""
    for one in dealt(patients, Random(seed)):
        if "calm" in one.habits:
            assert one.habits == {"calm"}
            assert (one.trajectory.name, one.returns) in {("steady", "on_time"), ("gradual", "on_time")}


@pytest.mark.parametrize("one", TRAJECTORIES, ids=lambda one: one.name)
def test_a_trajectory_stays_a_probability_and_never_rises(one: Trajectory) -> None:
    kept = [one.kept(day) for day in range(400)]
    assert kept == sorted(kept, reverse=True)
    assert 0 < kept[-1] <= kept[0] < 1
