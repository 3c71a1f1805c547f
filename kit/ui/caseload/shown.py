"""What the caseload's page shows, as plain data. Days are as in 2026-06-01, empty where there is none."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.followup.caseload_rules import ReasonRule


class RowShown(TypedDict):
    """A session behind a reason: its day, its number of the day, and whether anything of it was logged."""

    day: str
    slot: int | None
    logged: bool


class ReasonShown(TypedDict):
    """Why somebody may need a call, with what it rests on."""

    rule: ReasonRule
    title: str
    why: str
    source: str
    weight: int
    rows: list[RowShown]


class WeekShown(TypedDict):
    """Seven days in words, and the shares of what was due that were done and that nobody logged, 0 to 1.

    The shares are null where nothing was due.
    """

    said: str
    done: float | None
    missing: float | None


class CaseShown(TypedDict):
    """A plan. `place` is its place in the order of who needs a call; `change` compares the weeks where that can be."""

    code: str
    plan_id: str
    patient: str
    version: int
    place: int
    reasons: list[ReasonShown]
    weight: int
    signs: int
    overdue: bool
    review_due: bool
    draft: int | None
    now: WeekShown
    before: WeekShown
    compared: str
    change: float | None
    last_day: str
    review_on: str
    last_planned: str


class View(TypedDict):
    """The caseload as of a day. `band` is what has to be said above it, empty where there is nothing."""

    as_of: str
    today: str
    cases: list[CaseShown]
    note: str
    band: str
