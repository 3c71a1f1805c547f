"""What two diaries of a study say of one thing: it counts once, by the rule of the measures, and is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from kit.cohorts.given import is_answered
from kit.diary.columns import ANSWERS, CODE, LABEL
from kit.diary.read import Diary
from kit.errors import Fault
from kit.words.numbers import counted

_MEND = "Delete the one that is out of date."


def told_twice(diaries: Mapping[str, Diary]) -> Iterator[Fault]:
    """A fault for each two files that answer for the same exercise, session and side."""
    rows = pd.concat([diary.rows.assign(file=name) for name, diary in diaries.items()])
    rows = rows[is_answered(rows)]
    plan, when = rows[CODE].fillna(rows[LABEL]), rows["date"].astype("string").fillna(rows["week"].astype("string"))
    thing = [plan, rows["plan_version"], when, rows["slot"], rows["item_id"], rows["side"]]
    its = pd.DataFrame(
        {
            "file": rows["file"],
            "thing": rows.groupby(thing, dropna=False).ngroup(),
            "said": rows.groupby([*ANSWERS], dropna=False).ngroup(),
        }
    )
    first = its.drop_duplicates("thing").set_index("thing")
    again = its.join(first.add_suffix("_first"), on="thing").query("file != file_first")
    for (name, other), rest in again.assign(differ=again["said"] != again["said_first"]).groupby(
        ["file", "file_first"], sort=True
    ):
        differ = int(rest["differ"].sum())
        most = f", {differ:,} of them differently: the one with the most done counts" if differ else ""
        yield Fault(str(name), f"answers {counted(len(rest), 'row')} that {other} has answered too{most}.", _MEND)
