"""Reads the rows below a header, and holds each against its plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from kit.diary.alarms import alarm_of
from kit.diary.aside import Aside, aside_of, row_of
from kit.diary.cell_readers import OPTIONAL, WORK, Column, Odd, readers, trimmed
from kit.diary.columns import ACTIVITIES, CODE, COLUMNS, LABEL
from kit.diary.dates import MEND, Order, certain
from kit.diary.header import Header
from kit.diary.packed import is_packed, unpacked
from kit.diary.prescribed import Prescribed, Shelf, Stranger
from kit.diary.rows import Reject, Row
from kit.diary.status import STATUS, plain_status
from kit.diary.values import CellError
from kit.errors import Fault, quoted
from kit.tabular import SEPARATORS, plain_name
from kit.words.numbers import counted


class RowReader:
    """Reads row after row; `faults` gathers what is told of rows that stay. Without `shelf`, no plan is known."""

    def __init__(self, header: Header, where: str, order: Order | None, shelf: Shelf | None) -> None:
        self.faults: list[Fault] = []
        self._header, self._where, self._shelf = header, where, shelf
        self._odd: Odd = []
        read = readers(order)
        self._names = tuple(header.columns)
        self._columns = [(at, Column(name, read[name], self._odd)) for name, at in header.columns.items()]
        self._missing = dict.fromkeys(name for name in COLUMNS if name not in header.columns)
        self._told_packed = False

    def read(self, number: int, cells: Sequence[str]) -> Row | Reject:
        """The row, or why it is refused, with every reason."""
        line, misfit = self._line(cells)
        self._odd.clear()
        found = dict(zip(self._names, [column[line[at]] for at, column in self._columns], strict=True))
        found.update(self._missing)
        plan = self._plan(found)
        self._settle(found, plan, line)
        reasons = [*self._reasons(found, plan), *misfit]
        if reasons:
            stranger = _told_name(plan, found) if isinstance(plan, Stranger) else ""
            aside = self._aside(number, found, plan, line)
            return Reject(number, " ".join(reasons), tuple(cells), stranger, alarm_of(found), aside)
        if isinstance(plan, Prescribed):
            found[CODE], found[LABEL] = plan.code, plan.label
            self._leave_unasked(found, plan)
        self._tell(number, found)
        return Row(number, found, tuple(cells))

    def broken(self, number: int, cells: Sequence[str], why: str) -> Reject:
        """A row that cannot be taken apart for certain, with what can be seen of its alarm."""
        line, _ = self._line(cells)
        found = dict(zip(self._names, [column[line[at]] for at, column in self._columns], strict=True))
        self._odd.clear()
        found.update(self._missing)
        aside = self._aside(number, found, self._plan(found), line)
        return Reject(number, why, tuple(cells), alarm=alarm_of(found), aside=aside)

    def _aside(
        self, number: int, found: dict[str, Any], plan: Prescribed | Stranger | str | None, line: Sequence[str]
    ) -> Aside | None:
        known = found | {CODE: plan.code, LABEL: plan.label} if isinstance(plan, Prescribed) else found
        return aside_of(known, row_of(number, self._where), trimmed(line[self._header.columns["date"]]))

    def _line(self, cells: Sequence[str]) -> tuple[list[str], list[str]]:
        """A cell for each of the header, and why the row does not fit it."""
        header = self._header
        line = list(cells)
        misfit: list[str] = []
        if len(line) == 1 or header.packing.outer or line[-1][:1] in SEPARATORS:
            line, misfit = self._taken_apart(line)
        short = header.width - len(line)
        if short > 0:
            line += [""] * short
        elif short < 0 and any(cell.strip() for cell in line[header.width :]):
            misfit.append(
                f"it has {counted(len(line), 'cell')}, and the header has {header.width}. "
                "Put a text that holds the separator in quotation marks."
            )
        return line, misfit

    def _taken_apart(self, cells: list[str]) -> tuple[list[str], list[str]]:
        """The cells of a line that stands in one cell; what stands behind it goes into its column, or is refused."""
        header = self._header
        if not is_packed(cells, header.width, header.packing):
            return cells, []
        line, behind = unpacked(cells, header.packing)
        line += [""] * (header.width - len(line))
        filled = [(n, text) for n, text in enumerate(behind) if text]
        misfit = []
        for n, text in filled:
            at = self._column_behind(n, text, alone=len(filled) == 1)
            if at is None or line[at].strip():
                what = f"{quoted(text)} stands behind a line that is all in one cell."
                misfit.append(f"{what} Write it into the cell of its column.")
            else:
                line[at] = text
        if not self._told_packed and (filled or len(cells) == 1):
            self._told_packed = True
            what = "has each line in one cell; a status behind it is read as that of its row."
            self.faults.append(Fault(self._where, what, "Open the file with the comma as separator, and look."))
        return line, misfit

    def _column_behind(self, n: int, text: str, alone: bool) -> int | None:
        """The column of what stands behind a line: what the header says there, else the status, if it is one."""
        names = self._header.packing.behind
        name = plain_name(names[n]) if n < len(names) else ""
        if not name and alone and plain_status(text) in STATUS:
            name = "status"
        return self._header.columns.get(name)

    def _plan(self, found: Mapping[str, Any]) -> Prescribed | Stranger | str | None:
        """The version that the row belongs to, why there is none; None where no plan can be looked up."""
        version, code, label = found["plan_version"], found[CODE], found[LABEL]
        if self._shelf is None or version is None or (code is None and self._header.has_codes):
            return None
        if code is None and label is None:
            return "plan_id: is empty. Copy it from the row above."
        return self._shelf.of(code, label, version)

    def _settle(self, found: dict[str, Any], plan: Prescribed | Stranger | str | None, line: Sequence[str]) -> None:
        """The day that the date means, and the day of a time that stands alone."""
        date = found["date"]
        if date is not None and (isinstance(date, tuple) or (isinstance(plan, Prescribed) and not plan.has(date))):
            text = trimmed(line[self._header.columns["date"]])
            found["date"] = None
            try:
                found["date"] = plan.day(text, date, found) if isinstance(plan, Prescribed) else certain(text, date)
            except CellError as error:
                self._odd.append(("date", error))
        if type(found["started_at"]) is dt.time:
            time, found["started_at"] = found["started_at"], None
            if found["date"] is None:
                timeless = CellError(f"{quoted(f'{time:%H:%M}')} is a time without a day.", "Write the day too.")
                self._odd.append(("started_at", timeless))
            else:
                found["started_at"] = dt.datetime.combine(found["date"], time).isoformat()

    def _leave_unasked(self, found: dict[str, Any], plan: Prescribed) -> None:
        """A number for an activity that the version does not name is nobody's: it is left out, and told."""
        for name in ACTIVITIES[plan.activities :]:
            if found[name] is not None:
                has = counted(plan.activities, "activity", "activities") if plan.activities else "no activities"
                what = f"{found[name]} is of none, since {plan.name} has {has}."
                self._odd.append((name, CellError(what, "Ask the patient what is meant.")))
                found[name] = None

    def _reasons(self, found: Mapping[str, Any], plan: Prescribed | Stranger | str | None) -> list[str]:
        """Why the row is refused, nothing where it stands."""
        if not self._odd and isinstance(plan, Prescribed) and (found["week"] or found["date"]):
            return list(plan.refusals(found))
        refusing = [(name, e) for name, e in self._odd if isinstance(e, CellError) and name not in OPTIONAL]
        reasons = [f"{name}: {error.what} {_mend(error, plan)}" for name, error in refusing]
        wrong = {name for name, _ in refusing}
        if found["date"] is None and found["week"] is None and not wrong & {"date", "week"}:
            reasons.append("date: neither a date nor a week is given. Write the day of the session.")
        if isinstance(plan, Prescribed):
            known = {name: value for name, value in found.items() if name not in wrong} if wrong else found
            reasons += plan.refusals(known)
        elif plan is not None:
            reasons.append(plan if isinstance(plan, str) else plan.why)
        return reasons

    def _tell(self, number: int, found: Mapping[str, Any]) -> None:
        """What was left out of the row or read from something else, and work without a status."""
        place = f"{self._where}, row {number}"
        for name, odd in self._odd:
            if isinstance(odd, CellError):
                what = f"{name}: {odd.what.removesuffix('.')}; the cell is left out, its row stays."
                self.faults.append(Fault(place, what, odd.mend))
            else:
                self.faults.append(Fault(place, f"{name}: {odd.text}", "Look whether that is right."))
        # The row stays, and counts as not logged until somebody says.
        if found["status"] is None and any(found[name] is not None for name in WORK):
            what = "says how much was done, but has no status, and counts as not logged."
            self.faults.append(Fault(place, what, "Write done, partial or not_done."))
        reps, last = found["reps_done"], found["reps_last_set"]
        if found["sets_done"] == 1 and None not in (reps, last) and reps != last:
            what = f"tells of one set reps_done {reps} and reps_last_set {last}; {last} is counted."
            self.faults.append(Fault(place, what, "Ask the patient which it is."))
        # A cross is not done, as the sheet says; somebody may have crossed a box for done, and the row shows it.
        if found["status"] == "not_done" and any(found[name] for name in WORK):
            what = "is marked as not done, a cross too, and says how much was done; it counts as not done."
            self.faults.append(Fault(place, what, "Ask the patient, and write done where it was."))


def _mend(error: CellError, plan: Prescribed | Stranger | str | None) -> str:
    """How to mend a cell; an example of a day is one of the row's own version."""
    return f"Write it as {plan.start}." if error.mend == MEND and isinstance(plan, Prescribed) else error.mend


def _told_name(plan: Stranger, found: Mapping[str, Any]) -> str:
    """The plan that a row gives: its label, and its code where it has one."""
    label = found[LABEL]
    return f"{label} ({plan.name})" if label and label != plan.name else plan.name
