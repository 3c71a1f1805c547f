"""What is shown of an exercise: the photo that a clinician took, else the drawn panels, else nothing.

The one place that decides it; every page, sheet and row asks here. A photo is an SVG like a panel, with the picture in
it, so whoever shows panels shows photos. It is as it was taken for either side: a mirrored room tells an untruth.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.figures.gallery import Side, alt_text, figure, frames, panels
from kit.figures.palette import PALETTES
from kit.library.exercise import Exercise
from kit.library.photo import LONGEST, Photo, shrunk, size

GREY = "grey"  # the palette for print without colour
SMALL, MEDIUM = 160, 640  # dots of a photo's longer side: beside a name, and on a screen


@dataclass(frozen=True)
class Shown:
    """A picture as SVG text, and what it shows in words. `jpeg` is the picture of a photo as base64."""

    svg: str
    alt: str
    jpeg: str = ""


def shown_of(
    exercise: Exercise, side: Side | None = None, palette: str = PALETTES[0], longest: int = LONGEST
) -> tuple[Shown, ...]:
    """The pictures of an exercise in order, while `side` leads; none where it has none. `longest` is of a photo."""
    if exercise.photo:
        return (photo_shown(exercise.photo, palette, longest),)
    return tuple(
        Shown(figure(exercise.drawing, panel, side, palette), alt_text(exercise.drawing, panel, side))
        for panel in panels(exercise.drawing)
    )


def small_of(exercise: Exercise) -> str:
    """SVG text of the one picture that stands beside a name: where the exercise leads to; empty for none."""
    every = shown_of(exercise, longest=SMALL)
    return every[-1].svg if every else ""


def drawn_under(exercise: Exercise) -> str:
    """The id under which its pictures are drawn, for a copy to have them too; empty where nothing is drawn."""
    return exercise.drawing if panels(exercise.drawing) else ""


def small_drawn(drawing: str) -> str:
    """SVG text of the one picture that stands for a drawing, which a photo may hide; empty where nothing is drawn."""
    known = panels(drawing)
    return figure(drawing, known[-1]) if known else ""


def movement_of(exercise: Exercise, side: Side | None = None) -> tuple[str, ...]:
    """The drawn movement, as `frames`; none of an exercise with a photo, which shows another body."""
    return () if exercise.photo else frames(exercise.drawing, side)


def photo_shown(photo: Photo, palette: str = PALETTES[0], longest: int = LONGEST) -> Shown:
    """A photo as a picture."""
    jpeg = shrunk(photo.jpeg, longest, grey=palette == GREY)
    width, height = size(jpeg)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{jpeg}"/></svg>'
    )
    return Shown(svg, photo.alt, jpeg)
