"""The counts of each patient in the plain way: the naive measure of each plan, one session after another, added up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from kit.adherence.counts import pool
from kit.plan.plan import Plan
from tests.adherence.naive.measure import naive


def by_hand(plans: Sequence[Plan], rows: pd.DataFrame, as_of: dt.date) -> dict[str, dict[str, float]]:
    versions: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        versions[plan.code].append(plan)
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for code, its in versions.items():
        counts = pool(week[3] for week in naive(its, rows[rows["plan_code"] == code], as_of).weeks)
        for name in ("expected", "done", "not_done", "missing", "full", "extra"):
            found[its[0].patient_code][name] += float(getattr(counts, name))
    return found
