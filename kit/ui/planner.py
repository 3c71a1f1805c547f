"""The planner: the page on which a clinician builds a plan and hands it out."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.errors import Fault, KitError
from kit.given import checked
from kit.handouts.folder import sweep_all
from kit.store.workspace import Workspace
from kit.ui.cards import Query
from kit.ui.closed import Closed
from kit.ui.desk import Desk

_STATIC = Path(__file__).parent / "static"
# One script in the browser, and one small file for each part of the page here.
_PARTS = (
    *("dom", "icons", "picture", "combobox", "detail", "library", "timeline", "start", "head", "conflict"),
    *("condition", "patient", "screen", "finding", "dose", "item", "items", "review", "record", "issue", "export"),
    "planner",
)
_OURS = Fault("planner", "a fault in the kit stopped this. Your plan is as it was.", "Reload the page; report it.")
_log = logging.getLogger(__name__)


def _joined(*files: str) -> str:
    return "\n".join((_STATIC / file).read_text(encoding="utf-8") for file in files)


class Planner(anywidget.AnyWidget):
    """Draws `view`, `found` and `notices`; each wish of the clinician comes as a message and goes to the desk.

    `view` is the plan with its review, `found` the answer to the last search, `lists` what can be chosen from. Each
    of `notices` has where, what and mend, and says `of` which wish it is. `done` is what was done, in a few words.
    """

    _esm = _joined(*(f"{part}.js" for part in _PARTS))
    _css = _joined("planner.css", "review.css")
    view = traitlets.Dict().tag(sync=True)
    lists = traitlets.Dict().tag(sync=True)
    found = traitlets.Dict().tag(sync=True)
    notices: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    done = traitlets.Unicode().tag(sync=True)

    def __init__(self, desk: Desk) -> None:
        super().__init__(view=desk.view(), lists=desk.lists(), found=desk.found(Query()), notices=_told(desk.notices))
        self._desk, self._query = desk, Query()
        desk.notices = []
        self.on_msg(self._heard)

    def __repr__(self) -> str:
        return "Planner()"  # the default repr would put the plan into the notebook

    def _heard(self, _: object, wish: dict[str, Any], __: object) -> None:
        try:
            self._obey(wish)
        except KitError as error:
            self._tell(error.faults, wish)
        except Exception:  # noqa: BLE001
            _log.exception("planner: %s", wish.get("do"))  # for the log; the page shows plain words
            self._tell([_OURS], wish)
        # What the page sent up to here is on the disk, or was refused and told.
        self.send({"answered": wish.get("n")})

    def _obey(self, wish: dict[str, Any]) -> None:
        match wish.get("do"):
            case "search":
                named = {name: str(wish.get(name) or "") for name in ("words", "region", "category", "position")}
                query = Query(**named, at_home=bool(wish.get("at_home")))
                self.found, self._query = self._desk.found(query), query  # one that is refused is not asked again
            case "detail":
                self.send({"detail": self._desk.detail(str(wish["exercise_id"]))})
            case "picture":
                self.send({"picture": self._desk.picture(str(wish["exercise_id"]))})
            case "export":
                self._export(wish)
            case _:
                said = self._desk.do(wish)
                self._show(said)
                self._desk.notices = []

    def _show(self, said: str = "") -> None:
        with self.hold_sync():  # one message, one repaint
            self.view, self.done = self._desk.view(), said
            self.notices = _told(self._desk.notices)
            if self._query.at_home:  # what is at home may have changed
                self.found = self._desk.found(self._query)

    def _export(self, wish: dict[str, Any]) -> None:
        """Make the handout, keep it in the workspace and send it to the browser."""
        # Not at the head of the file: typst and its fonts load here, and the planner opens without them.
        from kit.ui.export import export

        made = export(self._desk, wish)
        self._tell(made.faults, wish)
        self.send({"made": list(made.files), "said": made.said}, list(made.files.values()))

    def _tell(self, faults: Iterable[Fault], wish: dict[str, Any]) -> None:
        # Told again even when it is the same fault: the page may have taken the first one away.
        self.notices = []
        with self.hold_sync():
            with contextlib.suppress(KitError):  # the store may be what refuses: then what is shown stays
                self.view = self._desk.view()  # another hand may have changed it
            self.notices = _told([*faults, *self._desk.notices], str(wish.get("do")))
        self._desk.notices = []
        self.send({"refused": bool(self.notices)})


def _told(faults: Iterable[Fault], of: str = "") -> list[dict[str, str]]:
    return [{**fault.as_dict(), "of": of} for fault in faults]


@checked
def planner(workspace: str | os.PathLike[str] | None = None) -> Planner | Closed:
    """The planner on a workspace: the one given, the one `kit lab` opened, or the present folder.

    Where its store cannot be opened, the page says why. What a killed run has left of a handout is repaired first.
    """
    home = Workspace(Path(workspace or os.environ.get("KIT_WORKSPACE") or Path.cwd()))
    try:
        store, told = home.store(who=_user(), now=lambda: dt.datetime.now(dt.UTC))
        desk = Desk(home, store, dt.date.today())
        desk.notices += [*told, *sweep_all(home.handouts)]
        return Planner(desk)
    except KitError as error:
        return Closed(error)


def _user() -> str:
    """Who works at this machine, for the audit trail."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
