"""What is proposed for the next plan, as plain data."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

Taken = Literal["open", "taken", "edited", "past", "nothing"]


class ProposalShown(TypedDict):
    """What is proposed for one item. `state` says whether it is in the draft of the next version already."""

    item_id: str
    exercise_id: str
    name: str
    kind: str
    words: str
    why: str
    source: str
    state: Taken
    figure: str


class NextShown(TypedDict):
    """The proposals, and in words the draft that they go to, with its `version`, 0 without one.

    `opens` says whether the planner beside this page has the draft.
    """

    proposals: list[ProposalShown]
    draft: str
    note: str
    version: int
    opens: bool


class DraftAt(TypedDict):
    """The draft that the planner is to open."""

    code: str
    version: int


class DraftSent(TypedDict):
    draft: DraftAt
