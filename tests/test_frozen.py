"""What holds values is frozen: a step gives a new one, and nobody's copy changes under their hands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import kit

KIT = Path(kit.__file__).parent
# They gather while a file is read or a page is drawn.
GATHER = {"Counts", "Place", "Placed", "Rows", "Sitting", "Source", "_Part"}


def dataclasses(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Each dataclass with whether it is frozen."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for mark in node.decorator_list:
                call = mark if isinstance(mark, ast.Call) else None
                if ast.unparse(call.func if call else mark) == "dataclass":
                    marks = {word.arg: ast.literal_eval(word.value) for word in call.keywords} if call else {}
                    yield node.name, marks.get("frozen") is True


def test_every_dataclass_is_frozen() -> None:
    """But those that gather."""
    found = [
        (name, frozen)
        for path in KIT.rglob("*.py")
        if path.parent.name not in ("figures", "draw", "studio")  # a drawing is gathered stroke by stroke
        for name, frozen in dataclasses(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert {name for name, frozen in found if not frozen} == GATHER
    assert sum(frozen for _, frozen in found) > 50
