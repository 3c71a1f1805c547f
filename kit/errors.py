"""What can be wrong with something a person gave the kit, told so that they can mend it.

A `Fault` is one thing wrong. A `KitError` carries all of them at once, so that a file is read once, not
once per mistake. Doors (`cli`, `ui`) print errors; rooms only raise them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong: `where` it stands, `what` is wrong (value and rule), and how to `mend` it."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.mend}".strip()

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


class KitError(Exception):
    """Base of all errors that a person can mend; `faults` is never empty."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class ContentError(KitError):
    """A file or value breaks a rule: the library, a plan, clinic.toml, a diary."""


class PlanError(ContentError):
    """A step in building a plan is not possible."""


class OverwriteError(KitError):
    """Something of the user's is in the way; the kit leaves it as it is."""


class MachineError(KitError):
    """The machine lacks something that the kit needs, or refuses to read or write."""
