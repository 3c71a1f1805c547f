"""Text from right to left in a PDF, put in the order it is read.

The typesetter draws a line of Arabic from its left end: each word is a run of its own, with its letters reversed and
marked so (`/ReversedChars`), and the last word stands first. A reader turns the letters of a run, and not the runs.
Each run says where it stands on the page, so that their order is free.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

import pikepdf

_MARK = "/ReversedChars"
_SPACE = re.compile(rb"<([0-9a-fA-F]{4})>\s*<0020(?:20[0-9a-fA-F]{2})*>")  # marks of direction may share its glyph
_OPENING = {"BMC": 1, "BDC": 1, "EMC": -1}
_Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
_Instructions = Sequence[_Instruction]
_Place = tuple[float, float]  # from the left and from the lower end of the page, in points


def in_reading_order(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Turn each row of neighbouring reversed runs of the page; a page without any is left as it is."""
    if _MARK.encode() not in b"".join(part.read_bytes() for part in _contents(page)):
        return
    parts = _parts(pikepdf.parse_content_stream(page), _is_whole)
    turned = [part for is_run, row in groupby(parts, _is_run) for part in (reversed([*row]) if is_run else row)]
    steps = [step for part in turned for step in part]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(_with_spaces_last(steps, _spaces(page))))


def _contents(page: pikepdf.Page) -> list[pikepdf.Object]:
    held = page.obj.get("/Contents", pikepdf.Array())
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _parts(steps: _Instructions, begins: Callable[[_Instruction], bool]) -> list[_Instructions]:
    """The stream in pieces: what begins so is one up to its end, with all that is marked within it, and so is every
    other step."""
    parts: list[list[_Instruction]] = []
    depth = 0
    for step in steps:
        if depth:
            parts[-1].append(step)
            depth += _OPENING.get(str(step.operator), 0)
        else:
            parts.append([step])
            depth = int(begins(step))
    return list(parts)


def _is_whole(step: _Instruction) -> bool:
    """Whether a reversed run begins here, or what stands for it."""
    return _is_reversed(step) or _stands_for(step)


def _is_reversed(step: _Instruction) -> bool:
    return str(step.operator) == "BMC" and str(step.operands[0]) == _MARK


def _stands_for(step: _Instruction) -> bool:
    """Whether a text begins here that is told in place of signs."""
    return str(step.operator) == "BDC" and "/ActualText" in step.operands[1]


def _is_run(part: _Instructions) -> bool:
    return any(map(_is_reversed, part))


def _with_spaces_last(steps: _Instructions, spaces: Mapping[str, bytes]) -> list[_Instruction]:
    """The space at the end of a line in another language stands at the line's left end, and is drawn first. It is put
    behind the line, in the order of the tags too: else its last word and the first of the next are told as one."""
    parts = deque(_parts(steps, _is_foreign))
    out: list[_Instructions] = []
    before: _Place | None = None
    while parts:
        first, line = parts.popleft(), []
        place = last = _place(first)
        if place is not None and not _follows(place, before) and _is_space(first, spaces):
            while parts and _follows(_place(parts[0]), last):
                line.append(parts.popleft())
                last = _place(line[-1])
        out += _numbered_anew([first, *line], [*line, first]) if line else [first]
        before = last or before
    return [step for part in out for step in part]


def _follows(place: _Place | None, before: _Place | None) -> bool:
    """Whether a span goes on in the line of the one before: a column to the left begins lines at the same height."""
    return place is not None and before is not None and place[1] == before[1] and place[0] >= before[0]


def _numbered_anew(before: Sequence[_Instructions], now: Sequence[_Instructions]) -> list[_Instructions]:
    """The pieces of `now` with the numbers of `before`, one after the other."""
    numbers = [int(part[0].operands[1].MCID) for part in before]
    return [[_numbered(part[0], number), *part[1:]] for part, number in zip(now, numbers, strict=True)]


def _numbered(step: _Instruction, number: int) -> _Instruction:
    about = pikepdf.Dictionary({**step.operands[1].as_dict(), "/MCID": number})
    return pikepdf.ContentStreamInstruction([step.operands[0], about], step.operator)


def _is_foreign(step: _Instruction) -> bool:
    """Whether a span of another language begins here."""
    return str(step.operator) == "BDC" and {"/Lang", "/MCID"} <= {*step.operands[1].keys()}


def _spaces(page: pikepdf.Page) -> dict[str, bytes]:
    """The code of a space in each font of a page that has one."""
    maps = {name: font.ToUnicode.read_bytes() for name, font in page.Resources.get("/Font", {}).items()}
    found = {name: _SPACE.search(text) for name, text in maps.items()}
    return {name: bytes.fromhex(one.group(1).decode()) for name, one in found.items() if one}


def _is_space(part: _Instructions, spaces: Mapping[str, bytes]) -> bool:
    font = next((str(step.operands[0]) for step in part if str(step.operator) == "Tf"), "")
    shown = [step.operands[0] for step in part if str(step.operator) in ("Tj", "TJ")]
    return len(shown) == 1 and isinstance(shown[0], pikepdf.String) and bytes(shown[0]) == spaces.get(font)


def _place(part: _Instructions) -> _Place | None:
    """Where on the page a span stands."""
    if len(part) < 2:
        return None
    moved = next((step.operands for step in part if str(step.operator) == "cm"), None)
    return (float(moved[4]), float(moved[5])) if moved else None
