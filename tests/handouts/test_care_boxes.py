"""What a condition asks of the whole day: what the review hands on with "Tell the patient" stands on the sheet."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from kit.clinic import FORMS, Clinic, Form
from kit.handouts.care_boxes import ELSEWHERE
from kit.handouts.nodes import Box, ExerciseBlock
from kit.handouts.page.paint import paint
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.conditions import conditions
from kit.library.rules import rules
from kit.review.check import findings
from tests.handouts.sheets import boxes, known, sheet
from tests.handouts.tagged import texts

SEATED = ("long_arc_quad", "bridge", "clamshell")
CHAIR = "Sit on a high, firm chair. Keep your knees lower than your hips."
# What the review says of a condition, and in which lines the sheet says it.
SAID = {
    "Sit on a high, firm chair, knees below hips.": (CHAIR,),
    "No restriction. Take extra care with falls; report large bruises.": (
        "Take extra care not to fall.",
        "Tell us about large bruises.",
    ),
    "Lying flat: change position if light-headed, sick or unwell; keep it short.": (
        "Lie flat only as long as the exercise takes. Change position if you feel light-headed, sick or unwell.",
    ),
    "Lie down, roll and get up slowly; have support.": (
        "Lie down, roll over and get up slowly. Have something to hold on to.",
    ),
}
HIPS = {
    "tha_posterior": [
        "Do not bend that hip past 90 degrees, a right angle.",
        "Do not take that leg across the middle of your body.",
        "Do not turn that leg inwards.",
        "Keep to this for as long as your surgeon asks.",
    ],
    "tha_anterior": [
        "Do not take that leg behind your body.",
        "Do not force that leg to turn outwards.",
        "Keep to this for as long as your surgeon asks.",
    ],
    "tha_lateral": ["Do not lift that leg out to the side until your surgeon agrees."],
}


def held(name: str, side: str | None = "left") -> dict[str, Any]:
    """A condition since a week before the plan, with a side where it asks for one."""
    sided = side if "side" in rules().conditions[name].needs else None
    return {"condition": name, "since": "2026-05-25"} | ({"side": sided} if sided else {})


@pytest.mark.parametrize("name", [one.key for one in conditions()])
@pytest.mark.parametrize("exercises", [SEATED, ("bird_dog",)])
def test_what_the_review_hands_on_stands_on_the_sheet_of_that_patient(name: str, exercises: tuple[str, ...]) -> None:
    """Every note with "Tell the patient", and of the notes no other; what a new hip must not do, whatever is done."""
    about: dict[str, Any] = {"conditions": [held(name)]}
    told = [line for box in boxes(sheet(exercises, **about), "care") for line in box.lines]
    notes = [finding for finding in findings(known(exercises, **about)) if finding.mend == "Tell the patient."]
    handed = [finding.why for finding in notes if name not in ELSEWHERE]
    assert sorted(told) == sorted([*HIPS.get(name, []), *(line for why in handed for line in SAID[why])])


def test_a_risk_of_falls_is_told_in_its_own_boxes() -> None:
    """A fixed support and someone near."""
    (first, *_) = boxes(sheet(["tandem_stance"], conditions=[held("falls_risk")]), "falls")
    assert {"Have someone at home with you when you do these.", "Stand at a kitchen counter or a fixed rail."} < {
        *first.lines
    }


@pytest.mark.parametrize(("side", "said"), [("left", "left side"), ("right", "right side")])
def test_the_side_is_that_of_the_condition(side: str, said: str) -> None:
    """Each hip has a box of its own, and no box names a side that nobody gave."""
    made = boxes(sheet(SEATED, conditions=[held("tha_posterior", side)]), "care")
    assert [box.title for box in made] == [f"Because of your new hip ({said})"]
    both = boxes(sheet(SEATED, conditions=[held("tha_posterior"), held("tha_posterior", "right")]), "care")
    assert [box.title.partition("(")[2] for box in both] == ["left side)", "right side)"]
    (unknown,) = boxes(sheet(SEATED, issued=False, conditions=[held("tha_posterior", None)]), "care")
    assert unknown.title == "Because of your new hip"


def test_an_operation_whose_kind_is_not_known_has_the_limits_of_all() -> None:
    """In one box, each line once."""
    (box,) = boxes(sheet(SEATED, conditions=[held(name) for name in HIPS]), "care")
    assert {*box.lines} == {CHAIR, *(line for lines in HIPS.values() for line in lines)}
    assert len(box.lines) == len({*box.lines})


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "ar-EG", "zh-CN"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("large", [False, True])
def test_it_is_printed_in_each_form_and_language(form: Form, locale: str, large: bool, tmp_path: Path) -> None:
    """On paper and on the page of the session."""
    about: dict[str, Any] = {"conditions": [held("tha_posterior"), held("anticoagulant")]}
    told = sheet(SEATED, clinic=Clinic(locale=locale), style=Style(form=form, large_print=large, diary="none"), **about)
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told))
    paper, page = "".join("".join(texts(path)).split()), str(paint(told, ["a", "b", "c"]))
    made: list[Box] = boxes(told, "care")
    assert len(made) == 2
    for line in (line for box in made for line in (box.title, *box.lines)):
        assert "".join(line.split()) in paper
        assert line in page


FOUR = (*SEATED, "walking")


@pytest.mark.parametrize("names", [SEATED, FOUR, (*FOUR, "quad_set", "ankle_pumps", "heel_raise_double", "bird_dog")])
@pytest.mark.parametrize("large", [False, True])
def test_it_comes_before_the_first_exercise(names: tuple[str, ...], large: bool, tmp_path: Path) -> None:
    """Whoever does them in their order has read it by then. It is said once."""
    about: dict[str, Any] = {"conditions": [held("tha_posterior"), held("anticoagulant")]}
    told = sheet(names, style=Style(large_print=large), **about)
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told))
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    words = " ".join(raw.split())
    for line in (line for box in boxes(told, "care") for line in (box.title, *box.lines)):
        assert words.count(line) == 1
        assert words.index(line) < words.index("Start.")


def test_where_it_has_no_room_in_front_it_stands_overleaf(tmp_path: Path) -> None:
    """Four exercises with all that a patient can be told of keep to their page, and no line is lost."""
    many = [held(name) for name in (*HIPS, "anticoagulant", "pregnancy", "bppv")]
    told = sheet(FOUR, style=Style("letter"), conditions=many)
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told))
    first, *others = subprocess.run(
        ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True
    ).stdout.split("\f")
    front, behind = " ".join(first.split()), " ".join(" ".join(others).split())
    for line in (line for box in boxes(told, "care") for line in box.lines):
        assert (front + behind).count(line) == 1
    for box in boxes(told, "care"):
        assert box.title in front
    assert ": Page 2 of" in front
    for block in (node for node in told.nodes if isinstance(node, ExerciseBlock)):
        assert block.name in front
