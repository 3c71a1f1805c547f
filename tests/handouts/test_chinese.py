"""The handout in Chinese, measured on the PDF: every sign drawn, no line that begins as none may, small, and tagged."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from functools import cache
from pathlib import Path

import icalendar
import pikepdf
import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.export import files
from kit.handouts.nodes import Document, ExerciseBlock, sentences
from kit.handouts.parts import CALENDAR, PAGE, PDF
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.typeset.fonts import UNDRAWABLE, drawable
from kit.words.sentences import read
from tests.handouts.tagged import figures, texts
from tests.handouts.test_identity import Box, words_of
from tests.handouts.test_pdf import text_of
from tests.handouts.test_sheet import bare

CLINIC = Clinic(name="晨光诊所", therapist="李物理治疗师", contact="021 6000 1234", locale="zh-CN")
LIBRARY = Library.load()
START = dt.date(2026, 6, 1)
STYLES = [Style(), Style("letter", palette="grey"), Style(large_print=True), Style(form="leaflet"), Style(diary="full")]
# What may not stand at the beginning of a line, and what may not stand at its end.
CLOSING = "。，、；：？！”）》…·.,;:?!)"
OPENING = "“（《("
GAP = 8.0  # points: more than a space, less than what is between columns


def plan_of(*more: str) -> Plan:
    plan = template("knee-glute-stretches").plan(LIBRARY, "P-001", START, "P-001")
    for name in more:
        plan = plan.add(LIBRARY[name])
    return finalised(resolve(plan, LIBRARY), "李物理治疗师", START)


@cache
def made(style: Style, *more: str) -> tuple[Document, bytes]:
    told = document(resolve(plan_of(*more), LIBRARY), CLINIC, "王小明", style)
    return told, to_pdf(told)


def put(pdf: bytes, folder: Path) -> Path:
    path = folder / "one.pdf"
    path.write_bytes(pdf)
    return path


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_every_sentence_is_in_the_pdf_and_every_sign_is_drawn(style: Style, tmp_path: Path) -> None:
    """In its tags and as an extractor reads it; no replacement mark, no exercise in English."""
    told, pdf = made(style)
    path = put(pdf, tmp_path)
    tagged, extracted = bare(" ".join(texts(path))), bare(" ".join(text_of(path)))
    headings = {told.overview, "您的锻炼动作"}  # each form says one of them
    paper = {node.title for node in told.nodes if node.medium == "paper" and hasattr(node, "title")}
    wanted = {text for text in sentences(told) if len(text) > 1} - headings - paper
    own_diary = {bare(text) for node in told.nodes if node.medium == "paper" for text in _paper(node)}
    lost = [text for text in wanted if bare(text) not in tagged and bare(text) not in own_diary]
    assert len(wanted) > 90
    assert lost == []
    assert UNDRAWABLE not in tagged + extracted
    for said in (
        "王小明",
        "晨光诊所",
        "2026年6月29日",
        "保持30秒",
        "每侧做2次。",
        str(read("zh")[1]["translation.unreviewed"]),
    ):
        assert bare(said) in extracted, said


def _paper(node: object) -> list[str]:
    """What the diary of the page says, which is not that of the sheet for a pen."""
    return [str(text) for text in (*getattr(node, "written", ()), getattr(node, "rest", ""), getattr(node, "text", ""))]


def test_sentences_stand_without_spaces() -> None:
    """In steps, cards, doses and boxes one sentence follows the other."""
    told = made(Style())[0]
    said = [text for b in blocks(told) for _, text in (*b.short.phases, *b.short.card)]
    said += [signs.dose_told + signs.pain_told for signs in told.signs]
    said += [*sentences(told), *(block.short.often for block in blocks(told))]
    assert [
        text for text in said if " " in text.replace(CLINIC.contact, "") and "·" not in text and "1. " not in text
    ] == []


def notes() -> bytes:
    """The sheet with notes of very many commas: a line may end after each sign, and before none of them."""
    plan = plan_of().new_version(START + dt.timedelta(days=7))
    for number, item in enumerate(plan.items):
        plan = plan.adjust(item.item_id, note="一" * number + "好好，" * 330)
    return to_pdf(document(resolve(plan, LIBRARY), CLINIC))


@pytest.mark.parametrize("style", [*STYLES, None], ids=str)
def test_no_line_begins_or_ends_as_none_may(style: Style | None, tmp_path: Path) -> None:
    """No stop, comma or closing mark at the start of a line, no opening one at its end."""
    path = put(made(style)[1] if style else notes(), tmp_path)
    words = [(page, word) for page, found in enumerate(words_of(path)) for word in found]
    assert len(words) > 300

    def beside(page: int, here: Box, at: float) -> bool:
        """Whether another word of the same line touches the word at that side."""
        near = (other for number, other in words if number == page and other is not here)
        return any(
            abs((other.right if at == here.left else other.left) - at) < GAP
            and min(other.bottom, here.bottom) - max(other.top, here.top) > 0.5 * (here.bottom - here.top)
            for other in near
        )

    first = [w.text for page, w in words if w.text[0] in CLOSING and not beside(page, w, w.left)]
    last = [w.text for page, w in words if w.text[-1] in OPENING and not beside(page, w, w.right)]
    assert (first, last) == ([], [])


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_accessible_and_its_language_is_told(style: Style, tmp_path: Path) -> None:
    """The independent checker finds nothing; document and pictures are Chinese, and no part says another language."""
    path = put(made(style)[1], tmp_path)
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert {str(o.Lang) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Lang" in o} <= {
            "zh-CN",
            "zh",
        }
    assert {alt for alt, _ in figures(path)} >= {p.alt for b in blocks(made(style)[0]) for p in b.pictures}


def blocks(told: Document) -> list[ExerciseBlock]:
    return [node for node in told.nodes if isinstance(node, ExerciseBlock)]


def test_the_file_stays_small() -> None:
    """One font in one weight: the founding four on three pages take less than 180 KB."""
    pdf = made(Style())[1]
    assert len(pdf) < 180_000
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = {str(f.BaseFont) for page in opened.pages for f in page.Resources.get("/Font", {}).values()}
        assert len(opened.pages) == 3
    assert [name.partition("+")[2] for name in fonts] == ["NotoSansCJKsc-Regular-Identity-H"]


def test_bold_is_drawn_with_a_line_round_the_letters() -> None:
    """The font has one weight: headings stand out all the same, and running text has no line."""

    def modes(pdf: bytes) -> set[int]:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            steps = [step for page in opened.pages for step in pikepdf.parse_content_stream(page)]
        return {int(step.operands[0]) for step in steps if str(step.operator) == "Tr"}

    assert 2 in modes(made(Style())[1])
    assert 2 not in modes(to_pdf(document(resolve(plan_of(), LIBRARY), Clinic())))


def test_an_exercise_without_chinese_stays_english(tmp_path: Path) -> None:
    """Told whole in English, marked so for a listener, with its spaces; the sheet says that some of it is English."""
    told, pdf = made(Style(), "bridge")
    *four, last = blocks(told)
    assert ([block.lang for block in four], last.lang) == ([""] * 4, "en")
    path = put(pdf, tmp_path)
    whole = " ".join(" ".join(text_of(path)).split())
    assert str(read("zh")[1]["translation.partly"]) in "".join(whole.split())
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    columns = " ".join(raw.split())
    assert " ".join(last.steps[:2]) in columns
    care = next(aside for aside in last.asides if aside.kind == "mistakes")
    assert " ".join(care.lines) in columns
    assert {language for text, language in figures(path) if text == last.pictures[0].alt} == {"en"}


def test_page_and_calendar_are_chinese() -> None:
    """The page tells its language, and joins sentences without a space; so does the calendar."""
    out = files(resolve(plan_of(), LIBRARY), CLINIC)
    page = out[PAGE].decode()
    assert '<html lang="zh-CN" dir="ltr">' in page
    assert '<p class="dose">保持30秒。每侧做2次。每次之间休息15秒。每天1次。</p>' in page
    (event, *_) = icalendar.Calendar.from_ical(out[CALENDAR]).walk("VEVENT")
    assert str(event["summary"]) == "锻炼"
    assert "1. 坐姿髋部拉伸：保持30秒。每侧做2次。" in str(event["description"])
    assert out[PDF].startswith(b"%PDF")


def test_a_chinese_name_is_drawn_in_an_english_handout(tmp_path: Path) -> None:
    """Whose name it is can be read, whatever the language of the sheet."""
    path = put(to_pdf(document(resolve(plan_of(), LIBRARY), Clinic(), "王小明")), tmp_path)
    assert "王小明" in "".join(text_of(path))
    assert drawable("王小明") == "王小明"
