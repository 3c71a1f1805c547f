"""What a clinic may set of the limits that plans are reviewed by: `[settings]` of `clinic.toml`.

Each number has a default and a bound (mark D: the project's own design choice). A clinic may be stricter as it
likes, and looser up to the bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainValidator, TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from kit.library.exercise import LoadClass
from kit.library.rules import rules
from kit.model import Model, did_you_mean

CLINIC_SETTING = "clinic setting"


def _caution_first(pair: tuple[int, int]) -> tuple[int, int]:
    if pair[0] > pair[1]:
        raise ValueError(f"[{pair[0]}, {pair[1]}]: the caution comes before the error. Put the lower number first.")
    return pair


def _days(most: int) -> Any:
    return Field(strict=True, ge=1, le=most)


def _up_to(most: float) -> Any:
    return Field(strict=True, ge=0, le=most)


class Part(Model):
    """One table of the settings."""

    def source(self, name: str, default: str) -> str:
        """Where the number called `name` is from: the clinic, if it is not the kit's own, else `default`."""
        return self.source_of((name,), default)

    def source_of(self, names: Iterable[str], default: str) -> str:
        """As `source`, of several numbers: the clinic, if one of them is its own."""
        own = {name: field.get_default() for name, field in type(self).model_fields.items()}
        return CLINIC_SETTING if any(getattr(self, name) != own[name] for name in names) else default


class Dates(Part):
    """Days, but for the months of the far end. Of a pair the first is a CAUTION, the second an ERROR, above each."""

    screen_age_days: Annotated[int, _days(30)] = 14  # of the red-flag screen on the day of issue
    answer_age_days: Annotated[int, _days(180)] = 90  # of an answer that is carried to the next version
    sign_off_age_days: Annotated[int, _days(30)] = 14  # of the release of a STOP on the day of issue
    start_before_issue: Annotated[
        tuple[Annotated[int, _up_to(14)], Annotated[int, _up_to(90)]], AfterValidator(_caution_first)
    ] = (7, 60)
    start_after_issue: Annotated[
        tuple[Annotated[int, _up_to(56)], Annotated[int, _up_to(366)]], AfterValidator(_caution_first)
    ] = (28, 183)
    review_after_start_days: Annotated[int, _days(183)] = 84  # the law of a plan, 366 days, is no setting
    far_end_months: Annotated[int, _days(60)] = 24  # of the end of a condition


class Rises(Part):
    """From one version to the next, above each. Steep is what is above both the percent and the kilograms."""

    load_caution_percent: Annotated[float, _up_to(20)] = 10
    load_avoid_percent: Annotated[float, _up_to(100)] = 50
    load_avoid_kg: Annotated[float, _up_to(5)] = 2
    volume_caution_percent: Annotated[float, _up_to(100)] = 50
    volume_avoid_percent: Annotated[float, _up_to(200)] = 100


_NUMBER: TypeAdapter[float] = TypeAdapter(Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)])
_THREE: TypeAdapter[tuple[float, float, float]] = TypeAdapter(
    tuple[
        Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)],
        Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)],
        Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)],
    ]
)


def _each(read: Callable[[str, object], Any]) -> Callable[[object], dict[str, Any]]:
    """A reader of a table whose names are data: `read` makes one value, and what is wrong costs that name alone."""

    def table(given: object) -> dict[str, Any]:
        if not isinstance(given, Mapping):
            raise PydanticCustomError("dict_type", "it must be a table")
        made: dict[str, Any] = {}
        wrong: list[InitErrorDetails] = []
        for name, value in given.items():
            try:
                made[name] = read(str(name), value)
            except ValidationError as error:
                wrong += [_moved(item, name) for item in error.errors()]
            except ValueError as error:
                kind = PydanticCustomError("value_error", "{error}", {"error": str(error)})
                wrong.append({"type": kind, "loc": (name,), "input": value})
        if wrong:
            raise ValidationError.from_exception_data("settings", wrong)
        return made

    return table


def _moved(item: Any, name: str) -> InitErrorDetails:
    """The complaint about one value, as one of the table that it stands in."""
    kind = PydanticCustomError(item["type"], item["msg"].replace("{", "(").replace("}", ")"), item.get("ctx", {}))
    return {"type": kind, "loc": (name, *item["loc"]), "input": item["input"]}


def _dose(name: str, value: object) -> float:
    """The number of one limit. Raises `ValueError` for an unknown one, and beyond its bound."""
    known = rules().limits
    if name not in known:
        raise ValueError(f"no limit is called “{name}”. {did_you_mean(name, list(known)) or 'Remove it.'}")
    number, limit = _NUMBER.validate_python(value), known[name]
    if limit.below is None and number > limit.bound:
        raise ValueError(f"a clinic may set it to {limit.bound:g} at most. Lower it.")
    if limit.below is not None and number < limit.bound:
        raise ValueError(f"a clinic may set it to {limit.bound:g} at least. Raise it.")
    return number


def _load(name: str, value: object) -> tuple[float, float, float]:
    """First caution, first error, later error of a class, in kilograms. Raises `ValueError` as `_dose` does."""
    known = {key: limit.loosest for key, limit in rules().loads.classes.items() if limit.loosest}
    bounds = {str(key): bound for key, bound in known.items()}
    if name not in bounds:
        raise ValueError(f"no loads are called “{name}”. {did_you_mean(name, list(bounds)) or 'Remove it.'}")
    three, most = _THREE.validate_python(value), bounds[name]
    if list(three) != sorted(three):
        raise ValueError("the three numbers do not rise. Put the lowest first.")
    if any(number > bound for number, bound in zip(three, most, strict=True)):
        raise ValueError(
            f"a clinic may set them to {', '.join(f'{bound:g}' for bound in most)} kg at most. Lower them."
        )
    return three


class Settings(Model):
    """The clinic's limits; what it does not set is the kit's own.

    `doses` names limits of `data/limits.toml`, `loads` classes of `data/loads.toml` with three numbers each.

    >>> Settings(dates={"screen_age_days": 7}).dates.source("screen_age_days", "design choice (D)")
    'clinic setting'
    """

    dates: Dates = Dates()
    doses: Annotated[Mapping[str, float], PlainValidator(_each(_dose))] = {}
    loads: Annotated[Mapping[LoadClass, tuple[float, float, float]], PlainValidator(_each(_load))] = {}
    rises: Rises = Rises()
    second_person: Annotated[bool, Field(strict=True)] = False  # whoever releases a STOP may not issue the plan


SETTINGS = Settings()
