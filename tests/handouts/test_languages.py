"""The handout in a language that runs from right to left: all of it told, nothing turned round, nothing left out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import icalendar
import pikepdf
import pytest

from kit.clinic import Clinic
from kit.diary.read import read_diary
from kit.handouts.document import document
from kit.handouts.export import files
from kit.handouts.nodes import Box, DiaryWeek, ExerciseBlock, Facts, Heading, Text
from kit.handouts.parts import CALENDAR, CARE_PLAN, DIARY, PAGE, PLAN, TABLE
from kit.handouts.pdf import to_pdf
from kit.library.library import Library
from kit.library.translation import Translated, Translation
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.typeset.fonts import UNDRAWABLE, drawable
from kit.words.sentences import read
from kit.words.text import FIRST_STRONG, POP, clean

ARABIC = Clinic(name="Sunny Clinic", therapist="A. Physio", contact="01234 567890", locale="ar-EG")
UNREVIEWED = read("ar")[1]["translation.unreviewed"]
HOSTILE = [
    "#panic()",
    "$x$ *b* `c`",
    "<script>x</script>",
    "a\u202ed\u2066e",
    "ركبة (a) 12",
    "A" * 150,
    "膝 😀",
    "{name}",
]


@pytest.fixture(scope="module")
def arabic(four: Plan, library: Library) -> Plan:
    """The founding stretches whose translation is of today's wording; another test asks that all of them are."""
    plan = Plan.begin("P-001", start=four.start, title=four.title, patient="P-001")
    for item in four.items:
        if isinstance(Translation.load("ar").exercise(library[item.exercise_id]), Translated):
            plan = plan.add(library[item.exercise_id])
    return plan


@pytest.fixture(scope="module")
def partly(library: Library) -> Library:
    """The library with one exercise in words of the clinic's own, which nobody has translated."""
    own = library["bridge"].model_copy(update={"feel": "Your buttocks work."})
    return Library(own if exercise.id == own.id else exercise for exercise in library)


@pytest.fixture(scope="module")
def mixed(arabic: Plan, partly: Library) -> Plan:
    """The same, and that exercise."""
    return arabic.add(partly["bridge"], note="Ask me at your visit (room 2).")


def text_of(path: Path) -> str:
    """The text of a PDF as one line, without the marks of direction."""
    if shutil.which("pdftotext") is None:
        message = "pdftotext is not on this machine; install it with: apt-get install poppler-utils"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join("".join(c for c in told if unicodedata.category(c) != "Cf").split())


def letters(text: str) -> str:
    """Letters and digits in their order: where a space or a full stop goes, each extractor decides for itself."""
    return "".join(c for c in text if c.isalnum())


def pdf_of(plan: Plan, library: Library, tmp_path: Path, clinic: Clinic = ARABIC, name: str = "") -> Path:
    path = tmp_path / "handout.pdf"
    path.write_bytes(to_pdf(document(resolve(plan, library), clinic, name)))
    return path


@pytest.mark.parametrize("locale", ["ar-EG", "ar-GB"])
def test_accessible_and_the_same_for_the_same_plan(locale: str, mixed: Plan, partly: Library, tmp_path: Path) -> None:
    """The checker finds nothing, the language is told, and the same plan gives the same bytes."""
    clinic = ARABIC.model_copy(update={"locale": locale})
    path = pdf_of(mixed, partly, tmp_path, clinic)
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == locale
        assert "en" in {str(o.Lang) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Lang" in o}
    assert path.read_bytes() == to_pdf(document(resolve(mixed, partly), clinic))


def test_the_text_comes_out_in_the_order_it_is_read(arabic: Plan, library: Library, tmp_path: Path) -> None:
    """Sentences, numbers and names stand in the extracted text as they were written.

    Lam and alef are drawn as one sign, which this extractor turns round; so these sentences have none.
    """
    text = text_of(pdf_of(arabic, library, tmp_path))
    for said in (
        "اثبت لمدة 30 ثانية.",
        "افعل ذلك مرتين لكل جهة.",
        "أوقف التمارين.",
        "عندك تنميل جديد",
        "Sunny Clinic",
        "01234 567890",
        "29 يونيو 2026",
    ):
        assert letters(said) in letters(text), said
    assert letters(text).count(letters("أكمل جهة أولا")) == 2 * len(arabic.items)  # on the card and overleaf
    assert UNDRAWABLE not in text


def test_every_word_is_in_the_language(arabic: Plan, library: Library) -> None:
    """In the whole document no Latin letter stands but in what the clinic and the plan are called."""
    plain = ARABIC.model_copy(update={"name": "", "therapist": ""})
    told = document(resolve(arabic.describe(patient="١"), library), plain)
    words = [
        told.title,
        told.purpose,
        told.draft,
        told.draft_banner,
        told.page_of.format(page=1, pages=2),
        told.overview,
    ]
    for node in told.nodes:
        match node:
            case Heading() | Text():
                words.append(node.text)
            case Facts():
                words += [text for name, value in node.rows for text in (name, value) if arabic.plan_id not in value]
            case Box():
                words += [node.title, node.first, *node.lines]
            case DiaryWeek():
                words += [node.title, node.corner, *node.days, *node.written, *(row.label for row in node.rows)]
            case ExerciseBlock():
                words += [node.name, node.time, *node.dose, node.dose_title, node.steps_title, *node.steps]
                words += [text for pair in node.dose_table for text in pair]
                words += [text for aside in node.asides for text in (aside.title, *aside.lines)]
                words += [picture.alt for picture in node.pictures]
    assert len(words) > 150
    assert [text for text in words if re.search("[A-Za-z]", text)] == []


@pytest.mark.usefixtures("unprinted")
def test_the_translation_says_that_nobody_has_checked_it(arabic: Plan, library: Library) -> None:
    """A machine's translation is marked in the document and in the page; English has no such mark."""
    assert Text(str(UNREVIEWED)) in document(resolve(arabic, library), ARABIC).nodes
    page = files(resolve(arabic, library), ARABIC)[PAGE].decode()
    assert str(UNREVIEWED) in page
    assert f'"caution":{json.dumps([UNREVIEWED], separators=(",", ":"))}' in page
    english = document(resolve(arabic, library), Clinic())
    assert str(read("en")[1]["translation.unreviewed"]) not in [n.text for n in english.nodes if isinstance(n, Text)]


@pytest.mark.usefixtures("unprinted")
def test_an_exercise_without_a_translation_is_told_in_english(mixed: Plan, partly: Library) -> None:
    """Its own texts say that they are English; dose, headings and note stay in the clinic's language."""
    blocks = [node for node in document(resolve(mixed, partly), ARABIC).nodes if isinstance(node, ExerciseBlock)]
    assert [block.lang for block in blocks] == [*("" for _ in mixed.items[1:]), "en"]
    last = blocks[-1]
    assert last.steps[0] == partly["bridge"].steps[0]
    assert last.steps_title == "ماذا تفعل"
    assert last.asides[-1].lines == (f"{FIRST_STRONG}Ask me at your visit (room 2).{POP}",)
    page = files(resolve(mixed, partly), ARABIC)[PAGE].decode()
    assert '<html lang="ar-EG" dir="rtl">' in page
    assert page.count('<ol lang="en" dir="ltr">') == 1


def test_an_issued_plan_keeps_its_record(arabic: Plan, library: Library) -> None:
    """What goes home is translated, the record is as it was issued; issuing in Arabic prints what the draft printed."""
    issued = finalised(resolve(arabic, library), "A. Physio", arabic.start)
    made = files(resolve(issued, library), ARABIC)
    english = files(resolve(issued, library), Clinic())
    assert made[PLAN] == english[PLAN]
    assert json.loads(made[CARE_PLAN])["resourceType"] == "Bundle"
    assert "إطالة الورك جالسا".encode() in made[TABLE]
    assert "إطالة الورك جالسا".encode() in made[DIARY]
    events = icalendar.Calendar.from_ical(made[CALENDAR]).walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {"التمارين"}
    was = [n for n in document(resolve(arabic, library), ARABIC).nodes if isinstance(n, ExerciseBlock)]
    assert was == [n for n in document(resolve(issued, library), ARABIC).nodes if isinstance(n, ExerciseBlock)]


def test_pictures_are_not_mirrored_by_a_language(arabic: Plan, library: Library) -> None:
    """The drawings are the same for every reader; only their order on the page follows the language."""
    one, two = (
        [
            p.svg
            for n in document(resolve(arabic, library), clinic).nodes
            if isinstance(n, ExerciseBlock)
            for p in n.pictures
        ]
        for clinic in (ARABIC, Clinic())
    )
    assert one == two


@pytest.mark.usefixtures("unprinted")
def test_a_diary_in_arabic_comes_back(arabic: Plan, library: Library, tmp_path: Path) -> None:
    """The kit reads the rows of a diary that went home in another language."""
    issued = finalised(resolve(arabic, library), "A. Physio", arabic.start)
    path = tmp_path / "diary.csv"
    path.write_bytes(
        files(resolve(issued, library), ARABIC)[DIARY].replace(b"," * 19 + b"\r\n", b",done" + b"," * 18 + b"\r\n", 1)
    )
    read_back = read_diary(path)
    assert read_back.rejects == ()
    assert list(read_back.rows["status"].dropna()) == ["done"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str, arabic: Plan, library: Library, tmp_path: Path) -> None:
    """Whatever a person typed is printed as it stands, or visibly replaced, in an Arabic handout too."""
    plan = Plan.begin("P-001", arabic.start, patient=text).add(library[arabic.items[0].exercise_id], note=text)
    shown = text_of(pdf_of(plan, library, tmp_path, name=text)).replace(" ", "")
    bare = drawable(clean(text))
    # Within Arabic, extractors move brackets and full stops about; what is all Latin stays one piece.
    parts = [bare.replace(" ", "")] if bare.isascii() else [letters(part) or part for part in bare.split()]
    assert [part for part in parts if part not in shown] == []


def test_fonts_know_arabic_and_the_marks_of_direction() -> None:
    """Arabic letters and isolating marks are set as they are; what no font draws is replaced."""
    text = f"{FIRST_STRONG}ركبة، 30؟{POP}"
    assert drawable(text) == text
    assert drawable("膝 😀") == f"膝 {UNDRAWABLE}"


def test_whatever_is_kept_can_be_set(arabic: Plan, library: Library) -> None:
    """Letters of both fonts with marks of both, in Arabic, where a font is chosen by the letter, and in English."""
    letters_known = (*map(chr, range(0xC0, 0x250)), "a", "1", "ب", "ا", "-", "膝")
    marks = ("\u0301", "\u064b", "\u0654", "\u20dd", "\u0f18")
    text = " ".join(f"{letter}{mark}" for mark in marks for letter in letters_known[-80:])
    for clinic in (ARABIC, Clinic()):
        plan = arabic.adjust("i1", note=text).adjust("i2", note=" ".join(letters_known))
        assert to_pdf(document(resolve(plan, library), clinic)).startswith(b"%PDF")


def test_english_is_not_touched_by_the_other_language(arabic: Plan, library: Library, tmp_path: Path) -> None:
    """An English handout holds no mark of direction and no font for another script."""
    told = document(resolve(arabic, library), Clinic(name="Sunny Clinic"))
    assert FIRST_STRONG not in repr(told)
    path = pdf_of(arabic, library, tmp_path, Clinic())
    with pikepdf.open(path) as pdf:
        fonts = {str(f.BaseFont) for page in pdf.pages for f in page.Resources.get("/Font", {}).values()}
    assert fonts
    assert not [name for name in fonts if "Amiri" in name]


def test_letter_paper_where_the_country_prints_on_it(arabic: Plan, library: Library) -> None:
    """The clinic's paper, else the country's."""
    assert document(resolve(arabic, library), Clinic(locale="en-US")).paper == "letter"
    assert document(resolve(arabic, library), Clinic(locale="en-US", paper="a4")).paper == "a4"
