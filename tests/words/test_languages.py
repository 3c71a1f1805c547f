"""Every language says what English says, with the same blanks and the plural forms that it needs."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from kit.clinic import Clinic
from kit.errors import ContentError
from kit.library.exercise import Exercise
from kit.library.help_sign import help_signs
from kit.library.library import Library
from kit.library.pain import PAIN_KINDS, pain_rules
from kit.library.translation import Translated, Translation, told, words_of
from kit.words.catalogue import Catalogue
from kit.words.numbers import brief, spoken
from kit.words.sentences import languages, overlay, read, sentences, texts_dir
from kit.words.text import FIRST_STRONG, POP, direction, isolated
from kit.words.wording import plural_forms, wrong

ENGLISH = read("en")[1]
OVERLAYS = sorted(path.stem for path in texts_dir().glob("??-??.toml"))
FOUR = ["seated_rotator_stretch", "standing_itb_stretch", "supine_figure4_stretch", "supine_leg_crossover"]


@pytest.mark.parametrize("language", languages())
def test_a_language_has_sentences_that_can_stand_for_the_english(language: str) -> None:
    """Every key exists in English, with the same blanks and all plural forms; a complete language lacks none."""
    about, said = read(language)
    faults = [str(fault) for key, text in said.items() for fault in wrong(language, key, text, ENGLISH.get(key))]
    assert not faults, "\n".join(faults)
    if about.complete:
        assert ENGLISH.keys() - said.keys() == set()


@pytest.mark.parametrize("locale", OVERLAYS)
def test_a_country_says_only_what_differs(locale: str) -> None:
    """An overlay replaces sentences of its language by other ones, with the same blanks, and adds none."""
    language = locale.split("-")[0]
    said = overlay(locale)
    assert said
    assert not [fault for key, text in said.items() for fault in wrong(language, key, text, read(language)[1].get(key))]
    assert not [key for key, text in said.items() if text == read(language)[1][key]]


@pytest.mark.parametrize("language", languages())
def test_the_file_says_which_way_its_language_runs(language: str) -> None:
    """The direction in the file is the one that Unicode's locale data give."""
    right = Locale.parse(language).text_direction == "rtl"
    assert read(language)[0].direction == ("rtl" if right else "ltr")


def test_plural_forms_of_six_and_of_two() -> None:
    """Arabic tells six kinds of numbers apart, English two, and Polish four of which gettext counts three."""
    assert sorted(plural_forms("ar")) == ["few", "many", "one", "other", "two", "zero"]
    assert plural_forms("en") == ["one", "other"]
    assert plural_forms("pl") == ["one", "few", "many"]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{n} d", "en, duration.seconds: is to have plural forms. Write it as the English is written."),
        ({"other": "{n} s"}, "en, duration.seconds: has no form for: one. Write it, if only as another form is."),
        (
            {"one": "1 s", "other": "s"},
            "en, duration.seconds: “s” has the blanks none, and the English has {n}. Write the same ones.",
        ),
        (
            {"one": "{m} s", "other": "{n} s"},
            "en, duration.seconds: “{m} s” has the blanks {m}, and the English has {n}. Write the same ones.",
        ),
    ],
)
def test_what_a_translation_may_not_do(said: str | dict[str, str], message: str) -> None:
    """Each fault names the key, the value and the mend."""
    assert [str(fault) for fault in wrong("en", "duration.seconds", said, ENGLISH["duration.seconds"])] == [message]


def test_what_a_translation_may_do() -> None:
    """A form for one number may say it in a word; the form for all others, and a sentence without forms, may not."""
    assert not [*wrong("en", "x", {"one": "Once.", "other": "{n} times."}, {"other": "{n} times."})]
    assert [str(fault) for fault in wrong("en", "x", {"one": "Once.", "other": "Often."}, {"other": "{n} times."})] == [
        "en, x: “Often.” has the blanks none, and the English has {n}. Write the same ones."
    ]
    assert [str(fault) for fault in wrong("en", "x", "Often.", "{b} for {a}.")] == [
        "en, x: “Often.” has the blanks none, and the English has {a}, {b}. Write the same ones."
    ]
    assert [str(fault) for fault in wrong("en", "x", {"one": "{m}", "other": "{n} {m}"}, {"other": "{n} {m}"})] == []


@pytest.mark.parametrize(
    ("said", "english", "messages"),
    [
        ("a", None, ["en, x: is no sentence of the kit. Correct the key, or take it out."]),
        ({"other": "a"}, "a", ["en, x: is to have one form. Write it as the English is written."]),
        (
            {"one": "{", "other": "{a}"},
            {"other": "b"},
            [
                "en, x: “{” has a broken blank: Single '{' encountered in format string. Write blanks as in the English.",
                "en, x: “{a}” has the blanks {a}, and the English has none. Write the same ones.",
            ],
        ),
        (
            {"one": "", "other": "a"},
            {"other": "a"},
            ["en, x: has no form for: one. Write it, if only as another form is."],
        ),
    ],
)
def test_all_faults_of_a_translation_are_told(
    said: str | dict[str, str], english: str | dict[str, str] | None, messages: list[str]
) -> None:
    """A fault of one form does not hide that of the next."""
    assert [str(fault) for fault in wrong("en", "x", said, english)] == messages


def test_seconds_in_arabic() -> None:
    """One, two, few and many seconds each have their own word; so has a minute and a half."""
    words = Catalogue("ar-EG")
    said = [spoken(n, words) for n in (1, 2, 3, 11, 30, 90)]
    assert said == ["ثانية واحدة", "ثانيتين", "3 ثوان", "11 ثانية", "30 ثانية", "دقيقة واحدة و30 ثانية"]
    assert brief(680, words) == "11 د 20 ث"
    assert brief(680, Catalogue()) == "11 min 20 s"
    assert words.date(dt.date(2026, 6, 1)) == "1 يونيو 2026"


def test_a_country_without_locale_data_is_its_language() -> None:
    """Arabic in a British clinic: the language's dates and plurals, the country's emergency number."""
    words = Catalogue("ar-GB")
    assert words.locale == Locale("ar")
    assert Clinic(locale="ar-GB").emergency == "999"
    assert Clinic(locale="ar-EG").emergency == "112"


def test_american_english() -> None:
    """The overlay is taken where it speaks, English where it does not; paper and number are the country's."""
    words = Catalogue("en-US")
    assert words.say("safety.call") == "Call your physical therapist or doctor if:"
    assert words.say("safety.persists") == Catalogue().say("safety.persists")
    assert not [key for key, text in sentences("en-US").said.items() if "physio" in str(text).lower()]
    assert (Clinic(locale="en-US").sheet, Clinic(locale="en-CA").sheet, Clinic().sheet) == ("letter", "letter", "a4")
    assert Clinic(locale="en-US", paper="a4").sheet == "a4"


def test_what_is_missing_is_said_in_english_and_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An incomplete language borrows English, with English plurals (French has 0 as one), and the handout says so."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "en.toml").write_bytes((texts_dir() / "en.toml").read_bytes())
    french = '[file]\ntranslation = "draft"\ncomplete = false\n[side]\nleft = "gauche"\n'
    (tmp_path / "texts" / "fr.toml").write_text(french, encoding="utf-8")
    monkeypatch.setattr("kit.words.sentences.data_dir", lambda: tmp_path)
    for cached in (sentences, read):
        cached.cache_clear()
    try:
        words = Catalogue("fr-FR")
        assert words.say("side.left") == "gauche"
        said = [words.say("dose.times_a_day", n) for n in (0, 1, 2)]
        assert said == ["0 times a day", "Once a day", "2 times a day"]
        assert words.caution == [ENGLISH["translation.unreviewed"], ENGLISH["translation.partly"]]
        assert Catalogue().caution == []
    finally:
        for cached in (sentences, read):
            cached.cache_clear()


def test_a_country_fills_what_its_language_lacks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the country says is not borrowed; tables within tables are one key; what is no language file is none."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "en.toml").write_text(
        '[file]\ntranslation = "source"\n[a]\nb = "in English"\n[a.c]\nd = "deep"\n', encoding="utf-8"
    )
    (texts / "fr.toml").write_text('[file]\ntranslation = "reviewed"\n', encoding="utf-8")
    (texts / "fr-CA.toml").write_text('[a]\nb = "au Canada"\n', encoding="utf-8")
    (texts / "plain_words.en.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr("kit.words.sentences.data_dir", lambda: tmp_path)
    for cached in (sentences, read):
        cached.cache_clear()
    try:
        assert languages() == ["en", "fr"]
        assert sentences("fr-CA").said == {"a.b": "au Canada", "a.c.d": "deep"}
        assert (sentences("fr-CA").borrowed, sentences("fr").borrowed) == (
            frozenset({"a.c.d"}),
            frozenset({"a.b", "a.c.d"}),
        )
        assert (overlay("fr"), overlay("fr-FR")) == ({}, {})
        assert read("fr")[0].model_dump() == {"direction": "ltr", "translation": "reviewed", "complete": True}
        (texts / "de.toml").write_text('[file]\ntranslation = "no"\n', encoding="utf-8")
        with pytest.raises(ContentError) as caught:
            read("de")
        assert str(caught.value).startswith("de.toml, file, translation: “no” is refused: it must be one of")
    finally:
        for cached in (sentences, read):
            cached.cache_clear()


def test_a_catalogue_knows_its_language() -> None:
    """By its locale's first part; what is given as a value is whole in the sentence, a list piece by piece."""
    words = Catalogue("ar-EG")
    assert (words.language, words.direction, words.locale) == ("ar", "rtl", Locale("ar", "EG"))
    assert (Catalogue().language, Catalogue().direction, Catalogue().tag) == ("en", "ltr", "en-GB")
    assert words.say("handout.footer", label="P-001", version=1, code="X").count(FIRST_STRONG) == 2
    assert words.listing(["P-001", "ركبة"]) == f"{FIRST_STRONG}P-001{POP} وركبة"


@given(st.text(max_size=40))
def test_isolating_keeps_the_text(text: str) -> None:
    """The marks go round a text and change nothing of it."""
    assert isolated(text) in (text, f"{FIRST_STRONG}{text}{POP}")


def test_what_is_isolated_within_arabic() -> None:
    """Names and telephone numbers keep their order; Arabic, and a single number, need no marks."""
    words = Catalogue("ar-EG")
    marked = ["Sunny Clinic", "01234 567890", "P-001"]
    assert [words.whole(text) for text in marked] == [f"{FIRST_STRONG}{text}{POP}" for text in marked]
    assert [words.whole(text) for text in ("ركبة", "30", "", 7)] == ["ركبة", "30", "", 7]
    assert Catalogue().whole("01234 567890") == "01234 567890"
    assert [direction(text) for text in ("12 a ر", "(ركبة) knee", "12.5", "ב")] == ["ltr", "rtl", None, "rtl"]
    assert (FIRST_STRONG, POP) == ("\u2068", "\u2069")  # Unicode's own, FIRST STRONG ISOLATE and its end
    assert [isolated(text) for text in ("ב", "12%", "ركبة 12")] == ["ב", f"{FIRST_STRONG}12%{POP}", "ركبة 12"]


def test_every_sign_and_pain_line_has_words_in_every_language() -> None:
    """What the data name stands in the catalogue, in a complete language's own words."""
    signs = [sign.key for tier in help_signs().tiers().values() for sign in tier]
    lines = [line for advice in pain_rules().kinds.values() for line in advice.lines]
    wanted = {
        *(f"sign.{key}" for key in signs),
        *(f"pain.line.{line}" for line in lines),
        *(f"pain.of.{kind}" for kind in PAIN_KINDS),
    }
    for language in languages():
        assert not read(language)[0].complete or wanted <= read(language)[1].keys()
    said = {key for key in ENGLISH if key.startswith(("sign.", "pain.line.", "pain.of."))}
    assert said - wanted == {"sign.c_same_by_review"}


# Exercises


@pytest.mark.parametrize("exercise_id", FOUR)
def test_the_founding_four_are_told_in_arabic(exercise_id: str, library: Library) -> None:
    """All of each is translated, with the side words where the English has them, and nothing else of it changes. The
    short text is told where it is translated too."""
    english = library[exercise_id]
    tables = tomllib.loads((texts_dir() / "exercises.ar.toml").read_text(encoding="utf-8"))
    missing = [text for text in told(english) if text not in {**tables["common"], **tables[exercise_id]}]
    assert missing == [], "write these into data/texts/exercises.ar.toml, each with its Arabic"
    arabic = Translation.load("ar").exercise(english)
    assert isinstance(arabic, Translated)
    assert len(told(arabic)) == len(told(english))
    for one, two in zip(told(english), told(arabic), strict=True):
        assert set(re.findall(r"\{\w+\}", one)) == set(re.findall(r"\{\w+\}", two)), (one, two)
        assert direction(two) == "rtl"
    kept = set(Exercise.model_fields) - {"patient_name", "purpose", "steps", "turn", "careful", "feel", "breathing"}
    for name in kept - {"mistakes", "safety", "cautions", "easier", "harder", "equipment", "card"}:
        assert getattr(arabic, name) == getattr(english, name)
    assert Translation.load("ar").exercise(arabic) is arabic


def test_a_changed_english_text_has_no_translation(library: Library) -> None:
    """One word changed, and the whole exercise is told in English; its things are still named in Arabic."""
    changed = library[FOUR[0]].model_copy(update={"feel": "A strong pull."})
    as_it_is = Translation.load("ar").exercise(changed)
    assert not isinstance(as_it_is, Translated)
    assert as_it_is.steps == changed.steps
    assert as_it_is.equipment[0].name == "بساط تمارين"
    words = Catalogue("ar-EG")
    assert words_of(as_it_is, words).language == "en"
    assert words_of(changed.model_copy(update={"patient_name": "تمرين الركبة"}), words) is words


def test_every_thing_has_an_arabic_name(library: Library) -> None:
    """What the kit's exercises need is named in Arabic, for translated exercises and for the others."""
    tables = tomllib.loads((texts_dir() / "exercises.ar.toml").read_text(encoding="utf-8"))
    names = {thing.name for exercise in library.exercises.values() for thing in exercise.equipment}
    assert names - tables["things"].keys() == set()


def test_lines_of_safety_are_translated_or_the_exercise_is_told_in_english(library: Library) -> None:
    """One that has a translation is in Arabic, one that has none leaves the whole exercise as it is."""
    english = library[FOUR[0]]
    known, unknown = (english.model_copy(update={"safety": (line,)}) for line in (english.mistakes[0], "Hold tight."))
    arabic = Translation.load("ar")
    assert arabic.exercise(known).safety == arabic.exercise(english).mistakes[:1]
    assert arabic.exercise(unknown) == unknown.model_copy(update={"equipment": arabic.exercise(english).equipment})
