"""One cell as a value: what each kind of cell may be, to its last number and its last spelling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.diary import values
from kit.diary.cell_readers import OPTIONAL, Column, Odd, readers, trimmed
from kit.diary.columns import ANSWERS, COLUMNS, PRINTED, RATED, REQUIRED
from kit.diary.values import CellError, Told
from kit.plan.code import derived_code

READ = readers(None)


def refused(read: Callable[[str], Any], text: str) -> str:
    with pytest.raises(CellError) as caught:
        read(text)
    return f"{caught.value.what} {caught.value.mend}"


@pytest.mark.parametrize(
    ("column", "low", "high"),
    [
        ("plan_version", 1, 10_000),
        ("week", 1, 60),
        ("slot", 1, 70),
        ("sets_done", 0, 10_000),
        ("reps_done", 0, 10_000),
        ("reps_last_set", 0, 10_000),
        ("hold_done_s", 0, 10_000),
        *((name, 0, 10) for name in RATED),
    ],
)
def test_whole_numbers_within_their_limits(column: str, low: int, high: int) -> None:
    """Lowest and highest are read, also with a decimal part of zeros; beyond and between there is none."""
    read = READ[column]
    assert [read(text) for text in (f"{low}", f"{high}", f"{high}.0", f"{high},00")] == [low, high, high, high]
    for text in (f"{high + 1}", "-1", f"{low}.5", "ten", f"{high}.", *(("0",) if low else ())):
        assert refused(read, text) == f"“{text}” is not a whole number from {low} to {high}. Write the number alone."


@pytest.mark.parametrize("column", ["plan_version", "slot", "item_id", "plan_code"])
def test_what_places_a_row_must_be_there(column: str) -> None:
    """An empty cell is refused by itself."""
    assert refused(READ[column], "") == "is empty. Copy it from the row above."


@pytest.mark.parametrize(
    "column", [name for name in COLUMNS if name not in ("plan_version", "slot", "item_id", "plan_code", "side")]
)
def test_any_other_cell_may_be_blank(column: str) -> None:
    """Nothing written is no value, which is not 0."""
    assert READ[column]("") is None


@given(
    st.integers(0, 10_000),
    st.sampled_from(["", " ", "x", " X", " ×", " rep", "reps", " times", " time", " set", "SETS"]),
)
def test_counts_with_their_unit(number: int, unit: str) -> None:
    """However it is written, the number counts."""
    if unit == " time":
        assert "is not a whole number" in refused(READ["reps_done"], f"{number}{unit}")
    else:
        assert READ["reps_done"](f"{number}{unit}") == number


@pytest.mark.parametrize(
    ("text", "value"),
    [("30", 30), ("30,0 s", 30), ("30 Sec.", 30), ("30 secs", 30), ("30 second", 30), ("30seconds", 30), ('30"', 30), ("30''", 30), ("30″", 30),
     ("0", 0), ("1 min", 60), ("2 min.", 120), ("2 Mins", 120), ("1minute", 60), ("3 minutes", 180), ("166 min", 9960), ("167 min", 10_000)],
)  # fmt: skip
def test_seconds(text: str, value: int) -> None:
    """Seconds, or minutes turned into them, up to what a cell may hold."""
    assert READ["hold_done_s"](text) == value


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("0", 0.0, ""),
        ("2,5 kg", 2.5, ""),
        ("2.25 Kilos", 2.25, ""),
        ("500kgs", 500.0, ""),
        ("10 lb", 4.54, "“10 lb” is read as 4.54 kg."),
        ("1 pound", 0.45, "“1 pound” is read as 0.45 kg."),
        ("0 LBS", 0.0, "“0 LBS” is read as 0 kg."),
        ("1102.3 lb", 499.99, "“1102.3 lb” is read as 499.99 kg."),
    ],
)
def test_loads(text: str, value: float, told: str) -> None:
    """Kilograms as they are; pounds turned into them to 0.01, and told."""
    found = READ["load_kg"](text)
    assert found == (Told(value, told) if told else value)


@pytest.mark.parametrize("text", ["500.1", "1103 lb", "2 stone", "-1", "2,5,5"])
def test_what_is_no_load(text: str) -> None:
    """Above 500 kg, in whatever unit, or in none that is known."""
    assert refused(READ["load_kg"], text) == f"“{text}” is not a load from 0 to 500 kg. Write the number alone."


@pytest.mark.parametrize("column", ["reps_done", "hold_done_s", "load_kg", "pain_worst"])
@pytest.mark.parametrize("sign", ["-", " – ", "—", " to ", " or "])
def test_a_range_is_two_numbers(column: str, sign: str) -> None:
    """None of them is taken."""
    assert refused(READ[column], f"3{sign}4,5") == f"“3{sign}4,5” could be two numbers. Write one of them."


@pytest.mark.parametrize("text", ["3/10", "3 / 10", "3 of 10", "3 Out Of 10", "3,0/10"])
def test_a_rating_out_of_ten(text: str) -> None:
    """It is read, and told, since it was written otherwise than asked for."""
    assert READ["effort"](text) == Told(3, f"“{text}” is read as 3.")
    assert refused(READ["effort"], "11/10") == "“11/10” is not a whole number from 0 to 10. Write the number alone."


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("18:30", 18, 30), ("6.05", 6, 5), ("6h05", 6, 5), ("00:00", 0, 0), ("23:59:59", 23, 59), ("12:00 am", 0, 0), ("12:59 p.m.", 12, 59),
     ("1:00 AM", 1, 0), ("11:59 pm", 23, 59)],
)  # fmt: skip
def test_a_time_of_day(text: str, hour: int, minute: int) -> None:
    """By the clock of 24 hours or of twice 12."""
    assert READ["started_at"](text) == dt.time(hour, minute)


@pytest.mark.parametrize(
    ("text", "hour", "minute"), [("0.75", 18, 0), ("0,5", 12, 0), (".770833333", 18, 30), ("0.99999", 23, 59)]
)
def test_a_time_as_a_spreadsheet_keeps_it(text: str, hour: int, minute: int) -> None:
    """A share of the day; what could be the digits of a clock too is neither."""
    assert READ["started_at"](text) == dt.time(hour, minute)
    what = "“0.25” could be two times of day. Write it as 18:30, or leave it blank."
    assert refused(READ["started_at"], "0.25") == what


@pytest.mark.parametrize("text", ["24:00", "12:60", "13:00 am", "0:30 pm", "99:99"])
def test_no_time_of_day(text: str) -> None:
    """An hour or a minute that no clock shows."""
    assert refused(READ["started_at"], text) == f"“{text}” is not a time of day. Write it as 18:30, or leave it blank."


@pytest.mark.parametrize(
    ("text", "said"),
    [("2026-06-30T18", "2026-06-30T18:00:00"), ("2026-06-30 18:30", "2026-06-30T18:30:00"), ("20260630T183000Z", "2026-06-30T18:30:00+00:00")],
)  # fmt: skip
def test_a_moment(text: str, said: str) -> None:
    """A day and an hour at least, in one spelling; a day alone is none."""
    assert READ["logged_at"](text) == READ["started_at"](text) == said
    for wrong in ("2026-06-30", "20260630", "2026-06-31T18:30"):
        assert refused(READ["logged_at"], wrong) == (
            f"“{wrong}” is not a time with its day. Write it as 2026-06-30T18:30, or leave it blank."
        )


def test_sides() -> None:
    """A letter or the word, in capitals or not."""
    assert [READ["side"](text) for text in ("L", "r", "LEFT", "Right", "both")] == [
        "left",
        "right",
        "left",
        "right",
        "both",
    ]
    for text in ("b", "", "l."):
        assert refused(READ["side"], text) == f"“{text}” is not a side. Write left, right or both."


def test_texts() -> None:
    """Line breaks and the marks of scripts stay, control characters become visible."""
    assert READ["note"]("one\r\ntwo\tthree\u2029\u202b") == "one\ntwo\tthree\u2029\u202b"
    assert READ["note"]("a\x07\rb") == "a␇␍b"
    assert READ["item_id"]("i\x071") == "i␇1"


def test_a_code_as_a_person_writes_it() -> None:
    """In groups and small; one wrong letter is told."""
    code = derived_code("x")
    assert READ["plan_code"](f"{code[:4].lower()}-{code[4:]}") == code
    assert refused(READ["plan_code"], "BCDFGHJB") == (
        "“BCDFGHJB” is not a plan's code, 8 letters of which the last one checks the others. "
        "Copy it from the row above, or from the handout."
    )


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" 3 ", "3"),
        ("\u00a03\u00a0", "3"),
        ("'=1+1", "=1+1"),
        ("' -5", "' -5"),
        ("''+1", "'+1"),
        ("it's", "it's"),
        ("'- 5 ", "- 5"),
    ],
)
def test_what_stands_around_a_cell(cell: str, text: str) -> None:
    """Spaces, and the apostrophe that kept a spreadsheet off it, are no part of it; any other apostrophe is."""
    assert trimmed(cell) == text


def test_every_column_has_its_reader() -> None:
    """In the order of the file; what places a row is required, and only what does not may be left out."""
    assert tuple(READ) == COLUMNS == PRINTED + ANSWERS
    assert set(REQUIRED) < set(COLUMNS)
    left_out = set(ANSWERS) - {"status", "reason", "help_sign", "note"}
    assert left_out == OPTIONAL


def test_a_text_is_read_once_and_told_each_time() -> None:
    """What is remembered of a column changes nothing of what is said."""
    calls: list[str] = []

    def read(text: str) -> Any:
        calls.append(text)
        return values.rating(text)

    odd: Odd = []
    column = Column("effort", read, odd)
    long = "0" * 64 + "7"
    said = [column[text] for text in ("3", " 3", "3", "4/10", "4/10", "x", "x")]
    assert said == [3, 3, 3, 4, 4, None, None]
    assert calls == ["3", "3", "4/10", "4/10", "x", "x"]
    assert [(name, type(one)) for name, one in odd] == [("effort", Told)] * 2 + [("effort", CellError)] * 2
    assert long not in column
