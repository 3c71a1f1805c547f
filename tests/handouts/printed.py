"""What a PDF has printed where: the size and place of its letters, and at which scale its pictures are drawn."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import pikepdf

MM = 72 / 25.4


@dataclass
class Printed:
    """One page in points: its paper, each piece of text as (x, y from the top, size), the scale of each picture.

    The furniture at the foot is a piece as any other. A picture stands under the words that are told in its place.
    """

    width: float
    height: float
    texts: list[tuple[float, float, float]] = field(default_factory=list)
    pictures: dict[str, float] = field(default_factory=dict)

    def fill(self, foot: float = 15 * MM) -> float:
        """How far down the page its letters reach, above the foot, as a share of its height."""
        return max((y for _, y, _ in self.texts if y < self.height - foot), default=0.0) / self.height


def printed(pdf: bytes) -> list[Printed]:
    """All pages. The typesetter writes a picture's lines into the page, at the scale that is set before them."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [_page(page) for page in opened.pages]


def _page(page: pikepdf.Page) -> Printed:
    found = Printed(float(page.mediabox[2]), float(page.mediabox[3]))
    matrix, size = pikepdf.Matrix(), 0.0
    stack: list[pikepdf.Matrix] = []
    within: list[str] = []
    for step in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(step.operands)
        match str(step.operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
                if within and within[-1]:
                    found.pictures.setdefault(within[-1], abs(matrix.d))
            case "Tf":
                size = float(operands[1])
            case "Tj" | "TJ":
                found.texts.append((matrix.e, found.height - matrix.f, size * abs(matrix.d)))
            case "BMC":
                within.append("")
            case "BDC":
                about = operands[1]
                within.append(str(about.Alt) if isinstance(about, pikepdf.Dictionary) and "/Alt" in about else "")
            case "EMC":
                within.pop()
    return found
