"""The committed pictures: one panel as SVG text, for either side, in any palette; and the sentences that stand for it.

Beside its pictures each exercise has an index, `data/figures/<id>.json`: the side that was drawn, and each panel's
text with `{lead}` and `{other}` for the sides; and its movement, `data/figures/<id>.motion.json.gz`.
"""

from __future__ import annotations

import gzip
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Literal

from kit.errors import ContentError, Fault
from kit.figures.palette import PALETTES, painted
from kit.files import read_bytes, read_text
from kit.model import Model, did_you_mean, parse_json
from kit.places import data_dir

Side = Literal["left", "right"]
OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


class Index(Model):
    """What is drawn of one exercise: panel names in order, each with its text."""

    format: Literal[1] = 1
    drawn: Side
    texts: dict[str, str]


class Motion(Model):
    """A movement: the hash of what it was made from, the angles of each pose on its way, and their pictures.

    There are no pictures where the movement may not be shown, for a limb would go through something, or slide.
    """

    format: Literal[1] = 1
    key: str
    ways: tuple[dict[str, float], ...]
    frames: tuple[str, ...]


def figures_dir() -> Path:
    return data_dir() / "figures"


def index_path(exercise_id: str) -> Path:
    return figures_dir() / f"{exercise_id}.json"


def picture_path(exercise_id: str, panel: str) -> Path:
    return figures_dir() / f"{exercise_id}.{panel}.svg"


def motion_path(exercise_id: str) -> Path:
    return figures_dir() / f"{exercise_id}.motion.json.gz"


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


def frames(exercise_id: str, side: Side | None = None, palette: str = PALETTES[0]) -> tuple[str, ...]:
    """SVG texts of a movement from start to end, to be played forth and back; empty where none may be shown.

    All are of one size and seen as the first panel is, without arrows, felt areas and outlines. `side` and `palette`
    are as for `figure`. Raises `ContentError` when there is no such palette.
    """
    if palette not in PALETTES:
        raise ContentError(_unknown("palette", palette, PALETTES))
    index, motion = _index(exercise_id), read_motion(exercise_id)
    if index is None or motion is None:
        return ()
    mirror = side is not None and side != index.drawn
    return tuple(painted(mirrored(svg) if mirror else svg, palette) for svg in motion.frames)


def frame_at(
    exercise_id: str, joint: str, bend_deg: int, side: Side | None = None, palette: str | None = None
) -> str | None:
    """The picture of a movement that straightens `joint`, nearest to that bend and not past it; None where none is.

    `side` and `palette` are as for `frames`, and so is what is raised.
    """
    index, motion = _index(exercise_id), read_motion(exercise_id)
    if index is None or motion is None or not motion.frames:
        return None
    key = f"{joint}.{index.drawn[0].upper()}.flex"
    bends = [way.get(key, 0.0) for way in motion.ways]
    kept = [n for n, bend in enumerate(bends) if bend >= bend_deg]
    if not kept:
        return None
    return frames(exercise_id, side, palette or PALETTES[0])[min(kept, key=lambda n: bends[n])]


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


def read_motion(exercise_id: str) -> Motion | None:
    """The committed movement; none where it was never drawn. Raises `ContentError` when the file is damaged."""
    return _read_motion(motion_path(exercise_id)) if exercise_id.isidentifier() else None


def _read_motion(path: Path) -> Motion | None:
    if not path.is_file():
        return None
    where = f"figures/{path.name}"
    try:
        text = gzip.decompress(read_bytes(path))
    except (OSError, EOFError, zlib.error):
        raise ContentError(
            Fault(where, "cannot be unpacked.", f"Run: kit figures draw {path.name.split('.')[0]}")
        ) from None
    return parse_json(Motion, text, where)


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
