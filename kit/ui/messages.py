"""What both pages send and are sent: a wish of the page, and what the kernel tells it. Written out as `.d.ts`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from kit.library.exercise import Category, Region
from kit.review.finding import Level

# typing_extensions' TypedDict: pydantic reads no other before Python 3.12.

Pair = tuple[str, str]  # of a choice: its value, and what a person reads


class Sent(TypedDict):
    """A wish of the page. `n` numbers it, so that its answer can be told from others."""

    n: NotRequired[int]


class Typing(Sent):
    """An edit that may come letter by letter. `typing` numbers the visit to the field: one visit is one step back."""

    typing: NotRequired[int]


class Answered(TypedDict):
    """Wish `n` was carried out and is on the disk, or was refused and told."""

    answered: int | None


class Refused(TypedDict):
    """A wish of the name `of` was refused; `notices` say what. `about` is the plan and version that something was made
    of beside the page, which may have another one in hand by then; empty where it is the one in hand."""

    refused: bool
    of: str
    about: str


class Told(TypedDict):
    """One fault for a person."""

    where: str
    what: str
    mend: str


class Notice(Told):
    """A fault, and `of` which wish it is; empty where it is of none. `n` numbers the wish whose content is at fault."""

    of: str
    n: int | None


class Named(TypedDict):
    """An exercise to go to or to swap for."""

    id: str
    name: str


class Card(TypedDict):
    """What a clinician picks an exercise by. `open` are the fields that a clinician has still to fill in."""

    id: str
    name: str
    patient_name: str
    about: list[str]
    position: str
    draft: bool
    open: list[str]


class LibraryLists(TypedDict):
    """What the library's filters offer, and the things that its exercises need."""

    regions: list[tuple[Region, str]]
    categories: list[tuple[Category, str]]
    positions: list[Pair]
    palettes: list[str]
    things: list[str]


Sign = Level | Literal["OK"]  # a level of the review as the page draws it
