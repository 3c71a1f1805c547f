"""What a diary says otherwise than one before it, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from kit.diary.columns import ANSWERS
from kit.errors import quoted, visible
from kit.store.tables import diary_files, diary_rows


@dataclass(frozen=True)
class Correction:
    """Row `number` replaces row `earlier` of the file `of`: about what, and each answer as it was and as it is now."""

    number: int
    about: str
    changes: tuple[tuple[str, Any, Any], ...]
    earlier: int
    of: str

    def __str__(self) -> str:
        said = "; ".join(f"{name} {_shown(was)} is now {_shown(now)}" for name, was, now in self.changes)
        said = said or "nothing but its help sign, which stays"
        return visible(f"row {self.number}: corrects row {self.earlier} of {self.of}, {self.about}: {said}.")


def corrections(connection: Connection, number: int, most: int | None) -> Iterator[Correction]:
    """The first `most` corrections that file `number` brought, or all, in the order of its rows."""
    new, old = diary_rows.alias("new"), diary_rows.alias("old")
    answers = [column for name in ANSWERS for column in (old.c[name].label(f"was_{name}"), new.c[name])]
    place = (new.c.number, new.c.item_id, new.c.side, new.c.day, new.c.week, new.c.slot)
    asked = (
        select(*place, *answers, old.c.number.label("earlier"), diary_files.c.name.label("file"))
        .select_from(new.join(old, new.c.replaces == old.c.id).join(diary_files, old.c.file_id == diary_files.c.id))
        .where(new.c.file_id == number)
        .order_by(new.c.number)
        .limit(most)
    )
    for row in connection.execute(asked).mappings():
        pairs = ((name, row[f"was_{name}"], row[name]) for name in ANSWERS)
        changes = tuple(pair for pair in pairs if pair[1] != pair[2])
        when = row["day"] or f"week {row['week']}"
        about = f"item {row['item_id']} {row['side']} on {when}, slot {row['slot']}"
        yield Correction(row["number"], about, changes, row["earlier"], row["file"])


def earlier(connection: Connection, code: str, version: int) -> dict[tuple[str, str, str, int], dict[str, Any]]:
    """What stood in a row in force before it was corrected, by item, side, day and session: the last other answers."""
    of_plan = (diary_rows.c.code == code) & (diary_rows.c.version == version)
    rows = {row["id"]: row for row in connection.execute(select(diary_rows).where(of_plan)).mappings()}
    found = {}
    for row in rows.values():
        was: dict[str, Any] = {}
        old = rows.get(row["replaces"])
        while old is not None and row["in_force"]:
            was = {n: old[n] for n in ANSWERS if old[n] is not None and old[n] != row[n]} | was
            old = rows.get(old["replaces"])
        if was:
            found[(row["item_id"], row["side"], row["day"], row["slot"])] = was
    return found


def _shown(value: object) -> str:
    return "blank" if value is None else quoted(value) if isinstance(value, str) else f"{value:g}"
