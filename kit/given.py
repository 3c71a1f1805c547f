"""What a function of the front door was given, checked against its own type hints before it runs.

Who gives the wrong thing, leaves one out or mistypes its name is told which one, what it has to be, and where one comes
from: a `ContentError` with all faults at once, as for a file.
"""

from __future__ import annotations

import datetime as dt
import functools
import inspect
import os
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from numbers import Integral
from typing import Any, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from kit.errors import DATE_OF_MOMENT, EMPTY_CELL, ContentError, Fault, did_you_mean, is_missing, number, quoted

P = ParamSpec("P")
T = TypeVar("T")

# What a kind is called, and where one comes from.
_KNOWN: dict[str, tuple[str, str]] = {
    "str": ("a text", "Put it in quotation marks."),
    "int": ("a whole number", "Give a number such as 3."),
    "float": ("a number", "Give a number such as 2.5."),
    "bool": ("True or False", "Give one of them."),
    "date": ("a day", "Give one such as datetime.date(2026, 6, 1)."),
    "PathLike": ("a path", "Give the name of a file or folder as text, or a pathlib.Path."),
    "DataFrame": ("a table of diary rows", "Give the rows of what read_diary returns."),
    "Plan": ("a plan", "Give one of template(…).plan(…), Plan.begin or read_plan."),
    "Library": ("a library", "Give Library.load()."),
    "Exercise": ("an exercise", "Give one of the library, such as library[“bridge”]."),
    "Clinic": ("a clinic", "Give Clinic(…), or Clinic.load of a clinic.toml."),
    "Diary": ("a diary", "Give what read_diary returns."),
    "Adherence": ("an adherence", "Give what measure returns."),
    "Keyed": ("a finding", "Give one of check, or its key."),
    "Random": ("a source of random numbers", "Give random.Random(1), or leave it out."),
}


def checked(function: Callable[P, T]) -> Callable[P, T]:
    """`function`, which then raises `ContentError` for arguments that are not those, or of the kinds, that it says.

    Keywords that it collects (`**changes`) are left to itself.
    """
    signature = inspect.signature(function)
    *_, owner, name = ("", *function.__qualname__.split("."))
    called = owner if name.startswith("__") else name  # Library(…) and library[…] by the class

    @functools.cache
    def kinds() -> dict[str, Any]:  # when first asked for: then all names of its module are there
        # What it returns may have a name that type checkers alone see, where loading it takes long.
        asked = {name: hint for name, hint in function.__annotations__.items() if name != "return"}
        hints = get_type_hints(types.SimpleNamespace(__annotations__=asked), function.__globals__)
        known = {name: one for name, one in signature.parameters.items() if name in hints}
        for name, one in known.items():
            if one.kind is one.VAR_POSITIONAL:
                hints[name] = types.GenericAlias(tuple, (hints[name], ...))
        return {name: hints[name] for name, one in known.items() if one.kind is not one.VAR_KEYWORD}

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        faults: list[Fault] = []
        try:
            given = signature.bind(*args, **kwargs).arguments
        except TypeError:  # which names neither the function nor the nearest argument
            given, faults = _bound(signature, called, kinds(), args, kwargs)
        faults += [
            Fault(f"{called}, {one}", *_told(given[one], kind))
            for one, kind in kinds().items()
            if one in given and not fits(given[one], kind)
        ]
        if faults:
            raise ContentError(faults)
        return function(*args, **kwargs)

    return call


def _bound(
    signature: inspect.Signature, called: str, kinds: Mapping[str, Any], args: Sequence[Any], named: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Fault]]:
    """What of a call that does not fit can still be told apart by the name of its argument, and why it does not fit."""
    own = {
        name: one for name, one in signature.parameters.items() if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    }
    by_place = [name for name, one in own.items() if one.kind is not one.KEYWORD_ONLY]
    offered = [name for name in own if name not in ("self", "cls")]
    collects = {one.kind for one in signature.parameters.values()}
    given = dict(zip(by_place, args, strict=False))
    faults = []
    if len(args) > len(by_place) and inspect.Parameter.VAR_POSITIONAL not in collects:
        unseen = len(own) - len(offered)
        what = f"{len(args) - unseen} are given by their place, and at most {len(by_place) - unseen} can be."
        faults.append(Fault(called, what, f"Its arguments are: {', '.join(offered) or 'none'}."))
    for name, value in named.items():
        if name in given:
            faults.append(Fault(f"{called}, {name}", "is given twice.", "Give it once, by its place or by its name."))
        elif name in own:
            given[name] = value
        elif inspect.Parameter.VAR_KEYWORD not in collects:
            mend = did_you_mean(name, offered) or f"Its arguments are: {', '.join(offered) or 'none'}."
            faults.append(Fault(f"{called}, {name}", "is no argument.", mend))
    for name in offered:
        if name not in given and own[name].default is inspect.Parameter.empty:
            kind = kinds.get(name, Any)
            mend = "Give a text in quotation marks." if kind is str else _told(None, kind)[1]
            faults.append(Fault(f"{called}, {name}", "is missing.", mend))
    return given, faults


def fits(value: object, kind: Any) -> bool:
    """Whether `value` is of the kind: a class, a union, a literal, or a collection of one kind.

    True is no number, a moment is no day, text is no collection of letters, and text with a NUL is no path.
    """
    among = _alternatives(kind)
    if any(get_origin(one) is os.PathLike for one in among) and isinstance(value, str | os.PathLike):
        return _can_be_path(value)
    return any(_fits_one(value, one) for one in among)


def _fits_one(value: object, kind: Any) -> bool:
    if kind is Any:
        return True
    origin = get_origin(kind)
    if origin is Literal:
        return any(type(value) is type(one) and value == one for one in get_args(kind))
    if origin is not None:
        inside = get_args(kind)[0]
        is_many = isinstance(value, origin) and not isinstance(value, str | bytes | Mapping)
        return is_many and (not isinstance(value, Collection) or all(fits(entry, inside) for entry in value))
    if isinstance(value, bool):
        return kind is bool
    if isinstance(value, dt.datetime):
        return kind is dt.datetime
    return isinstance(value, Integral if kind is int else kind)  # the numbers of a frame too


def _told(value: object, kind: Any) -> tuple[str, str]:
    """What is wrong with a value that does not fit, and the mend."""
    among = _alternatives(kind)
    *_, last = sorted(among, key=lambda one: (one is not types.NoneType, one is not str))
    if get_origin(last) is Literal:
        choices = list(map(str, get_args(last)))
        near = did_you_mean(value.lower(), choices) if isinstance(value, str) else ""
        return f"{_shown(value)} is none of what it can be.", near or f"Give one of {', '.join(choices)}."
    if get_origin(last) in (None, os.PathLike):
        name, mend = _called(last)
        if types.NoneType in among and is_missing(value):
            mend = EMPTY_CELL
        elif last is dt.date and isinstance(value, dt.datetime) and not is_missing(value):
            mend = DATE_OF_MOMENT
        return f"{_shown(value)} is not {name}.", mend
    inside = get_args(last)[0]
    name, mend = _called(_alternatives(inside)[-1])
    if isinstance(value, Collection) and not isinstance(value, str | bytes | Mapping):
        amiss = next((entry for entry in value if not fits(entry, inside)), None)
        return f"holds {_shown(amiss)}, which is not {name}.", mend
    return f"{_shown(value)} is not a list.", f"Give a list, each of its entries {name}."


def _alternatives(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)


def _called(kind: Any) -> tuple[str, str]:
    name = getattr(get_origin(kind) or kind, "__name__", str(kind))
    return _KNOWN.get(name, (f"a {name}", f"Give a {name}."))


def _can_be_path(value: str | os.PathLike[str]) -> bool:
    try:
        text = os.fspath(value)
        return isinstance(text, str) and bool(text) and "\0" not in text and bool(os.fsencode(text))
    except UnicodeEncodeError:  # half a character
        return False


def _shown(value: object) -> str:
    """A short value as it stands; of anything else, its kind."""
    match value:
        case str():
            return quoted(value)
        case None | bool() | dt.date():
            return str(value)
        case int() | float():
            return number(value)
        case list() | tuple() | set() | frozenset():
            return "a list"
        case Mapping():
            return "a dict"
    return f"a value of the type {type(value).__name__}"
