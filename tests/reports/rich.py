"""Follow-ups that have something of everything: the longest report that a plan can have."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from kit.clinic import Clinic
from kit.diary.read import Diary, read_diary
from kit.diary.template import diary_csv
from kit.followup.summary import Asked, Summary, summarise
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.reports.page import Page
from kit.reports.report import Look, page
from kit.words.catalogue import Catalogue

LIBRARY, START = Library.load(), dt.date(2026, 6, 1)
SECOND, AS_OF = dt.date(2026, 6, 22), dt.date(2026, 7, 13)
ACTIVITIES = ("Walking to the shop on the hill", "Stairs with a bag", "Gardening for 20 minutes")
SIGN = "yes: numb around the seat since last night, and weak in both legs on stairs"


def issued(plan: Plan) -> Plan:
    return finalised(resolve(plan, LIBRARY), "A. Physio", plan.start)


def two_versions(plan: Plan) -> tuple[Plan, Plan]:
    """The plan, and after three weeks one with every dose changed, the first exercise taken out and another added."""
    first = issued(plan)
    second = first.new_version(SECOND)
    for item in second.items:
        second = second.adjust(item.item_id, sets=min(10, item.dose.sets + 1))
    if len(second.items) > 1:
        second = second.remove(second.items[0].item_id)
    other = next(e for e in LIBRARY if e.id not in {item.exercise_id for item in plan.items} and not e.needs_clinician)
    return first, issued(second.add(other).describe(review_on=AS_OF))


def filled(plan: Plan, until: dt.date) -> Diary:
    """The left side left out, pain, effort, reasons and signs here and there, every sixth day blank."""
    table = pd.read_csv(io.BytesIO(diary_csv(resolve(plan, LIBRARY), Catalogue())), dtype="string")
    days = sorted(set(table["date"].dropna()))
    at = table["date"].map({day: n for n, day in enumerate(days)}).fillna(table["week"].astype("Int64") * 2)
    at = at.astype("int64")
    kept = (table["date"].isna() | (table["date"] < until.isoformat())) & (at % 6 != 5)
    is_left = table["side"] == "left"
    table.loc[kept, "status"] = "done"
    table.loc[kept & (is_left | (at % 5 == 4)), "status"] = "not done"
    table.loc[kept & (at % 5 == 4), "reason"] = "no time"
    table.loc[kept & (at % 7 == 3) & is_left, "reason"] = "3 kids at home"
    first = ~table.duplicated(["week", "date", "slot"])
    for column, low in (("pain_before", 2), ("pain_worst", 3), ("pain_after", 2), ("pain_next_morning", 2)):
        table.loc[kept & first & (at % 4 != 1), column] = (low + at % 4).astype("string")
    table.loc[at % 8 == 3, "pain_before"] = pd.NA
    table.loc[kept & first & (at % 4 == 2), "effort"] = "4"
    table.loc[kept & first & (at % 9 == 2), "help_sign"] = SIGN
    for number in range(len(plan.activities)):
        table.loc[kept & first & (at % 14 == 0), f"activity_{number + 1}"] = (
            (3 + at // 14).clip(upper=10).astype("string")
        )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.csv"
        table.to_csv(path, index=False)
        return read_diary(path, [plan])


def followed(plans: Iterable[Plan], *, as_of: dt.date = AS_OF, since: dt.date | None = None) -> Summary:
    plans = list(plans)
    ends = [*(plan.start for plan in plans[1:]), as_of]
    rows = pd.concat([filled(plan, end).rows for plan, end in zip(plans, ends, strict=True)])
    return summarise(plans, rows, LIBRARY, Asked(as_of, since))


@cache
def of_template(name: str) -> Summary:
    """Two versions, three weeks of each."""
    plan = template(name).plan(LIBRARY, "P-001", START).describe(activities=ACTIVITIES)
    return followed(two_versions(plan))


def page_of(summary: Summary, locale: str = "en-GB", *, name: str = "", look: Look = Look()) -> Page:
    clinic = Clinic(name="Sunny Clinic", therapist="A. Physio", contact="01234 567", locale=locale)
    return page(summary, LIBRARY, clinic, name=name, look=look)
