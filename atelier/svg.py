"""Reading a picture back: its frame, what its paths cover, and what must not stand in it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_FRAME = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_PATH = re.compile(r' d="([^"]*)"')
_TOKEN = re.compile(r"[MLczhv]|-?\d+(?:\.\d+)?")
_GROUP = re.compile(r"<g .*?</g>", re.DOTALL)
_FORBIDDEN = re.compile(r"\sid=|<script|<style|<filter|opacity|<text|<image|<use|href|<defs|\son\w+=|url\(")
Point = tuple[float, float]


def frame(svg: str) -> Point:
    """Width and height of the drawing."""
    found = _FRAME.search(svg)
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def bounds(svg: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of all end points and handles of its paths; groups have their own frame."""
    xs, ys = zip(*(p for text in _PATH.findall(_GROUP.sub("", svg)) for p in points(text)), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def points(path: str) -> Iterator[Point]:
    """Every point that a path's text names: M and L absolute, c, h and v relative, as the kit writes them."""
    tokens = _TOKEN.findall(path)
    command, x, y, i = "", 0.0, 0.0, 0
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
            continue
        if command in "hv":
            x, y = (x + float(tokens[i]), y) if command == "h" else (x, y + float(tokens[i]))
            i += 1
        elif command == "c":
            numbers = [float(t) for t in tokens[i : i + 6]]
            yield x + numbers[0], y + numbers[1]
            yield x + numbers[2], y + numbers[3]
            x, y = x + numbers[4], y + numbers[5]
            i += 6
        else:
            x, y = float(tokens[i]), float(tokens[i + 1])
            i += 2
        yield x, y


def forbidden(svg: str) -> list[str]:
    """What stands in a picture that some viewer refuses, that clashes in a page, or that draws unevenly."""
    return sorted({found.group(0).strip() for found in _FORBIDDEN.finditer(svg)})


def alike(one: str, two: str, units: float) -> bool:
    """Whether two pictures are one but for rounding: the same elements, attributes and path commands, in order.

    Each point of a path may be off by at most `units` of the drawing, across and down.
    """
    try:
        first, second = (list(ElementTree.fromstring(svg).iter()) for svg in (one, two))
    except ElementTree.ParseError:
        return False
    return len(first) == len(second) and all(_alike(*both, units) for both in zip(first, second, strict=True))


def _alike(one: Element, two: Element, units: float) -> bool:
    if (one.tag, len(one), _plain(one)) != (two.tag, len(two), _plain(two)):
        return False
    first, second = one.get("d", ""), two.get("d", "")
    if _commands(first) != _commands(second):
        return False
    pairs = zip(points(first), points(second), strict=True)
    return all(abs(x - u) <= units and abs(y - v) <= units for (x, y), (u, v) in pairs)


def _plain(element: Element) -> dict[str, str]:
    """All attributes but the geometry."""
    return {name: value for name, value in element.attrib.items() if name != "d"}


def _commands(path: str) -> list[str]:
    """A path's letters, and a mark for each number."""
    return [token if token.isalpha() else "#" for token in _TOKEN.findall(path)]
