"""How one exercise reads, by itself: its school grade, and what its texts say that only the plan should say."""

from __future__ import annotations

from collections.abc import Iterable

from kit.library.exercise import Exercise, Side, text_for
from kit.words.readability import Readability, readability
from kit.words.stated import stated

_SIDES: dict[Side, str] = {"left": "left", "right": "right"}


def patient_texts(exercise: Exercise) -> tuple[str, ...]:
    """All sentences that a patient may read of it, its name left out; a side stands where {lead} and {other} do."""
    changes = (variant.text for variant in (*exercise.easier, *exercise.harder))
    return _sided(
        exercise,
        (
            exercise.purpose,
            *exercise.steps,
            exercise.feel,
            exercise.breathing,
            *exercise.care,
            *(exercise.card.lines if exercise.card else ()),
            *changes,
        ),
    )


def reading_of(exercise: Exercise) -> Readability:
    """Its own words alone: short sentences of a dose around them would make them look easier than they are.

    Where the steps read harder than all of its texts together, they are the measure.
    """
    whole, steps = readability(patient_texts(exercise)), readability(_sided(exercise, exercise.steps))
    return max(whole, steps, key=lambda found: found.grade)


def stated_in(exercise: Exercise) -> tuple[str, ...]:
    """What its texts say of a dose, and the addresses in them, each once."""
    return tuple(dict.fromkeys(said for text in patient_texts(exercise) for said in stated(text)))


def _sided(exercise: Exercise, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text_for(text, exercise.lead_side, _SIDES) for text in texts if text)
