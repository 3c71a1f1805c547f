"""Reading a picture back: its frame, what its paths cover, and what must not stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def alike(one: str, two: str, units: float = 1.0) -> bool:
    """Whether two pictures differ in numbers alone, each by at most so many drawing units (two for each pixel)."""
    first, second = re.split(r"(-?\d+(?:\.\d+)?)", one), re.split(r"(-?\d+(?:\.\d+)?)", two)
    if len(first) != len(second) or first[::2] != second[::2]:
        return False
    return all(abs(float(a) - float(b)) <= units for a, b in zip(first[1::2], second[1::2], strict=True))
