"""Whose handout it is: two plans with one label share nothing, in no format; a correction of the same day is told."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import icalendar
import pikepdf
import pytest

from kit.clinic import FORMS, Clinic
from kit.handouts.document import document
from kit.handouts.export import files
from kit.handouts.folder import folder_name, put_set
from kit.handouts.parts import CALENDAR, CARE_PLAN, DIARY, PAGE, PDF, PLAN, SET, TABLE
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.plan.template import template
from tests.conftest import START
from tests.handouts.test_pdf import text_of

CLINIC = Clinic(name="Sunny Clinic")
NAME = "Zebrawood"
THROWN = "This sheet takes the place of version 1. Throw the older sheet away."


@pytest.fixture(scope="module")
def twins(library: Library) -> list[Plan]:
    """Two patients' drafts: the same template, label, plan id and day."""
    ready = template("knee-glute-stretches")
    return [ready.plan(library, "P-001", START, "P-001", random=Random(seed)) for seed in (1, 2)]


@pytest.fixture(scope="module")
def handouts(twins: list[Plan], library: Library) -> list[dict[str, bytes]]:
    return [files(resolve(plan, library), CLINIC, NAME) for plan in twins]


def known_to_the_page(page: bytes) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/json" id="facts">(.*?)</script>', page.decode())
    facts: dict[str, Any] = json.loads(text)
    return facts


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))


def test_two_plans_of_one_label(twins: list[Plan], handouts: list[dict[str, bytes]], tmp_path: Path) -> None:
    """Other folders, FHIR patients and care plans, calendar events, storage keys, diary and table rows, footers."""
    told = []
    for plan, made in zip(twins, handouts, strict=True):
        put_set(tmp_path / folder_name(plan), made, plan)
        bundle = json.loads(made[CARE_PLAN])
        page = known_to_the_page(made[PAGE])
        (tmp_path / "one.pdf").write_bytes(made[PDF])
        told.append(
            {
                "folder": {folder_name(plan)},
                "FHIR": {entry["fullUrl"] for entry in bundle["entry"]},
                "patient": {e["resource"]["id"] for e in bundle["entry"] if e["resource"]["resourceType"] == "Patient"},
                "events": {str(event["uid"]) for event in icalendar.Calendar.from_ical(made[CALENDAR]).walk("VEVENT")},
                "storage": {(page["plan_code"], page["plan_version"], page["fingerprint"])},
                "diary": {row["plan_code"] for row in rows(made[DIARY])},
                "table": {row["plan_code"] for row in rows(made[TABLE])},
                "foot of the page": set(re.findall(r"<footer>.*?</footer>", made[PAGE].decode())),
                "paper": set(re.findall(r"P-001 · version 1 · \w+", " ".join(text_of(tmp_path / "one.pdf")))),
                "plan": {json.loads(made[PLAN])["code"]},
            }
        )
    one, two = told
    for where in one:
        assert one[where], where
        assert not one[where] & two[where], where
    assert len(list(tmp_path.glob("P-001-*/patient/handout.pdf"))) == 2


def test_each_sheet_has_the_code(twins: list[Plan], handouts: list[dict[str, bytes]], tmp_path: Path) -> None:
    """Once in the foot of each sheet, and once in that of the page."""
    (tmp_path / "one.pdf").write_bytes(handouts[0][PDF])
    assert {page.count(twins[0].code) for page in text_of(tmp_path / "one.pdf")} == {1}
    shown = re.sub(r"<script.*?</script>", "", handouts[0][PAGE].decode(), flags=re.DOTALL)
    assert shown.count(twins[0].code) == 1


@pytest.mark.parametrize("locale", ["en-GB", "ar-EG"])
@pytest.mark.parametrize("label", ["P-001", "W" * 150, "a label of many words " * 8])
def test_the_code_is_in_the_foot_whatever_the_label(
    label: str, locale: str, twins: list[Plan], library: Library, tmp_path: Path
) -> None:
    """In the largest print too: on one line with the page's number, nothing over the other, nothing off the sheet."""
    told = document(
        resolve(twins[0].describe(patient=label), library),
        CLINIC.model_copy(update={"locale": locale}),
        "",
        Style("a4", True),
    )
    (tmp_path / "one.pdf").write_bytes(to_pdf(told))
    for words in words_of(tmp_path / "one.pdf"):
        (code,) = [box for box in words if box.text == twins[0].code]
        line = sorted((box for box in words if box.top < code.bottom and box.bottom > code.top), key=lambda b: b.left)
        assert code.bottom < code.sheet - 10
        assert len(line) > 5
        assert all(one.right <= two.left + 0.5 for one, two in itertools.pairwise(line))


@dataclass(frozen=True)
class Box:
    """A printed word and where it stands, in points from the top left; `sheet` is the height of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sheet: float


def words_of(path: Path) -> list[list[Box]]:
    """The words of each page."""
    assert text_of(path)  # skips where the tool is missing
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = re.findall(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', told, re.DOTALL)
    word = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    return [[Box(text, *map(float, (*at, height))) for *at, text in re.findall(word, page)] for height, page in pages]


def test_the_name_is_in_two_files_alone(handouts: list[dict[str, bytes]]) -> None:
    """In what the PDF and the page show; in no path, no metadata, no other file."""
    made = handouts[0]
    with pikepdf.open(io.BytesIO(made[PDF])) as pdf:
        assert NAME.encode() not in pdf.Root.Metadata.read_bytes()
        assert NAME not in str(dict(pdf.docinfo.items()))
    assert {path for path in SET - {PDF} if NAME.encode() in made[path]} == {PAGE}
    assert not [path for path in made if NAME in path]


def test_a_draft_is_marked_in_every_file(
    twins: list[Plan], handouts: list[dict[str, bytes]], library: Library, tmp_path: Path
) -> None:
    """Each file that goes home says DRAFT, each row of a table too; the same plan issued says it nowhere."""
    draft = handouts[0]
    (tmp_path / "one.pdf").write_bytes(draft[PDF])
    assert all("DRAFT" in page for page in text_of(tmp_path / "one.pdf"))
    assert {row["status"] for row in rows(draft[TABLE])} == {"DRAFT"}
    assert all(row["prescribed"].startswith("DRAFT: ") for row in rows(draft[DIARY]))
    assert all("DRAFT: " in str(e["description"]) for e in icalendar.Calendar.from_ical(draft[CALENDAR]).walk("VEVENT"))
    assert '<p class="draft">DRAFT: not checked yet. Do not use.</p>' in draft[PAGE].decode()
    resources = [entry["resource"] for entry in json.loads(draft[CARE_PLAN])["entry"]]
    assert [r["status"] for r in resources if r["resourceType"] == "CarePlan"] == ["draft"]
    final = files(resolve(finalised(resolve(twins[0], library), "A. Physio", START), library), CLINIC)
    (tmp_path / "one.pdf").write_bytes(final[PDF])
    assert not any("DRAFT" in page for page in text_of(tmp_path / "one.pdf"))
    assert [path for path in SET - {PDF} if b"DRAFT" in final[path]] == []
    assert {row["status"] for row in rows(final[TABLE])} == {"issued"}


def test_a_version_for_later_leaves_the_older_sheet_in_force(issued: Plan, library: Library) -> None:
    """Only what holds at once takes the place of what the patient has, and only with a reason."""

    def is_thrown(start: dt.date, reason: str) -> bool:
        made = finalised(resolve(issued.new_version(start, reason), library), "A. Physio", START + dt.timedelta(1))
        return THROWN in str(document(resolve(made, library), CLINIC).nodes)

    tomorrow, later = (START + dt.timedelta(days) for days in (1, 2))
    assert [is_thrown(START, "Wrong side"), is_thrown(tomorrow, "Wrong side")] == [True, True]
    assert [is_thrown(later, "Wrong side"), is_thrown(tomorrow, "")] == [False, False]


def test_a_correction_of_a_version_that_is_still_to_come_takes_its_place(issued: Plan, library: Library) -> None:
    """The patient has its sheet already, and it will never hold; the version before it does until then."""
    soon = START + dt.timedelta(7)
    second = finalised(resolve(issued.new_version(soon), library), "A. Physio", START)
    third = finalised(resolve(second.new_version(soon, "Wrong dose", on=START), library), "A. Physio", START)
    told = str(document(resolve(third, library), CLINIC).nodes)
    assert THROWN.replace("version 1", "version 2") in told


def test_a_correction_of_the_same_day(issued: Plan, library: Library, tmp_path: Path) -> None:
    """It takes the place of the wrong one in every format, says what is new since that one, and that the older sheet is
    thrown away, also where nobody has that one at hand."""
    right = issued.new_version(START, "wrong side").adjust("i1", reps=5).describe(review_on=START + dt.timedelta(14))
    right = finalised(resolve(right, library), "A. Physio", START)
    put_set(tmp_path, files(resolve(issued, library), CLINIC), issued)
    made = files(resolve(right, library), CLINIC, since=resolve(issued, library))
    put_set(tmp_path, made, right)
    paper = " ".join(text_of(tmp_path / PDF))
    assert "Since version 1" in paper
    assert THROWN in paper
    for form in FORMS:
        alone = files(resolve(right, library), CLINIC, style=Style(form=form))
        (tmp_path / "alone.pdf").write_bytes(alone[PDF])
        assert THROWN in text_of(tmp_path / "alone.pdf")[0]  # in front, before all else
        assert f"<strong>{THROWN}</strong>" in alone[PAGE].decode()
    assert "Seated hip stretch: Hold 30 seconds. Do it 5 times on each side." in paper
    assert "8 Jun to 14 Jun" in paper
    assert "Week 3" not in paper
    statuses = [str(e["status"]) for e in icalendar.Calendar.from_ical(made[CALENDAR]).walk("VEVENT")]
    assert statuses == ["CONFIRMED"] * 14 + ["CANCELLED"] * 14
    assert {row["plan_version"] for row in rows(made[DIARY])} == {"2"}
    assert f'"value": "{issued.code}/1"' in made[CARE_PLAN].decode()


def test_the_next_version_says_from_when_it_takes_the_place(issued: Plan, library: Library) -> None:
    """Of a plan that goes on: the older sheet holds until that day. The first version says nothing of the kind."""
    later = issued.new_version(START + dt.timedelta(14))
    said = "From 15 June 2026 this sheet takes the place of version 1. Then throw the older sheet away."
    assert str(document(resolve(later, library), CLINIC).nodes).count(said) == 1
    assert "takes the place" not in str(document(resolve(issued, library), CLINIC).nodes)


def test_a_corrected_sheet_is_as_long_as_the_wrong_one(issued: Plan, library: Library) -> None:
    """That all of its exercises are on another side now takes no page more."""
    turned = issued.new_version(START, "Wrong side")
    for item in turned.items:
        if library[item.exercise_id].sides == "each":
            turned = turned.adjust(item.item_id, sides="left")
    known, old = resolve(turned, library), resolve(issued, library)
    made = [to_pdf(document(known, CLINIC, since=old)), to_pdf(document(old, CLINIC))]
    pages = []
    for pdf in made:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            pages.append(len(opened.pages))
    assert pages[0] == pages[1] == 3
