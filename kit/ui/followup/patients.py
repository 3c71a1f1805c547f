"""The list of patients: who was seen last, how far each diary is back, and whose is waited for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kit.store.listing import MOST, Listed
from kit.store.returned import LastDiary, Span, waits
from kit.store.store import Store
from kit.ui.followup.shown import Patients, PatientShown
from kit.ui.followup.words import at, on

_ALL = 100_000  # plans
_DAY = dt.timedelta(days=1)


def patients(store: Store, today: dt.date, words: str = "", waiting: bool = False) -> Patients:
    """Those that `words` find, the one changed last first; with `waiting`, those alone whose diary is waited for."""
    spans = store.returned.spans(today)
    last = store.returned.last(spans)
    late = {code for code, span in spans.items() if waits(span, last.get(code, LastDiary()).day, today)}
    found: Iterable[Listed] = store.plans.recent(words, _ALL if waiting else MOST)
    if waiting:
        found = [one for one in found if one.code in late][:MOST]
    return {
        "rows": [row(one, spans.get(one.code), last.get(one.code), today) for one in found],
        "all": store.plans.count(),
        "waiting": len(late),
    }


def row(listed: Listed, span: Span | None, last: LastDiary | None, today: dt.date) -> PatientShown:
    """One plan as the list shows it."""
    since = waits(span, last.day if last else None, today) if span else None
    return {
        "code": listed.code,
        "plan_id": listed.plan_id,
        "patient": listed.patient,
        "state": _state(listed, span, today),
        "seen": at(listed.changed_at),
        "diary": _diary(last),
        "waits": on(since) if since else "",
    }


def _state(listed: Listed, span: Span | None, today: dt.date) -> str:
    if span is None:
        return "Issued, not begun" if listed.issued else "Draft, not issued"
    end = on(span.until - _DAY)
    return f"Version {span.version}, {f'ended on {end}' if today >= span.until else f'in force to {end}'}"


def _diary(last: LastDiary | None) -> str:
    if last is None or last.at is None:
        return "No diary yet"
    came = f"came in {at(last.at)}"
    return f"Diary up to {on(last.day)}, {came}" if last.day else f"Diary without days, {came}"
