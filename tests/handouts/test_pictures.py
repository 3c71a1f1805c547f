"""The pictures form, measured on the PDF: large pictures and true signs in front, every word behind them."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pytest
from PIL import Image

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.make import handout
from kit.handouts.nodes import Box, Document, ExerciseBlock, Facts, Signs, sentences
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.exercise import Exercise
from kit.library.library import Library
from kit.library.pain import pain_rules
from kit.plan.pain import pain_kind
from kit.plan.plan import Plan
from kit.plan.prescription import Prescription
from kit.plan.resolved import ResolvedPlan, resolve
from kit.plan.schedule import Schedule
from kit.ui.planner.preview import style_of
from kit.words.catalogue import Catalogue
from tests.conftest import Kit
from tests.handouts.printed import MM, printed
from tests.handouts.tagged import figures, texts
from tests.handouts.test_identity import words_of
from tests.handouts.test_pdf import text_of
from tests.handouts.test_sheet import bare, drawings, plan_of

START = dt.date(2026, 6, 1)
CLINIC = Clinic(name="Sample Clinic", therapist="A. Physio", contact="020 7946 0018")
LIBRARY = Library.load()
DPI = 100
FORMS = [
    ("four", Style(form="pictures"), "en-GB"),
    ("falls-and-balance", Style("letter", palette="grey", form="pictures"), "en-US"),
    ("5", Style(form="pictures", diary="none"), "es-ES"),
    ("four", Style(form="pictures"), "ar-EG"),
    ("four", Style(form="pictures"), "zh-CN"),
    ("four", Style(large_print=True, form="pictures"), "en-GB"),
    ("1", Style(form="pictures", diary="full"), "ar-EG"),
]


def told_of(plan: Plan, style: Style, locale: str = "en-GB") -> Document:
    return document(resolve(plan, LIBRARY), CLINIC.model_copy(update={"locale": locale}), "", style)


@cache
def made(name: str, style: Style, locale: str = "en-GB") -> tuple[Document, bytes]:
    told = told_of(plan_of(name), style, locale)
    return told, to_pdf(told)


def put(pdf: bytes, folder: Path) -> Path:
    path = folder / "one.pdf"
    path.write_bytes(pdf)
    return path


def blocks(told: Document) -> list[ExerciseBlock]:
    return [node for node in told.nodes if isinstance(node, ExerciseBlock)]


def front(told: Document) -> int:
    """How many pages there are of pictures: two exercises each."""
    return -(-len(told.signs) // 2)


@pytest.mark.parametrize(("name", "style", "locale"), FORMS)
def test_nothing_is_lost(name: str, style: Style, locale: str, tmp_path: Path) -> None:
    """Every sentence, fact, sign and step of the document stands in the print, behind the pictures."""
    told, pdf = made(name, style, locale)
    whole = bare(" ".join(texts(put(pdf, tmp_path))))
    told = replace(told, nodes=tuple(node for node in told.nodes if node.medium != "paper"))  # of the page's own diary
    facts = [value for node in told.nodes if isinstance(node, Facts) for _, value in node.rows]
    short = [text for block in blocks(told) for text in (block.short.why, block.short.side_told, block.time)]
    wanted = {text for text in (*sentences(told), *facts, *short) if len(text) > 1}
    assert len(wanted) > 50
    assert [text for text in wanted if bare(text) not in whole] == []
    assert "\ufffd" not in whole


@pytest.mark.parametrize(("name", "style", "locale"), FORMS)
def test_accessible_and_the_same_bytes_twice(name: str, style: Style, locale: str, tmp_path: Path) -> None:
    """The independent checker finds nothing, the language is told, and the same plan gives the same file."""
    told, pdf = made(name, style, locale)
    path = put(pdf, tmp_path)
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    with pikepdf.open(path) as opened:
        assert str(opened.Root.Lang) == locale
    assert to_pdf(told) == pdf


@pytest.mark.parametrize(("name", "style", "locale"), FORMS)
def test_pictures_and_signs_are_told_in_their_order(name: str, style: Style, locale: str, tmp_path: Path) -> None:
    """The warm-up, then of each exercise the side, its pictures from first to last, how much and how often, and how much
    pain is fine."""
    told, pdf = made(name, style, locale)
    path = put(pdf, tmp_path)
    first = [told.ready.told] if told.ready.seconds else []
    wanted = first + [
        alt
        for block, signs in zip(blocks(told), told.signs, strict=True)
        for alt in (signs.side_told, *(picture.alt for picture in block.pictures), signs.dose_told, signs.pain_told)
    ]
    assert all(wanted)
    assert in_order(path) == wanted
    assert {alt for alt, _ in figures(path)} == {*wanted}


def in_order(path: Path) -> list[str]:
    """What stands for each picture, in the order of the tag tree."""

    def below(node: Any) -> list[str]:
        if isinstance(node, pikepdf.Array):
            return [alt for kid in node for alt in below(kid)]
        if not isinstance(node, pikepdf.Dictionary):
            return []
        own = [str(node.Alt)] if node.get("/S") == "/Figure" and "/Alt" in node else []
        return [*own, *below(node.get("/K", pikepdf.Array()))]

    with pikepdf.open(path) as pdf:
        return below(pdf.Root.StructTreeRoot.get("/K"))


@pytest.mark.parametrize(("name", "style", "locale"), FORMS)
def test_two_exercises_a_page_and_their_pictures_large(name: str, style: Style, locale: str) -> None:
    """No body is smaller than on the page form, and most of them are a third larger."""
    told, pdf = made(name, style, locale)
    known = drawings(told)
    shown = [{alt: scale for alt, scale in page.pictures.items() if alt in known} for page in printed(pdf)]
    assert [bool(page) for page in shown[: front(told)]] == [True] * front(told)
    assert not any(shown[front(told) :])
    sizes = {alt: scale * known[alt][0] / (known[alt][1] * MM) for page in shown for alt, scale in page.items()}
    assert sizes.keys() == known.keys()
    assert min(sizes.values()) >= 1
    if not style.large_print:
        assert sorted(sizes.values())[len(sizes) // 2] >= 1.33


@pytest.mark.parametrize(("name", "style", "locale"), FORMS)
def test_the_front_has_only_the_words_that_must_be_there(name: str, style: Style, locale: str, tmp_path: Path) -> None:
    """Title, label, signs to stop for and whom to call stand in front, and no sentence of the rest."""
    told, pdf = made(name, style, locale)
    pages = [bare(page) for page in text_of(put(pdf, tmp_path))]
    pictures, behind = "".join(pages[: front(told)]), "".join(pages[front(told) :])
    if locale != "ar-EG":  # an extractor may turn Arabic
        assert bare(told.title) in pictures
        assert bare(told.labels["helper"]) in behind
    assert bare(CLINIC.contact) in pictures
    assert all(told.emergency in page for page in pages[: front(told)])
    lines = [line for node in told.nodes if isinstance(node, Box) for line in node.lines]
    steps = [step for block in blocks(told) for step in block.steps]
    assert [text for text in (*lines, *steps) if bare(text) in pictures] == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages[: front(told)]):
            dialled = {str(note.A.URI) for note in page.get("/Annots", []) if "/A" in note}
            known = {f"tel:{told.emergency}", "tel:02079460018"}
            assert known <= dialled <= known | {f"tel:{danger.number}" for danger in told.dangers}, number


@dataclass(frozen=True)
class Seen:
    """The front as it is printed: words with their places, and how dark the paper is beside them."""

    words: list[Any]
    picture: Image.Image

    def dark(self, x: float, y: float) -> bool:
        """Whether there is strong colour at a place in points from the top left."""
        return self.picture.convert("L").getpixel((round(x * DPI / 72), round(y * DPI / 72))) < 140  # type: ignore[operator]

    def tinted(self, x: float, y: float) -> bool:
        """Whether the paper is not white there."""
        return self.picture.convert("L").getpixel((round(x * DPI / 72), round(y * DPI / 72))) < 235  # type: ignore[operator]


def seen(pdf: bytes, folder: Path) -> list[Seen]:
    path = put(pdf, folder)
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", path, folder / "page"], check=True)
    pictures = [Image.open(page) for page in sorted(folder.glob("page-*.png"))]
    return [Seen(words, picture) for words, picture in zip(words_of(path), pictures, strict=True)]


MIXED = ("hip-osteoarthritis", Style(form="pictures", palette="grey"))


def shade(page: Seen, x: float, y: float) -> str:
    """What a place on the scale of pain asks for, as an eye sees it that sees no colours."""
    grey = page.picture.convert("L").getpixel((round(x * DPI / 72), round(y * DPI / 72)))
    return "stop" if grey < 140 else "less" if grey < 215 else "go"  # type: ignore[operator]


def asked_at(known: ResolvedPlan, item: Prescription, exercise: Exercise, score: int) -> str:
    """What the rule of its kind of work asks for at a score of pain."""
    rules, kind = pain_rules(), pain_kind(known.plan, item, exercise)
    zone, lines = rules.policy(kind).zone(score), rules.kinds[kind].lines
    if zone == "high":
        return "stop" if {"stop_today", "stop_rest"} & {*lines} else "less"
    return "go" if zone == "safe" else "less"


@pytest.mark.parametrize(("name", "style"), [FORMS[0][:2], MIXED, FORMS[1][:2], FORMS[5][:2]])
def test_each_number_of_pain_is_marked_as_its_rule_asks(name: str, style: Style, tmp_path: Path) -> None:
    """Light where it is fine, dark where it stops the work, between them where less is to be done; apart in grey too.

    Where less comes before stop, the hand follows it over the numbers.
    """
    told, pdf = made(name, style)
    known = resolve(plan_of(name), LIBRARY)
    rows = []
    for page in seen(pdf, tmp_path)[: front(told)]:
        for ten in sorted((word for word in page.words if word.text == "10"), key=lambda word: word.top):
            row = [w for w in page.words if w.text in [*map(str, range(11))] and abs(w.top - ten.top) < 2]
            row = sorted(row, key=lambda word: word.left)
            if [word.text for word in row] == [*map(str, range(11))]:
                y = (ten.top + ten.bottom) / 2
                marks = [shade(page, word.left - 1.6 * MM, y) for word in row]
                most = [word for word, mark in zip(row, marks, strict=True) if mark == marks[-1]]
                middle, over = (most[0].left + most[-1].right) / 2, y - 7.9 * MM
                # Beside the sign over the numbers: the arrow, the hand and the telephone.
                beyond = any(page.dark(middle + step * MM, over) for step in (-10, -9, -8, 8, 9, 10))
                rows.append((marks, beyond))
    assert [marks for marks, _ in rows] == [
        [asked_at(known, *entry, score) for score in range(11)] for entry in known.entries
    ]
    assert [beyond for _, beyond in rows] == [marks[-1] == "less" for marks, _ in rows]
    assert [bool(signs.stop_told) for signs in told.signs] == [beyond for _, beyond in rows]


def test_what_pain_that_may_be_asks_for() -> None:
    """To add nothing, where it is fine if it settles; to do less, where the rule says so."""
    plan = Plan.begin("P-001", START).add(LIBRARY["bridge"]).add(LIBRARY["walking"]).add(LIBRARY["clamshell"])
    strength, walking, _ = told_of(plan, Style(form="pictures")).signs
    assert (strength.pain[3:7], walking.pain[3:7]) == (
        ("go", "steady", "steady", "stop"),
        ("go", "less", "less", "stop"),
    )


@pytest.mark.parametrize("days", [("mon", "wed", "fri"), ("sun",), None])
def test_the_week_is_filled_on_its_days(days: tuple[str, ...] | None, tmp_path: Path) -> None:
    """A box is filled where the exercise is due, and has no tick, which means done in the diary; where the patient picks
    the days none is, and their number is told."""
    schedule = Schedule(weekdays=days) if days else Schedule(days_a_week=3)
    plan = Plan.begin("P-001", START).add(LIBRARY["bridge"]).adjust("i1", schedule=schedule)
    told = told_of(plan, Style(form="pictures"))
    page = seen(to_pdf(told), tmp_path)[0]
    names = [Catalogue().weekday(day, "abbreviated") for day in range(7)]
    below = [next(word for word in page.words if word.text == name) for name in names]
    within = [(x, y) for x in (-3, -1.5, 0, 1.5, 3) for y in (2, 3, 4, 5)]  # a tick would be white there
    filled = [
        {page.dark((word.left + word.right) / 2 + x * MM, word.top - (0.7 + y) * MM) for x, y in within}
        for word in below
    ]
    due = [day in (days or ()) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")]
    assert filled == [{is_due} for is_due in due]
    assert any(word.text == "3/7" for word in page.words) == (days is None)
    assert told.signs[0].days == (tuple(due) if days else ())


def test_the_numbers_are_those_of_the_plan(tmp_path: Path) -> None:
    """Seconds, times, rounds, rests, load, band and effort, each where the plan has one, and none where it has not."""
    plan = Plan.begin("P-001", START).add(LIBRARY["bridge"]).add(LIBRARY["walking"]).add(LIBRARY["band_row"])
    plan = plan.adjust("i1", hold_s=7, reps=11, sets=3, rest_set_s=45, load_kg=2.5, effort_target=6)
    plan = plan.adjust("i3", band="red", sets=1, hold_s=0, effort_target=None)
    told = told_of(plan, Style(form="pictures"))
    first, second = (bare(page) for page in text_of(put(to_pdf(told), tmp_path))[:2])
    for said in ("7 s", "11×", "3×", "45 s", "2.5 kg", "6/10"):
        assert bare(said) in first, said
    minutes = (plan.items[1].dose.duration_s or 0) // 60
    assert f"{minutes}min" in first
    assert "red" in second
    assert "/10" not in second
    assert told.signs[1] == replace(told.signs[1], reps=0, hold_s=0, rest_s=0)


@pytest.mark.parametrize(("locale", "days"), [("en-GB", "Mon"), ("zh-CN", "周一"), ("ar-EG", "ن")])
def test_the_days_are_named_in_few_letters(locale: str, days: str) -> None:
    """So that they stand below their boxes: in one letter where a language has no short names."""
    assert made("four", Style(form="pictures"), locale)[0].days[0] == days


def test_the_form_can_be_had_at_every_door(tmp_path: Path, kit: Kit) -> None:
    """In Python, as a command, and in the planner; the page and all other files are the same as ever."""
    plan = plan_of("four")
    for form in ("page", "pictures"):
        handout(plan, LIBRARY, tmp_path / form, clinic=CLINIC, form=form)
    page, pictures = (tmp_path / form / "patient" for form in ("page", "pictures"))
    assert (page / "handout.pdf").read_bytes() != (pictures / "handout.pdf").read_bytes()
    for name in ("session.html", "calendar.ics", "diary.csv", "handout.csv"):
        assert (page / name).read_bytes() == (pictures / name).read_bytes()
    with pikepdf.open(pictures / "handout.pdf") as pdf:
        assert len(pdf.pages) == 5
    path = page.parent / "record" / "plan.json"
    code, out, err = kit("handout", str(path), "-o", str(tmp_path / "command"), "--form", "pictures")
    assert (tmp_path / "command" / "patient" / "handout.pdf").is_file(), out + err + str(code)
    with pikepdf.open(tmp_path / "command" / "patient" / "handout.pdf") as pdf:
        assert len(pdf.pages) == 5
    style = style_of(
        {
            "do": "preview",
            "n": 1,
            "turn": 1,
            "name": "",
            "paper": "",
            "palette": "day",
            "large": False,
            "form": "pictures",
        }
    )
    assert style.form == "pictures"


@pytest.mark.parametrize("times", [1, 2, 4, 6])
def test_a_sun_stands_for_each_time_of_a_day(times: int, tmp_path: Path) -> None:
    """Up to four; of more their number is told beside one."""
    schedule = Schedule(days_a_week=7, times_a_day=times)
    plan = Plan.begin("P-001", START).add(LIBRARY["bridge"]).adjust("i1", schedule=schedule)
    page = seen(to_pdf(told_of(plan, Style(form="pictures"))), tmp_path)[0]
    monday = next(word for word in page.words if word.text == "Mon")
    x, y = (monday.left + monday.right) / 2 - (4.1 + 3 + 3.5) * MM, (monday.top + monday.bottom) / 2 - 3.85 * MM
    suns = [page.tinted(x - 7.6 * MM * place, y) for place in range(times + 1)]
    if times <= 4:
        assert suns == [True] * times + [False]
    else:
        assert any(word.text == f"{times}×" and abs(word.top - monday.top) < 8 * MM for word in page.words)


@pytest.mark.parametrize(("seconds", "quarters"), [(5, 0), (15, 1), (30, 2), (45, 3), (60, 4), (90, 4)])
def test_the_clock_is_filled_as_far_as_it_takes(seconds: int, quarters: int, tmp_path: Path) -> None:
    """A quarter for each fifteen seconds, from the top on; a whole one from a minute on."""
    plan = Plan.begin("P-001", START).add(LIBRARY["supine_figure4_stretch"], hold_s=seconds)
    page = seen(to_pdf(told_of(plan, Style(form="pictures"))), tmp_path)[0]
    found = [word for word in page.words if word.text.startswith(str(seconds)) and word.bottom - word.top > 15]
    told = max(found, key=lambda word: (round(word.bottom - word.top), word.top))  # the warm-up stands above
    x, y = told.left - (1.6 + 6.25) * MM, (told.top + told.bottom) / 2
    quarter = ((1, -1), (1, 1), (-1, 1), (-1, -1))  # from the top on
    filled = [page.tinted(x + 2.9 * MM * right, y + 2.9 * MM * down) for right, down in quarter]
    assert filled == [number < quarters for number in range(4)]


@pytest.mark.parametrize(("side", "halves"), [("left", (True, False)), ("right", (False, True))])
def test_the_half_of_the_side_at_work_is_filled(side: Literal["left", "right"], halves: Any, tmp_path: Path) -> None:
    """Of a body from behind, whose left is on the left: with its letter beside it, and its words."""
    plan = Plan.begin("P-001", START).add(LIBRARY["clamshell"], sides=side)
    page = seen(to_pdf(told_of(plan, Style(form="pictures"))), tmp_path)[0]
    letter = next(word for word in page.words if word.text == {"left": "L", "right": "R"}[side])
    begins = letter.right + 0.6 * MM if side == "left" else letter.left - (0.6 + 8.5) * MM
    y = (letter.top + letter.bottom) / 2
    assert (page.dark(begins + 2.8 * MM, y), page.dark(begins + 5.7 * MM, y)) == halves
    assert page.dark(begins + 4.25 * MM, y - 5.2 * MM)  # hair, and no face
    assert any(word.text == side and abs(word.top - letter.top) < 3 * MM for word in page.words)


def test_signs_of_one_side_and_of_both() -> None:
    """The sides in their order, and words for each; none is left without."""
    plan = Plan.begin("P-001", START).add(LIBRARY["clamshell"], sides="left").add(LIBRARY["bridge"])
    told: tuple[Signs, ...] = told_of(plan, Style(form="pictures")).signs
    assert [(signs.sides, signs.side_told) for signs in told] == [(("left",), "left side"), (("both",), "both")]
