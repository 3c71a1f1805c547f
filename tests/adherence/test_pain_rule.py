"""The pain rule against the worked examples of the specification, and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.adherence.pain_rule import Advice, SessionPain, judged
from kit.library.pain import PAIN_KINDS, PainKind, pain_rules

Scores = tuple[int | None, int | None, int | None, int | None]

# Before, worst, after, next morning.
STRENGTH: list[tuple[Scores, Advice, bool]] = [
    ((2, 4, 3, 2), "CONTINUE", False),
    ((2, 4, 3, 3), "HOLD", False),
    ((2, 4, 3, 4), "REDUCE", False),
    ((1, 6, 4, 1), "REDUCE", False),
    ((1, 1, 1, 1), "CONTINUE", True),
    ((2, 4, None, None), "HOLD", False),
    ((6, 6, 6, 5), "BASELINE_HIGH", False),
    ((0, 1, 1, 1), "HOLD", False),
    ((6, 9, 9, 9), "REDUCE", False),
    ((None, None, None, 2), "NO_DATA", False),
    ((None, 4, 4, 2), "CONTINUE", False),
    ((None, 4, 4, 3), "HOLD", False),
    ((2, 3, None, None), "CONTINUE", True),
    ((2, None, 6, 2), "REDUCE", False),
]
STRETCH: list[tuple[Scores, Advice, bool]] = [
    ((0, 3, 1, 0), "REDUCE", False),
    ((3, 3, 3, 3), "CONTINUE", False),
    ((4, 5, 4, 4), "HOLD", False),
    ((5, 7, 5, 5), "REDUCE", False),
    ((5, 5, 5, 6), "HOLD", False),
    ((6, 6, 6, 6), "BASELINE_HIGH", False),
    ((2, 2, 2, 2), "CONTINUE", True),
]
TENDON: list[tuple[Scores, Advice, bool]] = [
    ((1, 5, 3, 1), "CONTINUE", True),
    ((1, 6, 3, 1), "REDUCE", False),
    ((1, 5, 3, 2), "HOLD", False),
]


@pytest.mark.parametrize(
    ("kind", "scores", "advice", "more"),
    [
        *(("strength", *case) for case in STRENGTH),
        *(("stretch", *case) for case in STRETCH),
        *(("tendon", *case) for case in TENDON),
    ],
)
def test_worked_examples(kind: PainKind, scores: Scores, advice: Advice, more: bool) -> None:
    """Each example gives the advice of the specification, and room for more only where it says so."""
    assert judged(SessionPain(*scores), kind) == (advice, more)


_SCORE = st.none() | st.integers(0, 10)


@given(st.sampled_from(PAIN_KINDS), st.builds(SessionPain, _SCORE, _SCORE, _SCORE, _SCORE))
def test_what_the_sheet_calls_too_much_never_goes_on(kind: PainKind, pain: SessionPain) -> None:
    """A score at which the sheet says stop asks for less, or says that the patient began too high; never for more."""
    advice, more = judged(pain, kind)
    policy = pain_rules().policy(kind)
    if pain.peak is None:
        assert advice == "NO_DATA"
    elif policy.zone(pain.peak) == "high" and (pain.before is None or policy.zone(pain.before) != "high"):
        assert advice == "REDUCE"
    if more:
        assert pain.peak is not None
        assert policy.zone(pain.peak) == "safe"
        assert pain.settled is not False
