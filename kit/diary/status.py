"""What was done, in the signs of the paper sheet and in words: one meaning on paper, in the CSV and in the readers.

The paper says: a tick for all, a P for part, a 0 for not done; earlier paper said a cross. So an x is a cross and never
a tick. "Yes" and "no" are read, since the column asks whether it was done and each is one answer to that. 1 is not: it
could be a tick, or one set of three; nor are TRUE and FALSE, since a box without its tick may be a box that nobody
looked at.
"""

from __future__ import annotations

import re
from typing import Literal

from kit.diary.values import CellError
from kit.errors import quoted
from kit.model import did_you_mean

Status = Literal["done", "partial", "not_done"]

STATUS: dict[str, Status] = {
    **dict.fromkeys(("done", "yes", "y", "full", "complete", "completed", "تم", *"✓✔☑√✅"), "done"),
    # The last is the P of the Arabic sheet; the other words in Arabic are those of its page.
    **dict.fromkeys(("partial", "partly", "part", "some", "p", "جزئيا", "ج"), "partial"),
    **dict.fromkeys(("not done", "no", "n", "none", "skipped", "0", "x", "لم يتم", *"×✕✖✗✘☒❌"), "not_done"),
}
_EMOJI = "\ufe0e\ufe0f"  # how the sign before it is drawn, which changes nothing of what it means


def plain_status(text: str) -> str:
    """A status as `STATUS` spells it: "Not_Done " is "not done"."""
    return re.sub(rf"[\s_{_EMOJI}-]+", " ", text.casefold()).strip()


def status(text: str) -> Status | None:
    """ "done", "partial", "not_done", or None for blank. Raises `CellError` for any other word."""
    plain = plain_status(text)
    if not plain:
        return None
    if plain not in STATUS:
        near = did_you_mean(plain, ["done", "partial", "not done"])
        mend = near or "Write done, partial or not_done, or leave it blank."
        raise CellError(f"{quoted(text)} is not a status.", mend)
    return STATUS[plain]
