"""The handout: accessible, complete, the same for the same plan, and proof against any text."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import os
import pickle
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from kit.clinic import FORMS, Clinic
from kit.errors import OverwriteError
from kit.handouts.document import document
from kit.handouts.export import files
from kit.handouts.folder import put_set
from kit.handouts.nodes import ExerciseBlock
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.handouts.table import to_csv
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.typeset.fonts import drawable
from kit.words.catalogue import Catalogue
from kit.words.text import clean

CLINIC = Clinic(name="Sunny Clinic", therapist="A. Physio")
AGAIN = """
import hashlib, pickle, sys
from kit.handouts.pdf import to_pdf
for told in pickle.load(sys.stdin.buffer):
    print(hashlib.sha256(to_pdf(told)).hexdigest())
"""


def test_same_plan_same_bytes(issued: Plan, library: Library) -> None:
    """The same plan gives the same bytes."""
    assert to_pdf(document(resolve(issued, library), CLINIC)) == to_pdf(document(resolve(issued, library), CLINIC))


def test_same_bytes_in_another_program(issued: Plan, library: Library) -> None:
    """Where nothing is remembered of the first time, and the typesetter has several threads: in every form."""
    told = [document(resolve(issued, library), CLINIC, style=Style(form=form)) for form in FORMS]
    env = {**os.environ, "RAYON_NUM_THREADS": "3", "PYTHONHASHSEED": "7"}
    again = subprocess.run([sys.executable, "-c", AGAIN], input=pickle.dumps(told), capture_output=True, env=env)
    assert again.stdout.decode().split() == [sha256(to_pdf(one)).hexdigest() for one in told], again.stderr.decode()


def test_tagged_with_language_and_title(issued: Plan, library: Library) -> None:
    """The PDF is marked, has a structure tree, its language, and shows its title."""
    with pikepdf.open(io.BytesIO(to_pdf(document(resolve(issued, library), CLINIC)))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_name_is_in_no_metadata(issued: Plan, library: Library) -> None:
    """The printed name stands in no metadata of the PDF."""
    with pikepdf.open(io.BytesIO(to_pdf(document(resolve(issued, library), CLINIC, "Zebrawood")))) as pdf:
        assert b"Zebrawood" not in pdf.Root.Metadata.read_bytes()
        assert "Zebrawood" not in str(dict(pdf.docinfo.items()))


def made(plan: Plan, library: Library, tmp_path: Path, **settings: str) -> Path:
    """The plan's leaflet as a file."""
    name, style = settings.pop("name", ""), Style(form="leaflet")
    path = tmp_path / "handout.pdf"
    path.write_bytes(to_pdf(document(resolve(plan, library), CLINIC.model_copy(update=settings), name, style)))
    return path


def text_of(path: Path) -> list[str]:
    """The text of each page in one line each."""
    if shutil.which("pdftotext") is None:
        message = "pdftotext is not on this machine; install it with: apt-get install poppler-utils"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in told.split("\f")[:-1]]


def tags(path: Path) -> list[str]:
    """The structure elements of the PDF in reading order."""
    found: list[str] = []
    with pikepdf.open(path) as pdf:
        roles = {str(k): str(v) for k, v in pdf.Root.StructTreeRoot.get("/RoleMap", pikepdf.Dictionary()).items()}
        stack = [pdf.Root.StructTreeRoot]
        while stack:
            node = stack.pop()
            if "/S" in node:
                kind = str(node.S)
                found.append(roles.get(kind, kind).lstrip("/"))
            kids = node.get("/K")
            below = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            stack += [k for k in reversed(below) if isinstance(k, pikepdf.Dictionary)]
    return found


FOUR = ["seated_rotator_stretch", "standing_itb_stretch", "supine_figure4_stretch", "supine_leg_crossover"]


def many(library: Library, count: int) -> Plan:
    """A plan of `count` items, the four founding stretches over and over."""
    plan = Plan.begin("P-001", start=dt.date(2026, 6, 1))
    for number in range(count):
        plan = plan.add(library[FOUR[number % 4]])
    return plan


@pytest.mark.parametrize(("count", "paper"), [(1, "a4"), (4, "a4"), (4, "letter"), (12, "a4")])
def test_accessible(count: int, paper: str, library: Library, tmp_path: Path) -> None:
    """The independent checker finds nothing, whatever the length and the paper."""
    path = made(many(library, count), library, tmp_path, paper=paper)
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", path], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_headings_in_order(issued: Plan, library: Library, tmp_path: Path) -> None:
    """The title comes first, and no heading skips a level on the way down; tables have header cells."""
    kinds = tags(made(issued, library, tmp_path))
    levels = [int(kind[1]) for kind in kinds if re.fullmatch(r"H[1-6]", kind)]
    assert len(levels) > 20
    assert levels[0] == 1
    assert all(two <= one + 1 for one, two in itertools.pairwise(levels))
    assert kinds.count("TH") == 4 * (8 + 4 + 1)  # days, exercises and the pain
    assert kinds.count("Table") == 4


def test_says_what_a_handout_must_say(issued: Plan, library: Library, tmp_path: Path) -> None:
    """Label, therapist, dates, minutes, doses, the safety box, three tiers, the missed day; no word of a draft."""
    text = " ".join(text_of(made(issued, library, tmp_path, contact="01234 567")))
    for said in (
        "P-001",
        "Sunny Clinic",
        "A. Physio",
        "01234 567",
        "1 June 2026",
        "29 June 2026",
        "About 18 minutes",
        "Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times. Once a day.",
        "A light pull is good. Pain is not.",
        "Call 999 now if:",
        "Get help today if:",
        "Call your physio or doctor if:",
        "You faint.",
        "Just go on with the next one. Do not do twice as much.",
        "Feel it here",
        "22 Jun to 28 Jun",
        "not signed off for general use",
        "Page 1 of 6",
    ):
        assert said in text, said
    assert text.count("Stop the exercises.") == 3
    assert text.count("Do all of one side first, then the other side.") == 4
    assert "DRAFT" not in text


def test_a_draft_says_so_on_every_page(four: Plan, library: Library, tmp_path: Path) -> None:
    """A plan that nobody issued cannot pass for one that somebody did."""
    pages = text_of(made(four, library, tmp_path))
    assert len(pages) == 6
    assert all("DRAFT" in page for page in pages)


def test_an_exercise_stays_on_one_page(library: Library, tmp_path: Path) -> None:
    """The heading of each of 12 exercises stands on the same page as its last step."""
    pages = text_of(made(many(library, 12), library, tmp_path))
    for number in range(1, 13):
        name = f"{number} {library[FOUR[(number - 1) % 4]].patient_name} "
        holding = [page for page in pages[2:] if name in page]
        assert len(holding) == 1
        assert "Do all of one side first, then the other side." in holding[0][holding[0].index(name) :]


HOSTILE = [
    "#panic()",
    "$x$ *b* _i_ `c`",
    "<script>x</script>",
    "@ref \\ // /*",
    "=HYPERLINK(1)",
    "a\x00b\ufeffc\u202ed",
    "A" * 190,
    "膝 😀",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str, four: Plan, library: Library, tmp_path: Path) -> None:
    """Whatever a person typed is printed as it stands, or visibly replaced; nothing runs, nothing fails."""
    plan = four.describe(patient=text, title=f"T {text}").adjust("i1", note=text)
    pages = " ".join(text_of(made(plan, library, tmp_path, name=text))).replace("\u200b", "")
    bare = drawable(clean(text)).replace(" ", "")
    assert bare in pages.replace(" ", "")


def test_the_table_holds_no_formula(four: Plan, library: Library, words: Catalogue) -> None:
    """A row an item, in order; a note that looks like a formula is text."""
    rows = list(
        csv.DictReader(io.StringIO(to_csv(resolve(four.adjust("i2", note="=1+1"), library), words).decode("utf-8-sig")))
    )
    assert [row["item_id"] for row in rows] == ["i1", "i2", "i3", "i4"]
    assert rows[0]["dose"] == "Hold 30 seconds. Do it 2 times on each side. Rest 15 seconds between times."
    assert [row["seconds"] for row in rows] == ["170"] * 4
    assert rows[1]["note"] == "'=1+1"


@pytest.mark.usefixtures("unprinted")
def test_a_filled_diary_is_not_overwritten(issued: Plan, library: Library, tmp_path: Path) -> None:
    """The export refuses before it writes anything; an empty diary is replaced; the same plan, the same bytes."""
    files_made = files(resolve(issued, library), CLINIC)
    home = ("calendar.ics", "diary.csv", "handout.csv", "handout.pdf", "session.html")
    assert sorted(files_made) == [*(f"patient/{name}" for name in home), "record/careplan.json", "record/plan.json"]
    put_set(tmp_path, files_made, issued)
    put_set(tmp_path, files(resolve(issued, library), CLINIC), issued)
    diary, pdf = tmp_path / "patient" / "diary.csv", tmp_path / "patient" / "handout.pdf"
    header, first, rest = diary.read_text(encoding="utf-8-sig").split("\n", 2)
    cells = first.split(",")
    cells[header.split(",").index("status")] = "done"
    diary.write_text("\n".join((header, ",".join(cells), rest)), encoding="utf-8")
    filled = diary.read_bytes()
    pdf.unlink()
    with pytest.raises(OverwriteError) as caught:
        put_set(tmp_path, files_made, issued)
    assert str(caught.value) == f"{diary}: has entries and is not overwritten. Move it, or choose another folder."
    assert diary.read_bytes() == filled
    assert not pdf.exists()


def test_the_dose_table_says_every_number(four: Plan, library: Library) -> None:
    """Each number of a dose with sets stands in the table, a rest between sets only where there are several."""
    plan = four.adjust("i1", sets=2, reps=3, hold_s=20, rest_rep_s=10, rest_set_s=90)
    blocks = [node for node in document(resolve(plan, library), CLINIC).nodes if isinstance(node, ExerciseBlock)]
    assert dict(blocks[0].dose_table) == {
        "Sets": "2",
        "Times": "3",
        "Hold": "20 s",
        "Rest": "10 s",
        "Rest between sets": "90 s",
    }
    assert "Rest between sets" not in dict(blocks[1].dose_table)
