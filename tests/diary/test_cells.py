"""One cell: a status has one meaning everywhere, and an odd cell that may be missing never costs its row."""

from __future__ import annotations

import pytest

from kit.diary.alarms import is_sign
from kit.diary.status import status
from kit.diary.values import CellError
from kit.words.catalogue import Catalogue
from kit.words.sentences import languages
from tests.diary.conftest import Read


@pytest.mark.parametrize(
    ("signs", "meaning"),
    [
        (("done", "Yes", "y", "full", "complete", "✓", "✔", "✔️", "☑", "√", "✅", "Completed"), "done"),
        (("partial", "P", "p", "partly", "part", "some", "ج"), "partial"),
        (
            ("not_done", "Not - done", "no", "N", "None", "0", "x", "X", "✗", "✘", "×", "☒", "✕", "✖", "❌", "skipped"),
            "not_done",
        ),
    ],
)
def test_signs(read: Read, signs: tuple[str, ...], meaning: str) -> None:
    """A tick is done, a P partly, a 0 not done, as on paper; a cross too, as on the paper of earlier handouts."""
    diary = read(*({"slot": str(n), "status": sign} for n, sign in enumerate(signs, 1)))
    assert (diary.rejects, diary.rows["status"].tolist()) == ((), [meaning] * len(signs))


@pytest.mark.parametrize("text", ["1", "true", "FALSE", "v", "?"])
def test_no_sign_is_guessed(text: str) -> None:
    with pytest.raises(CellError):
        status(text)


def test_the_paper_says_the_same(words: Catalogue) -> None:
    """What the sheet asks for in each language is read with that meaning."""
    asked = words.say("diary.how")
    assert "a tick for all, a P for part, a 0 for not done" in asked
    assert (status("✓"), status("P"), status("0")) == ("done", "partial", "not_done")
    for language in languages():
        told = Catalogue(language)
        part, none = told.say("diary.part_sign"), told.say("diary.none_sign")
        assert f"{part}" in told.say("diary.how")
        assert f"{none}" in told.say("diary.how")
        assert (status(part), status(none)) == ("partial", "not_done")


@pytest.mark.parametrize(
    ("column", "text", "value", "told"),
    [
        ("pain_worst", "5/10", 5, "pain_worst: “5/10” is read as 5. Look whether that is right."),
        ("effort", "6 out of 10", 6, "effort: “6 out of 10” is read as 6. Look whether that is right."),
        ("load_kg", "5 kg", 5.0, ""),
        ("load_kg", "2,5", 2.5, ""),
        ("load_kg", "10 lb", 4.54, "load_kg: “10 lb” is read as 4.54 kg. Look whether that is right."),
        ("load_kg", "10 Pounds", 4.54, "load_kg: “10 Pounds” is read as 4.54 kg. Look whether that is right."),
        ("load_kg", "500", 500.0, ""),
        ("reps_done", "10x", 10, ""),
        ("reps_done", "3,0", 3, ""),
        ("effort", "3,0", 3, ""),
        ("effort", "3.00", 3, ""),
        ("pain_worst", "3,0 / 10", 3, "pain_worst: “3,0 / 10” is read as 3. Look whether that is right."),
        ("hold_done_s", "30,0 sec.", 30, ""),
        ("sets_done", "2 sets", 2, ""),
        ("hold_done_s", "30s", 30, ""),
        ("hold_done_s", "1 min", 60, ""),
        ("started_at", "18:30", "2026-06-01T18:30:00", ""),
        ("started_at", "6:05 pm", "2026-06-01T18:05:00", ""),
        ("started_at", "12:10 am", "2026-06-01T00:10:00", ""),
        ("started_at", "2026-06-01T18:30+02:00", "2026-06-01T18:30:00+02:00", ""),
        ("logged_at", "2026-06-01 18:30", "2026-06-01T18:30:00", ""),
    ],
)
def test_read(read: Read, column: str, text: str, value: object, told: str) -> None:
    """Where it has one meaning it is read; what was changed in reading it is told."""
    diary = read({"status": "done", column: text})
    assert diary.rows[column].tolist() == [value]
    assert diary.rows["status"].tolist() == ["done"]
    assert list(map(str, diary.faults)) == ([f"diary.csv, row 2: {told}"] if told else [])


@pytest.mark.parametrize(
    ("column", "text", "what", "mend"),
    [
        ("pain_worst", "4-5", "“4-5” could be two numbers", "Write one of them."),
        ("reps_done", "10-12", "“10-12” could be two numbers", "Write one of them."),
        ("hold_done_s", "20 to 30 s", "“20 to 30 s” could be two numbers", "Write one of them."),
        ("load_kg", "2,5 – 3 kg", "“2,5 – 3 kg” could be two numbers", "Write one of them."),
        ("load_kg", "red band", "“red band” is not a load from 0 to 500 kg", "Write the number alone."),
        ("load_kg", "501", "“501” is not a load from 0 to 500 kg", "Write the number alone."),
        ("pain_after", "11", "“11” is not a whole number from 0 to 10", "Write the number alone."),
        ("pain_after", "11/10", "“11/10” is not a whole number from 0 to 10", "Write the number alone."),
        ("pain_after", "3/5", "“3/5” is not a whole number from 0 to 10", "Write the number alone."),
        ("effort", "3.5", "“3.5” is not a whole number from 0 to 10", "Write the number alone."),
        ("logged_at", "18:30", "“18:30” is not a time with its day", "Write it as 2026-06-30T18:30, or leave it blank."),
        ("logged_at", "2026-06-01", "“2026-06-01” is not a time with its day", "Write it as 2026-06-30T18:30, or leave it blank."),
        ("started_at", "25:00", "“25:00” is not a time of day", "Write it as 18:30, or leave it blank."),
        ("started_at", "13:00 pm", "“13:00 pm” is not a time of day", "Write it as 18:30, or leave it blank."),
        ("sets_done", "x" * 99, f"“{'x' * 60}…” is not a whole number from 0 to 10000", "Write the number alone."),
    ],
)  # fmt: skip
def test_left_out(read: Read, column: str, text: str, what: str, mend: str) -> None:
    """Where it has no meaning or two, the cell is left out by name; the row and its status stay."""
    diary = read({"status": "partial", column: text})
    assert diary.rejects == ()
    assert diary.rows[column].isna().all()
    assert diary.rows["status"].tolist() == ["partial"]
    assert list(map(str, diary.faults)) == [
        f"diary.csv, row 2: {column}: {what}; the cell is left out, its row stays. {mend}"
    ]


def test_a_time_without_a_day(read: Read) -> None:
    """A time of day gets the day of its row, and is left out where that has none."""
    diary = read({"status": "done", "date": "", "started_at": "18:30"})
    assert list(map(str, diary.faults)) == [
        "diary.csv, row 2: started_at: “18:30” is a time without a day; the cell is left out, its row stays. "
        "Write the day too."
    ]
    assert diary.rows["started_at"].isna().all()


def test_conflicts_grow_with_the_rows(read: Read) -> None:
    """Of 4,000 rows that contradict each other each names three others and a count."""
    diary = read(*({"status": "done", "note": str(n)} for n in range(4_000)))
    assert len(diary.rejects) == 4_000
    assert str(diary.rejects[1]) == (
        "row 3: rows 2, 4, 5 and 3,996 more answer differently for the same exercise, session and side. "
        "Keep the right one."
    )
    assert str(diary.rejects[99]).startswith("row 101: rows 2, 3, 4 and 3,996 more answer differently")
    assert max(len(str(reject)) for reject in diary.rejects) < 150


def test_control_characters_are_shown(read: Read) -> None:
    """They reach neither a message nor what is stored; the cells of a refused row stay as they are."""
    diary = read({"status": "\x1b[31mdone"}, {"side": "left", "note": "\x1b]0;title\x07 \x9b1m\nnext"})
    assert str(diary.rejects[0]) == "row 2: status: “␛[31mdone” is not a status. Did you mean “done”?"
    assert "\x1b[31mdone" in diary.rejects[0].cells
    assert diary.rows["note"].tolist() == ["␛]0;title␇ \\u009b1m\nnext"]
    told = read({"status": "done", "pain_worst": "\x1b[2J"}).faults
    assert "“␛[2J” is not" in str(told[0])


@pytest.mark.parametrize(
    ("sign", "is_one"),
    [("0", False), ("False", False), ("-", False), ("None.", False), (" . ", False), ("1", True), ("yes", True)],
)
def test_an_answer_of_none_is_no_sign(sign: str, is_one: bool) -> None:
    """Nothing, no, none, a dash, 0 and false say that there is none; whatever else is written is a sign."""
    assert is_sign(sign) is is_one
    assert not is_sign(None)
