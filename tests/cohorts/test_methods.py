"""The methods paragraph names each definition, with the numbers that the kit really uses."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.cohorts.cohort import Cohort, cohort
from kit.cohorts.methods import Told, methods, paragraph
from kit.diary.columns import ANSWERS
from kit.diary.read import Diary
from kit.plan.plan import Plan

TOLD = Told(
    patients=2, plans=3, rows=1, refused=0, later=0, first=dt.date(2026, 6, 1), last=dt.date(2026, 6, 8),
    as_of=dt.date(2026, 7, 1), weeks=None, groups=None, version="9.9",
)  # fmt: skip


def test_all_that_is_asked_for_is_there() -> None:
    """Phase, measure, window, missing and source of EMERGE; trajectories where they are told."""
    assert [*methods(TOLD)] == ["Phase", "Source", "Window", "Measure", "Tolerance", "Missing", "Summary", "Software"]
    told = Told(**{**vars(TOLD), "groups": 3, "weeks": 6, "refused": 4})
    parts = methods(told)
    assert "Trajectories" in parts
    assert "into 3 groups" in parts["Trajectories"]
    assert "4 rows that could not be read for certain or did not fit the plan left out" in parts["Source"]
    assert "left out" not in methods(TOLD)["Source"]
    many = methods(Told(**{**vars(TOLD), "rows": 8171, "later": 1, "refused": 2000}))["Source"]
    assert "(8,171 rows filled in; 1 row of later days than 1 July 2026 left out; 2,000 rows that" in many
    alone = methods(Told(**{**vars(TOLD), "last": TOLD.first}))["Window"]
    assert "; the first day was 1 June 2026 for all. " in alone
    assert "for 6 weeks, and not beyond 1 July 2026" in parts["Window"]
    assert "to the last day of their plans, and not beyond 1 July 2026" in methods(TOLD)["Window"]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("Source", "2 patients with 3 plans (1 row filled in)"),
        ("Window", "first days ran from 1 June 2026 to 8 June 2026"),
        ("Measure", "A session counts as done if at least one exercise was done or partly done."),
        ("Measure", "before more than 3, 7 and 14 active days in a row"),
        ("Tolerance", "at least its last 3 sessions were missed; 3 or more in a row"),
        ("Missing", "Nothing was imputed. Below 70 % of sessions logged"),
        ("Summary", "at least 3 sessions due"),
        ("Summary", "from 10 patients on"),
        ("Summary", "fewer than 4 active days"),
        ("Summary", "80 % or more is counted as satisfactory"),
        ("Software", "Homestretch 9.9;"),
    ],
)
def test_the_numbers_are_those_of_the_kit(part: str, said: str) -> None:
    assert said in methods(TOLD)[part]


def test_a_cohort_tells_its_own_counts(of_sample: Cohort, given: tuple[list[Plan], list[Diary]]) -> None:
    _, diaries = given
    parts = of_sample.methods()
    refused = sum(len(diary.rejects) for diary in diaries)
    assert of_sample.refused >= refused > 0
    filled = sum(int(diary.rows[[*ANSWERS]].notna().any(axis="columns").sum()) for diary in diaries)
    assert filled < sum(len(diary.rows) for diary in diaries)
    assert f"({filled:,} rows filled in; {of_sample.refused} rows that could" in parts["Source"]
    assert "30 patients with 30 plans" in parts["Source"]
    few = cohort(*given, of_sample.as_of, weeks=2)
    assert "for 2 weeks" in few.methods()["Window"]
    assert paragraph(parts).startswith("Phase: Implementation of")
    assert all(text in paragraph(parts) for text in parts.values())
