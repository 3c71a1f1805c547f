"""What a page may send, checked once at the door: nothing behind it meets a wish of the wrong form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Generic, TypeVar, cast, get_args, get_type_hints

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kit.errors import Fault, PlanError, quoted
from kit.model import rule, shown

W = TypeVar("W")
_MEND = "Reload the page."
_NOTHING = "the page sent a message that asks for nothing."
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_NUMBERS = {"int_type": "a whole number", "float_type": "a number"}


class Wishes(Generic[W]):
    """The wishes of one page, told apart by their `do`; `union` is the union of their TypedDicts."""

    def __init__(self, page: str, union: Any) -> None:
        self.page = page
        closed = ConfigDict(extra="forbid", strict=True)
        self._adapter: TypeAdapter[W] = TypeAdapter(Annotated[union, Field(discriminator="do")], config=closed)

    def read(self, content: object) -> W:
        """`content` as a wish. Raises `PlanError` with all that is wrong with it."""
        try:
            wish = self._adapter.validate_python(content)
        except ValidationError as error:
            raise PlanError(Fault(self.page, what, _MEND) for what in _wrong(error)) from None
        return cast(W, {name: _writable(value) for name, value in cast(dict[str, Any], wish).items()})


def kinds(union: Any) -> frozenset[str]:
    """The `do` of each wish of a union of TypedDicts."""
    return frozenset(do for kind in get_args(union) for do in get_args(get_type_hints(kind)["do"]))


def named(content: object) -> str:
    """What a message asks for, as far as it says it; empty where it does not."""
    said = content.get("do") if isinstance(content, Mapping) else None
    return said if isinstance(said, str) else ""


def numbered(content: object) -> int | None:
    """The number of a message, if it has one."""
    n = content.get("n") if isinstance(content, Mapping) else None
    return n if isinstance(n, int) and not isinstance(n, bool) else None


def _writable(value: Any) -> Any:
    """Text without what no database and no file takes: halves of characters, and the NUL that ends text elsewhere."""
    if isinstance(value, list):
        return [_writable(part) for part in value]
    if isinstance(value, dict):
        return {name: _writable(part) for name, part in value.items()}
    return _UNWRITABLE.sub("", value) if isinstance(value, str) else value


def _wrong(error: ValidationError) -> Iterator[str]:
    """Each thing that is wrong, once: a field that may be of several kinds is told with all of them."""
    told: dict[str, list[str]] = {}
    for item in error.errors(include_url=False):
        if len(item["loc"]) < 2:  # no wish at all, or none that is known
            asked = named(item["input"])
            yield f"{quoted(asked)} is nothing it can do." if asked else _NOTHING
            continue
        do, field = map(str, item["loc"][:2])
        told.setdefault(f"the page sent {quoted(do)} {_how(item, field)}", []).append(_kind(item))
    for what, kinds in told.items():
        several = dict.fromkeys(kind for kind in kinds if kind)
        if "a number" in several:
            several.pop("a whole number", None)
        needed = " or ".join(several)
        yield f"{what}: it must be {needed}." if needed else f"{what}."


def _how(item: ErrorDetails, field: str) -> str:
    match item["type"]:
        case "missing":
            return f"without {field}"
        case "extra_forbidden":
            return f"with {quoted(field)}, which is no part of it"
    return f"with {field} {shown(item['input'])}"


def _kind(item: ErrorDetails) -> str:
    """What the field has to be; empty where it has to be there, or not to be there."""
    if item["type"] in ("missing", "extra_forbidden"):
        return ""
    return _NUMBERS.get(item["type"]) or rule(item).removeprefix("it must be ")
