"""An issued version is what was issued, or it is refused."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kit.errors import ContentError
from kit.library.library import Library
from kit.plan.document import OldFormat, from_document, read_plan, to_document
from kit.plan.issuing import finalised
from kit.plan.plan import ALTERED, Plan
from kit.plan.resolved import resolve
from kit.plan.seal import altered, canonical, seal_of
from kit.plan.template import template

START = dt.date(2026, 6, 1)
LIBRARY = Library.load()
ISSUED = finalised(
    resolve(template("knee-glute-stretches").plan(LIBRARY, "P-001", START, "P-001", random=Random(1)), LIBRARY),
    "A. Physio",
    START,
)
DATA = json.loads(to_document(ISSUED))


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every single value."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*path, key))
    else:
        yield path


def changed(path: tuple[Any, ...], value: Any) -> str:
    data = json.loads(json.dumps(DATA))
    place = data
    for key in path[:-1]:
        place = place[key]
    old = place[path[-1]]
    place[path[-1]] = value(old)
    return json.dumps(data)


def another(old: Any) -> Any:
    """A value of the same kind."""
    match old:
        case bool():
            return not old
        case int() | float():
            return old + 1
        case str():
            return old[:-1] + ("x" if old[-1:] != "x" else "y")
    return old


def is_refused(text: str) -> bool:
    try:
        from_document(text, "p.json")
    except ContentError:
        return True
    return False


def test_no_value_can_be_changed() -> None:
    """Whatever single value of an issued plan's file is edited, the file is refused."""
    assert [path for path in leaves(DATA) if not is_refused(changed(path, another))] == []


def test_the_message_says_so() -> None:
    with pytest.raises(ContentError) as caught:
        from_document(changed(("items", 0, "dose", "reps"), lambda _: 100), "p.json")
    assert str(caught.value) == f"p.json: {ALTERED}"


def test_a_seal_cannot_be_dropped() -> None:
    with pytest.raises(ContentError) as caught:
        from_document(json.dumps({name: value for name, value in DATA.items() if name != "seal"}), "p.json")
    assert str(caught.value) == "p.json: an issued plan carries its seal, and only an issued one does. Issue it again."


def test_the_seal_does_not_hang_on_spelling() -> None:
    """The order of names, white space, and fields that are empty are no change."""
    text = json.dumps({name: DATA[name] for name in sorted(DATA, reverse=True)} | {"pauses": [], "review_on": None})
    assert from_document(text, "p.json").plan == ISSUED
    assert canonical({"b": 1, "a": [], "c": {"d": None}}) == '{"b":1}'
    assert canonical({"a": [{}, {"b": 1}]}) == '{"a":[{},{"b":1}]}'  # the place in a list is something
    assert canonical({"a": 0, "b": False}) == '{"a":0,"b":false}'


def test_what_was_altered_is_named() -> None:
    data = json.loads(changed(("items", 0, "dose", "reps"), lambda _: 100))
    data["title"] = "Other"
    assert list(altered(data, DATA)) == [
        "items.1.dose.reps: 100, was 2",
        f'title: "Other", was "{ISSUED.title}"',
    ]
    assert list(altered(DATA, DATA)) == []
    assert next(altered({"pauses": []}, {"pauses": [1]})) == "pauses: nothing, was [1]"


def first_format(plan: Plan) -> dict[str, Any]:
    """The file as it was written before there were codes and seals."""
    data = json.loads(to_document(plan))
    for name in ("code", "patient_code", "seal"):
        data.pop(name, None)
    if "replaces" in data:
        data["replaces"] = {"plan_id": plan.plan_id, "version": data["replaces"]["version"]}
    return {**data, "format": 1}


UNPROVEN = (
    "old.json: is of format 1 and says that it is issued, and nothing proves that it is unchanged: it is read as a "
    "draft. Review it and issue it anew."
)


def test_format_1_is_read_and_told(tmp_path: Path) -> None:
    """Both versions get the same codes at each reading, and Python is warned."""
    two = ISSUED.new_version(dt.date(2026, 6, 15))
    old, new = (from_document(json.dumps(first_format(plan)), "old.json") for plan in (ISSUED, two))
    assert [str(notice) for notice in new.notices] == [
        "old.json: is of format 1, which has no code and no seal: a code was made from its labels, and nothing proves "
        "that the file is unchanged. Open it in the planner, or give it a new version; both write the present format."
    ]
    assert (old.plan.code, old.plan.patient_code) == (new.plan.code, new.plan.patient_code)
    assert new.plan.replaces is not None
    assert new.plan.replaces.version == 1
    assert from_document(to_document(old.plan), "p.json").plan == old.plan
    path = tmp_path / "old.json"
    path.write_text(json.dumps(first_format(ISSUED)), encoding="utf-8")
    with pytest.warns(OldFormat, match=r"^old\.json: is of format 1 and says that it is issued"):
        assert read_plan(path) == old.plan


def test_format_1_proves_no_issue() -> None:
    """A file of it that says it is issued is a draft of that version, without what its issue proved; it is told."""
    sign_off = {"key": "STOP x", "by": "A. Physio", "role": "PT", "reason": "All is well.", "on": "2026-06-01"}
    forged = {**json.loads(to_document(ISSUED)), "format": 1, "sign_offs": [sign_off]}
    forged["items"][0]["dose"]["reps"] += 7
    for seal in ({}, {"seal": None}, {"seal": "0" * 64}, {"seal": DATA["seal"]}):
        data = {name: value for name, value in forged.items() if name != "seal"} | seal
        found = from_document(json.dumps(data), "old.json")
        assert [str(notice) for notice in found.notices] == [UNPROVEN]
        assert (found.was_issued, found.plan.is_draft, found.plan.version) == (True, True, 1)
        assert (found.plan.issued, found.plan.snapshot, found.plan.seal, found.plan.sign_offs) == (None, None, None, ())
        assert [item.exercise_id for item in found.plan.items] == [item.exercise_id for item in ISSUED.items]


def test_a_draft_of_format_1_has_no_seal() -> None:
    """Nor a snapshot: whatever else a file of it says, it gives nothing that no draft may have."""
    draft = {name: value for name, value in first_format(ISSUED).items() if name not in ("issued", "snapshot")}
    for proof, what in (({"seal": "0" * 64}, "seal"), ({"snapshot": DATA["snapshot"]}, "snapshot")):
        with pytest.raises(ContentError) as caught:
            from_document(json.dumps(draft | proof), "old.json")
        assert str(caught.value) == (
            f"old.json: an issued plan carries its {what}, and only an issued one does. Issue it again."
        )


def test_the_store_reads_format_1_as_issued_when_it_asks() -> None:
    """For the one time that an older workspace is taken in; the version is sealed then."""
    found = from_document(json.dumps(first_format(ISSUED)), "old.json", trusts_first=True)
    assert (found.was_issued, found.plan.issued, found.plan.seal) == (False, ISSUED.issued, seal_of(found.plan))


def test_format_1_of_other_labels_is_another_plan() -> None:
    other = from_document(json.dumps(first_format(ISSUED) | {"patient": "P-002"}), "x.json").plan
    assert other.code != from_document(json.dumps(first_format(ISSUED)), "x.json").plan.code
