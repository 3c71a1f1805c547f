"""A paper diary typed in, answer by answer: rows of the diary as those of a file, with a source of their own.

A source is all that one person typed of one plan on one day. It is listed and taken back as a file is. What changes an
answer is a correction, and the earlier row is kept; what fills a blank of the same source completes its row.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kit.diary.cell_readers import readers
from kit.diary.columns import ACTIVITIES, RATED
from kit.diary.prescribed import Prescribed, Shelf
from kit.diary.values import CellError, Told
from kit.errors import ContentError, Fault, quoted
from kit.store.arrival import wait_for_turn
from kit.store.corrections import earlier
from kit.store.database import Database
from kit.store.diary_plans import DiaryPlans
from kit.store.rows import revision_of
from kit.store.typed_rows import Place, Source, Values, held_rows, week_of
from kit.words.text import clean

_READ = readers(None)
OF_DAY = (*RATED, "note")  # of which the sheet has one box a day
_NAME = 80  # characters of the name of who types


@dataclass(frozen=True)
class Typed:
    """One answer as it was typed, `text` as in a cell of the CSV, blank to take one back; `was` is what stood there.

    A mark is of an item and a side; without `item_id` it is a score or the note of the day.
    """

    day: dt.date
    column: str
    text: str
    was: str = ""
    item_id: str = ""
    side: str = ""
    slot: int = 1

    @property
    def place(self) -> Place:
        return (self.item_id, self.side, self.day, self.slot)

    @property
    def where(self) -> str:
        about = f", item {self.item_id} {self.side}" if self.item_id else ""
        return f"{self.day}{about}, {self.column}"


@dataclass(frozen=True)
class Typing:
    """Takes typed answers into a store. What a version has is held at hand, until the plan is written to again."""

    database: Database
    _known: dict[tuple[str, int], tuple[int, Prescribed]] = field(default_factory=dict, compare=False, repr=False)

    def take(self, code: str, version: int, typed: Sequence[Typed], *, by: str, today: dt.date) -> int | None:
        """Take these answers in, all or none; the number of their source, None where nothing is new.

        Each goes through the checks that a row of a file goes through, and no day may be after `today`. Raises
        `ContentError` with all that is wrong, also where somebody has changed what stood there.
        """
        name = clean(by)[:_NAME]
        if not name:
            raise ContentError(Fault("typed in by", "is empty.", "Write who types the diary in."))
        plan = self.prescribed(code, version)
        read = _read(plan, typed, today)
        with self.database.write() as connection:
            wait_for_turn(connection)
            held = held_rows(connection, plan, {one.day for one in typed})
            changes = _changes(plan, {place: row.values for place, row in held.items()}, read)
            source = Source(self.database, connection, plan, name, today)
            for place, change in changes.items():
                source.put(place, held.get(place), change)
            return source.settled()

    def prescribed(self, code: str, version: int) -> Prescribed:
        """What an issued version of a plan has. Raises `ContentError` where it takes no diary."""
        with self.database.read() as connection:
            revision = revision_of(connection, code)
        before, known = self._known.get((code, version), (0, None))
        if known is None or before != revision:
            known = _look_up(self.database, code, version)
            self._known[code, version] = revision, known
        return known

    def earlier(self, code: str, version: int) -> dict[tuple[str, str, str, int], Values]:
        """What stood in the rows of a version before they were corrected, by item, side, day and session."""
        with self.database.read() as connection:
            return earlier(connection, code, version)


def _look_up(database: Database, code: str, version: int) -> Prescribed:
    shelf = DiaryPlans(database, None)
    found = Shelf(shelf.find, shelf.refuse).of(code, None, version)
    if isinstance(found, Prescribed):
        return found
    why = found if isinstance(found, str) else found.why
    raise ContentError(Fault("diary", why, ""))


def shown(value: object) -> str:
    """An answer as the sheet shows it; nothing for one that nobody gave."""
    return "" if value is None else str(value)


def of_day(rows: Iterable[Mapping[str, Any]], column: str) -> str:
    """What the rows of a day say together: the highest score, or all notes."""
    said = [row[column] for row in rows if row[column] is not None]
    if column in RATED:
        return shown(max(said, default=None))
    return " · ".join(dict.fromkeys(map(str, said)))


def _read(plan: Prescribed, typed: Sequence[Typed], today: dt.date) -> list[tuple[Typed, Any]]:
    """Each answer with its value. Raises `ContentError` with all faults."""
    read, faults = [], []
    for one in typed:
        try:
            value = _value(one)
        except CellError as error:
            faults.append(Fault(one.where, error.what, error.mend))
            continue
        faults += [Fault(one.where, why, "") for why in _refusals(plan, one, value, today)]
        read.append((one, value))
    if faults:
        raise ContentError(faults)
    return read


def _value(one: Typed) -> Any:
    """Raises `CellError` for what its column does not take."""
    if one.column not in (("status",) if one.item_id else OF_DAY):
        raise CellError(f"{quoted(one.column)} is no answer that is typed here.", "Reload the page.")
    value = _READ[one.column](one.text.strip())
    return value.value if isinstance(value, Told) else value


def _refusals(plan: Prescribed, one: Typed, value: Any, today: dt.date) -> Iterable[str]:
    if not plan.has(one.day):
        yield f"{one.day} is not in {plan.name}, which has the days {plan.days}."
    elif one.day > today:
        yield "that day is yet to come. Type it in when it is over."
    if one.column in ACTIVITIES[plan.activities :]:
        yield f"{plan.name} asks about no such activity."
    found = {"week": week_of(plan, one.day), "date": one.day, one.column: value}
    if one.item_id:
        found |= {"item_id": one.item_id, "side": one.side}
        item = plan.items.get(one.item_id)
        if item is not None and not 1 <= one.slot <= item.schedule.times_a_day:
            yield f"session {one.slot} of a day is not in {plan.name} for item {one.item_id}."
    yield from plan.refusals(found)


# What changes


def _changes(
    plan: Prescribed, held: Mapping[Place, Values], read: Sequence[tuple[Typed, Any]]
) -> Mapping[Place, Values]:
    """What is new, by the row that says it. Raises `ContentError` where something else stands there by now."""
    changes: dict[Place, Values] = defaultdict(dict)
    faults = []
    for one, value in read:
        column, here = one.column, [one.place]
        if one.item_id:
            now = shown(held[one.place][column]) if one.place in held else ""
        else:
            of_it = [place for place in (*held, *changes) if place[2] == one.day]
            here = [place for place in of_it if place in held and held[place][column] is not None]
            here = here or of_it[:1] or [_first_place(plan, one.day)]
            now = of_day((row for place, row in held.items() if place[2] == one.day), column)
        if now == shown(value):
            continue
        if now != one.was:
            what = f"says {quoted(now) if now else 'nothing'} by now, and not what the page showed."
            faults.append(Fault(one.where, what, "Look at it, and type it again."))
        for place in here:
            changes[place][column] = value if place == here[0] or column in RATED else None
    if faults:
        raise ContentError(faults)
    return changes


def _first_place(plan: Prescribed, day: dt.date) -> Place:
    """The row that says what is of the day where no other row does: of an exercise that is due then, if one is."""
    items = list(plan.items.values())
    due = [item for item in items if item.schedule.is_due(day)]
    item = (due or [item for item in items if item.schedule.weekdays is None] or items)[0]
    return (item.item_id, sorted(plan.sides[item.item_id])[0], day, 1)
