"""What matters to the patient, in a real browser: seen over time, asked today, and other scores noted and taken back."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.library.library import Library
from kit.plan.plan import Plan
from kit.store.store import Store
from tests.browser.pages import HOSTILE, READY_MS, THEMES, put_theme, too_wide, violations
from tests.browser.test_followup import diary
from tests.browser.visits import DAY, choose, clinic, open_page, page, patient

__all__ = ["clinic", "page"]
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
WALK = "Walking to the shop"
TODAY = dt.date.today()


@pytest.fixture
def plan(clinic: Store, library: Library, request: pytest.FixtureRequest, tmp_path: Path) -> Plan:
    """A plan of a patient of this test alone, in its third week, of which two days tell how her activities go."""
    issued = patient(clinic, library, request.node.nodeid, 15, (WALK, f"Stairs {HOSTILE}"))
    start = issued.start
    days = [(0, 1, 4, 2), (14, 3, 6, 5)]
    rows = [
        {"date": start + n * DAY, "week": week, "status": "done", "activity_1": a, "activity_2": b}
        for n, week, a, b in days
    ]
    clinic.diaries.bring_in(diary(tmp_path / f"{issued.plan_id}.csv", issued, *rows))
    return issued


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="What matters to this patient")


def says(page: Page, text: str) -> None:
    expect(panel(page).locator(".mt-kept")).to_have_text(text)


def boxes(page: Page) -> tuple[Locator, Locator]:
    """In which the scores of today are typed."""
    found = panel(page).locator(".mt-visit").get_by_role("textbox")
    return found.nth(0), found.nth(1)


def opened(page: Page, lab: Any, plan: Plan) -> Locator:
    open_page(page, lab)
    choose(page, plan)
    expect(panel(page)).to_be_visible()
    return panel(page)


def test_the_activities_are_drawn_said_and_tabled(page: Page, lab: Any, plan: Plan) -> None:
    """The drawing says in words what it shows; the words of a patient are text and never run."""
    matters = opened(page, lab, plan)
    lines = matters.locator(".mt-lines").first.locator(".mt-line")
    expect(lines.get_by_role("heading")).to_have_text([WALK, f"Stairs {HOSTILE}", "Mean of these activities"])
    expect(lines.first.locator(".mt-said")).to_contain_text(
        "2 points better; 3 or more would be a change that matters (Stratford1995)."
    )
    drawing = lines.first.get_by_role("img", name=f"{WALK}, 0 to 10")
    expect(drawing).to_have_accessible_description(re.compile("Shaded: less than 3 points from the first score"))
    expect(drawing.locator("circle")).to_have_count(2)
    lines.first.get_by_text("As a table").click()
    expect(lines.first.get_by_role("row")).to_have_count(3)
    assert "fired" not in page.title()
    assert matters.locator("img").count() == 0


def test_todays_scores_are_typed_at_the_visit(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """By keyboard: refused at its own field, kept with Enter, in the diary and on the line; a reload keeps it."""
    matters = opened(page, lab, plan)
    walk, stairs = boxes(page)
    matters.get_by_role("button", name="Keep these scores").click()
    says(page, "Nothing new to keep.")
    walk.fill("8")
    stairs.fill("11")
    stairs.press("Enter")
    says(page, "Not saved: see the field.")
    expect(stairs).to_be_focused()
    expect(stairs).to_have_attribute("aria-invalid", "true")
    expect(matters.get_by_role("alert")).to_contain_text("Not taken.")
    expect(walk).to_have_value("8")
    stairs.fill("7")
    stairs.press("Enter")
    says(page, "Saved in the diary.")
    expect(matters.get_by_role("alert")).to_have_count(0)
    expect(matters.locator(".mt-line").first.locator("circle")).to_have_count(3)
    rows = [row.values for row in clinic.diaries.rows(plan.code) if row.values["date"] == TODAY]
    assert [(row["activity_1"], row["activity_2"], row["status"]) for row in rows] == [(8, 7, None)]
    page.reload()
    expect(panel(page)).to_be_visible(timeout=READY_MS)
    expect(boxes(page)[0]).to_have_value("8")


def test_a_total_is_noted_refused_and_taken_back(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """By keyboard alone: 120 is refused at its field, 41 is kept, taken back it stays to be seen, also after a reload."""
    matters = opened(page, lab, plan)
    matters.get_by_label("Score", exact=True).select_option(label="LEFS")
    expect(matters).to_contain_text("0 to 80, higher is better")
    total = matters.get_by_label("Total", exact=True)
    total.fill("120")
    total.press("Enter")
    says(page, "Not noted: see the field.")
    expect(matters.get_by_role("alert")).to_have_text("Not taken. 120 is not 0 to 80. Correct the total.")
    expect(total).to_be_focused()
    assert clinic.scores.history(plan.patient_code) == ()
    total.fill("41")
    total.press("Enter")
    says(page, "Noted: LEFS 41.")
    assert [score.value for score in clinic.scores.list(plan.patient_code)] == [41]
    expect(total).to_have_value("")
    expect(total).to_be_focused()
    noted = matters.get_by_role("list", name="LEFS: what was noted")
    expect(noted).to_contain_text("noted by")
    noted.get_by_role("button", name="Undo LEFS 41").press("Enter")
    says(page, "Taken back: LEFS 41.")
    expect(noted).to_contain_text("Taken back by")
    assert clinic.scores.list(plan.patient_code) == ()
    page.reload()
    again = panel(page).get_by_role("list", name="LEFS: what was noted")
    expect(again).to_contain_text("Taken back by", timeout=READY_MS)
    expect(again.get_by_role("button")).to_have_count(0)


def test_a_score_of_a_name_of_its_own(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """The name has a field of its own; each fault stands at its field, and another patient's form is empty."""
    matters = opened(page, lab, plan)
    matters.get_by_label("Score", exact=True).select_option(label="Another score")
    matters.get_by_label("Day", exact=True).fill("")
    matters.get_by_role("button", name="Note it").click()
    expect(matters.get_by_role("alert")).to_have_count(3)
    expect(matters.get_by_label("Its name")).to_be_focused()
    matters.get_by_label("Its name").fill(f"Grip {HOSTILE}")
    matters.get_by_label("Day", exact=True).fill(TODAY.isoformat())
    matters.get_by_label("Total", exact=True).fill("20,5")
    matters.get_by_label("Total", exact=True).press("Enter")
    says(page, f"Noted: Grip {HOSTILE} 20,5.")
    expect(matters.get_by_role("alert")).to_have_count(0)
    expect(matters.get_by_role("heading", name=f"Grip {HOSTILE}")).to_be_visible()
    assert [(score.instrument, score.value) for score in clinic.scores.list(plan.patient_code)] == [(None, 20.5)]
    assert "fired" not in page.title()
    page.get_by_role("button", name="All patients").click()
    expect(panel(page)).to_be_hidden()


def test_axe_finds_nothing_where_it_matters(page: Page, lab: Any, clinic: Store, plan: Plan) -> None:
    """With lines, a refusal, and entries of which one is taken back; dark and light, no part is wider than the page."""
    code = plan.patient_code
    clinic.scores.add(code, "lefs", TODAY - 14 * DAY, 30)
    clinic.scores.add(code, "lefs", TODAY, 41)
    clinic.scores.add(code, "siras", TODAY, 12)
    clinic.scores.undo(clinic.scores.add(code, "Grip, kg", TODAY, 20.5).number)
    matters = opened(page, lab, plan)
    matters.get_by_label("Total", exact=True).fill("120")
    matters.get_by_label("Total", exact=True).press("Enter")
    expect(matters.get_by_role("alert")).to_have_count(1)
    matters.get_by_text("As a table").first.click()
    for theme in THEMES:
        put_theme(page, theme)
        for width in (420, 1280):
            page.set_viewport_size({"width": width, "height": 1000})
            assert violations(page, ".fu") == []
            assert too_wide(page, ".fu") == 0
