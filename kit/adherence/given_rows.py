"""The rows that adherence is counted from, held against their columns and their plan before anything is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from kit.diary.columns import CODE, LABEL
from kit.diary.frames import at, others, typed
from kit.diary.prescribed import Prescribed, Shelf
from kit.errors import ContentError, Fault
from kit.plan.plan import Plan

MOST = 10  # faults that are told
_DONE = ("sets_done", "reps_done", "reps_last_set", "hold_done_s")
_GIVES = ("plan_version", "item_id", "exercise_id", "side", "week", *_DONE)  # what a plan says yes or no to
_LEAVE = "Correct it, or leave the row out."


def given_rows(plans: Sequence[Plan], rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the types that `read_diary` gives them, each right by its columns and by `plans`, those of one plan.

    Raises `ContentError` with the first `MOST` faults, and how many more there are.
    """
    table, faults = typed(rows)
    if faults := [*faults, *wrong_by(plans, table)]:
        raise ContentError(first_of(faults))
    return table


def wrong_by(plans: Sequence[Plan], table: pd.DataFrame) -> Iterator[Fault]:
    """What the versions of one plan do not have, of rows that are `typed`."""
    if len(table):
        yield from _strangers(plans[0], table)
        yield from _unknown(plans, table)


def first_of(faults: Sequence[Fault]) -> list[Fault]:
    """The first `MOST`, and how many more there are."""
    more = len(faults) - MOST
    told = [Fault("diary", f"{more:,} more things are wrong.", "Correct these first.")] if more > 0 else []
    return [*faults[:MOST], *told]


def _strangers(plan: Plan, table: pd.DataFrame) -> Iterator[Fault]:
    """Rows of another plan, or of none. Diaries printed before plans had codes give the label alone."""
    code, label, mend = table[CODE], table[LABEL], "Give the diary of this plan."
    uncoded, others_ = label[code.isna() & (label != plan.plan_id)], code[code != plan.code]
    for other, found in uncoded.groupby(uncoded):
        yield Fault(at(found.index[0]), f"belongs to plan {other}, not {plan.plan_id}.", mend)
    for other, found in others_.groupby(others_):
        what = f"belongs to the plan with code {other}, not to {plan.plan_id} ({plan.code})."
        yield Fault(at(found.index[0]), what, mend)
    nameless = code.index[code.isna() & label.isna()]
    if len(nameless):
        what = f"plan_code: is missing, and plan_id too{others(len(nameless))}."
        yield Fault(at(nameless[0]), what, f"Write {plan.code}, the code of {plan.plan_id}, or leave the row out.")


def _unknown(plans: Sequence[Plan], table: pd.DataFrame) -> Iterator[Fault]:
    """What the versions that are given do not have. Many rows give few different things."""
    plan, shelf = plans[0], Shelf(lambda _: plans)
    its = (table[CODE] == plan.code) | (table[CODE].isna() & (table[LABEL] == plan.plan_id))
    named = table.loc[its.fillna(value=False) & table[["plan_version", "item_id", "side"]].notna().all(axis=1)]
    missing: set[int] = set()
    for one in plans:
        version = shelf.of(plan.code, None, one.version)
        if isinstance(version, Prescribed):
            yield from _other_days(version, named)
    for label, count, *cells in _different(named):
        found = {name: None if pd.isna(cell) else cell for name, cell in zip(_GIVES, cells, strict=True)}
        number = int(cells[0])
        version = shelf.of(plan.code, None, number)
        if isinstance(version, Prescribed):
            for why in version.refusals(found):
                yield Fault(at(label), f"{why.removesuffix('.')}{others(count)}.", _LEAVE)
        elif number not in missing:
            missing.add(number)
            yield _version_missing(plans, number, named)


def _different(named: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Each different thing that the rows give: the label of its first row, how many give it, and its cells."""
    groups = named.groupby(list(_GIVES), sort=False, dropna=False).ngroup().to_numpy()
    firsts = pd.Series(groups).drop_duplicates().index
    counts = pd.Series(groups).value_counts()
    cells = named[list(_GIVES)].iloc[list(firsts)].astype(object)
    for place, its in zip(firsts, cells.itertuples(index=False, name=None), strict=True):
        yield (named.index[place], int(counts[groups[place]]), *its)


def _other_days(version: Prescribed, named: pd.DataFrame) -> Iterator[Fault]:
    """Days that a version never had, each once."""
    its = named[(named["plan_version"] == version.version) & named["date"].notna()]
    out = its[(its["date"] < pd.Timestamp(version.start)) | (its["date"] >= pd.Timestamp(version.until))]
    for day, found in out.groupby("date"):
        what = f"date {pd.Timestamp(str(day)).date()} is not in {version.name}, which has the days {version.days}"
        yield Fault(at(found.index[0]), f"{what}{others(len(found))}.", _LEAVE)


def _version_missing(plans: Sequence[Plan], version: int, named: pd.DataFrame) -> Fault:
    of_it = named.index[named["plan_version"] == version]
    given = ", ".join(str(plan.version) for plan in plans)
    what = f"plan_version: version {version} of plan {plans[0].plan_id} is not given, only {given}{others(len(of_it))}."
    return Fault(at(of_it[0]), what, f"Give version {version} too, or leave its rows out.")
