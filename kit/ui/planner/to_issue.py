"""What the page shows of a plan on its way to paper: what holds it, its review, what is new in it, its languages."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.ui.messages import Pair


class ReviewOffered(TypedDict):
    """A day for the review, `after` so many weeks from the start; `written` as people write it."""

    on: str
    after: str
    written: str


class ChangeShown(TypedDict):
    """Something that the version before did not have so; `item_id` where it can be taken `back`, both empty else."""

    text: str
    item_id: str
    back: str


class LastForm(TypedDict):
    """How a patient's handout was made last; what is empty is the clinic's."""

    paper: str
    palette: str
    large: bool
    language: str
    form: str
    diary: str


class ToIssue(TypedDict):
    """`waits` says what is to be done before it can be issued, empty where nothing is.

    `held` are the findings that hold it, by key, and `screen_due` whether the red-flag question is to be answered.
    `by` is the clinician who issued last, `next_from` the first day for the next version of an issued one.
    `since` is the version before, None for a first one. `languages`, `forms` and
    `diaries` are what the handout can be made in, the clinic's own first under an empty key, `paper` is the clinic's.
    `last` is how this patient's handout was made the last time, None for a first one.
    """

    waits: str
    held: list[str]
    screen_due: bool
    by: str
    reviews: list[ReviewOffered]
    next_from: str
    since: int | None
    changes: list[ChangeShown]
    languages: list[Pair]
    forms: list[Pair]
    diaries: list[Pair]
    paper: str
    last: LastForm | None
