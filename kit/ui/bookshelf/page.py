"""The library's page: a list to search, and one exercise in full beside it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.errors import Fault, KitError, PlanError
from kit.store.workspace import Workspace
from kit.ui.bookshelf.hits import Query
from kit.ui.bookshelf.keeper import Keeper

_STATIC = Path(__file__).parents[1] / "static"
_PARTS = ("dom", "icons", "bookshelf_list", "bookshelf_one", "bookshelf_check", "bookshelf")
_STYLES = ("planner", "bookshelf")  # the planner's page gives colours, panels and controls
_OURS = Fault("library", "a fault in the kit stopped this. Your files are as they were.", "Report the fault.")
_log = logging.getLogger(__name__)


def _joined(parts: Iterable[str], suffix: str) -> str:
    return "\n".join((_STATIC / f"{part}.{suffix}").read_text(encoding="utf-8") for part in parts)


class Bookshelf(anywidget.AnyWidget):
    """Draws what the keeper tells; each wish of the clinician comes as a message.

    `found` is the answer to the last search, `one` the exercise in full, `own` her folder with its faults, `lists`
    what the filters offer. `started` is the file written last, empty before. `notices` are refusals, each with
    where, what and mend. `editor`: the page's own folder is the workspace, so that a file of hers can be opened
    beside it. What was done goes as a message, in a few words, since the same may be done twice.
    """

    _esm = _joined(_PARTS, "js")
    _css = _joined(_STYLES, "css")
    lists = traitlets.Dict().tag(sync=True)
    found = traitlets.Dict().tag(sync=True)
    one = traitlets.Dict().tag(sync=True)
    own = traitlets.Dict().tag(sync=True)
    started = traitlets.Dict().tag(sync=True)
    notices: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    editor = traitlets.Bool().tag(sync=True)

    def __init__(self, keeper: Keeper, editor: bool = False) -> None:
        self._keeper, self._query = keeper, Query()
        super().__init__(
            lists=keeper.lists(),
            found=keeper.hits(self._query),
            one=keeper.one(keeper.first()),
            own=keeper.own(),
            notices=[fault.as_dict() for fault in keeper.notices],
            editor=editor,
        )
        self.on_msg(self._heard)

    def __repr__(self) -> str:
        return "Bookshelf()"  # the default repr would put the library into the notebook

    def _heard(self, _: object, wish: dict[str, Any], __: object) -> None:
        try:
            with self.hold_sync():  # one message, one repaint
                self._obey(wish)
                self.notices = []
        except KitError as error:
            self._tell(error.faults)
        except Exception:  # noqa: BLE001
            _log.exception("library: %s", wish.get("do"))  # for the log; the page shows plain words
            self._tell([_OURS])

    def _obey(self, wish: dict[str, Any]) -> None:
        match wish.get("do"):
            case "search":
                self._search(wish)
            case "show":
                self.one = self._keeper.one(str(wish["id"]), str(wish.get("sides") or ""))
            case "start":
                self.started = self._keeper.start(str(wish.get("name", "")), str(wish.get("from") or ""))
                self._drawn(self.started["id"])
            case "read_again":
                self._keeper.read_again()
                self._drawn(self.one["id"])
                self.send({"done": f"Read again: {self.found['all']} exercises."})
            case _:
                raise PlanError(Fault("library", f"“{wish.get('do')}” is nothing it can do.", "Reload the page."))

    def _search(self, wish: dict[str, Any]) -> None:
        named = {name: str(wish.get(name) or "") for name in ("words", "region", "category", "position", "whose")}
        things = wish.get("things")
        query = Query(**named, things=None if things is None else tuple(map(str, things)))
        self.found, self._query = self._keeper.hits(query), query  # one that is refused is not asked again

    def _drawn(self, exercise_id: str) -> None:
        """Everything anew from the shelf as it is now; where the exercise is gone, the first of the library."""
        there = exercise_id if exercise_id in self._keeper.shelf.library else self._keeper.first()
        self.lists, self.own = self._keeper.lists(), self._keeper.own()
        self.found, self.one = self._keeper.hits(self._query), self._keeper.one(there)

    def _tell(self, faults: Iterable[Fault]) -> None:
        self.notices = []  # told again even when it is the same fault
        self.notices = [fault.as_dict() for fault in faults]


def bookshelf(workspace: Path | None = None) -> Bookshelf:
    """The library of a workspace: the one given, the one `kit lab` opened, or the present folder."""
    folder = (workspace or Path(os.environ.get("KIT_WORKSPACE") or Path.cwd())).resolve()
    return Bookshelf(Keeper(Workspace(folder)), editor=folder == Path.cwd().resolve())
