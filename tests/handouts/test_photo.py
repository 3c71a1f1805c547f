"""A photo stands wherever the drawn pictures would, in every format, as an issued plan took it, and says nothing else."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kit.clinic import Clinic
from kit.figures import movement_of, shown_of, small_of
from kit.handouts.document import document
from kit.handouts.export import files
from kit.handouts.pdf import to_drawings, to_pages, to_pdf
from kit.handouts.style import Style
from kit.library.exercise import Arc, Exercise
from kit.library.library import Library
from kit.model import to_json
from kit.plan.document import from_document, to_document
from kit.plan.issuing import finalised
from kit.plan.resolved import ResolvedPlan, resolve
from kit.ui.bookshelf.sheet import prescribed, printed, sheet
from kit.ui.planner.panel import detail
from kit.ui.planner.unfolded import unfolded
from kit.words.catalogue import Catalogue
from tests.handouts.pages import session_html
from tests.handouts.sheets import LIBRARY, START, plan_of
from tests.photos import ALT, SECRETS, camera, with_photo

ARC = "long_arc_quad"
WORDS = Catalogue()
# A red that no drawing has: where it is seen, the photo is.
RED = (208, 32, 32)


def photographed(exercise_id: str = "bridge") -> tuple[Library, Exercise]:
    exercise = with_photo(LIBRARY[exercise_id], camera(width=1600, height=1000))
    return Library([exercise if one.id == exercise.id else one for one in LIBRARY]), exercise


def known(exercise_id: str = "bridge") -> ResolvedPlan:
    return resolve(plan_of([exercise_id]), photographed(exercise_id)[0])


def pictures_in(text: str) -> list[bytes]:
    """All JPEGs of a text, those within an SVG of an image too."""
    inner = [base64.b64decode(found).decode() for found in re.findall(r"svg\+xml;base64,([A-Za-z0-9+/=]+)", text)]
    return [base64.b64decode(f) for one in (text, *inner) for f in re.findall(r"image/jpeg;base64,([\w+/=]+)", one)]


def of_pdf() -> tuple[list[bytes], str]:
    with pikepdf.open(io.BytesIO(to_pdf(document(known(), Clinic())))) as pdf:
        images = [image for page in pdf.pages for image in _images(page.resources)]
        texts = [str(node.Alt) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Alt" in node]
    return images, " ".join(texts)


def _images(resources: pikepdf.Object) -> list[bytes]:
    found = []
    for item in dict(resources.get("/XObject", {}).items()).values():
        if item.get("/Subtype") == "/Image":
            found.append(bytes(item.read_raw_bytes()))
        elif "/Resources" in item:
            found += _images(item.Resources)
    return found


def of_page() -> tuple[list[bytes], str]:
    library, _ = photographed()
    page = session_html(plan_of(["bridge"]), library, Clinic())
    return pictures_in(page), page


def of_sheet() -> tuple[list[bytes], str]:
    _, exercise = photographed()
    shown = sheet(prescribed(exercise), exercise, printed(prescribed(exercise), exercise, Clinic()))
    return pictures_in(" ".join(picture["src"] for picture in shown["pictures"])), str(shown)


def of_detail() -> tuple[list[bytes], str]:
    library, exercise = photographed()
    shown = detail(exercise, library, WORDS)
    assert shown["frames"] == []
    return pictures_in(str(shown)), str(shown)


def of_row() -> tuple[list[bytes], str]:
    shown = unfolded(known(), "i1", WORDS)
    assert shown["frames"] == []
    return pictures_in(str(shown)), str(shown)


def of_thumb() -> tuple[list[bytes], str]:
    return pictures_in(small_of(photographed()[1])), ALT  # its name stands beside it


@pytest.mark.parametrize("of", [of_pdf, of_page, of_sheet, of_detail, of_row, of_thumb])
def test_the_photo_is_in_every_format(of: Callable[[], tuple[list[bytes], str]]) -> None:
    """In place of the drawings, with its words, upright and in its colours, and without a word of the camera."""
    pictures, said = of()
    assert pictures
    assert ALT in said
    for content in pictures:
        picture = Image.open(io.BytesIO(content)).convert("RGB")
        assert _is_red(picture.getpixel((picture.width // 4, picture.height // 2)))
        assert not any(secret in content for secret in SECRETS)


def test_the_pages_show_it() -> None:
    """On paper and in the preview of the pages the red of the photo is seen, in grey print it is grey."""
    told = document(known(), Clinic())
    assert any(_has_red(page) for page in to_pages(told, 40))
    assert any("image/jpeg" in page.decode() or "<image" in page.decode() for page in to_drawings(told))
    grey = document(known(), Clinic(), style=Style(palette="grey"))
    assert not any(_has_red(page) for page in to_pages(grey, 40))
    assert all(Image.open(io.BytesIO(one)).mode == "L" for one in pictures_in(str(grey)))


def _is_red(colour: object) -> bool:
    return isinstance(colour, tuple) and all(abs(a - b) < 12 for a, b in zip(colour, RED, strict=True))


def _has_red(page: bytes) -> bool:
    picture = Image.open(io.BytesIO(page)).convert("RGB")
    return any(n > 20 and _is_red(colour) for n, colour in picture.getcolors(1_000_000) or [])


def test_the_pdf_can_be_read_by_all(tmp_path: Path) -> None:
    """With a photo it is a PDF/UA still, and has no metadata of the picture."""
    path = tmp_path / "handout.pdf"
    path.write_bytes(to_pdf(document(known(), Clinic())))
    done = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    with pikepdf.open(path) as pdf:
        everything = b"".join(obj.read_bytes() for obj in pdf.objects if _is_plain_stream(obj))
    assert not any(secret in everything for secret in SECRETS[:3])


def _is_plain_stream(thing: object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Filter") != "/DCTDecode"


def test_the_page_stays_small_and_closed() -> None:
    """Ten photos make no more than a megabyte of it, and nothing but pictures of its own may be shown."""
    library, exercise = photographed()
    many = [exercise.model_copy(update={"id": f"my_{n}"}) for n in range(10)]
    plan = plan_of(["bridge"])
    for one in many:
        plan = plan.add(one)
    page = session_html(plan, Library([*library, *many]), Clinic())
    assert len(page.encode()) < 1_500_000
    assert "img-src data:;" in page
    assert "img-src" not in session_html(plan_of(["clamshell"]), library, Clinic())


def test_an_issued_plan_keeps_its_photo() -> None:
    """Its copy carries the picture: it prints the same for ever, from its file too, whatever the library has."""
    final = finalised(known(), "A. Physio", START)
    again = from_document(to_document(final), "plan.json").plan
    assert again == final
    first, without = (files(resolve(again, library), Clinic()) for library in (photographed()[0], LIBRARY))
    assert first == without
    assert "photo" not in to_json(finalised(resolve(plan_of(["bridge"]), LIBRARY), "A. Physio", START))


def test_a_photo_that_goes_too_far_is_left_out() -> None:
    """Of an item that keeps inside a part of the movement the drawn end is shown, or none, and the limit is said."""
    library, exercise = photographed(ARC)
    plan = plan_of([ARC])
    assert exercise.arc
    limited = plan.adjust("i1", rom_limit=Arc(from_deg=exercise.arc.from_deg, to_deg=exercise.arc.to_deg + 20))
    assert "image/jpeg" in str(document(resolve(plan, library), Clinic()))
    told, drawn = (document(resolve(limited, one), Clinic()) for one in (library, LIBRARY))
    assert told == drawn


def test_a_photo_is_not_mirrored() -> None:
    """For either side it is as it was taken; drawings are mirrored. No drawn movement is played beside it."""
    _, exercise = photographed("clamshell")
    assert shown_of(exercise, "left") == shown_of(exercise, "right") != ()
    assert shown_of(LIBRARY["clamshell"], "left") != shown_of(LIBRARY["clamshell"], "right")
    assert movement_of(exercise) == ()
