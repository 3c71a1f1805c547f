"""The drawn body: pictures of the exercises, made from pose files by a small drawing engine of the kit's own.

The steps, each a module: `proportions` and `skeleton` (where bones stand), `anatomy` and `extremities` (flesh),
`pose` (what an author writes), `contacts`, `collide` and `solve` (angles from contacts), `depth` and `scene` (what
each pixel shows), `trace` and `curve` (Bezier arcs), `fills`, `ink`, `ground`, `marks`, `face` and `paint` (SVG),
`studio` (drawing into `data/`), `check` and `sheet`. Handouts need none of them: they take the committed pictures
from here, which loads nothing heavy.
"""

from kit.figures.gallery import alt_text, figure, frames, panels
from kit.figures.palette import PALETTES

__all__ = ["PALETTES", "alt_text", "figure", "frames", "panels"]
