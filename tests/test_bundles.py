"""What is made of other files in js/: bundles of the pages' modules, declarations of Python's types. No Node is needed."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, NotRequired, TypedDict

import pytest

ROOT = Path(__file__).parents[1]
RECORD: dict[str, dict[str, str]] = json.loads((ROOT / "js" / "bundles.json").read_text(encoding="utf-8"))


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("declare", ROOT / "js" / "declare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


declare = _tool()


@pytest.mark.parametrize("bundle", sorted(RECORD))
def test_a_bundle_is_made_of_the_sources_that_stand_here(bundle: str) -> None:
    """`npm run build` has run since the last change of a module, and nobody has touched its bundle by hand."""
    parts = [
        path for folder in (RECORD[bundle]["folder"], "shared") for path in sorted((ROOT / "js" / folder).glob("*.js"))
    ]
    told = "".join(
        f"{path.relative_to(ROOT / 'js').as_posix()}\n{path.read_text(encoding='utf-8')}\n" for path in parts
    )
    text = (ROOT / bundle).read_text(encoding="utf-8")
    made = {"folder": RECORD[bundle]["folder"], "sources": _hash(told), "bundle": _hash(text)}
    assert made == RECORD[bundle], "make it current with: (cd js && npm install && npm run build)"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_every_bundle_is_held() -> None:
    """Each script of the kit that says it is made of others is in the record."""
    scripts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.glob("kit/**/*.js")}
    assert {name for name, text in scripts.items() if text.startswith("// Made of js/")} == RECORD.keys()


@pytest.mark.parametrize(("path", "text"), declare.texts().items(), ids=lambda value: getattr(value, "name", ""))
def test_a_declaration_is_current(path: Path, text: str) -> None:
    """What the page is told to expect is what Python's types say today."""
    assert path.read_text(encoding="utf-8") == text, "make it current with: uv run python js/declare.py"


Side = Literal["left", "right"]


class Inner(TypedDict):
    """One side of an item."""

    side: Literal["left", "right"] | None
    of: dict[Side, int]
    shares: list[float | None]


class Outer(TypedDict, total=False):
    pair: tuple[int, Inner]
    days: dict[str, tuple[str, ...]]
    is_on: bool
    note: NotRequired[Any]


def test_a_typed_dict_becomes_an_interface_and_brings_along_what_it_is_made_of() -> None:
    """Fields keep their order and their names, optional ones are marked, a docstring comes along, and a named type goes by its name."""
    told = declare.declarations({"Outer": Outer, "Either": Inner | Literal[1, True, 'a"b'], "Side": Side})
    assert told == (
        '// Made by "uv run python js/declare.py" of the types in Python; do not edit.\n'
        "\n"
        "export interface Outer {\n"
        "  pair?: [number, Inner];\n"
        "  days?: Record<string, string[]>;\n"
        "  is_on?: boolean;\n"
        "  note?: unknown;\n"
        "}\n"
        "\n"
        "/** One side of an item. */\n"
        "export interface Inner {\n"
        "  side: Side | null;\n"
        "  of: Partial<Record<Side, number>>;\n"
        "  shares: (number | null)[];\n"
        "}\n"
        "\n"
        'export type Either = Inner | 1 | true | "a\\"b";\n'
        "\n"
        'export type Side = "left" | "right";\n'
    )


@pytest.mark.parametrize("kind", [bytes, dict[int, str], complex, Literal[b"a"]])
def test_what_json_has_no_form_for_is_refused(kind: Any) -> None:
    """Nothing is guessed: a type without a form stops the tool."""
    with pytest.raises(TypeError, match="cannot be said in a declaration"):
        declare.said(kind, {})


def test_two_types_of_one_name_are_refused() -> None:
    """One name in a file is one type."""

    class Other(TypedDict):
        a: int

    Other.__name__ = "Inner"
    with pytest.raises(TypeError, match="Inner is the name of two types"):
        declare.declarations({"Outer": Outer, "Inner": Other})
