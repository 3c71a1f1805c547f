"""What the follow-up's page may ask for, each wish by its `do`. Views are in `shown`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from kit.ui.followup.matters_wishes import MattersWish
from kit.ui.followup.measures_wishes import MeasuresWish
from kit.ui.messages import Sent
from kit.ui.wishes import Wishes

Number = Annotated[int, Field(ge=1, le=1_000_000)]


class Find(Sent):
    """Find patients; `waiting` asks for those alone whose diary is waited for."""

    do: Literal["find"]
    words: str
    waiting: bool


class Choose(Sent):
    """Take up the patient of this plan."""

    do: Literal["choose"]
    code: str


class Leave(Sent):
    """Go back to the list of patients."""

    do: Literal["leave"]


class Show(Sent):
    """The sheet of this version of the plan in hand."""

    do: Literal["show"]
    version: Number


class BringIn(Sent):
    """Take diary files in. Their bytes come beside the message, in the order of `names`."""

    do: Literal["bring_in"]
    names: list[str]


class Undo(Sent):
    """Take an import, or what was typed on a day, back."""

    do: Literal["undo"]
    number: Number


class TypedAnswer(TypedDict):
    """One box of the sheet: `text` as it is typed, `was` as it stood there. Of the whole day without `item_id`."""

    day: str
    column: str
    text: str
    was: str
    item_id: str
    side: str
    slot: Number


class Type(Sent):
    """Keep what was typed into the sheet of this plan and version, in the name of `by`."""

    do: Literal["type"]
    code: str
    version: Number
    by: str
    typed: list[TypedAnswer]


class Demo(Sent):
    """Make a clinic of synthetic patients that is kept, and go on there."""

    do: Literal["demo"]


Wish = Demo | Find | Choose | Leave | Show | BringIn | Undo | Type | MattersWish | MeasuresWish
WISHES: Wishes[Wish] = Wishes("follow-up", Wish)
