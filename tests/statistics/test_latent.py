"""Groups of patients whose weeks ran alike: they are found where they are, and nobody is put anywhere without doubt."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.latent import DEFF, FEW_A_GROUP, latent

HIGH, FALLS, LOW = [0.95] * 10, [0.95, 0.9, 0.85, 0.75, 0.6, 0.45, 0.3, 0.2, 0.1, 0.05], [0.15] * 10


def drawn(
    seed: int, sizes: tuple[int, int, int] = (20, 15, 10), due: int = 7
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sessions done and due of patients of three kinds, and the kind of each."""
    random = np.random.default_rng(seed)
    kind = np.repeat([0, 1, 2], sizes)
    share = np.array([HIGH, FALLS, LOW])[kind]
    return random.binomial(due, share).astype(float), np.full(share.shape, float(due)), kind


@pytest.mark.parametrize("seed", range(5))
def test_three_kinds_of_patients_are_found(seed: int) -> None:
    """In the order of their mean curve; each curve is near that of its kind, each size near its share."""
    done, due, kind = drawn(seed)
    found = latent(done, due, 3)
    assert (found.member.argmax(axis=1) == kind).mean() >= 0.97
    assert found.curves == pytest.approx(np.array([HIGH, FALLS, LOW]), abs=0.12)
    assert found.sizes == pytest.approx(np.array([20, 15, 10]) / 45, abs=0.04)


def test_the_right_number_of_groups_fits_best_for_its_size() -> None:
    done, due, _ = drawn(1)
    bic = {groups: latent(done, due, groups).bic for groups in (1, 2, 3, 4)}
    assert min(bic, key=bic.__getitem__) == 3


def test_one_group_holds_everybody_with_the_pooled_curve() -> None:
    """Of alike weeks the curve is their pooled share, drawn a hair to a half."""
    done, due, _ = drawn(2, (30, 0, 0))
    found = latent(done, due, 1)
    assert (found.member == 1).all()
    assert found.curves.mean() == pytest.approx(done.sum() / due.sum(), abs=0.005)


@given(seed=st.integers(0, 1000), groups=st.integers(1, 3))
@settings(max_examples=8, deadline=None)
def test_memberships_are_probabilities(seed: int, groups: int) -> None:
    """Rows add up to 1, sizes are their means, groups stand from high to low."""
    random = np.random.default_rng(seed)
    due = random.integers(0, 8, (24, 6)).astype(float)
    done = np.floor(random.random((24, 6)) * (due + 1)).clip(max=due)
    found = latent(done, due, groups)
    assert found.member.sum(axis=1) == pytest.approx(np.ones(24))
    assert found.sizes.sum() == pytest.approx(1)
    means = found.curves.mean(axis=1)
    assert (np.diff(means) <= 1e-12).all()
    assert ((found.curves >= 0) & (found.curves <= 1)).all()


def test_who_has_little_is_put_nowhere_for_sure() -> None:
    """A patient of whom nothing was due belongs to each group by its size; with more sessions one is surer."""
    done, due, _ = drawn(3)
    done[0], due[0] = 0, 0
    few = latent(done, due, 3)
    assert few.member[0] == pytest.approx(few.sizes, abs=0.01)
    done, due, _ = drawn(3, due=2)
    assert latent(done, due, 3).member.max(axis=1).mean() < latent(*drawn(3)[:2], 3).member.max(axis=1).mean()


def test_a_session_counts_for_less_than_an_independent_one() -> None:
    """As many sessions again as they hang together: twice the sessions are what the likelihood sees at half the deff."""
    done, due, _ = drawn(4)
    one, many = latent(done, due, 1), latent(done * DEFF, due * DEFF, 1)
    assert many.log_likelihood == pytest.approx(DEFF * one.log_likelihood, rel=0.001)
    p = done.sum() / due.sum()
    plain = done.sum() * np.log(p) + (due - done).sum() * np.log(1 - p)
    assert one.log_likelihood >= plain / DEFF


def test_what_cannot_be_told_is_refused() -> None:
    done, due, _ = drawn(5)
    with pytest.raises(ContentError, match=r"^groups: 0 is no number of groups. Give one from 1.$"):
        latent(done, due, 0)
    few = slice(0, FEW_A_GROUP * 3 - 1)
    with pytest.raises(ContentError, match=r"^groups: 3 groups would be told from too few patients: 14."):
        latent(done[few], due[few], 3)
    with pytest.raises(ContentError, match=r"^done: more was done than was due."):
        latent(due + 1, due, 2)
