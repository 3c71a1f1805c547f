"""Which warm-up: the cases of the specification, in the order of its rules; its minutes are in the time to allow."""

from __future__ import annotations

from typing import Any

import pytest

from kit.plan.resolved import ResolvedPlan
from kit.timing.allow import to_allow_s
from kit.timing.warm_up import WarmUp, warm_up
from tests.handouts.sheets import LIBRARY, WORDS, facts, known, sheet

NWB = {"condition": "nwb", "side": "left"}
FALLS = {"condition": "falls_risk"}
SURGERY = {"condition": "recent_surgery", "side": "left", "region": "knee", "since": "2026-05-20"}
TKA = {"condition": "tka", "side": "left", "since": "2026-03-01"}
STRETCH, CHAIR = ["seated_rotator_stretch", "supine_figure4_stretch"], ["chin_tuck", "long_arc_quad"]
TEMPLATE = ["sit_to_stand", "heel_raise_double", "mini_squat", "tandem_stance", "walking"]
WALK = "Walk about for 5 minutes first."
NONE = "You need no warm-up. Start with the first exercise, slowly."
CASES: list[tuple[list[str], dict[str, Any], str, int]] = [
    (STRETCH, {}, f"{WALK} A warm bath before you stretch is fine too.", 300),
    (STRETCH, {"age": None}, f"{WALK} A warm bath before you stretch is fine too.", 300),
    (STRETCH, {"age": 64}, f"{WALK} A warm bath before you stretch is fine too.", 300),
    (STRETCH, {"age": 67}, "Walk about for 3 to 5 minutes first. Do not start right after a hot bath.", 300),
    (STRETCH, {"conditions": [TKA]}, WALK, 300),
    (STRETCH, {"conditions": [NWB]}, NONE, 0),
    (["bridge"], {"conditions": [SURGERY]}, NONE, 0),
    (["walking", "bridge"], {"conditions": [NWB]}, NONE, 0),
    (["walking", "bridge"], {"age": 80}, "You need no warm-up. Walk slowly for the first 3 minutes.", 0),
    (["bridge", "walking"], {}, WALK, 300),
    (CHAIR, {"age": 40}, "Move your arms and legs gently for 2 minutes in your chair.", 120),
    ([*CHAIR, "bridge"], {"age": 40}, WALK, 300),
    (["chair_figure4_stretch"], {}, "Move your arms and legs gently for 2 minutes in your chair.", 120),
    (TEMPLATE, {"age": 71}, "Walk about for 3 to 5 minutes first. Do not start right after a hot bath.", 300),
    (["tandem_stance"], {}, "Walk about for 3 to 5 minutes first. Do not start right after a hot bath.", 300),
    (
        STRETCH,
        {"conditions": [FALLS]},
        "Walk about for 3 to 5 minutes first. Do not start right after a hot bath.",
        300,
    ),
    (["bridge"], {}, WALK, 300),
]


@pytest.mark.parametrize(("names", "about", "said", "seconds"), CASES)
def test_the_first_rule_that_fits_holds(names: list[str], about: dict[str, Any], said: str, seconds: int) -> None:
    """Words and seconds; on the sheet they stand before all exercises, and the seconds are in its time."""
    plan = known(names, **about)
    found = warm_up(plan)
    assert (found.told(WORDS), found.seconds) == (said, seconds)
    told = facts(sheet(names, **about))
    minutes = -(-to_allow_s(plan, warm_up_s=seconds) // 60)
    assert told["Before you start"] == said
    assert told["Time to allow"] == f"About {minutes} minutes"


def test_no_bath_for_whoever_may_fall_or_has_been_operated_on() -> None:
    """Of all conditions of the kit, those that tell of a fall, a wound or an operation."""
    for name in ("falls_risk", "recent_surgery", "tka", "aclr_early", "achilles_rupture", "nwb"):
        held = {"condition": name, "side": "left", "region": "knee", "since": "2026-05-20"}
        assert "fine too" not in warm_up(known(STRETCH, conditions=[held])).told(WORDS)


def test_an_empty_plan_has_none() -> None:
    """Nothing to warm up for."""
    assert warm_up(ResolvedPlan(known([]).plan, LIBRARY, LIBRARY)) == WarmUp("none")
