"""A checked function runs for what is of its kinds, and for nothing else."""

from __future__ import annotations

import datetime as dt
import inspect
import os
from collections.abc import Collection, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import ContentError
from kit.given import checked, fits

DAY = dt.date(2026, 6, 1)
Paths = str | os.PathLike[str]


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (int, [0, -3, np.int64(3)], [True, 1.0, "1", None]),
        (bool, [True, False], [0, 1, "true", None]),
        (str, ["", "x"], [b"x", 1, None, ["x"]]),
        (dt.date, [DAY], [dt.datetime(2026, 6, 1), "2026-06-01", None, 0]),
        (dt.date | None, [DAY, None], [dt.datetime(2026, 6, 1), "", False]),
        (Literal["a4", "letter"], ["a4"], ["a5", None, ["a4"], 4]),
        (Literal["a4"] | None, ["a4", None], ["a5", ""]),
        (Paths, ["x", Path("x")], ["", "\0", "\ud800", b"x", 1, None]),
        (Paths | None, ["x", None], ["", "a\0", 1]),
        (Sequence[int], [[], [1], (1, 2)], ["1", b"1", [True], [1, "x"], {1: 2}, {1}, None, 1]),
        (Collection[str], [[], {"x"}, ("x",)], ["x", {"x": 1}, [1], 5]),
        (Sequence[dt.date] | Decimal, [[DAY], Decimal(1)], [[None], 1, DAY]),
        (Any, [None, 1, object()], []),
    ],
)
def test_kinds(kind: Any, right: list[object], wrong: list[object]) -> None:
    """True is no number, a moment no day, a text no collection; a path has letters that a file system takes."""
    assert [value for value in right if not fits(value, kind)] == []
    assert [value for value in wrong if fits(value, kind)] == []


@checked
def shop(day: dt.date, *things: str, many: Sequence[int] = (), **rest: int) -> tuple[object, ...]:
    """A shop."""
    return (day, things, many, rest)


# As an untyped caller sees it, for whom the checks are.
untyped: Any = shop


def test_what_is_right_goes_through_as_it_is() -> None:
    """Positions, further positions, keywords and collected keywords arrive; the name and the signature stay."""
    assert untyped(DAY, "a", "b", many=[1], other="left alone") == (DAY, ("a", "b"), [1], {"other": "left alone"})
    assert (shop.__name__, shop.__doc__) == ("shop", "A shop.")
    assert list(inspect.signature(shop).parameters) == ["day", "things", "many", "rest"]


def test_all_faults_at_once() -> None:
    """In the order of the parameters, each with its name, its value, the rule and the mend."""
    with pytest.raises(ContentError) as refused:
        untyped("x", "a", 3, many=[1, {}])
    assert str(refused.value) == (
        "shop, day: “x” is not a day. Give one such as datetime.date(2026, 6, 1).\n"
        "shop, things: holds 3, which is not a text. Put it in quotation marks.\n"
        "shop, many: holds a dict, which is not a whole number. Give a number such as 3."
    )
    with pytest.raises(
        ContentError, match="shop, many: 5 is not a list. Give a list, each of its entries a whole number"
    ):
        untyped(DAY, many=5)


def test_a_value_is_shown_shortly() -> None:
    """A long text is cut, a number of a thousand digits is not written out, and of an object its type is told."""
    for value, said in [
        ("x" * 99, f"“{'x' * 60}…” is not a day."),
        (10**1000, "a number of over 60 digits is not a day."),
        ([1], "a list is not a day."),
        ({}, "a dict is not a day."),
        (object(), "a value of the type object is not a day."),
    ]:
        with pytest.raises(ContentError) as refused:
            untyped(value)
        assert refused.value.faults[0].what == said


@given(st.lists(st.integers() | st.text() | st.none()))
def test_a_collection_fits_exactly_if_each_of_it_does(values: list[object]) -> None:
    assert fits(values, Sequence[int]) == all(fits(value, int) for value in values)
    assert fits(values, Sequence[str | None]) == all(fits(value, str | None) for value in values)


def stock(plan: str, days: Sequence[int], /, size: int, *, palette: str = "", on: dt.date) -> None:
    """A stock."""


def refused(*args: Any, **named: Any) -> str:
    with pytest.raises(ContentError) as error:
        checked(stock)(*args, **named)
    return str(error.value)


def test_a_call_that_does_not_fit_is_told_by_the_names_of_its_arguments() -> None:
    """What is missing with where one comes from, what is mistyped with the nearest name, and the rest, all at once."""
    assert refused("a") == (
        "stock, days: is missing. Give a list, each of its entries a whole number.\n"
        "stock, size: is missing. Give a number such as 3.\n"
        "stock, on: is missing. Give one such as datetime.date(2026, 6, 1)."
    )
    assert refused("a", [], 1, palete="grey", on="x") == (
        "stock, palete: is no argument. Did you mean “palette”?\n"
        "stock, on: “x” is not a day. Give one such as datetime.date(2026, 6, 1)."
    )
    assert refused("a", [], 1, zzz=1, on=DAY) == (
        "stock, zzz: is no argument. Its arguments are: plan, days, size, palette, on."
    )
    assert refused("a", [], 1, 2, on=DAY) == (
        "stock: 4 are given by their place, and at most 3 can be. Its arguments are: plan, days, size, palette, on."
    )
    assert refused("a", [], 1, size=2, on=DAY) == (
        "stock, size: is given twice. Give it once, by its place or by its name."
    )
    assert refused(days=[], size=1, on=DAY) == "stock, plan: is missing. Give a text in quotation marks."


def test_a_method_does_not_count_what_it_belongs_to() -> None:
    """The plan itself is neither an argument that is missing nor one of those given."""

    class Shelf:
        @checked
        def put(self, book: str) -> None:
            """Puts it."""

    shelf: Any = Shelf()
    for args, said in [
        ((), "put, book: is missing. Give a text in quotation marks."),
        (("a", "b"), "put: 2 are given by their place, and at most 1 can be. Its arguments are: book."),
    ]:
        with pytest.raises(ContentError) as error:
            shelf.put(*args)
        assert str(error.value) == said


@checked
def visit(on: dt.date, until: dt.date | None = None) -> None:
    """A visit."""


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (
            {"on": pd.Timestamp("2026-06-01")},
            "on: 2026-06-01 00:00:00 is not a day. Give its day, in Python by .date().",
        ),
        ({"on": pd.NaT}, "on: NaT is not a day. Give one such as datetime.date(2026, 6, 1)."),
        ({"on": DAY, "until": pd.NaT}, "until: NaT is not a day. Leave it out, or give None."),
        ({"on": DAY, "until": pd.NA}, "until: a value of the type NAType is not a day. Leave it out, or give None."),
        (
            {"on": DAY, "until": dt.datetime(2026, 6, 1)},
            "until: 2026-06-01 00:00:00 is not a day. Give its day, in Python by .date().",
        ),
    ],
)
def test_what_a_frame_holds_in_place_of_a_day(named: dict[str, Any], message: str) -> None:
    """A moment is not cut to its day; an empty cell may be left out where the argument may."""
    given_to: Any = visit
    with pytest.raises(ContentError) as error:
        given_to(**named)
    assert str(error.value) == f"visit, {message}"


def test_what_may_be_left_out_is_told_by_what_it_can_be() -> None:
    """Of an argument that may be None the message names the other kind."""

    @checked
    def search(region: str | None = None) -> None:
        """A search."""

    untyped: Any = search
    for value, said in [
        (np.nan, "nan is not a text. Leave it out, or give None."),
        (3, "3 is not a text. Put it in quotation marks."),
    ]:
        with pytest.raises(ContentError) as error:
            untyped(region=value)
        assert str(error.value) == f"search, region: {said}"
