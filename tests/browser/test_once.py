"""What is said once of a patient, and exercises that come in by keyboard, by mouse, and several at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import begin
from tests.browser.reviewing import to_patient


def test_said_once_and_added_by_hand(
    started: Page, themed: Callable[[str], None], violations: Callable[[], list[Any]]
) -> None:
    """The side sets every row and can be taken back in one step; what is missing of a condition is asked where it is said;
    Enter adds, Shift+Enter adds all, a card can be dragged to its place, and what is in the plan leads there."""
    page, rows = started, started.locator(".hs-item")
    strip, shelf = page.get_by_role("region", name="This patient"), page.get_by_role("region", name="Exercise library")

    # The side of the patient
    strip.get_by_role("radio", name="Right side affected").check()
    before = strip.bounding_box()
    expect(page.locator(".hs-done")).to_have_text("4 exercises now on the right.")
    assert strip.bounding_box() == before  # nothing moves under the finger
    page.get_by_role("button", name="Undo").click()
    expect(strip.get_by_role("radio", name="Affected side not said")).to_be_checked()
    strip.get_by_role("radio", name="Left side affected").check()
    strip.get_by_label("Minutes a day").fill("25")
    strip.get_by_label("Support to hold on to").select_option("Yes")
    strip.get_by_role("button", name="No bands at home").click()
    expect(strip.get_by_role("button", name="No bands at home")).to_have_attribute("aria-pressed", "true")

    # A condition, and what is still to be said of it
    strip.get_by_role("button", name="+ Condition").click()
    picker = page.get_by_role("combobox", name="Add a condition")
    expect(picker).to_be_focused()
    picker.press_sequentially("THR")
    page.get_by_role("option", name=re.compile("approach not known")).click()
    tag = strip.get_by_role("group", name="Conditions").get_by_role("button")
    expect(tag).to_have_count(1)
    expect(tag).to_contain_text("approach, side, day?")
    page.get_by_role("button", name=re.compile("^It is the anterior approach")).click()
    expect(tag).to_contain_text("side?")
    page.get_by_role("button", name="Left, as the patient’s side").click()
    expect(tag).to_have_accessible_name(re.compile(r"^Total hip replacement, anterior approach .*; open it$"))
    expect(page.get_by_role("combobox", name=re.compile("^Affected side"))).to_be_focused()
    assert violations() == []
    page.keyboard.press("Escape")

    # By Enter, one after the other; the word is there to be typed over
    search = page.get_by_label("Search", exact=True)
    search.press_sequentially("clamsh")
    search.press("Enter")
    expect(rows).to_have_count(5)
    expect(rows.last).to_contain_text("Clamshell")
    expect(page.get_by_text("Clamshell added as No. 5, on the left.").first).to_be_visible()
    search.press_sequentially("banded side")
    expect(shelf.locator(".hs-card").first).to_contain_text("Banded side-step")
    expect(shelf.locator(".hs-card").first).to_contain_text("Caution")
    search.press("Enter")
    expect(rows).to_have_count(6)
    expect(page.get_by_text(re.compile("in place of Banded side-step: no band at home")).first).to_be_visible()
    search.press_sequentially("wrist")
    expect(shelf.get_by_role("button", name=re.compile("^Add all"))).to_have_count(0)
    search.fill("bridge")
    expect(shelf.get_by_role("button", name=re.compile(r"^Add all \d"))).to_be_visible()
    search.press("Shift+Enter")
    expect(page.get_by_text(re.compile(r"^\d exercises added\.$")).first).to_be_visible()

    # What is in the plan leads to its row; a card is dragged to the place of the first
    search.fill("clamshell")
    shelf.get_by_role("button", name="Clamshell is number 5, go to it").click()
    expect(rows.nth(4).get_by_role("heading").get_by_role("button", name="Clamshell")).to_be_focused()
    search.fill("ankle pumps")
    card = shelf.locator(".hs-card", has_text="Ankle pumps")
    card.hover()
    expect(card.locator(".hs-moving img")).to_be_visible()
    card.drag_to(rows.first, target_position={"x": 200, "y": 4})
    expect(rows.first).to_contain_text("Ankle pumps")

    # Filters, and the list as one stop of the keyboard
    shelf.get_by_role("button", name="Clear search and filters").click()
    shelf.get_by_role("button", name=re.compile("^Favourite: Ankle pumps")).click()
    shelf.get_by_role("button", name="Favourites", exact=True).click()
    expect(shelf.locator(".hs-card")).to_have_count(1)
    expect(shelf.locator(".hs-card")).to_contain_text("Ankle pumps")
    shelf.get_by_role("button", name="Only what fits").click()
    expect(shelf.locator(".hs-card", has_text="Ankle pumps")).to_have_count(1)
    shelf.get_by_role("button", name="All", exact=True).click()
    expect(shelf.locator(".hs-card", has_text="Band row")).to_have_count(0)
    assert shelf.locator(".hs-card").locator("[tabindex='0'], button:not([tabindex])").count() == 1
    search.press("ArrowDown")
    expect(shelf.locator(".hs-card").first.locator(".hs-details")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(search).to_be_focused()
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        themed(theme)
        assert violations() == []


def test_a_ready_made_plan_says_what_it_is_for(page: Page) -> None:
    """Its condition is among the patient's and its signs are asked first; one press takes it away, one brings it back."""
    begin(page, "Hip replacement, weeks 0 to 6")
    band = page.get_by_role("region", name="What this plan is made for")
    expect(band).to_contain_text("For: Hip replacement, approach not known.")
    tags = page.get_by_role("group", name="Conditions").get_by_role("button")
    expect(tags).to_have_count(1)
    to_patient(page)
    all_signs = page.get_by_role("group", name="Signs to look for")
    groups = all_signs.get_by_role("heading", level=3)
    expect(groups).to_have_text(["May concern this patient", "The whole body", "Other regions"])
    signs = all_signs.get_by_role("list", name="May concern this patient").get_by_role("heading")
    expect(signs.nth(0)).to_have_text("Deep vein thrombosis or pulmonary embolism")
    expect(signs.nth(2)).to_have_text("Hip")
    expect(all_signs.get_by_role("checkbox")).to_have_count(21)
    band.get_by_role("button", name="Remove, it is not for: Hip replacement").click()
    expect(tags).to_have_count(0)
    expect(band).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(band).to_be_visible()
    expect(tags).to_have_count(1)
