"""What the rows of the plan may ask for: a dose as it is written, several rows at once, one row in full."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from kit.plan.schedule import Weekday
from kit.ui.messages import Sent
from kit.words.dose import Sides

# Numbers are as a field of the page gives them: whether they fit is for the plan to say, in its own words.
Number = int | float


class Unfold(Sent):
    """One item in full, as its patient reads it."""

    do: Literal["unfold"]
    item_id: str


class WriteDose(Sent):
    """A dose as it is written: "3x8 h5". None of `sets` is "2x30s", None of `hold_s` keeps the hold."""

    do: Literal["dose"]
    item_id: str
    sets: Number | None
    reps: Number
    hold_s: Number | None
    typing: NotRequired[int]


class Written(TypedDict):
    """A dose as it is written; None as in `WriteDose`."""

    sets: Number | None
    reps: Number
    hold_s: Number | None


class Changes(TypedDict, total=False):
    """What several items are set to. `rest_s` is the rest that an item has: between its sets, else its repetitions."""

    sides: Sides
    sets: Number
    reps: Number
    hold_s: Number
    rest_s: Number
    weekdays: list[Weekday] | None
    days_a_week: Number | None
    dose: Written


class AdjustAll(Sent):
    """The same of several items, as one step. What an item cannot take is told, and the others are set."""

    do: Literal["adjust_all"]
    item_ids: list[str]
    changes: Changes


class RemoveAll(Sent):
    do: Literal["remove_all"]
    item_ids: list[str]
