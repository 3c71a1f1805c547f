"""Copy as code: the lines of Python that give the frame behind a chart."""

from __future__ import annotations

import datetime as dt

from kit.followup.summary import Asked

_MEASURE = """\
import datetime as dt
import kit

found = kit.measure(*kit.Workspace(".").diary("{code}"), {as_of}{since})
found.{what}
"""


def code(plan_code: str, asked: Asked, what: str) -> str:
    """To be run in the folder of the workspace; `what` is the last step, such as `frames.weeks`."""
    since = f", since={_day(asked.since)}, until={_day(asked.as_of)}" if asked.since else ""
    if asked.version is not None:
        what = what.replace("frames", f"frames.of_version({asked.version})", 1)
    return _MEASURE.format(code=plan_code, as_of=_day(asked.as_of), since=since, what=what)


def _day(day: dt.date) -> str:
    return f"dt.date({day.year}, {day.month}, {day.day})"
