"""Diary files that the browser gave: each taken in from a private place that goes away, and told in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kit.diary.rows import Reject
from kit.errors import Fault, KitError, visible
from kit.files import write_atomic
from kit.store.corrections import Correction
from kit.store.diaries import DiaryFile, Imported
from kit.store.store import Store
from kit.ui.followup.shown import Brought, BroughtFile, RefusedRow
from kit.ui.followup.words import COLUMNS, answer, at, in_words
from kit.ui.messages import Told
from kit.words.numbers import counted

TOLD = 20  # of one kind, of one file
NOTHING: Brought = {"alarms": [], "more_alarms": 0, "files": []}
_CELLS, _WIDE = 40, 60  # cells of a refused row that are shown, characters of each
_NAME = 100  # characters of a file's name


def bring_in(store: Store, files: Sequence[tuple[str, bytes]], patient: str | None) -> Brought:
    """Take these files in, each whole or not at all; with `patient`, rows of other patients are refused."""
    alarms: list[Fault] = []
    of_all = 0
    told: list[BroughtFile] = []
    for name, content in files:
        try:
            imported = _from_a_private_place(store, _plain(name), content, patient)
        except KitError as error:
            told.append(_refused(_plain(name), error))
            continue
        alarms += imported.alarms
        of_all += imported.alarms_in_all
        told.append(_brought(imported))
    shown = [_told(fault) for fault in alarms[:TOLD]]
    return {"alarms": shown, "more_alarms": max(0, of_all - len(shown)), "files": told}


def _from_a_private_place(store: Store, name: str, content: bytes, patient: str | None) -> Imported:
    with TemporaryDirectory(prefix="kit-diary-") as folder:  # its owner's alone
        path = Path(folder) / name
        write_atomic(path, content)
        return store.diaries.bring_in(path, patient=patient)


def _plain(name: str) -> str:
    """A name that a file can have, whatever the browser called it; its ending stays."""
    last = visible(name).replace("\\", "/").rsplit("/", 1)[-1].strip(" .")
    short = last if len(last.encode()) <= _NAME else Path(last[: _NAME // 4]).stem + Path(last).suffix[:8]
    return short.lstrip(".") or "diary.csv"


def _refused(name: str, error: KitError) -> BroughtFile:
    told: BroughtFile = _nothing(name, ["Nothing was taken from this file."])
    told["faults"] = [_told(fault) for fault in error.faults[:TOLD]]
    told["more"] = {"faults": len(error.faults) - len(told["faults"])}
    return told


def _nothing(name: str, said: list[str]) -> BroughtFile:
    return {"name": name, "number": None, "said": said, "rejects": [], "corrections": [], "faults": [], "more": {}}


def _brought(imported: Imported) -> BroughtFile:
    file = imported.file
    if imported.is_known:
        again = f"This file is here already, since {at(file.at)}. Nothing was taken in a second time."
        told = _nothing(file.name, [again])
    else:
        told = _nothing(file.name, list(outcome(file)))
        told["number"] = file.number
    told["rejects"] = [_reject(one) for one in imported.rejects[:TOLD]]
    told["corrections"] = [_correction(one) for one in imported.corrections[:TOLD]]
    told["faults"] = [_told(fault) for fault in imported.faults[:TOLD]]
    told["more"] = {
        "rejects": file.rejected - len(told["rejects"]),
        "corrections": 0 if imported.is_known else file.corrected - len(told["corrections"]),
        "faults": imported.faults_in_all - len(told["faults"]),
    }
    return told


def outcome(file: DiaryFile) -> list[str]:
    """What became of all rows of a file, a sentence a kind."""
    said = [f"{counted(file.kept, 'row')} taken." if file.kept else "No row taken."]
    if file.corrected:
        verb = "corrects" if file.corrected == 1 else "correct"
        said.append(f"{file.corrected} of these {verb} an earlier answer.")
    if file.repeated:
        said.append(f"{counted(file.repeated, 'row was', 'rows were')} known already.")
    if file.rejected:
        said.append(f"{counted(file.rejected, 'row was', 'rows were')} refused, and kept aside with the reason.")
    if file.blank:
        said.append(f"{counted(file.blank, 'row is', 'rows are')} blank: not logged, which is not “not done”.")
    return said


def _reject(reject: Reject) -> RefusedRow:
    cells = [cell[:_WIDE] for cell in reject.cells if cell.strip()][:_CELLS]
    return {"row": reject.row, "why": in_words(reject.why), "cells": [visible(cell) for cell in cells]}


def _correction(one: Correction) -> str:
    changes = "; ".join(
        f"{COLUMNS.get(name, name)} {answer(name, was)} is now {answer(name, now)}" for name, was, now in one.changes
    )
    return visible(f"Row {one.number}, {one.about}: {changes}. It was row {one.earlier} of {one.of}.")


def _told(fault: Fault) -> Told:
    return {"where": fault.where, "what": in_words(fault.what), "mend": fault.mend}
