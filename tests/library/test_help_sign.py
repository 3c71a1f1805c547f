"""Which signs concern whom: against the words of the specification, for every set of regions and facts."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.files import read_toml
from kit.library import help_sign
from kit.library.exercise import REGIONS, Region
from kit.library.help_sign import ConditionFact, HelpSign, PatientFact, PatientFacts, Whom, help_signs
from kit.model import parse
from kit.places import data_dir
from kit.words.catalogue import Catalogue
from tests.library.help_sign_texts import SIGNS, fits

FACTS: tuple[PatientFact, ...] = (*get_args(ConditionFact), "age_65", "under_18")
BY_KEY = {sign.key: sign for tier in help_signs().tiers().values() for sign in tier}


def test_the_signs_are_those_of_the_specification_in_its_order() -> None:
    """Tiers, keys and every word."""
    words = Catalogue()
    told = [
        (tier, sign.key, words.say(f"sign.{sign.key}", n=2)) for tier, ss in help_signs().tiers().items() for sign in ss
    ]
    assert told == [(tier, key, text.replace("{n}", "2")) for tier, key, text, _ in SIGNS]


@pytest.mark.parametrize(("key", "only"), [(key, only) for _, key, _, only in SIGNS])
def test_a_sign_is_for_exactly_those_whom_the_specification_names(key: str, only: str) -> None:
    """All sets of up to two regions, each with all sets of up to three facts."""
    regions = [set(c) for size in range(3) for c in itertools.combinations(REGIONS, size)]
    facts = [set(c) for size in range(4) for c in itertools.combinations(FACTS, size)]
    for here, them in itertools.product(regions, facts):
        held = PatientFacts(frozenset(them), frozenset(them))
        assert BY_KEY[key].concerns(here, held) == fits(only, {*here}, {*them}), (here, them)


@given(st.sets(st.sampled_from(REGIONS)), st.sets(st.sampled_from(FACTS)))
def test_any_patient(regions: set[Region], facts: set[PatientFact]) -> None:
    """Any number of regions and facts."""
    held = PatientFacts(frozenset(facts), frozenset(facts))
    said = [key for key, sign in BY_KEY.items() if sign.concerns(regions, held)]
    assert said == [key for _, key, _, only in SIGNS if fits(only, {*regions}, {*facts})]


def test_a_sign_is_left_out_only_for_what_holds_all_the_time() -> None:
    """Whoever may stand again within the plan reads both: that of the leg without weight, and that of the other."""
    for_some_days = PatientFacts(ever=frozenset({"nwb"}))
    said = {key for key, sign in BY_KEY.items() if sign.concerns({"knee"}, for_some_days)}
    assert {"e_fall", "t_weight", "e_fall_nwb", "c_nwb"} <= said


def test_a_sign_for_nobody_is_refused() -> None:
    """An entry of `only` names regions or facts."""
    with pytest.raises(ContentError) as caught:
        parse(HelpSign, {"key": "x", "only": [{"unless": ["nwb"]}]}, "sign")
    assert "it names neither regions nor a patient. Name one, or leave `only` out." in str(caught.value)
    assert Whom(regions=("knee",)).holds({"knee"}, PatientFacts())


def test_the_conditions_behind_the_facts() -> None:
    """Each fact is told by these, and only by these."""
    told = help_signs().told_by
    assert told("tha_lateral") == {"operated", "replaced_hip", "replaced_joint"}
    assert told("tka") == {"operated", "replaced_joint"}
    assert told("recent_surgery") == {"operated", "wound"}
    operations = ("aclr_early", "meniscus_repair", "rc_repair", "abductor_repair", "achilles_rupture")
    assert all(told(name) == {"operated"} for name in operations)
    assert [told(name) for name in ("nwb", "falls_risk", "pregnancy", "osteoporosis")] == [
        {"nwb"},
        {"falls_risk"},
        {"pregnancy"},
        set(),
    ]


def test_an_unknown_condition_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With the nearest name."""
    data: dict[str, Any] = read_toml(data_dir() / "help_signs.toml")
    data["facts"]["nwb"] = ["nbw"]
    monkeypatch.setattr(help_sign, "read_toml", lambda _: data)
    help_signs.cache_clear()
    try:
        with pytest.raises(ContentError) as caught:
            help_signs()
        assert str(caught.value).startswith("help_signs.toml, facts, nwb: “nbw” is not a known condition. ")
    finally:
        help_signs.cache_clear()
