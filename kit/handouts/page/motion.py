"""A movement on its way into the page: its shapes, each once, which of them a frame shows; packed as text."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from kit.handouts.page.drawing import drawing
from kit.handouts.page.shape import Movement

GRAIN = 2  # units of a picture, about a third of a dot where it is shown: what moves need not be finer
_SVG = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_EACH = {"l": 1, "c": 3}  # points of a piece, told from where it starts
_NUMBER = re.compile(r"-?\d+")


def packed(frames: Sequence[str], where: str) -> str:
    """A `Movement` of the SVG sources as JSON, deflated, in base64; "" where there are none.

    Raises `ContentError` for a frame that is more than a picture; `where` names the item.
    """
    if not frames:
        return ""
    text = json.dumps(_movement([drawing(svg, where).source for svg in frames]), separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def coarse(path: str) -> str:
    """Path data in units of `GRAIN`; each point is rounded on its own, so that no error adds up.

    It has M, L and z in absolute whole numbers, l and c in relative ones, as the committed pictures have.
    """
    return "".join(_commands(path))


def _commands(path: str) -> Iterator[str]:
    at = (0, 0)
    for command, rest in _COMMAND.findall(path):
        numbers = [int(number) for number in _NUMBER.findall(rest)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command in _EACH:
            told = []
            for n, (x, y) in enumerate(pairs, 1):
                told.append((_rough(at[0] + x) - _rough(at[0]), _rough(at[1] + y) - _rough(at[1])))
                at = (at[0] + x, at[1] + y) if n % _EACH[command] == 0 else at
        else:
            told = [(_rough(x), _rough(y)) for x, y in pairs]
            at = pairs[-1] if pairs else at
        yield command + " ".join(f"{x} {y}" for x, y in told).replace(" -", "-")


def _rough(number: int) -> int:
    return round(number / GRAIN)


def _movement(frames: Sequence[str]) -> Movement:
    roots = [ElementTree.fromstring(svg) for svg in frames]
    places: dict[tuple[tuple[str, str], ...], int] = {}
    told = [[places.setdefault(_shape(path), len(places)) for path in root.iter(f"{_SVG}path")] for root in roots]
    turned = roots[0].find(f"{_SVG}g")
    return {
        "box": roots[0].attrib["viewBox"],
        "placed": f"{'' if turned is None else turned.attrib['transform']} scale({GRAIN})".strip(),
        "shapes": [dict(shape) for shape in places],
        "frames": told,
    }


def _shape(path: ElementTree.Element) -> tuple[tuple[str, str], ...]:
    own = {**path.attrib, "d": coarse(path.attrib["d"])}
    if "stroke-width" in own:
        own["stroke-width"] = f"{float(own['stroke-width']) / GRAIN:g}"
    return tuple(own.items())
