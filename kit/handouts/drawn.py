"""What the pictures form draws beside the exercises, free of any format: dangers, what comes first, a key to signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DangerTier = Literal["emergency", "today"]


@dataclass(frozen=True)
class DrawnSign:
    """A sign for which to get help: the name of its drawing, empty where there is none, and its short words."""

    drawing: str
    words: str


@dataclass(frozen=True)
class Danger:
    """A tier of signs: "Call 999 now if:", whom to call in words, where the title does not say it, and the number.

    `number` is empty where nobody told one.
    """

    tier: DangerTier
    title: str
    whom: str
    number: str
    signs: tuple[DrawnSign, ...]


@dataclass(frozen=True)
class Ready:
    """What to do and to have before the first exercise: the warm-up, its picture and seconds (`least_s` to `seconds`),
    where it has any, and the things that are needed."""

    told: str
    seconds: int
    least_s: int
    svg: str
    things: tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """A sign of the form, by its name, and what it means."""

    sign: str
    words: str
