"""Writes the `TypedDict`s that cross from Python to a page as TypeScript declarations: `uv run python js/declare.py`.

Beside them it writes the keys of the sentences, so that a page cannot ask for one that is missing.

A tool of developers: the declarations are committed, and tests/test_bundles.py holds them current.
"""

from __future__ import annotations

import importlib
import types
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired, Required, Union, get_args, get_origin

from typing_extensions import ReadOnly, get_type_hints, is_typeddict

from kit.words.sentences import SOURCE, sentences

HERE = Path(__file__).parent

# File -> the types that it is written for, as module:name; what these are made of comes along.
DECLARATIONS: dict[str, tuple[str, ...]] = {
    "session/facts.d.ts": (
        "kit.handouts.page.shape:Facts",
        "kit.handouts.page.shape:Movement",
        "kit.handouts.page.shape:StepRow",
        "kit.handouts.page.shape:SlotRow",
        "kit.handouts.page.shape:Place",
        "kit.handouts.page.shape:Asks",
        "kit.library.exercise:Side",
        "kit.timing.step:Kind",
        "kit.diary.columns:Answer",
        "kit.diary.status:Status",
    ),
    "shared/messages.d.ts": ("kit.ui.messages:Sign",),
    "planner/messages.d.ts": (
        "kit.ui.planner.messages:Wish",
        "kit.ui.planner.messages:Amount",
        "kit.ui.planner.row_wishes:Changes",
        "kit.ui.messages:Card",
        "kit.plan.prescription:PainKind",
        "kit.plan.prescription:SideOrder",
        "kit.plan.prescription:Surface",
        "kit.plan.context:GetsOffFloor",
        "kit.plan.context:Affected",
        "kit.ui.planner.shown:View",
        "kit.ui.planner.corrects:Wrong",
        "kit.ui.planner.offered:Lists",
        "kit.ui.planner.offered:Found",
        "kit.ui.planner.offered:ConditionsMessage",
        "kit.ui.planner.offered:DetailMessage",
        "kit.ui.planner.offered:PictureMessage",
        "kit.ui.planner.offered:FramesMessage",
        "kit.ui.planner.offered:UnfoldedMessage",
        "kit.ui.planner.offered:MendsMessage",
        "kit.ui.planner.offered:PlayMessage",
        "kit.ui.planner.offered:Made",
        "kit.ui.planner.offered:PagesMessage",
        "kit.ui.planner.own_wishes:OwnMessage",
        "kit.ui.planner.own_wishes:OwnPreviewMessage",
        "kit.ui.planner.own_wishes:PhotoMessage",
        "kit.library.own_form:OwnForm",
        "kit.ui.messages:Notice",
        "kit.ui.messages:Answered",
        "kit.ui.messages:Refused",
        "kit.ui.messages:Sign",
        "kit.plan.schedule:Weekday",
        "kit.timing.step:Kind",
        "kit.words.dose:Sides",
    ),
    "caseload/messages.d.ts": (
        "kit.ui.caseload.messages:Wish",
        "kit.ui.caseload.shown:View",
        "kit.ui.messages:Notice",
        "kit.ui.messages:Answered",
        "kit.ui.messages:Refused",
    ),
    "followup/messages.d.ts": (
        "kit.ui.followup.messages:Wish",
        "kit.ui.followup.messages:TypedAnswer",
        "kit.ui.followup.shown:Patients",
        "kit.ui.followup.shown:View",
        "kit.ui.followup.shown:Sheet",
        "kit.ui.followup.shown:Cells",
        "kit.ui.followup.shown:Brought",
        "kit.ui.followup.matters_shown:Matters",
        "kit.ui.followup.rows_shown:RowsSent",
        "kit.ui.followup.next_shown:DraftSent",
        "kit.ui.followup.measures_shown:PictureSent",
        "kit.ui.followup.measures_shown:ReportSent",
        "kit.ui.messages:Notice",
        "kit.ui.messages:Answered",
        "kit.ui.messages:Refused",
    ),
    "library/messages.d.ts": (
        "kit.ui.bookshelf.messages:Wish",
        "kit.ui.bookshelf.messages:Whose",
        "kit.ui.bookshelf.messages:Lists",
        "kit.ui.bookshelf.messages:Hits",
        "kit.ui.bookshelf.messages:One",
        "kit.ui.bookshelf.messages:Own",
        "kit.ui.bookshelf.messages:Started",
        "kit.ui.bookshelf.messages:Done",
        "kit.ui.messages:Notice",
        "kit.words.dose:Sides",
    ),
}

_TOP = '// Made by "uv run python js/declare.py" of the types in Python; do not edit.\n'
_PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
    Any: "unknown",
    object: "unknown",
}
_MARKS = (Required, NotRequired, ReadOnly, Annotated)
_LISTS = (list, Sequence)
_TABLES = (dict, Mapping)


def declarations(roots: Mapping[str, Any]) -> str:
    """The text of one declaration file: an interface for each `TypedDict`, a type for every other root, used by name.

    Raises `TypeError` for a type that cannot be said, and for two different types of one name.
    """
    named: dict[str, Any] = {}
    for name, root in roots.items():
        for found in ((name, root), *((kind.__name__, kind) for kind in _dicts_in(root))):
            if named.setdefault(*found) is not found[1]:
                raise TypeError(f"{found[0]} is the name of two types.")
    names = {kind: name for name, kind in named.items()}
    return _TOP + "".join(f"\n{_declaration(name, kind, names)}" for name, kind in named.items())


def _dicts_in(kind: Any, seen: set[Any] | None = None) -> Iterator[Any]:
    """The `TypedDict`s that a type is made of, itself included, each once."""
    seen = set() if seen is None else seen
    if is_typeddict(kind):
        if kind in seen:
            return
        seen.add(kind)
        yield kind
    inside = get_type_hints(kind, include_extras=True).values() if is_typeddict(kind) else get_args(kind)
    if get_origin(kind) is not Literal:
        for part in inside:
            yield from _dicts_in(part, seen)


def _declaration(name: str, kind: Any, names: Mapping[Any, str]) -> str:
    if not is_typeddict(kind):
        text = said(kind, {other: called for other, called in names.items() if called != name})
        one_line = f"export type {name} = {text};\n"
        return one_line if len(one_line) <= 121 else one_line.replace(" | ", "\n  | ").replace("= ", "=\n  | ")
    note = " ".join((kind.__doc__ or "").split())
    fields = get_type_hints(kind, include_extras=True).items()
    lines = [f"export interface {name} {{", *(f"  {_field(kind, field, hint, names)};" for field, hint in fields), "}"]
    return "\n".join([*([f"/** {note} */"] if note else []), *lines, ""])


def _field(kind: Any, name: str, hint: Any, names: Mapping[Any, str]) -> str:
    # Annotations that are text hide these marks from the class itself.
    needed = name in kind.__required_keys__
    while get_origin(hint) in _MARKS:
        needed = {Required: True, NotRequired: False}.get(get_origin(hint), needed)
        hint = get_args(hint)[0]
    return f"{name}{'' if needed else '?'}: {said(hint, names)}"


def said(kind: Any, names: Mapping[Any, str]) -> str:
    """A type of Python in TypeScript's words, as it is after a way through JSON; `names` are types with a name.

    Raises `TypeError` for what has no form there.
    """
    origin, inside = get_origin(kind), get_args(kind)
    if kind in names:
        return names[kind]
    if origin in _MARKS:
        return said(inside[0], names)
    if origin is Literal:
        return " | ".join(_value(value) for value in inside)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(said(part, names) for part in inside))
    if origin is tuple and inside[1:] != (...,):
        return f"[{', '.join(said(part, names) for part in inside)}]"
    if origin in (tuple, *_LISTS):
        part = said(inside[0], names)
        return f"({part})[]" if " | " in part else f"{part}[]"
    if origin in _TABLES and (key := said(inside[0], names)) != "number":
        table = f"Record<{key}, {said(inside[1], names)}>"
        return table if key == "string" else f"Partial<{table}>"  # a dict need not hold every key
    if isinstance(kind, type | type(Any)) and kind in _PLAIN:
        return _PLAIN[kind]
    raise TypeError(f"{kind} cannot be said in a declaration.")


def _value(value: object) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"{value!r} cannot be said in a declaration.")


def texts() -> dict[Path, str]:
    """The text of each declaration file, as it has to stand."""
    found = {HERE / "session/sentences.d.ts": declarations({"Sentence": Literal[tuple(sentences(SOURCE).said)]})}
    for path, places in DECLARATIONS.items():
        roots = {}
        for place in places:
            module, _, name = place.partition(":")
            roots[name] = getattr(importlib.import_module(module), name)
        found[HERE / path] = declarations(roots)
    return found


if __name__ == "__main__":
    for path, text in texts().items():
        path.write_text(text, encoding="utf-8", newline="\n")
