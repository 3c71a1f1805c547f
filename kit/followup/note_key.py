"""What a note of a patient is known by when diaries are read anew."""

from __future__ import annotations


def note_key(code: str, version: int, day: str, slot: int, text: str) -> str:
    """Plan, version, day (ISO, or "week 2" without one), session of the day, and its words."""
    return f"{code} {version} {day} {slot} {' '.join(text.casefold().split())}"
