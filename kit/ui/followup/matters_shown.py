"""What the panel of what matters to the patient shows, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class Point(TypedDict):
    """A score of a day: the day as ISO text, and as a person reads it."""

    day: str
    label: str
    value: float


class Line(TypedDict):
    """A score over its days. `said` is the change in words, `about` what the score is.

    `low` and `high` are its ends and `band` the change that matters, in points; None where nobody knows them.
    """

    name: str
    about: str
    said: str
    low: float | None
    high: float | None
    band: float | None
    points: list[Point]


class Asked(TypedDict):
    """A score that can be typed for the day of the visit: its column in the diary, and what stands there (`was`)."""

    column: str
    name: str
    was: str


class Visit(TypedDict):
    """The activities as they can be asked today: rows of the diary of this version.

    `closed` says why that cannot be; empty where it can.
    """

    day: str
    label: str
    version: int
    asked: list[Asked]
    closed: str


class Entry(TypedDict):
    """A total that was noted: who and when. `gone` says what became of one that counts no longer; empty for others."""

    number: int
    label: str
    total: str
    noted: str
    gone: str


class Total(TypedDict):
    """A score by its name, with everything that was ever noted of it, the newest day first."""

    line: Line
    entries: list[Entry]


class Offered(TypedDict):
    """A score that the kit knows, with its range and what may be written down of it."""

    key: str
    name: str
    about: str


class Matters(TypedDict):
    """What matters to the patient of a plan. `told` is said where there is nothing to show, or it cannot be shown."""

    code: str
    by: str
    today: str
    told: str
    activities: list[Line]
    visit: Visit
    totals: list[Total]
    offered: list[Offered]


NO_VISIT: Visit = {"day": "", "label": "", "version": 0, "asked": [], "closed": ""}
NO_MATTERS: Matters = {
    "code": "",
    "by": "",
    "today": "",
    "told": "",
    "activities": [],
    "visit": NO_VISIT,
    "totals": [],
    "offered": [],
}
