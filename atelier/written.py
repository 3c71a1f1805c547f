"""The text of a pose file, changed in single lines: all else stays as a person wrote it, with its comments."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import NamedTuple

SHARED = ("preset", "person", "camera")  # of all panels, unless a panel has its own
_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.]+)\s*\]{1,2}\s*(?:#.*)?$")
_SIDE = re.compile(r"\.[LR]\.")


class _Table(NamedTuple):
    """The lines from `start` to before `end`; its header is the first, but for the top of the file."""

    name: str
    start: int
    end: int


def with_angles(text: str, panel: str, angles: Mapping[str, float]) -> str:
    """The file with these angles of one panel: each in its line, else in a new one, below that of both sides."""
    lines = text.split("\n")
    for name, value in angles.items():
        table = _angles(lines, panel)
        at, both = _line(lines, table, name), _line(lines, table, _SIDE.sub(".", name))
        if at is not None:
            lines[at] = _set(lines[at], f"{value:g}")
        else:
            lines.insert((_last(lines, table.end) if both is None else both) + 1, f"{name} = {value:g}")
    return "\n".join(lines)


def with_settings(text: str, panel: str, settings: Mapping[str, str]) -> str:
    """The file with these keys of a panel, as TOML; one that is `SHARED` stands at the top, unless the panel has it."""
    lines = text.split("\n")
    for key, value in settings.items():
        table = _panel(lines, panel)
        if key in SHARED and _line(lines, table, key) is None:
            table = _tables(lines)[0]
        at = _line(lines, table, key)
        if at is not None:
            lines[at] = _set(lines[at], value)
        else:
            name = _line(lines, table, "name")  # what a panel says of itself stands below its name
            lines.insert(0 if name is None else name + 1, f"{key} = {value}")
    return "\n".join(lines)


def _tables(lines: list[str]) -> list[_Table]:
    """The top of the file, then each table. What looks like a header inside an array is none."""
    heads = [(i, match[1]) for i, line in enumerate(lines) if (match := _HEADER.match(line)) and _is_whole(lines[:i])]
    starts = [(0, ""), *heads]
    ends = [i for i, _ in heads] + [len(lines)]
    return [_Table(name, start, end) for (start, name), end in zip(starts, ends, strict=True)]


def _is_whole(lines: list[str]) -> bool:
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def _panel(lines: list[str], panel: str) -> _Table:
    """A panel itself, without its tables."""
    return next(t for t in _tables(lines) if t.name == "panel" and _named(lines[t.start : t.end]) == panel)


def _named(lines: list[str]) -> object:
    return tomllib.loads("\n".join(lines))["panel"][0].get("name")


def _angles(lines: list[str], panel: str) -> _Table:
    """A panel's table of angles, which is begun where there is none."""
    own = _panel(lines, panel)
    for table in _tables(lines):
        if table.start >= own.end:
            if table.name == "panel.angles":
                return table
            if table.name == "panel":
                break
    at = _last(lines, own.end) + 1
    lines.insert(at, "[panel.angles]")
    return _Table("panel.angles", at, at + 1)


def _last(lines: list[str], end: int) -> int:
    """The last line before `end` that says something."""
    return max(i for i in range(end) if lines[i].strip())


def _line(lines: list[str], table: _Table, key: str) -> int | None:
    """Where a key is set."""
    pattern = re.compile(rf"\s*{re.escape(key)}\s*=")
    return next((i for i in range(table.start, table.end) if pattern.match(lines[i])), None)


def _set(line: str, value: str) -> str:
    """The line with another value and its comment."""
    key, _, rest = line.partition("=")
    _, mark, comment = rest.partition("#")
    return f"{key.rstrip()} = {value}" + (f"  #{comment}" if mark else "")
