"""What the page may ask for exercises of the clinician's own: the form, its preview, a photo, to keep and to remove."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from kit.library.own_form import OwnForm
from kit.ui.bookshelf.messages import Sheet
from kit.ui.messages import Pair, Sent, Told


class ShowOwn(Sent):
    """The form of an exercise: empty without one, of a copy to change, or of one of her own."""

    do: Literal["own"]
    exercise_id: str
    copy: bool


class PreviewOwn(Sent):
    """The exercise of the form as its patient reads it; nothing is kept. The answer bears the same `turn`."""

    do: Literal["own_preview"]
    exercise_id: str
    copy: bool
    form: OwnForm
    turn: int


class OwnPhoto(Sent):
    """The picture in the file that comes along."""

    do: Literal["own_photo"]


class KeepOwn(Sent):
    """Write what the form says: a new exercise, a copy, or over her own as it `was` when the form was opened."""

    do: Literal["keep_own"]
    exercise_id: str
    copy: bool
    was: str
    form: OwnForm


class RemoveOwn(Sent):
    do: Literal["remove_own"]
    exercise_id: str


OwnAsk = ShowOwn | PreviewOwn | OwnPhoto
OwnDeed = KeepOwn | RemoveOwn


class OwnShown(TypedDict):
    """The form as it is filled in. `held` says which plans hold the exercise, `keeps` why it cannot be removed.

    `was` is the exercise as it lies in her folder, in one word; empty where it does not. `tags` are the movement tags
    with their meanings, `whole` those that have no side. `pictures` are the drawn ones that it may have, by exercise.
    """

    exercise_id: str
    copy: bool
    was: str
    name: str
    form: OwnForm
    held: str
    keeps: str
    tags: list[Pair]
    whole: list[str]
    pictures: list[Pair]


class OwnMessage(TypedDict):
    own: OwnShown


class OwnPreview(TypedDict):
    """The sheet of the form, or none while `faults` are in it, told as for whoever keeps it. `notes` are for her.

    `drawn` is the last of the drawn pictures that the form names, as SVG text, though a photo hides it; empty for none.
    """

    turn: int
    sheet: Sheet | None
    faults: list[Told]
    notes: list[str]
    drawn: str


class OwnPreviewMessage(TypedDict):
    preview: OwnPreview


class PhotoTaken(TypedDict):
    """A picture as it is kept: base64 text of a JPEG, and how large it is."""

    jpeg: str
    about: str


class PhotoMessage(TypedDict):
    photo: PhotoTaken
