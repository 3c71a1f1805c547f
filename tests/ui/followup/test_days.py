"""Days as the follow-up, the caseload and all who read their sentences see them, of all synthetic patients."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kit.samples.kept import sample_store
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.ui.caseload.desk import Desk as CaseloadDesk
from kit.ui.followup.desk import Desk
from kit.ui.followup.words import span

NOW = dt.datetime(2026, 6, 29, 12, tzinfo=dt.UTC)
ISO = re.compile(r"\d{4}-\d\d-\d\d")
# What goes to fields and back to the kernel, and code: none of it is read as a sentence.
NO_SENTENCE = {"day", "code", "key", "since", "as_of", "first", "today", "weeks_ago"}


@pytest.fixture(scope="module")
def clinic() -> Iterator[Store]:
    made = sample_store(lambda: NOW)
    yield made
    made.close()


def sentences(shown: Any) -> Iterator[str]:
    """All texts of plain data that a person reads."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, dict):
        for name, part in shown.items():
            if name not in NO_SENTENCE and not name.endswith("figure"):
                yield from sentences(part)
    elif isinstance(shown, list | tuple):
        for part in shown:
            yield from sentences(part)


def test_no_sentence_of_the_follow_up_shows_an_iso_day(clinic: Store, tmp_path: Path) -> None:
    """Not an alert, a sign, a proposal, a headline or a talking point, nor what stands around them."""
    desk = Desk(Workspace(tmp_path), clinic, NOW.date, "tester")
    seen = []
    for patient in desk.patients()["rows"]:
        desk.choose(patient["code"])
        seen += list(sentences({"view": desk.view(), "matters": desk.matters(), "patient": patient}))
    assert [text for text in seen if ISO.search(text) and not text.endswith((".csv", ".xlsx"))] == []
    assert any("on 22 June 2026" in text or "to 28 June 2026" in text for text in seen)


def test_no_reason_of_the_caseload_shows_an_iso_day(clinic: Store) -> None:
    cases = CaseloadDesk(clinic, NOW.date).view()["cases"]
    whys = [reason["why"] for case in cases for reason in case["reasons"]]
    assert len(whys) > len(cases)
    assert [why for why in whys if ISO.search(why)] == []


def test_a_span_says_its_year_once() -> None:
    """Unless there are two."""
    assert span(dt.date(2026, 6, 8), dt.date(2026, 6, 12)) == "8 June to 12 June 2026"
    assert span(dt.date(2026, 12, 8), dt.date(2027, 1, 2)) == "8 December 2026 to 2 January 2027"
