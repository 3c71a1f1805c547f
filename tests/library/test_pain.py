"""The numbers of the pain rule: those of the corrections, whole, and the same on the sheet as in the diary's rule."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from kit.errors import ContentError
from kit.files import read_toml
from kit.library.pain import PAIN_KINDS, PainPolicy, PainRules, pain_rules
from kit.model import parse
from kit.places import data_dir

POLICIES: dict[str, dict[str, tuple[int, int] | None]] = {
    "pain_free": {"safe": (0, 2), "acceptable": None, "high": (3, 10)},
    "loading": {"safe": (0, 3), "acceptable": (4, 5), "high": (6, 10)},
    "tendon_oa": {"safe": (0, 5), "acceptable": None, "high": (6, 10)},
}
KINDS = {
    "stretch": ("pain_free", 2),
    "mobility": ("pain_free", 2),
    "balance": ("pain_free", 2),
    "strength": ("loading", 4),
    "walking": ("loading", 4),
    "tendon": ("tendon_oa", 6),
    "osteoarthritis": ("tendon_oa", 6),
}


def test_the_policies_are_those_of_the_specification() -> None:
    """Bands, kinds and weeks, cell by cell."""
    rules = pain_rules()
    assert {name: policy.model_dump() for name, policy in rules.policies.items()} == POLICIES
    assert {kind: (advice.policy, advice.weeks) for kind, advice in rules.kinds.items()} == KINDS
    assert set(rules.kinds) == set(PAIN_KINDS)
    assert {kind for kind, advice in rules.kinds.items() if advice.pain_expected} == {"tendon", "osteoarthritis"}
    assert rules.by_category == {
        "stretch": "stretch",
        "mobility": "mobility",
        "balance": "balance",
        "strength": "strength",
        "aerobic": "walking",
    }


@pytest.mark.parametrize("name", POLICIES)
def test_each_score_lies_in_the_band_that_holds_it(name: Any) -> None:
    """All eleven scores."""
    bands = POLICIES[name]
    for score in range(11):
        (zone,) = [zone for zone, band in bands.items() if band and band[0] <= score <= band[1]]
        assert pain_rules().policies[name].zone(score) == zone


@pytest.mark.parametrize(
    "bands",
    [
        {"safe": (0, 2), "high": (4, 10)},
        {"safe": (0, 3), "high": (3, 10)},
        {"safe": (1, 2), "high": (3, 10)},
        {"safe": (0, 2), "high": (3, 9)},
        {"safe": (0, 3), "acceptable": (5, 4), "high": (6, 10)},
    ],
)
def test_bands_with_a_gap_are_refused(bands: dict[str, tuple[int, int]]) -> None:
    """Each score stands in one band."""
    with pytest.raises(ContentError) as caught:
        parse(PainPolicy, bands, "policy")
    assert "its bands do not cover 0 to 10, each score once. Correct their ends." in str(caught.value)


@pytest.mark.parametrize(("table", "name"), [("kinds", "tendon"), ("policies", "loading"), ("by_category", "aerobic")])
def test_what_is_missing_is_told(table: str, name: str) -> None:
    """No kind, policy or category may be left out."""
    data = copy.deepcopy(read_toml(Path(data_dir()) / "pain.toml"))
    del data[table][name]
    with pytest.raises(ContentError) as caught:
        parse(PainRules, data, "pain.toml")
    assert f"{table} lacks {name}. Add it." in str(caught.value)
