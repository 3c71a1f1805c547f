"""Reading a picture back: its frame, what its paths cover, and what must not stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FRAME = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_PATH = re.compile(r' d="([^"]*)"')
TOKEN = re.compile(r"[MLclzhv]|-?\d+(?:\.\d+)?")  # of a path's text
_GROUP = re.compile(r"<g .*?</g>", re.DOTALL)
_FORBIDDEN = re.compile(r"\sid=|<script|<style|<filter|opacity|<text|<image|<use|href|<defs|\son\w+=|url\(")
CURVE = 12  # points that tell where a curve goes
Point = tuple[float, float]
Piece = tuple[Point, ...]


def frame(svg: str) -> Point:
    """Width and height of the drawing."""
    found = _FRAME.search(svg)
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def bounds(svg: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what its paths draw; groups have their own frame."""
    xs, ys = zip(*(p for text in _PATH.findall(_GROUP.sub("", svg)) for p in _drawn(text)), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _drawn(path: str) -> Iterator[Point]:
    """Points on the lines of a path, dense on its curves."""
    for line in subpaths(path):
        yield line[0][0]
        for piece in line[1:]:
            if len(piece) < 4:
                yield piece[-1]
                continue
            for n in range(1, CURVE + 1):
                t = n / CURVE
                shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                yield (
                    sum(share * x for share, (x, _) in zip(shares, piece, strict=True)),
                    sum(share * y for share, (_, y) in zip(shares, piece, strict=True)),
                )


def subpaths(path: str) -> list[list[Piece]]:
    """Each line of a path: its first point, then straight pieces (2 points) and curves (4), closed where it says so."""
    out: list[list[Piece]] = []
    for command, piece in _steps(path):
        if command == "M":
            out.append([piece])
        elif command == "z":
            out[-1].append((out[-1][-1][-1], out[-1][0][0]))
        else:
            out[-1].append((out[-1][-1][-1], *piece))
    return out


def _steps(path: str) -> Iterator[tuple[str, Piece]]:
    """Each command with its points: M and L absolute, c, l, h and v relative, as the kit writes them."""
    tokens = TOKEN.findall(path)
    command, x, y, i = "", 0.0, 0.0, 0
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
            if command == "z":
                yield "z", ()
            continue
        count = {"h": 1, "v": 1, "c": 6}.get(command, 2)
        numbers = [float(token) for token in tokens[i : i + count]]
        i += count
        if command in "hv":
            numbers = [x + numbers[0], y] if command == "h" else [x, y + numbers[0]]
        elif command in "cl":
            numbers = [number + (y if k % 2 else x) for k, number in enumerate(numbers)]
        x, y = numbers[-2:]
        yield command, tuple(zip(numbers[::2], numbers[1::2], strict=True))
        command = "L" if command == "M" else command


def forbidden(svg: str) -> list[str]:
    """What stands in a picture that some viewer refuses, that clashes in a page, or that draws unevenly."""
    return sorted({found.group(0).strip() for found in _FORBIDDEN.finditer(svg)})
