"""What matters to the patient, in a real browser: named in the planner, asked on the page, and back in the diary."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kit.diary.read import read_diary
from kit.library.library import Library
from kit.plan.issuing import finalised
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from tests.browser.reviewing import to_patient
from tests.browser.sessions import Opener, finish, opener

__all__ = ["opener"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_activities_are_named_in_the_planner(started: Page) -> None:
    """An empty field in between stays, a refusal is told at its field, and one visit to a field is one step back."""
    to_patient(started)
    second, first = started.get_by_label("Activity 2"), started.get_by_label("Activity 1")
    second.press_sequentially("Stairs")
    first.focus()
    expect(second).to_have_value("Stairs")
    first.press_sequentially("stairs")
    first.press("Tab")
    expect(started.get_by_role("alert").filter(has_text="stands twice")).to_be_visible()
    first.fill("Walking to the shop")
    first.press("Tab")
    expect(started.get_by_role("alert").filter(has_text="stands twice")).to_have_count(0)
    expect(second).to_have_value("Stairs")
    started.get_by_role("button", name="Undo", exact=True).click()
    expect(first).to_have_value("Stairs")
    expect(second).to_have_value("")
    started.get_by_role("button", name="Redo", exact=True).click()
    expect(first).to_have_value("Walking to the shop")
    expect(second).to_have_value("Stairs")


def test_the_page_asks_once_in_a_week_that_asks(opener: Opener, library: Library, four: Plan, tmp_path: Path) -> None:
    """At the end of the first session; the numbers are in the diary, which the kit reads."""
    named = four.describe(activities=("Walking to the shop", "Stairs"))
    plan = finalised(resolve(named, library), "A. Physio", four.start)
    opened = opener(plan)
    for number, moment in enumerate(("2026-06-01T18:30:00+01:00", "2026-06-02T18:30:00+01:00")):
        if number:
            opened.at(moment)
        opened.key("I did it without the timer").click()
        opened.page.locator(".card input[value=done]").first.check()
        expect(opened.page.get_by_role("heading", name="What matters to you")).to_have_count(0 if number else 1)
        if not number:
            opened.rate("Walking to the shop", "4")
            opened.rate("Stairs", "0")
        finish(opened)
    diary = read_diary(opened.exported(tmp_path), [plan])
    told = diary.rows.dropna(subset=["activity_1"])
    assert (told["activity_1"].tolist(), told["activity_2"].tolist()) == ([4], [0])
    assert diary.rows["activity_3"].isna().all()
    assert diary.faults == ()
