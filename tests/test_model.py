"""What a model refuses is told in plain words, whichever rule it breaks."""

from __future__ import annotations

import copy
import datetime as dt
import importlib
import itertools
import pickle
import pkgutil
import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd
import pytest
from pydantic import Field, ValidationError

import kit
from kit.errors import ContentError
from kit.library.library import Library
from kit.model import Model, Spelling, faults_of, parse, parse_json
from kit.plan.plan import Plan
from kit.plan.schedule import Schedule

ODD: list[object] = [
    None,
    True,
    "",
    "x",
    "2026-6-1",
    "30s",
    -1,
    -1.5,
    1e99,
    float("nan"),
    10**30,
    2**70,
    {},
    {"a": 1},
    [],
    ["x"],
]
ODD += [[1, 2, 3], ["x"] * 400, "x" * 3000, dt.datetime(2026, 1, 1, 5), "2026-01-01T05:00", [{}], 3.5, dt.date(1, 1, 1)]
FOREIGN = re.compile(r"[Ii]nput|[Ss]hould|valid|[Tt]uple|dict|instance|ydantic|pattern|None|True|False|class|\(")


class Keyed(Model):
    """A field beside whose name Python itself asks for another."""

    key: str = ""


class Odd(Model):
    """One field of each kind that the kit's models have."""

    whole: Annotated[int, Field(strict=True, ge=1, le=9)] = 1
    number: Annotated[float, Field(ge=0)] = 1
    yes: bool = True
    text: str = ""
    day: Annotated[dt.date, Field(ge=dt.date(1900, 1, 1), le=dt.date(2200, 1, 1))] = dt.date(2026, 6, 1)
    some: Annotated[tuple[int, ...], Field(min_length=1, max_length=2)] = (1,)
    paper: Literal["a4", "letter"] = "a4"
    table: dict[str, int] = Field(default_factory=dict)
    inner: Schedule | None = None
    colour: Annotated[str, Spelling(r"^#[0-9a-f]{6}$", "a colour such as #1a5276")] = "#000000"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("whole", True, "true is not a whole number. Write a number without a unit, such as 30."),
        ("whole", 0, "0 is refused: it must be 1 or more. Correct the value."),
        ("whole", 10, "10 is refused: it must be 9 or less. Correct the value."),
        ("number", "5 kg", "“5 kg” is not a number. Write a number without a unit, such as 2.5."),
        ("number", None, "an empty value is not a number. Write a number without a unit, such as 2.5."),
        ("number", float("inf"), "inf is refused: it must be an ordinary number. Correct the value."),
        ("yes", "maybe", "“maybe” is refused: it must be true or false. Correct the value."),
        ("text", 7, "7 is refused: it must be text. Correct the value."),
        ("text", ["a"], "a list is refused: it must be text. Correct the value."),
        ("day", "1.6.2026", "“1.6.2026” is no day. Write year, month and day, such as 2026-06-01."),
        (
            "day",
            dt.datetime(2026, 6, 1, 5),
            "2026-06-01 05:00:00 is no day. Give its day, in Python by .date().",
        ),
        ("day", dt.date(26, 6, 1), "0026-06-01 is refused: it must be 1900-01-01 or later. Correct the value."),
        ("day", dt.date(2300, 6, 1), "2300-06-01 is refused: it must be 2200-01-01 or earlier. Correct the value."),
        ("some", (1, 2, 3), "has 3 entries, and at most 2 fit. Take some out."),
        ("some", (), "is too short: 1 or more are needed. Add what is missing."),
        ("some", "1", "“1” is refused: it must be a list. Correct the value."),
        ("paper", "a7", "“a7” is refused: it must be one of 'a4' or 'letter'. Correct the value."),
        ("paper", "Lettre", "“Lettre” is refused: it must be one of 'a4' or 'letter'. Did you mean “letter”?"),
        (
            "inner",
            ["mon"],
            "a list is refused: it must be a table. Give its fields by name, in Python by Schedule(…).",
        ),
        ("table", [], "a list is refused: it must be a table. Correct the value."),
        ("colour", "red", "“red”: it must be a colour such as #1a5276."),
        ("colour", "#000000\n", "“#000000␊”: it must be a colour such as #1a5276."),
        ("papre", "a4", "is not a known field. Did you mean “paper”?"),
    ],
)
def test_each_rule_in_plain_words(field: str, value: object, message: str) -> None:
    """Where, which value, which rule, and the mend; a list or a table is not repeated."""
    with pytest.raises(ContentError) as refused:
        parse(Odd, {field: value}, "odd.toml")
    assert str(refused.value) == f"odd.toml, {field}: {message}"


@pytest.mark.parametrize(
    ("thing", "name", "message"),
    [
        (Odd(), "papre", "'Odd' object has no attribute 'papre'. Did you mean “paper”?"),
        (Odd(), "zzzz", "'Odd' object has no attribute 'zzzz'"),
        (Odd(), "_papre", "'Odd' object has no attribute '_papre'"),
        (Keyed(), "keys", "'Keyed' object has no attribute 'keys'"),  # `dict` asks for it
        (Plan, "begn", "type object 'Plan' has no attribute 'begn'. Did you mean “begin”?"),
        (Plan, "_begn", "type object 'Plan' has no attribute '_begn'"),
    ],
)
def test_a_mistyped_attribute(thing: object, name: str, message: str) -> None:
    """It is Python's own error, by which programs ask what is there, with the nearest name, said once."""
    with pytest.raises(AttributeError) as refused:
        getattr(thing, name)
    assert str(refused.value) == message
    assert "Did you mean" not in message or refused.value.obj is None  # else Python guesses once more
    assert not hasattr(thing, name)


def test_a_property_that_fails_is_not_taken_for_a_mistyped_name() -> None:
    """What went wrong inside it is told, whatever names lie near."""

    class Broken(Model):
        paper: str = ""

        @property
        def papers(self) -> object:
            return self.paper.sheets  # type: ignore[attr-defined]

    with pytest.raises(AttributeError) as refused:
        Broken().papers  # noqa: B018
    assert str(refused.value) == "'str' object has no attribute 'sheets'"


def test_models_are_copied_and_pickled(four: Plan) -> None:
    """As before: the same model, of the same hash."""
    for same in (copy.copy(four), copy.deepcopy(four), pickle.loads(pickle.dumps(four))):
        assert (same, hash(same)) == (four, hash(four))


def refused_both_ways(field: str, value: Any) -> set[str]:
    """What is said of it where the model is made, and where it is read."""
    with pytest.raises(ContentError) as made:
        Odd(**{field: value})
    with pytest.raises(ContentError) as read:
        parse(Odd, {field: value}, "Odd")
    return {str(made.value), str(read.value)}


def test_whole_numbers_of_a_frame_are_whole_numbers(four: Plan) -> None:
    """They are taken as Python's own, also inside lists, and bounds hold for them; True and 3.0 are none."""
    assert type(Odd(whole=np.int64(3)).whole) is int
    assert parse(Odd, {"some": [np.int8(1), 2]}, "odd").some == (1, 2)
    assert four.adjust("i1", sets=np.int64(2)).items[0].dose.sets == 2  # type: ignore[arg-type]
    for value, said in [
        (np.int64(10), "10 is refused: it must be 9 or less. Correct the value."),
        (np.float64(3), "3.0 is not a whole number. Write a number without a unit, such as 30."),
        (3.0, "3.0 is not a whole number. Write a number without a unit, such as 30."),
    ]:
        assert refused_both_ways("whole", value) == {f"Odd, whole: {said}"}


@pytest.mark.parametrize(
    ("field", "empty", "what"),
    [
        ("whole", float("nan"), "nan is not a whole number."),
        ("whole", np.float64("nan"), "nan is not a whole number."),
        ("whole", pd.NaT, "nan is not a whole number."),
        ("whole", pd.NA, "a value of the type NAType is not a whole number."),
        ("number", float("nan"), "nan is refused: it must be an ordinary number."),
        ("number", pd.NA, "a value of the type NAType is not a number."),
        ("day", float("nan"), "nan is no day."),
        ("day", pd.NaT, "nan is no day."),
        ("day", pd.NA, "a value of the type NAType is no day."),
        ("text", float("nan"), "nan is refused: it must be text."),
    ],
)
def test_an_empty_cell_of_a_frame(field: str, empty: Any, what: str) -> None:
    """What a frame holds in place of nothing is left out, whatever the field."""
    assert refused_both_ways(field, empty) == {f"Odd, {field}: {what} Leave it out, or give None."}


def test_data_deeper_than_any_model_is_refused() -> None:
    """However deep, in words."""
    deep: list[Any] = []
    for _ in range(800):
        deep = [deep]
    with pytest.raises(ContentError) as refused:
        parse(Odd, {"whole": deep}, "odd")
    said = "a list is not a whole number. Write a number without a unit, such as 30."
    assert str(refused.value) == f"odd, whole: {said}"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: kit.Plan("P-017"),  # type: ignore[call-arg]
            "Plan: takes its fields by name alone. "
            "Give Plan.begin(plan_id, start), or one of template(…).plan(…) or read_plan.",
        ),
        (
            lambda: kit.Schedule("mon"),  # type: ignore[call-arg]
            "Schedule: takes its fields by name alone. "
            "Write Schedule(weekdays=…). It has: weekdays, days_a_week, times_a_day.",
        ),
        (lambda: Model(1), "Model: takes its fields by name alone. It has none."),  # type: ignore[call-arg]
    ],
)
def test_fields_go_by_name(make: Callable[[], object], message: str) -> None:
    """A value without a name is refused with the names that there are, or with what makes one."""
    with pytest.raises(ContentError) as refused:
        make()
    assert str(refused.value) == message


def test_a_plan_with_too_many_exercises(four: Plan, library: Library) -> None:
    """The 61st exercise is refused in words, from the page as from a file, and not one word of code among them."""
    full = four
    while len(full.items) < 60:
        full = full.add(library["bridge"])
    with pytest.raises(ContentError) as refused:
        full.add(library["bridge"])
    message = "a plan has at most 60 exercises, and it has 60. Take one out before you add another."
    assert str(refused.value) == f"plan P-001 version 1: {message}"
    more = full.model_copy(update={"items": (*full.items, full.items[0].model_copy(update={"item_id": "i99"}))})
    with pytest.raises(ContentError) as refused:
        parse_json(type(full), more.model_dump_json(), "p.json")
    assert str(refused.value) == "p.json, items: has 61 entries, and at most 60 fit. Take some out."


def every_model() -> set[type[Model]]:
    skipped = ("kit.ui", "kit.lab", "__main__", "migrations.env")
    for found in pkgutil.walk_packages(kit.__path__, "kit."):
        if not any(part in found.name for part in skipped):
            importlib.import_module(found.name)
    known = {Model}
    while more := set(itertools.chain.from_iterable(kind.__subclasses__() for kind in known)) - known:
        known |= more
    return {
        kind
        for kind in known - {Model}  # another test may have loaded what is skipped here
        if kind.__module__.startswith("kit.") and not any(part in kind.__module__ for part in skipped)
    }


def test_no_model_of_the_kit_speaks_the_libraries_language() -> None:
    """Whatever stands in whatever field of any model, the rule and the mend are the kit's own words."""
    foreign = set()
    for kind in every_model():
        for field, value in itertools.product(kind.model_fields, ODD):
            try:
                kind.model_validate({field: value})
            except ValidationError as error:
                for fault in faults_of(error, "file", kind):
                    said = re.sub("“[^”]*”", "", fault.what).replace("'", "")
                    if "[" in fault.where or FOREIGN.search(said.split(" one of ")[0]):
                        foreign.add(f"{fault.where}: {fault.what[:100]}")
    assert foreign == set()
