"""The shape of what Python hands to the page's script; `js/declare.py` writes it out for the script's own types."""

from __future__ import annotations

from typing import Literal, TypedDict

from kit.diary.columns import Answer
from kit.diary.status import Status
from kit.library.exercise import Side
from kit.library.pain import PainKind
from kit.timing.step import Kind

Place = Side | Literal["both"]
# What the page asks: one mark an exercise and the pain once, or all that a diary has room for.
Asks = Literal["brief", "full"]
# Kind, whole seconds, set, repetition, side.
StepRow = tuple[Kind, int, int, int | None, Side | None]
# Week; day, or "" where the patient picks it; number within the day or the week; place in `groups`.
SlotRow = tuple[int, str, int, int]


class Movement(TypedDict):
    """The pictures of a movement from start to end: each shape once, as attributes of a path, and those of each frame.

    `placed` is where all of it stands in the `box`, as a transform.
    """

    box: str
    placed: str
    shapes: list[dict[str, str]]
    frames: list[list[int]]


class Item(TypedDict):
    """One item of the plan; its sides stand in the order in which they are done, `lines` are its steps for each.

    `motion` is a packed `Movement`, or empty.
    """

    item: str
    exercise_id: str
    exercise: str
    prescribed: str
    dose: str
    sides: list[Place]
    lines: dict[Place, list[str]]
    free: bool
    a_week: int
    equipment: list[str]
    optional: list[str]
    pain: PainKind
    sets: int
    reps: int
    hold_s: int
    duration_s: int | None
    load_kg: float | None
    steps: list[StepRow]
    alts: list[str]
    motion: str


class Facts(TypedDict):
    """A plan as its page knows it. `days` gives the week of each open day; `groups` are places in `items`.

    `activities` are what matters to the patient, asked about in the weeks `asking`, once in each.

    `ready_s` are the whole seconds of the warm-up, `rest_ex_s` those of the rest between two items, and `ways_s` those
    from the place of one item to that of another: a row for the item before, a column for the item after.
    """

    plan_code: str
    fingerprint: str
    plan_id: str
    plan_version: int
    lang: str
    caution: list[str]
    asks: Asks
    start: str
    until: str
    ready_s: int
    days: dict[str, int]
    items: list[Item]
    activities: tuple[str, ...]
    asking: tuple[int, ...]
    groups: list[tuple[int, ...]]
    slots: list[SlotRow]
    columns: tuple[str, ...]
    answers: tuple[Answer, ...]
    formula_starts: tuple[str, ...]
    rest_ex_s: int
    ways_s: list[list[int]]
    status_words: dict[str, Status]
    words: dict[str, str]
