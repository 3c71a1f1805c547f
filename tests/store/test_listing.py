"""Plans are looked up by what a clinician types."""

from __future__ import annotations

import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.store.store import Store
from tests.store.conftest import Opener
from tests.store.filled import plan_of


def found(store: Store, words: str) -> list[str]:
    return [listed.plan_id for listed in store.plans.recent(words)]


def test_a_word_finds_labels_and_codes_in_any_case(store: Store, library: Library) -> None:
    """Part of a plan's label, of its patient's, of its code; signs of patterns are only themselves."""
    one, two = plan_of(library, "P-001", 1, "Anna_K"), plan_of(library, "P-002", 2, "AnnaXK")
    for plan in (one, two):
        store.drafts.begin(plan)
    assert found(store, "") == ["P-002", "P-001"]
    assert found(store, " anna_k ") == ["P-001"]
    assert found(store, "p-00") == ["P-002", "P-001"]
    assert found(store, two.code[:5].lower()) == ["P-002"]
    assert found(store, "%") == found(store, "nobody") == []


def test_as_many_as_asked_for(store: Store, library: Library) -> None:
    """Of all that fit, those changed last."""
    for n in range(1, 4):
        store.drafts.begin(plan_of(library, f"P-00{n}", n))
    assert [listed.plan_id for listed in store.plans.recent(most=2)] == ["P-003", "P-002"]
    assert [listed.plan_id for listed in store.plans.recent("p-", 1)] == ["P-003"]


def test_the_draft_changed_last_is_in_work(store: Store, library: Library) -> None:
    """Whichever was begun last; where there is no draft, none is."""
    assert store.plans.in_work() is None
    held = store.drafts.begin(plan_of(library, "P-001", 1))
    store.drafts.begin(plan_of(library, "P-002", 2))
    store.drafts.put(held, held.plan.remove("i4"))
    found = store.plans.in_work()
    assert found is not None
    assert found.plan_id == "P-001"


def test_a_free_label_follows_all_others(store: Store, library: Library) -> None:
    """Labels of another form, and gaps, count for nothing."""
    assert store.plans.free_label() == "P-001"
    for n, label in enumerate(("P-007", "P-x", "P-9.5", "X-900"), 1):
        store.drafts.begin(plan_of(library, label, n))
    assert store.plans.free_label() == "P-008"


def test_letters_beyond_a_to_z_have_cases_too(opener: Opener, library: Library) -> None:
    store = opener()
    if not store.database.is_sqlite:
        pytest.skip("there the server's locale decides")
    store.drafts.begin(plan_of(library, "P-001", 1, "Ödön"))
    assert found(store, "ödÖ") == ["P-001"]


@pytest.mark.parametrize("odd", ["P\udcff", "\ud800", "P\0", "\0"])
def test_what_no_database_can_be_asked(store: Store, library: Library, odd: str) -> None:
    """Half a character or a NUL finds nothing, or is refused in plain words; in a search it is left out."""
    store.drafts.begin(plan_of(library, "P-001", 1))
    assert found(store, odd) == ["P-001"]
    for ask in (store.plans.labelled, store.plans.of_patient, store.plans.one, store.plans.patients_labelled):
        try:
            answer = ask(odd)
        except KitError as error:
            answer = [str(fault.where) for fault in error.faults if not fault.mend]
        assert not answer
