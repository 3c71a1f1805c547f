"""The leaflet in all its forms: accessible, whole, with every picture described, and only as long as it must be."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kit.clinic import Clinic, Paper, read_clinic
from kit.errors import ContentError
from kit.figures import panels
from kit.handouts.document import document
from kit.handouts.nodes import Box, ExerciseBlock
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.exercise import Side
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from tests.handouts.printed import printed

CLINIC = Clinic(name="Sample Clinic (synthetic)", therapist="A. Physio", link="https://clinic.example/exercises")
FORMS = [
    (1, "a4", False, "day"),
    (4, "letter", False, "grey"),
    (4, "a4", True, "grey"),
    (6, "letter", True, "day"),
    (6, "a4", False, "plum"),
    (12, "a4", True, "day"),
    (12, "letter", False, "grey"),
]


def plan_of(library: Library, count: int) -> Plan:
    """The first `count` exercises of the library, all different."""
    plan = Plan.begin("P-001", patient="P-001", start=dt.date(2026, 6, 1))
    for exercise in itertools.islice(library, count):
        plan = plan.add(exercise)
    return plan


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    """All structure elements of one kind."""
    found, todo = [], [pdf.Root.StructTreeRoot]
    while todo:
        node = todo.pop()
        if isinstance(node, pikepdf.Array):
            todo += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == f"/{kind}":
                found.append(node)
            if "/K" in node:
                todo.append(node["/K"])
    return found


@pytest.mark.parametrize(("count", "paper", "large", "palette"), FORMS)
def test_every_form_is_accessible_and_every_picture_described(
    count: int, paper: Paper, large: bool, palette: str, library: Library, tmp_path: Path
) -> None:
    """The independent checker finds nothing; each picture has words; the same plan gives the same bytes."""
    told = document(resolve(plan_of(library, count), library), CLINIC, style=Style(paper, large, palette, "leaflet"))
    path = tmp_path / "handout.pdf"
    path.write_bytes(to_pdf(told))
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    same = to_pdf(told) == path.read_bytes()
    assert same
    with pikepdf.open(path) as pdf:
        alts = [str(figure.get("/Alt", "")) for figure in elements(pdf, "Figure")]
        shown = sum(len(panels(item.exercise_id)) for item in plan_of(library, count).items)
        glance = count if count <= 8 else 0
        assert len(alts) == shown + glance + 1  # and the code that leads to the clinic's page
        # On the cover a picture is told by its name alone.
        assert sum(len(alt) <= 20 for alt in alts) <= glance
        sizes = {tuple(sorted(round(float(x)) for x in page.MediaBox)) for page in pdf.pages}
    assert sizes == {(0, 0, 612, 792) if paper == "letter" else (0, 0, 595, 842)}  # the diary's lie


@pytest.mark.parametrize(("count", "pages"), [(1, 4), (4, 6), (12, 14)])
def test_a_leaflet_is_no_longer_than_it_must_be(count: int, pages: int, library: Library) -> None:
    """Cover, help, two exercises a page where they fit with all there is to take care of, a sheet of diary."""
    made = to_pdf(document(resolve(plan_of(library, count), library), CLINIC, style=Style(form="leaflet")))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) <= pages


def test_pictures_and_words_show_the_same_side(library: Library) -> None:
    """A one-sided prescription turns text, pictures and their descriptions to that side."""
    sides: tuple[tuple[Side, Side], ...] = (("left", "right"), ("right", "left"))
    for side, other in sides:
        plan = Plan.begin("P-001", start=dt.date(2026, 6, 1)).add(library["single_leg_bridge"], sides=side)
        (block,) = [n for n in document(resolve(plan, library), CLINIC).nodes if isinstance(n, ExerciseBlock)]
        assert f"your {side}" in " ".join(block.steps)
        assert side in " ".join(picture.alt for picture in block.pictures)
        mirrored = [("scale(-1" in picture.svg) for picture in block.pictures]
        assert mirrored == [side != library["single_leg_bridge"].lead_side] * len(mirrored)
        assert other != side


def test_a_logo_is_printed_and_a_wrong_one_refused(library: Library, tmp_path: Path) -> None:
    """PNG and SVG beside clinic.toml; a missing file and a file that is no picture say what to do."""
    Image.new("RGB", (1600, 400), "#17695d").save(tmp_path / "logo.png")
    (tmp_path / "clinic.toml").write_text('name = "Sample Clinic"\nlogo = "logo.png"\n', encoding="utf-8")
    plan = plan_of(library, 1)
    told = document(resolve(plan, library), read_clinic(tmp_path / "clinic.toml")[0])
    assert told.logo.startswith("<svg")
    assert to_pdf(told).startswith(b"%PDF")
    (tmp_path / "clinic.toml").write_text('logo = "gone.png"\n', encoding="utf-8")
    assert document(resolve(plan, library), read_clinic(tmp_path / "clinic.toml")[0]).logo == ""
    (tmp_path / "bad.svg").write_text("hello", encoding="utf-8")
    (tmp_path / "clinic.toml").write_text('logo = "bad.svg"\n', encoding="utf-8")
    with pytest.raises(ContentError, match="is no SVG"):
        document(resolve(plan, library), read_clinic(tmp_path / "clinic.toml")[0])
    (tmp_path / "clinic.toml").write_text('logo = "logo.png"\n', encoding="utf-8")  # nobody's name to describe it by
    assert to_pdf(document(resolve(plan, library), read_clinic(tmp_path / "clinic.toml")[0])).startswith(b"%PDF")
    (tmp_path / "logo.png").write_bytes(b"no picture")
    (tmp_path / "clinic.toml").write_text('logo = "logo.png"\n', encoding="utf-8")
    with pytest.raises(ContentError, match="Save it again as PNG"):
        document(resolve(plan, library), read_clinic(tmp_path / "clinic.toml")[0])


def test_what_is_new_stands_on_the_cover(library: Library, four: Plan) -> None:
    """Since an earlier version: each change in words; the same version again says that nothing has changed."""
    issued = finalised(resolve(four, library), "A. Physio", four.start)
    later = issued.new_version(four.start + dt.timedelta(days=14)).adjust("i1", hold_s=45)
    told = [
        n.lines
        for n in document(resolve(later, library), CLINIC, since=resolve(issued, library)).nodes
        if isinstance(n, Box) and n.kind == "plain"
    ]
    assert told == [("Seated hip stretch: Hold 45 seconds. Do it 2 times on each side.",)]
    same = issued.new_version(four.start + dt.timedelta(days=14))
    told = [
        n.lines
        for n in document(resolve(same, library), CLINIC, since=resolve(issued, library)).nodes
        if isinstance(n, Box) and n.kind == "plain"
    ]
    assert told == [("The exercises are the same as before.",)]


def test_the_link_of_the_pdf_is_the_clinics_own(library: Library) -> None:
    """A long address is the same behind the words as in the clinic's settings."""
    link = "https://www.example-clinic.example/exercises/your-personal-plan-page"
    with pikepdf.open(io.BytesIO(to_pdf(document(resolve(plan_of(library, 1), library), Clinic(link=link))))) as pdf:
        addresses = [str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
    assert {address for address in addresses if not address.startswith("tel:")} == {link}
    assert {"tel:999", "tel:111"} <= {*addresses}


@pytest.mark.parametrize("name", ["falls-and-balance", "knee-glute-stretches"])
def test_the_glance_stays_on_the_cover(name: str, library: Library) -> None:
    """Its pictures are as large as all of them go on: no second page with one of them alone."""
    plan = template(name).plan(library, "P-001", dt.date(2026, 6, 1))
    cover, following, *_ = printed(to_pdf(document(resolve(plan, library), CLINIC, style=Style(form="leaflet"))))
    assert {item.exercise.patient_name for item in resolve(plan, library).entries} <= cover.pictures.keys()
    assert following.fill() > 0.4
