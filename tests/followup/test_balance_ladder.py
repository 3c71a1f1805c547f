"""Balance grows once it is steady: less support, a narrower base."""

from __future__ import annotations

from kit.library.library import Library
from tests.followup.cases import one, proposed, said
from tests.followup.frames import On, days, june


def test_balance_gets_steady_then_less_support_then_a_narrower_base(library: Library) -> None:
    """20 to 30 s, then a hand's less, then the harder exercise; each is tried together first."""
    assert said(library, one(library, "tandem_stance"), days(1, 14)) == ("progress", "3 × 20 s → 3 × 30 s")
    plan = one(library, "tandem_stance", hold_s=30)
    found = proposed(library, plan, days(1, 14))
    assert found.words == "the same, and: “Let go, and keep your hand just above the counter.”"
    assert found.why.endswith("Try it together before it goes home.")
    free = one(library, "tandem_stance", hold_s=30, note="Let go, and keep your hand just above the counter.")
    assert said(library, free, days(1, 14)) == ("swap", "Tandem stance → Single-leg stance, 3 × 20 s")
    last = one(
        library, "single_leg_stance", hold_s=30, note=" ".join(v.text for v in library["single_leg_stance"].harder)
    )
    found = proposed(library, last, days(1, 14))
    assert (found.kind, found.why) == (
        "ask",
        "The last 3 sessions were done as planned, and pain leaves room for more. "
        "Next come eyes closed or another surface. Try them under supervision first.",
    )


def test_balance_that_is_not_steady_stays(library: Library) -> None:
    """A session with 50 of 60 s is 94 % of the dose over three, and not steady."""
    told = [*days(1, 13), On(june(14), done=50)]
    found = proposed(library, one(library, "tandem_stance"), told)
    assert (found.kind, found.why.endswith("the whole dose was not done in each of the last sessions.")) == (
        "hold",
        True,
    )
