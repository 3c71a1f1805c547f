"""The caseload: the page on which a clinician sees who needs a call, and opens their follow-up."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from traitlets import TraitType

from kit.errors import Fault, KitError
from kit.given import checked
from kit.samples.kept import sample_store
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.ui.caseload.desk import Desk
from kit.ui.caseload.messages import WISHES, Wish
from kit.ui.caseload.shown import View
from kit.ui.page import Page, Reply, notices, static, table
from kit.ui.planner.closed import Closed
from kit.ui.user import user


class CaseloadPage(Page[Wish]):
    """Draws the cases of a day, which it sorts and filters by itself. `view` holds them all."""

    _wishes = WISHES
    _ours = Fault("caseload", "a fault in the kit stopped this. Nothing was changed.", "Reload the page; report it.")
    _esm = static("caseload.js")
    _css = static("planner.css", "caseload.css")  # the planner's page gives colours, panels and controls
    view: TraitType[View, View] = table()

    def __init__(self, desk: Desk, told: Iterable[Fault] = ()) -> None:
        self._desk = desk
        view = desk.view()
        super().__init__(view=view, notices=notices([*told, *desk.faults]))

    def _obey(self, wish: Wish) -> Reply:
        match wish["do"]:
            case "as_of":
                self._desk.as_of(wish["day"])
            case "today":
                self._desk.as_of_today()
        self.view = self._desk.view()
        self.notices = notices(self._desk.faults)
        return Reply()

    def _look_again(self) -> Iterable[Fault]:
        with contextlib.suppress(KitError):  # the store may be what refuses: then what is shown stays
            self.view = self._desk.view()
        return ()


@checked
def caseload(workspace: str | os.PathLike[str] | None = None) -> CaseloadPage | Closed:
    """The caseload of a workspace: the one given, the one `kit lab` opened, or the present folder.

    Where it has no plan, synthetic patients are shown, and said to be so. Where its store cannot be opened, the page
    says why.
    """
    home = Workspace(Path(workspace or os.environ.get("KIT_WORKSPACE") or Path.cwd()))
    try:
        store, told = home.store(who=user(), now=_now)
        return CaseloadPage(Desk(_or_sample(store), dt.date.today), told)
    except KitError as error:
        return Closed(error)


def _or_sample(store: Store) -> Store:
    if store.plans.count():
        return store
    store.close()
    return sample_store(_now)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
