"""The list of patients as the start page shows it: what is due first, every day in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache

from kit.days import in_short
from kit.library.condition_words import condition_words
from kit.library.conditions import conditions
from kit.library.library import Library
from kit.store.roster import Held, OnRoster
from kit.store.store import Store
from kit.ui.planner.asks import together
from kit.ui.planner.start_shown import GoOn, KeptShown
from kit.words.numbers import counted

MOST = 60  # patients that are listed at once; the others are a word, or a press, away
_SIDES = {"left": "left", "right": "right", "both": "both sides", "": ""}


class RosterView:
    """The patients of a store on a day, searched by `words`; `all` of them or the first ones."""

    def __init__(self, store: Store, library: Library, today: dt.date) -> None:
        self._store, self._library, self._today = store, library, today
        self.words, self.all = "", False

    def seen(self) -> tuple[GoOn | None, list[KeptShown], int, int]:
        """The draft worked on last, the plans to show, how many have the words, how many there are."""
        rows = self._store.roster.rows()
        words = self.words.casefold().split()
        found = sorted((row for row in rows if self._has(row, words)), key=lambda row: row.place(self._today))
        shown = [self._row(row) for row in (found if self.all else found[:MOST])]
        return self._go_on(rows), shown, len(found), len(rows)

    def _has(self, row: OnRoster, words: list[str]) -> bool:
        if not words:
            return True
        named = (alias for key, _, _ in row.now.conditions for alias in condition_words().called(key).aliases)
        said = (row.plan_id, row.patient, row.code, self._area(row.now), _conditions(row.now), *named)
        text = " ".join(said).casefold()
        return all(word in text for word in words)

    def _row(self, row: OnRoster) -> KeptShown:
        day = row.review_on
        due, short = row.due(self._today), in_short(day, self._today) if day else "none set"
        said = {"today": "Today", "overdue": f"Overdue, {short}", "past": f"Was {short}"}.get(due, short)
        came = _day(row.diary_at)
        visits = [one for one in (row.issued_on, came) if one]
        return {
            "code": row.code,
            "plan_id": row.plan_id,
            "patient": row.patient,
            "issued": list(row.issued),
            "draft": row.draft,
            "area": self._area(row.now),
            "conditions": _conditions(row.now),
            "last": in_short(max(visits), self._today) if visits else "not yet",
            "review": said if row.issued else "",
            "due": due,
            "waiting": row.is_waiting,
            "issued_today": row.issued_on == self._today,
        }

    def _go_on(self, rows: list[OnRoster]) -> GoOn | None:
        row = next((row for row in rows if row.draft), None)
        if row is None or row.draft is None:
            return None
        exercises = [name for name, _ in row.now.exercises]
        return {
            "code": row.code,
            "plan_id": row.plan_id,
            "patient": row.patient,
            "version": row.draft,
            "what": ", ".join(filter(None, (self._area(row.now), _conditions(row.now)))),
            "about": f"{counted(len(exercises), 'exercise')} · version {row.draft}, not issued · {self._at(row)}",
            "picture": exercises[0] if exercises else "",
        }

    def _at(self, row: OnRoster) -> str:
        when = dt.datetime.fromisoformat(row.changed_at).astimezone()
        day = "today" if when.date() == self._today else in_short(when.date(), self._today)
        return f"last change {day}, {when:%H:%M}"

    def _area(self, held: Held) -> str:
        """The side and the region that it is about: as a condition has it, or else as most exercises have it."""
        placed = ((side, region or _place(key)) for key, side, region in held.conditions)
        side, region = next(((side, region) for side, region in placed if region), ("", ""))
        if not region:
            known = [self._library[name].region for name, _ in held.exercises if name in self._library]
            region = Counter(known).most_common(1)[0][0] if known else ""
            sides = {one for _, one in held.exercises if one in ("left", "right")}
            side = side or next((one for _, one, _ in held.conditions if one), sides.pop() if len(sides) == 1 else "")
            region = " ".join((region, "exercises")) if region else ""
        return f"{_SIDES.get(side, '')} {region.replace('_', ' ')}".strip() if region else ""


def _place(key: str) -> str:
    """The region of a condition that is of one region; no joint is named where it may be any."""
    regions = condition_words().called(key).regions
    return regions[0] if len(regions) == 1 else ""


def _conditions(held: Held) -> str:
    names = together([key for key, _, _ in held.conditions], _names())
    return ", ".join([*dict.fromkeys(names), *held.unlisted])


@cache
def _names() -> dict[str, str]:
    return {condition.key: condition.name for condition in conditions()}


def _day(at: str) -> dt.date | None:
    """The day of a time, by this machine's clock."""
    return dt.datetime.fromisoformat(at).astimezone().date() if at else None
