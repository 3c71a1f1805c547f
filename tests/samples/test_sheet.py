"""A diary that is filled in: the file, and the rows without one."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pandas.testing import assert_frame_equal

from kit.diary.read import frame, read_diary
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.template import template
from kit.review.issue import issue
from kit.samples.answers import answers, manner
from kit.samples.lived import lived
from kit.samples.sheet import Filled, read_back, sheet
from kit.samples.traits import HABITS, TRAJECTORIES, Returns, Traits
from kit.words.catalogue import Catalogue
from tests.conftest import START
from tests.review.cases import patient

ALL = Traits(TRAJECTORIES[1], "on_time", frozenset(HABITS))


def paused(name: str, library: Library) -> Plan:
    draft = template(name).plan(library, "P-001", START, "P-001 (synthetic)", random=Random(1))
    draft = draft.describe(context=patient()).pause(START.replace(day=10), START.replace(day=14))
    return issue(draft, library, "Sample Physiotherapist", START)


def filled(plan: Plan, traits: Traits, seed: int) -> Filled:
    random = Random(seed)
    how = manner(traits, plan.items, random)
    days = lived((plan,), traits, plan.until, plan.until, random)
    return [(one, answers(one, how, 0.5, one.day, random)) for one in days]


@pytest.mark.parametrize("returns", ["on_time", "past_end"])
@pytest.mark.parametrize("name", ["knee-glute-stretches", "knee-osteoarthritis", "trunk-endurance"])
def test_the_rows_without_a_file_are_those_of_the_file(
    library: Library, words: Catalogue, tmp_path: Path, name: str, returns: Returns
) -> None:
    """With every habit, of doses in seconds and in repetitions, on fixed and on free days, and with rows refused."""
    plan = paused(name, library)
    for seed in range(5):
        given = filled(plan, Traits(ALL.trajectory, returns, ALL.habits), seed)
        made = sheet(plan, library, words, given, plan.until)
        (tmp_path / made.name).write_bytes(made.content)
        diary = read_diary(tmp_path / made.name, [plan])
        assert_frame_equal(diary.rows, frame(read_back(plan, library, words, given, 2)))
        assert len(diary.rejects) == made.refused
        assert (made.refused > 0) == (returns == "past_end")
