"""How one handout is to look: its form, paper, size of print, colours of pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kit.figures import PALETTES
from kit.figures.shown import GREY
from kit.handouts.pen import Pen

Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
# A page with all that is looked for first, the rest overleaf; a leaflet that tells one thing after another; or large
# pictures and signs, for whose language the kit does not have, with all words overleaf for whoever helps.
Form = Literal["page", "leaflet", "pictures"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True)
class Style:
    """Grey print is more than grey pictures: everything else on the page follows.

    `paper` is the clinic's where none is given; large print is set anew in 18 points, never photo-enlarged.
    `diary` is the form of the sheet for a pen."""

    paper: Paper | None = None
    large_print: bool = False
    palette: str = PALETTES[0]
    form: Form = FORMS[0]
    diary: Pen = "brief"

    @property
    def grey(self) -> bool:
        return self.palette == GREY
