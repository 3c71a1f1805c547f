"""A plan as a file: what is no plan is named as what it is, and what is read is told as it has to be."""

from __future__ import annotations

import datetime as dt
import json
import warnings
from pathlib import Path
from random import Random

import pytest

from kit.errors import KitError
from kit.library.library import Library
from kit.plan.code import derived_code, is_code, new_code
from kit.plan.document import (
    MAX_BYTES,
    OldFormat,
    from_document,
    read_plan,
    read_plan_file,
    schema,
    to_document,
    write_plan,
)
from kit.plan.issuing import finalised
from kit.plan.plan import RULES_VERSION, Plan
from kit.plan.resolved import resolve
from kit.plan.seal import altered, canonical

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
DRAFT = Plan.begin("P-001", START, random=Random(1), patient="P-001").add(LIBRARY["bridge"])
FIRST = {k: v for k, v in json.loads(to_document(DRAFT)).items() if k not in ("code", "patient_code")} | {"format": 1}


def fault(text: str) -> str:
    with pytest.raises(KitError) as caught:
        from_document(text, "p.json")
    return str(caught.value)


def test_what_is_too_long_is_not_read() -> None:
    """10 million characters are read, one more is not, whatever they are."""
    assert MAX_BYTES == 10_000_000
    assert fault(" " * MAX_BYTES).startswith("p.json: is not JSON: Expecting value")
    assert fault(" " * (MAX_BYTES + 1)) == "p.json: has 10000001 characters; a plan has far fewer. Give a plan file."


def test_text_that_is_no_json() -> None:
    """The place of the fault, and what to do."""
    assert fault("{") == (
        "p.json: is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1). "
        "Save it again from the planner."
    )


@pytest.mark.parametrize(
    ("once", "twice", "place"),
    [
        ('"start":', '"start": "2026-01-01", "start":', "start"),
        ('"conditions":', '"conditions": [], "conditions":', "context.conditions"),
        ('"exercise_id":', '"exercise_id": "plank", "exercise_id":', "items.0.exercise_id"),
    ],
)
@pytest.mark.parametrize("first", [False, True])
def test_no_name_stands_twice(once: str, twice: str, place: str, first: bool) -> None:
    """Whoever looks at the file may see the other one; in both formats."""
    text = json.dumps(FIRST) if first else to_document(DRAFT)
    assert once in text
    assert fault(text.replace(once, twice, 1)) == f"p.json, {place}: stands twice. Keep one of the two."


def test_a_long_format_number_is_cut() -> None:
    """20 signs of it are enough to know it by."""
    assert fault(json.dumps({"format": "x" * 30})).startswith(f"p.json: has format '{'x' * 19}, and this kit reads")


def test_a_plan_of_this_format_needs_no_word(tmp_path: Path) -> None:
    """Nothing is told of it, and the file may be named by a text."""
    path = tmp_path / "p.json"
    write_plan(DRAFT, str(path))
    assert path.read_text(encoding="utf-8") == to_document(DRAFT)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_plan(str(path)) == DRAFT
    assert read_plan_file(str(path)).notices == ()
    assert path.stat().st_mode & 0o077 == 0


def test_the_file_is_named_in_its_faults(tmp_path: Path) -> None:
    """By its name, without its folders."""
    (tmp_path / "p.json").write_text("[]", encoding="utf-8")
    with pytest.raises(KitError, match=r"^p\.json: is JSON, but not a plan\."):
        read_plan_file(tmp_path / "p.json")


def test_the_codes_of_format_1_are_those_of_its_labels() -> None:
    """The same today as in ten years: each is worked out from the labels alone. No patient's label: from the plan's."""
    assert (derived_code("plan", "P-001"), derived_code("plan", "P-001", "P-001")) == ("XMMFZMPF", "HVDFZJZP")
    plan = from_document(json.dumps(FIRST), "p.json").plan
    assert (plan.code, plan.patient_code) == (derived_code("plan", "P-001", "P-001"), derived_code("patient", "P-001"))
    alone = from_document(json.dumps({**FIRST, "patient": ""}), "p.json").plan
    assert (alone.code, alone.patient_code) == (derived_code("plan", "P-001", ""), derived_code("patient", "P-001"))
    assert (plan.seal, plan.items) == (None, DRAFT.items)


def test_what_is_wrong_in_format_1_is_told_as_in_any() -> None:
    """Labels that are no text, and what a version replaces."""
    assert "p.json, plan_id: 5 is refused: it must be text." in fault(json.dumps({**FIRST, "plan_id": 5}))
    assert "p.json, patient: 5 is refused: it must be text." in fault(json.dumps({**FIRST, "patient": 5}))
    assert "p.json, replaces" in fault(json.dumps({**FIRST, "replaces": 1}))


def test_who_read_an_old_file_is_warned(tmp_path: Path) -> None:
    """The warning names the line that asked for the plan, not one of the kit."""
    (tmp_path / "old.json").write_text(json.dumps(FIRST), encoding="utf-8")
    with pytest.warns(OldFormat) as caught:
        read_plan(tmp_path / "old.json")
    assert [Path(warning.filename).name for warning in caught] == ["test_document.py"]


def test_the_schema_is_one_text() -> None:
    """Sorted, indented, in plain letters, with a line end, and no word of Python."""
    assert ">>>" not in schema()
    assert schema() == json.dumps(json.loads(schema()), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def test_an_issued_version_says_who_when_and_by_which_rules() -> None:
    """Each exercise once, however many items it has; without a name nothing is issued."""
    final = finalised(resolve(DRAFT.add(LIBRARY["bridge"]), LIBRARY), "A. Physio", START)
    assert final.issued is not None
    assert final.snapshot is not None
    assert (final.issued.by, final.issued.on) == ("A. Physio", START)
    assert (final.snapshot.rules_version, [e.id for e in final.snapshot.exercises]) == (RULES_VERSION, ["bridge"])
    with pytest.raises(KitError) as caught:
        finalised(resolve(DRAFT, LIBRARY), " ", START)
    assert str(caught.value) == "issue, by: “ ”: it is empty. Write a text."


@pytest.mark.parametrize(("missing", "kept"), [("snapshot", "issued"), ("issued", "snapshot")])
def test_an_issued_version_has_its_snapshot(missing: str, kept: str) -> None:
    """Neither stands without the other."""
    data = json.loads(to_document(finalised(resolve(DRAFT, LIBRARY), "A", START)))
    del data[missing]
    assert fault(json.dumps(data)) == (
        "p.json: an issued plan carries its snapshot, and only an issued one does. Issue it again."
    )


def test_a_seal_is_64_digits() -> None:
    """And belongs to an issued version alone."""
    data = json.loads(to_document(DRAFT))
    assert fault(json.dumps({**data, "seal": "x"})) == (
        "p.json, seal: “x”: it must be 64 digits and letters from a to f."
    )
    assert fault(json.dumps({**data, "seal": "0" * 64})) == (
        "p.json: an issued plan carries its seal, and only an issued one does. Issue it again."
    )


def test_what_is_empty_is_no_alteration() -> None:
    """Every other difference is named by its place, short and in one spelling."""
    old = {"b": {"c": [1, 2]}, "a": "x" * 100, "d": "é", "e": None}
    new = {"b": {"c": [1, 3], "f": True}, "a": "x" * 99, "d": "é", "g": []}
    assert list(altered(new, old)) == [
        f'a: "{"x" * 59}…, was "{"x" * 59}…',
        "b.c.2: 3, was 2",
        "b.f: true, was nothing",
    ]
    assert list(altered({"c": [1]}, {"c": [1, 2]})) == ["c: [1], was [1,2]"]
    assert list(altered({"c": {"é": 1}}, {"c": [{"é": 1}]})) == ['c: {"é":1}, was [{"é":1}]']
    assert list(altered({"a": "x" * 58}, {})) == [f'a: "{"x" * 58}", was nothing']
    assert canonical({"b": (1, {"a": ""}), "a": "é"}) == '{"a":"é","b":[1,{}]}'


def test_codes_are_drawn_from_all_letters() -> None:
    """Every letter comes up at every place but the last, which follows from the others."""
    drawn = [new_code(Random(seed)) for seed in range(400)]
    assert all(len({code[at] for code in drawn}) == 17 for at in range(8))
    assert not is_code(drawn[0][:-1])
    assert not is_code(drawn[0].lower())
