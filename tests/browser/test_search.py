"""What a clinician types is understood: in the condition picker, the exercise search, among ready-made plans."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.library.rules import rules

OFFERED = ".hs-options [role=option]"


@pytest.fixture
def picker(started: Page) -> Locator:
    """The condition picker of a plan in hand."""
    started.get_by_role("button", name="+ Condition").click()
    return started.get_by_role("combobox", name="Add a condition")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("THR", "Total hip replacement, posterior approach"),
        ("DVT", "Suspected or untreated deep vein thrombosis"),
        ("sciatica", "Lumbar disc"),
        ("dizzy", "BPPV"),
        ("blod thinner", "Stable anticoagulation"),
    ],
)
def test_the_picker_knows_short_forms_and_lay_words(started: Page, picker: Locator, typed: str, first: str) -> None:
    """The first option is the condition that is meant, and Enter takes it."""
    picker.press_sequentially(typed)
    option = started.locator(OFFERED).first
    expect(option).to_contain_text(first)
    name = option.inner_text()
    picker.press("Enter")
    expect(started.get_by_role("heading", name=name, exact=True)).to_be_visible()
    expect(picker).to_have_value("")


def test_where_conditions_are_offered_the_note_comes_last(started: Page, picker: Locator) -> None:
    """The words can be kept as they are where none of the conditions is meant, and nothing denies a rule then."""
    picker.fill("THR")
    expect(started.locator(OFFERED)).to_have_count(5)
    expect(started.locator(OFFERED).nth(3)).to_contain_text("approach not known")
    expect(started.locator(OFFERED).last).to_have_text("None of these: keep “THR” as a note")


def test_what_no_rule_covers_is_kept_as_a_note(started: Page, picker: Locator) -> None:
    """The words are kept as they were typed, say that no rule covers them, and can be taken away by keyboard."""
    picker.fill("tennis  elbow")
    only = started.locator(OFFERED)
    expect(only).to_have_count(1)
    expect(only).to_have_text("Keep “tennis elbow” as a note: no rule covers this")
    picker.press("Enter")
    noted = started.get_by_role("list", name="Noted, no rule covers it")
    expect(noted).to_contain_text("tennis elbow")
    expect(noted).to_contain_text("No rule covers this", ignore_case=True)
    strip = started.get_by_role("region", name="This patient")
    expect(strip.get_by_role("button", name="tennis elbow (note)")).to_be_visible()
    started.get_by_role("button", name="Remove note tennis elbow").press("Enter")
    expect(noted.get_by_role("listitem")).to_have_count(0)
    expect(picker).to_be_focused()


def test_without_words_all_conditions_are_offered(started: Page, picker: Locator) -> None:
    """Nothing typed offers the whole list and nothing to keep."""
    picker.click()
    expect(started.locator(OFFERED)).to_have_count(len(rules().conditions))
    expect(started.locator(OFFERED).filter(has_text="Keep")).to_have_count(0)


def test_a_condition_finds_exercises(page: Page) -> None:
    """A condition leads to exercises of its region; what has none says what it is."""
    search = page.get_by_role("searchbox", name="Search")
    search.fill("frozen shoulder")
    expect(page.get_by_role("list", name="Exercises found").get_by_role("listitem")).to_have_count(7)
    expect(page.get_by_role("button", name="Pendulum swings, show in full")).to_be_visible()
    search.fill("ACL")
    expect(page.get_by_role("button", name="Quad set (static), show in full")).to_be_visible()
    search.fill("DVT")
    cards = page.get_by_role("list", name="Exercises found")
    expect(cards).to_contain_text(
        "Nothing found. In the list of conditions: Suspected or untreated deep vein thrombosis"
    )
    search.fill("tennis elbow")
    expect(cards).to_contain_text("No rule covers: Elbow pain. The library has no exercise for elbow.")


def test_ready_made_plans_are_found_by_the_problem(page: Page) -> None:
    """The field leaves the plans that serve the problem, and says where there is none."""
    field = page.get_by_role("searchbox", name="Find a ready-made plan")
    offers = page.get_by_role("list", name="Ready-made plans").get_by_role("listitem")
    field.fill("plantar fasciitis")
    expect(offers).to_have_count(1)
    expect(offers.first).to_contain_text("Pain under the heel")
    field.fill("tennis elbow")
    expect(offers).to_have_count(0)
    expect(page.get_by_text("No ready-made plan is for this.")).to_be_visible()
    field.fill("")
    expect(offers.first).to_contain_text("four glute stretches")
