"""Totals of other scores on the page: what was noted, by whom and when, also what was taken back; and noting one."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from kit.adherence.activities import ONE
from kit.adherence.totals import change_of
from kit.days import in_words
from kit.errors import ContentError, Fault, quoted
from kit.statistics.outcome_bands import instruments
from kit.store.scores import Score, Scores, faults_of
from kit.ui.followup.matters_shown import Entry, Line, Offered, Total
from kit.ui.followup.matters_wishes import NoteScore
from kit.ui.followup.matters_words import about, said
from kit.ui.followup.words import at


def offered() -> list[Offered]:
    """The scores of the kit's list. One activity alone is none of them: its place is the diary."""
    return [
        {"key": key, "name": one.called, "about": f"{about(one)}; {one.of}; {one.rule}"}
        for key, one in instruments().items()
        if key != ONE
    ]


def totals(scores: Scores, patient_code: str) -> list[Total]:
    """Each score that was ever noted, by name; its line is drawn of the entries that count."""
    history = scores.history(patient_code)
    counting = {score.number for score in scores.list(patient_code)}
    after = {score.replaces: score for score in history if score.replaces is not None}
    groups: dict[tuple[str, str], list[Score]] = {}
    for score in history:
        if score.value is not None:
            groups.setdefault((score.name.casefold(), score.instrument or ""), []).append(score)
    found = []
    for _, own in sorted(groups.items()):
        entries = sorted(own, key=lambda score: (score.day, score.number), reverse=True)
        standing = [score for score in reversed(entries) if score.number in counting]
        shown = [_entry(score, None if score.number in counting else after.get(score.number)) for score in entries]
        found.append(Total(line=_line(own[-1], standing), entries=shown))
    return found


def note(scores: Scores, patient_code: str, wish: NoteScore, today: dt.date) -> Score:
    """Note a total as it was typed. Raises `ContentError` with all that is wrong with it."""
    day, total = _day(wish["day"]), _total(wish["total"])
    faults = list(faults_of(wish["score"], day, total, today))
    if day is None:
        faults.append(Fault("score, day", "is empty, or no day.", "Write the day on which it was asked."))
    if total is None:
        what = f"{quoted(wish['total'])} is not a number." if wish["total"].strip() else "is empty."
        faults.append(Fault("score, total", what, "Write the total as a number."))
    if faults or day is None or total is None:
        raise ContentError(faults)
    return scores.add(patient_code, wish["score"], day, total)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _total(text: str) -> float | None:
    """With a comma or a point, as people write it."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _line(named: Score, standing: Sequence[Score]) -> Line:
    """Of several totals of one day the last given counts."""
    days = {score.day: score.value for score in standing if score.value is not None}
    known = instruments()[named.instrument] if named.instrument else None
    change = change_of(named.name, named.instrument, days, days.values()) if days else None
    return {
        "name": named.name,
        "about": about(known) if known else "",
        "said": said(change) if change else "Nothing that counts.",
        "low": known.low if known else None,
        "high": known.high if known else None,
        "band": known.bands[-1].points if known and known.bands else None,
        "points": [{"day": day.isoformat(), "label": in_words(day), "value": value} for day, value in days.items()],
    }


def _entry(score: Score, after: Score | None) -> Entry:
    gone = ""
    if after is not None:
        deed = "Taken back" if after.value is None else f"Corrected to {after.value:g}"
        gone = f"{deed} by {after.by}, {at(after.at)}."
    return {
        "number": score.number,
        "label": in_words(score.day),
        "total": f"{score.value:g}",
        "noted": f"noted by {score.by}, {at(score.at)}",
        "gone": gone,
    }
