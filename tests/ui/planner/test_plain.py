"""What the page says of a plan's standing, of sources and of labels, in words for people."""

from __future__ import annotations

import re

import pytest

from kit.ui.planner.desk import Desk
from kit.ui.planner.panel import Query
from kit.ui.planner.sources import plainly
from tests.ui.conftest import Desks, asked, start_of, work_of

MARK = re.compile(r"\([VSGD]\)|CERT|FITT")


@pytest.mark.parametrize(("cited", "plain"), [
    ("Willy2019 (V), Collins2018 (V)", "Willy2019; Collins2018"),
    ("AAOS (S)", "AAOS, second-hand"),
    ("general knowledge (G)", "general knowledge"),
    ("NSCA (G), design choice (D)", "NSCA, from general knowledge; a choice of the kit, no study; your judgement counts"),
    ("design choice (D)", "a choice of the kit, no study; your judgement counts"),
])  # fmt: skip
def test_a_source_without_the_marks_of_bookkeeping(cited: str, plain: str) -> None:
    assert plainly(cited) == plain


def test_no_mark_of_bookkeeping_reaches_the_page(desk: Desk) -> None:
    """In findings, red flags, an exercise in full, and how complete the record is."""
    asked(desk, {"do": "template", "template": "falls-and-balance"})
    asked(desk, {"do": "add_condition", "condition": "osteoporosis"})
    review = work_of(desk)["review"]
    assert review["findings"]
    details = [desk.shelf.detail(card["id"]) for card in desk.shelf.found(Query())["cards"]]
    shown = [*(f["source"] for f in review["findings"]), *(f["source"] for f in desk.lists()["red_flags"])]
    shown += [source["cited"] for one in details for source in one["sources"]]
    shown += [review["cert"]["name"], review["fitt_vp"]["name"]]
    assert [text for text in shown if MARK.search(text)] == []


def test_a_draft_says_which_version_it_corrects_or_follows(desk: Desk) -> None:
    asked(desk, {"do": "template", "template": "knee-glute-stretches"})
    assert work_of(desk)["goes_before"] == ""
    asked(desk, {"do": "screened", "done": True})
    asked(desk, {"do": "describe", "field": "review_on", "value": "2026-06-15"})
    asked(desk, {"do": "issue", "by": "A. Physio"})
    assert work_of(desk)["goes_before"] == ""
    code = desk.held().code
    asked(desk, {"do": "new_version", "start": "2026-06-01", "reason": "Wrong dose"})
    said = "This draft corrects version 1 (Wrong dose), which stays in force until you issue it."
    assert work_of(desk)["goes_before"] == said
    asked(desk, {"do": "open", "code": code, "version": 1})
    assert work_of(desk)["goes_before"] == ""


def test_a_draft_that_follows_says_until_when_the_one_before_holds(desk: Desk) -> None:
    asked(desk, {"do": "template", "template": "knee-glute-stretches"})
    asked(desk, {"do": "screened", "done": True})
    asked(desk, {"do": "describe", "field": "review_on", "value": "2026-06-15"})
    asked(desk, {"do": "issue", "by": "A. Physio"})
    asked(desk, {"do": "new_version", "start": "2026-06-08", "reason": ""})
    assert work_of(desk)["goes_before"] == "This draft follows version 1, which stays in force until 8 June 2026."


def test_a_label_that_looks_like_somebody_elses_is_told(desks: Desks) -> None:
    """When it is given, for a patient as for a plan; not of the same patient, and not once it is another one."""
    desk = desks()
    asked(desk, {"do": "template", "template": "knee-glute-stretches"})
    asked(desk, {"do": "describe", "field": "patient", "value": "Ms Ost"})
    asked(desk, {"do": "close"})
    assert start_of(desk)["kept"][0]["plan_id"] == "P-001"
    asked(desk, {"do": "blank"})
    assert work_of(desk)["alike"] == ""
    for field, value, other in (
        ("patient", "Ms Оst", "Ms Ost"),
        ("patient", "Ms East", ""),
        ("plan_id", "P-OO1", "P-001"),
        ("plan_id", "P-009", ""),
    ):
        asked(desk, {"do": "describe", "field": field, "value": value})
        assert work_of(desk)["alike"] == other, value
