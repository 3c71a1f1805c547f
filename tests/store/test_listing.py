"""Plans are looked up by what a clinician types."""

from __future__ import annotations

import pytest

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


def test_letters_beyond_a_to_z_have_cases_too(opener: Opener, library: Library) -> None:
    store = opener()
    if not store.database.is_sqlite:
        pytest.skip("there the server's locale decides")
    store.drafts.begin(plan_of(library, "P-001", 1, "Ödön"))
    assert found(store, "ödÖ") == ["P-001"]
