"""The plan in a few sentences: they say what the plan says, in every language, and nothing that it does not."""

from __future__ import annotations

import pytest

from kit.clinic import FORMS, Clinic, Form
from kit.handouts.document import document
from kit.handouts.nodes import Facts
from kit.handouts.style import Style
from kit.words.catalogue import Catalogue
from tests.handouts.sheets import boxes, known, sheet

STRETCHES = ["seated_rotator_stretch", "supine_figure4_stretch"]


def told(names: list[str]) -> tuple[str, ...]:
    (box,) = boxes(document(known(names), Clinic()), "summary")
    return box.lines


def test_of_the_founding_stretches() -> None:
    """What, how often, how far, when to stop, what to bring and when."""
    assert told(STRETCHES) == (
        "Do the 2 exercises in their order.",
        "Once a day.",
        "Ease off when it hurts more than the pain rule says. If an exercise says to stop sooner, stop.",
        "Stop and call for help if you get one of the signs on this sheet.",
        "Mark your diary each day. Bring it on 29 June 2026.",
    )


def test_of_one_exercise_there_is_no_order() -> None:
    """One has no order."""
    assert told(["bridge"])[0] == "Do the exercise as the pictures show."


def test_days_that_differ_stand_at_each_exercise() -> None:
    """No one sentence is true of all of them, and the facts say so too."""
    mixed = ["seated_rotator_stretch", "bridge"]
    assert told(mixed)[1] == "Each one says on which days."
    facts = {name: value for node in sheet(mixed).nodes if isinstance(node, Facts) for name, value in node.rows}
    assert facts["When"] == "See each exercise"


@pytest.mark.parametrize("form", FORMS)
def test_nobody_is_asked_for_a_diary_that_he_was_not_given(form: Form) -> None:
    """Without a sheet for a pen there is the review alone, in the summary and in what comes next."""
    without = document(known(STRETCHES), Clinic(), "", Style(form=form, diary="none"))
    (box,) = boxes(without, "summary")
    assert box.lines[-1] == "Come to your review on 29 June 2026."
    values = [value for node in without.nodes if isinstance(node, Facts) for _, value in node.rows]
    assert not [value for value in values if "diary" in value]
    assert "At your review we look at your diary" in " ".join(
        value for node in sheet(["bridge"]).nodes if isinstance(node, Facts) for _, value in node.rows
    )


@pytest.mark.parametrize("locale", ["en-US", "es-ES", "ar-EG", "zh-CN"])
def test_in_every_language(locale: str) -> None:
    """As many sentences, and the day of the review in the last."""
    (box,) = boxes(document(known(STRETCHES), Clinic(locale=locale)), "summary")
    assert len(box.lines) == 5
    assert Catalogue(locale).date(known(STRETCHES).plan.until) in box.lines[-1]
