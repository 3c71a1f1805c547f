"""Which rules have one cause."""

from __future__ import annotations

import pytest

from kit.followup.alert_rules import RuleId
from kit.followup.one_cause import one_cause
from kit.followup.pointer import Pointer
from tests.followup.frames import june

Behind = dict[RuleId, range]


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ({}, {}),
        ({"W1": range(1, 4)}, {"W1": ()}),
        ({"W1": range(1, 9), "W2": range(4, 9)}, {"W2": ("W1",)}),  # the longer run is named in the more telling rule
        ({"W1": range(4, 9), "W3": range(1, 9), "W2": range(4, 9)}, {"W2": ("W1", "W3")}),
        ({"W5": range(1, 4), "W1": range(10, 14)}, {"W1": (), "W5": ()}),
        ({"W5": range(1, 12), "W1": range(10, 14)}, {"W1": (), "W5": ()}),  # some alike, and some of either alone
        ({"W4": range(1, 9), "W2": range(1, 9)}, {"W2": ()}),  # pain is no rule of what was not done
    ],
)
def test_one_cause(behind: Behind, told: dict[RuleId, tuple[RuleId, ...]]) -> None:
    """Rules of the same sessions are told once; W2 before W1, W3 and W5."""
    undone = {rule: {Pointer(june(day), 1, None) for day in its} for rule, its in behind.items()}
    assert one_cause(undone) == told
