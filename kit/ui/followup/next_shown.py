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
    """The proposals, and in words the draft that they go to, with its `code` and `version`, empty and 0 without one."""

    proposals: list[ProposalShown]
    draft: str
    note: str
    code: str
    version: int
