"""What a database refuses, in plain words: the disk is full, the file is locked, no database, not reachable."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from kit.errors import ContentError, Fault, MachineError

# A part of the database's own message, what is wrong, and the mend. The first that fits is told.
_KNOWN = (
    ("disk is full", "the disk is full.", "Make room; the last change was not kept."),
    ("no space left", "the disk is full.", "Make room; the last change was not kept."),
    ("disk i/o error", "the disk refused to read or write.", "Look whether it is full or failing; make a backup."),
    ("database is locked", "another program holds it.", "Close the other program, or try again in a minute."),
    ("lock timeout", "another program holds it.", "Close the other program, or try again in a minute."),
    ("readonly database", "it may be read, but not written.", "Ask for the right to write to the file and its folder."),
    ("read-only", "it may be read, but not written.", "Ask for the right to write to the file and its folder."),
    ("unable to open", "it cannot be opened.", "Check the name, and your rights to the file and its folder."),
    ("not a database", "it is no database.", "Move the file away, or restore a backup: kit store restore."),
    ("malformed", "it is damaged.", "Restore a backup: kit store restore. The damaged file is left as it is."),
    ("password authentication failed", "the name or the password is refused.", "Correct KIT_DATABASE."),
    ("connection", "it cannot be reached.", "Check that the server runs, and KIT_DATABASE."),
    ("could not translate host name", "it cannot be reached.", "Check the server's name in KIT_DATABASE."),
    ("does not exist", "it is not there.", "Ask whoever keeps the server to make it."),
)


_DAMAGE = ("not a database", "malformed")


class DamageError(MachineError):
    """The database is no whole one any more; a backup can take its place."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Raises `MachineError` in place of what the database raises, `ContentError` for what no database can be asked."""
    try:
        yield
    except DBAPIError as error:
        raise refusal(where, error.orig or error) from error
    except SQLAlchemyError as error:
        raise refusal(where, error) from error
    except (UnicodeEncodeError, OverflowError) as error:  # the driver's own, before the database is asked
        what = "what it was asked for holds half a character, or a number of too many digits."
        raise ContentError(Fault(where, what, "Type it anew.")) from error


def refusal(where: str, error: BaseException) -> MachineError:
    """What a database said, as the kit tells it."""
    said = str(error)
    is_damage = any(part in said.casefold() for part in _DAMAGE)
    return (DamageError if is_damage else MachineError)(_fault(where, said))


def _fault(where: str, said: str) -> Fault:
    for part, what, mend in _KNOWN:
        if part in said.casefold():
            return Fault(where, what, mend)
    said = " ".join(said.split())[:200]
    return Fault(where, f"the database refuses: {said}.", "Make a backup, and look with: kit store check.")
