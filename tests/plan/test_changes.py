"""What a patient is told about a new version."""

from __future__ import annotations

import datetime as dt

from kit.plan.changes import changes
from kit.plan.resolved import resolve


def test_equal_plans_have_no_changes(four, library, words):
    """Identical plans differ in nothing."""
    assert changes(resolve(four, library), resolve(four, library), words) == []


def test_new_and_stopped(four, library, words):
    """An item that is in one plan only is new or stopped."""
    less = four.remove("i1")
    assert changes(resolve(four, library), resolve(less, library), words) == ["Stopped: Seated hip stretch."]
    assert changes(resolve(less, library), resolve(four, library), words) == ["New: Seated hip stretch."]


def test_dose_schedule_and_review(four, library, words):
    """A changed dose, schedule and review date are said in whole sentences."""
    new = four.adjust("i1", hold_s=45, schedule={"weekdays": ("mon", "fri")}).describe(review_on=dt.date(2026, 6, 22))
    assert changes(resolve(four, library), resolve(new, library), words) == [
        "Seated hip stretch: Hold 45 seconds. Do it 2 times on each side.",
        "Seated hip stretch: Once a day, on Monday and Friday.",
        "Next review: 22 June 2026.",
    ]


def test_order(four, library, words):
    """A moved item is told as the whole new order, once."""
    assert changes(resolve(four, library), resolve(four.move("i4", 0), library), words) == [
        "New order: Lying leg crossover, Seated hip stretch, Lying pretzel stretch and Standing side hip stretch."
    ]


def test_rest_lead_and_note(four, library, words):
    """Rest, first side and note are told too."""
    new = four.adjust("i1", rest_rep_s=0, lead_side="left", note="Use the sofa.")
    assert changes(resolve(four, library), resolve(new, library), words) == [
        "Seated hip stretch: Do not rest between times.",
        "Seated hip stretch: Start with your left side.",
        "Seated hip stretch: Note: Use the sofa.",
    ]


def test_what_is_taken_away_is_told(four, library, words):
    """A review and a note that are no more."""
    old = four.adjust("i1", note="Use the sofa.").describe(review_on=dt.date(2026, 6, 22))
    assert changes(resolve(old, library), resolve(four, library), words) == [
        f"{library['seated_rotator_stretch'].patient_name}: {words.say('changes.no_note')}",
        words.say("changes.no_review"),
    ]
