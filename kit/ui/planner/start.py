"""The page without a plan: whom to go on with, the list of patients, and what a new plan can begin with."""

from __future__ import annotations

import datetime as dt

from kit.errors import Fault
from kit.library.library import Library
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.ui.planner.offers import Offers
from kit.ui.planner.roster import RosterView
from kit.ui.planner.start_shown import RemovedShown, Start
from kit.ui.planner.start_wishes import StartWish

_LONGEST = 200  # of the words that somebody searches for


class StartPage:
    """Finds patients and templates, and keeps her own templates in order. `faults` are those of the templates."""

    def __init__(self, workspace: Workspace, store: Store, library: Library, today: dt.date) -> None:
        self.offers = Offers(workspace, library, today)
        self.faults: list[Fault] = list(self.offers.faults)
        self._roster = RosterView(store, library, today)
        self._words = ""
        self._removed: RemovedShown | None = None

    def view(self) -> Start:
        go_on, kept, found, plans = self._roster.seen()
        return {
            "plan": None,
            "conflict": None,
            "words": self._roster.words,
            "sought": self._words,
            "offers": self.offers.found(self._words),
            "ready": len(self.offers.all),
            "removed": self._removed,
            "go_on": go_on,
            "kept": kept,
            "found": found,
            "plans": plans,
        }

    def do(self, wish: StartWish) -> str:
        """Carry out one wish. Raises `KitError`."""
        match wish["do"]:
            case "find_plans":
                self._roster.words, self._roster.all = wish["words"][:_LONGEST], wish.get("all", False)
                return ""
            case "find_templates":
                self._words = wish["words"][:_LONGEST]
                return ""
            case "rename_template":
                self.offers.own.rename(wish["template"], wish["name"])
                said = "Renamed."
            case "remove_template":
                called = self.offers.own.remove(wish["template"])
                self._removed = {"id": wish["template"], "name": called}
                said = f"Template “{called}” taken away."
            case "bring_back_template":
                said = f"Template “{self.offers.own.bring_back(wish['template'])}” is back."
                self._removed = None
        self.offers.look()
        return said

    def leave(self) -> None:
        """Back from a plan: a template that was taken away before is not offered back any more."""
        self._removed = None
