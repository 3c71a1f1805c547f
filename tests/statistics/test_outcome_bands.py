"""Totals of other scores and their bands of change."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from kit.errors import ContentError
from kit.files import read_toml
from kit.places import data_dir
from kit.statistics.outcome_bands import Band, Instrument, Reached, instrument, instruments, outcome_change

# Range, which way is better, and the changes that matter.
TABLE = {
    "nprs": (0, 10, "lower", [(1, None), (2, None)]),
    "psfs_mean": (0, 10, "higher", [(2, None)]),
    "psfs_activity": (0, 10, "higher", [(3, None)]),
    "lefs": (0, 80, "higher", [(9, None)]),
    "akps": (0, 100, "higher", [(8, 10)]),
    "koos": (0, 100, "higher", [(8, 10), (12.5, 17.5)]),
    "ears": (0, 24, "higher", [(5.5, None)]),
    "siras": (3, 15, "higher", []),
}


def test_the_table() -> None:
    """Each score of the specification, no more and no less."""
    found = {
        key: (one.low, one.high, one.better, [(band.points, band.to) for band in one.bands])
        for key, one in instruments().items()
    }
    assert found == TABLE


def test_sources_are_known() -> None:
    """Every number has a source that is known, or is marked as general knowledge or a design choice."""
    known = read_toml(data_dir() / "sources.toml")
    for one in instruments().values():
        for source in [*one.sources, *(source for band in one.bands for source in band.sources)]:
            assert source.key in known or (not source.key and source.mark in "GD")


def test_no_items_are_shipped() -> None:
    """Of a score stands what its total is and what its licence allows, and nothing that asks."""
    assert set(Instrument.model_fields) == {"called", "of", "low", "high", "better", "bands", "sources", "rule"}
    assert all("?" not in one.of and one.rule for one in instruments().values())


@pytest.mark.parametrize(
    ("key", "earlier", "later", "change", "way", "reached"),
    [
        ("nprs", 6, 4, -2, "better", ["reached", "reached"]),
        ("nprs", 4, 5, 1, "worse", ["reached", "not reached"]),
        ("nprs", 4, 4.9, 0.9, "worse", ["not reached", "not reached"]),
        ("psfs_mean", 3.4, 5.4, 2, "better", ["reached"]),
        ("psfs_activity", 3, 5, 2, "better", ["not reached"]),
        ("lefs", 40, 49, 9, "better", ["reached"]),
        ("lefs", 49, 41, -8, "worse", ["not reached"]),
        ("akps", 60, 69, 9, "better", ["in between"]),
        ("akps", 60, 68, 8, "better", ["in between"]),
        ("akps", 60, 70, 10, "better", ["reached"]),
        ("akps", 60, 67.9, 7.9, "better", ["not reached"]),
        ("koos", 60, 45, -15, "worse", ["reached", "in between"]),
        ("siras", 3, 15, 12, "better", []),
        ("ears", 10, 10, 0, "same", ["not reached"]),
    ],
)
def test_changes(key: str, earlier: float, later: float, change: float, way: str, reached: list[Reached]) -> None:
    """The change, which way it is for this score, and each band at its border."""
    found = outcome_change(key, earlier, later)
    assert (found.change, found.way, [one for _, one in found.bands]) == (change, way, reached)
    assert [name for name, _ in found.bands] == [band.called for band in instrument(key).bands]


def test_totals_outside_the_range() -> None:
    """Both are told at once."""
    missing: Any = None
    with pytest.raises(ContentError) as caught:
        outcome_change("siras", 2, missing)
    assert str(caught.value) == (
        "SIRAS, earlier: 2 is not 3 to 15. Correct the total.\nSIRAS, later: None is not 3 to 15. Correct the total."
    )


@pytest.mark.parametrize(
    ("key", "mend"),
    [
        ("lef", "Did you mean “lefs”?"),
        ("borg", "Known are nprs, psfs_mean, psfs_activity, lefs, akps, koos, ears, siras."),
    ],
)
def test_an_unknown_score(key: str, mend: str) -> None:
    with pytest.raises(ContentError) as caught:
        outcome_change(key, 1, 2)
    assert str(caught.value) == f"instrument: “{key}” is no score that the kit knows. {mend}"


def test_a_file_that_contradicts_itself() -> None:
    """An empty range, bands that fall, and a band that ends before it begins are refused."""
    lefs = instrument("lefs").model_dump()
    small, large = {**lefs["bands"][0], "points": 2}, lefs["bands"][0]
    for change, told in (
        ({"low": 80}, "its range is empty. Put the lower total first."),
        ({"bands": (large, small)}, "its bands do not rise. Put the smaller first."),
        ({"bands": ({**large, "to": 8},)}, "its `to` is below its `points`. Put the lower number first."),
    ):
        with pytest.raises((ContentError, ValidationError)) as caught:
            Instrument(**{**lefs, **change})
        assert told in str(caught.value)
    assert Band(**large).reached(-9) == "reached"
