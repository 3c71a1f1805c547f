"""The page form: what is looked for first stands in front, nothing is lost, and the print keeps to its measures."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from kit.clinic import FORMS as FORMS_KNOWN
from kit.clinic import Clinic, Form, Paper
from kit.handouts.document import document
from kit.handouts.make import handout
from kit.handouts.nodes import Box, Document, ExerciseBlock, Facts, sentences
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from kit.typeset.fonts import drawable
from kit.words.catalogue import Catalogue
from tests.handouts import any_handout
from tests.handouts.printed import MM, Printed, printed
from tests.handouts.tagged import plain, texts
from tests.handouts.test_identity import words_of
from tests.handouts.test_pdf import HOSTILE, text_of

START = dt.date(2026, 6, 1)
CLINIC = Clinic(name="Sample Clinic", therapist="A. Physio", contact="020 7946 0018", link="https://clinic.example/p")
LIBRARY = Library.load()
LEAST_PT = 9.0
LARGE_PT = 14.0
PLANS = ["four", "falls-and-balance", "hip-replacement-weeks-0-6", "desk-neck", *map(str, (1, 2, 3, 4, 5, 6, 7, 8, 12))]
FORMS = [
    ("four", Style("letter", palette="grey"), "en-GB"),
    ("four", Style(large_print=True), "en-GB"),
    ("4", Style("letter", large_print=True, palette="grey"), "en-US"),
    ("four", Style(), "es-ES"),
    ("6", Style(), "es-ES"),
    ("four", Style(), "ar-EG"),
    ("6", Style("letter"), "ar-EG"),
    ("4", Style(large_print=True), "ar-EG"),
    ("four", Style(), "zh-CN"),
    ("4", Style(large_print=True), "zh-CN"),
]


def plan_of(name: str) -> Plan:
    """The founding four, a template, or as many exercises as the number says, drawn from the library by that seed."""
    if not name.isdecimal():
        found = template("knee-glute-stretches" if name == "four" else name)
        return found.plan(LIBRARY, "P-001", START, "P-001")
    plan = Plan.begin("P-001", START, patient="P-001")
    for exercise in random.Random(int(name)).sample([*LIBRARY], int(name)):
        plan = plan.add(exercise)
    return plan


def told_of(plan: Plan, style: Style = Style(), locale: str = "en-GB", name: str = "") -> Document:
    return document(resolve(plan, LIBRARY), CLINIC.model_copy(update={"locale": locale}), name, style)


@cache
def made(name: str, style: Style = Style(), locale: str = "en-GB") -> tuple[Document, bytes, tuple[Printed, ...]]:
    told = told_of(plan_of(name), style, locale)
    pdf = to_pdf(told)
    return told, pdf, tuple(printed(pdf))


def drawings(told: Document) -> dict[str, tuple[float, int]]:
    """The width of each drawn picture in its own units, and how many millimetres it has to have, by its words."""
    blocks = [node for node in told.nodes if isinstance(node, ExerciseBlock)]
    return {
        picture.alt: (float(picture.svg.split('viewBox="0 0 ', 1)[1].split(" ", 1)[0]), picture.least_mm)
        for block in blocks
        for picture in block.pictures
    }


def cards_end(told: Document, pages: tuple[Printed, ...]) -> int:
    """How many pages there are up to the last card."""
    known = drawings(told)
    return max(at for at, page in enumerate(pages, 1) if known.keys() & page.pictures.keys())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", PLANS)
def test_four_go_on_a_page_and_eight_on_a_sheet(name: str, paper: Paper) -> None:
    """Up to four exercises stand on the first page, up to eight on its two sides, and of more at least four a page."""
    told, _, pages = made(name, Style(paper))
    count = sum(isinstance(node, ExerciseBlock) for node in told.nodes)
    assert cards_end(told, pages) <= (1 if count <= 4 else 2 if count <= 8 else -(-count // 4))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("locale", ["es-ES", "ar-EG", "zh-CN"])
def test_the_founding_four_stand_on_one_page_in_every_language(locale: str, paper: Paper) -> None:
    """However long its words are. What has no room on a card then stands overleaf, and the front says on which page."""
    told, _, pages = made("four", Style(paper), locale)
    assert cards_end(told, pages) == 1
    issued = finalised(resolve(plan_of("four"), LIBRARY), "A. Physio", START)
    final = told_of(issued, Style(paper), locale)
    assert cards_end(final, tuple(printed(to_pdf(final)))) == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("locale", ["es-ES", "es-US", "ar-EG"])
@pytest.mark.parametrize(("name", "most"), [("4", 1), ("hip-replacement-weeks-0-6", 1), ("8", 2)])
def test_so_do_any_four_and_eight_on_a_sheet_in_a_whole_language(
    locale: str, name: str, most: int, paper: Paper
) -> None:
    """Four of the longest too, of a patient with a condition of her own."""
    told, _, pages = made(name, Style(paper), locale)
    assert cards_end(told, pages) <= most


def test_a_draft_is_laid_out_as_what_becomes_of_it(tmp_path: Path) -> None:
    """Its banner takes no room: between head and foot every word of the front stands where the final version's does."""
    fronts = []
    for name, plan in (("draft", plan_of("four")), ("final", finalised(resolve(plan_of("four"), LIBRARY), "A", START))):
        (path := tmp_path / f"{name}.pdf").write_bytes(to_pdf(told_of(plan)))
        front = words_of(path)[0]
        fronts.append([(w.text, round(w.left), round(w.top)) for w in front if 60 < w.top < w.sheet - 40])
        assert any(w.text == "DRAFT:" for w in front) == (name == "draft")
    assert len(fronts[0]) > 200
    assert fronts[0] == fronts[1]


@pytest.mark.parametrize(("locale", "left_out"), [("es-ES", True), ("en-GB", False)])
def test_the_front_says_where_the_end_of_each_exercise_stands(locale: str, left_out: bool, tmp_path: Path) -> None:
    """How an exercise ends stands on its card; where it has no room there, overleaf, and the front names that page.

    Which side leads is said once a card, beside the name or before the steps.
    """
    told, pdf, _ = made("four", Style("letter"), locale)
    (path := tmp_path / "one.pdf").write_bytes(pdf)
    front, *overleaf = text_of(path)
    more = Catalogue(locale).say("sheet.more")
    ends = {block.short.phases[-1][0] for block in told.nodes if isinstance(block, ExerciseBlock)}
    assert any(end in front for end in ends) != left_out
    (side,) = {block.short.side_told for block in told.nodes if isinstance(block, ExerciseBlock)}
    assert bare(" ".join(texts(path))).casefold().count(bare(side).casefold()) == 4
    at = next(number for number, text in enumerate(overleaf, 2) if more in text)
    assert all(end in overleaf[at - 2] for end in ends)
    assert (re.search(rf"{re.escape(more)}: \w+ {at}\b", front) is not None) == left_out


@pytest.mark.parametrize(("name", "style", "locale"), [*((name, Style(), "en-GB") for name in PLANS), *FORMS])
def test_all_bodies_are_of_one_size_and_none_too_small(name: str, style: Style, locale: str) -> None:
    """One scale for all pictures of a plan; who lies is at least 38 mm wide, who stands 22, who sits 19."""
    told, _, pages = made(name, style, locale)
    known = drawings(told)
    shown = [(alt, scale) for page in pages for alt, scale in page.pictures.items() if alt in known]
    assert {alt for alt, _ in shown} == known.keys()
    assert len({round(scale, 4) for _, scale in shown}) == 1
    assert [alt for alt, scale in shown if scale * known[alt][0] < known[alt][1] * MM] == []


@pytest.mark.parametrize(("name", "style", "locale"), [*((name, Style(), "en-GB") for name in PLANS), *FORMS])
def test_the_print_is_within_its_margins_and_no_letter_too_small(
    name: str, style: Style, locale: str, tmp_path: Path
) -> None:
    """No word is nearer than 8 mm to a side of the paper; no letter is below 9 points, in large print none below 14."""
    _, pdf, pages = made(name, style, locale)
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    for words, page in zip(words_of(path), pages, strict=True):
        outside = [
            word
            for word in words
            if min(word.left, page.width - word.right) < 8 * MM or min(word.top, page.height - word.bottom) < 3 * MM
        ]
        assert outside == []
    sizes = [size for page in pages[: cards_end(*made(name, style, locale)[::2]) + 1] for *_, size in page.texts]
    assert min(sizes) >= (LARGE_PT if style.large_print else LEAST_PT) - 0.01


@pytest.mark.parametrize("name", PLANS)
def test_no_page_is_half_empty(name: str, tmp_path: Path) -> None:
    """Every page but the last before the diary is filled to 40 % at least."""
    _, pdf, pages = made(name)
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    diary = next(at for at, text in enumerate(text_of(path)) if "Your diary" in text)
    assert [round(page.fill(), 2) for page in pages[: diary - 1] if page.fill() < 0.4] == []
    assert all(page.texts for page in pages)


@pytest.mark.parametrize(("name", "style", "locale"), [*((name, Style(), "en-GB") for name in PLANS), *FORMS])
def test_nothing_is_lost(name: str, style: Style, locale: str, tmp_path: Path) -> None:
    """Every sentence, every fact, every sign and step of the document stands in the print, in every language."""
    told, pdf, _ = made(name, style, locale)
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    assert missing(told, texts(path)) == []


def missing(told: Document, printed_texts: list[str]) -> list[str]:
    """What the document says and the print does not; the numbers of a dose may stand with their units as signs."""
    whole = bare(" ".join(printed_texts))
    told = replace(told, nodes=tuple(node for node in told.nodes if node.medium != "paper"))  # of the page's own diary
    facts = [value for node in told.nodes if isinstance(node, Facts) for _, value in node.rows]
    blocks = [node for node in told.nodes if isinstance(node, ExerciseBlock)]
    parts = [text for b in blocks for _, text in b.short.phases]
    cards = [text for b in blocks for text in (b.short.why, b.time)]
    sides = [b.short.side_told for b in blocks]  # one that leads the steps begins as a sentence does
    doses = [pair for b in blocks for pair in zip(b.short.numbers, b.short.brief, strict=True)]
    short = [text for node in told.nodes if isinstance(node, Box) for _, text in node.short if node.kind != "pain"]
    headings = {
        Catalogue(f"{told.lang}-{told.region}").say("handout.exercises")
    }  # the page form says that they stand in their order
    wanted = {text for text in (*sentences(told), *facts, *parts, *cards, *short) if len(text) > 1} - headings
    assert len(wanted) > 50
    lost = [spelled for spelled, brief in doses if bare(spelled) not in whole and bare(brief) not in whole]
    lost += [side for side in sides if bare(side) not in whole and bare(side[:1].upper() + side[1:]) not in whole]
    return [*(text for text in wanted if bare(text) not in whole), *lost]


@pytest.mark.parametrize("name", PLANS)
def test_the_front_names_the_pages_of_the_signs(name: str, tmp_path: Path) -> None:
    """Wherever they stand, each of them once."""
    path = tmp_path / "one.pdf"
    told, pdf, _ = made(name)
    path.write_bytes(pdf)
    pages = [" ".join(page.split()) for page in text_of(path)]
    titles = [
        node.title for node in told.nodes if isinstance(node, Box) and node.kind in ("emergency", "today", "call")
    ]
    at = [str(number) for number, page in enumerate(pages, 1) if any(title in page for title in titles)]
    assert re.findall(r"All signs: page ([0-9]+(?:, [0-9]+)*)", " ".join(pages)) == [", ".join(at)]


@pytest.mark.parametrize("name", PLANS)
def test_the_front_says_where_its_exercises_go_on(name: str, tmp_path: Path) -> None:
    """Where they do, and nowhere else."""
    told, pdf, pages = made(name)
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    front = " ".join(text_of(path)[0].split())
    assert ("Next exercises: page 2" in front) == (cards_end(told, pages) > 1)


@pytest.mark.parametrize("name", ["acl-reconstruction-weeks-2-6", "knee-osteoarthritis", "low-back", "chair-exercises"])
def test_the_front_is_not_left_empty_for_richer_cards_overleaf(name: str) -> None:
    """Of five exercises or six, two and more stand in front."""
    told, _, pages = made(name)
    alts = [{p.alt for p in node.pictures} for node in told.nodes if isinstance(node, ExerciseBlock)]
    assert sum(bool(alt & pages[0].pictures.keys()) for alt in alts) >= 2


@pytest.mark.parametrize("name", ["four", "6"])
def test_large_print_has_a_card_a_page_with_its_dose(name: str, tmp_path: Path) -> None:
    """In front whom to call at once; no card runs over to a page of two lines, and each says how much of it to do."""
    told, pdf, pages = made(name, Style(large_print=True))
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    whole = [" ".join(page.split()) for page in text_of(path)]
    assert all(said in whole[0] for said in ("Call 999 now", "Get help today", "Call NHS 111."))
    blocks = [node for node in told.nodes if isinstance(node, ExerciseBlock)]
    for block in blocks:
        (card,) = {at for at, page in enumerate(pages) if {p.alt for p in block.pictures} & page.pictures.keys()}
        assert block.short.often in whole[card]
        assert all(number in whole[card] for number in block.short.numbers)
        assert all(line in whole[card] for aside in block.asides if aside.kind == "mistakes" for line in aside.lines)
        assert all(line in " ".join(whole) for aside in block.asides for line in aside.lines)
    last = max(at for at, page in enumerate(pages) if drawings(told).keys() & page.pictures.keys())
    assert [round(page.fill(), 2) for page in pages[:last] if page.fill() < 0.4] == []


@pytest.mark.parametrize(
    ("locale", "page", "cards"), [("en-GB", 7, 8), ("es-ES", 7, 9), ("ar-EG", 7, 9), ("zh-CN", 6, 8)]
)
def test_two_exercises_in_large_print_take_few_sheets(locale: str, page: int, cards: int) -> None:
    """In every language, with two sheets of diary; no page is nearly empty but the last of the words."""
    plan = plan_of("four")
    plan = plan.model_copy(update={"items": plan.items[:2]})
    most: dict[Form, int] = {"page": page, "cards": cards}
    for form in most:
        pages = printed(to_pdf(told_of(plan, Style(large_print=True, form=form), locale)))
        assert len(pages) <= most[form], form
        assert [round(sheet.fill(), 2) for sheet in pages[:-3] if sheet.fill() < 0.4] == [], form


def bare(text: str) -> str:
    return "".join(plain(text).split())


@pytest.mark.parametrize(("name", "style", "locale"), [("1", Style(), "en-GB"), ("8", Style(), "en-GB"), *FORMS])
def test_accessible_and_the_same_bytes_twice(name: str, style: Style, locale: str, tmp_path: Path) -> None:
    """The independent checker finds nothing, and the same plan gives the same file."""
    told, pdf, _ = made(name, style, locale)
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert to_pdf(told) == pdf


def test_the_front_answers_what_is_asked_first(tmp_path: Path) -> None:
    """What, how often, how much, how long, until when, in which order, how much pain, when to stop, whom to call, what
    is needed and what comes next, all of it on the first page; that texts are not signed off stands overleaf."""
    plan = finalised(resolve(plan_of("four"), LIBRARY), "A. Physio", START)
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told_of(plan)))
    _, *others = text_of(path)
    raw = subprocess.run(["pdftotext", "-raw", "-l", "1", path, "-"], capture_output=True, text=True, check=True).stdout
    first = " ".join(raw.split())
    for said in (
        "Every day",
        "2 times a side · Hold 30 seconds · Rest 15 seconds",
        "About 18 minutes",
        "29 June 2026",
        "Do these in this order",
        "Pain of 0 to 2 is fine.",
        "Still 3 or more?",
        "Call 999 now",
        "Call NHS 111.",
        "020 7946 0018",
        "You need: mat; wall; pillow",
        "What comes next",
        "right side first",
        "If you miss a day or time.",
        "Dates: 1–28 Jun 2026 (4 weeks), any time of day",
        "A pain an exercise warns of is never fine.",
        "All signs: page 2",
    ):
        assert said in first, said
    assert all(exercise.patient_name in first for _, exercise in resolve(plan, LIBRARY).entries)
    assert "not signed off" not in first
    assert sum("not signed off" in " ".join(page.split()) for page in others) == 1
    with pikepdf.open(path) as pdf:
        dialled = {str(note.A.URI) for note in pdf.pages[0].Annots if "/A" in note}
    assert dialled == {"tel:999", "tel:111", "tel:02079460018", "https://clinic.example/p"}


def test_each_kind_of_work_has_its_pain_rule_in_front(tmp_path: Path) -> None:
    """A line a kind with its exercises and numbers; the whole rule of each overleaf."""
    plan = Plan.begin("P-001", START)
    for exercise_id in ("supine_figure4_stretch", "bridge", "walking"):
        plan = plan.add(LIBRARY[exercise_id])
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told_of(plan)))
    first, second, *_ = text_of(path)
    for said in ("Pain when you stretch 1", "Pain when you build strength 2", "Pain when you walk 3"):
        assert said in first
    assert "6 or more: stop it for today." in first
    assert "Worse the next morning? Do about one third less next time." in second


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_was_typed_is_text(text: str, tmp_path: Path) -> None:
    """Title, label, name and note are printed as they stand, or visibly replaced, and leave the page whole."""
    plan = plan_of("four").describe(patient=text, title=f"T {text}").adjust("i1", note=text)
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told_of(plan, name=text)))
    whole = bare(" ".join(texts(path)))
    kept = bare(drawable(plan.items[0].note))
    assert whole.count(kept) >= 3


def test_a_draft_says_so_on_every_page(tmp_path: Path) -> None:
    """A plan that nobody issued cannot pass for one that somebody did."""
    path = tmp_path / "one.pdf"
    path.write_bytes(made("6")[1])
    assert all("DRAFT" in page for page in text_of(path))


def test_one_page_is_a_small_file() -> None:
    """The founding four, and any four, with all that stands overleaf and the diary take less than 120 KB."""
    assert len(made("four")[1]) < 120 * 1024
    for seed in range(20):
        plan = Plan.begin("P-001", START, patient="P-001")
        for exercise in random.Random(seed).sample([*LIBRARY], 4):
            plan = plan.add(exercise)
        assert len(to_pdf(told_of(plan))) < 120 * 1024, seed


def test_any_handout_can_be_set() -> None:
    """In every form, language, paper and print the typesetter settles; benchmarks/settles.py sets longer ones."""
    for seed in range(20):
        assert to_pdf(any_handout.told_of(seed, LIBRARY, 4)).startswith(b"%PDF")


def test_what_stays_the_same_is_said_once() -> None:
    """The dose that all share stands in the band, and not on each card; where doses differ, each card has its own."""
    with pikepdf.open(io.BytesIO(made("four")[1])) as pdf:
        assert len(pdf.pages) == 3
    said = [node.short for node in made("four")[0].nodes if isinstance(node, ExerciseBlock)]
    assert len({short.numbers for short in said}) == 1


def test_the_leaflet_is_a_form_of_its_own(tmp_path: Path) -> None:
    """`form` chooses at the door of Python; the page is what one gets without a word, and the leaflet is longer."""
    plan = plan_of("four")
    counts = []
    for at, form in enumerate(FORMS_KNOWN):
        handout(plan, LIBRARY, tmp_path / str(at), clinic=CLINIC, form=form)
        with pikepdf.open(tmp_path / str(at) / "patient" / "handout.pdf") as pdf:
            counts.append(len(pdf.pages))
    assert counts == [3, 6, 5, 5]
    assert Clinic().form == FORMS_KNOWN[0] == "page"
