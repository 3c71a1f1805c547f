"""Copy as code: the lines of Python that give the frame behind a chart."""

from __future__ import annotations

import datetime as dt

from kit.followup.summary import Asked

_ROWS = """\
import datetime as dt
import kit
from kit.diary.read import frame

store, _ = kit.Workspace(".").store(who="analyst", now=lambda: dt.datetime.now(dt.UTC))
plans, rows = store.versions.all("{code}"), frame(store.diaries.rows("{code}"))
"""
_MEASURE = """\
found = kit.measure(plans, rows, {as_of}{since})
found.{what}
"""


def code(plan_code: str, asked: Asked, what: str) -> str:
    """To be run in the folder of the workspace; `what` is the last step, such as `frames.weeks`."""
    since = f", since={_day(asked.since)}, until={_day(asked.as_of)}" if asked.since else ""
    if asked.version is not None:
        what = what.replace("frames", f"frames.of_version({asked.version})", 1)
    return _ROWS.format(code=plan_code) + _MEASURE.format(as_of=_day(asked.as_of), since=since, what=what)


def _day(day: dt.date) -> str:
    return f"dt.date({day.year}, {day.month}, {day.day})"
