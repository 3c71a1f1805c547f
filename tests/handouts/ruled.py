"""What stands where on a page of a PDF: the straight lines that are drawn and the texts that are set, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

from tests.handouts.tagged import _codes, _letters

MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """A straight line, from the lower or left end."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Run:
    """A piece of text and where its baseline begins."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Ruled:
    """A page: its size, lines and texts; the origin is the lower left corner."""

    width: float
    height: float
    lines: tuple[Line, ...]
    runs: tuple[Run, ...]

    def box_at(self, x: float, y: float) -> tuple[float, float]:
        """Width and height between the nearest lines around a point."""
        upright = [line.x0 for line in self.lines if line.x0 == line.x1 and line.y0 <= y <= line.y1]
        lying = [line.y0 for line in self.lines if line.y0 == line.y1 and line.x0 <= x <= line.x1]
        return _gap(upright, x), _gap(lying, y)


def _gap(places: list[float], at: float) -> float:
    return min(place for place in places if place > at) - max(place for place in places if place <= at)


def ruled(page: pikepdf.Page) -> Ruled:
    """Each step of the page with the matrix that holds there; a page of the typesetter moves and mirrors, never turns."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    lines: list[Line] = []
    runs: list[Run] = []
    font: dict[int, str] = {}
    at, kept, ends, set_at = (1.0, 1.0, 0.0, 0.0), [], [], (0.0, 0.0)
    for step in pikepdf.parse_content_stream(page):
        given = step.operands
        match str(step.operator):
            case "q":
                kept.append(at)
            case "Q":
                at = kept.pop()
            case "cm":
                a, _, _, d, e, f = map(float, given)
                at = (at[0] * a, at[1] * d, at[0] * e + at[2], at[1] * f + at[3])
            case "m":
                ends = [(float(given[0]), float(given[1]))]
            case "l":
                ends.append((float(given[0]), float(given[1])))
            case "S" if len(ends) == 2:
                lines.append(_line(*((x * at[0] + at[2], y * at[1] + at[3]) for x, y in ends)))
            case "Tm":
                set_at = float(given[4]), float(given[5])
            case "Tf":
                font = fonts[str(given[0])]
            case "Tj" | "TJ":
                text = "".join(font.get(code, "?") for code in _codes(given[0]))
                runs.append(Run((set_at[0] * at[0] + at[2]) / MM, (set_at[1] * at[1] + at[3]) / MM, text))
    left, low, right, high = map(float, page.mediabox)
    return Ruled((right - left) / MM, (high - low) / MM, tuple(lines), tuple(runs))


def _line(one: tuple[float, float], two: tuple[float, float]) -> Line:
    (x0, y0), (x1, y1) = sorted(((round(x / MM, 3), round(y / MM, 3)) for x, y in (one, two)))
    return Line(x0, min(y0, y1), x1, max(y0, y1))
