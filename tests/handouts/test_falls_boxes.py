"""Staying safe on one's feet: for whom, with which way up from the floor, and what to do after a fall."""

from __future__ import annotations

from typing import Any

import pytest

from kit.clinic import Clinic
from kit.handouts.falls_boxes import falls_boxes
from kit.library.library import Library
from kit.plan.resolved import resolve
from tests.handouts.sheets import LIBRARY, WORDS, boxes, known, lines, plan_of, sheet

FALLS = {"condition": "falls_risk"}
TITLES = ["Stay safe on your feet", "How to get down and up", "If you fall"]
SHORT = [TITLES[0], TITLES[2]]
CASES: list[tuple[list[str], dict[str, Any], list[str]]] = [
    (["chin_tuck", "neck_rotation"], {"age": 66}, []),
    (["chin_tuck"], {"conditions": [FALLS]}, []),
    (["bridge"], {"conditions": [FALLS]}, SHORT),
    (["bridge", "bird_dog"], {"conditions": [FALLS]}, TITLES),
    (["bridge"], {"age": 65}, TITLES),
    (["bridge"], {"age": 64}, []),
    (["bridge"], {"age": None}, []),
    (["bridge"], {"age": 80}, SHORT),
    (["bridge"], {"age": 80, "changes": {"surface": "floor"}}, TITLES),
    (["bridge"], {"age": 70, "changes": {"surface": "bed"}}, SHORT),
    (["sit_to_stand"], {"age": 65}, SHORT),
    (["tandem_stance", "walking"], {"age": 82, "conditions": [FALLS]}, SHORT),
    (["quad_set", "ankle_pumps"], {"age": 70}, SHORT),
]


@pytest.mark.parametrize(("names", "about", "titles"), CASES)
def test_which_boxes(names: list[str], about: dict[str, Any], titles: list[str]) -> None:
    """From 65 or at risk, where something is done standing or lying; the floor only where it is the floor."""
    found = boxes(sheet(names, **about), "falls")
    assert [box.title for box in found] == titles
    assert ("Sit down if you feel dizzy." in [line for box in found for line in box.lines]) is bool(titles)


def test_the_words() -> None:
    """Word for word; the number can be dialled."""
    feet, floor, after = boxes(sheet(["bird_dog"], age=70), "falls")
    assert feet.lines == (
        "Have someone at home with you when you do these.",
        "Keep a phone in your pocket, or wear your alarm.",
        "Stand at a kitchen counter or a fixed rail.",
        "Wear firm shoes that grip. Clear the floor.",
        "Sit down if you feel dizzy.",
    )
    assert floor.lines == (
        "Use a firm bed, if the exercise says so.",
        "To get down, hold a firm chair. Kneel on one knee, then the other.",
        "To get up, roll onto your side. Push up onto your hands and knees.",
        "Crawl to the chair. Put both hands on the seat.",
        "Put your stronger foot flat on the floor. Push up and sit down.",
        "Rest for a minute before you stand.",
    )
    assert after.lines == (
        "If you fall, stay still and get your breath.",
        "Hurt, or cannot get up? Call 999. Keep warm and move a little.",
        "Not hurt? Get up slowly by the steps above. Tell your physio.",
    )
    assert after.calls == ("999",)
    (*_, own) = falls_boxes(known(["bird_dog"], age=70), Clinic(emergency_number="144"), WORDS)
    assert (own.lines[1], own.calls) == (
        "Hurt, or cannot get up? Call 144. Keep warm and move a little.",
        ("144",),
    )


def test_no_steps_above_where_there_are_none() -> None:
    """Without the way up, nothing points to it."""
    said = lines(sheet(["tandem_stance"], age=70), "falls")
    assert said[-1] == "Not hurt? Get up slowly. Tell your physio."


@pytest.mark.parametrize(
    ("condition", "since", "with_help"),
    [
        ("tka", "2026-05-14", True),
        ("tka", "2026-04-21", True),
        ("tka", "2026-04-20", False),
        ("tka", None, True),
        ("tka", "2026-06-20", True),
        ("tha_posterior", "2026-05-14", True),
        ("tha_anterior", "2026-05-14", True),
        ("tha_lateral", "2026-05-14", True),
        ("aclr_early", "2026-05-14", False),
    ],
)
def test_a_new_hip_or_knee(condition: str, since: str | None, with_help: bool) -> None:
    """Within six weeks of the operation, or on a day that nobody told: call for help, and no way up alone."""
    held = {"condition": condition, "side": "left", **({"since": since} if since else {})}
    plan = plan_of(["bird_dog"], conditions=[FALLS, held])
    found = [*falls_boxes(resolve(plan, LIBRARY), Clinic(), WORDS)]
    said = [line for box in found for line in box.lines]
    assert ("Call for help to get up." in said) is with_help
    assert (TITLES[1] in [box.title for box in found]) is not with_help
    assert bool([line for line in said if "by the steps above" in line]) is not with_help


def test_an_exercise_that_says_nothing_of_how_it_is_done() -> None:
    """It may be done standing and on the floor, so all is said."""
    bare = LIBRARY["chin_tuck"].model_copy(update={"base": None, "tags": ()})
    plan = resolve(plan_of(["chin_tuck"], age=70), Library([bare]))
    found = [*falls_boxes(plan, Clinic(), WORDS)]
    assert found[0].title == TITLES[0]
