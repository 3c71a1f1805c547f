"""Contact sheets: panels side by side as one PNG, to look at what was drawn."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from kit.figures.gallery import figure, panels
from kit.figures.palette import PALETTES
from kit.files import PUBLIC, write_atomic

SCALE = 0.16  # pixels for each drawing unit
GAP, TITLE = 12, 22
WIDTH = 2400


def sheet(ids: Iterable[str], path: Path, palette: str = PALETTES[0], scale: float = SCALE) -> None:
    """Write a PNG of all panels of these exercises in rows."""
    rows = [row for row in (_row(i, palette, scale) for i in ids) if row is not None]
    places, x, y, high = [], 0, 0, 0
    limit = max([WIDTH, *(row.width for row in rows)])
    for row in rows:
        if x and x + row.width > limit:
            x, y, high = 0, y + high, 0
        places.append((x, y))
        x, high = x + row.width + GAP, max(high, row.height + GAP)
    wide = max((px + row.width for (px, _), row in zip(places, rows, strict=True)), default=1)
    image = Image.new("RGB", (wide, y + high or 1), "white")
    for place, row in zip(places, rows, strict=True):
        image.paste(row, place)
    out = io.BytesIO()
    image.save(out, "PNG")
    write_atomic(path, out.getvalue(), PUBLIC)


def render(svg: str, scale: float) -> Image.Image:
    """A picture as pixels, `scale` of them for each drawing unit."""
    width = max(1, round(float(svg.split('viewBox="0 0 ', 1)[1].split(" ", 1)[0]) * scale))
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, background="#ffffff")
    return Image.open(io.BytesIO(bytes(png))).convert("RGB")


def _row(exercise_id: str, palette: str, scale: float) -> Image.Image | None:
    names = panels(exercise_id)
    if not names:
        return None
    pictures = [render(figure(exercise_id, name, palette=palette), scale) for name in names]
    wide = sum(p.width for p in pictures) + GAP * (len(pictures) - 1)
    high = max(p.height for p in pictures)
    image = Image.new("RGB", (wide, high + TITLE), "white")
    ImageDraw.Draw(image).text((4, 4), exercise_id, fill="#333333", font=ImageFont.load_default(13))
    x = 0
    for picture in pictures:
        image.paste(picture, (x, TITLE + high - picture.height))
        x += picture.width + GAP
    return image
