"""JSON text of people: no name stands twice, at whatever depth."""

from __future__ import annotations

import json

import pytest

from kit.errors import ContentError
from kit.jsontext import read_json


def faults(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_json(text, "P-001.json", "Save it again.")
    return [str(fault) for fault in caught.value.faults]


def test_what_stands_once_is_read_as_it_is() -> None:
    """The same name in two tables is no fault."""
    text = '{"a": {"side": "left"}, "b": [{"side": "left"}, {"side": 1.5}], "side": null}'
    assert read_json(text, "P-001.json", "Save it again.") == json.loads(text)


def test_a_name_that_stands_twice_is_refused() -> None:
    """Also where both say the same: nobody can know which of them was meant."""
    assert faults('{"side": "left", "side": "right"}') == ["P-001.json, side: stands twice. Keep one of the two."]
    assert faults('{"a": 1, "a": 1, "a": 2}') == ["P-001.json, a: stands 3 times. Keep one of them."]


def test_all_are_told_in_their_order_with_their_place() -> None:
    """In tables, in lists, and in what the later one would have hidden."""
    text = (
        '{"context": {"conditions": [], "conditions": [1]}, "items": [{"dose": {"load_kg": 1, "load_kg": 9}}],'
        ' "x": {"y": 1, "y": 2}, "x": 3}'
    )
    assert faults(text) == [
        "P-001.json, x: stands twice. Keep one of the two.",
        "P-001.json, context.conditions: stands twice. Keep one of the two.",
        "P-001.json, items.0.dose.load_kg: stands twice. Keep one of the two.",
        "P-001.json, x.y: stands twice. Keep one of the two.",
    ]


def test_a_long_name_is_cut() -> None:
    name = "n" * 61
    assert faults(f'{{"{name}": 1, "{name}": 2}}') == [
        f"P-001.json, {'n' * 60}…: stands twice. Keep one of the two.",
    ]


def test_text_that_is_no_json() -> None:
    """With the mend of who asked; what is too deep for Python too."""
    assert faults("{") == [
        "P-001.json: is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1). "
        "Save it again."
    ]
    assert faults("[" * 200_000)[0].startswith("P-001.json: is not JSON: ")


def test_a_deep_text_is_looked_through() -> None:
    """As deep as Python reads it."""
    text = '{"a": ' * 900 + '{"b": 1, "b": 2}' + "}" * 900
    assert faults(text) == [f"P-001.json, {'a.' * 900}b: stands twice. Keep one of the two."]
