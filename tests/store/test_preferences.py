"""What a clinician keeps for herself comes back as it was, each kind apart."""

from __future__ import annotations

from kit.store.store import Store
from tests.store.conftest import Opener


def test_what_is_kept_is_there_for_the_next_program(opener: Opener) -> None:
    """In order of the names; a second time under one name takes the place of the first."""
    store = opener()
    store.preferences.keep("dose", "bridge", {"sets": 3, "reps": 10})
    store.preferences.keep("dose", "bridge", {"sets": 2, "reps": 8})
    store.preferences.keep("dose", "ankle_pumps", {"reps": 20})
    assert opener().preferences.all("dose") == {"ankle_pumps": {"reps": 20}, "bridge": {"sets": 2, "reps": 8}}
    assert list(opener().preferences.all("dose")) == ["ankle_pumps", "bridge"]


def test_kinds_are_apart(store: Store) -> None:
    """One name in two kinds is two things; dropping one leaves the other, and dropping nothing is no fault."""
    store.preferences.keep("favourite", "bridge", True)
    store.preferences.keep("template", "bridge", {"title": "Мост"})
    store.preferences.drop("favourite", "bridge")
    store.preferences.drop("favourite", "bridge")
    assert store.preferences.all("favourite") == {}
    assert store.preferences.all("template") == {"bridge": {"title": "Мост"}}
    assert store.preferences.all("setting") == {}
