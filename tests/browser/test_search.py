"""What a clinician types is understood: among ready-made plans, in the exercise search, in the condition picker."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kit.library.rules import rules
from tests.browser.conftest import begin
from tests.browser.reviewing import to_patient

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OFFERED = ".hs-options [role=option]"
MEANT = {
    "THR": "Total hip replacement, posterior approach",
    "DVT": "Suspected or untreated deep vein thrombosis",
    "sciatica": "Lumbar disc",
    "dizzy": "BPPV",
    "blod thinner": "Stable anticoagulation",
}


def test_the_picker_knows_what_is_meant(started: Page) -> None:
    """Nothing typed offers all conditions. Short forms and lay words bring the one that is meant first, and Enter takes
    it; the words can be kept as a note, last where conditions are offered and alone where no rule covers them."""
    to_patient(started)
    picker = started.get_by_role("combobox", name="Add a condition")
    option = started.locator(OFFERED)
    picker.click()
    expect(option).to_have_count(len(rules().conditions))
    expect(option.filter(has_text="Keep")).to_have_count(0)
    picker.fill("THR")
    expect(option).to_have_count(5)
    expect(option.nth(3)).to_contain_text("approach not known")
    expect(option.last).to_have_text("None of these: keep “THR” as a note")
    picker.fill("")
    for typed, first in MEANT.items():
        picker.press_sequentially(typed)
        expect(option.first).to_contain_text(first)
        name = option.first.inner_text()
        picker.press("Enter")
        expect(started.get_by_role("heading", name=name, exact=True)).to_be_visible()
        expect(picker).to_have_value("")
    picker.fill("tennis  elbow")
    expect(option).to_have_count(1)
    expect(option).to_have_text("Keep “tennis elbow” as a note: no rule covers this")
    picker.press("Enter")
    noted = started.get_by_role("list", name="Noted, no rule covers it")
    expect(noted).to_contain_text("tennis elbow")
    expect(noted).to_contain_text("No rule covers this", ignore_case=True)
    strip = started.get_by_role("region", name="This patient")
    expect(strip.get_by_role("button", name="tennis elbow (note)")).to_be_visible()
    started.get_by_role("button", name="Remove note tennis elbow").press("Enter")
    expect(noted.get_by_role("listitem")).to_have_count(0)
    expect(picker).to_be_focused()


def test_plans_and_exercises_are_found_by_the_problem(page: Page) -> None:
    """The plans that serve it stay, and where there is none it is said; a condition leads to exercises of its region,
    and what has none says what it is."""
    field = page.get_by_role("searchbox", name="Find a ready-made plan")
    offers = page.get_by_role("list", name="Ready-made plans").get_by_role("listitem")
    field.fill("plantar fasciitis")
    expect(offers).to_have_count(1)
    expect(offers.first).to_contain_text("Pain under the heel")
    field.fill("tennis elbow")
    expect(offers).to_have_count(0)
    expect(page.get_by_text("No ready-made plan is for this.")).to_be_visible()
    field.fill("")
    expect(offers.filter(has_text="four glute stretches")).to_have_count(1)
    begin(page)
    search = page.get_by_role("searchbox", name="Search")
    search.fill("frozen shoulder")
    cards = page.get_by_role("list", name="Exercises found")
    expect(cards.get_by_role("listitem")).to_have_count(7)
    expect(page.get_by_role("button", name="Pendulum swings, show in full")).to_be_visible()
    search.fill("ACL")
    expect(page.get_by_role("button", name="Quad set (static), show in full")).to_be_visible()
    search.fill("DVT")
    expect(cards).to_contain_text(
        "Nothing found. In the list of conditions: Suspected or untreated deep vein thrombosis"
    )
    search.fill("tennis elbow")
    expect(cards).to_contain_text("No rule covers: Elbow pain. The library has no exercise for elbow.")
