"""What the one screen of the follow-up may ask for."""

from __future__ import annotations

from typing import Literal

from kit.ui.messages import Sent


class Look(Sent):
    """Look at this period, as of this day, at this version alone: days as ISO text; empty for all, and for today."""

    do: Literal["look"]
    since: str
    as_of: str
    version: str


class Refresh(Sent):
    """Count anew: rows came since."""

    do: Literal["refresh"]


class Behind(Sent):
    """The rows behind a number."""

    do: Literal["rows"]
    figure: str


class Deal(Sent):
    """Somebody dealt with a sign for help, and signs so."""

    do: Literal["deal"]
    sign: str
    by: str
    role: str
    what: str


class Read(Sent):
    """Mark these notes of the patient as read."""

    do: Literal["read"]
    notes: list[str]


class Unread(Sent):
    """Let a note stand as unread again."""

    do: Literal["unread"]
    note: str


class GiveBack(Sent):
    """Take what was taken for an item out of the draft again."""

    do: Literal["give_back"]
    item_id: str


class Take(Sent):
    """Take what is proposed for an item into the draft of the next version."""

    do: Literal["take"]
    item_id: str


class NextPlan(Sent):
    """Take what is proposed for these items into the draft of the next version, and say where it is to be opened."""

    do: Literal["next_plan"]
    items: list[str]


class Picture(Sent):
    """The small picture of an exercise."""

    do: Literal["picture"]
    exercise_id: str


class Report(Sent):
    """Make the report of what is looked at, as files to print and to keep."""

    do: Literal["report"]


MeasuresWish = Look | Refresh | Behind | Deal | Read | Unread | GiveBack | Take | NextPlan | Picture | Report
