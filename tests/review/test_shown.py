"""Findings as an analyst sees them."""

from __future__ import annotations

import datetime as dt

from kit.library.library import Library
from kit.plan.context import ConditionInForce, Context
from kit.plan.plan import Plan
from kit.review.answers import answer
from kit.review.check import check
from kit.review.finding import BANNER, NOTHING, Findings
from tests.shown import texts

START = dt.date(2026, 6, 1)


def avoided(library: Library) -> Plan:
    held = Context(conditions=(ConditionInForce(condition="gtps", side="left"),), red_flags_screened=START)
    return Plan.begin("P-001", START).add(library["standing_itb_stretch"]).describe(context=held)


def test_findings_in_a_line_and_as_a_table(library: Library) -> None:
    """How many of each level, and how many hold the plan; what was answered; never without the banner."""
    plan = avoided(library)
    found = check(plan, library)
    (one,) = found
    assert repr(found) == "Findings(1 AVOID)"
    assert texts(found) == [
        "1 finding; 1 holds the plan",
        *("Level", "Where", "What", "Mend", "Source"),
        *("AVOID", one.where, f"{one.what} {one.why}", one.mend, one.source),
        BANNER,
    ]
    given = check(answer(plan, one, "A", START, "Improving."), library)
    assert texts(given)[0] == "1 finding; none hold the plan"
    assert "Improving. (A, 2026-06-01)" in texts(given)
    twice = check(avoided(library).add(library["standing_itb_stretch"]), library)
    assert repr(twice) == "Findings(2 AVOID, 1 CAUTION, 1 INFO)"
    assert texts(twice)[0] == "4 findings; 2 hold the plan"


def test_no_finding_is_no_proof(library: Library) -> None:
    assert repr(Findings()) == "Findings(none)"
    assert texts(Findings())[0] == NOTHING
    assert texts(Findings())[-1] == BANNER


def test_findings_as_a_frame(library: Library) -> None:
    """A row for each, of the same types with findings and without."""
    found = check(avoided(library), library)
    columns = ["level", "where", "item", "what", "why", "source", "mend", "answered", "key", "holds"]
    for frame in (found.to_frame(), Findings().to_frame()):
        assert list(frame.columns) == columns
        assert [str(kind) for kind in frame.dtypes] == ["string"] * 9 + ["bool"]
    assert found.to_frame().iloc[0].tolist() == [getattr(found[0], name) for name in columns]
