"""The planner: the page on which a clinician builds a plan and hands it out."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import traitlets
from traitlets import TraitType
from typing_extensions import TypedDict

from kit.errors import Fault, KitError
from kit.given import checked
from kit.handouts.folder import sweep_all
from kit.store.held import StaleError
from kit.store.workspace import Workspace
from kit.ui.changed import Changed, changed
from kit.ui.page import Page, Reply, notices, static, table
from kit.ui.planner.closed import Closed
from kit.ui.planner.desk import Desk
from kit.ui.planner.export import Sheets, hand_over, sheets
from kit.ui.planner.library_wishes import Search
from kit.ui.planner.mends import mends
from kit.ui.planner.messages import WISHES, Export, Mends, Wish
from kit.ui.planner.offered import (
    ConditionsMessage,
    DetailMessage,
    Found,
    FramesMessage,
    Lists,
    Made,
    MendsMessage,
    PagesMessage,
    PictureMessage,
    PlayMessage,
    UnfoldedMessage,
)
from kit.ui.planner.own_wishes import OwnMessage, OwnPreviewMessage, PhotoMessage
from kit.ui.planner.panel import Query
from kit.ui.planner.player import played
from kit.ui.planner.preview import pages
from kit.ui.planner.shown import RowsShown, View, Work
from kit.ui.soon import Soon
from kit.ui.user import user

_AHEAD_S = 1.0
_PAUSE_S = 0.02  # before what takes longer: the answer is on its way by then, and a key that follows at once goes first


class ViewMessage(TypedDict):
    """What has changed in the view; `turn` counts these messages from 1. No wish waits for a `rest`."""

    changed: Changed
    turn: int
    rest: bool


class Planner(Page[Wish]):
    """Draws `view`, `found` and `notices`; each wish of the clinician comes as a message and goes to the desk.

    `view` is the plan with its review: a page that opens is given the whole, then what changes (`ViewMessage`), what
    was said and the time of a session first, and what rests on them soon after. `found` is the answer to the last
    search, `lists` what can be chosen from.
    `done` is what was done, in a few words.
    """

    _wishes = WISHES
    _ours = Fault("planner", "a fault in the kit stopped this. Your plan is as it was.", "Reload the page; report it.")
    _esm = static("planner.js")
    _css = static(
        *("planner.css", "review.css", "window.css", "rows.css", "start.css", "issue.css", "strip.css", "shelf.css"),
        "time.css",
        "sheet.css",
        "own.css",
        "narrow.css",
    )
    view: TraitType[View, View] = table()
    lists: TraitType[Lists, Lists] = table()
    found: TraitType[Found, Found] = table()
    done = traitlets.Unicode().tag(sync=True)

    def __init__(self, desk: Desk) -> None:
        self._turn = 0
        self._soon = Soon(_PAUSE_S)
        self._content: list[bytes] = []
        self._desk, self._query, self._places = desk, Query(), (desk.shelf.places(), desk.shelf.judged_by())
        shown = {"view": desk.view(), "lists": desk.lists(), "found": desk.shelf.found(self._query)}
        super().__init__(**shown, notices=notices(desk.untold()))

    def _heard(self, widget: object, content: object, buffers: object) -> None:
        self._content = [bytes(one) for one in buffers] if isinstance(buffers, list | tuple) else []
        try:
            super()._heard(widget, content, buffers)
        finally:
            self._content = []

    def _obey(self, wish: Wish) -> Reply:
        match wish["do"]:
            case "search":
                return self._search(wish)
            case "find_conditions":
                return Reply(ConditionsMessage(conditions=self._desk.conditions_meant(wish["words"])))
            case "detail":
                return Reply(DetailMessage(detail=self._desk.shelf.detail(wish["exercise_id"])))
            case "picture":
                return Reply(PictureMessage(picture=self._desk.shelf.picture(wish["exercise_id"], wish.get("issued"))))
            case "unfold":
                return Reply(UnfoldedMessage(unfolded=self._desk.unfolded(wish["item_id"])))
            case "export":
                return self._export(wish)
            case "preview":
                drawn = pages(self._desk, wish)
                return self._beside(drawn, lambda made: Reply(PagesMessage(pages=made[0]), tuple(made[1])), wish["do"])
            case "mends":
                return self._mends(wish)
            case "play":
                return self._beside(played(self._desk), lambda made: Reply(PlayMessage(played=made)), wish["do"])
            case "whole":
                self._show(self._desk.view(), whole=True)
                return Reply()
            case "look":
                self._look_elsewhere()
                return Reply()
            case "own":
                self._desk.read_library()
                return Reply(OwnMessage(own=self._desk.own.shown(wish, self._desk.library)))
            case "own_preview":
                return Reply(
                    OwnPreviewMessage(preview=self._desk.own.preview(wish, self._desk.library, self._desk.clinic))
                )
            case "own_photo":
                return Reply(PhotoMessage(photo=self._desk.own.photo(self._content)))
            case "keep_own" | "remove_own":
                return self._own(self._desk.do(wish), wish["do"] == "keep_own")
            case "favourite":
                return self._done(self._desk.do(wish), marks=True)
            case "issue":  # the page prints what it is shown then: all of it, and nothing that comes a moment later
                return self._done(self._desk.do(wish), at_once=True)
            case "frames":
                return Reply(FramesMessage(frames=self._desk.shelf.frames(wish["exercise_id"])))
            case _:
                return self._done(self._desk.do(wish))

    def _own(self, said: str, kept: bool) -> Reply:
        """Show the library with her exercise, its picture wherever there is one, and the exercise in full."""
        self._done(said, marks=True)
        if not kept:
            return Reply()
        name = self._desk.kept_own
        return Reply(
            {
                **DetailMessage(detail=self._desk.shelf.detail(name)),
                **PictureMessage(picture=self._desk.shelf.picture(name)),
            }
        )

    def _search(self, wish: Search) -> Reply:
        filters = wish["region"], wish["category"], wish["position"], wish["fits"], wish.get("mine", "")
        query = Query(wish["words"], *filters)
        self.found, self._query = self._desk.shelf.found(query), query  # one that is refused is not asked again
        return Reply()

    def _export(self, wish: Export) -> Reply:
        """Make the handout beside all else, keep it in the workspace and send it to the browser."""
        self._must_know_of_newer()

        def bring(made: Sheets) -> Reply:
            handed = hand_over(self._desk, made)
            self._show(self._desk.view())
            self.notices = []
            plan = handed.plan
            message = Made(made=list(handed.files), said=handed.said, code=plan.code, version=plan.version)
            return Reply(message, tuple(handed.files.values()), (*handed.faults, *self._desk.untold()))

        plan = self._desk.held()
        return self._beside(sheets(self._desk, wish), bring, wish["do"], f"{plan.code} {plan.version}")

    def _must_know_of_newer(self) -> None:
        """Raises `StaleError` where another window has issued a version in place of this one, and the page does not say
        so yet: its sheet would be the wrong one."""
        shown, newer = cast(Work, self.view).get("next"), cast(Work, self._desk.view()).get("next")
        if newer and not newer["draft"] and shown != newer:
            what = f"is no longer in force: version {newer['version']} was issued in another window."
            plan = self._desk.held()
            mend = "Open that one; or print this one all the same."
            raise StaleError(Fault(f"plan {plan.plan_id} version {plan.version}", what, mend))

    def _look_elsewhere(self) -> None:
        """Show what another window made of the plan. No wish waits for it."""
        if self._desk.in_hand.look_elsewhere():
            self._show(self._desk.view(), rest=True)
            self.notices = notices(self._desk.untold())
            self.found = self._desk.shelf.found(self._query)

    def _mends(self, wish: Mends) -> Reply:
        """Try what would clear a finding, and send what does."""
        plan = self._desk.held()
        bench = self._desk.bench(plan)
        return self._beside(
            lambda: mends(plan, bench, wish["key"]), lambda made: Reply(MendsMessage(mends=made)), wish["do"]
        )

    def _done(self, said: str, marks: bool = False, at_once: bool = False) -> Reply:
        """Show what is now, all of it `at_once` or the time of a session first; the cards anew where `marks` on them,
        their places in the plan or the patient changed."""
        if not at_once and self._show_said():
            self._soon(self._show_rest)
        else:
            self._show(self._desk.view())
        self.done = said
        self.notices = notices(self._desk.untold())
        places = self._desk.shelf.places(), self._desk.shelf.judged_by()
        if marks or places != self._places:
            self.found, self._places = self._desk.shelf.found(self._query), places
        return Reply()

    def _show_said(self) -> bool:
        """Show all that was said of the plan in hand, and the time of its session; whether its rows are those that are
        shown. A field for what was said would else be put back until the rest comes.

        All that rests on it, the review above all, takes many times as long.
        """
        now = self._desk.said() if self._desk.in_hand.plan else None
        before = self.view["plan"]
        if now and before and _items(now["plan"]) == _items(before):
            self._show(cast(Work, {**self.view, **now, "plan": {**before, **now["plan"]}}))
            return True
        return False

    def _show_rest(self) -> None:
        """Show what rests on the plan in hand. No wish waits for it: what hinders it is told for itself."""
        if faults := (*self._hindered(lambda: self._show(self._desk.view(), rest=True), "rest"), *self._desk.untold()):
            self.notices = [*self.notices, *notices(faults)]

    def _show(self, now: View, whole: bool = False, rest: bool = False) -> None:
        """Tell the page what has changed, or the `whole`; `rest` where no wish waits for it."""
        change: Changed | None = {"now": now} if whole else changed(self.view, now)
        if change is None:
            return
        # In place: what is open is told of the change alone.
        held = cast(dict[str, object], self.view)
        held.clear()
        held.update(now)
        self._turn += 1
        self.send(ViewMessage(changed=change, turn=self._turn, rest=rest))

    def _look_again(self) -> Iterable[Fault]:
        with contextlib.suppress(KitError):  # the store may be what refuses: then what is shown stays
            self._show(self._desk.view())
        return self._desk.untold()


def _items(plan: RowsShown) -> list[str]:
    return [row["item_id"] for row in plan["items"]]


@checked
def planner(workspace: str | os.PathLike[str] | None = None) -> Planner | Closed:
    """The planner on a workspace: the one given, the one `kit lab` opened, or the present folder.

    Where its store cannot be opened, the page says why. What a killed run has left of a handout is repaired first.
    """
    home = Workspace(Path(workspace or os.environ.get("KIT_WORKSPACE") or Path.cwd()))
    try:
        store, told = home.store(who=user(), now=lambda: dt.datetime.now(dt.UTC))
        desk = Desk(home, store, dt.date.today())
        desk.notices += [*told, *sweep_all(home.handouts)]
        page = Planner(desk)
    except KitError as error:
        return Closed(error)
    # The words of all exercises, read while she looks at the page: the first search is then as quick as the next.
    ahead = threading.Timer(_AHEAD_S, desk.library.index)
    ahead.daemon = True
    ahead.start()
    return page
