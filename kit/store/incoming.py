"""A diary file on its way into the store: its rows in temporary tables, which nobody else sees and nothing outlives.

Reading a large file takes a minute, and in that time nobody's write has to wait. What is found out within the file is
settled here, by the database, so that the memory stays the same however many rows there are.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from kit.diary.alarms import CALL, PAINS
from kit.diary.aside import Aside
from kit.diary.columns import CODE
from kit.diary.repeats import conflicts
from kit.diary.rows import Reject, Row
from kit.diary.source import Source
from kit.diary.streaming import Batch, alarms_of
from kit.errors import Fault
from kit.store.entries import SAID, record
from kit.store.tables import diary_rows

T = TypeVar("T")
MOST = 100  # messages of one kind that are told one by one
_CHUNK = 5_000
ASIDE = ("code", "label", "version", "day", "said_on", "slot", "help_sign", "note")  # of a row that is refused
_temporary = MetaData()
_WHOLE = {"key": BigInteger, "answers": BigInteger}


def _kind(name: str) -> Any:
    kind = diary_rows.c[name].type
    return _WHOLE.get(name) or (type(kind) if isinstance(kind, Integer | Float) else Text)


incoming = Table(
    "incoming",
    _temporary,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *(Column(name, _kind(name)) for name in SAID),
    Column("replaces", Integer),
    prefixes=["TEMPORARY"],
)
refused = Table(
    "refused",
    _temporary,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("why", Text),
    Column("cells", Text),
    *(Column(name, Integer if name in ("version", "slot") else Text) for name in ASIDE),
    prefixes=["TEMPORARY"],
)
# The keys that stand in the file more than once: the row that stands, unless they differ.
_twice = Table(
    "twice",
    _temporary,
    Column("code", Text),
    Column("key", BigInteger),
    Column("first", Integer),
    Column("differ", Boolean),
    prefixes=["TEMPORARY"],
)


@dataclass
class Counts:
    """What has become of the rows of a file so far; `faults` are the first of `faults_in_all`."""

    repeated: int = 0
    blank: int = 0
    faults_in_all: int = 0
    faults: list[Fault] = field(default_factory=list)
    alarms_in_all: int = 0
    alarms: list[Fault] = field(default_factory=list)  # the first, of rows that were refused

    def alarm(self, alarms: Iterable[Fault]) -> None:
        for alarm in alarms:
            self.alarms_in_all += 1
            if len(self.alarms) < MOST:
                self.alarms.append(alarm)

    def tell(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.faults_in_all += 1
            if len(self.faults) < MOST:
                self.faults.append(fault)


def stage(connection: Connection, batches: Iterable[Batch], progress: Callable[[int, int], None] | None) -> Counts:
    """Put the rows of a file into the temporary tables, batch by batch."""
    with connection.begin():
        _temporary.create_all(connection, checkfirst=False)
    counts = Counts()
    for batch in batches:
        rows = [record(row) for row in batch.rows if not row.is_blank]
        counts.blank += batch.blank + len(batch.rows) - len(rows)
        counts.repeated += batch.repeated
        counts.tell(batch.faults)
        counts.alarm(batch.alarms)
        with connection.begin():
            _add(connection, incoming, rows)
            _add(connection, refused, [_refusal(reject, reject.cells) for reject in batch.rejects])
        if progress:
            progress(batch.bytes_read, batch.bytes_total)
    return counts


def settle(connection: Connection, source: Source, counts: Counts) -> None:
    """Keep each row once: the first of those that say the same, none of those that contradict each other."""
    key = (incoming.c.code, incoming.c.key)
    answers = incoming.c.answers
    several = (
        select(*key, func.min(incoming.c.number), func.min(answers) != func.max(answers))
        .group_by(*key)
        .having(func.count() > 1)
    )
    with connection.begin():
        found = connection.execute(insert(_twice).from_select(["code", "key", "first", "differ"], several)).rowcount
        if found:
            _refuse_conflicts(connection, source.name, counts)
            _add_cells(connection, source)
            counts.repeated += _drop_repeats(connection)
        if connection.dialect.name == "postgresql":  # which looks at no temporary table by itself
            connection.execute(text("ANALYZE incoming"))


def _refuse_conflicts(connection: Connection, where: str, counts: Counts) -> None:
    of_key = (incoming.c.code == _twice.c.code) & (incoming.c.key == _twice.c.key)
    urgent = [incoming.c[name] for name in ("help_sign", *PAINS, "note", "slot", "day")]
    plan = (incoming.c.code.label(CODE), incoming.c.version.label("plan_version"))
    asked = select(incoming.c.code, incoming.c.key, incoming.c.number, *urgent, *plan)
    asked = asked.join(_twice, of_key).where(_twice.c.differ)
    asked = asked.order_by(incoming.c.code, incoming.c.key, incoming.c.number)
    rows = connection.execute(asked, execution_options={"yield_per": _CHUNK})
    rejects = (
        reject
        for _, group in itertools.groupby(rows, lambda row: (row.code, row.key))
        for reject in conflicts([Row(row.number, _values(row), ()) for row in group], where)
    )
    for block in _blocks(rejects):
        counts.alarm(alarms_of(block, where))
        _add(connection, refused, [_refusal(reject, None) for reject in block])
    connection.execute(delete(incoming).where(incoming.c.number.in_(select(refused.c.number))))


def _values(row: Any) -> dict[str, Any]:
    values = dict(row._mapping)
    return {**values, "date": dt.date.fromisoformat(values["day"]) if values["day"] else None}


def _add_cells(connection: Connection, source: Source) -> None:
    """The cells of the rows that were refused by others of their file, from the file itself."""
    if not connection.execute(select(refused.c.number).where(refused.c.cells.is_(None)).limit(1)).first():
        return
    cell = update(refused).where(refused.c.number == bindparam("n")).values(cells=bindparam("found"))
    for block in _blocks(enumerate(source.records(), start=1)):
        within = refused.c.number.between(block[0][0], block[-1][0]) & refused.c.cells.is_(None)
        wanted = set(connection.execute(select(refused.c.number).where(within)).scalars())
        if wanted:
            found = [{"n": n, "found": as_text(cells)} for n, (cells, _) in block if n in wanted]
            connection.execute(cell, found)


def _drop_repeats(connection: Connection) -> int:
    of_key = (incoming.c.code == _twice.c.code) & (incoming.c.key == _twice.c.key)
    later = select(incoming.c.number).join(_twice, of_key).where(incoming.c.number > _twice.c.first)
    return connection.execute(delete(incoming).where(incoming.c.number.in_(later))).rowcount


def as_text(cells: Iterable[str]) -> str:
    """The cells of a rejected row as they are kept."""
    return json.dumps([*cells], ensure_ascii=False)


def _refusal(reject: Reject, cells: Iterable[str] | None) -> dict[str, Any]:
    why = f"{reject.why} It says: {reject.alarm}. {CALL}" if reject.alarm else reject.why
    told = {"number": reject.row, "why": why, "cells": None if cells is None else as_text(cells)}
    return {**told, **dict.fromkeys(ASIDE), **(_told_aside(reject.aside) if reject.aside else {})}


def _told_aside(aside: Aside) -> dict[str, Any]:
    return {
        "code": aside.plan_code or None,
        "label": aside.plan_id or None,
        "version": aside.plan_version,
        "day": aside.date.isoformat() if aside.date else None,
        "said_on": aside.when or None,
        "slot": aside.slot,
        "help_sign": aside.help_sign,
        "note": aside.note,
    }


def _add(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _blocks(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while block := list(itertools.islice(iterator, _CHUNK)):
        yield block
