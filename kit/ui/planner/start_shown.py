"""The view that goes to the planner's page without a plan: whom to go on with, the patients, ways to start."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.store.roster import Due


class Offer(TypedDict):
    """A ready-made plan; `mine` is one of her own. `picture` is the exercise that it begins with."""

    id: str
    name: str
    summary: str
    about: str
    mine: bool
    picture: str


class MadeForShown(TypedDict):
    """The conditions that a ready-made plan brought, of which nothing is said yet; `name` is in a few words."""

    name: str
    conditions: list[str]


class RemovedShown(TypedDict):
    """A template of her own that was taken away just now."""

    id: str
    name: str


class KeptShown(TypedDict):
    """A plan in the list of patients: who, for what, and what is due, all of it in words.

    `last` is the last visit or diary, `review` the next review, `waiting` that a diary is still to be looked at. What
    was `issued_today` is corrected rather than followed.
    """

    code: str
    plan_id: str
    patient: str
    issued: list[int]
    draft: int | None
    area: str
    conditions: str
    last: str
    review: str
    due: Due
    waiting: bool
    issued_today: bool


class GoOn(TypedDict):
    """The draft worked on last."""

    code: str
    plan_id: str
    patient: str
    version: int
    what: str
    about: str
    picture: str


class Start(TypedDict):
    """The page without a plan: ways to start, the draft worked on last, and the plans that were asked for.

    Of `plans` in all, `found` have the `words`, and `kept` are the first of them; templates are `sought` by theirs.
    """

    plan: None
    conflict: None
    words: str
    sought: str
    offers: list[Offer]
    ready: int
    removed: RemovedShown | None
    go_on: GoOn | None
    kept: list[KeptShown]
    found: int
    plans: int


class TextShown(TypedDict):
    """A text of the plan that may go to another patient, or into a template: ask. One that `names` him never goes; one
    that is `known` is that of a template."""

    key: str
    where: str
    text: str
    names: bool
    known: bool
