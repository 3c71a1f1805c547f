"""The lines of pictures in a PDF, no finer than a printer can draw them: most of a file is their numbers."""

from __future__ import annotations

import math
import re

import pikepdf

MOST_PT = 0.07  # that a point is moved: half a dot of a printer of 500 dots an inch
_SMALLER = 5  # a picture that is kept once and used again is a small one: so much coarser
_PICTURE = re.compile(rb"q -?(0\.\d+) 0 0 -?0\.\d+ -?[\d.]+ -?[\d.]+ cm/.*?\nQ\n", re.DOTALL)
_KEPT_ONCE = re.compile(rb"q -?(0\.\d+) 0 0 -?0\.\d+ -?[\d.]+ -?[\d.]+ cm(?:/g\d+ gs)?/(x\d+) Do")  # and used again
_STRAIGHT = 2 / 3  # of a step: handles that lie no farther off bend a curve by no more than rounding moves a point
_FRACTION = re.compile(rb"\.\d+ (?:-?[\d.]+ ){0,5}[mlc]\b")  # a picture of somebody else, as a logo is
_POINTS = re.compile(rb"(?<![\d.-])((?:-?\d+ ){2,6})([mlc])\b")


def no_finer_than_print(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Round whole units of a picture to every second, third or so one, and draw lines for curves that are as good as
    straight; neither moves what is drawn by more than that.

    A picture is a piece of the page at a scale of its own, of whole units, or one that is kept beside the pages and
    used again; all else keeps its numbers.
    """
    was = page.Contents.read_bytes()
    now = _PICTURE.sub(_rounded, was)
    if now != was:
        page.Contents = pdf.make_stream(now)
    for scale, name in set(_KEPT_ONCE.findall(was)):
        _round_form(page.Resources.XObject[f"/{name.decode()}"], _SMALLER * _step(scale))


def _rounded(piece: re.Match[bytes]) -> bytes:
    return _coarser(piece[0], _step(piece[1]))


def _round_form(form: pikepdf.Object, step: int) -> None:
    """The same for a picture that is kept beside the pages, and what is kept within it."""
    if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
        form.write(_coarser(form.read_bytes(), step))
        for inner in form.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary()).values():
            _round_form(inner, step)


def _step(scale: bytes) -> int:
    return int(2 * MOST_PT / float(scale))


def _coarser(drawn: bytes, step: int) -> bytes:
    """Its points on every `step`-th unit, and lines where curves are as good as straight.

    As it is for a step of 0, and if it is not of whole units alone.
    """
    if not step or _FRACTION.search(drawn):
        return drawn
    at = (0, 0)

    def coarser(piece: re.Match[bytes]) -> bytes:
        nonlocal at
        points = [round(int(number) / step) * step for number in piece[1].split()]
        start, at = at, (points[-2], points[-1])
        if piece[2] == b"c" and _is_straight(start, points, _STRAIGHT * step):
            return b"%d %d l" % at
        return b"%d " * len(points) % tuple(points) + piece[2]

    return _POINTS.sub(coarser, drawn)


def _is_straight(start: tuple[int, int], points: list[int], off: float) -> bool:
    """Whether both handles of a curve lie within `off` of the straight line between its ends."""
    (x, y), (ex, ey) = start, points[-2:]
    wide, tall = ex - x, ey - y
    square = wide * wide + tall * tall
    for px, py in zip(points[:4:2], points[1:4:2], strict=True):
        along = min(max(((px - x) * wide + (py - y) * tall) / square, 0), 1) if square else 0
        if math.hypot(px - x - along * wide, py - y - along * tall) > off:
            return False
    return True
