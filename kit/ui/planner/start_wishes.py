"""What the page may ask for before a plan is in hand, to use one again, and of what she does as a rule."""

from __future__ import annotations

from typing import Literal, NotRequired

from kit.ui.messages import Sent


class FindPlans(Sent):
    """The plans with these words; `all` of them, or the first ones."""

    do: Literal["find_plans"]
    words: str
    all: NotRequired[bool]


class FindTemplates(Sent):
    do: Literal["find_templates"]
    words: str


class NextVersion(Sent):
    """The draft after the newest version of a plan, from today on; one that has been begun is opened."""

    do: Literal["next_version"]
    code: str


class ForAnother(Sent):
    """The plan in hand as a new one for another patient; `keep` are the keys of the texts that go with it."""

    do: Literal["for_another"]
    patient: str
    keep: list[str]
    sides: bool


class KeepTemplate(Sent):
    """The plan in hand as a template of her own; `keep` as above."""

    do: Literal["keep_template"]
    name: str
    keep: list[str]
    sides: bool


class RenameTemplate(Sent):
    do: Literal["rename_template"]
    template: str
    name: str


class RemoveTemplate(Sent):
    """Take one of her own away; it can be brought back."""

    do: Literal["remove_template"]
    template: str


class BringBackTemplate(Sent):
    do: Literal["bring_back_template"]
    template: str


class UsualDose(Sent):
    """The dose and days of this item are her usual ones from now on, or no longer."""

    do: Literal["usual_dose"]
    item_id: str
    on: bool


class Favourite(Sent):
    do: Literal["favourite"]
    exercise_id: str
    on: bool


class Fill(Sent):
    """The exercises of a template after those of the plan in hand."""

    do: Literal["fill"]
    template: str


StartWish = FindPlans | FindTemplates | RenameTemplate | RemoveTemplate | BringBackTemplate
Mine = KeepTemplate | UsualDose | Favourite
