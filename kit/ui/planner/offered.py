"""What goes to the planner's page beside its view: what can be chosen, what was found, what was asked for."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from kit.review.finding import Level
from kit.ui.messages import Card, LibraryLists
from kit.ui.planner.library_wishes import Issued
from kit.ui.planner.messages import Edit


class ConditionOffered(TypedDict):
    id: str
    name: str
    about: str


class RedFlag(TypedDict):
    """A sign to look for, what to do where it is present, and where that is from. `anywhere`: of no region alone."""

    name: str
    signs: str
    action: str
    source: str
    anywhere: bool


class Lists(LibraryLists):
    """What the page offers to choose from; it stays the same."""

    conditions: list[ConditionOffered]
    red_flags: list[RedFlag]
    mistakes: list[str]


class UnknownOffered(TypedDict):
    """Conditions of which the patient has one, and nobody knows which."""

    name: str
    ids: list[str]


class PlanOffered(TypedDict):
    id: str
    name: str


class ConditionsFound(TypedDict):
    """The keys of the conditions that `words` mean, best first, and one choice for those that cannot be told apart.

    Words that mean none may still be what ready-made plans are for: a problem such as knee pain.
    """

    words: str
    ids: list[str]
    unknown: UnknownOffered | None
    plans: list[PlanOffered]


class ConditionsMessage(TypedDict):
    conditions: ConditionsFound


class PanelCard(Card):
    """An exercise as the library panel shows it. `in_plan` are the numbers of its rows in the plan in hand.

    `brings` is the highest level that it would bring to this plan, `why` in a few words; None for no finding.
    """

    kind: str
    favourite: bool
    in_plan: list[int]
    brings: Level | None
    why: str


class Found(TypedDict):
    """The answer to a search: how many, of how many, how many of them drafts, and the best of them.

    `instead` says what else the `words` mean where no exercise has them.
    """

    words: str
    count: int
    all: int
    drafts: int
    cards: list[PanelCard]
    instead: list[str]


class Picture(TypedDict):
    """SVG text of a small picture; empty where none is drawn. `issued` is the version that it was asked for as of."""

    id: str
    issued: NotRequired[Issued]
    svg: str


class PanelPicture(TypedDict):
    svg: str
    alt: str


class Marked(TypedDict):
    """The highest level that an exercise would bring to the plan in hand, and why; None for no finding."""

    brings: Level | None
    warns: str


class VariantShown(Marked):
    """A way to change an exercise; `id` where it is one of the library, empty else."""

    id: str
    text: str
    why: str


class OtherShown(Marked):
    """Another exercise of its kind."""

    id: str
    name: str


class SourceShown(TypedDict):
    cited: str
    says: str


class Detail(PanelCard):
    """All that the library says about an exercise, its sides named by the example side; `own_dose` is the clinician's
    usual one, empty where she has none. `own` where it is her file."""

    own: bool
    pictures: list[PanelPicture]
    frames: list[str]
    purpose: str
    dose: str
    own_dose: str
    muscles: str
    equipment: str
    steps: list[str]
    feel: str
    breathing: str
    mistakes: list[str]
    precautions: list[str]
    easier: list[VariantShown]
    harder: list[VariantShown]
    sources: list[SourceShown]


class Unfolded(TypedDict):
    """An item of the plan in full: pictures, steps and mistakes for its side, what is easier, harder or like it."""

    item_id: str
    pictures: list[PanelPicture]
    frames: list[str]
    steps: list[str]
    mistakes: list[str]
    easier: list[VariantShown]
    harder: list[VariantShown]
    others: list[OtherShown]


class UnfoldedMessage(TypedDict):
    unfolded: Unfolded


class DetailMessage(TypedDict):
    detail: Detail


class PictureMessage(TypedDict):
    picture: Picture


class Frames(TypedDict):
    """The pictures of a movement, as SVG text."""

    id: str
    svgs: list[str]


class FramesMessage(TypedDict):
    frames: Frames


class Pages(TypedDict):
    """The pages of the handout, their drawings beside it in this order, or why there are none, of the asking `turn`."""

    turn: int
    said: str
    count: int
    fault: str


class PagesMessage(TypedDict):
    pages: Pages


class MendShown(TypedDict):
    """One change that clears a finding: what it does, what else is to be said of it, and the wish that does it."""

    said: str
    about: str
    wish: Edit


class MendsShown(TypedDict):
    """What clears the finding `key` of the plan `code`: other exercises in `swaps`, or else the word that there is
    `none`; `mends` of the exercise itself."""

    code: str
    key: str
    mends: list[MendShown]
    swaps: list[MendShown]
    none: str


class MendsMessage(TypedDict):
    mends: MendsShown


class Played(TypedDict):
    """The page of the session of the plan `code` as one text, or why there is none."""

    code: str
    html: str
    fault: str


class PlayMessage(TypedDict):
    played: Played


class Made(TypedDict):
    """The handout's files by name, their bytes beside it in this order, what to say, and of which plan they are: she
    may have gone on to another patient meanwhile."""

    made: list[str]
    said: str
    code: str
    version: int
