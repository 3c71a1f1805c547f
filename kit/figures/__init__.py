"""The drawn body: the committed pictures of the exercises, for either side, in every palette; and what is shown of one.

The pictures are drawn in a room for authors, `atelier`, which the kit never imports; this one loads nothing heavy.
"""

from kit.figures.gallery import alt_text, figure, frame_at, frames, panels
from kit.figures.palette import PALETTES
from kit.figures.shown import drawn_under, movement_of, photo_shown, shown_of, small_drawn, small_of

__all__ = [
    "PALETTES",
    "alt_text",
    "drawn_under",
    "figure",
    "frame_at",
    "frames",
    "movement_of",
    "panels",
    "photo_shown",
    "shown_of",
    "small_drawn",
    "small_of",
]
