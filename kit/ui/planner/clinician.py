"""Who works here: the name and role that an answer or an issue was given under last, so that they are typed once."""

from __future__ import annotations

import contextlib
from typing import Any

from kit.clinic import Clinic
from kit.errors import KitError
from kit.store.store import Store
from kit.ui.planner.shown import MeShown

CLINICIAN = "clinician"  # the name of the setting


def clinician(store: Store, clinic: Clinic) -> MeShown:
    """As kept, else whom the clinic's settings name; empty where neither says."""
    kept: Any = store.preferences.all("setting").get(CLINICIAN)
    kept = kept if isinstance(kept, dict) else {}
    name, role = kept.get("name"), kept.get("role")
    return {"name": name if isinstance(name, str) else clinic.therapist, "role": role if isinstance(role, str) else ""}


def keep_clinician(store: Store, clinic: Clinic, name: str, role: str = "") -> None:
    """Keep who it was; a role that is not said stays that of the same name."""
    known = clinician(store, clinic)
    now: MeShown = {"name": name, "role": role or (known["role"] if name == known["name"] else "")}
    if now != known and name.strip():
        with contextlib.suppress(KitError):  # what was given is given: a name that is not kept is asked for again
            store.preferences.keep("setting", CLINICIAN, dict(now))
