"""Every block that a patient reads is easy: school grade 5 or below, and no sentence of more than 15 words."""

from __future__ import annotations

from typing import Any

import pytest

from kit.clinic import Clinic
from kit.handouts.nodes import Box
from kit.words.readability import readability
from kit.words.sentences import read
from tests.handouts.sheets import LIBRARY, sheet

GRADE = 5.0
TABLES = ("sign", "pain", "warm_up", "falls", "safety")
SETTINGS: list[dict[str, Any]] = [
    {"age": 82, "conditions": [{"condition": "falls_risk"}]},
    {"age": 15},
    {"age": 40, "conditions": [{"condition": "nwb", "side": "left"}]},
    {"age": 60, "pain_kind": "osteoarthritis"},
    {"age": 30, "conditions": [{"condition": "pregnancy"}, {"condition": "tha_posterior", "side": "left"}]},
]


@pytest.mark.parametrize("locale", ["en-GB", "en-US"])
@pytest.mark.parametrize("about", SETTINGS)
def test_each_box_of_a_sheet(about: dict[str, Any], locale: str) -> None:
    """Every box of the sheets of a plan that has an exercise of each region and category."""
    names = list({(e.region, e.category): e.id for e in LIBRARY}.values())
    for issued in (False, True):
        for box in sheet(names, issued=issued, clinic=Clinic(locale=locale), **about).nodes:
            if isinstance(box, Box):
                text = readability([box.title, box.first, *box.lines])
                assert text.grade <= GRADE, (box.title, text.grade)
                assert text.long_sentences == (), box.title
                assert text.jargon == (), box.title


@pytest.mark.parametrize("table", TABLES)
def test_every_sentence_is_short(table: str) -> None:
    """Also those that stand on no sheet of these."""
    said = [text for key, text in read("en")[1].items() if key.split(".")[0] == table]
    plain = [form for text in said for form in (text.values() if isinstance(text, dict) else [text])]
    assert readability(plain).long_sentences == ()
    assert readability(plain).grade <= GRADE
