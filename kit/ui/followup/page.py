"""The follow-up: the page on which a clinician takes a diary in and looks at what was done."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import traitlets
from traitlets import TraitType

from kit.diary.columns import ACTIVITIES
from kit.errors import ContentError, Fault, KitError, MachineError
from kit.files import is_there
from kit.given import checked
from kit.samples.kept import is_sample, sample_store, sample_workspace
from kit.store.database import open_database
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.ui.followup.brought import NOTHING
from kit.ui.followup.desk import Desk
from kit.ui.followup.matters_shown import Matters
from kit.ui.followup.measures_shown import PictureSent, SmallPicture
from kit.ui.followup.messages import WISHES, Wish
from kit.ui.followup.next_shown import DraftAt, DraftSent
from kit.ui.followup.report import report
from kit.ui.followup.rows_shown import RowsSent
from kit.ui.followup.shown import Brought, Cells, Patients, Sheet, View
from kit.ui.page import Page, Reply, notices, static, table
from kit.ui.planner.closed import Closed
from kit.ui.user import signer, user

DEMO_FOLDER = "demo-clinic"
DEMO_DRAFT = "nothing of it is kept: this is a demo."


class FollowUp(Page[Wish]):
    """Draws what the desk tells; each wish of the clinician comes as a message.

    `patients` is the answer to the last search, `view` the patient in hand, `sheet` her printed diary and `cells` what
    stands in it, `matters` what matters to her. `brought` is what came of the files brought in last,
    `done` what was done, in a few words.
    """

    _wishes = WISHES
    _ours = Fault("follow-up", "a fault in the kit stopped this. What was kept stays.", "Reload the page; report it.")
    _esm = static("followup.js")
    # The planner's page gives colours, panels and controls.
    _css = static("planner.css", "followup.css", "measures.css", "matters.css")
    patients: TraitType[Patients, Patients] = table()
    view: TraitType[View, View] = table()
    sheet: TraitType[Sheet, Sheet] = table()
    cells: TraitType[Cells, Cells] = table()
    matters: TraitType[Matters, Matters] = table()
    brought: TraitType[Brought, Brought] = table()
    done = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        desk: Desk,
        own: Callable[[], Desk | None] | None = None,
        demo: Callable[[], Desk] | None = None,
    ) -> None:
        """`own` gives the clinic's own desk in place of synthetic patients, once there is one; `demo` makes a clinic of
        synthetic patients that is kept, and gives its desk."""
        self._desk, self._own, self._demo = desk, own, demo
        self._content: Sequence[bytes] = ()
        shown = {"patients": desk.patients(), "view": desk.view(), "sheet": desk.sheet(), "cells": desk.cells()}
        super().__init__(**shown, matters=desk.matters(), brought=NOTHING, notices=notices(desk.notices))

    def _heard(self, widget: object, content: object, buffers: object) -> None:
        self._content = [bytes(one) for one in buffers] if isinstance(buffers, list | tuple) else ()
        try:
            super()._heard(widget, content, buffers)
        finally:
            self._content = ()  # a diary stays in the store alone

    def _obey(self, wish: Wish) -> Reply:
        if self._own and wish["do"] in ("find", "leave") and (own := self._own()):
            self._desk.store.close()  # the synthetic patients go with their folder
            self._desk, self._own, self._demo = own, None, None
        desk, done = self._desk, ""
        match wish["do"]:
            case "find":
                desk.find(wish["words"], wish["waiting"])
                self.patients, self.view = desk.patients(), desk.view()
                return Reply()
            case "choose":
                desk.choose(wish["code"])
                self.brought = NOTHING
            case "leave":
                desk.leave()
                self.brought = NOTHING
            case "show":
                desk.show(wish["version"])
            case "bring_in":
                self.brought = desk.bring_in(wish["names"], self._content)
            case "undo":
                done = desk.undo(wish["number"])
                self.brought = NOTHING  # what it says may be gone
            case "type":
                desk.type(wish)
                self.view, self.cells, self.notices = desk.view(), desk.cells(), []
                if any(one["column"] in ACTIVITIES for one in wish["typed"]):
                    self.matters = desk.matters()
                return Reply()
            case "note_score":
                desk.note_score(wish)
                self.view, self.matters, self.notices = desk.view(), desk.matters(), []
                return Reply()
            case "undo_score":
                desk.undo_score(wish["number"])
                self.view, self.matters, self.notices = desk.view(), desk.matters(), []
                return Reply()
            case "rows":
                return Reply(RowsSent(rows=desk.measures.rows(wish["figure"])))
            case "picture":
                picture = SmallPicture(id=wish["exercise_id"], svg=desk.measures.picture(wish["exercise_id"]))
                return Reply(PictureSent(picture=picture))
            case "look":
                desk.measures.look(wish)
            case "refresh":
                desk.measures.refresh()
            case "deal":
                done = desk.measures.deal(wish)
            case "demo":
                done = self._make_demo()
            case "read":
                done = desk.measures.read(wish["notes"])
            case "unread":
                done = desk.measures.unread(wish["note"])
            case "give_back":
                done = desk.measures.give_back(wish["item_id"])
            case "take":
                done = desk.measures.take(wish["item_id"])
            case "next_plan":
                draft = desk.measures.next_plan(wish["items"])
                self._draw(f"The draft of version {draft.version} is there; it is reviewed and issued in the planner.")
                return Reply(DraftSent(draft=DraftAt(code=draft.code, version=draft.version)))
            case "report":
                return self._report()
        self._draw(done)
        return Reply()

    def _make_demo(self) -> str:
        """Go on in a demo clinic that is kept. Raises `KitError` where none can be made; the page stays as it is."""
        if self._demo is None:
            raise ContentError(Fault("demo clinic", "is not made where there are patients already.", "Use kit sample."))
        made = self._demo()
        self._desk.store.close()
        self._desk, self._demo = made, None
        self.brought = NOTHING
        return "The demo clinic is made, and shown here."

    def _report(self) -> Reply:
        """Make the report of what is looked at beside all else, and send it to the browser."""
        clinic, faults = self._desk.workspace.clinic()
        code = self._desk.code
        making = report(self._desk.measures, code, clinic)
        self.view, self.notices = self._desk.view(), []
        return self._beside(making, lambda made: Reply(made.sent(), tuple(made.files.values()), faults), "report", code)

    def _draw(self, done: str) -> None:
        desk = self._desk
        self.patients, self.view, self.sheet, self.cells = desk.patients(), desk.view(), desk.sheet(), desk.cells()
        self.matters, self.done, self.notices = desk.matters(), done, []

    def _look_again(self) -> Iterable[Fault]:
        with contextlib.suppress(KitError):  # the store may be what refuses: then what is shown stays
            self.view, self.cells = self._desk.view(), self._desk.cells()
            self.matters = self._desk.matters()
        return ()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@checked
def follow_up(workspace: str | os.PathLike[str] | None = None) -> FollowUp | Closed:
    """The follow-up on a workspace: the one given, the one `kit lab` opened, or the present folder.

    Where its store cannot be opened, the page says why.
    """
    home = Workspace(Path(workspace or os.environ.get("KIT_WORKSPACE") or Path.cwd()))
    who = user()
    try:
        store, told = home.store(who=who, now=_now)
        if store.plans.count():
            return FollowUp(_desk(home, store, told))
        store.close()  # a clinic without a patient looks at synthetic ones
        demo = _desk(home, sample_store(_now), told, DEMO_DRAFT)
        return FollowUp(demo, lambda: _own(home, who), lambda: _demo_clinic(home))
    except KitError as error:
        return Closed(error)


def _own(home: Workspace, who: str) -> Desk | None:
    """The clinic's own desk, once it has a patient."""
    store, told = home.store(who=who, now=_now)
    if store.plans.count():
        return _desk(home, store, told)
    store.close()
    return None


def _demo_clinic(home: Workspace) -> Desk:
    """That of synthetic patients beside the clinic's own store, which it leaves alone: made once, then gone on with."""
    folder = home.folder / DEMO_FOLDER
    if not is_there(folder):
        sample_workspace(folder, _now)
    store = Store(open_database(folder, who="demo", now=_now))
    if not is_sample(store):
        store.close()
        raise MachineError(Fault(str(folder), "is no clinic of synthetic patients.", "Give it another name."))
    return _desk(Workspace(folder), store, (), f"it is kept in {DEMO_FOLDER}: “kit lab {DEMO_FOLDER}” has its planner.")


def _desk(home: Workspace, store: Store, told: Iterable[Fault], away: str = "") -> Desk:
    desk = Desk(home, store, dt.date.today, signer(home.clinic()[0], store), away)
    desk.notices = (*desk.notices, *told)
    return desk
