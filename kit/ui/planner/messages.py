"""What the planner's page may ask for, each wish by its `do`. What goes to the page stands in `shown`."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypeIs

from kit.plan.schedule import Weekday
from kit.ui.messages import Sent, Typing
from kit.ui.planner.library_wishes import Add, AddAll, LibraryAsk
from kit.ui.planner.own_wishes import OwnAsk, OwnDeed
from kit.ui.planner.patient_wishes import PatientEdit
from kit.ui.planner.row_wishes import AdjustAll, Number, RemoveAll, Unfold, WriteDose
from kit.ui.planner.start_wishes import Fill, ForAnother, Mine, NextVersion, StartWish
from kit.ui.wishes import Wishes, kinds

Version = Annotated[int, Field(ge=1, le=1_000_000)]
Simple = Literal["blank", "undo", "redo", "close"]  # an empty plan, the way back and forth, the plan put away
Amount = Literal["sets", "reps", "hold_s", "tempo_s", "duration_s", "rest_rep_s", "rest_set_s"]
Loading = Literal["load_kg", "band", "effort_target"]


# Questions: nothing that is kept changes.


class Form(Sent):
    """How a handout is made. `name` is the patient's, for what is handed over alone; what is empty or not given is
    the clinic's."""

    name: str
    paper: Literal["", "a4", "letter"]
    palette: str
    large: bool
    language: NotRequired[str]
    form: NotRequired[Literal["", "page", "leaflet", "cards", "pictures"]]
    diary: NotRequired[Literal["", "brief", "full", "none"]]


class Export(Form):
    """Make the handout, and keep it."""

    do: Literal["export"]


class Preview(Form):
    """The pages of the handout as pictures; nothing is kept. The answer bears the same `turn`. Those of a draft are
    shown as they will be once it is issued `by` this name."""

    do: Literal["preview"]
    turn: int
    by: NotRequired[str]


class Mends(Sent):
    """What would clear the finding `key`, each mend tried before it is offered."""

    do: Literal["mends"]
    key: str


class Whole(Sent):
    """The whole of what is shown, for a page that missed a change of it."""

    do: Literal["whole"]


class Look(Sent):
    """Whether another window has changed the plan in hand."""

    do: Literal["look"]


class Play(Sent):
    """The session as the patient plays it."""

    do: Literal["play"]


# Plans: begun, opened, put away, issued.


class FromTemplate(Sent):
    do: Literal["template"]
    template: str


class Simply(Sent):
    """A wish that needs no more words."""

    do: Simple


class Open(Sent):
    do: Literal["open"]
    code: str
    version: Version


class NewVersion(Sent):
    """`start` is a day such as 2026-06-01; `reason` says what is corrected, empty where nothing is."""

    do: Literal["new_version"]
    start: str
    reason: str


class Issue(Sent):
    """`by` is the clinician's name."""

    do: Literal["issue"]
    by: str


class Resolve(Sent):
    """Which of two edits of one thing goes on."""

    do: Literal["resolve"]
    choice: Literal["theirs", "mine", "copy"]


class SamePatient(Sent):
    do: Literal["same_patient"]
    patient_code: str


# Edits of the plan in hand.


class Swap(Sent):
    do: Literal["swap"]
    item_id: str
    exercise_id: str


class Adjust(Typing):
    """One field of an item; seconds and counts are whole numbers, loads kilograms. None: nothing is said."""

    do: Literal["adjust"]
    item_id: str
    field: Amount | Loading | Literal["sides", "note", "surface", "side_order", "pain_kind"]
    value: Number | str | None


class SetArc(Sent):
    """The part of its joint's range that an item keeps inside, in degrees; two None take the limit away."""

    do: Literal["arc"]
    item_id: str
    from_deg: Number | None
    to_deg: Number | None


class SetDays(Sent):
    """Either `weekdays` or `days_a_week`."""

    do: Literal["schedule"]
    item_id: str
    weekdays: list[Weekday] | None
    days_a_week: Number | None
    times_a_day: Number


class Move(Sent):
    """To a place counted from 0."""

    do: Literal["move"]
    item_id: str
    to: int


class Order(Sent):
    """All items in the order with the fewest changes of position."""

    do: Literal["order"]


class Remove(Sent):
    do: Literal["remove"]
    item_id: str


class Back(Sent):
    """An item as the version before had it: changed back, put in again, or taken out where that one did not have it."""

    do: Literal["back"]
    item_id: str


class Describe(Typing):
    """One field of the head of the plan; empty or None is not said."""

    do: Literal["describe"]
    field: Literal["plan_id", "patient", "title", "start", "review_on", "pain_kind", "rest_ex_s"]
    value: Number | str | None


class NameActivities(Typing):
    """What matters to the patient, all of it as the fields stand; an empty one is none."""

    do: Literal["activities"]
    names: list[str]


class Report(Typing):
    """One field of what the plan says about itself; empty means not said."""

    do: Literal["report"]
    field: Literal[
        "provider",
        "setting",
        "supervision",
        "group",
        "tailoring",
        "tailored_how",
        "start_rule",
        "progression_rule",
        "advice",
    ]
    value: str


class Answer(Sent):
    """The clinician's answer to the finding `key`: a reason, a confirmation, or a sign-off by name and role."""

    do: Literal["answer"]
    key: str
    by: str
    reason: str
    role: NotRequired[str]


class Flag(Sent):
    """A red flag that is present, or is not."""

    do: Literal["flag"]
    name: str
    present: bool


class Screened(Sent):
    do: Literal["screened"]
    done: bool


Ask = LibraryAsk | OwnAsk | Unfold | Export | Preview | Mends | Play | Whole | Look
Begin = FromTemplate | Open | NewVersion | NextVersion | ForAnother
Deed = Begin | Simply | Issue | Resolve | SamePatient | StartWish | Mine | OwnDeed
ScreenEdit = Flag | Screened
RowEdit = WriteDose | AdjustAll | RemoveAll
ItemEdit = Add | AddAll | Fill | Swap | Adjust | RowEdit | SetArc | SetDays | Move | Order | Remove | Back
Edit = ItemEdit | Describe | NameActivities | Report | Answer | PatientEdit | ScreenEdit
DeskWish = Deed | Edit
Wish = Ask | DeskWish

WISHES: Wishes[Wish] = Wishes("planner", Wish)
EDITS = kinds(Edit)


def is_edit(wish: DeskWish) -> TypeIs[Edit]:
    """Whether a wish changes the plan in hand."""
    return wish["do"] in EDITS
