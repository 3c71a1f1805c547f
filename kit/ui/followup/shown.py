"""What the follow-up's page shows, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict

from kit.ui.followup.measures_shown import Measures
from kit.ui.messages import Pair, Told


class PatientShown(TypedDict):
    """A plan of a patient. `waits` says since when its diary is waited for; empty where it is not."""

    code: str
    plan_id: str
    patient: str
    state: str
    seen: str
    diary: str
    waits: str


class Patients(TypedDict):
    """The patients found, of `all` plans; `waiting` of all have a diary that is waited for."""

    rows: list[PatientShown]
    all: int
    waiting: int


class FileShown(TypedDict):
    """What came in at once: a file, or what one person typed on a day. `undone` is when; empty where it stands."""

    number: int
    name: str
    at: str
    said: str
    undone: str


class Chosen(TypedDict):
    """The patient in hand. `by` is who is taken to type."""

    code: str
    plan_id: str
    patient: str
    state: str
    diary: str
    waits: str
    files: list[FileShown]
    by: str


class View(TypedDict):
    """`measures` are the one screen; None without a patient and for a plan that was never issued.

    `sample` is what is said of synthetic patients, empty for real ones; in a `demo` nothing is kept.
    """

    chosen: Chosen | None
    measures: Measures | None
    sample: str
    demo: bool


class SheetDay(TypedDict):
    """A day of the sheet; `closed` says why nothing can be written on it, empty where it can."""

    date: str
    weekday: str
    label: str
    closed: str


class SheetRow(TypedDict):
    """A line of boxes: an exercise on one side, in one session of the day. `name` as it is printed."""

    item_id: str
    side: str
    slot: int
    name: str
    label: str
    spoken: str


class SheetWeek(TypedDict):
    """A table of the sheet. `due` says for each row and day whether a box is printed there."""

    title: str
    days: list[SheetDay]
    due: list[list[bool]]


class Sheet(TypedDict):
    """The printed sheet of a version. `of_day` are the lines below the boxes: the column, and what a person reads.

    `beside` tells of rows that have no place on it.
    """

    code: str
    version: int
    versions: list[Pair]
    rows: list[SheetRow]
    weeks: list[SheetWeek]
    of_day: list[Pair]
    beside: str


class Cells(TypedDict):
    """What stands in the boxes, and what stood there before where it was corrected.

    A box is named by its day and its place: "2026-06-01 i1 left 1", or of a day "2026-06-01 pain_worst".
    """

    said: dict[str, str]
    was: dict[str, str]


class RefusedRow(TypedDict):
    row: int
    why: str
    cells: list[str]


class BroughtFile(TypedDict):
    """What came of a file: in words, and by row. `number` is that of the import; null where nothing was taken.

    The lists hold the first few; `more` says how many each leaves out.
    """

    name: str
    number: int | None
    said: list[str]
    rejects: list[RefusedRow]
    corrections: list[str]
    faults: list[Told]
    more: dict[str, int]


class Brought(TypedDict):
    """What came of the files brought in last. `alarms` are what asks for a call, of all of them."""

    alarms: list[Told]
    more_alarms: int
    files: list[BroughtFile]
