"""Why the patient's own words are a reason to call: notes that nobody has read, and that she is unsure how."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from kit.adherence.frames import Frames
from kit.diary.alarms import sign_shown
from kit.followup.case import Reason
from kit.followup.caseload_rules import OwnRule, caseload_rules
from kit.followup.pointer import Pointer, pointers
from kit.followup.reasons import reason_code
from kit.followup.unread import PatientNote, Read, unread
from kit.words.numbers import counted

_UNSURE = "unsure_how"
_TOLD = 3  # notes whose words are told


def own_reason(name: OwnRule, rows: tuple[Pointer, ...] = (), **words: object) -> Reason:
    """One of the caseload's own, with its sentence filled in."""
    rule = caseload_rules().rules[name]
    return Reason(name, rule.title, rule.why.format(**words), rule.cited, caseload_rules().weights[name], rows)


def said_reasons(frames: Frames, as_of: dt.date, read: Iterable[Read] = ()) -> Mapping[str, Sequence[Reason]]:
    """By the code of each plan, up to the day `as_of`."""
    found: dict[str, list[Reason]] = defaultdict(list)
    notes: dict[str, list[PatientNote]] = defaultdict(list)
    for note in unread(frames, read):
        if note.date is None or note.date <= as_of:
            notes[note.plan_code].append(note)
    for code, its in notes.items():
        found[code].append(_of_notes(its))
    for code, reason in _unsure(frames.cells, as_of):
        found[code].append(reason)
    return found


def _of_notes(notes: Sequence[PatientNote]) -> Reason:
    """All of a patient's unread notes are one reason, which weighs more where one of them may name a red flag."""
    words = " ".join(f"{sign_shown(note.text)} ({note.day})." for note in notes[:_TOLD])
    more = f" And {len(notes) - _TOLD} more." if len(notes) > _TOLD else ""
    rows = tuple(note.pointer for note in notes)
    name: OwnRule = "unread_red_flag" if any(note.names_a_red_flag for note in notes) else "unread"
    return own_reason(name, rows, notes=counted(len(notes), "note"), words=f"{words}{more}")


def _unsure(cells: pd.DataFrame, as_of: dt.date) -> Iterable[tuple[str, Reason]]:
    days = caseload_rules().rules["unsure"].numbers["within_days"]
    day = pd.Timestamp(as_of)
    told = cells[cells["reason"].notna() & (cells["date"] <= day) & (cells["date"] > day - pd.Timedelta(days=days))]
    told = told[told["reason"].map(reason_code).eq(_UNSURE).astype(bool)]
    for code, rows in told.groupby("plan_code", sort=False):
        behind = pointers(rows)
        yield str(code), own_reason("unsure", behind, n=counted(len(behind), "session"), days=days)
