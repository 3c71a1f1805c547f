"""What stands in front: the scores of pain, the days of each exercise, how long a round is, what comes before the work."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from kit.clinic import Clinic
from kit.handouts.document import document
from kit.handouts.nodes import Document
from kit.handouts.pdf import to_pdf
from kit.handouts.style import Style
from kit.library.pain import PAIN_KINDS, PainKind, pain_rules
from kit.plan.issuing import finalised
from kit.plan.resolved import resolve
from kit.plan.schedule import Schedule
from tests.handouts.sheets import LIBRARY, START, boxes, facts, plan_of, sheet

SCORES = " ".join(map(str, range(11)))
ZONES = {"safe": "go", "acceptable": "less", "high": "stop"}
EASED = ("stretch", "mobility")  # too much pain asks to do less, and stops nothing yet
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS = {
    "walking": Schedule(days_a_week=5),
    "bridge": Schedule(days_a_week=3),
    "ankle_pumps": Schedule(weekdays=("mon", "thu")),
    "seated_rotator_stretch": Schedule(weekdays=WEEK),
    "clamshell": Schedule(days_a_week=4),
}


def pages_of(told: Document, tmp_path: Path) -> list[str]:
    """The words of each page in the order in which they are painted."""
    path = tmp_path / "one.pdf"
    path.write_bytes(to_pdf(told))
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in raw.split("\f")[:-1]]


@pytest.mark.parametrize("kind", PAIN_KINDS)
def test_each_score_is_in_the_zone_of_its_policy(kind: PainKind) -> None:
    """Eleven scores, from 0 to 10; what asks for less is no stop."""
    (box,) = boxes(sheet(["bridge"], pain_kind=kind), "pain")
    policy = pain_rules().policy(kind)
    wanted = [ZONES[policy.zone(score)] for score in range(11)]
    high = "less" if kind in EASED else "stop"
    assert [*box.scores] == [high if zone == "stop" else zone for zone in wanted]


@pytest.mark.parametrize(
    ("names", "style", "page"),
    [
        (["seated_rotator_stretch"], Style(), 0),
        (["seated_rotator_stretch"], Style(form="cards"), 0),
        (["seated_rotator_stretch", "bridge", "walking"], Style(), 1),
    ],
)
def test_the_scores_stand_as_a_ruler_beside_each_rule(
    names: list[str], style: Style, page: int, tmp_path: Path
) -> None:
    """With one kind of work in front; with several each beside its own rule overleaf."""
    told = sheet(names, style=style)
    assert pages_of(told, tmp_path)[page].count(SCORES) == len(boxes(told, "pain"))


@pytest.mark.parametrize(("times", "said"), [(1, r"About \d+ minutes"), (3, r"Up to \d+ minutes at a time")])
def test_the_minutes_are_those_of_one_round(times: int, said: str) -> None:
    """Where an exercise is done several times a day, they are those of the longest round, not of the day."""
    told = facts(sheet(["bridge"], changes={"schedule": Schedule(weekdays=WEEK, times_a_day=times)}))
    assert re.fullmatch(said, told["Time to allow"])


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_the_days_of_each_exercise_stand_in_front(count: int, tmp_path: Path) -> None:
    """Of up to four ways to spread the days each is told with its numbers; of more, to look at each exercise."""
    names = [*DAYS][:count]
    plan = plan_of(names)
    for number, name in enumerate(names, 1):
        plan = plan.adjust(f"i{number}", schedule=DAYS[name])
    told = document(resolve(finalised(resolve(plan, LIBRARY), "A. Physio", START), LIBRARY), Clinic())
    first = pages_of(told, tmp_path)[0]
    band = first[first.index("How often") : first.index("Next review")]
    ways = ["5 days a week", "3 days a week", "Mon and Thu", "Every day", "4 days a week"][:count]
    assert [way in band for way in ways] == [count < 5] * count
    assert ("See each exercise" in band) == (count == 5)


@pytest.mark.parametrize("style", [Style(form="cards"), Style(large_print=True)])
def test_how_hard_work_is_to_be_stands_before_the_first_exercise(style: Style, tmp_path: Path) -> None:
    """Once, with what is needed."""
    whole = " ".join(pages_of(sheet(["bridge"], changes={"effort_target": 5}, style=style), tmp_path))
    assert whole.count("The effort scale") == 1
    assert whole.index("The effort scale") < whole.index("Start.")


def test_what_keeps_from_falling_comes_before_the_work_in_large_print(tmp_path: Path) -> None:
    """And once; what to do after a fall stands overleaf."""
    careful = sheet(
        ["tandem_stance"], age=80, conditions=[{"condition": "falls_risk"}], style=Style(large_print=True), issued=False
    )
    whole = " ".join(pages_of(careful, tmp_path))
    assert (whole.count("Stay safe on your feet"), whole.count("If you fall ")) == (1, 1)
    assert whole.index("Stay safe on your feet") < whole.index("Start.") < whole.index("If you fall ")


@pytest.mark.parametrize(("count", "shown"), [(4, 4), (30, 0)])
def test_the_first_card_shows_each_exercise(count: int, shown: int) -> None:
    """A small picture of each, where there is room for all."""
    names = [exercise.id for exercise in LIBRARY if exercise.id != "walking"][:count]
    with pikepdf.open(io.BytesIO(to_pdf(sheet(names, style=Style(form="cards"))))) as pdf:
        assert pdf.pages[0].Contents.read_bytes().count(b" Do\n") == shown
