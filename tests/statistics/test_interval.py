"""Intervals against the worked numbers, and their laws."""

from __future__ import annotations

import math
from itertools import pairwise, product
from statistics import NormalDist
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.statistics.interval import (
    Difference,
    Z,
    difference,
    effective,
    interval,
    intervals,
    newcombe,
    steps_of,
    wilson,
)


def series(text: str) -> list[bool]:
    return [sign == "1" for sign in text]


BLOCK = "1" * 14 + "0" * 4 + "1" * 10
APART = "1111110111111011111101111110"
WORKED_PATIENT = "1110111011101101101100"
SERIES = st.lists(st.booleans(), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (0, 7, 0.0, 0.3543),
        (5, 7, 0.3589, 0.9178),
        (7, 7, 0.6457, 1.0),
        (12, 15, 0.5481, 0.9295),
        (15, 22, 0.4732, 0.8364),
        (24, 28, 0.6851, 0.9430),
        (28, 28, 0.8794, 1.0),
        (40, 42, 0.8421, 0.9868),
    ],
)
def test_wilson(k: int, n: int, low: float, high: float) -> None:
    """The worked numbers, and the same mirrored."""
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)
    assert wilson(n - k, n) == pytest.approx((1 - high, 1 - low), abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "value", "low", "high", "label", "gap"),
    [
        ((56, 70, 48, 80), 0.2000, 0.0524, 0.3339, "up", True),
        ((6, 14, 13, 14), -0.5000, -0.7226, -0.1544, "down", True),
        ((10, 14, 12, 14), -0.1429, -0.4232, 0.1641, "unclear", False),
        ((10, 12, 6, 12), 0.3333, -0.0406, 0.6071, "unclear", False),
        ((95, 100, 80, 100), 0.15, 0.0592, 0.2433, "up", False),
    ],
)
def test_newcombe(
    counts: tuple[int, int, int, int], value: float, low: float, high: float, label: str, gap: bool
) -> None:
    """The worked numbers; a gap is flagged where the interval leaves out 0 and it is at least 0.20, and not below."""
    found = newcombe(*counts)
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=5e-5)
    assert (found.label, found.is_gap) == (label, gap)


@pytest.mark.parametrize(
    ("later", "earlier", "value", "low", "high", "label", "simple"),
    [
        ("1" * 6 + "0" * 8, "1" * 13 + "0", -0.5, -0.8332, 0.1520, "unclear", "down"),  # one long break is one thing
        ("10" * 7, "1" * 14, -0.5, -0.7238, -0.1038, "down", "down"),  # as many missed, here and there
        ("11110111101111011110", "01001010010010100100", 0.45, 0.0915, 0.6388, "up", "up"),
        ("1" * 10 + "0" * 4, "1" * 12 + "00", -0.1429, -0.6391, 0.4132, "unclear", "unclear"),
        ("1" * 14, "1" * 14, 0.0, -0.3269, 0.3269, "unclear", "unclear"),
        ("0" * 7, "1" * 7, -1.0, -1.0, -0.3211, "down", "down"),
    ],
)
def test_difference(later: str, earlier: str, value: float, low: float, high: float, label: str, simple: str) -> None:
    """Worked numbers of sessions that hang together, beside what the simple interval would say of as many."""
    found = difference(series(later), series(earlier))
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=5e-5)
    assert found.label == label
    assert newcombe(later.count("1"), len(later), earlier.count("1"), len(earlier)).label == simple


@given(SERIES, SERIES)
def test_a_difference_is_made_of_two_intervals(later: list[bool], earlier: list[bool]) -> None:
    """Within -1 to 1 round its value, the other way round the mirror, and as wide as either interval at least."""
    found = difference(later, earlier)
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert found.value == pytest.approx(sum(later) / len(later) - sum(earlier) / len(earlier))
    mirror = difference(earlier, later)
    assert (mirror.value, mirror.low, mirror.high) == pytest.approx((-found.value, -found.high, -found.low))
    widest = max(high - low for low, high in (interval(later), interval(earlier)))
    assert found.high - found.low >= widest / 2**0.5 - 1e-9


def test_no_difference_without_sessions() -> None:
    """A side without sessions is told."""
    with pytest.raises(ContentError) as caught:
        difference([True], [])
    assert str(caught.value) == "difference: no session was expected. Give at least one."


@pytest.mark.parametrize(("low", "high", "label"), [(0.0, 0.5, "unclear"), (-0.5, 0.0, "unclear"), (0.01, 0.5, "up")])
def test_a_way_needs_an_interval_without_0(low: float, high: float, label: str) -> None:
    """An interval that ends at 0 leaves doubt."""
    assert Difference((low + high) / 2, low, high).label == label


EFFECTIVE: list[tuple[str, float | None, float | None, float, float, float, float, float]] = [
    (BLOCK, 0.7024, 0.8267, 0.6072, 3.8108, 7.35, 0.4956, 0.9734),
    (APART, -0.1310, 0.0, 0.1250, 1.2741, 21.98, 0.6589, 0.9491),
    (WORKED_PATIENT, -0.2117, 0.0, 0.1429, 1.3157, 16.72, 0.4437, 0.8520),
    ("1" * 7, None, None, 0.3, 1.6823, 4.16, 0.5200, 1.0),
    ("1" * 28, None, None, 0.3, 1.8134, 15.44, 0.8008, 1.0),
]


@pytest.mark.parametrize(("text", "r1", "own", "rho", "deff", "n_eff", "low", "high"), EFFECTIVE)
def test_effective(
    text: str, r1: float | None, own: float | None, rho: float, deff: float, n_eff: float, low: float, high: float
) -> None:
    """Every step of the worked series."""
    found = effective(series(text))
    assert (found.n, found.k) == (len(text), text.count("1"))
    assert (found.r1, found.own) == ((r1, own) if r1 is None else pytest.approx((r1, own), abs=5e-5))
    assert (found.rho, found.deff) == pytest.approx((rho, deff), abs=5e-5)
    assert found.n_eff == pytest.approx(n_eff, abs=5e-3)
    assert found.bounds == pytest.approx((low, high), abs=5e-5)


def test_effective_estimates_from_ten_sessions_on() -> None:
    """Nine mixed sessions take the default; ten are estimated."""
    nine, ten = effective(series("110111011")), effective(series("1101110111"))
    assert (nine.r1, nine.own, nine.rho) == (None, None, 0.3)
    assert ten.r1 is not None


def test_the_own_correlation_is_capped() -> None:
    """However closely sessions hang together, 0.9 at most is taken: (80 * 0.9 + 6) / 100."""
    found = effective(series("1" * 40 + "0" * 40))
    assert found.own == 0.9
    assert found.rho == pytest.approx(0.78)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (BLOCK, 0.5527, 0.9742),
        (APART, 0.6113, 0.9296),
        (WORKED_PATIENT, 0.4474, 0.8263),
        ("1" * 7, 0.5200, 1.0),
        ("1" * 28, 0.8008, 1.0),
        ("0" * 7, 0.0, 0.4800),
        ("10", 0.1059, 0.8941),
    ],
)
def test_the_interval_shown(text: str, low: float, high: float) -> None:
    """Its own worked numbers, beside those of `effective`; alike where all sessions went alike."""
    assert interval(series(text)) == pytest.approx((low, high), abs=5e-5)


def test_the_interval_is_what_its_words_say() -> None:
    """Written out naively: each share and clumping weighed by the chance of the series, 1/32 off at either end."""
    done = series("1101100111")
    weights = []
    for step in range(200):
        p, weight = (step + 0.5) / 200, 0.0
        for r in (clump / 20 for clump in range(15)):
            chance = p if done[0] else 1 - p
            for before, now in pairwise(done):
                chance *= r * (before == now) + (1 - r) * (p if now else 1 - p)
            weight += chance
        weights.append(weight)

    def below(share: float) -> float:
        whole, part = divmod(share * 200, 1)
        return (sum(weights[: int(whole)]) + part * weights[int(whole)]) / sum(weights)

    low, high = interval(done)
    assert (below(low), below(high)) == pytest.approx((1 / 32, 31 / 32), abs=1e-9)


@given(SERIES)
def test_an_interval_holds_the_share(done: list[bool]) -> None:
    """Within 0 to 1, around k/n; what is done and what is not mirror each other, and backwards is the same for `effective`."""
    share = sum(done) / len(done)
    for made in (interval, lambda one: effective(one).bounds):
        low, high = made(done)
        assert 0 <= low <= share <= high <= 1
        assert made([not one for one in done]) == pytest.approx((1 - high, 1 - low), abs=1e-9)
    assert effective(done[::-1]).bounds == pytest.approx(effective(done).bounds)


@given(SERIES)
def test_clumping_is_worth_fewer_sessions(done: list[bool]) -> None:
    """Sessions that hang together are never worth more than independent ones."""
    found = effective(done)
    assert found.n_eff <= found.n + 1e-9
    assert math.isclose(found.n_eff * found.deff, found.n)


def test_it_covers_sessions_that_hang_together() -> None:
    """Worked out over all series of 12 sessions: at least 91 % for clumping to 0.5, where plain Wilson falls to 74 %."""
    every = list(product((False, True), repeat=12))
    alike: dict[tuple[int, ...], Any] = {}
    shown = []
    for one in every:
        pairs = list(pairwise(one))
        key = (int(one[0]), *(pairs.count((x, y)) for x, y in product((False, True), repeat=2)))
        if key not in alike:
            alike[key] = (interval(one), wilson(sum(one), 12))
        shown.append((key, *alike[key]))
    cells = []
    for p, r in product((0.5, 0.7, 0.85), (0.0, 0.3, 0.5)):
        again, anew = p + r * (1 - p), p * (1 - r)
        covered = plain = 0.0
        for (first, nn, nd, dn, dd), mine, simple in shown:
            chance = (p if first else 1 - p) * (1 - anew) ** nn * anew**nd * (1 - again) ** dn * again**dd
            covered += chance * (mine.low <= p <= mine.high)
            plain += chance * (simple.low <= p <= simple.high)
        cells.append((covered, plain))
    assert [min(column) for column in zip(*cells, strict=True)] == pytest.approx([0.9108, 0.7375], abs=5e-5)


@settings(max_examples=25, deadline=None)
@given(st.lists(SERIES, max_size=4))
def test_many_series_at_once(many: list[list[bool]]) -> None:
    """As each alone, in their order."""
    assert intervals([steps_of([*map(int, one)]) for one in many]) == [interval(one) for one in many]


def test_more_series_than_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is lost between two passes."""
    many = [steps_of([(number >> bit) & 1 for bit in range(5)]) for number in range(7)]
    at_once = intervals(many)
    monkeypatch.setattr("kit.statistics.interval._PASS", 2)
    assert intervals(many) == [pytest.approx(one) for one in at_once]


def test_z() -> None:
    """95 %, to six places."""
    assert NormalDist().inv_cdf(0.975) == pytest.approx(Z, abs=5e-7)


@pytest.mark.parametrize(
    ("k", "n"), [(3, 2), (-1, 2), (0, 0), (float("nan"), 2), (1, float("inf")), (None, 2), (1, pd.NA)]
)
def test_no_share(k: Any, n: Any) -> None:
    """What is no share is told by its numbers."""
    with pytest.raises(ContentError) as caught:
        wilson(k, n)
    assert str(caught.value) == f"wilson: {k} of {n} is no share. k runs from 0 to n, and n is over 0."


@pytest.mark.parametrize("made", [interval, effective])
def test_no_sessions(made: Any) -> None:
    """None at all, and one that is neither done nor not, are told."""
    with pytest.raises(ContentError) as caught:
        made([])
    assert str(caught.value) == f"{made.__name__}: no session was expected. Give at least one."
    for bad in (None, pd.NA, 2, float("nan"), "done"):
        with pytest.raises(ContentError) as caught:
            made([True, bad])
        told = f"{made.__name__}, session 2: {bad} is neither done nor not. Give True or False."
        assert str(caught.value) == told
