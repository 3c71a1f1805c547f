"""Issued versions: through the review alone, once, sealed, never changed."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from sqlalchemy import text

from kit.clinic import Clinic
from kit.errors import ContentError, KitError, PlanError
from kit.library.library import Library
from kit.plan.context import Context
from kit.plan.document import to_document
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.seal import seal_of
from kit.review.issue import issue
from kit.store.store import Store
from kit.store.versions import faults
from tests.store.conftest import Opener

START = dt.date(2026, 6, 1)


@pytest.fixture
def screened(four: Plan) -> Plan:
    return four.describe(context=Context(red_flags_screened=START))


def test_issuing_goes_through_the_review(store: Store, four: Plan, library: Library) -> None:
    """What the review holds is not issued, and stays a draft."""
    held = store.drafts.begin(four)
    with pytest.raises(PlanError, match="the red-flag screen is not done"):
        store.versions.issue(held, library, "A. Physio", START)
    assert store.open(four.code) == held
    assert store.versions.all(four.code) == []


def test_an_issued_version_is_sealed_and_kept(opener: Opener, screened: Plan, library: Library) -> None:
    """Another program reads back the same; there is no draft and no way to undo it."""
    held = opener().versions.issue(opener().drafts.begin(screened), library, "A. Physio", START)
    assert held.plan.seal == seal_of(held.plan)
    assert not held.can_undo
    store = opener()
    assert store.open(screened.code) == held
    assert store.drafts.held(screened.code) is None
    assert store.versions.all(screened.code) == [held.plan]
    assert store.plans.recent()[0].issued == (1,)


def test_the_second_who_issues_is_told(opener: Opener, screened: Plan, library: Library) -> None:
    """By whom, and when; one version is there."""
    one, two = opener(), opener()
    held = one.drafts.begin(screened)
    one.versions.issue(held, library, "A. Physio", START)
    with pytest.raises(PlanError) as caught:
        two.versions.issue(held, library, "B. Physio", START)
    assert str(caught.value) == (
        "plan P-001: version 1 was issued by A. Physio on 2026-06-01. Open it; there is nothing left to issue."
    )
    assert len(two.versions.all(screened.code)) == 1


def test_what_another_hand_changed_is_not_issued_unread(store: Store, screened: Plan, library: Library) -> None:
    held = store.drafts.begin(screened)
    store.drafts.put(held, screened.adjust("i1", hold_s=300))
    with pytest.raises(PlanError) as caught:
        store.versions.issue(held, library, "A. Physio", START)
    assert str(caught.value) == (
        "plan P-001: version 1 was changed in another window since you opened it. Open it again, read it, and issue it then."
    )
    assert store.versions.all(screened.code) == []


def test_a_correction_on_the_same_day(store: Store, screened: Plan, library: Library) -> None:
    """Issued with its reason; the first version stays in the store."""
    held = store.versions.issue(store.drafts.begin(screened), library, "A. Physio", START)
    two = store.drafts.next_version(held, START, "Wrong side.")
    two = store.drafts.put(two, two.plan.adjust("i1", sides="left"))
    kept = store.versions.issue(two, library, "A. Physio", START)
    assert [plan.version for plan in store.versions.all(screened.code)] == [1, 2]
    assert kept.plan.replaces is not None
    assert kept.plan.replaces.reason == "Wrong side."
    assert store.before(kept.plan) == held.plan


def test_the_review_sees_the_version_before(
    store: Store, screened: Plan, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has risen is held against what was issued; a first version has none before it."""
    seen: list[object] = []

    def watched(*given: Any, clinic: Clinic | None) -> Plan:
        seen.append((*given[4:], clinic))
        return issue(*given, clinic=clinic)

    monkeypatch.setattr("kit.store.versions.issue", watched)
    one = store.versions.issue(store.drafts.begin(screened), library, "A. Physio", START)
    two = store.drafts.next_version(one, START, "Wrong side.")
    store.versions.issue(store.drafts.put(two, two.plan.adjust("i1", sides="left")), library, "A. Physio", START)
    assert seen == [(None, None), (one.plan, None)]


def test_an_altered_version_in_the_database_is_refused(store: Store, screened: Plan, library: Library) -> None:
    """Whether the text alone was edited, or its seal with it."""
    held = store.versions.issue(store.drafts.begin(screened), library, "A. Physio", START)
    data = json.loads(to_document(held.plan))
    data["items"][0]["dose"]["reps"] = 100
    forged = finalised(resolve(screened.adjust("i1", reps=100), library), "A. Physio", START)
    for document in (json.dumps(data), to_document(forged)):
        with store.database.write() as connection:
            connection.execute(text("UPDATE versions SET document = :document"), {"document": document})
        with pytest.raises(ContentError):
            store.open(screened.code)
        assert len(list(faults(store.database))) == 1


def test_the_store_tells_what_was_altered_in_a_file(store: Store, screened: Plan, library: Library) -> None:
    """Where it has the original; a plan that it does not know, and an unaltered one, tell nothing."""
    held = store.versions.issue(store.drafts.begin(screened), library, "A. Physio", START)
    data = json.loads(to_document(held.plan))
    assert store.versions.alterations(data) == []
    data["items"][0]["dose"]["reps"] = 100
    assert store.versions.alterations(data) == ["items.1.dose.reps: 100, was 2"]
    assert store.versions.alterations({**data, "code": "BCDFGHJF"}) == []


def test_a_version_from_elsewhere_is_taken_in_once(store: Store, screened: Plan, library: Library) -> None:
    """Twice is once; another version in its place is refused with the difference."""
    plan = finalised(resolve(screened, library), "A. Physio", START)
    store.versions.take_in(plan)
    store.versions.take_in(plan)
    assert store.versions.all(plan.code) == [plan]
    other = finalised(resolve(screened.adjust("i1", reps=3), library), "A. Physio", START)
    with pytest.raises(KitError) as caught:
        store.versions.take_in(other)
    assert "plan P-001: version 1 was issued otherwise here: items.1.dose.reps: 3, was 2" in str(caught.value)
    assert store.versions.all(plan.code) == [plan]


def test_version_10_comes_after_version_2(store: Store, four: Plan, library: Library) -> None:
    """Versions are numbers, wherever they are put in order, however they came in."""
    ten = [finalised(resolve(four, library), "A. Physio", START)]
    for n in range(1, 10):
        ten.append(finalised(resolve(ten[-1].new_version(START + dt.timedelta(days=n)), library), "A. Physio", START))
    for plan in (ten[9], *ten[:9]):
        store.versions.take_in(plan)
    assert [plan.version for plan in store.versions.all(four.code)] == list(range(1, 11))
    assert store.plans.recent()[0].issued == tuple(range(1, 11))
    assert store.open(four.code).plan == ten[9]
    with pytest.raises(PlanError) as caught:
        store.drafts.next_version(store.versions.load(four.code, 2), START + dt.timedelta(days=10))
    assert str(caught.value) == "plan P-001: version 10 is issued already. Open version 10."
