"""The base of every model, and the one way from plain data to a model with all faults at once.

Models are frozen, refuse unknown fields, and never guess a type: "30s" or "30" is not 30.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from kit.errors import ContentError, Fault

M = TypeVar("M", bound="Model")
SHOWN = 60  # characters of a bad value that a message repeats


class Model(BaseModel):
    """Frozen, closed, strict about numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def parse(kind: type[M], data: object, where: str) -> M:
    """`data` as a `kind`. Raises `ContentError` with every fault, each under `where`."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise ContentError(faults_of(error, where, kind)) from None


def parse_json(kind: type[M], text: str | bytes, where: str, context: dict[str, Any] | None = None) -> M:
    """JSON text as a `kind`, read in JSON's own types (dates are strings). Raises `ContentError`."""
    try:
        return kind.model_validate_json(text, context=context)
    except ValidationError as error:
        raise ContentError(faults_of(error, where, kind)) from None


def parse_usable(kind: type[M], data: Mapping[str, Any], where: str) -> tuple[M, list[Fault]]:
    """`data` as a `kind` without the fields that break a rule, and their faults; each field has to have a default."""
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        wrong = {item["loc"][0] for item in error.errors()}
        return kind.model_validate({k: v for k, v in data.items() if k not in wrong}), faults_of(error, where, kind)


def to_json(model: Model) -> str:
    """Indented JSON with one spelling: the same model gives the same bytes."""
    return json.dumps(model.model_dump(mode="json", exclude_none=True), ensure_ascii=False, indent=2) + "\n"


def faults_of(error: ValidationError, where: str, kind: type[BaseModel]) -> list[Fault]:
    """Each pydantic complaint in the kit's own words: field, value, rule, mend."""
    return [_fault(item, where, kind) for item in error.errors(include_url=False)]


def _fault(item: Any, where: str, kind: type[BaseModel]) -> Fault:
    field = ".".join(str(part) for part in item["loc"]) or "the whole"
    place = f"{where}, {field}"
    context, value = item.get("ctx", {}), _shown(item.get("input"))
    match item["type"]:
        case "missing":
            return Fault(place, "is missing.", "Add it.")
        case "extra_forbidden":
            return Fault(place, "is not a known field.", _nearest(str(item["loc"][-1]), kind))
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
        case _:
            return Fault(place, f"{value} is refused: {_rule(item, context)}.", "Correct the value.")


def _rule(item: Any, context: dict[str, Any]) -> str:
    match item["type"]:
        case "greater_than_equal":
            return f"it must be {context['ge']} or more"
        case "less_than_equal":
            return f"it must be {context['le']} or less"
        case "literal_error" | "enum":
            return f"it must be one of {context['expected']}"
    message: str = item["msg"]
    return message[0].lower() + message[1:]


def _shown(value: object) -> str:
    """The value as a person typed it, cut where it is long."""
    text = value if isinstance(value, str) else repr(value)
    text = text if len(text) <= SHOWN else text[:SHOWN] + "…"
    return f"“{text}”" if isinstance(value, str) else text


def _nearest(name: str, kind: type[BaseModel]) -> str:
    return did_you_mean(name, list(kind.model_fields)) or "Remove it."


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """ "Did you mean …?" for a near miss, else nothing."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean “{near[0]}”?" if near else ""
