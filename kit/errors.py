"""What can be wrong with something a person gave the kit, told so that they can mend it.

A `Fault` is one thing wrong. A `KitError` carries all of them at once, so that a file is read once, not
once per mistake. Doors (`cli`, `ui`) print errors; rooms only raise them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

DATE_OF_MOMENT = "Give its day, in Python by .date()."  # the mend of a moment in place of a day
EMPTY_CELL = "Leave it out, or give None."  # the mend of what `is_missing`
SHOWN = 60  # characters of a value that a message repeats
# What a terminal obeys in place of showing it: control characters, marks that turn the direction of a line, halves of
# characters.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str, keep: str = "") -> str:
    """`text` with a sign in place of each character that is no sign itself, but those to `keep`: ESC becomes ␛."""
    return _OBEYED.sub(lambda found: found[0] if found[0] in keep else _sign(found[0]), text)


def quoted(text: str) -> str:
    """`text` as a message repeats it: in quotation marks, cut where it is long."""
    return f"“{text if len(text) <= SHOWN else text[:SHOWN] + '…'}”"


def number(value: float) -> str:
    """`value` as a message repeats it; one of very many digits is not repeated, which Python would refuse."""
    if isinstance(value, float):
        return repr(float(value))  # also one of a frame, which says its type
    return repr(value) if abs(value) < 10**SHOWN else f"a number of over {SHOWN} digits"


def is_missing(value: object) -> bool:
    """Whether it is what a frame holds in an empty cell: NaN, NaT, NA."""
    return type(value).__name__ == "NAType" or (isinstance(value, float | dt.date) and value != value)


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """ "Did you mean …?" for a near miss, else nothing."""
    import difflib  # here, for most that is given is right

    near = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean “{near[0]}”?" if near else ""


def unknown_attribute(error: AttributeError, name: str, thing: object) -> AttributeError:
    """`error` with the nearest name. Nothing is said of names by which programs ask what a thing can do: private ones,
    and `keys`, which `dict` asks for whenever it is given a model.
    """
    names = () if name.startswith("_") or name == "keys" else dir(thing)
    near = did_you_mean(name, names) if names and name not in names else ""
    # Named here, so that Python does not guess once more below the traceback.
    return AttributeError(f"{error}. {near}", name=name) if near else error


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode's own pictures of the control characters
    return "␡" if code == 0x7F else f"\\u{code:04x}"


@dataclass(frozen=True)
class Fault:
    """One thing wrong: `where` it stands, `what` is wrong (value and rule), and how to `mend` it.

    It often quotes a file that came from somewhere, so that each part is made `visible`, once for all doors.
    """

    where: str
    what: str
    mend: str

    def __post_init__(self) -> None:
        for name in ("where", "what", "mend"):
            object.__setattr__(self, name, visible(getattr(self, name)))

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.mend}".strip()

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


class KitError(Exception):
    """Base of all errors that a person can mend; `faults` is never empty."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows of it: its name and its sentences, without the lines of code that it came through."""
        return [f"{type(self).__name__}:", *str(self).split("\n")]


class ContentError(KitError):
    """A file or value breaks a rule: the library, a plan, clinic.toml, a diary."""


class PlanError(ContentError):
    """A step in building a plan is not possible."""


class OverwriteError(KitError):
    """Something of the user's is in the way; the kit leaves it as it is."""


class MachineError(KitError):
    """The machine lacks something that the kit needs, or refuses to read or write."""
