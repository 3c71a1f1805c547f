"""Totals of other scores: of whom, which score, on which day, how much, and who noted it.

Entries are added and never changed. A correction is a new entry that replaces the old one, and to take one back is an
entry too, one without a value: then what it had replaced counts again. No item of a score is kept, only its total.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from numbers import Real
from typing import Any

from sqlalchemy import Connection, insert, select

from kit.days import year_in_bounds
from kit.errors import ContentError, Fault, quoted
from kit.statistics.outcome_bands import Instrument, instruments
from kit.store.audit import note
from kit.store.database import Database
from kit.store.tables import patients, scores
from kit.words.numbers import counted
from kit.words.text import LINE, clean, is_name

_LOOK = "Look at the list of scores."


@dataclass(frozen=True)
class Score:
    """One entry. `instrument` is the key of a score that the kit knows, or None for one of another `name`.

    `value` is the total, or None where the entry takes the one that it `replaces` back; `at` in UTC.
    """

    number: int
    patient_code: str
    instrument: str | None
    name: str
    day: dt.date
    value: float | None
    by: str
    at: str
    replaces: int | None = None


@dataclass(frozen=True)
class Scores:
    """The scores of a store."""

    database: Database

    def add(self, patient_code: str, score: str, day: dt.date, value: float, *, replaces: int | None = None) -> Score:
        """Note a total; `score` is a key of the kit's list, such as "lefs", or any other name.

        With `replaces` it corrects that entry. Raises `ContentError` with all faults: a total out of the score's range,
        a day that is to come, a name that is none, an entry that does not count, a patient who is not here.
        """
        key, name = _named(score)
        if faults := faults_of(score, day, value, self.database.now().date()):
            raise ContentError(faults)
        row = {"instrument": key, "name": name, "day": day.isoformat(), "value": float(value)}
        what = f"noted {name} of {day}" + (f" in place of entry {replaces}" if replaces else "")
        return self._write(patient_code, row, replaces, what)

    def undo(self, number: int) -> Score:
        """Take an entry back; what it had replaced counts again. Raises `ContentError` where it does not count."""
        with self.database.read() as connection:
            found = connection.execute(select(scores).where(scores.c.id == number)).first()
        if found is None:
            raise ContentError(Fault("score", f"there is no entry {number}.", _LOOK))
        row = {"instrument": found.instrument, "name": found.name, "day": found.day, "value": None}
        return self._write(found.patient_code, row, number, f"took {found.name} of {found.day} back (entry {number})")

    def list(self, patient_code: str) -> tuple[Score, ...]:
        """The entries that count, by day, then in the order in which they came."""
        return tuple(sorted(_counting(self.history(patient_code)), key=lambda score: (score.day, score.number)))

    def history(self, patient_code: str) -> tuple[Score, ...]:
        """Every entry that was ever made, in that order."""
        with self.database.read() as connection:
            return _all(connection, patient_code)

    def _write(self, patient_code: str, row: dict[str, Any], replaces: int | None, what: str) -> Score:
        stamp = {"made_at": self.database.stamp(), "made_by": self.database.who}
        with self.database.write() as connection:
            _hold(connection, patient_code)
            if replaces is not None and replaces not in {s.number for s in _counting(_all(connection, patient_code))}:
                what = f"entry {replaces} does not count: it was replaced or taken back, or is another patient's."
                raise ContentError(Fault("score", what, _LOOK))
            made = insert(scores).values(patient_code=patient_code, replaces=replaces, **row, **stamp)
            number = connection.execute(made.returning(scores.c.id)).scalar_one()
            note(self.database, connection, what, patient_code=patient_code)
            return _score(connection.execute(select(scores).where(scores.c.id == number)).one())


def _hold(connection: Connection, patient_code: str) -> None:
    """Let nobody else write scores of the patient. Raises `ContentError` for one who is not here."""
    asked = select(patients.c.code).where(patients.c.code == patient_code).with_for_update()
    if connection.execute(asked).first() is None:
        what = f"no patient here has the code {quoted(patient_code)}."
        raise ContentError(Fault("score", what, "Choose a patient of this store."))


def _named(score: str) -> tuple[str | None, str]:
    """The key, if it is of the kit's list, and the name. Whoever writes a known score's name means that one."""
    plain = clean(score)
    for key, known in instruments().items():
        if plain.casefold() in (key, known.called.casefold()):
            return key, known.called
    return None, plain


def faults_of(score: str, day: dt.date | None, value: float | None, today: dt.date) -> list[Fault]:
    """All that is wrong with a total before it is noted; nothing is said of a day or a value that is None."""
    key, name = _named(score)
    faults = [*_faults_of_name(name), *(() if day is None else _faults_of_day(day, today))]
    if value is not None:
        faults += _faults_of_total(instruments()[key] if key else None, name, value)
    return faults


def _faults_of_name(name: str) -> Iterator[Fault]:
    if not is_name(name):
        yield Fault("score, name", f"{quoted(name)} is the name of no score.", "Write its name, such as LEFS.")
    elif len(name) > LINE:
        yield Fault("score, name", f"it has {counted(len(name), 'character')}, and at most {LINE} fit.", "Shorten it.")


def _faults_of_day(day: dt.date, today: dt.date) -> Iterator[Fault]:
    try:
        year_in_bounds(day)
    except ValueError as error:
        yield Fault("score, day", str(error), "")
        return
    if day > today + dt.timedelta(days=1):  # it is tomorrow already where the clocks are ahead of UTC
        yield Fault("score, day", f"{day} is to come.", "Write the day on which it was asked.")


def _faults_of_total(known: Instrument | None, name: str, value: float) -> Iterator[Fault]:
    where = f"score, {name}"
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        yield Fault(where, f"{quoted(str(value))} is not a number.", "Write the total as a number.")
    elif known and not known.low <= value <= known.high:
        yield Fault(where, f"{value:g} is not {known.low:g} to {known.high:g}.", "Correct the total.")


def _all(connection: Connection, patient_code: str) -> tuple[Score, ...]:
    asked = select(scores).where(scores.c.patient_code == patient_code).order_by(scores.c.id)
    return tuple(map(_score, connection.execute(asked)))


def _counting(found: Iterable[Score]) -> tuple[Score, ...]:
    """The entries with a value that nothing replaces, of those that were not taken back themselves."""
    found = tuple(found)
    back = {score.replaces for score in found if score.value is None}
    standing = [score for score in found if score.value is not None and score.number not in back]
    replaced = {score.replaces for score in standing}
    return tuple(score for score in standing if score.number not in replaced)


def _score(row: Any) -> Score:
    day = dt.date.fromisoformat(row.day)
    about = (row.id, row.patient_code, row.instrument, row.name, day, row.value)
    return Score(*about, row.made_by, row.made_at, row.replaces)
