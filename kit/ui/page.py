"""The page that kernel and browser share: it hears wishes, checks them, has them carried out, and always answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

import anywidget
import traitlets
from traitlets import TraitType

from kit.errors import ContentError, Fault, KitError
from kit.store.held import StaleError
from kit.ui.beside import beside
from kit.ui.messages import Answered, Notice, Refused
from kit.ui.wishes import Wishes, named, numbered

T = TypeVar("T")
W = TypeVar("W")
_STATIC = Path(__file__).parent / "static"
_log = logging.getLogger(__name__)


def static(*files: str) -> str:
    """The text of these scripts or styles, one after the other."""
    return "\n".join((_STATIC / file).read_text(encoding="utf-8") for file in files)


def table() -> TraitType[Any, Any]:
    """A trait that goes to the page: plain data with named parts. Its type is that of the attribute it stands in."""
    return traitlets.Dict().tag(sync=True)


@dataclass(frozen=True)
class Reply:
    """What a wish brings beside what the page shows: a message with its files, and faults told though it was done."""

    message: Mapping[str, Any] | None = None
    files: tuple[bytes, ...] = ()
    faults: tuple[Fault, ...] = ()


class Page(anywidget.AnyWidget, Generic[W]):
    """A page whose wishes are of the union `W`. `notices` are what it tells, each with the wish that it is `of`.

    A page names its wishes and what it says of a fault of the kit's own, and carries out one wish in `_obey`.
    """

    _wishes: ClassVar[Wishes[Any]]
    _ours: ClassVar[Fault]
    notices: traitlets.List[Notice] = traitlets.List().tag(sync=True)

    def __init__(self, **shown: Any) -> None:
        super().__init__(**shown)
        self.on_msg(self._heard)

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"  # the default repr would put what is shown into the notebook

    def _obey(self, wish: W) -> Reply:
        """Carry out one wish. Raises `KitError`; nothing is changed then."""
        raise NotImplementedError

    def _look_again(self) -> Iterable[Fault]:
        """Show what is kept, after a refusal: another hand may have changed it. Gives faults found on the way."""
        return ()

    def _heard(self, _: object, content: object, __: object) -> None:
        self._bring(lambda: self._obey(self._wishes.read(content)), named(content), numbered(content))
        # What the page sent up to here is on the disk, or was refused and told.
        self.send(Answered(answered=numbered(content)))

    def _beside(self, work: Callable[[], T], bring: Callable[[T], Reply], of: str, about: str = "") -> Reply:
        """Have `work` done in a thread, and then `bring` what came of it. No wish waits for it, however long it takes:
        what hinders it is told for itself, with what it was `about`."""
        beside(work, lambda outcome: self._bring(lambda: bring(outcome()), of, about=about))
        return Reply()

    def _bring(self, act: Callable[[], Reply], of: str, n: int | None = None, about: str = "") -> None:
        """Send what `act` brings, or tell what hindered it; `n` is the number of the wish that waits for it."""
        asked: int | None = None  # the wish whose own content is at fault: it is told where it was typed
        try:
            with self.hold_sync():  # one message, one repaint
                reply = act()
        except KitError as error:
            reply = Reply(faults=error.faults)
            if isinstance(error, ContentError) and not isinstance(error, StaleError):
                asked = n
        except Exception:  # noqa: BLE001
            _log.exception("%s: %s", self._wishes.page, of)  # for the log; the page shows plain words
            reply = Reply(faults=(self._ours,))
        if reply.faults:
            self._tell(reply.faults, of, asked, about)
        if reply.message is not None:
            self.send(reply.message, list(reply.files))

    def _hindered(self, act: Callable[[], None], of: str) -> Sequence[Fault]:
        """Do what no wish waits for; gives what hindered it."""
        try:
            act()
        except KitError as error:
            return error.faults
        except Exception:  # noqa: BLE001
            _log.exception("%s: %s", self._wishes.page, of)
            return (self._ours,)
        return ()

    def _tell(self, faults: Iterable[Fault], of: str, n: int | None, about: str = "") -> None:
        self.notices = []  # told again even when it is the same fault: the page may have taken the first one away
        # Before the page is drawn anew: a field that was not taken keeps what was typed once it is told.
        self.notices = told = notices(faults, of, n)
        with self.hold_sync():
            if found := notices(self._look_again(), of):
                self.notices = [*(one for one in told if one["n"] is None), *found]
        self.send(Refused(refused=True, of=of, about=about))


def notices(faults: Iterable[Fault], of: str = "", n: int | None = None) -> list[Notice]:
    """Faults as the page tells them, `of` the wish with the number `n`."""
    return [{"where": f.where, "what": f.what, "mend": f.mend, "of": of, "n": n} for f in faults]
