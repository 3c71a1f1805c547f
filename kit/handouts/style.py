"""How one handout is to look: its form, paper, size of print, colours of pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from kit.clinic import Form, Paper, Pen
from kit.figures import PALETTES
from kit.figures.shown import GREY

PAPERS: tuple[Paper, ...] = get_args(Paper)


@dataclass(frozen=True)
class Style:
    """Grey print is more than grey pictures: everything else on the page follows.

    `paper`, `form` and `diary`, the sheet for a pen, are the clinic's where none is given; large print is set anew in
    16 to 18 points, never photo-enlarged."""

    paper: Paper | None = None
    large_print: bool = False
    palette: str = PALETTES[0]
    form: Form | None = None
    diary: Pen | None = None

    @property
    def grey(self) -> bool:
        return self.palette == GREY
