"""The patient's own words, and what can be said to her, as plain data."""

from __future__ import annotations

from typing_extensions import TypedDict


class WordsShown(TypedDict):
    """A sentence, and the rows that it is about."""

    when: str
    text: str
    figure: str


class ReasonShown(TypedDict):
    """A reason, in how many sessions it was given, and of which exercises how often."""

    name: str
    said: str
    exercises: str
    figure: str


class VoiceShown(TypedDict):
    """The patient's own words, the reasons given, and what can be said to her."""

    own: list[WordsShown]
    reasons: list[ReasonShown]
    talking: list[WordsShown]
