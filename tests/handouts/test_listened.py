"""What a handout on paper tells who cannot see it, in each form and language: order, language, headings."""

from __future__ import annotations

import io
import re
from functools import cache

import pikepdf
import pytest

from kit.clinic import FORMS, Clinic, Form
from kit.handouts.document import document
from kit.handouts.nodes import Box, Document, ExerciseBlock, Facts
from kit.handouts.pdf import to_pdf, tree
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.typeset.contrast import on_paper
from tests.handouts.listened import INLINE, Listened, listened
from tests.handouts.sheets import LIBRARY, START
from tests.handouts.tagged import plain

ADDRESS = "someone.with.a.very.long.name@department.hospital.example.org"
LINK = "https://clinic.example/a/path/that/is/longer/than/any/line/of/a/narrow/column/may/ever/be"
CLINIC = Clinic(name="Sunny Clinic", therapist="A. Physio", contact=f"020 7946 0018, {ADDRESS}", link=LINK)
SOME = ("walking", "chin_tuck", "bridge", "heel_raise_double", "band_row")
OWN = "bridge"  # in words of the clinic's own, which nobody has translated
FORMS_IN = [(form, locale) for form in FORMS for locale in ("en-GB", "es-ES", "ar-EG")]
ARABIC = "[\u0621-\u064a]"


@cache
def partly() -> Library:
    own = LIBRARY[OWN].model_copy(update={"feel": "Your buttocks work."})
    return Library(own if exercise.id == OWN else exercise for exercise in LIBRARY)


@cache
def made(form: Form, locale: str) -> tuple[Document, bytes, Listened]:
    plan = Plan.begin("P-001", START, title="A" * 70, patient="P-001")
    for name in SOME:
        plan = plan.add(partly()[name])
    told = document(resolve(plan, partly()), CLINIC.model_copy(update={"locale": locale}), style=Style(form=form))
    pdf = to_pdf(told)
    return told, pdf, listened(pdf)


def blocks(told: Document) -> list[ExerciseBlock]:
    return [node for node in told.nodes if isinstance(node, ExerciseBlock)]


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("form", FORMS)
def test_arabic_marks_what_is_english_and_nothing_else(form: Form) -> None:
    """Names, steps, what to feel and what a picture shows, wherever they stand; the kit's words among them are Arabic."""
    told, _, heard = made(form, "ar-EG")
    about = f"{CLINIC.name} {CLINIC.therapist} {CLINIC.contact} {LINK} {told.title} {told.footer} P"
    latin = [p for p in heard.pieces if re.search("[A-Za-z]", p.text) and letters(plain(p.text)) not in letters(about)]
    latin = [piece for piece in latin if LINK not in piece.text]
    assert len(latin) > 100
    assert [piece for piece in latin if not piece.language.startswith("en")] == []
    assert [p for p in heard.pieces if re.search(ARABIC, p.text) and not p.language.startswith("ar")] == []


@pytest.mark.parametrize("form", FORMS)
def test_spanish_marks_what_is_english_and_nothing_else(form: Form) -> None:
    told, _, heard = made(form, "es-ES")
    own = blocks(told)[SOME.index(OWN)]
    english = plain(" ".join(piece.text for piece in heard.pieces if piece.language == "en"))
    lines = [line for aside in own.asides if aside.kind != "note" for line in aside.lines]
    for said in (own.name, *own.steps, *lines, *(picture.alt for picture in own.pictures)):
        assert said in english, said
    spanish = "".join(piece.text for piece in heard.pieces if piece.language != "en")
    for said in (own.name, *own.steps, *(picture.alt for picture in own.pictures)):
        assert said not in spanish, said
    for said in (*own.dose, *(aside.title for aside in own.asides)):
        assert said in plain(spanish), said
        assert said not in english, said


@pytest.mark.parametrize(("form", "locale"), FORMS_IN)
def test_each_text_is_told_as_it_is_written(form: Form, locale: str) -> None:
    """Facts, what a box is about, what a card says in short: each in its order, with its signs and spaces."""
    told, _, heard = made(form, locale)
    whole = plain(" ".join(piece.text for piece in heard.pieces)).replace(" ", "")
    boxes = [node for node in told.nodes if isinstance(node, Box)]
    facts = [value for node in told.nodes if isinstance(node, Facts) for _, value in node.rows]
    wanted = [*facts, *(box.about for box in boxes), *(line for box in boxes for line in box.lines)]
    assert [text for text in wanted if plain(text).replace(" ", "") not in whole] == []


@pytest.mark.parametrize(("form", "locale"), FORMS_IN)
def test_no_two_texts_run_into_each_other(form: Form, locale: str) -> None:
    """A name and its value, and the numbers of a dose, are told apart."""
    told, _, heard = made(form, locale)
    paragraphs = [plain(text) for text in heard.blocks("P")]
    labels = [told.labels[key] for key in ("often", "long")] if form in ("page", "cards") else []
    keys = [name for node in told.nodes if isinstance(node, Facts) and node.key for name, _ in node.rows]
    between = told.marks["named"] if form == "pictures" else " "
    for name in labels or keys:
        assert [text for text in paragraphs if f"{name}{between}" in text or text == name], name
    if form == "page":
        short = blocks(told)[SOME.index(OWN)].short
        either = tuple(" ".join(map(plain, numbers)) for numbers in (short.numbers, short.brief))
        assert [text for text in paragraphs if text.startswith(either)]


@pytest.mark.parametrize(("form", "locale"), FORMS_IN)
def test_each_text_stands_in_a_block(form: Form, locale: str) -> None:
    """In a paragraph, a heading, a cell or an item; a group holds blocks alone, and a paragraph holds none."""
    _, _, heard = made(form, locale)
    holders = {next(k for k in reversed(p.within) if k not in INLINE) for p in heard.pieces}
    assert holders <= {"P", "H1", "H2", "H3", "TH", "TD", "Lbl", "LBody", "Figure"}
    for piece in heard.pieces:
        after = piece.within[piece.within.index("P") + 1 :] if "P" in piece.within else ()
        assert set(after) <= {*INLINE, "Figure"}
    assert heard.lost == 0


@pytest.mark.parametrize(("form", "locale"), FORMS_IN)
def test_the_title_and_each_exercise_are_headings(form: Form, locale: str) -> None:
    """The title is the first heading; that of an exercise begins with its number, and no number stands alone but one to call."""
    told, _, heard = made(form, locale)
    assert plain(heard.blocks("H1")[0]) == told.title
    second = [" ".join(plain(text).split()) for text in heard.blocks("H2")]
    for block in blocks(told):
        assert f"{block.number} {block.name}" in second
    assert {text.strip() for text in heard.blocks("P") if text.strip().isdigit()} <= {
        told.emergency,
        *(danger.number for danger in told.dangers),
    }


@pytest.mark.parametrize(("form", "locale"), FORMS_IN)
def test_bookmarks_lead_to_each_box_and_exercise(form: Form, locale: str) -> None:
    """When to get help with each of its boxes, how much pain is fine, each exercise, the diary."""
    told, _, heard = made(form, locale)
    marks = [" ".join(plain(text).split()) for _, text in heard.bookmarks]
    help_boxes = [n for n in told.nodes if isinstance(n, Box) and n.kind in ("emergency", "today", "call")]
    for said in (*(box.title for box in help_boxes), *(f"{b.number} {b.name}" for b in blocks(told))):
        assert said in marks
    assert told.diary is not None
    assert any(told.diary.title in mark for mark in marks)
    assert {depth for depth, _ in heard.bookmarks} == {0, 1}


@pytest.mark.parametrize(("form", "locale"), FORMS_IN)
def test_addresses_are_whole(form: Form, locale: str) -> None:
    """In text, in links with what is told of them, and in the metadata: no sign that nobody sees within a word."""
    told, pdf, heard = made(form, locale)
    assert ADDRESS in "".join(piece.text for piece in heard.pieces)
    assert LINK in [address for address, _ in heard.links]
    assert all(said for _, said in heard.links)
    assert locale.startswith("en") or not [said for _, said in heard.links if said.startswith("Telephone")]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        inside = [opened.Root.Metadata.read_bytes().decode("utf-8"), str(dict(opened.docinfo.items()))]
    inside += [text for link in heard.links for text in link]
    assert told.title in inside[0]
    assert told.author in inside[0]
    assert [text for text in inside if "\u200b" in text] == []


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "ar-EG"])
def test_on_the_cover_a_picture_is_told_by_its_name(locale: str) -> None:
    """What it shows is told with its exercise, once."""
    told, _, heard = made("leaflet", locale)
    shown = [plain(piece.text) for piece in heard.pieces if piece.within[-1] == "Figure"]
    for block in blocks(told):
        assert shown.count(plain(block.name)) == 1
        assert [shown.count(plain(picture.alt)) for picture in block.pictures] == [1] * len(block.pictures)


def test_a_colour_that_cannot_be_read_is_darkened() -> None:
    """That of the clinic, in all that is printed in it."""
    plan = Plan.begin("P-001", START).add(LIBRARY["walking"])
    for colour in ("#FFFF00", "#1A5276"):
        told = document(resolve(plan, LIBRARY), CLINIC.model_copy(update={"colour": colour}))
        assert tree(told)[0]["colour"] == on_paper(colour)
