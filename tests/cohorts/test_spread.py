"""Mean, median and pooled ratio: the worked examples of the clinical specification (corrections 10.7), and laws."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.cohorts.spread import by_week, summary

Pairs = list[tuple[int, int]]
FOUR: Pairs = [(80, 84), (2, 14), (5, 12), (9, 12)]
TEN: Pairs = [(28, 28), (21, 28), (14, 28), (9, 12), (40, 42), (3, 14), (12, 15), (5, 14), (18, 20), (60, 84)]


def patients(pairs: Pairs, not_done: int = 0) -> pd.DataFrame:
    """With so many sessions done of those due; the rest is missing but for those not done."""
    table = pd.DataFrame(pairs, columns=["done", "expected"], dtype=float)
    silent = table["expected"] - table["done"] - not_done
    return table.assign(not_done=float(not_done), missing=silent, full=table["done"])


def test_four_patients_of_the_specification() -> None:
    found: Any = summary(patients(FOUR)).set_index("share").loc["recorded"]
    assert (found["patients"], found["at_least"], found["apart"]) == (4, 1, 0)
    assert found[["mean", "median", "pooled"]].tolist() == pytest.approx([0.5655, 0.5833, 0.7869], abs=5e-5)
    assert (found["part"], found["whole"]) == (96, 122)
    assert pd.isna(found["low"])  # of four patients each is shown by itself


def test_ten_patients_of_the_specification() -> None:
    found: Any = summary(patients(TEN)).set_index("share").loc["recorded"]
    told = found[["mean", "low", "high", "median", "pooled"]].tolist()
    assert told == pytest.approx([0.6938, 0.5088, 0.8788, 0.7500, 0.7368], abs=5e-5)
    assert (found["part"], found["whole"]) == (210, 285)


def test_who_had_too_few_sessions_is_counted_apart() -> None:
    found: Any = summary(patients([*FOUR, (2, 2), (0, 0)])).set_index("share").loc["recorded"]
    assert (found["patients"], found["apart"]) == (4, 2)
    assert (found["part"], found["whole"]) == (96, 122)


def test_three_sessions_are_enough_and_80_percent_is_satisfactory() -> None:
    found = summary(patients([(4, 5), (3, 3), (2, 3)])).set_index("share").loc["recorded"]
    assert (found["patients"], found["apart"], found["at_least"]) == (3, 0, 2)


def test_each_share_is_of_its_own_counts() -> None:
    """6 done, 2 not, 2 missing of 10; 3 of them full."""
    table = patients([(6, 10)], not_done=2).assign(full=3.0)
    found: Any = summary(table).set_index("share")["pooled"].to_dict()
    assert found == pytest.approx({"recorded": 0.6, "logged": 0.75, "upper": 0.8, "full": 0.3, "completeness": 0.8})


def test_of_nothing_logged_there_is_no_share_of_what_was_logged() -> None:
    found: Any = summary(patients([(0, 10), (5, 10)])).set_index("share")
    assert found.loc["logged", ["patients", "apart", "mean"]].tolist() == [1, 1, 1.0]
    assert found.loc["recorded", "patients"] == 2
    nobody = summary(patients([(0, 0)])).set_index("share").loc["recorded"]
    assert (nobody["patients"], nobody["apart"]) == (0, 1)
    assert pd.isna(nobody["mean"])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_shares_lie_in_order(pairs: Pairs) -> None:
    """Recorded is never above what was logged, nor over the upper bound; the quarters lie within the extremes."""
    table = patients([(done, done + rest) for done, rest in pairs])
    found: Any = summary(table).set_index("share")
    recorded: Any = found.loc["recorded"]
    if recorded["patients"]:
        assert recorded["pooled"] <= float(found["pooled"]["upper"]) <= 1
        order = recorded[["least", "q1", "median", "q3", "most"]].astype(float)
        assert order.is_monotonic_increasing
        assert float(recorded["least"]) <= float(recorded["pooled"]) <= float(recorded["most"]) + 1e-12


def test_short_weeks_are_left_out_and_each_week_is_of_its_patients() -> None:
    weeks = pd.DataFrame(
        {
            "week": [1, 1, 2, 2],
            "is_short": [False, False, False, True],
            "done": [7.0, 3.0, 5.0, 0.0],
            "expected": [7.0, 6.0, 5.0, 2.0],
        }
    )
    found = by_week(weeks)
    assert found[["week", "patients", "mean", "pooled"]].to_numpy().tolist() == [[1, 2, 0.75, 10 / 13], [2, 1, 1, 1]]
