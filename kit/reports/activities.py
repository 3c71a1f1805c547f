"""What matters to the patient, in her own words: how well each activity went at first and at last."""

from __future__ import annotations

from collections.abc import Iterator

from kit.adherence.activities import activity_changes
from kit.reports.cited import Line, cell
from kit.reports.figure import Figure
from kit.reports.tables import Tables
from kit.words.text import clip

TITLE = "Activities"
_TOLD, _LETTERS = 3, 24  # that the page tells; a plan has at most three


def activities(tables: Tables) -> Iterator[Line]:
    """A line for each activity that was told; none where no plan asks."""
    table = tables["activities"]
    for n, name in enumerate(list(dict.fromkeys(table["activity"]))[:_TOLD]):
        rows = table.index[table["activity"] == name]
        key = f"activity.{n}"
        text = cell(clip(name, _LETTERS), "activities", "activity", rows[0], key, "start")
        first = cell(table.loc[rows[0], "value"], "activities", "value", rows[0], key)
        if len(rows) == 1:
            yield text, ": ", first, " once."
        else:
            last = cell(table.loc[rows[-1], "value"], "activities", "value", rows[-1], key)
            yield text, ": ", first, ", then ", last, "."


def figures(tables: Tables) -> Iterator[Figure]:
    """First and last of each, and whether the change reaches the band that matters."""
    for n, change in enumerate(activity_changes(tables["activities"])):
        size = change.last - change.first if change.times > 1 else None
        yield Figure(TITLE, change.words, size, "points", n=change.times, key=f"activity.{n}")
