"""The base of every model, and the one way from plain data to a model with all faults at once.

Models are frozen, refuse unknown fields, and never guess a type: "30s" or "30" is not 30.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from numbers import Integral
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from kit.errors import DATE_OF_MOMENT, EMPTY_CELL, ContentError, Fault, is_missing, number, unknown_attribute
from kit.errors import did_you_mean as did_you_mean

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass as _Metaclass
else:
    _Metaclass = type(BaseModel)

M = TypeVar("M", bound="Model")
SHOWN = 60  # characters of a bad value that a message repeats
DAY = "Write year, month and day, such as 2026-06-01."


class _Kind(_Metaclass):
    """What makes a model: `Dose(reps=0)` is refused in the kit's own words, as a file would be."""

    def __call__(self: type[Any], *args: Any, **fields: Any) -> Any:
        if args:
            raise ContentError(Fault(self.__name__, "takes its fields by name alone.", _by_name(self)))
        try:
            return super().__call__(**fields)
        except (ValidationError, TypeError) as error:
            if (plain := _plain(fields)) is not fields:
                return self(**plain)
            if isinstance(error, TypeError):
                raise
            raise ContentError(faults_of(error, self.__name__, self)) from None

    def __dir__(self) -> list[str]:
        return _own(super().__dir__())

    if not TYPE_CHECKING:  # to a type checker every name would be there

        def __getattr__(self, name: str) -> Any:
            try:
                return super().__getattr__(name)
            except AttributeError as error:
                if str(error) == name:  # all that pydantic says of a class
                    error = AttributeError(f"type object {self.__name__!r} has no attribute {name!r}")
                raise unknown_attribute(error, name, self) from None


class Model(BaseModel, metaclass=_Kind):
    """Frozen, closed, strict about numbers. It shows what is not at its default, and offers its own names alone."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
    _comes_from: ClassVar[str] = ""  # what makes one, where that is not its fields

    def __setattr__(self, name: str, value: Any) -> None:
        try:
            super().__setattr__(name, value)
        except ValidationError:
            mend = "Make a new one, as the building steps of a plan do."
            raise ContentError(Fault(f"{type(self).__name__}, {name}", "is never changed in place.", mend)) from None

    def __dir__(self) -> list[str]:
        return _own(super().__dir__())

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            try:
                return super().__getattr__(name)
            except AttributeError as error:
                raise unknown_attribute(error, name, self) from None

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        defaults = {name: field.get_default() for name, field in type(self).model_fields.items()}
        return ((name, value) for name, value in dict(self).items() if value != defaults.get(name))


def _by_name(kind: type[Model]) -> str:
    names = list(kind.model_fields)
    fields = f"Write {kind.__name__}({names[0]}=…). It has: {', '.join(names)}." if names else "It has none."
    return kind._comes_from or fields


# What a completion does not offer: pydantic's own, half of it deprecated.
_MACHINERY = frozenset(name for name in dir(BaseModel) if not name.startswith("__"))


def _own(names: Iterable[str]) -> list[str]:
    return [name for name in names if name not in _MACHINERY]


@dataclass(frozen=True)
class Spelling:
    """Marks a text that has one form: `pattern` for programs, `form` for people, such as "a colour such as #1A5276"."""

    pattern: str
    form: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "pattern": self.pattern}

    def _checked(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            raise ValueError(f"it must be {self.form}.")
        return text


def parse(kind: type[M], data: object, where: str, besides: Sequence[Fault] = ()) -> M:
    """`data` as a `kind`. Raises `ContentError` with every fault, each under `where`, after those known `besides`."""
    try:
        made = kind.model_validate(data)
    except (ValidationError, TypeError) as error:
        if (plain := _plain(data)) is not data:
            return parse(kind, plain, where, besides)
        if isinstance(error, TypeError):
            raise
        raise ContentError([*besides, *faults_of(error, where, kind)]) from None
    if besides:
        raise ContentError(besides)
    return made


def _plain(data: Any, depth: int = 9) -> Any:
    """`data` with Python's own numbers in place of the whole numbers and empty cells of a frame; itself without those.

    Over a missing moment (NaT) pydantic stumbles with a `TypeError`, a missing number it refuses. No model is deeper
    than `depth`; a file can be.
    """
    match data:
        case int() | str() | bytes():
            return data
        case Integral():
            return int(data)
        case dt.date() if is_missing(data):
            return float("nan")
        case dict() if depth:
            plain = {name: _plain(value, depth - 1) for name, value in data.items()}
            return data if all(plain[name] is value for name, value in data.items()) else plain
        case list() | tuple() if depth and type(data) in (list, tuple):
            entries = [_plain(entry, depth - 1) for entry in data]
            return data if all(one is two for one, two in zip(entries, data, strict=True)) else type(data)(entries)
    return data


def parse_json(kind: type[M], text: str | bytes, where: str, context: dict[str, Any] | None = None) -> M:
    """JSON text as a `kind`, read in JSON's own types (dates are strings). Raises `ContentError`."""
    try:
        return kind.model_validate_json(text, context=context)
    except ValidationError as error:
        raise ContentError(faults_of(error, where, kind)) from None


def parse_usable(kind: type[M], data: Mapping[str, Any], where: str) -> tuple[M, list[Fault]]:
    """`data` as a `kind` without the fields that break a rule, and their faults; each field has to have a default.

    In a table of a table a fault costs that field alone.
    """
    faults: list[Fault] = []
    while True:
        try:
            return kind.model_validate(data), faults
        except ValidationError as error:
            faults += faults_of(error, where, kind)
            for item in error.errors():
                data = _without(data, item["loc"])


def _without(data: Mapping[str, Any], path: tuple[int | str, ...]) -> Mapping[str, Any]:
    """`data` without the innermost field of a table on the way along `path`."""
    name, *rest = path
    inner = data.get(str(name))
    if rest and isinstance(inner, Mapping) and rest[0] in inner:
        return {**data, str(name): _without(inner, tuple(rest))}
    return {key: value for key, value in data.items() if key != name}


def to_json(model: Model) -> str:
    """Indented JSON with one spelling: the same model gives the same bytes."""
    return model.model_dump_json(exclude_none=True, indent=2) + "\n"


def faults_of(error: ValidationError, where: str, kind: type[BaseModel]) -> list[Fault]:
    """Each pydantic complaint in the kit's own words: field, value, rule, mend."""
    items = error.errors(include_url=False)
    faults = [_fault(item, where, kind) for item in items]
    return [
        replace(fault, mend=EMPTY_CELL) if is_missing(item.get("input")) else fault
        for item, fault in zip(items, faults, strict=True)
    ]


def _fault(item: Any, where: str, kind: type[BaseModel]) -> Fault:
    field = ".".join(str(part) for part in item["loc"] if part != "[key]") or "the whole"
    place = f"{where}, {field}"
    context, value = item.get("ctx", {}), shown(item.get("input"))
    match item["type"]:
        case "missing":
            return Fault(place, "is missing.", "Add it.")
        case "extra_forbidden":
            return Fault(place, "is not a known field.", _nearest(item["loc"], kind))
        case "value_error":
            if isinstance(item.get("input"), str | int | float):
                return Fault(place, f"{value}: {context['error']}", "")
            return Fault(place if item["loc"] else where, str(context["error"]), "")  # a table is no value to repeat
        case "json_invalid":
            return Fault(
                where,
                f"is not JSON: {context['error']}.",
                "Open it in the program that made it and save it again.",
            )
        case "int_type" | "int_parsing" | "int_from_float":
            return Fault(place, f"{value} is not a whole number.", "Write a number without a unit, such as 30.")
        case "float_type" | "float_parsing":
            return Fault(place, f"{value} is not a number.", "Write a number without a unit, such as 2.5.")
        case "too_long":
            most, given = context["max_length"], context["actual_length"]
            return Fault(place, f"has {given} entries, and at most {most} fit.", "Take some out.")
        case "too_short":
            return Fault(place, f"is too short: {context['min_length']} or more are needed.", "Add what is missing.")
        case "date_type" | "date_parsing" | "date_from_datetime_parsing" | "date_from_datetime_inexact":
            return Fault(
                place, f"{value} is no day.", DATE_OF_MOMENT if isinstance(item.get("input"), dt.datetime) else DAY
            )
        case _:
            return Fault(place, f"{value} is refused: {rule(item)}.", _mend(item))


def _mend(item: Any) -> str:
    """Of what breaks the `rule`: the nearest of a few words, or what makes a table of fields."""
    context, value = item.get("ctx", {}), item.get("input")
    if item["type"] in ("literal_error", "enum") and isinstance(value, str):
        near = did_you_mean(value.lower(), re.findall("'([^']*)'", str(context["expected"])))
    elif item["type"] == "model_type":
        near = f"Give its fields by name, in Python by {context['class_name']}(…)."
    else:
        near = ""
    return near or "Correct the value."


_KINDS = {
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "text",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "list_type": "a list",
    "tuple_type": "a list",
    "finite_number": "an ordinary number",
    "int_parsing_size": "an ordinary number",
}


def rule(item: Any) -> str:
    """The rule that a complaint of pydantic is about: "it must be 10 or less"."""
    context = item.get("ctx", {})
    match item["type"]:
        case "greater_than_equal":  # of a day the limit comes as text
            return f"it must be {_bound(context['ge'])} or {'later' if isinstance(context['ge'], str) else 'more'}"
        case "less_than_equal":
            return f"it must be {_bound(context['le'])} or {'earlier' if isinstance(context['le'], str) else 'less'}"
        case "greater_than":
            return f"it must be more than {_bound(context['gt'])}"
        case "literal_error" | "enum":
            return f"it must be one of {context['expected']}"
        case known if known in _KINDS:
            return f"it must be {_KINDS[known]}"
    message: str = item["msg"]
    return message[0].lower() + message[1:]


def _bound(value: object) -> str:
    """A day as it is, a number without decimals that say nothing."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def shown(value: object) -> str:
    """The value as a person typed it, cut where it is long; a table or a list is not repeated."""
    match value:
        case str():
            return f"“{_cut(value)}”"
        case bool():
            return "true" if value else "false"
        case None:
            return "an empty value"
        case int() | float():
            return number(value)
        case dt.date():
            return str(value)
        case list() | tuple() | set() | frozenset():
            return "a list"
        case Mapping() | BaseModel():
            return "a table"
    return f"a value of the type {type(value).__name__}"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _nearest(path: tuple[int | str, ...], kind: type[BaseModel]) -> str:
    """Of the field names of the table that the last name of `path` stands in; one of several kinds tells its own."""
    *way, name = path
    kinds, chosen = [kind], False
    for part in way:
        field = kinds[0].model_fields.get(str(part))
        inner = list(_models(field.annotation)) if field else [one for one in kinds if part in _tags(one)]
        kinds, chosen = inner or kinds, not field and bool(inner)
    known = list(kinds[0].model_fields)
    return did_you_mean(str(name), known) or (f"It takes {', '.join(known)}." if chosen else "Remove it.")


def _tags(kind: type[BaseModel]) -> tuple[object, ...]:
    """What the field `type` of a model may say: which of several models a table is."""
    field = kind.model_fields.get("type")
    return get_args(field.annotation) if field else ()


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a field's type names: `Dose`, `Dose | None`, `tuple[Dose, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
