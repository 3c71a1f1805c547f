"""What a patient is told about a new version."""

from __future__ import annotations

import datetime as dt

from kit.library.library import Library
from kit.plan.changes import changes
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from kit.words.catalogue import Catalogue


def test_equal_plans_have_no_changes(four: Plan, library: Library, words: Catalogue) -> None:
    """Identical plans differ in nothing."""
    assert changes(resolve(four, library), resolve(four, library), words) == []


def test_new_and_stopped(four: Plan, library: Library, words: Catalogue) -> None:
    """An item that is in one plan only is new or stopped."""
    less = four.remove("i1")
    assert changes(resolve(four, library), resolve(less, library), words) == ["Stopped: Seated hip stretch."]
    assert changes(resolve(less, library), resolve(four, library), words) == ["New: Seated hip stretch."]


def test_dose_schedule_and_review(four: Plan, library: Library, words: Catalogue) -> None:
    """A changed dose, schedule and review date are said in whole sentences."""
    new = four.adjust("i1", hold_s=45, schedule=Schedule(weekdays=("mon", "fri"))).describe(
        review_on=dt.date(2026, 6, 22)
    )
    assert changes(resolve(four, library), resolve(new, library), words) == [
        "Seated hip stretch: Hold 45 seconds. Do it 2 times on each side.",
        "Seated hip stretch: Once a day, on Monday and Friday.",
        "Next review: 22 June 2026.",
    ]


def test_order(four: Plan, library: Library, words: Catalogue) -> None:
    """A moved item is told as the whole new order, once."""
    assert changes(resolve(four, library), resolve(four.move("i4", 0), library), words) == [
        "New order: Lying leg crossover, Seated hip stretch, Lying pretzel stretch and Standing side hip stretch."
    ]


def test_rest_lead_and_note(four: Plan, library: Library, words: Catalogue) -> None:
    """Rest, first side and note are told too."""
    new = four.adjust("i1", rest_rep_s=0, lead_side="left", note="Use the sofa.")
    assert changes(resolve(four, library), resolve(new, library), words) == [
        "Seated hip stretch: Do not rest between times.",
        "Seated hip stretch: Start with your left side.",
        "Seated hip stretch: Note: Use the sofa.",
    ]


def test_what_is_taken_away_is_told(four: Plan, library: Library, words: Catalogue) -> None:
    """A review and a note that are no more."""
    old = four.adjust("i1", note="Use the sofa.").describe(review_on=dt.date(2026, 6, 22))
    assert changes(resolve(old, library), resolve(four, library), words) == [
        f"{library['seated_rotator_stretch'].patient_name}: {words.say('changes.no_note')}",
        words.say("changes.no_review"),
    ]


def test_an_item_of_another_exercise_is_another_one(four: Plan, library: Library, words: Catalogue) -> None:
    """What stops is named as the old version calls it, what is new as the new one does; the rest keeps its order."""
    other = {**dict(four.item("i1")), "exercise_id": "bridge"}
    swapped = four.model_copy(update={"items": (Prescription(**other), *four.items[1:])})
    assert changes(resolve(four, library), resolve(swapped, library), words) == [
        "Stopped: Seated hip stretch.",
        f"New: {library['bridge'].patient_name}.",
    ]


def test_each_version_calls_its_exercises_by_its_own_names(issued: Plan, library: Library, words: Catalogue) -> None:
    """An issued one by those of its snapshot, whatever the library has become since."""
    new_names = Library(e.model_copy(update={"patient_name": f"New {e.patient_name}"}) for e in library)
    draft = issued.new_version(issued.start + dt.timedelta(days=7)).remove("i1").adjust("i2", note="Slowly.")
    assert changes(resolve(issued, new_names), resolve(draft, new_names), words) == [
        "Stopped: Seated hip stretch.",
        f"New {library[draft.items[0].exercise_id].patient_name}: Note: Slowly.",
    ]


def test_the_order_is_told_with_all_that_stands_in_it(four: Plan, library: Library, words: Catalogue) -> None:
    """New ones among them; what came or went alone is no new order."""
    moved = four.move("i4", 0).add(library["bridge"]).remove("i2")
    names = [library[item.exercise_id].patient_name for item in moved.items]
    assert changes(resolve(four, library), resolve(moved, library), words)[-1] == f"New order: {words.listing(names)}."
    added = four.remove("i2").add(library["bridge"], at=0)
    assert not [said for said in changes(resolve(four, library), resolve(added, library), words) if "order" in said]


def test_rest_and_first_side_as_they_are_now(four: Plan, library: Library, words: Catalogue) -> None:
    """A changed rest in words; the first side only where both are done one after the other."""
    name = library["seated_rotator_stretch"].patient_name
    assert changes(resolve(four, library), resolve(four.adjust("i1", rest_rep_s=90), library), words) == [
        f"{name}: Rest 1 minute 30 seconds between times."
    ]
    both = four.adjust("i1", sides="both")
    assert changes(resolve(both, library), resolve(both.adjust("i1", lead_side="left"), library), words) == []
    free = four.adjust("i1", schedule=Schedule(days_a_week=3, times_a_day=2))
    assert changes(resolve(four, library), resolve(free, library), words) == [
        f"{name}: 2 times a day, on 3 days a week. You pick the days."
    ]


def test_what_is_asked_now_is_told(four: Plan, library: Library, words: Catalogue) -> None:
    """The activities as they stand now, or that none is asked about any more."""
    new = four.describe(activities=("Walking to the shop", "Stairs"))
    assert changes(resolve(four, library), resolve(new, library), words) == [
        "We ask you about: Walking to the shop; Stairs."
    ]
    assert changes(resolve(new, library), resolve(four, library), words) == [
        "We no longer ask how well you can do things."
    ]
