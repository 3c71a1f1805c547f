"""The library's page: a list to search, and one exercise in full beside it."""

from __future__ import annotations

import os
from pathlib import Path

import traitlets
from traitlets import TraitType

from kit.errors import Fault
from kit.store.workspace import Workspace
from kit.ui.bookshelf.hits import Query
from kit.ui.bookshelf.keeper import Keeper
from kit.ui.bookshelf.messages import NOT_STARTED, WISHES, Done, Hits, Lists, One, Own, Search, Started, Wish
from kit.ui.page import Page, Reply, notices, static, table
from kit.words.numbers import counted


class Bookshelf(Page[Wish]):
    """Draws what the keeper tells; each wish of the clinician comes as a message.

    `found` is the answer to the last search, `one` the exercise in full, `own` her folder with its faults, `lists`
    what the filters offer. `started` is the file written last, empty before. `editor`: the page's own folder is the
    workspace, so that a file of hers can be opened beside it. What was done goes as a message, in a few words, since
    the same may be done twice.
    """

    _wishes = WISHES
    _ours = Fault("library", "a fault in the kit stopped this. Your files are as they were.", "Report the fault.")
    _esm = static("library.js")
    _css = static("planner.css", "bookshelf.css", "sheet.css")  # the planner's page gives colours, panels and controls
    lists: TraitType[Lists, Lists] = table()
    found: TraitType[Hits, Hits] = table()
    one: TraitType[One, One] = table()
    own: TraitType[Own, Own] = table()
    started: TraitType[Started, Started] = table()
    editor = traitlets.Bool().tag(sync=True)

    def __init__(self, keeper: Keeper, editor: bool = False) -> None:
        self._keeper, self._query = keeper, Query()
        super().__init__(
            lists=keeper.lists(),
            found=keeper.hits(self._query),
            one=keeper.one(keeper.first()),
            own=keeper.own(),
            started=NOT_STARTED,
            notices=notices(keeper.notices),
            editor=editor,
        )

    def _obey(self, wish: Wish) -> Reply:
        done = ""
        match wish["do"]:
            case "search":
                self._search(wish)
            case "show":
                self.one = self._keeper.one(wish["id"], wish.get("sides", ""))
            case "start":
                self.started = self._keeper.start(wish["name"], wish.get("base", ""))
                self._drawn(self.started["id"])
            case "read_again":
                self._keeper.read_again()
                self._drawn(self.one["id"])
                done = f"Read again: {counted(self.found['all'], 'exercise')}."
        self.notices = []
        return Reply(Done(done=done) if done else None)

    def _search(self, wish: Search) -> None:
        things = wish["things"]
        query = Query(
            wish["words"],
            wish["region"],
            wish["category"],
            wish["position"],
            wish["whose"],
            None if things is None else tuple(things),
        )
        self.found, self._query = self._keeper.hits(query), query  # one that is refused is not asked again

    def _drawn(self, exercise_id: str) -> None:
        """Everything anew from the shelf as it is now; where the exercise is gone, the first of the library."""
        there = exercise_id if exercise_id in self._keeper.shelf.library else self._keeper.first()
        self.lists, self.own = self._keeper.lists(), self._keeper.own()
        self.found, self.one = self._keeper.hits(self._query), self._keeper.one(there)


def bookshelf(workspace: Path | None = None) -> Bookshelf:
    """The library of a workspace: the one given, the one `kit lab` opened, or the present folder."""
    folder = (workspace or Path(os.environ.get("KIT_WORKSPACE") or Path.cwd())).resolve()
    return Bookshelf(Keeper(Workspace(folder)), editor=folder == Path.cwd().resolve())
