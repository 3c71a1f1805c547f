"""The committed pictures: one panel as SVG text, for either side, in any palette; and the sentences that stand for it.

Beside its pictures each exercise has an index, `data/figures/<id>.json`: the side that was drawn, and each panel's
text with `{lead}` and `{other}` for the sides.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Literal

from kit.errors import ContentError, Fault
from kit.figures.palette import PALETTES, painted
from kit.files import read_text
from kit.model import Model, did_you_mean, parse_json
from kit.places import data_dir

Side = Literal["left", "right"]
OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


class Index(Model):
    """What is drawn of one exercise: panel names in order, each with its text."""

    format: Literal[1] = 1
    drawn: Side
    texts: dict[str, str]


def figures_dir() -> Path:
    return data_dir() / "figures"


def index_path(exercise_id: str) -> Path:
    return figures_dir() / f"{exercise_id}.json"


def picture_path(exercise_id: str, panel: str) -> Path:
    return figures_dir() / f"{exercise_id}.{panel}.svg"


def panels(exercise_id: str) -> tuple[str, ...]:
    """Names of an exercise's panels, first to last; empty when it has no pictures."""
    index = _index(exercise_id)
    return tuple(index.texts) if index else ()


def figure(exercise_id: str, panel: str, side: Side | None = None, palette: str = PALETTES[0]) -> str:
    """SVG text of one panel with `side` as the leading limb; the side it was drawn for when none is given.

    The SVG has a `viewBox` but no size, no ids and no styles, so that many stand in one page. Raises `ContentError`
    when there is no such picture or palette.
    """
    index = _drawn(exercise_id, panel)
    if palette not in PALETTES:
        raise ContentError(_unknown("palette", palette, PALETTES))
    svg = _svg(exercise_id, panel)
    mirror = side is not None and side != index.drawn
    return painted(mirrored(svg) if mirror else svg, palette)


def alt_text(exercise_id: str, panel: str, side: Side | None = None) -> str:
    """One to three plain sentences that stand for a panel where it is not seen. Raises as `figure` does."""
    index = _drawn(exercise_id, panel)
    lead: Side = side or index.drawn
    return index.texts[panel].replace("{lead}", lead).replace("{other}", OTHER[lead])


def mirrored(svg: str) -> str:
    """The picture with left and right swapped."""
    head, rest = svg.split(">", 1)
    width = head.split('viewBox="0 0 ', 1)[1].split(" ", 1)[0]
    body = rest.removesuffix("\n").removesuffix("</svg>")
    return f'{head}>\n<g transform="translate({width} 0) scale(-1 1)">{body}</g>\n</svg>\n'


def write_index(index: Index) -> str:
    """The index as it is committed."""
    return json.dumps(index.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"


def _drawn(exercise_id: str, panel: str) -> Index:
    index = _index(exercise_id)
    if index is None:
        raise ContentError(Fault(f"figures, {exercise_id}", "has no pictures.", "Ask panels() first."))
    if panel not in index.texts:
        raise ContentError(_unknown("panel", panel, tuple(index.texts)))
    return index


def _unknown(what: str, name: str, known: tuple[str, ...]) -> Fault:
    mend = did_you_mean(name, known) or f"Known: {', '.join(known)}."
    return Fault(f"figures, {what}", f"“{name}” is not known.", mend)


# An exercise's id comes from files that people write: only a plain name is looked for.
def _index(exercise_id: str) -> Index | None:
    return _read_index(index_path(exercise_id)) if exercise_id.isidentifier() else None


@lru_cache(maxsize=256)
def _read_index(path: Path) -> Index | None:
    return parse_json(Index, read_text(path), f"figures/{path.name}") if path.is_file() else None


@lru_cache(maxsize=256)
def _svg(exercise_id: str, panel: str) -> str:
    return read_text(picture_path(exercise_id, panel))
