"""The order of the steps of an exercise: get ready, move, feel it, hold, come back. And its short text, a card."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from kit.model import Model
from kit.words.numbers import counted
from kit.words.text import Name

# `feel` is a stop at what is felt: what the exercise says under `feel` tells it too, as its dose tells the hold.
Phase = Literal["start", "move", "feel", "hold", "return"]

# What may follow each phase: it may interrupt the moves to feel, and then they go on.
_NEXT: dict[Phase, tuple[Phase, ...]] = {
    "start": ("start", "move"),
    "move": ("move", "feel", "hold", "return"),
    "feel": ("move", "feel", "hold", "return"),
    "hold": ("return",),
    "return": ("return",),
}
_ORDER = "The order is start, move (feel may come in between), hold, return"


class Card(Model):
    """An exercise in short, where its steps find no room: how to get ready, and the move.

    The feeling, the hold, and the way back are told beside it as they are beside the steps, which stand elsewhere.
    """

    start: Name
    move: Name

    @property
    def lines(self) -> tuple[str, str]:
        return self.start, self.move


def fault_of_phases(phases: Sequence[Phase], steps: int) -> str:
    """What is wrong with the phases of that many steps, with the mend; empty where nothing is."""
    if not phases:
        return ""
    if len(phases) != steps:
        phased = counted(len(phases), "phase")
        return f"phases: {phased} for {counted(steps, 'step')}. Give each step its phase, or none of them."
    if phases[0] != "start":
        return f"phases: step 1 is “{phases[0]}”. {_ORDER}."
    for number, (one, two) in enumerate(itertools.pairwise(phases), 2):
        if two not in _NEXT[one]:
            return f"phases: step {number} is “{two}”, after “{one}”. {_ORDER}."
    return ""


def grouped(phases: Iterable[Phase], steps: Iterable[str]) -> Iterator[tuple[Phase, tuple[str, ...]]]:
    """The steps of one phase after another, in their order.

    >>> list(grouped(("start", "start", "move"), ("Sit.", "Sit tall.", "Lean.")))
    [('start', ('Sit.', 'Sit tall.')), ('move', ('Lean.',))]
    """
    for phase, run in itertools.groupby(zip(phases, steps, strict=True), key=lambda pair: pair[0]):
        yield phase, tuple(step for _, step in run)
