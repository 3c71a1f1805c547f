"""Rows of many patients, each put to its own plan and held against it before anything is counted.

A row is its plan's by the code. Diaries printed before plans had codes give a label alone, which is a name for people
and may stand on the plans of two patients: such rows are refused, never shared out.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from kit.adherence.given_rows import first_of, wrong_by
from kit.diary.columns import ANSWERS, CODE, LABEL
from kit.diary.frames import at, others, typed
from kit.errors import ContentError, Fault, quoted
from kit.plan.plan import Plan

ByCode = Mapping[str, Sequence[Plan]]


def by_code(plans: Iterable[Plan]) -> dict[str, list[Plan]]:
    """The versions of each plan, in the order of the codes. Raises `ContentError` where there is no plan."""
    found: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        found[plan.code].append(plan)
    if not found:
        raise ContentError(Fault("plans", "no plan is given.", "Give the plans of at least one patient."))
    return {code: found[code] for code in sorted(found)}


def check_day(as_of: dt.date, begins: dt.date) -> None:
    """Raises `ContentError` for a day before any plan begins."""
    if as_of < begins:
        raise ContentError(Fault("as of", f"{as_of} is before any plan begins, on {begins}.", "Choose a later day."))


def is_answered(rows: pd.DataFrame) -> pd.Series:
    """Of each row whether anything stands in it; a diary comes back with the rows that nobody filled in, too."""
    return rows[[*ANSWERS]].notna().any(axis="columns")


def checked_rows(plans: ByCode, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with their types, each with the code of its plan, right by its columns and by that plan.

    Raises `ContentError` with the first faults of all plans.
    """
    table, faults = typed(rows)
    table, strange = _with_codes(plans, table)
    faults += strange
    if not strange:
        for code, its in table.groupby(CODE, sort=True):
            faults += wrong_by(plans[str(code)], its)
    if faults:
        raise ContentError(first_of(faults))
    return table


def _with_codes(plans: ByCode, table: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    labels: dict[str, set[str]] = defaultdict(set)
    for code, versions in plans.items():
        for plan in versions:
            labels[plan.plan_id].add(code)
    only = {label: next(iter(codes)) for label, codes in labels.items() if len(codes) == 1}
    codes = table[CODE].fillna(table[LABEL].map(only).astype("string"))
    unknown = table[~codes.isin(list(plans)).to_numpy(dtype=bool)]
    return table.assign(**{CODE: codes}), list(_strangers(unknown, labels))


def _strangers(unknown: pd.DataFrame, labels: Mapping[str, set[str]]) -> Iterator[Fault]:
    """Rows of a plan that is not there, and of a label that two plans have."""
    named = unknown[[CODE, LABEL]].astype(object).where(unknown[[CODE, LABEL]].notna(), None)
    for (code, label), its in named.groupby([CODE, LABEL], dropna=False, sort=False):
        where, rest = at(its.index[0]), others(len(its))
        if isinstance(code, str):
            yield Fault(where, f"belongs to the plan with code {code}, which is not given{rest}.", "Give its plan too.")
        elif isinstance(label, str) and label in labels:
            both = " and ".join(sorted(labels[label]))
            what = f"has no code, and the label {quoted(label)} is that of the plans {both}{rest}."
            yield Fault(where, what, "Write the code of its plan.")
        else:
            shown = quoted(label) if isinstance(label, str) else "neither code nor label"
            yield Fault(where, f"belongs to no plan that is given: {shown}{rest}.", "Give its plan, or leave it out.")
