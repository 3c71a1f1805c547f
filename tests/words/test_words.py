"""Sentences are made from the numbers; text is clean once it is in."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kit
from kit.clinic import Clinic
from kit.errors import ContentError
from kit.library.dose import Dose
from kit.model import Model, parse
from kit.words.catalogue import Catalogue
from kit.words.dose import Sides, dose_sentences, dose_short, frequency_sentence
from kit.words.numbers import brief, clock, counted, minutes_to_allow, spoken, weight
from kit.words.red_flags import emergency_number, urgent_number, whom_to_call_today
from kit.words.sentences import languages
from kit.words.text import LINE, Label, Line, clean, clip


class Form(Model):
    label: Label = "x"
    line: Line = ""


@pytest.mark.parametrize(
    ("dose", "sides", "said"),
    [
        (Dose(reps=2, hold_s=30), "each", "Hold 30 seconds. Do it 2 times on each side."),
        (Dose(reps=1, hold_s=30), "left", "Hold 30 seconds. Do it once on your left side."),
        (Dose(reps=8, tempo_s=4), "both", "Do it 8 times."),
        (
            Dose(sets=2, reps=10, hold_s=2, tempo_s=4, rest_set_s=60),
            "each",
            "Hold 2 seconds. Do it 10 times on each side. That is one set. Do 2 sets. Rest 1 minute between sets.",
        ),
        (Dose(duration_s=600), "both", "Do it for 10 minutes."),
        (Dose(reps=5, tempo_s=3, load_kg=2.5, band="red"), "right", None),
    ],
)
def test_dose_sentences(dose: Dose, sides: str, said: str | None, words: Catalogue) -> None:
    """The sentences are these, word for word."""
    expected = said or "Do it 5 times on your right side. Use 2.5 kg. Use the red band."
    assert " ".join(dose_sentences(dose, sides, words)) == expected  # type: ignore[arg-type]


@given(sets=st.integers(2, 10), reps=st.integers(2, 100), hold=st.integers(2, 59))
def test_a_sentence_says_the_doses_numbers(sets: int, reps: int, hold: int) -> None:
    """The numbers in the sentences are those of the dose, in order, and no others."""
    dose = Dose(sets=sets, reps=reps, hold_s=hold)
    said = " ".join(dose_sentences(dose, "each", Catalogue()))
    assert [int(n) for n in re.findall(r"\d+", said)] == [hold, reps, sets]


def test_frequency(words: Catalogue) -> None:
    """How often, for each kind of schedule."""
    assert frequency_sentence(range(7), None, 1, words) == "Once a day."
    assert frequency_sentence({0, 2, 4}, None, 2, words) == "2 times a day, on Monday, Wednesday and Friday."
    assert frequency_sentence(None, 3, 1, words) == "Once a day, on 3 days a week. You pick the days."
    assert frequency_sentence(None, 1, 1, words) == "Once a day, on 1 day a week. You pick the day."


def test_dose_short(words: Catalogue) -> None:
    """A table's few signs hold sets, times, seconds and side."""
    assert dose_short(Dose(reps=2, hold_s=30), "each", words) == "1 × 2 × 30 s, each side"
    assert dose_short(Dose(duration_s=600), "both", words) == "600 s"


@pytest.mark.parametrize(("seconds", "said"), [(0, "0 s"), (59, "59 s"), (60, "1 min"), (680, "11 min 20 s")])
def test_clock(seconds: int, said: str) -> None:
    """Exact, and no zero part."""
    assert clock(seconds) == said


def test_durations_for_patients(words: Catalogue) -> None:
    """Full words with their plurals; minutes to allow are never too few."""
    assert [spoken(s, words) for s in (1, 30, 60, 90)] == ["1 second", "30 seconds", "1 minute", "1 minute 30 seconds"]
    assert [minutes_to_allow(s) for s in (0, 1, 60, 61, 680)] == [0, 1, 1, 2, 12]


@given(st.text())
def test_clean_is_settled_and_printable(text: str) -> None:
    """Cleaning twice changes nothing; no control, surrogate, private or direction-overriding character stays."""
    once = clean(text)
    assert clean(once) == once
    assert not {unicodedata.category(c) for c in once} & {"Cc", "Cs", "Cn", "Co"}
    assert not set(once) & set("\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n\t")


def test_clean_keeps_scripts_and_emoji() -> None:
    """What people write stays: scripts, accents, emoji; white space folds."""
    assert clean("  Zoë\n— 膝 ركبة 😀 ") == "Zoë — 膝 ركبة 😀"
    assert clip("a" * 10, 5) == "aaaa…"


@pytest.mark.parametrize("label", ["P-001", "a", "knee.v2_b", "7"])
def test_labels(label: str) -> None:
    """A label is any plain word that can be a file name."""
    assert parse(Form, {"label": label}, "form").label == label


@pytest.mark.parametrize(
    "label", ["", "../x", "a..b", "con", "NUL.txt", "COM1", "lpt9.pdf", "a b", ".x", "x.", "a/b", "é", "x" * 65, "a\n"]
)
def test_refused_labels(label: str) -> None:
    """What could leave its folder or trip a system is refused."""
    with pytest.raises(ContentError, match="can be a file name. Use one such as P-001."):
        parse(Form, {"label": label}, "form")


def test_a_line_too_long_is_refused_whole() -> None:
    """Nothing is cut in silence: the message says how long it is and what fits."""
    with pytest.raises(ContentError) as caught:
        parse(Form, {"line": "x" * 10_000}, "form")
    assert f"it has 10000 characters, and at most {LINE} fit. Shorten it." in str(caught.value)


def test_emergency_numbers() -> None:
    """The clinic's own number, else the territory's, else 112."""
    assert [emergency_number(x) for x in ("en-GB", "en-US", "de-AT", "en")] == ["999", "911", "112", "112"]
    assert [emergency_number(f"en-{x}") for x in ("IE", "CA", "AU", "NZ")] == ["112", "911", "000", "111"]
    assert Clinic(locale="en-US").emergency == "911"
    assert Clinic(emergency_number="144").emergency == "144"


@pytest.mark.parametrize(
    ("locale", "own", "said", "number"),
    [
        ("en-GB", None, "Call NHS 111.", "111"),
        ("en-GB", "01234 567", "Call 01234 567.", "01234 567"),
        (
            "en-US",
            None,
            "Call your doctor's office, day or night. If it is closed, its message says whom to call.",
            None,
        ),
        ("en-IE", None, "Call your doctor or the out-of-hours doctor.", None),
        ("en-NZ", "0800 611 116", "Call 0800 611 116.", "0800 611 116"),
        ("ar-GB", None, "اتصل بخدمة الصحة الوطنية على الرقم 111.", "111"),
        ("ar-EG", None, "اتصل بطبيبك أو بالطبيب المناوب.", None),
        ("ar-EG", "105", "اتصل بالرقم 105.", "105"),
    ],
)
def test_whom_to_call_on_the_same_day(locale: str, own: str | None, said: str, number: str | None) -> None:
    """The clinic's own number, else the country's, else a doctor."""
    assert whom_to_call_today(Catalogue(locale), own) == said
    assert urgent_number(locale, own) == number
    assert Clinic(urgent_number=own).urgent_number == own


def test_every_sentence_that_the_code_names_exists(words: Catalogue) -> None:
    """A key written in the code stands in the catalogue."""
    home = Path(kit.__file__).parent
    keys = {k for f in home.rglob("*.py") for k in re.findall(r'\.say\("([a-z_.]+)"', f.read_text(encoding="utf-8"))}
    assert len(keys) > 20
    assert keys <= words._known.said.keys()


def test_a_language_without_sentences() -> None:
    """The message names the value and the languages there are."""
    with pytest.raises(ContentError) as caught:
        Catalogue("xx-XX")
    assert str(caught.value) == f"locale: “xx-XX” has no sentences. Use one of: {', '.join(languages())}."


@pytest.mark.parametrize(
    ("dose", "sides", "said"),
    [
        (Dose(sets=3, reps=10, hold_s=2), "both", "3 × 10 × 2 s"),
        (Dose(sets=2, duration_s=60), "left", "2 × 60 s, left side"),
        (Dose(reps=8, tempo_s=4, load_kg=2.5), "right", "1 × 8, right side, 2.5 kg"),
        (Dose(reps=8, tempo_s=4, band="red"), "each", "1 × 8, each side, red"),
        (Dose(reps=8, tempo_s=4, load_kg=1.0, band="red"), "both", "1 × 8, 1 kg"),
    ],
)
def test_the_dose_in_a_few_signs(dose: Dose, sides: Sides, said: str, words: Catalogue) -> None:
    """Sets, repetitions, seconds, side and load; what there is none of is left out."""
    assert dose_short(dose, sides, words) == said


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (Dose(duration_s=90, sets=2, rest_set_s=0), "Do it for 1 minute 30 seconds. That is one set. Do 2 sets."),
        (
            Dose(duration_s=30, rest_set_s=60, effort_target=0),
            "Do it for 30 seconds. Aim for an effort of 0 out of 10.",
        ),
        (Dose(tempo_s=3, effort_target=7), "Do it once. Aim for an effort of 7 out of 10."),
    ],
)
def test_what_a_dose_does_not_have_is_not_said(dose: Dose, said: str, words: Catalogue) -> None:
    """No rest where there is none, or one set alone; an effort of 0 is one."""
    assert " ".join(dose_sentences(dose, "both", words)) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 s"), (59, "59 s"), (60, "1 min"), (61, "1 min 1 s"), (120, "2 min")]
)
def test_short_durations_for_patients(seconds: int, said: str, words: Catalogue) -> None:
    """As for a clinician, in the signs of the language; no zero part, but 0 is something."""
    assert brief(seconds, words) == said
    assert spoken(0, words) == "0 seconds"


@pytest.mark.parametrize(
    ("number", "one", "many", "said"),
    [(1, "set", "", "1 set"), (2, "set", "", "2 sets"), (0, "set", "", "0 sets"), (2.5, "day a week", "days a week", "2.5 days a week"), (1, "day a week", "days a week", "1 day a week")],
)  # fmt: skip
def test_a_number_with_its_noun(number: float, one: str, many: str, said: str) -> None:
    """One of a thing, or any other number of it."""
    assert counted(number, one, many) == said


def test_days_by_name(words: Catalogue) -> None:
    """Weekdays count from Monday, wide or short; dates as their language has them."""
    assert [words.weekday(0), words.weekday(6), words.weekday(0, "abbreviated")] == ["Monday", "Sunday", "Mon"]
    day = dt.date(2026, 6, 1)
    assert (words.date(day), words.short_date(day)) == ("1 June 2026", "1 Jun")
    assert Catalogue("en-US").short_date(day) == "Jun 1"
    assert words.listing(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("locale", "told"), [("en-GB", "2.5 kg"), ("en-US", "5.5 lb (2.5 kg)"), ("es-US", "5.5 lb (2.5 kg)")]
)
def test_a_load_is_told_in_the_units_of_the_country(locale: str, told: str) -> None:
    """Pounds in the United States, in any language; the kilograms stay, since the diary asks for them."""
    words = Catalogue(locale)
    dose = Dose(sets=1, reps=8, tempo_s=4, load_kg=2.5)
    assert weight(2.5, words) == told
    assert words.say("dose.load", load=told) in dose_sentences(dose, "both", words)
    assert dose_short(dose, "both", words).endswith(told)
