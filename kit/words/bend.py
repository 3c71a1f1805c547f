"""How bent a joint is, in words that a patient can see on the own body: nobody reads degrees on a knee.

Each word stands for one angle. What lies between two of them is told by the word that keeps to the stricter side.
"""

from __future__ import annotations

from kit.words.catalogue import Catalogue

ANGLES = (0, 15, 30, 45, 60, 75, 90)  # degrees of bend that there is a word for (D)


def bend_at_end(degrees: int, words: Catalogue) -> str | None:
    """For the end of a move that straightens the joint: never straighter than `degrees`; None where no word is."""
    return next((_said(angle, words) for angle in ANGLES if angle >= degrees), None)


def bend_at_start(degrees: int, words: Catalogue) -> str:
    """For its start: never more bent than `degrees`."""
    return _said(max(angle for angle in ANGLES if angle <= degrees), words)


def _said(angle: int, words: Catalogue) -> str:
    return words.say(f"bend.{angle}")
