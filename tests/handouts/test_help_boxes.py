"""When to get help: the worked cases of the specification, the urgent number, the weeks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kit.clinic import Clinic, Form
from kit.errors import KitError
from kit.handouts.help_boxes import help_boxes
from kit.handouts.page.paint import paint
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.exercise import REGIONS, Region
from kit.library.help_sign import help_signs
from kit.model import parse
from kit.words.catalogue import Catalogue
from tests.handouts.sheets import LIBRARY, WORDS, boxes, known, lines, sheet
from tests.handouts.tagged import texts

NWB = {"condition": "nwb", "side": "left"}
NECK = ["chin_tuck", "neck_rotation", "upper_trap_stretch", "cross_body_stretch"]
TIERS = ("emergency", "today", "call")


def test_neck_and_shoulder() -> None:
    """No line on hip, calf, weight or knee; stroke, neck and hand lines are there."""
    said = lines(sheet(NECK), *TIERS)
    for word in ("hip", "calf", "stand", "knee", "foot", "toes", "limp"):
        assert not [line for line in said if word in line.lower().replace("weak", "").split()], word
    assert "All at once your face droops, an arm is weak, or you slur your words." in said
    assert "You have new neck pain after a fall or a hit." in said
    assert "Your hand suddenly turns cold, pale or blue, and it hurts." in said
    assert "Your hands are newly clumsy, or your walk is newly unsteady." in said


def test_no_weight_on_the_leg() -> None:
    """Nothing of standing; what can be told without it, and what to do after too much weight."""
    said = lines(sheet(["quad_set", "straight_leg_raise", "long_arc_quad"], conditions=[NWB]), *TIERS)
    assert not [line for line in said if "stand" in line]
    assert "You fell hard, and your leg hurts badly or looks bent." in said
    assert "You put too much weight on the leg, and now it hurts more." in said


def test_weight_again_within_the_plan() -> None:
    """From the day that it may carry again both are said."""
    said = lines(sheet(["quad_set"], conditions=[{**NWB, "until": "2026-06-15"}]), *TIERS)
    assert "You fell hard, and your leg hurts badly or looks bent." in said
    assert "You could stand on the leg before, and now you cannot." in said
    over = lines(sheet(["quad_set"], conditions=[{**NWB, "until": "2026-05-15"}]), *TIERS)
    assert "You fell hard, and your leg hurts badly or looks bent." not in over


def test_a_hip_plan_at_15_with_knee_pain() -> None:
    """The line of the limp, none that the knee hurts."""
    said = lines(sheet(["clamshell", "bridge"], age=15), *TIERS)
    assert "You newly limp, or you have new pain in your hip or groin." in said
    assert not [line for line in said if "knee" in line.lower()]


def test_the_complaint_alone_is_no_alarm() -> None:
    """Pain that goes to the arm, with no chest pain, is in no line; nor is a calf that is merely sore."""
    for region in REGIONS:
        names = [e.id for e in LIBRARY if e.region == region][:1]
        if names:
            said = lines(sheet(names), *TIERS)
            assert [line for line in said if "arm, back, neck or jaw" in line] == [
                "You have chest pain that spreads to your arm, back, neck or jaw."
            ]
            assert "Your calf is sore, warm or swollen." not in said


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_of_a_condition_counts(region: Region) -> None:
    """A neck plan after surgery of another region has the lines of both; one that is over has none."""
    held = {"condition": "recent_surgery", "side": "left", "region": region, "since": "2026-05-20"}
    there = lines(sheet(["chin_tuck"], conditions=[held]), *TIERS)
    signs = [sign for tier in help_signs().tiers().values() for sign in tier]
    for sign in signs:
        if any(region in whom.regions and not (whom.patient or whom.unless) for whom in sign.only):
            assert WORDS.say(f"sign.{sign.key}", n=2) in there
    ended = lines(sheet(["chin_tuck"], conditions=[{**held, "until": "2026-05-30"}]), *TIERS)
    assert ended == lines(sheet(["chin_tuck"]), *TIERS)


@pytest.mark.parametrize(
    ("clinic", "first", "calls"),
    [
        (Clinic(), "Stop the exercises. Call NHS 111.", ("999", "111")),
        (Clinic(urgent_number="01234 567"), "Stop the exercises. Call 01234 567.", ("999", "01234 567")),
        (
            Clinic(locale="en-US"),
            "Stop the exercises. Call your doctor's office, day or night. If it is closed, its message says whom to call.",
            ("911",),
        ),
        (Clinic(locale="en-IE"), "Stop the exercises. Call your doctor or the out-of-hours doctor.", ("112",)),
    ],
)
def test_whom_to_call_today(clinic: Clinic, first: str, calls: tuple[str, ...]) -> None:
    """The second box begins with the urgent number; the others with stopping alone, and all numbers can be dialled."""
    found = [*help_boxes(known(["bridge"]), clinic, Catalogue(clinic.locale))]
    assert [box.kind for box in found] == [*TIERS]
    assert [box.first for box in found] == ["Stop the exercises.", first, "Stop the exercises."]
    assert {box.calls for box in found} == {calls}


@pytest.mark.parametrize(
    ("names", "head", "days", "said"),
    [
        (["seated_rotator_stretch"], {}, 28, "Your pain is no better after 2 weeks."),
        (["seated_rotator_stretch"], {}, 14, "Your pain is no better after 2 weeks."),
        (["seated_rotator_stretch"], {}, 13, "Your pain is no better by your review."),
        (["seated_rotator_stretch"], {}, 10, "Your pain is no better by your review."),
        (["bridge"], {}, 28, "Your pain is no better after 4 weeks."),
        (["bridge"], {}, 27, "Your pain is no better by your review."),
        (["bridge", "cat_cow"], {}, 28, "Your pain is no better after 2 weeks."),
        (["bridge", "tandem_stance"], {}, 28, "Your pain is no better after 2 weeks."),
        (["heel_raise_single"], {"pain_kind": "tendon"}, 42, "Your pain is no better after 6 weeks."),
        (["heel_raise_single"], {"pain_kind": "tendon"}, 41, "Your pain is no better by your review."),
        (["sit_to_stand", "walking"], {"pain_kind": "osteoarthritis"}, 84, "Your pain is no better after 6 weeks."),
    ],
)
def test_weeks_without_getting_better(names: list[str], head: dict[str, Any], days: int, said: str) -> None:
    """The fewest weeks of the plan's kinds, and never after the review."""
    found = [line for line in lines(sheet(names, days=days, **head), "call") if "no better" in line]
    assert found == [said]


def test_weeks_in_arabic() -> None:
    """Two weeks and six have words of their own."""
    arabic = Clinic(locale="ar-EG")
    two, six = (
        boxes(sheet(["bridge"], days=84, clinic=arabic, pain_kind=kind), "call")[0].lines[1]
        for kind in ("stretch", "tendon")
    )
    assert (two, six) == ("لم يخف ألمك بعد أسبوعين.", "لم يخف ألمك بعد 6 أسابيع.")


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("(555) 555-0100", "tel:5555550100"),
        ("+44 20 7946 0000", "tel:+442079460000"),
        ("555.555.0100 ext. 12", "tel:5555550100"),
        ("111", "tel:111"),
    ],
)
@pytest.mark.parametrize("form", ["page", "leaflet"])
def test_a_number_of_the_clinic_is_printed_as_typed_and_dialled_in_digits(
    typed: str, dialled: str, form: Form, tmp_path: Path
) -> None:
    """With brackets, hyphens, dots or an extension, on paper and on the page of the session."""
    clinic = parse(Clinic, {"urgent_number": typed}, "clinic.toml")
    told = sheet(["bridge"], clinic=clinic, style=Style(form=form, diary="none"))
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told))
    assert typed in " ".join(" ".join(texts(path)).split())
    with pikepdf.open(path) as pdf:
        numbers = {str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note}
    assert dialled in numbers
    assert f'href="{dialled}"' in str(paint(told, ["a"]))


@pytest.mark.parametrize("typed", ["", "1", "call us", "555 ext. ", "()()", "++44 20", "javascript:1234"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    """Nothing without two digits, and no other letters."""
    with pytest.raises(KitError):
        parse(Clinic, {"urgent_number": typed}, "clinic.toml")
