"""What a patient says in a row that counts for nothing: her sign for help and her note do not go with the row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kit.diary.alarms import is_sign
from kit.diary.columns import CODE, LABEL

REFUSED, REPLACED = "refused", "corrected since"


@dataclass(frozen=True, slots=True)
class Aside:
    """The sign and the note of a row, with what can be read of where it belongs; `when` is its date as it is written.

    `fate` says why the row does not count; `where` names it: "row 7 of diary.csv".
    """

    help_sign: str | None
    note: str | None
    plan_code: str = ""
    plan_id: str = ""
    plan_version: int | None = None
    date: dt.date | None = None
    when: str = ""
    slot: int | None = None
    where: str = ""
    fate: str = REFUSED


def aside_of(found: Mapping[str, Any], where: str, when: str = "") -> Aside | None:
    """Of a row with the values `found`; None where it has no sign and no note. A date that is not certain is none."""
    sign, note = found.get("help_sign"), found.get("note")
    if not is_sign(sign) and note is None:
        return None
    date = found.get("date")
    return Aside(
        sign if is_sign(sign) else None,
        note,
        found.get(CODE) or "",
        found.get(LABEL) or "",
        found.get("plan_version"),
        date if isinstance(date, dt.date) else None,
        when or (str(date) if isinstance(date, dt.date) else ""),
        found.get("slot"),
        where,
    )


def row_of(number: int, name: str) -> str:
    """How a row of a file is named."""
    return f"row {number} of {name}"
