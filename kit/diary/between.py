"""What two files of one diary answer differently for the same thing. The rows stay: a measure takes one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from kit.days import in_words
from kit.diary.columns import CODE, LABEL, RATED
from kit.errors import Fault

_DONE = ("status", "sets_done", "reps_done", "reps_last_set", "hold_done_s", "load_kg", "reason")
_OF_ITEM = ("item_id", "exercise_id", "side")
_MOST = "The one with the most done counts. Correct the one that is wrong."
_HIGHEST = "The highest counts. Correct the one that is wrong."


def contradictions(files: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> Iterator[Fault]:
    """A fault for each answer that files give differently, with all of them.

    `files` are rows by the name of their file, `names` those of the exercises. What one file tells and another leaves
    blank is no contradiction.
    """
    if len(files) < 2:
        return
    rows = pd.concat([rows.assign(file=name, row=rows.index) for name, rows in files.items()], ignore_index=True)
    rows["plan"] = rows[CODE].fillna(rows[LABEL])
    day = rows["date"].dt.date.map(in_words, na_action="ignore").astype("string")
    rows["when"] = day.fillna("week " + rows["week"].astype("string"))
    session = ["plan", "plan_version", "when", "slot"]
    for column in _DONE:
        for thing, group in _told(rows, [*session, *_OF_ITEM], column):
            _, _, when, slot, _, exercise, side = thing
            of_side = "" if side == "both" else f", {side}"
            yield _fault(f"{names.get(str(exercise), exercise)}{of_side}, {when}, slot {slot}", column, group, _MOST)
    for column in RATED:
        for (_, _, when, slot), group in _told(rows, session, column):
            yield _fault(f"{when}, slot {slot}", column, group, _HIGHEST)


def _told(rows: pd.DataFrame, key: list[str], column: str) -> Iterator[tuple[tuple[object, ...], pd.DataFrame]]:
    """The rows of each thing that two files answer, and differently; the first row of a file and an answer."""
    told = rows[rows[column].notna()]
    kinds = told.groupby(key, dropna=False)[["file", column]].nunique()
    differing = kinds[(kinds["file"] > 1) & (kinds[column] > 1)].index
    if differing.empty:
        return
    for thing, group in told.groupby(key, dropna=False, sort=False):
        if thing in differing:
            yield thing, group.drop_duplicates(["file", column])


def _fault(about: str, column: str, group: pd.DataFrame, settled: str) -> Fault:
    answers = zip(group[column], group["file"], group["row"], strict=True)
    said = [f"{value} in {file}, row {row}" for value, file, row in answers]
    return Fault(about, f"{column} is {'; '.join(said)}.", settled)
