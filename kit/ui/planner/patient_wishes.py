"""What the page may change of what is known of the patient."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field

from kit.ui.messages import Sent, Typing

Place = Annotated[int, Field(ge=0, le=1_000_000)]


class AboutPatient(Typing):
    do: Literal["patient"]
    field: Literal["age", "side", "minutes_a_day", "support", "goal", "gets_off_floor"]
    value: int | float | bool | str | None


class Thing(Sent):
    """A thing that is in the list of those at home, or no longer."""

    do: Literal["thing"]
    name: str
    has: bool


class NotThere(Sent):
    """A thing that is said not to be at home, such as "band" for all bands, or no longer."""

    do: Literal["not_there"]
    name: str
    on: bool


class AddCondition(Sent):
    """By its id, or by its name. `also` are further ones, where it is not known which of them it is."""

    do: Literal["add_condition"]
    condition: str
    also: NotRequired[list[str]]


class KeepCondition(Sent):
    """Of several that may be it, the one at place `at` is: the others are taken away."""

    do: Literal["keep_condition"]
    at: Place


class ChangeCondition(Sent):
    """The condition at place `at`; an empty value means not said."""

    do: Literal["change_condition"]
    at: Place
    field: Literal["side", "region", "since", "until"]
    value: str


class EndTag(Sent):
    """The first day on which the condition at `at` no longer concerns a movement; empty takes the end away."""

    do: Literal["end_tag"]
    at: Place
    tag: str
    until: str


class RemoveCondition(Sent):
    do: Literal["remove_condition"]
    at: Place


class NotMadeFor(Sent):
    """The conditions that a ready-made plan brought, and of which nothing is said yet, are not the patient's."""

    do: Literal["not_made_for"]
    conditions: list[str]


class NoteUnlisted(Sent):
    """What the patient has that no rule covers, in the clinician's words."""

    do: Literal["note_unlisted"]
    words: str


class RemoveUnlisted(Sent):
    do: Literal["remove_unlisted"]
    at: Place


Held = AddCondition | KeepCondition | ChangeCondition | EndTag | RemoveCondition | NotMadeFor
PatientEdit = AboutPatient | Thing | NotThere | Held | NoteUnlisted | RemoveUnlisted
