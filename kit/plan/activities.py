"""What matters to the patient: up to three activities in her own words, each to be scored from 0 to 10 (Stratford1995).

0 means that she cannot do it, 10 that she does it as well as before. The words are hers; no list is offered.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from kit.words.text import Short

MOST = 3  # few enough to be asked every time (D)
LOW, HIGH = 0, 10


def _distinct(activities: tuple[str, ...]) -> tuple[str, ...]:
    """Raises `ValueError` for one that stands twice: nobody could tell their scores apart."""
    plain = [activity.casefold() for activity in activities]
    twice = [activity for at, activity in enumerate(activities) if plain[at] in plain[:at]]
    if twice:
        raise ValueError(f"“{twice[0]}” stands twice. Write another activity, or leave it out.")
    return activities


Activities = Annotated[tuple[Short, ...], Field(max_length=MOST), AfterValidator(_distinct)]
