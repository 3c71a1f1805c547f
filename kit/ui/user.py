"""Who works at this machine, and in whose name something is signed."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.clinic import Clinic
    from kit.store.store import Store

_SIGNS = "signs"  # the setting that holds the name that was signed with last


def user() -> str:
    """For the audit trail."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def signer(clinic: Clinic, store: Store) -> str:
    """The name to begin with where something is signed: the last one, else the clinician of the settings, else none.

    The machine's user is no clinician's name.
    """
    last = store.preferences.all("setting").get(_SIGNS, "")
    return last if isinstance(last, str) and last else clinic.therapist


def signed(store: Store, name: str) -> None:
    """Keep the name that something was signed with."""
    if name and store.preferences.all("setting").get(_SIGNS) != name:
        store.preferences.keep("setting", _SIGNS, name)
