"""The lines of pictures in a PDF, no finer than a printer can draw them: most of a file is their numbers."""

from __future__ import annotations

import re

import pikepdf

MOST_PT = 0.06  # that a point is moved: half a dot of a printer of 600 dots an inch
_PICTURE = re.compile(rb"q -?(0\.\d+) 0 0 -?0\.\d+ -?[\d.]+ -?[\d.]+ cm/.*?\nQ\n", re.DOTALL)
_POINTS = re.compile(rb"((?:-?\d+ ){2,6})(?=[mlc]\b)")


def no_finer_than_print(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Round whole units of a picture to every second, third or so one, as far as no point moves by more than that.

    A picture is a piece of the page at a scale of its own, of whole units; all else keeps its numbers.
    """
    was = page.Contents.read_bytes()
    now = _PICTURE.sub(_rounded, was)
    if now != was:
        page.Contents = pdf.make_stream(now)


def _rounded(piece: re.Match[bytes]) -> bytes:
    step = int(2 * MOST_PT / float(piece[1]))
    return _POINTS.sub(lambda points: _on(points[1], step), piece[0]) if step > 1 else piece[0]


def _on(numbers: bytes, step: int) -> bytes:
    return b"".join(b"%d " % (round(int(number) / step) * step) for number in numbers.split())
