"""The cards: large pictures of one scale, two cards on a sheet to be cut apart, and nothing of the document lost."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Document, ExerciseBlock
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.typeset.fonts import drawable
from tests.handouts.printed import MM, Printed, printed
from tests.handouts.ruled import ruled
from tests.handouts.tagged import plain, texts
from tests.handouts.test_identity import Box, words_of
from tests.handouts.test_pdf import HOSTILE
from tests.handouts.test_sheet import LARGE_PT, LEAST_PT, LIBRARY, START, bare, missing, plan_of, told_of

HIP = "hip-replacement-weeks-0-6"
# Exercises, how they are printed, in which language, and how many sheets of cards that takes.
CASES = [
    ("four", Style(form="cards"), "en-GB", 3),
    ("1", Style("letter", palette="grey", form="cards", diary="none"), "en-US", 2),
    ("6", Style(form="cards", diary="none"), "es-ES", 4),
    (HIP, Style("letter", form="cards", diary="none"), "en-GB", 3),
    ("8", Style(form="cards", diary="none"), "ar-EG", 5),
    ("12", Style(form="cards", diary="none"), "en-GB", 7),
    ("30", Style("letter", palette="grey", form="cards", diary="none"), "en-US", 16),
    ("4", Style(large_print=True, form="cards", diary="none"), "en-GB", 6),
    ("four", Style("letter", large_print=True, palette="grey", form="cards", diary="none"), "ar-EG", 6),
]


@dataclass(frozen=True)
class Made:
    """A document, its PDF as a file, and what is printed on its pages; `cards` counts the sheets of cards."""

    told: Document
    pdf: Path
    pages: tuple[Printed, ...]
    words: list[list[Box]]
    cards: int

    @property
    def blocks(self) -> list[ExerciseBlock]:
        return [node for node in self.told.nodes if isinstance(node, ExerciseBlock)]

    @property
    def drawn(self) -> dict[str, tuple[float, float, int]]:
        """Width and height of each drawn picture in its own units, and how wide it has to be, by its words."""
        shown = [picture for block in self.blocks for picture in block.pictures]
        boxes = [p.svg.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split() for p in shown]
        return {p.alt: (float(w), float(h), p.card_mm) for p, (w, h) in zip(shown, boxes, strict=True)}

    def halves(self) -> list[tuple[Printed, str, str]]:
        """Each sheet of cards that is to be cut, with the words of its upper and its lower half."""
        sheets = zip(self.pages[: self.cards], self.words, strict=False)
        return [
            (page, told(upper(page, words)), told(lower(page, words))) for page, words in sheets if is_cut(self, words)
        ]


def upper(page: Printed, words: list[Box]) -> list[Box]:
    return [word for word in words if word.bottom < page.height / 2]


def lower(page: Printed, words: list[Box]) -> list[Box]:
    return [word for word in words if word.bottom >= page.height / 2]


def told(words: list[Box]) -> str:
    return " ".join(word.text for word in words)


def is_cut(made: Made, words: list[Box]) -> bool:
    """A sheet to be cut has the code of the plan at the foot of each half."""
    return told(words).count(plain(made.told.footer.rsplit(" ", 1)[-1])) == 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cards")


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]} {case[2]} {case[1].paper or 'a4'}")
def made(request: pytest.FixtureRequest, folder: Path) -> Made:
    name, style, locale, _ = request.param
    return _made(name, style, locale, folder)


@pytest.fixture
def promised(request: pytest.FixtureRequest) -> int:
    sheets: int = request.node.callspec.params["made"][3]
    return sheets


@cache
def _made(name: str, style: Style, locale: str, folder: Path) -> Made:
    return printed_in(told_of(plan_of(name), style, locale), folder / f"{name} {locale} {style.large_print}.pdf")


def printed_in(document_: Document, path: Path) -> Made:
    path.write_bytes(to_pdf(document_))
    pages = tuple(printed(path.read_bytes()))
    alts = {p.alt for node in document_.nodes if isinstance(node, ExerciseBlock) for p in node.pictures}
    last = max(at for at, page in enumerate(pages, 1) if alts & page.pictures.keys())
    return Made(document_, path, pages, words_of(path), last)


def test_two_cards_go_on_a_sheet(made: Made, promised: int) -> None:
    """The plan and when to stop on the first sheet, then two exercises a sheet in their order; in large print each card
    has its own. One that is too tall for a half has a sheet."""
    assert made.cards == promised
    shown = [
        [b.number for b in made.blocks if {p.alt for p in b.pictures} & page.pictures.keys()] for page in made.pages
    ]
    sheets = [numbers for numbers in shown[: made.cards] if numbers]
    assert [number for numbers in sheets for number in numbers] == [block.number for block in made.blocks]
    assert {len(numbers) for numbers in sheets} <= ({1} if made.told.large else {1, 2})
    assert made.cards - len(sheets) == (2 if made.told.large else 1)


def test_pictures_are_large_and_all_bodies_of_one_size(made: Made) -> None:
    """Who lies is at least 60 mm wide, who stands or kneels 35 wide or 60 tall; one scale on all cards."""
    known = made.drawn
    shown = [(alt, scale) for page in made.pages for alt, scale in page.pictures.items() if alt in known]
    assert {alt for alt, _ in shown} == known.keys()
    assert len({round(scale, 4) for _, scale in shown}) == 1
    small = [
        alt for alt, scale in shown for w, h, least in [known[alt]] if scale * w < least * MM and scale * h < 60 * MM
    ]
    assert small == []
    assert {least for *_, least in known.values()} <= {24, 35, 60}


def test_the_print_is_within_its_margins_and_no_letter_too_small(made: Made) -> None:
    """No word is nearer than 8 mm to a side of the paper or 3 to where it is cut; no letter of a card is below 9 points,
    in large print none below 14."""
    for page, words in zip(made.pages, made.words, strict=True):
        outside = [
            word.text
            for word in words
            if min(word.left, page.width - word.right) < 8 * MM or min(word.top, page.height - word.bottom) < 3 * MM
        ]
        assert outside == []
    for page, words in zip(made.pages[: made.cards], made.words, strict=False):
        near = [w.text for w in words if w.top - 3 * MM < page.height / 2 < w.bottom + 3 * MM]
        assert not is_cut(made, words) or near == []
    sizes = [size for page in made.pages[: made.cards] for *_, size in page.texts]
    assert min(sizes) >= (LARGE_PT if made.told.large else LEAST_PT) - 0.01


def test_where_to_cut_is_printed(made: Made) -> None:
    """A line across the middle of each sheet that holds two cards or the half of one, of no other."""
    with pikepdf.open(made.pdf) as pdf:
        for page, words in zip(pdf.pages, made.words, strict=True):
            across = ruled(page)
            middle = [line for line in across.lines if line.x1 - line.x0 > across.width - 1 and line.y0 == line.y1]
            assert [abs(line.y0 - across.height / 2) < 0.1 for line in middle] == [True] * is_cut(made, words)
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/Simplex"  # else a card stands behind another


def test_pictures_grow_where_there_is_room(folder: Path) -> None:
    """The founding four stand larger on their cards than they have to."""
    made = _made(*CASES[0][:3], folder)
    (scale, *_) = (scale for page in made.pages for alt, scale in page.pictures.items() if alt in made.drawn)
    assert scale > max(min(least * MM / w, 60 * MM / h) for w, h, least in made.drawn.values())


def test_no_sheet_is_half_empty(made: Made) -> None:
    """Every sheet is filled to 40 % at least, but for the last one of the cards and the last one behind them."""
    behind = len(made.pages) - (2 if made.told.diary else 1)
    last = {made.cards - 1, behind}
    assert [at for at, page in enumerate(made.pages[:behind]) if page.fill() < 0.4 and at not in last] == []
    assert all(page.texts for page in made.pages)


def test_nothing_is_lost(made: Made) -> None:
    """Every sentence, every fact, every sign and step of the document stands in the print, in every language."""
    assert missing(made.told, texts(made.pdf)) == []


def test_each_card_says_all_that_is_asked_beside_it(folder: Path) -> None:
    """Its number and name, how much, how often, which side, what to feel, what to take care of, how much pain is fine,
    when to stop, whom to call, and whose it is; a draft says so on each."""
    made = _made("four", CASES[0][1], "en-GB", folder)
    (_, plan, stop), *sheets = made.halves()
    for said in ("Do these in this order", "29 June 2026", "020 7946 0018", "First: Walk about", "What comes next"):
        assert said in plan, said
    for said in ("How much pain is fine", "Pain of 0 to 2 is fine.", "Call 999 now", "Call NHS 111.", "020 7946 0018"):
        assert said in stop, said
    cards = [half for _, *halves in sheets for half in halves]
    for block, card in zip(made.blocks, cards, strict=True):
        care = next(" ".join(aside.lines) for aside in block.asides if aside.kind == "mistakes")
        for said in (
            f"{block.number} {block.name}",
            *(
                "2 times",
                "Hold 30 s",
                "Rest 15 s",
                "Every day",
                "right side first",
                "Start.",
                "Move.",
                "Feel it here.",
            ),
            *(care, "Pain when you stretch:", "0 to 2 is fine.", "Call 999 now", "020 7946 0018"),
            *("DRAFT", made.told.footer),
        ):
            assert bare(said) in bare(card), said


@pytest.mark.parametrize("at", [0, 4, 8])
def test_accessible_and_the_same_bytes_twice(at: int, folder: Path) -> None:
    """The independent checker finds nothing, and the same plan gives the same file."""
    made = _made(*CASES[at][:3], folder)
    check = [sys.executable, "-m", "pdfua", "check", str(made.pdf)]
    checked = subprocess.run(check, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert to_pdf(made.told) == made.pdf.read_bytes()


def test_four_cards_are_a_small_file(folder: Path) -> None:
    """The founding four, a small picture of each in front, all that stands behind them and the diary are five sheets of at
    most 140 KB."""
    made = _made("four", CASES[0][1], "en-GB", folder)
    assert (len(made.pages), made.pdf.stat().st_size <= 140 * 1024) == (5, True)


def test_each_card_is_found_by_its_heading(folder: Path) -> None:
    """The outline leads to the order, to how much pain is fine, to the signs, and to each card."""
    made = _made("four", CASES[0][1], "en-GB", folder)
    with pikepdf.open(made.pdf) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    names = [f"{block.number} {block.name}" for block in made.blocks]
    first = ["Do these in this order", "How much pain is fine", "Call 999 now", "Get help today"]
    assert titles[: len(names) + 4] == [*first, *names]


def test_whatever_was_typed_is_text(tmp_path: Path) -> None:
    """Title, label, name and notes are printed as they stand, or visibly replaced; a note of any length is printed."""
    plan = plan_of("8")
    for item, text in zip(plan.items, HOSTILE, strict=True):
        plan = plan.adjust(item.item_id, note=text)
    plan = plan.adjust(plan.items[0].item_id, note=" ".join(["Slowly."] * 60))
    style = Style(form="cards", diary="none")
    made = printed_in(
        told_of(plan.describe(patient=HOSTILE[0], title=HOSTILE[1]), style, name=HOSTILE[2]), tmp_path / "a.pdf"
    )
    whole = bare(" ".join(texts(made.pdf)))
    for text in [*HOSTILE[:3], *(item.note for item in plan.items)]:
        assert bare(drawable(text)) in whole
    assert missing(made.told, texts(made.pdf)) == [HOSTILE[-1]]  # what no font has


def test_a_note_of_any_length_is_printed(tmp_path: Path) -> None:
    """On as many sheets as it needs, and what comes next too; an exercise of the clinic's own may have no picture."""
    note = " ".join(["Slowly."] * 240)
    bare_exercise = LIBRARY["bridge"].model_copy(update={"id": "x_mine", "patient_name": "Mine", "photo": None})
    library = Library([*LIBRARY, bare_exercise])
    plan = Plan.begin("P-001", START, told_next=note).add(library["cat_cow"]).add(bare_exercise)
    plan = plan.adjust("i1", note=note).adjust("i2", note=note)
    style = Style(large_print=True, form="cards", diary="none")
    told = document(resolve(plan, library), Clinic(), "", style)
    path = tmp_path / "long.pdf"
    path.write_bytes(to_pdf(told))
    assert bare(" ".join(texts(path))).count(bare(note)) == 3
    assert missing(told, texts(path)) == []


def test_the_clinic_has_its_own_form_and_diary() -> None:
    """What a door does not say is the clinic's; what it says counts."""
    plan: Plan = finalised(resolve(plan_of("1"), LIBRARY), "A. Physio", START)
    clinic = Clinic(form="cards", diary="none")
    own = document(resolve(plan, LIBRARY), clinic)
    said = document(resolve(plan, LIBRARY), clinic, style=Style(form="leaflet", diary="brief"))
    assert (own.form, own.diary) == ("cards", None)
    assert (said.form, said.diary is None) == ("leaflet", False)
