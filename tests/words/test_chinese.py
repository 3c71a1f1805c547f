"""Simplified Chinese: every sentence of the sheet and all of the founding four, written as Chinese is written."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator

import pytest
from babel import Locale

from kit.clinic import Clinic
from kit.figures import alt_text, panels
from kit.library.exercise import Exercise, Side, text_for
from kit.library.library import Library
from kit.library.translation import Translated, Translation, cautions, told, words_of
from kit.plan.template import template
from kit.words.catalogue import MARKS, Catalogue
from kit.words.dose import dose_sentences, dose_short
from kit.words.numbers import brief, spoken
from kit.words.sentences import read, texts_dir
from kit.words.side_words import SIDE_WORD
from tests.words.test_complete import pictured
from tests.words.test_languages import FOUR

WORDS = Catalogue("zh-CN")
NAMES: dict[Side, str] = {"left": "左", "right": "右"}
HAN = "[\u4e00-\u9fff]"
# What Chinese does not write beside its own signs: a space, a narrow stop or comma, straight quotation marks.
NARROW = re.compile(rf'{HAN} | {HAN}|{HAN}[,.:;!?()"]|["(]{HAN}|\d {HAN}|{HAN} \d')
# Signs that are written so in traditional Chinese or in Japanese alone.
OTHER_SCRIPTS = re.compile("[療師運動過還這裡個們請時間發緊鬆膝蓋醫電話腳頭號後從來對開關傷壓體髖処気歩]")
SIMPLE = re.compile("[动过这时间发来对开关后从体膝盖头话脚个们请还号紧]")


def tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((texts_dir() / "exercises.zh.toml").read_text(encoding="utf-8"))


def everything() -> Iterator[str]:
    """Every Chinese text, of a sentence with plural forms each."""
    for sentence in read("zh")[1].values():
        yield from [sentence] if isinstance(sentence, str) else sentence.values()
    for table in tables().values():
        yield from table.values()


def test_every_sentence_is_there() -> None:
    """Of the sheet, the page, the diary and the calendar, and none of it is English; nobody has reviewed it."""
    about, said = read("zh")
    english = read("en")[1]
    assert sorted(english.keys() - said.keys()) == []
    assert (about.complete, about.translation, about.direction) == (True, "draft", "ltr")
    silent = [key for key, text in said.items() if not re.search(HAN, str(text)) and re.search("[A-Za-z]", str(text))]
    blanks = {
        *(f"mark.{name}" for name in MARKS),
        "changes.item",
        "calendar.pain",
        "duration.together",
        "dose.every_day",
    }
    assert set(silent) <= blanks | {"diary.part_sign", "calendar.exercise", "care.of_side"}
    assert said["handout.unreviewed"] == "这些动作说明的文字尚未获准普遍使用。如有不清楚的地方，请问您的物理治疗师。"
    assert WORDS.caution == [said["translation.unreviewed"]]


@pytest.mark.parametrize("exercise_id", FOUR)
def test_all_of_the_founding_four_is_told(exercise_id: str, library: Library) -> None:
    """Each text, the card and what the pictures show, for either side; things and titles of their plan too."""
    english = library[exercise_id]
    assert english.card
    known = {**tables()["common"], **tables()[exercise_id]}
    wanted = dict.fromkeys((*told(english), *english.card.lines, *pictured(english)))
    assert [text for text in wanted if not known.get(text)] == [], "write these into data/texts/exercises.zh.toml"
    chinese = Translation.load("zh").exercise(english)
    assert isinstance(chinese, Translated)
    assert chinese.card
    for text in (*told(chinese), *chinese.card.lines, *(thing.name for thing in chinese.equipment)):
        left, right = (text_for(text, side, NAMES) for side in NAMES)
        assert re.search(HAN, text)
        assert left.translate(str.maketrans("左右", "右左")) == right
    for side in NAMES:
        for panel in panels(exercise_id):
            assert Translation.load("zh").picture(exercise_id, alt_text(exercise_id, panel, side), side, NAMES)
    ready = template("knee-glute-stretches")
    said = (ready.title, ready.goal, ready.told_next, ready.purpose)
    assert [text for text in said if text not in tables()["plans"]] == []


def test_no_table_keeps_what_nobody_says(library: Library) -> None:
    """A text whose English has changed is taken out, and each thing of the library has its name."""
    for exercise_id in FOUR:
        card = library[exercise_id].card
        wanted = {*told(library[exercise_id]), *(card.lines if card else ()), *pictured(library[exercise_id])}
        assert tables()[exercise_id].keys() <= wanted
    of_four = {text for name in FOUR for text in told(library[name])}
    assert tables()["common"].keys() - of_four - {c for n in FOUR for c in library[n].card.lines} == set()  # type: ignore[union-attr]
    names = {thing.name for exercise in library.exercises.values() for thing in exercise.equipment}
    assert names == tables()["things"].keys()


def test_sides_and_numbers_are_kept() -> None:
    """The same sides and every number of the English, in each text."""
    for table in tables().values():
        for english, text in table.items():
            one, two = ({found[1] for found in SIDE_WORD.finditer(each)} for each in (english, text))
            assert one == two, english
            assert set(re.findall(r"\d+", english)) <= set(re.findall(r"\d+", text)), english
    said = read("en")[1]
    for key, sentence in read("zh")[1].items():
        assert re.findall(r"\d+", str(said[key])) == re.findall(r"\d+", str(sentence)), key


def test_it_is_written_as_chinese_is() -> None:
    """No space beside a Chinese sign, full-width marks, simplified signs, and the patient is 您."""
    texts = [*everything()]
    assert [
        text for text in texts if NARROW.search(re.sub(r"\{\w+\}", "字", text).replace("字. ", "").replace(" · ", ""))
    ] == []
    assert [text for text in texts if OTHER_SCRIPTS.search(SIMPLE.sub("", text))] == []
    assert [text for text in texts if "你" in text] == []
    english = "".join(re.sub(r"\{\w+\}", "", text) for text in texts)
    assert set(re.findall("[A-Za-z]+", english)) == {"NHS", "P", "T"}


def test_dates_numbers_and_lists() -> None:
    """Dates, weekdays, seconds and lists as Chinese says them, all without a space between them."""
    day = dt.date(2026, 6, 1)
    assert (WORDS.date(day), WORDS.short_date(day), WORDS.column_date(day)) == ("2026年6月1日", "6月1日", "6/1")
    assert Catalogue().column_date(day) == "1 Jun"
    assert (WORDS.weekday(0), WORDS.weekday(6, "abbreviated")) == ("星期一", "周日")
    assert WORDS.listing(["周一", "周三", "周五"]) == "周一、周三和周五"
    assert [spoken(n, WORDS) for n in (1, 30, 90)] == ["1秒", "30秒", "1分钟30秒"]
    assert brief(680, WORDS) == "11分20秒"
    assert WORDS.prose(["甲。", "乙。"]) == "甲。乙。"
    assert Catalogue().prose(["One.", "Two."]) == "One. Two."
    assert [WORDS.mark("comma"), WORDS.mark("title"), WORDS.mark("named")] == ["，", "：", "："]
    assert (WORDS.locale, WORDS.language) == (Locale.parse("zh_CN"), "zh")


def test_the_dose_of_the_four(library: Library) -> None:
    """Sentences and the short form, made from the numbers."""
    item = template("knee-glute-stretches").plan(library, "P-001", dt.date(2026, 6, 1), "P-001").items[0]
    assert dose_sentences(item.dose, item.sides, WORDS) == ["保持30秒。", "每侧做2次。"]
    assert dose_short(item.dose, item.sides, WORDS) == "1 × 2 × 30秒，每侧"


def test_numbers_to_call_in_china() -> None:
    """The ambulance, unless the clinic says another one."""
    assert Clinic(locale="zh-CN").emergency == "120"
    assert Clinic(locale="zh-CN", emergency_number="999").emergency == "999"
    assert Clinic(locale="zh-GB").emergency == "999"
    assert Clinic(locale="zh-CN").sheet == "a4"


def test_an_exercise_without_chinese_is_told_in_english_and_that_is_said(library: Library) -> None:
    """Its own texts are English, and the reader is told once that some is; one in the clinic's own Chinese is Chinese."""
    four, other = [Translation.load("zh").exercise(library[name]) for name in FOUR], library["bridge"]
    assert cautions(four, WORDS) == WORDS.caution
    assert cautions([*four, other], WORDS) == [*WORDS.caution, read("zh")[1]["translation.partly"]]
    assert words_of(Translation.load("zh").exercise(other), WORDS).language == "en"
    own: Exercise = other.model_copy(update={"patient_name": "抬臀"})
    assert words_of(own, WORDS) is WORDS
    assert cautions([own, other], Catalogue()) == []
