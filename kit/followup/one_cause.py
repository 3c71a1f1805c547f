"""Which alerts have one cause: sessions that were not done are told once, and the other rules are named with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kit.followup.alert_rules import RuleId
from kit.followup.pointer import Pointer

NOT_DOING: tuple[RuleId, ...] = ("W2", "W1", "W3", "W5")  # the one that says most first


def one_cause(undone: Mapping[RuleId, Collection[Pointer]]) -> dict[RuleId, tuple[RuleId, ...]]:
    """Of rules that fired, each that is told, with those that are named in it.

    `undone` are the sessions not done behind each. Two rules have one cause where all sessions of one are among those
    of the other.
    """
    told: dict[RuleId, tuple[RuleId, ...]] = {}
    for rule in (name for name in NOT_DOING if name in undone):
        host = next((one for one in told if is_one(undone[one], undone[rule])), None)
        if host is None:
            told[rule] = ()
        else:
            told[host] = (*told[host], rule)
    return told


def is_one(these: Collection[Pointer], those: Collection[Pointer]) -> bool:
    """Whether the smaller stands within the larger."""
    return set(these) <= set(those) or set(those) <= set(these)
