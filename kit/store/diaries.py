"""The diaries that came back: each file whole or not at all, what it corrected, and how it is taken back.

Of what was said about one thing (an item's side in one session of a version), the newest that a standing file says is
in force. A file that is undone says nothing any more; what it had corrected counts again, unless another file that
stands has corrected it too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, desc, insert, select, update

from kit.diary.alarms import is_sign, sign_told
from kit.diary.aside import Aside
from kit.diary.rows import Reject, Row
from kit.diary.source import Source, look_at
from kit.diary.streaming import read_rows
from kit.errors import ContentError, Fault, quoted, visible
from kit.store import arrival
from kit.store.asides import asides
from kit.store.audit import note
from kit.store.corrections import Correction, corrections
from kit.store.database import Database
from kit.store.diary_plans import DiaryPlans
from kit.store.entries import row as row_of
from kit.store.incoming import MOST, Counts, settle, stage
from kit.store.standing import counts_again, withdrawn
from kit.store.tables import diary_files, diary_rejects, diary_rows, plans
from kit.store.trouble import told
from kit.words.numbers import counted

if TYPE_CHECKING:
    from kit.diary.read import Diary

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class DiaryFile:
    """A file that came in: `at` in UTC, its `name` without the folder, and what its rows were.

    All rows below its header are kept + rejected + repeated + blank; `corrected` of those kept replaced an earlier one.
    """

    number: int
    name: str
    digest: str
    at: str
    by: str
    kept: int
    rejected: int
    repeated: int
    blank: int
    corrected: int
    undone_at: str | None = None


@dataclass(frozen=True)
class Imported:
    """What came of a file. `is_known`: it was here already, since `file.at`, and nothing was brought in.

    The lists hold the first few; `file.rejected`, `file.corrected`, `faults_in_all` and `alarms_in_all` say how many
    there are. `alarms` are the signs that ask for help, of the rows that were kept too, and the much pain of those that
    were refused.
    """

    file: DiaryFile
    is_known: bool = False
    rejects: tuple[Reject, ...] = ()
    corrections: tuple[Correction, ...] = ()
    faults: tuple[Fault, ...] = ()
    faults_in_all: int = 0
    alarms: tuple[Fault, ...] = ()
    alarms_in_all: int = 0


@dataclass(frozen=True)
class Undone:
    """A file that was taken back: how many rows count no longer, and how many that it had replaced count again."""

    file: DiaryFile
    withdrawn: int
    restored: int


@dataclass(frozen=True)
class Diaries:
    """The diaries of a store."""

    database: Database

    def bring_in(
        self, path: str | PathLike[str], *, patient: str | None = None, progress: Progress | None = None
    ) -> Imported:
        """Take a diary file in, all or nothing; with `patient`, rows of other patients' plans are refused.

        `progress` is called with the bytes read so far and in all. The same file again brings nothing, but the rows
        that were refused the first time and fit now.

        Raises `MachineError` where the file cannot be read, `ContentError` where it is no diary, or for a patient who
        is not here.
        """
        wanted = DiaryPlans(self.database, patient)
        source = look_at(path)
        with self.database.read() as connection:
            known = _standing(connection, source.sha256)
        if known and not known[-1].rejected:
            return self._known(known[-1])
        with told(self.database.where), self.database.engine.connect() as connection:
            connection.detach()  # closed at the end, and the temporary tables with it
            connection.execution_options(preserve_rowcount=True)  # of rows that are added, too
            read = read_rows(path, wanted.find, source, refuse=wanted.refuse)
            counts = stage(connection, read, progress)
            settle(connection, source, counts)
            return self._publish(connection.execution_options(kit_write=True), source, counts)

    def undo(self, number: int) -> Undone:
        """Take an import back: its rows count no longer, and those that it replaced count again.

        Raises `ContentError` where there is none of this number, or it is undone already.
        """
        with self.database.write() as connection:
            arrival.wait_for_turn(connection)
            file = _one(connection, number)
            if file.undone_at:
                what = f"number {number} ({file.name}) is undone already."
                raise ContentError(Fault("diary", what, "Look at the list: kit diary list."))
            now = self.database.stamp()
            connection.execute(update(diary_files).where(diary_files.c.id == number).values(undone_at=now))
            gone, back = withdrawn(connection, number), counts_again(connection, number)
            note(self.database, connection, f"undid the import of diary {file.name} (number {number})")
            return Undone(_one(connection, number), gone, back)

    def files(self) -> list[DiaryFile]:
        """The files that came in, the newest first, those that were undone too."""
        with self.database.read() as connection:
            return [file_of(row) for row in connection.execute(select(diary_files).order_by(desc(diary_files.c.id)))]

    def rows(self, code: str) -> list[Row]:
        """The rows of a plan that are in force, session by session; `kit.diary.read.frame` makes a table of them."""
        by = (diary_rows.c.version, diary_rows.c.week, diary_rows.c.day, diary_rows.c.slot, diary_rows.c.id)
        asked = select(diary_rows).where(diary_rows.c.code == code, diary_rows.c.in_force == 1).order_by(*by)
        with self.database.read() as connection:
            label = connection.execute(select(plans.c.label).where(plans.c.code == code)).scalar() or ""
            return [row_of(stored, label) for stored in connection.execute(asked)]

    def asides(self, code: str) -> list[Aside]:
        """What the patient says in rows of a plan that count for nothing: signs for help and notes."""
        with self.database.read() as connection:
            return asides(connection, code)

    def of(self, code: str) -> Diary:
        """The rows of a plan that are in force as one diary, with those that were refused of the files they came in.

        What a refused row belonged to nobody can say: of a file with several plans it is counted with each of them.
        """
        # Not at the head of the file: pandas loads here, and the planner opens without it.
        from kit.diary.read import Diary, frame

        its = select(diary_rows.c.file_id).where(diary_rows.c.code == code)
        standing = select(diary_files.c.id).where(diary_files.c.id.in_(its), diary_files.c.undone_at.is_(None))
        with self.database.read() as connection:
            numbers = list(connection.execute(standing.order_by(diary_files.c.id)).scalars())
        rejects = tuple(reject for number in numbers for reject in self.rejects(number))
        return Diary(frame(self.rows(code)), rejects, ())

    def rejects(self, number: int, most: int | None = None) -> list[Reject]:
        """The rows of a file that were refused, in order, with their cells."""
        asked = select(diary_rejects).where(diary_rejects.c.file_id == number).order_by(diary_rejects.c.number)
        with self.database.read() as connection:
            return [Reject(r.number, r.why, tuple(json.loads(r.cells))) for r in connection.execute(asked.limit(most))]

    def corrections(self, number: int, most: int | None = None) -> list[Correction]:
        """What a file says otherwise than one before it, in order."""
        with self.database.read() as connection:
            return list(corrections(connection, number, most))

    def standing(self, word: str) -> list[DiaryFile]:
        """The imports of a file that were not undone, the newest first: by number, by the file itself, by its name.

        Raises `ContentError` where there is none, or files with other content have the same name.
        """
        standing = [file for file in self.files() if not file.undone_at]
        if word.isdecimal() and word.isascii():
            found = [file for file in standing if file.number == int(word)]
        else:
            digest = look_at(word).sha256 if Path(word).is_file() else None
            found = [file for file in standing if file.digest == digest]
            found = found or [file for file in standing if file.name == visible(Path(word).name)]
        if not found:
            what = f"no import of {quoted(word)} is there, or it was undone."
            raise ContentError(Fault("diary", what, "Look at the list: kit diary list."))
        if len({file.digest for file in found}) > 1:
            which = ", ".join(str(file.number) for file in found)
            what = f"{counted(len(found), 'import has', 'imports have')} the name {quoted(word)}: {which}."
            raise ContentError(Fault("diary", what, "Give the number of the one you mean."))
        return found

    def _known(self, file: DiaryFile) -> Imported:
        return Imported(file, is_known=True, rejects=tuple(self.rejects(file.number, MOST)))

    def _publish(self, connection: Connection, source: Source, counts: Counts) -> Imported:
        """Everything that others see of an import, in one transaction."""
        name = visible(source.name)
        with connection.begin() as transaction:
            arrival.wait_for_turn(connection)
            known = _standing(connection, source.sha256)
            if known:
                counts.repeated += arrival.drop_what_was_said(connection, [file.number for file in known])
            stamp = {"made_at": self.database.stamp(), "made_by": self.database.who}
            zero = dict.fromkeys(("kept", "rejected", "repeated", "blank", "corrected"), 0)
            row = {"name": name, "digest": source.sha256, **zero, **stamp}
            number = connection.execute(insert(diary_files).values(row).returning(diary_files.c.id)).scalar_one()
            counts.repeated += arrival.link_repeats(connection, number)
            corrected = arrival.replace_corrected(connection)
            found = {"kept": arrival.add_rows(connection, number), "rejected": arrival.add_rejects(connection, number)}
            if known and not found["kept"]:
                transaction.rollback()
                return self._known(known[-1])
            found |= {"repeated": counts.repeated, "blank": counts.blank, "corrected": corrected}
            connection.execute(update(diary_files).where(diary_files.c.id == number).values(found))
            said = ", ".join(f"{n} {what}" for what, n in found.items())
            note(self.database, connection, f"imported diary {name} (number {number}): {said}")
            file = _one(connection, number)
            counts.alarm(_signs(connection, number, name))
        return Imported(
            file,
            False,
            tuple(self.rejects(number, MOST)),
            tuple(self.corrections(number, MOST)),
            tuple(counts.faults),
            counts.faults_in_all,
            tuple(counts.alarms),
            counts.alarms_in_all,
        )


def _signs(connection: Connection, number: int, name: str) -> Iterator[Fault]:
    """The signs that ask for help among the rows that a file brought."""
    of_file = (diary_rows.c.file_id == number) & diary_rows.c.help_sign.is_not(None)
    asked = select(diary_rows.c.number, diary_rows.c.help_sign).where(of_file).order_by(diary_rows.c.number)
    return (sign_told(name, row.number, row.help_sign) for row in connection.execute(asked) if is_sign(row.help_sign))


def _standing(connection: Connection, digest: str) -> list[DiaryFile]:
    """The imports of this very file that were not undone, the newest last."""
    same = (diary_files.c.digest == digest) & diary_files.c.undone_at.is_(None)
    return [file_of(row) for row in connection.execute(select(diary_files).where(same).order_by(diary_files.c.id))]


def _one(connection: Connection, number: int) -> DiaryFile:
    found = connection.execute(select(diary_files).where(diary_files.c.id == number)).first()
    if found is None:
        raise ContentError(Fault("diary", f"there is no import number {number}.", "Look at the list: kit diary list."))
    return file_of(found)


def file_of(row: Any) -> DiaryFile:
    """A row of the table of files."""
    counts = (row.kept, row.rejected, row.repeated, row.blank, row.corrected)
    return DiaryFile(row.id, row.name, row.digest, row.made_at, row.made_by, *counts, row.undone_at)
