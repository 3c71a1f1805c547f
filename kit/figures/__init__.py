"""The drawn body: the committed pictures of the exercises, for either side, in every palette.

They are drawn in a room for authors, `atelier`, which the kit never imports; this one loads nothing heavy.
"""

from kit.figures.gallery import alt_text, figure, frame_at, frames, panels
from kit.figures.palette import PALETTES

__all__ = ["PALETTES", "alt_text", "figure", "frame_at", "frames", "panels"]
