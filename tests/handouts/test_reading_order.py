"""What a screen reader is told of an Arabic handout, and what is copied out of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Box, Document, ExerciseBlock, Heading, Text
from kit.handouts.pdf import to_pdf
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.typeset.fonts import font_dirs
from kit.typeset.pdf import compile_pdf
from kit.words.sentences import texts_dir
from tests.handouts.sheets import START
from tests.handouts.tagged import figures, plain, texts

ADDRESS = "someone.with.a.very.long.name@department.hospital.example.org"
ARABIC = Clinic(name="Sunny Clinic", therapist="A. Physio", contact=ADDRESS, locale="ar-EG")
SOME = ("band_row", "chin_tuck", "single_leg_stance", "walking", "heel_raise_double", "curl_up")


@pytest.fixture(scope="module")
def partly() -> Library:
    """The library with one exercise in words of the clinic's own, which nobody has translated."""
    known = Library.load()
    own = known["bridge"].model_copy(update={"feel": "Your buttocks work."})
    return Library(own if exercise.id == own.id else exercise for exercise in known)


@pytest.fixture(scope="module")
def told(partly: Library) -> Document:
    plan = Plan.begin("P-001", START, title="A" * 70, patient="P-001")
    for name in (*SOME, "bridge"):
        plan = plan.add(partly[name])
    return document(resolve(plan, partly), ARABIC)


@pytest.fixture(scope="module")
def made(told: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "handout.pdf"
    path.write_bytes(to_pdf(told))
    return path


def sentences(told: Document) -> Iterator[str]:
    for node in (node for node in told.nodes if node.medium != "paper"):
        match node:
            case Heading() | Text():
                yield node.text
            case Box():
                yield from (node.title, node.first, *node.lines)
            case ExerciseBlock():
                yield from (node.name, *node.dose, *node.steps)
                yield from (line for aside in node.asides for line in aside.lines)
    if told.diary:
        yield from (*told.diary.how, *(mark.meaning for mark in told.diary.marks))


def leaves(tree: Any) -> Iterator[str]:
    for value in tree.values():
        if isinstance(value, dict):
            yield from leaves(value)
        else:
            yield str(value)


def test_every_sentence_is_told_in_the_order_it_is_read(told: Document, made: Path) -> None:
    """Words, numbers and signs of each sentence stand in the tags as they were written, Arabic and English."""
    whole = plain(" ".join(texts(made)))
    wanted = [plain(text) for text in sentences(told) if " " in text]
    assert len(wanted) > 150
    assert [text for text in wanted if text not in whole] == []


def test_every_arabic_word_is_told_letter_by_letter(tmp_path: Path) -> None:
    """Of every word of the kit, and of every two letters beside each other, lam and alef too."""
    files = (texts_dir() / name for name in ("ar.toml", "exercises.ar.toml"))
    written = " ".join(text for path in files for text in leaves(tomllib.loads(path.read_text(encoding="utf-8"))))
    letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
    pairs = {frame.format(a + b) for a in letters for b in letters for frame in ("{}", "ا{}ا", "ط{}ط")}
    words = sorted({*re.findall("[\u0621-\u064a]+", written), *pairs})
    source = tmp_path / "words.typ"
    source.write_text(
        '#set document(title: "words")\n#set text(font: "Amiri", fallback: false, lang: "ar")\n' + "\n\n".join(words),
        encoding="utf-8",
    )
    made = tmp_path / "words.pdf"
    made.write_bytes(compile_pdf(source, {}, [], START))
    assert [text.strip() for text in texts(made)] == words


def test_what_a_picture_shows_says_its_language(made: Path) -> None:
    """English is marked as English, and Arabic, which is the language of the document, is not marked."""
    shown = figures(made)
    assert {language for text, language in shown if re.search("[\u0621-\u064a]", text)} == {""}
    english = [language for text, language in shown if text.startswith(("A person", "The hips"))]
    assert english == ["en"] * 2


def test_no_sign_in_a_long_word_is_copied(made: Path) -> None:
    """Addresses, names and titles are one piece in the text and in the metadata, however the line breaks."""
    whole = "".join(texts(made))
    assert ADDRESS in whole
    assert "\u200b" not in whole
    with pikepdf.open(made) as pdf:
        inside = [str(pdf.docinfo), pdf.Root.Metadata.read_bytes().decode("utf-8")]
        inside += [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert "A" * 70 in inside[1]
    assert [text for text in inside if "\u200b" in text] == []


def test_the_fonts_are_three_packages() -> None:
    """Noto Sans, Amiri for Arabic, and Noto Sans CJK for Chinese."""
    assert [folder.parts[-2:] for folder in font_dirs()] == [
        ("fontpkg_noto_sans", "files"),
        ("fontpkg_amiri", "files"),
        ("site-packages", "noto_cjk_sans_otc"),
    ]
