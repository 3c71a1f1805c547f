"""What the page may ask of the library: exercises that fit some words, one of them in full, and to have them added."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from kit.ui.messages import Sent

MOST_AT_ONCE = 8  # exercises that one press adds


class Search(Sent):
    """Find exercises. `fits` keeps to what can be done with the things at home and brings no STOP and no AVOID for this
    patient, `mine` to what she likes or used last."""

    do: Literal["search"]
    words: str
    region: str
    category: str
    position: str
    fits: bool
    mine: NotRequired[Literal["", "favourites", "recent"]]


class FindConditions(Sent):
    """The conditions that these words mean."""

    do: Literal["find_conditions"]
    words: str


class ShowDetail(Sent):
    do: Literal["detail"]
    exercise_id: str


class Issued(TypedDict):
    """A version that is issued: its exercises are its own, whatever the library says of them now."""

    code: str
    version: int


class ShowPicture(Sent):
    """Of an exercise as it is in the library, or as it was `issued`."""

    do: Literal["picture"]
    exercise_id: str
    issued: NotRequired[Issued]


class ShowFrames(Sent):
    """The pictures of the movement of an exercise."""

    do: Literal["frames"]
    exercise_id: str


class Add(Sent):
    """As the last one, or at the place `at`, counted from 0. What is in the plan already comes in `again` alone."""

    do: Literal["add"]
    exercise_id: str
    at: NotRequired[Annotated[int, Field(ge=0, le=1_000_000)]]
    again: NotRequired[bool]


class AddAll(Sent):
    """Several at once, in this order; one step back takes them all away."""

    do: Literal["add_all"]
    exercise_ids: Annotated[list[str], Field(min_length=1, max_length=MOST_AT_ONCE)]


LibraryAsk = Search | FindConditions | ShowDetail | ShowPicture | ShowFrames
