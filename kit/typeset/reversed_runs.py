"""Text from right to left in a PDF, put in the order it is read.

The typesetter draws a line of Arabic from its left end: each word is a run of its own, with its letters reversed and
marked so (`/ReversedChars`), and the last word stands first. A reader turns the letters of a run, and not the runs.
Each run says where it stands on the page, so that their order is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pikepdf

_MARK = "/ReversedChars"
_OPENING = {"BMC": 1, "BDC": 1, "EMC": -1}
_Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
_Instructions = Sequence[_Instruction]


def in_reading_order(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Turn each row of neighbouring reversed runs of the page; a page without any is left as it is."""
    if _MARK.encode() not in b"".join(part.read_bytes() for part in _contents(page)):
        return
    parts = _parts(pikepdf.parse_content_stream(page))
    turned = [part for is_run, row in groupby(parts, _is_run) for part in (reversed([*row]) if is_run else row)]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream([step for part in turned for step in part]))


def _contents(page: pikepdf.Page) -> list[pikepdf.Object]:
    held = page.obj.get("/Contents", pikepdf.Array())
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _parts(steps: _Instructions) -> list[_Instructions]:
    """The stream in pieces: a whole reversed run, with what is marked within it or stands for it, is one, and so is
    every other step."""
    parts: list[list[_Instruction]] = []
    depth = 0
    for step in steps:
        if depth:
            parts[-1].append(step)
            depth += _OPENING.get(str(step.operator), 0)
        else:
            parts.append([step])
            depth = int(_is_reversed(step) or _stands_for(step))
    return list(parts)


def _is_reversed(step: _Instruction) -> bool:
    return str(step.operator) == "BMC" and str(step.operands[0]) == _MARK


def _stands_for(step: _Instruction) -> bool:
    """Whether a text begins here that is told in place of signs."""
    return str(step.operator) == "BDC" and "/ActualText" in step.operands[1]


def _is_run(part: _Instructions) -> bool:
    return any(map(_is_reversed, part))
